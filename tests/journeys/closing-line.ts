import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { closingLine } from '../closing-line.ts';

/** Closes a run with `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  readonly #outcomes = new Map<string, TestResult['status']>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#outcomes.set(test.id, result.status);
  }

  onEnd(): void {
    const outcomes = [...this.#outcomes.values()];
    const passed = outcomes.filter((status) => status === 'passed').length;
    const skipped = outcomes.filter((status) => status === 'skipped').length;
    const failed = outcomes.length - passed - skipped;
    process.stdout.write(closingLine(passed, failed, skipped));
  }
}

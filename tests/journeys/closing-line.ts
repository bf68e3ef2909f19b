import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Closes a run with one line that people and machines read alike: `N passed, N failed`. */
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
    process.stdout.write(
      `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}

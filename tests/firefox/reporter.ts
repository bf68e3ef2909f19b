import type { TestEvent } from 'node:test/reporters';
import { closingLine } from '../closing-line.ts';

/** Reporter of `node --test`: one line for each journey, what failed and why, and `N passed, N failed`. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:fail') {
      count.failed += 1;
      const { error } = data.details;
      yield `not ok ${data.name}\n${String((error.cause as Error | undefined)?.stack ?? error.stack)}\n`;
    } else if (type === 'test:pass' && data.skip !== undefined) {
      count.skipped += 1;
      yield `skipped ${data.name}: ${data.skip}\n`;
    } else if (type === 'test:pass') {
      count.passed += 1;
      yield `ok ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    } else if (type === 'test:stderr') yield data.message;
  }
  yield closingLine(count.passed, count.failed, count.skipped);
}

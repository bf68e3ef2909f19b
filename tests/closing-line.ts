/** The line that closes a run in a browser; people and machines read it alike. */
export const closingLine = (passed: number, failed: number, skipped: number): string =>
  `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;

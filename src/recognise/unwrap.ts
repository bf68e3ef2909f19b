/** Pads a decoded escape to its original length. Not a blank, so an address continues across it. */
export const FILLER = '\u200b';

/**
 * What programs put into a text: colours of terminals; escapes of JSON, once or several times over; HTML entities.
 * Every repetition is bounded.
 */
const WRAPPING = new RegExp(
  [
    String.raw`\x1b\[[\x30-\x3f]{0,32}[\x20-\x2f]{0,4}[\x40-\x7e]`,
    String.raw`\\{1,16}(?:u00(?<unit>2[0-9A-Fa-f]|3[0-9A-Fa-f]|5[CcEe])|(?<escape>[nrt"'/]))`,
    String.raw`&(?<entity>quot|apos|lt|gt|amp|nbsp|#34|#39);`,
  ].join('|'),
  'g',
);
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  amp: '&',
};
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: ' ', t: ' ' };

/**
 * A text as it read before programs wrapped it in escapes. Filled up with {@link FILLER}, so every other character stands
 * where it stood; what stood for a line's end is one.
 */
export function unwrap(text: string): string {
  return text.replace(WRAPPING, (whole, unit?: string, escape?: string, entity?: string) =>
    characterOf(unit, escape, entity).padStart(whole.length, FILLER),
  );
}

function characterOf(unit?: string, escape?: string, entity?: string): string {
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  if (escape !== undefined) return ESCAPES[escape] ?? escape;
  return entity === undefined ? FILLER : (ENTITIES[entity] ?? ' ');
}

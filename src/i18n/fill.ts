/**
 * A text with its holes filled: `{count}` with a value, `{count|result|results}` with the word for one or for another
 * number. Values are text, whatever they hold.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/gu,
    (hole: string, name: string, one?: string, many = '') =>
      one === undefined ? String(values[name] ?? hole) : values[name] === 1 ? one : many,
  );
}

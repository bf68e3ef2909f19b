import type { CodeEntry } from '../catalog/entry.ts';

/**
 * The error body as the API sends it with a code: the product's template (`errorBody` in `content/products.yaml`),
 * filled in. A message that is not known is left empty.
 */
export function errorBody({ code, messages: [message = ''] }: CodeEntry, template: unknown): string {
  const filled: Readonly<Record<string, string>> = { '{code}': code, '{message}': message };
  return JSON.stringify(
    template,
    (_key, value: unknown) => (typeof value === 'string' ? (filled[value] ?? value) : value),
    4,
  );
}

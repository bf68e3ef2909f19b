import type { CodeEntry } from '../catalog/entry.ts';
import type { ErrorBody } from '../schema/products.ts';

/**
 * An error body as the API sends it with a code: one of the product's templates (`errorBodies` in
 * `content/products.yaml`), filled in. A message that is not known is left empty.
 */
export function errorBody({ code, messages: [message = ''] }: CodeEntry, { body }: ErrorBody): string {
  const filled: Readonly<Record<string, string>> = { '{code}': code, '{message}': message };
  return JSON.stringify(
    body,
    (_key, value: unknown) => (typeof value === 'string' ? (filled[value] ?? value) : value),
    4,
  );
}

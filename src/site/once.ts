/** By what they depend on. */
const made = new Map<string, string>();

/**
 * Text that is the same on many pages: made for the first of them, kept for the others of this build. While somebody
 * edits (`npm run dev`) it is made anew each time.
 *
 * @param key names the part and all that it depends on
 */
export async function once(key: string, make: () => Promise<string>): Promise<string> {
  const known = import.meta.env.DEV ? undefined : made.get(key);
  if (known !== undefined) return known;
  const text = await make();
  made.set(key, text);
  return text;
}

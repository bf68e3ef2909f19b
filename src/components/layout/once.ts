/** By what they depend on. */
const made = new Map<string, string>();

/**
 * Text that is the same on many pages: made for the first of them, kept for the others of this build. While somebody
 * edits (`npm run dev`) it is made anew each time.
 *
 * @param of the part's name and all that it depends on, as JSON can tell it
 */
export async function once(of: readonly unknown[], make: () => Promise<string>): Promise<string> {
  // Texts joined by a sign could stand for others that contain it.
  const key = JSON.stringify(of);
  const known = import.meta.env.DEV ? undefined : made.get(key);
  if (known !== undefined) return known;
  const text = await make();
  made.set(key, text);
  return text;
}

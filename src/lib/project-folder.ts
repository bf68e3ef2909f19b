/** Characters in the path of a folder that the tools of the build take for part of an address, a pattern or a list. */
const MISREAD = /[%#?"*|<>]/u;
/** And where they do not separate folders. */
const MISREAD_ON_UNIX = /[%#?"*\\:]/u;

/**
 * Makes sure that a site can be built in a folder: with some names the build succeeds and the pages have no styles.
 *
 * @param path absolute
 * @throws Error with the character that has to go
 */
export function checkProjectFolder(path: string): void {
  const [found] = (path.startsWith('/') ? MISREAD_ON_UNIX : MISREAD).exec(path) ?? [];
  if (found === undefined) return;
  throw new Error(
    `${path}: found ${JSON.stringify(found)} in the name of the project's folder or one above it; expected a path without it, ` +
      'because the build would take it for something else\n    hint: rename or move the folder',
  );
}

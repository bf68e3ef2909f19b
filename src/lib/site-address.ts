const SITE_URL = 'SITE_URL';

/** Parts of a path that are the same in an address, in the name of a folder and in every server's configuration. */
const BASE_PATH = /^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/?(?!\/))*$/u;

/**
 * The URL that a site will be reached at, base path included.
 *
 * @param text as the environment gives it
 * @throws Error that names the setting, where the text is no such URL
 */
export function parseSiteAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSite =
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.origin + url.pathname === url.href &&
    BASE_PATH.test(url.pathname) &&
    !/\.html?$/iu.test(url.pathname);
  if (isSite) return url;
  throw new Error(
    `${SITE_URL}: found ${JSON.stringify(text)}; expected the URL of a folder, such as https://docs.example.com/swr/\n` +
      '    hint: a base path may have letters, digits, hyphens, full stops, ~ and _; leave the setting out for localhost',
  );
}

/** The only setting for hosting: the site's URL, base path included. */
export const siteAddress = parseSiteAddress(process.env[SITE_URL] ?? 'http://localhost:4321/');

/** Whether the host said where the site will be reached: what needs an absolute address is left out otherwise. */
export const isAddressKnown = process.env['SITE_URL'] !== undefined;

/** Path under which the site is reached, with slashes at both ends. */
export const basePath = siteAddress.pathname.replace(/\/*$/, '/');

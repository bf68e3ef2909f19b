/** The one setting of whoever hosts this: where the site will be reached, base path included. */
export const siteAddress = new URL(process.env['SITE_URL'] ?? 'http://localhost:4321/');

/** Path under which the site is reached, with slashes at both ends. */
export const basePath = siteAddress.pathname.replace(/\/*$/, '/');

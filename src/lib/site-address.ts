/** The only setting for hosting: the site's URL, base path included. */
export const siteAddress = new URL(process.env['SITE_URL'] ?? 'http://localhost:4321/');

/** Path under which the site is reached, with slashes at both ends. */
export const basePath = siteAddress.pathname.replace(/\/*$/, '/');

/** First part of the addresses of the product to which a code's page belongs; '' at the site's root. */
export function productPathOf(pathOfCode: string): string {
  return /^\/([^/]+)\/codes\//u.exec(pathOfCode)?.[1] ?? '';
}

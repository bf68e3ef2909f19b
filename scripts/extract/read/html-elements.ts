const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Block elements: they separate words, as a space does. */
export const BLOCK_ELEMENTS = words(`
  address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search
  section select summary table tbody td tfoot th thead tr ul xmp
`);

/** Elements inside a line of text: `Token<b>ID</b>` is one word. */
const INLINE_ELEMENTS = words(`
  a abbr acronym area audio b base basefont bdi bdo big body button canvas cite code col colgroup data datalist del
  dfn em embed font frame frameset head html i iframe img input ins kbd label link map mark meta meter nobr noembed
  noframes noscript object output param picture progress q rb rp rt rtc ruby s samp script slot small source span
  strike strong style sub sup svg template textarea time title track tt u var video wbr math plaintext marquee
`);

/**
 * Whether HTML has (or had) an element of this name. A tag of any other name, such as `<token>` in "the <token> is
 * missing", is text that somebody forgot to escape.
 */
export const isHtmlElement = (name: string): boolean => BLOCK_ELEMENTS.has(name) || INLINE_ELEMENTS.has(name);

/** Fetches a page of this site once somebody stays on a link to it, so that it opens at once. */
/** Passing by is no interest, in milliseconds. */
const STAY_MS = 80;

const fetched = new Set([location.pathname]);
let staying: ReturnType<typeof setTimeout>;

function fetchPage({ origin, pathname }: HTMLAnchorElement): void {
  // Whatever ends otherwise is a file.
  if (origin !== location.origin || !pathname.endsWith('/') || fetched.has(pathname)) return;
  fetched.add(pathname);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = pathname;
  document.head.append(hint);
}

function stay({ target }: Event): void {
  clearTimeout(staying);
  const link = target instanceof Element && target.closest('a');
  if (link) staying = setTimeout(() => fetchPage(link), STAY_MS);
}

const { connection } = navigator as { connection?: { saveData: boolean } };
if (!connection?.saveData) for (const type of ['pointerover', 'focusin']) addEventListener(type, stay);

/** What fills the reader's own names into commands comes when their form is opened, or where this browser has some. */
const form = document.querySelector<HTMLDetailsElement>('reader-names details');

function hasNames(): boolean {
  try {
    return localStorage.getItem('names') !== null;
  } catch {
    return false;
  }
}

function loadIfWanted(): void {
  if (form?.open || (form && hasNames())) import('./reader-names.ts').catch(() => undefined);
}

loadIfWanted();
form?.addEventListener('toggle', loadIfWanted);
// Another tab may have been given names, also while this page lay in the history.
addEventListener('storage', loadIfWanted);
addEventListener('pageshow', loadIfWanted);

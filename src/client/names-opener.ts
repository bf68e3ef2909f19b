/** What fills the reader's own names into commands comes when their form is opened, or at once where this browser has some. */
const form = document.querySelector<HTMLDetailsElement>('reader-names details');

function hasNames(): boolean {
  try {
    return localStorage.getItem('names') !== null;
  } catch {
    return false;
  }
}

const load = () => void import('./reader-names.ts').catch(() => undefined);
if (form && (form.open || hasNames())) load();
else form?.addEventListener('toggle', load, { once: true });

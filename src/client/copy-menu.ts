/** `details.copy-menu`: closes like a menu, with Escape, with a click elsewhere and after its work is done. */
const CLOSED_AFTER_MS = 1500;

for (const menu of document.querySelectorAll<HTMLDetailsElement>('.copy-menu')) {
  const close = () => {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  };
  document.addEventListener('click', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
    // It stays until its button has said what came of it.
    else if ((target as Element).closest('button')) setTimeout(close, CLOSED_AFTER_MS);
  });
  menu.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
}

/** `details.copy-menu`: closes like a menu, with Escape, with a click elsewhere and after its work is done. */
const CLOSED_AFTER_MS = 1500;

for (const menu of document.querySelectorAll<HTMLDetailsElement>('.copy-menu')) {
  const close = () => {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus();
  };
  document.addEventListener('click', ({ target }) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && menu.open) close();
  });
  // It stays until its button has said what came of it.
  for (const button of menu.querySelectorAll('button'))
    button.addEventListener('click', () => setTimeout(close, CLOSED_AFTER_MS));
}

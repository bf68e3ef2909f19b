/** Brings the entry of the current page into view, where the menu is longer than the window. */
const menu = document.getElementById('starlight__sidebar');

function showCurrent(): void {
  const current = menu?.querySelector('[aria-current=page]') ?? menu?.querySelector('[aria-current]');
  if (!menu || !current) return;
  const entry = current.getBoundingClientRect();
  const frame = menu.getBoundingClientRect();
  // By hand: `scrollIntoView` might scroll the page as well.
  if (entry.top < frame.top || entry.bottom > frame.bottom)
    menu.scrollTop += entry.top - frame.top - frame.height / 2;
}

showCurrent();
// The menu of a phone has no size before it is opened.
menu?.addEventListener('toggle', showCurrent);

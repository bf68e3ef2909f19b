/** Brings the entry of the current page into view, where the menu is longer than the window. */
const menu = document.getElementById('starlight__sidebar');
const current = menu?.querySelector<HTMLElement>('[aria-current=page]');

/** By hand: `scrollIntoView` might scroll the page as well. */
function showCurrent(): void {
  if (menu && current && current.offsetTop + current.offsetHeight > menu.clientHeight)
    menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
}

showCurrent();
// The menu of a phone has no size before it is opened.
menu?.addEventListener('toggle', showCurrent);

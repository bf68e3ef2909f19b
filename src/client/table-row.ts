/**
 * A row of a table of codes opens like the link in it, wherever it is clicked. A link laid over the row would do so
 * without a script, and nobody could select the text under it any more.
 */
function openRow(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('a, button')) return;
  const link = target.closest('.code-table tbody tr')?.querySelector<HTMLAnchorElement>('th a');
  if (!link || getSelection()?.isCollapsed === false) return;
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
  if (isElsewhere) open(link.href, '_blank', 'noopener');
  else if (event.button === 0) link.click();
}

addEventListener('click', openRow);
addEventListener('auxclick', (event) => {
  if (event.button === 1) openRow(event);
});

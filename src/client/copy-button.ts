/** `.copy-button` with `data-text`, `data-copied`, `data-failed`: a button, and a status that tells what came of it. */
async function copy(place: HTMLElement): Promise<void> {
  const { text = '', copied = '', failed = '' } = place.dataset;
  const said = await navigator.clipboard.writeText(text).then(
    () => copied,
    () => failed,
  );
  const status = place.querySelector('[role=status]');
  if (!status) return;
  status.textContent = said;
  setTimeout(() => (status.textContent = ''), 3000);
}

for (const place of document.querySelectorAll<HTMLElement>('.copy-button')) {
  place.querySelector('button')?.addEventListener('click', () => void copy(place));
}

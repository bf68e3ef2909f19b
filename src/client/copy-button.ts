import { copyText } from './clipboard.ts';

/**
 * `button.copy-button`: copies its `data-text`, or the surrounding code block, and says within itself what came
 * of it, `data-copied` or `data-failed`, so that nothing moves.
 */
const SAID_FOR_MS = 1500;
/** Screen readers miss text in a live region that was inserted in the same moment. */
const LISTENED_AFTER_MS = 100;

let liveRegion: HTMLElement | undefined;

/** Tells screen readers, in the one place that the page has for it. */
function announce(text: string): void {
  liveRegion ??= document.body.appendChild(document.createElement('p'));
  liveRegion.className = 'sr-only';
  liveRegion.role = 'status';
  const place = liveRegion;
  setTimeout(() => (place.textContent = text), LISTENED_AFTER_MS);
}

async function copy(button: HTMLElement): Promise<void> {
  const { copied = '', failed = '' } = button.dataset;
  const text = button.dataset['text'] ?? button.parentElement?.querySelector('pre')?.textContent ?? '';
  const said = (await copyText(text, button)) ? copied : failed;
  button.dataset['said'] = said;
  announce(said);
  setTimeout(() => {
    delete button.dataset['said'];
    announce('');
  }, SAID_FOR_MS);
}

for (const button of document.querySelectorAll<HTMLElement>('.copy-button')) {
  button.addEventListener('click', () => void copy(button));
}

/**
 * Copies as a selection, because pages that come by plain http have no `navigator.clipboard`. The selected field stands
 * where the button does, so that nothing scrolls. Returns whether it worked.
 */
function copySelected(text: string, button: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr-only';
  button.after(field);
  field.select();
  // The only way without a secure context, whatever standards say of it.
  const isCopied = document.execCommand('copy');
  field.remove();
  button.focus();
  return isCopied;
}

/** Copies a text by the means that the browser allows for the click on a button. Returns whether it worked. */
export async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return copySelected(text, button);
  return clipboard.writeText(text).then(
    () => true,
    () => copySelected(text, button),
  );
}

/** `<copy-button data-text data-copied data-failed>`: a button, and a status that tells what came of it. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.copy());
  }

  async copy(): Promise<void> {
    const { text = '', copied = '', failed = '' } = this.dataset;
    const said = await navigator.clipboard.writeText(text).then(
      () => copied,
      () => failed,
    );
    const status = this.querySelector('[role=status]');
    if (!status) return;
    status.textContent = said;
    setTimeout(() => (status.textContent = ''), 3000);
  }
}

customElements.define('copy-button', CopyButton);

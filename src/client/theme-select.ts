const KEY = 'theme';
const light = matchMedia('(prefers-color-scheme: light)');

/** Empty means: as the system says. Storage may be switched off; then the choice lasts for this page. */
function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function store(theme: string): void {
  try {
    if (theme === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Nothing to remember it in.
  }
}

function show(theme: string): void {
  document.documentElement.dataset['theme'] = theme || (light.matches ? 'light' : 'dark');
  for (const select of document.querySelectorAll<HTMLSelectElement>('theme-select select')) {
    select.value = theme;
  }
}

/** `<theme-select>` around a select whose values are themes; ThemeProvider.astro reads the same key. */
class ThemeSelect extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = stored();
    select.addEventListener('change', () => {
      store(select.value);
      show(select.value);
    });
  }
}

customElements.define('theme-select', ThemeSelect);
light.addEventListener('change', () => show(stored()));

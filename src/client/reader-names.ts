import type { OwnName } from '../lib/placeholders.ts';

/**
 * `<reader-names>`: fills the reader's own names into the commands of the page. They are kept in this browser until
 * the reader takes them back, and stand neither in an address nor in a request.
 */
const KEY = 'names';

const form = document.querySelector<HTMLFormElement>('reader-names form');
const fields = [...(form?.querySelectorAll('input') ?? [])];

/** What was typed before in this browser; storage may be refused, or hold anything. */
function kept(): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function keep(): void {
  const names = fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
  try {
    if (names.length > 0) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(names)));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the names hold for this page.
  }
}

/** The name of a kind; empty where none was typed, or one that breaks its rule. */
function ownName(kind: OwnName): string {
  const name = kind.endsWith('path') ? 'repository' : kind;
  const { value = '' } = fields.find((field) => field.name === name && field.validity.valid) ?? {};
  if (kind === 'path') return value.replaceAll('/', String.raw`\$`);
  return kind === 'quoted-path' ? value.replaceAll('/', '$') : value;
}

function fill(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.placeholder[data-name]')) {
    const example = (place.dataset['example'] ??= place.textContent);
    place.textContent = ownName(place.dataset['name'] as OwnName) || example;
  }
}

/** Takes what is kept into the fields, and from there into the commands. */
function restore(): void {
  const names = kept();
  for (const field of fields) {
    const value = names[field.name];
    field.value = typeof value === 'string' ? value : '';
  }
  fill();
}

// This script comes when the form is opened: what was typed meanwhile counts.
const typed = fields.map(({ value }) => value);
restore();
if (typed.some((value) => value !== '')) {
  for (const [index, field] of fields.entries()) field.value = typed[index] || field.value;
  keep();
  fill();
}
// Other tabs may have changed them, also while this page lay in the history.
addEventListener('storage', restore);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) restore();
});
form?.addEventListener('submit', (event) => event.preventDefault());
form?.addEventListener('input', () => {
  keep();
  fill();
});
form?.querySelector('button')?.addEventListener('click', () => {
  for (const field of fields) field.value = '';
  keep();
  fill();
});

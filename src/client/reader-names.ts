import type { OwnName } from '../lib/placeholders.ts';

/**
 * `<reader-names>`: fills the reader's own names into the commands of the page. They are kept for this tab alone, and
 * stand neither in an address nor in a request.
 */
const KEY = 'names';

const form = document.querySelector<HTMLFormElement>('reader-names form');
const fields = [...(form?.querySelectorAll('input') ?? [])];

/** What was typed before in this tab; storage may be refused, or hold anything. */
function kept(): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(KEY) ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function keep(): void {
  const names = fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
  try {
    if (names.length > 0) sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(names)));
    else sessionStorage.removeItem(KEY);
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

const before = kept();
for (const field of fields) {
  const value = before[field.name];
  if (field.value === '' && typeof value === 'string') field.value = value;
}
fill();
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

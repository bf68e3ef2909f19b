/** Marks around quoted words: the vendor changes them from edition to edition, or drops them. */
const QUOTES = /["'\u2018-\u201f\u300a-\u300f\uff02\uff07]/gu;

const plain = (text: string): string => text.toLowerCase().replace(QUOTES, '');

/**
 * Finds the rendering of a vendor's row in another language, whatever quotation marks the row has in this edition.
 *
 * @param words rows as they were when somebody rendered them, with the renderings
 */
export function renderings(words: Readonly<Record<string, string>>): (row: string) => string | undefined {
  const byPlain = new Map(Object.entries(words).map(([row, rendering]) => [plain(row), rendering]));
  return (row) => words[row] ?? byPlain.get(plain(row));
}

/**
 * Whether a description contains a word of `content/domains.yaml` or `content/relations.yaml`, in any case, whatever
 * quotation marks either has. A word in quotation marks is the name of a parameter: no letter, digit or hyphen stands
 * beside it.
 */
export function hasWord(description: string, word: string): boolean {
  const text = plain(description);
  const name = plain(word);
  if (name === word.toLowerCase()) return text.includes(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ''}${text[at + name.length] ?? ''}`;
    if (!/[\w-]/.test(around)) return true;
  }
  return false;
}

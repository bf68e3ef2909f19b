/**
 * Text in the form in which it is read: compatibility forms folded (Unicode NFKC: full-width letters and digits,
 * ideographic spaces), typographic quotes made plain, invisible characters made spaces.
 * Every UTF-16 unit stays one unit, so offsets in the result are offsets in the text.
 */
export function foldText(text: string): string {
  return text.replace(/[^\x20-\x7e\n\t\u4e00-\u9fff]/gu, (character) => {
    const known = folded.get(character);
    if (known !== undefined) return known;
    const form = foldCharacter(character);
    folded.set(character, form);
    return form;
  });
}

const folded = new Map<string, string>();
const QUOTES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

function foldCharacter(character: string): string {
  const quote = QUOTES[character];
  if (quote !== undefined) return quote;
  if (/[\p{Cc}\p{Cf}\p{Zs}]/u.test(character)) return ' '.repeat(character.length);
  const form = character.normalize('NFKC');
  return form.length === character.length ? form : character;
}

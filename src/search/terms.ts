/** A Latin word or a single ideograph of a text, in the form used for comparing, and its offsets. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly isHan: boolean;
}

/** A Latin word without the endings of number and tense, so that `repositories` and `repository` agree. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  const singular = word.replace(/ies$/u, 'y').replace(/(?<=s|x|ch|sh)es$|(?<![su])s$/u, '');
  if (singular.length <= 4) return singular.replace(/e$/u, '');
  const plain = singular.replace(/(?:ed|ing)$/u, '');
  return plain.replace(/([bdgmnprt])\1$/u, '$1').replace(/e$/u, '');
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}/gu)].map((match) => {
    const isHan = !/[a-z0-9]/u.test(match[0]);
    const start = match.index;
    return { term: isHan ? match[0] : stem(match[0]), start, end: start + match[0].length, isHan };
  });
}

/**
 * The terms by which a text is compared: pairs of neighbouring ideographs (a lone one by itself)
 * and stems of Latin words; each once.
 */
export function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const terms = words.flatMap(({ term, isHan, start, end }, index) => {
    if (!isHan) return term.length < 2 ? [] : [term];
    const before = words[index - 1];
    const next = words[index + 1];
    if (next?.isHan && next.start === end) return [term + next.term];
    return before?.isHan && before.end === start ? [] : [term];
  });
  return [...new Set(terms)];
}

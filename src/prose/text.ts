/** How likely a cause is, where the evidence tells. */
export const LIKELIHOODS = ['common', 'possible', 'rare'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/** A stretch of a paragraph. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  /** A full error code that the text mentions. */
  | { readonly kind: 'mention'; readonly code: string }
  /** `[^id]`: where the fact before it comes from. */
  | { readonly kind: 'source'; readonly id: string }
  /** `[^inferred]`: the sentence before it is an inference of this site. */
  | { readonly kind: 'inferred' }
  /** `[common]` at the beginning of a list item: how likely the cause is. */
  | { readonly kind: 'likelihood'; readonly likelihood: Likelihood }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] };

/** A marker, or a full error code. */
const MARKER_OR_CODE = /(\[\^[^\]\s]+\]|\b[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*\.\d{3,}\b)/u;

/** Splits plain text at its markers (`[^id]`, `[^inferred]`) and at the error codes that it mentions. */
export function splitText(text: string): Inline[] {
  return text.split(MARKER_OR_CODE).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part }];
    if (part === '[^inferred]') return [{ kind: 'inferred' }];
    return [
      part.startsWith('[') ? { kind: 'source', id: part.slice(2, -1) } : { kind: 'mention', code: part },
    ];
  });
}

const LIKELIHOOD = new RegExp(String.raw`^\[(?<word>${LIKELIHOODS.join('|')})\]\s*`, 'u');

/** Takes `[common]`, `[possible]` or `[rare]` off the beginning of a paragraph. */
export function splitLikelihood(children: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = children;
  const match = first?.kind === 'text' ? LIKELIHOOD.exec(first.text) : null;
  if (first?.kind !== 'text' || !match) return children;
  return [
    { kind: 'likelihood', likelihood: match.groups?.['word'] as Likelihood },
    { kind: 'text', text: first.text.slice(match[0].length) },
    ...rest,
  ];
}

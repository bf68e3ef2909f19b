import type { Inline, Likelihood } from './prose.ts';

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

const LIKELIHOOD = /^\[(?<word>common|possible|rare)\]\s*/u;

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

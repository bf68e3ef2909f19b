import type { Inline } from './prose.ts';

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

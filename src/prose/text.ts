import { splitMentions } from './mentions.ts';
import type { Inline } from './prose.ts';

const MARKER = /\[\^([^\]\s]+)\]/u;

/** The marker that says: this is our inference, no source says it. */
const INFERRED = 'inferred';

/** Splits plain text at its markers (`[^id]`, `[^inferred]`) and at the error codes that it mentions. */
export function splitText(text: string): Inline[] {
  return text.split(MARKER).flatMap((part, index): Inline[] => {
    if (index % 2 === 1) return [part === INFERRED ? { kind: 'inferred' } : { kind: 'source', id: part }];
    return splitMentions(part).map(({ text: stretch, code }) =>
      code === undefined ? { kind: 'text', text: stretch } : { kind: 'mention', code },
    );
  });
}

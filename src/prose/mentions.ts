/** A stretch of text; `code` is set where the stretch is an error code. */
export interface TextPart {
  readonly text: string;
  readonly code?: string;
}

const MENTION = /\b[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*\.\d{3,}\b/gu;

/** Splits prose at the full codes that it mentions, so that pages can link them. */
export function splitMentions(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], code: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

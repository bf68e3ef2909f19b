/** A text as Markdown (CommonMark, GFM) in which it stands for itself: no markup, no HTML, one line. */
export function toMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|~&]/gu, String.raw`\$&`);
}

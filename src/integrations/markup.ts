import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** Is told what stands in a page, in the order in which it stands there. */
export interface MarkupReader {
  open(tag: string, attributes: Attributes): void;
  /** A text may come in pieces. */
  text(piece: string): void;
  close(tag: string): void;
}

/**
 * Reads a built page once, for all that want to know something of it. Pages are well formed, because Astro wrote them;
 * so this parser, which builds no tree and corrects little, finds in them what a browser does.
 */
export function readMarkup(html: string, ...readers: readonly MarkupReader[]): void {
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      for (const reader of readers) reader.open(tag, attributes);
    },
    ontext: (piece) => {
      for (const reader of readers) reader.text(piece);
    },
    onclosetag: (tag) => {
      for (const reader of readers) reader.close(tag);
    },
  });
  parser.end(html);
}

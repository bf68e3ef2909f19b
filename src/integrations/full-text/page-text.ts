/** What full-text search gets of a built page: what stands in `data-pagefind-body`, by weight. */
import type { Attributes, MarkupReader } from '../markup.ts';

/** A page as full-text search gets it. */
export interface PageText {
  readonly title: string;
  /** One sentence that says what the page is about, from its head. */
  readonly summary: string;
  /** Stretches of text; `weight` as in `data-pagefind-weight`, 1 where nothing else is said. */
  readonly stretches: readonly { readonly weight: number; readonly text: string }[];
}

/** What a page is called says most of what it is about; as in `data-pagefind-weight`. */
const HEADING_WEIGHT = new Map([
  ['h1', 10],
  ['h2', 2],
]);
/** Elements that do not end a word. */
const INLINE = new Set(['a', 'b', 'code', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'wbr']);
/** What is no text, or the frame around a page and not its text. */
const LEFT_OUT = new Set(['footer', 'nav', 'noscript', 'script', 'style', 'svg', 'template']);

/** What an open element means for the text in it. */
interface Frame {
  readonly weight: number;
  readonly isInline: boolean;
  readonly isLeftOut: boolean;
  readonly isHeading: boolean;
}

const BODY: Frame = { weight: 1, isInline: false, isLeftOut: false, isHeading: false };

function frameOf(tag: string, attributes: Attributes, parent: Frame): Frame {
  const weight = Number(attributes['data-pagefind-weight'] ?? HEADING_WEIGHT.get(tag) ?? parent.weight);
  return {
    weight,
    isInline: INLINE.has(tag) && weight === parent.weight,
    isLeftOut: parent.isLeftOut || LEFT_OUT.has(tag) || 'data-pagefind-ignore' in attributes,
    isHeading: parent.isHeading || tag === 'h1',
  };
}

/** Gathers the text of a page. */
export class PageTextReader implements MarkupReader {
  readonly #texts = new Map<number, string>();
  #summary = '';
  #title = '';
  /** Elements of the body that are open, outermost first; undefined as long as there is no body. */
  #frames: Frame[] | undefined;

  /** What was read; undefined for a page that does not belong in full-text search: it has no `data-pagefind-body`. */
  get page(): PageText | undefined {
    if (!this.#frames) return undefined;
    const title = this.#title.replace(/\s+/gu, ' ').trim();
    const stretches = [...this.#texts].map(([weight, text]) => ({ weight, text }));
    return { title, summary: this.#summary, stretches };
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'meta' && attributes['name'] === 'description') this.#summary = attributes['content'] ?? '';
    if (!this.#frames) {
      if ('data-pagefind-body' in attributes) this.#frames = [BODY];
      return;
    }
    const parent = this.#frames.at(-1);
    if (!parent) return;
    const frame = frameOf(tag, attributes, parent);
    this.#frames.push(frame);
    if (!frame.isInline) this.#add(' ', parent);
  }

  text(piece: string): void {
    const frame = this.#frames?.at(-1);
    if (frame) this.#add(piece, frame);
  }

  close(): void {
    const frame = this.#frames?.pop();
    const parent = this.#frames?.at(-1);
    if (frame && parent && !frame.isInline) this.#add(' ', parent);
  }

  #add(text: string, { weight, isLeftOut, isHeading }: Frame): void {
    if (isHeading) this.#title += text;
    if (!isLeftOut) this.#texts.set(weight, (this.#texts.get(weight) ?? '') + text);
  }
}

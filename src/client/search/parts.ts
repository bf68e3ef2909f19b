import type * as Explanations from './explanations.ts';
import type * as FullText from './full-text.ts';

/** The parts of search that not every answer needs; whoever asks decides when they are loaded. */
export interface LaterParts {
  readonly explanations: () => Promise<typeof Explanations>;
  readonly fullText: () => Promise<typeof FullText>;
}

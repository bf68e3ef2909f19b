import { codePath, messagePath } from '../addresses/addresses.ts';
import type { Line } from '../decode/decode.ts';
import { toMarkdown } from '../lib/escape.ts';
import { visible } from '../lib/visible.ts';
import type { Advice, AdviceFile } from '../search/lookup-file.ts';
import type { Strings } from '../i18n/index.ts';
import { fill } from '../i18n/fill.ts';
import { serviceOf, type Explained } from './explained.ts';
import { link } from './links.ts';

/** The words of a conclusion. */
export interface ConclusionWords {
  readonly title: string;
  readonly advice: string;
  readonly likely: string;
  readonly unknown: string;
  readonly verdict: Strings['verdict'];
}

/** One result of a decoded text, as a conclusion says it. */
interface Result {
  readonly name: string;
  readonly address?: string;
  readonly says: string;
  readonly advice?: Advice | undefined;
  readonly isLikely: boolean;
}

const absolute = (path: string) => new URL(link(path), location.href).href;

function resultOf(
  line: Line,
  advice: AdviceFile,
  words: ConclusionWords,
  explained: Explained | undefined,
): Result {
  switch (line.kind) {
    case 'known': {
      const { hit, way } = line;
      const isLikely = way !== 'named';
      return {
        name: hit.code,
        address: absolute(hit.path),
        says: hit.description,
        advice: advice[hit.path],
        isLikely,
      };
    }
    case 'cause': {
      const { cause, advice: own, strength } = line.found;
      return {
        name: cause.name,
        address: absolute(messagePath(cause.id)),
        says: '',
        advice: own,
        isLikely: strength === 'likely',
      };
    }
    case 'unknown': {
      const { code } = line.finding;
      return { name: code, address: absolute(codePath(code)), says: words.unknown, isLikely: false };
    }
    case 'foreign': {
      const service = explained && serviceOf(line, explained);
      const says = service
        ? fill(explained.words.foreign.says, { name: service.name, note: service.note })
        : '';
      return { name: visible(line.title), says, isLikely: false };
    }
    default:
      return { name: visible(line.title), says: '', isLikely: false };
  }
}

const verdictOf = ({ actor, retry }: Advice, { verdict }: ConclusionWords) =>
  `${verdict.actors[actor]} · ${verdict.retries[retry]}`;

/** What was found in a text, for an answer to whoever sent it: plain text. */
export function conclusion(
  lines: readonly Line[],
  advice: AdviceFile,
  words: ConclusionWords,
  explained?: Explained,
): string {
  const results = lines.map((line) => resultOf(line, advice, words, explained));
  const parts = results.map(({ name, address, says, advice: own, isLikely }) =>
    [
      [isLikely ? words.likely : '', name, says].filter(Boolean).join(' '),
      ...(own ? [`${words.advice}${own.summary}`, verdictOf(own, words)] : []),
      ...(address === undefined ? [] : [address]),
    ].join('\n'),
  );
  return [words.title, ...parts].join('\n\n');
}

/** The same as Markdown. */
export function conclusionMarkdown(
  lines: readonly Line[],
  advice: AdviceFile,
  words: ConclusionWords,
  explained?: Explained,
): string {
  const results = lines.map((line) => resultOf(line, advice, words, explained));
  const items = results.map(({ name, address, says, advice: own, isLikely }) => {
    const title = address === undefined ? toMarkdown(name) : `[${toMarkdown(name)}](${address})`;
    const head = [isLikely ? words.likely : '', `**${title}**`, toMarkdown(says)].filter(Boolean).join(' ');
    const more = own ? [`  - ${words.advice}${toMarkdown(own.summary)}`, `  - ${verdictOf(own, words)}`] : [];
    return [`- ${head}`, ...more].join('\n');
  });
  return [words.title, '', ...items].join('\n');
}

import { codePath, messagePath } from '../addresses/addresses.ts';
import type { Line } from '../decode/decode.ts';
import { toMarkdown } from '../lib/escape.ts';
import { visible } from '../lib/visible.ts';
import type { Advice, AdviceFile } from '../search/lookup-file.ts';
import type { Strings } from '../i18n/index.ts';
import { fill } from '../i18n/fill.ts';
import { serviceOf, type Explained } from './explained.ts';
import { link } from './links.ts';

/** What a conclusion is made of besides what was found. */
export interface Told {
  readonly words: Strings['decode']['conclusion'] & Pick<Strings, 'verdict'>;
  readonly advice: AdviceFile;
  readonly explained: Explained | undefined;
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

function resultOf(line: Line, { advice, explained, words }: Told): Result {
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

const verdictOf = ({ actor, retry, vendor }: Advice, { verdict }: Told['words']) =>
  `${vendor ?? verdict.actors[actor]} · ${verdict.retries[retry]}`;

/** What was found in a text, for an answer to whoever sent it: plain text. */
export function conclusion(lines: readonly Line[], told: Told): string {
  const { words } = told;
  const parts = lines.map((line) => {
    const { name, address, says, advice, isLikely } = resultOf(line, told);
    return [
      [isLikely ? words.likely : '', name, says].filter(Boolean).join(' '),
      ...(advice ? [`${words.advice}${advice.summary}`, verdictOf(advice, words)] : []),
      ...(address === undefined ? [] : [address]),
    ].join('\n');
  });
  return [words.title, ...parts].join('\n\n');
}

/** The same as Markdown. */
export function conclusionMarkdown(lines: readonly Line[], told: Told): string {
  const { words } = told;
  const items = lines.map((line) => {
    const { name, address, says, advice, isLikely } = resultOf(line, told);
    const title = address === undefined ? toMarkdown(name) : `[${toMarkdown(name)}](${address})`;
    const head = [isLikely ? words.likely : '', `**${title}**`, toMarkdown(says)].filter(Boolean).join(' ');
    const more = advice
      ? [`  - ${words.advice}${toMarkdown(advice.summary)}`, `  - ${verdictOf(advice, words)}`]
      : [];
    return [`- ${head}`, ...more].join('\n');
  });
  return [words.title, '', ...items].join('\n');
}

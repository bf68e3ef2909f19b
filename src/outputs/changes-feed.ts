import { changesFilePath, changesPath } from '../addresses/addresses.ts';
import { countChanges } from '../editions/diff.ts';
import type { Changes, Edition } from '../schema/editions.ts';
import type { Product } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { settingsIn } from '../load/settings.ts';
import { strings, type Strings } from '../i18n/index.ts';
import { escapeXml } from '../lib/escape.ts';

/**
 * The editions of a product as an Atom feed (RFC 4287), newest first.
 */
export async function changesFeed(product: Product): Promise<string> {
  const { editions, locale, vendor } = product;
  const words = strings(locale, vendor);
  const author = (await settingsIn(locale)).title;
  const self = absoluteLink(changesFilePath('xml', product.path), locale);
  const title = `${product.shortName} ${words.changes.title}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${escapeXml(self)}</id>
  <title>${escapeXml(title)}</title>
  <subtitle>${escapeXml(words.changes.description(product.shortName))}</subtitle>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(absoluteLink(changesPath(product.path), locale))}"/>
  <author><name>${escapeXml(author)}</name></author>
  <updated>${timestamp(editions.at(-1))}</updated>
${editions
  .toReversed()
  .map((edition) => entry(product, edition, words))
  .join('\n')}
</feed>
`;
}

function entry(product: Product, edition: Edition, words: Strings): string {
  const address = escapeXml(absoluteLink(changesPath(product.path, product.anchor(edition)), product.locale));
  const title = `${product.shortName} ${words.changes.edition(edition.edition)}${words.marks.colon}${words.changes.codes(edition.codes)}`;
  return `  <entry>
    <id>${address}</id>
    <title>${escapeXml(title)}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <updated>${timestamp(edition)}</updated>
    <content type="text">${escapeXml(summary(edition, words))}</content>
  </entry>`;
}

function summary({ changes }: Edition, words: Strings): string {
  if (!changes) return words.changes.first;
  return countChanges(changes) === 0 ? words.changes.none : sections(changes, words).join('\n');
}

/** What matters line by line; what hardly does, as a number. */
function sections(changes: Changes, { changes: words, marks }: Strings): string[] {
  const lines: Partial<Record<keyof typeof words.kinds, string[]>> = {
    added: changes.added.map(({ code, description }) => `${code} ${description}`),
    removed: changes.removed.map(({ code, description }) => `${code} ${description}`),
    renamed: changes.renamed.map(({ from, to }) => `${from} ${words.to} ${to}`),
    reworded: changes.reworded.map(({ code, before, after }) => `${code} ${before} ${words.to} ${after}`),
    statusChanged: changes.statusChanged.map(
      ({ code, before, after }) => `${code} ${before.join(marks.list)} ${words.to} ${after.join(marks.list)}`,
    ),
  };
  return (Object.keys(words.kinds) as (keyof typeof words.kinds)[]).flatMap((kind) =>
    changes[kind].length === 0
      ? []
      : [
          words.count(words.kinds[kind], changes[kind].length),
          ...(lines[kind] ?? []).map((line) => `  ${line}`),
        ],
  );
}

/** Midnight (UTC) of an edition's date; of a month or a year alone, of its first day. */
function timestamp(edition: Edition | undefined): string {
  const [year = '1970', month = '01', day = '01'] = edition?.edition.split('-') ?? [];
  return `${year}-${month}-${day}T00:00:00Z`;
}

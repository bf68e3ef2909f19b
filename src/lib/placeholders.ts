/** What a reader has to replace in the site's examples. */

/**
 * A name of the reader's own that the page can fill in. In the path of an API call the `/` of a repository is written
 * `$`: `path` where the shell reads `$` as the beginning of a variable, `quoted-path` in single quotes.
 */
export type OwnName = 'region' | 'organization' | 'repository' | 'tag' | 'path' | 'quoted-path';

export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** Without it, the reader replaces it by hand: `YOUR_ORG` names what a command destroys. */
  readonly name?: OwnName;
}

/** The names of region, organization, image and user. What is copied from Docker Hub stays what it is. */
const PLACEHOLDER = new RegExp(
  [
    '(?<region>cn-north-4)',
    '(?<organization>my-org)',
    String.raw`(?<path>(?<=/repos(?:itories)?/)nginx(?![\w.$-]))`,
    String.raw`(?<repository>(?<=my-org/|name::|[?&]name=|"repository": ?"|--(?:arg )?repository[ =])nginx(?![\w.$-])|(?<![\w/])nginx(?=:v1\b))`,
    String.raw`(?<tag>(?<=nginx:|[?&]tag=|tag::|"source_tag": ?"|\bTAG=)v1(?![\w.]))`,
    String.raw`my-(?:app|account)|user01|nginx(?:\.tar(?:\.gz)?|\.tgz|:[\w.]+)?|YOUR_[A-Z]+`,
  ].join('|'),
  'gu',
);

/** Whether a place stands in a word that begins with a single quote. */
const isInSingleQuotes = (code: string, at: number) => /(?:^|\s)'\S*$/u.test(code.slice(0, at));

/** The placeholders of a code, in their order. */
export function placeholdersIn(code: string): Placeholder[] {
  return [...code.matchAll(PLACEHOLDER)].map(({ index, groups = {}, 0: { length } }) => {
    const place = { start: index, end: index + length };
    const [found] = Object.entries(groups).find(([, text]) => text !== undefined) ?? [];
    if (found === undefined) return place;
    const isQuoted = found === 'path' && isInSingleQuotes(code, index);
    return { ...place, name: (isQuoted ? 'quoted-path' : found) as OwnName };
  });
}

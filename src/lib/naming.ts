/**
 * The naming rules of organizations, repositories and image versions (tags).
 *
 * Organization and repository: the vendor's API reference (创建组织, 在组织下创建镜像仓库); `library` after the OTC user
 * manual. Tag: the vendor states no rule, the one of the OCI distribution specification holds in practice.
 */

/** What is named. */
export type NamedKind = 'organization' | 'repository' | 'tag';

/** A rule that a name can break; the words for it are in the site's strings. */
export type NamingRule =
  | 'empty'
  | 'too-long-64'
  | 'too-long-128'
  | 'upper-case'
  | 'characters'
  | 'repository-characters'
  | 'tag-characters'
  | 'first-letter'
  | 'first-letter-or-digit'
  | 'tag-first'
  | 'last'
  | 'separators'
  | 'reserved';

/** A rule and whether a name that is not empty keeps it. */
type Check = readonly [rule: NamingRule, keeps: (name: string) => boolean];

/** Length in Unicode code points, as a reader counts. */
const atMost = (length: number) => (name: string) => [...name].length <= length;
/** Separators must not be adjacent, except two underscores. */
const separatorsApart = (name: string) =>
  [...name.matchAll(/[._/-]{2,}/gu)].every(([found]) => found === '__');

const RULES: Readonly<Record<NamedKind, readonly Check[]>> = {
  organization: [
    ['too-long-64', atMost(64)],
    ['upper-case', (name) => !/[A-Z]/u.test(name)],
    ['characters', (name) => /^[a-zA-Z0-9._-]*$/u.test(name)],
    ['first-letter', (name) => /^[a-z]/u.test(name)],
    ['last', (name) => /[a-z0-9]$/u.test(name)],
    ['separators', separatorsApart],
    ['reserved', (name) => name !== 'library'],
  ],
  repository: [
    ['too-long-128', atMost(128)],
    ['upper-case', (name) => !/[A-Z]/u.test(name)],
    ['repository-characters', (name) => /^[a-zA-Z0-9._/-]*$/u.test(name)],
    ['first-letter-or-digit', (name) => /^[a-z0-9]/u.test(name)],
    ['last', (name) => /[a-z0-9]$/u.test(name)],
    ['separators', separatorsApart],
  ],
  tag: [
    ['too-long-128', atMost(128)],
    ['tag-characters', (name) => /^[a-zA-Z0-9._-]*$/u.test(name)],
    ['tag-first', (name) => !/^[.-]/u.test(name)],
  ],
};

/**
 * The rules that a name breaks, most telling first.
 *
 * @param name as it was typed; any text
 * @returns nothing when the name may be used
 */
export function brokenRules(kind: NamedKind, name: string): readonly NamingRule[] {
  if (name === '') return ['empty'];
  return RULES[kind].filter(([, keeps]) => !keeps(name)).map(([rule]) => rule);
}

/** A part of an image's address. */
export interface NamedPart {
  readonly kind: 'host' | NamedKind;
  readonly name: string;
}

/** What stands between a host and a tag: `swr.cn-north-4.myhuaweicloud.com` is one by its dots, `localhost:5000` by its port. */
const isHost = (name: string) => /[.:]/u.test(name) || name === 'localhost';

/**
 * The parts of an image's address as docker reads it: `host/organization/repository:tag`; without a host it begins with
 * the organization. A digest is left out: nobody chooses it.
 *
 * @param address any text; blanks around it and a scheme do not count
 */
export function partsOfAddress(address: string): NamedPart[] {
  const text = address.trim().replace(/^https?:\/\//iu, '');
  if (text === '') return [];
  const [path = ''] = text.split('@', 1);
  const segments = path.split('/');
  const [first = ''] = segments;
  const host = segments.length > 1 && isHost(first) ? segments.shift() : undefined;
  const colon = (segments.at(-1) ?? '').indexOf(':');
  const tag = colon < 0 ? undefined : segments.at(-1)?.slice(colon + 1);
  if (colon >= 0) segments.push(segments.pop()?.slice(0, colon) ?? '');
  const [organization = '', ...repository] = segments;
  return [
    ...(host === undefined ? [] : [{ kind: 'host' as const, name: host }]),
    { kind: 'organization', name: organization },
    { kind: 'repository', name: repository.join('/') },
    ...(tag === undefined ? [] : [{ kind: 'tag' as const, name: tag }]),
  ];
}

/**
 * The nearest name that keeps the rules: lower case, other characters and rows of separators one hyphen.
 *
 * @returns undefined where nothing is left of the name, or what is left breaks a rule
 */
export function mendedName(kind: NamedKind, name: string): string | undefined {
  const cased = kind === 'tag' ? name : name.toLowerCase();
  const mended = cased
    .trim()
    .replace(kind === 'repository' ? /[^a-z0-9._/-]+/gu : /[^a-zA-Z0-9._-]+/gu, '-')
    .replace(/[._/-]{2,}/gu, (run) => (run === '__' ? run : run.includes('/') ? '/' : '-'))
    .replace(kind === 'tag' ? /^[.-]+/u : /^[._/-]+|[._/-]+$/gu, '');
  return brokenRules(kind, mended).length === 0 ? mended : undefined;
}

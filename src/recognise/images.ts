import type { Span } from '../lib/span.ts';
import type { Registries } from './registries.ts';

/** An image address of a text, in its parts. */
export interface NamedImage extends Span {
  readonly host: string;
  /** The first part of the name; absent where the name has one part only, which SWR refuses. */
  readonly organization?: string;
  /** The rest of the name; it may contain slashes. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly isSwr: boolean;
}

const LABEL = '[A-Za-z0-9-]{1,63}';
const HOST = String.raw`(?:(?:${LABEL}\.){1,10}${LABEL}|localhost)(?::\d{1,5})?`;
const SCHEME = String.raw`(?:[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)?`;
const PART = String.raw`[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`;
const DIGEST = String.raw`sha256:[0-9a-f]{6,64}`;
/** `host/org/app:1.0@sha256:…`. */
const NAME = String.raw`(?<name>${PART}(?:\/${PART}){0,8})(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>${DIGEST}))?`;
/** `host/v2/org/app/manifests/1.0`. */
const API = String.raw`v2\/(?<path>${PART}(?:\/${PART}){0,8}?)\/(?:blobs\/|(?:manifests|tags)\/(?<reference>${DIGEST}|[\w.-]{1,128}))`;
const ADDRESS = new RegExp(
  String.raw`(?<![A-Za-z0-9.@:/-])${SCHEME}(?<host>${HOST})\/(?:${API}|${NAME})`,
  'g',
);
/** Paths of a registry's host that are no names of images. */
const OTHER_PATH = /^(?:v2|swr)(?:\/|$)/;

/** The dot that ends a sentence is no part of a tag. */
const trimmed = (tag: string) => tag.replace(/[.-]+$/, '');

type Groups = Readonly<Record<string, string | undefined>>;

function partsOf({ path, name = '', reference, tag, digest }: Groups) {
  const whole = path ?? name;
  const slash = whole.indexOf('/');
  const isDigest = reference?.startsWith('sha256:') ?? false;
  const byTag = tag ?? (isDigest ? undefined : reference);
  const byDigest = digest ?? (isDigest ? reference : undefined);
  return {
    ...(slash < 0 ? {} : { organization: whole.slice(0, slash) }),
    repository: whole.slice(slash + 1),
    ...(byTag === undefined ? {} : { tag: trimmed(byTag) }),
    ...(byDigest === undefined ? {} : { digest: byDigest }),
  };
}

/** Addresses of images in a text, each once, in its order: on known registries, and those with a registry's path. */
export function findImages(text: string, registries: Registries): NamedImage[] {
  const images = new Map<string, NamedImage>();
  for (const match of text.matchAll(ADDRESS)) {
    const groups: Groups = match.groups ?? {};
    const { host = '', path, name = '' } = groups;
    const isApi = path !== undefined;
    const known = registries.of(host);
    if (!isApi && (!known || OTHER_PATH.test(name))) continue;
    const parts = partsOf(groups);
    const key = JSON.stringify([host, parts]);
    if (images.has(key)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    images.set(key, { host, ...parts, isSwr: known?.isSwr ?? false, ...span });
  }
  return [...images.values()];
}

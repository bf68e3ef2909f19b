import type { RegistryHosts } from '../schema/causes.ts';
import type { Span } from '../lib/span.ts';

/** A registry that a text names. */
export interface NamedRegistry extends Span {
  readonly host: string;
  /** Id of its entry in the data; absent where only the path behind the host shows that it is a registry. */
  readonly id?: string;
  readonly isSwr: boolean;
}

const LABEL = '[A-Za-z0-9-]{1,63}';
const HOST = new RegExp(
  String.raw`(?<![A-Za-z0-9.@-])(?:${LABEL}\.){1,10}${LABEL}(?::\d{1,5})?(?<path>\/v2\/)?`,
  'g',
);

/** `.example.com` is the end of a name, `swr.*.example.com` a whole name with any label. */
const asPattern = (host: string) =>
  new RegExp(`${host.startsWith('.') ? '' : '^'}${host.replaceAll('.', '\\.').replaceAll('*', LABEL)}$`, 'i');

type Known = Pick<NamedRegistry, 'id' | 'isSwr'>;

/** Tells registries by their hosts' names. */
export class Registries {
  readonly #known: readonly (Known & { readonly patterns: readonly RegExp[] })[];

  constructor(registries: readonly RegistryHosts[]) {
    this.#known = registries.map(({ id, isSwr = false, hosts }) => ({
      id,
      isSwr,
      patterns: hosts.map(asPattern),
    }));
  }

  /** @returns what is known of a host; undefined where it is no known registry's */
  of(host: string): Known | undefined {
    const name = host.replace(/:\d+$/, '');
    return this.#known.find(({ patterns }) => patterns.some((pattern) => pattern.test(name)));
  }

  /** Registries that a text names, in its order: known hosts, and hosts with the path of a registry behind them. */
  find(text: string): NamedRegistry[] {
    const answers = new Map<string, Known | undefined>();
    const found: NamedRegistry[] = [];
    for (const match of text.matchAll(HOST)) {
      const path = match.groups?.['path'] ?? '';
      const host = match[0].slice(0, match[0].length - path.length);
      if (!answers.has(host)) answers.set(host, this.of(host));
      const known = answers.get(host);
      if (!known && path === '') continue;
      const { id, isSwr = false } = known ?? {};
      const span = { start: match.index, end: match.index + host.length };
      found.push({ host, ...(id === undefined ? {} : { id }), isSwr, ...span });
    }
    return found;
  }
}

/** The look-up data of a product as one JSON file: everything that search and decoder need to answer from it. */
import type { CodeEntry, CodeState } from '../catalog/entry.ts';
import { parseErrorCode, type CodeGrammar } from '../catalog/code.ts';
import type { Actor, RetryVerdict } from '../schema/verdicts.ts';
import type { ListedData } from '../schema/listed.ts';
import type { ForeignService, Synonyms } from '../schema/lookup.ts';
import type { StatusData } from '../schema/statuses.ts';
import type { ServiceName } from './read.ts';

/** Name of the file of the causes, beside those of the products; no product's id begins like this. */
export const CAUSES_FILE = '_causes';

/** Name of the file with the advice of every code's page, in the same place. */
export const ADVICE_FILE = '_advice';

/** Name of the file with what is said of statuses, and the words of explanations, in the same place. */
export const EXPLANATIONS_FILE = '_explanations';

/** Name of the file with what is said of codes that are not the site's, in the same place. */
export const OTHERS_FILE = '_others';

/** What the page of a code or of a cause says first. */
export interface Advice {
  readonly summary: string;
  readonly actor: Actor;
  readonly retry: RetryVerdict;
  /** Who the vendor is that acts, where it is not the one that the site is about. */
  readonly vendor?: string | undefined;
}

/** The advice of codes by the paths of their pages. */
export type AdviceFile = Readonly<Record<string, Advice>>;

/** What an HTTP status means, who acts and whether a retry can help. */
export type StatusFacts = Pick<StatusData, 'label' | 'meaning' | 'actor' | 'retry'>;

/** What is said of statuses, by their numbers. */
export interface Explanations {
  readonly statuses: Readonly<Record<number, StatusFacts>>;
}

/** What is said of codes that are not the site's. */
export interface OthersFile {
  /** By the prefixes of their codes. */
  readonly services: Readonly<Record<string, Pick<ForeignService, 'name' | 'note' | 'url'>>>;
  /** What another official list says of codes that need no page. */
  readonly pageless: ListedData['pageless'];
}

/** What is the same for every product of the site. */
export interface CommonLookupData {
  /** Statuses with the English names that clients print. */
  readonly statuses: readonly (Pick<StatusData, 'name' | 'aliases'> & { readonly status: number })[];
  /** Services whose codes the site knows by their prefixes, its own among them. */
  readonly services: readonly Pick<ForeignService, 'prefix' | 'digits'>[];
  /** Codes without a page of which another official list says something. */
  readonly elsewhere: readonly string[];
  readonly synonyms: Synonyms;
}

/** The file of one product. */
export interface LookupFile extends CommonLookupData {
  readonly id: string;
  /** First part of its addresses, '' at the site's root. */
  readonly path: string;
  /** Names of its domains by their ids, as results show them. */
  readonly domains: Readonly<Record<string, string>>;
  readonly names: readonly ServiceName[];
  /** Former or other names of codes → what they are called today. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Codes column by column, each state sorted by code: alike texts side by side compress better. */
  readonly codes: {
    readonly code: readonly string[];
    readonly statuses: readonly (readonly number[])[];
    /** Index among `domains`. */
    readonly domain: readonly number[];
    readonly description: readonly string[];
    /** Descriptions in the site's other languages, in which people ask, too; absent where there are none. */
    readonly also?: readonly (readonly string[])[];
    readonly messages: readonly (readonly string[])[];
    /** States with the numbers of their codes: those of the first come first. */
    readonly states: readonly (readonly [CodeState, number])[];
  };
  /** Names of the files of the other products, without `.json`. */
  readonly others: readonly string[];
}

/** A product as far as its file is made of it. */
export interface LookupProduct {
  readonly id: string;
  readonly shortName: string;
  readonly path: string;
  readonly vendor?: string | undefined;
  readonly grammar?: CodeGrammar | undefined;
  /** In the order of the data file. */
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly CodeEntry[];
  /** Code → its descriptions in the site's other languages. */
  readonly also?: ReadonlyMap<string, readonly string[]>;
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * `SVCSTG.SWR.4001048` → family `SVCSTG`, service `SWR`; `APIG.0101` → service `APIG`, four digits. A code that is more
 * than a service and a number (`CCI.01.400101`) names none.
 */
function namesOf({ entries, grammar, vendor }: LookupProduct): ServiceName[] {
  const names = new Map<
    string,
    Omit<ServiceName, 'lengths' | 'hasStatus'> & { lengths: Set<number>; hasStatus: boolean }
  >();
  for (const { code, service, number } of entries) {
    const at = code.indexOf(`${service}.`);
    if (at < 0 || !/^\d+$/u.test(number)) continue;
    const family = at > 0 ? code.slice(0, at - 1) : '';
    const name = names.get(`${family}.${service}`) ?? {
      family,
      service,
      lengths: new Set(),
      hasStatus: true,
      ...(vendor !== undefined && { vendor }),
    };
    names.set(`${family}.${service}`, name);
    name.lengths.add(number.length);
    name.hasStatus &&= parseErrorCode(code, grammar)?.httpStatus !== undefined;
  }
  return [...names.values()].map((name) => ({ ...name, lengths: [...name.lengths].sort((a, b) => a - b) }));
}

/** Domains as results name them: told apart from those of other products where there are several. */
function domainNames({ path, shortName, domains }: LookupProduct, isOneOfSeveral: boolean) {
  return Object.fromEntries(
    domains.map(({ id, name }) => [
      path === '' ? id : `${path}/${id}`,
      isOneOfSeveral ? `${shortName} · ${name}` : name,
    ]),
  );
}

function columnsOf({ entries, domains, also }: LookupProduct): LookupFile['codes'] {
  const byState = Map.groupBy(entries, ({ state }) => state);
  const sorted = [...byState.values()].flatMap((each) => each.sort((a, b) => (a.code < b.code ? -1 : 1)));
  return {
    code: sorted.map(({ code }) => code),
    statuses: sorted.map(({ statuses }) => statuses),
    domain: sorted.map(({ domain }) => domains.findIndex(({ id }) => id === domain)),
    description: sorted.map(({ description }) => description),
    ...(also && { also: sorted.map(({ code }) => also.get(code) ?? []) }),
    messages: sorted.map(({ messages }) => messages),
    states: [...byState].map(([state, { length }]) => [state, length]),
  };
}

/** What the site's data files say, as far as look-ups need it. */
export interface CommonData {
  readonly statuses: readonly (StatusData & { readonly status: number })[];
  readonly services: readonly ForeignService[];
  readonly synonyms: Synonyms;
  readonly pageless: OthersFile['pageless'];
}

const commonOf = ({ statuses, services, synonyms, pageless }: CommonData): CommonLookupData => ({
  statuses: statuses.map(({ status, name, aliases }) => ({ status, name, aliases })),
  services: services.map(({ prefix, digits }) => ({ prefix, digits })),
  elsewhere: pageless.flatMap(({ codes }) => Object.keys(codes)).sort(),
  synonyms,
});

/** What is said of statuses where an answer is not a code of the site. */
export const explanationsOf = ({ statuses }: CommonData): Explanations => ({
  statuses: Object.fromEntries(
    statuses.map(({ status, label, meaning, actor, retry }) => [status, { label, meaning, actor, retry }]),
  ),
});

/** What is said of codes that are not the site's. */
export const othersOf = ({ services, pageless }: CommonData): OthersFile => ({
  services: Object.fromEntries(services.map(({ prefix, name, note, url }) => [prefix, { name, note, url }])),
  pageless,
});

/**
 * Makes the look-up file of a product.
 *
 * @param others ids of the site's other products
 */
export function buildLookupFile(
  product: LookupProduct,
  others: readonly string[],
  common: CommonData,
): LookupFile {
  return {
    id: product.id,
    path: product.path,
    domains: domainNames(product, others.length > 0),
    names: namesOf(product),
    aliases: product.aliases,
    codes: columnsOf(product),
    ...commonOf(common),
    others,
  };
}

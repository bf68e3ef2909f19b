/** The look-up data of a product as one JSON file: everything that search and decoder need to answer from it. */
import type { CodeEntry, CodeState } from '../catalog/entry.ts';
import { parseErrorCode, type CodeGrammar } from '../catalog/code.ts';
import type { Actor, RetryVerdict } from '../schema/verdicts.ts';
import type { ForeignService, StatusBrief } from './finding.ts';
import type { Synonyms } from './lexicon.ts';
import type { ServiceName } from './read.ts';

/** Name of the file of the causes, beside those of the products; no product's id begins like this. */
export const CAUSES_FILE = '_causes';

/** Name of the file with the advice of every code's page, in the same place. */
export const ADVICE_FILE = '_advice';

/** Name of the file with the words of search's explanations, in the same place. */
export const EXPLANATIONS_FILE = '_explanations';

/** What the page of a code or of a cause says first. */
export interface Advice {
  readonly summary: string;
  readonly actor: Actor;
  readonly retry: RetryVerdict;
}

/** The advice of codes by the paths of their pages. */
export type AdviceFile = Readonly<Record<string, Advice>>;

/** What is the same for every product of the site. */
export interface CommonLookupData {
  readonly statuses: readonly (StatusBrief & { readonly aliases: readonly string[] })[];
  /** Services whose codes the site knows by their prefixes, its own among them. */
  readonly services: readonly (ForeignService & { readonly digits?: number | undefined })[];
  readonly synonyms: Synonyms;
}

/** The file of one product. */
export interface LookupFile extends CommonLookupData {
  readonly schemaVersion: 3;
  readonly id: string;
  /** First part of its addresses, '' at the site's root. */
  readonly path: string;
  /** Names of its domains by their ids, as results show them. */
  readonly domains: Readonly<Record<string, string>>;
  readonly names: readonly ServiceName[];
  /** Former or other names of codes → what they are called today. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Codes column by column, sorted by code: alike texts side by side compress better. */
  readonly codes: {
    readonly code: readonly string[];
    readonly statuses: readonly (readonly number[])[];
    /** Index among `domains`. */
    readonly domain: readonly number[];
    readonly description: readonly string[];
    readonly messages: readonly (readonly string[])[];
    /** States of the codes that are not documented, by index. */
    readonly state: Readonly<Record<number, CodeState>>;
  };
  /** Names of the files of the other products, without `.json`. */
  readonly others: readonly string[];
}

/** A product as far as its file is made of it. */
export interface LookupProduct {
  readonly id: string;
  readonly shortName: string;
  readonly path: string;
  readonly grammar?: CodeGrammar | undefined;
  /** In the order of the data file. */
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly CodeEntry[];
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * `SVCSTG.SWR.4001048` → family `SVCSTG`, service `SWR`; `APIG.0101` → service `APIG`, four digits. A code that is more
 * than a service and a number (`CCI.01.400101`) names none.
 */
function namesOf({ entries, grammar }: LookupProduct): ServiceName[] {
  const names = new Map<string, { family: string; service: string; lengths: Set<number> }>();
  for (const { code, service, number } of entries) {
    const at = code.indexOf(`${service}.`);
    if (at < 0 || !/^\d+$/u.test(number)) continue;
    const family = at > 0 ? code.slice(0, at - 1) : '';
    const name = names.get(`${family}.${service}`) ?? { family, service, lengths: new Set() };
    names.set(`${family}.${service}`, name);
    if (parseErrorCode(code, grammar)?.httpStatus === undefined) name.lengths.add(number.length);
  }
  return [...names.values()].map(({ family, service, lengths }) =>
    lengths.size === 0 ? { family, service } : { family, service, lengths: [...lengths].sort() },
  );
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

function columnsOf({ entries, domains }: LookupProduct): LookupFile['codes'] {
  const sorted = [...entries].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    code: sorted.map(({ code }) => code),
    statuses: sorted.map(({ statuses }) => statuses),
    domain: sorted.map(({ domain }) => domains.findIndex(({ id }) => id === domain)),
    description: sorted.map(({ description }) => description),
    messages: sorted.map(({ messages }) => messages),
    state: Object.fromEntries(
      sorted.flatMap(({ state }, index) => (state === 'documented' ? [] : [[index, state]])),
    ),
  };
}

/** What the site's data files say, as far as look-ups need it. */
export interface CommonData {
  readonly statuses: readonly StatusData[];
  readonly services: CommonLookupData['services'];
  readonly synonyms: Synonyms;
}

/** An entry of `content/statuses.yaml`. */
interface StatusData extends Omit<StatusBrief, 'retry' | 'retryReason'> {
  readonly retry: { readonly verdict: StatusBrief['retry']; readonly reason: string };
  readonly aliases?: readonly string[];
}

function commonOf({ statuses, services, synonyms }: CommonData): CommonLookupData {
  return {
    statuses: statuses.map(({ status, name, label, meaning, actor, retry, aliases = [] }) => ({
      ...{ status, name, label, meaning, actor, aliases },
      retry: retry.verdict,
      retryReason: retry.reason,
    })),
    services,
    synonyms,
  };
}

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
    schemaVersion: 3,
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

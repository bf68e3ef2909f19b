import { parseErrorCode, splitCode, type CodeGrammar } from './code.ts';
import { domainOf } from './domains.ts';
import type { CodeEntry, CodeState, GuidanceVerdict } from './entry.ts';
import { relate, type Relation } from './related.ts';
import { isBlankCell, rowsByCode, statusesOfRow, uniteRows } from './rows.ts';
import type { CodeRow } from '../schema/codes.ts';
import type { Domain, DomainScheme } from '../schema/domains.ts';
import type { Relations } from '../schema/relations.ts';

/** All that is known of a product's codes before the catalog is built. */
export interface ProductInput {
  readonly id: string;
  readonly grammar?: CodeGrammar | undefined;
  /** Name of the service where a code names none. */
  readonly service?: string | undefined;
  /** Rows of the current edition, in source order; a code may have several. */
  readonly rows: readonly CodeRow[];
  /** Language of the document, where it is not that of the pages. */
  readonly language?: string;
  /** Descriptions in the language of the pages, by code. */
  readonly descriptions?: ReadonlyMap<string, string>;
  readonly retired?: readonly CodeRow[];
  readonly observed?: readonly CodeRow[];
  /** Rows of another official list. */
  readonly listed?: readonly CodeRow[];
  readonly scheme: DomainScheme;
  readonly relations: Relations;
  /** Literal messages by code. */
  readonly messages?: ReadonlyMap<string, readonly string[]>;
  /** Verdicts of the guidance by code. */
  readonly guidance?: ReadonlyMap<string, GuidanceVerdict>;
}

/** A product's codes, and the questions that pages ask of them. */
export interface Catalog {
  readonly product: string;
  /** Codes of the current edition, in source order. */
  readonly documented: readonly CodeEntry[];
  readonly retired: readonly CodeEntry[];
  readonly observed: readonly CodeEntry[];
  /** Codes that only another official list has. */
  readonly listed: readonly CodeEntry[];
  /** Every code that has a page: documented, retired, observed, listed. */
  readonly all: readonly CodeEntry[];
  /** The product's domains, in the order of the data file. */
  readonly domains: readonly Domain[];
  find(code: string): CodeEntry | undefined;
  domain(id: string): Domain;
  /** Codes that are related to one, of each kind at most `most`. */
  related(entry: CodeEntry, most?: number): readonly Relation[];
}

/** The literal messages of a code: those that were collected by hand, then those of the vendor's table. */
function messagesOf(code: string, rows: readonly CodeRow[], input: ProductInput): readonly string[] {
  const own = rows.flatMap(({ message, description }) =>
    message === undefined || message === description || isBlankCell(message) ? [] : [message],
  );
  return [...new Set([...(input.messages?.get(code) ?? []), ...own])];
}

/** @param row the code's rows merged into one, @param rows the same rows one by one */
function toEntry(row: CodeRow, rows: readonly CodeRow[], state: CodeState, input: ProductInput): CodeEntry {
  const parsed =
    parseErrorCode(row.code, input.grammar) ??
    splitCode(row.code, input.service ?? row.code.split('.')[0] ?? '');
  const { domain, reason } = domainOf(parsed, row.description, input.scheme);
  const status = row.status ?? parsed.httpStatus;
  const statuses = statusesOfRow(row);
  const guidance = input.guidance?.get(row.code);
  const description = input.descriptions?.get(row.code);
  return {
    ...parsed,
    ...(status === undefined ? {} : { httpStatus: status }),
    product: input.id,
    state,
    statuses: statuses.length === 0 && status !== undefined ? [status] : statuses,
    description: description ?? row.description,
    ...(description === undefined && input.language !== undefined ? { language: input.language } : {}),
    rows,
    domain,
    domainReason: reason,
    ...(row.line === undefined ? {} : { line: row.line }),
    messages: messagesOf(row.code, rows, input),
    ...(guidance === undefined ? {} : { guidance }),
  };
}

/**
 * Builds the catalog of one product.
 *
 * @throws when a code has more than one state
 */
export function buildCatalog(input: ProductInput): Catalog {
  const entriesOf = (rows: readonly CodeRow[] = [], state: CodeState) => {
    const byCode = rowsByCode(rows);
    return uniteRows(rows).map((row) => toEntry(row, byCode.get(row.code) ?? [], state, input));
  };
  const documented = entriesOf(input.rows, 'documented');
  const retired = entriesOf(input.retired, 'retired');
  const observed = entriesOf(input.observed, 'observed');
  const listed = entriesOf(input.listed, 'listed');
  const all = [...documented, ...retired, ...observed, ...listed];
  const byCode = new Map<string, CodeEntry>();
  for (const entry of all) {
    const twin = byCode.get(entry.code);
    if (twin) {
      throw new Error(
        `${input.id}: ${entry.code} is both ${twin.state} and ${entry.state}; a code has one state. ` +
          `Take it out of content/${entry.state}.yaml, or run npm run extract if an edition brought it back.`,
      );
    }
    byCode.set(entry.code, entry);
  }
  const domains = new Map(input.scheme.domains.map((domain) => [domain.id, domain]));
  return {
    product: input.id,
    documented,
    retired,
    observed,
    listed,
    all,
    domains: input.scheme.domains,
    find: (code) => byCode.get(code),
    domain(id) {
      const domain = domains.get(id);
      if (!domain) throw new Error(`${input.id}: no domain '${id}' in content/domains.yaml`);
      return domain;
    },
    related: relate(documented, input.relations),
  };
}

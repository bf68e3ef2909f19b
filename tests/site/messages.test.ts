/** The pages of the causes behind clients' lines, held against the data that they are made of. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { strings } from '../../src/i18n/index.ts';
import { readMessages } from '../unit/content/read.ts';
import type { Cause, PrintedLines, RegistryCode, ServerText } from '../../src/schema/causes.ts';
import { attribute } from './built.ts';
import { codesIn, descendants, documentOf, elementsNamed, linksIn, sectionOf, textOf } from './reading.ts';

const yaml = <Entry>(name: string) => parse(readFileSync(`content/${name}.yaml`, 'utf8')) as Entry[];
const causes = yaml<Cause>('causes');
const printed = new Map(yaml<PrintedLines>('printed-lines').map(({ id, lines }) => [id, lines]));
const texts = new Map(readMessages().map((text) => [text.id, text]));
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
const wordsOf = (element: ReturnType<typeof sectionOf>) => (element ? textOf(element) : '');
const verdictsOf = (id: string) =>
  [...descendants(documentOf(`messages/${id}/`))]
    .map((element) => attribute(element, 'data-verdict'))
    .filter(Boolean);

test('every cause has a page with its name, advice, verdicts and sections in the order of use', () => {
  for (const { id, name } of causes) {
    const page = documentOf(`messages/${id}/`);
    const text = texts.get(id);
    assert.deepEqual(elementsNamed(page, 'h1').map(textOf), [flat(name)], id);
    assert.ok(textOf(page).includes(flat(text?.data.summary ?? '?')), `${id}: advice`);
    assert.deepEqual(verdictsOf(id), [text?.data.actor, text?.data.retry.verdict], id);
    const ids = elementsNamed(page, 'h2').map((heading) => attribute(heading, 'id'));
    const own = ['steps', 'causes', 'what', 'unresolved', 'lines', 'codes'];
    assert.deepEqual(
      ids.filter((each) => own.includes(each ?? '')),
      own,
      id,
    );
  }
});

test('the page of a cause has its lines and its codes, and no others', () => {
  for (const { id, codes } of causes) {
    const page = documentOf(`messages/${id}/`);
    const lines = sectionOf(page, 'lines');
    const shown = lines ? elementsNamed(lines, 'code').map(textOf) : [];
    assert.deepEqual(
      shown,
      (printed.get(id) ?? []).map(({ text }) => flat(text)),
      id,
    );
    const behind = sectionOf(page, 'codes');
    assert.deepEqual(behind ? [...new Set(codesIn(behind))] : [], [...codes], id);
  }
});

test('a cause without codes is called foreign to SWR only where SWR cannot be behind it', () => {
  const { noCodes, noCodesKnown } = strings('zh-CN').messages;
  const said = new Map<string, string>();
  for (const { id, codes, statusClass } of causes)
    if (codes.length === 0 && !statusClass) {
      const text = wordsOf(sectionOf(documentOf(`messages/${id}/`), 'codes'));
      said.set(id, [noCodes, noCodesKnown].filter((note) => text.includes(note)).join());
    }
  for (const { id, whose, maybeSwr } of causes)
    if (said.has(id)) assert.equal(said.get(id), whose === 'swr' || maybeSwr ? noCodesKnown : noCodes, id);
  // SWR's own limit may be a 503, and what it answers with 405 is not known.
  for (const id of ['gateway-error', 'unsupported']) assert.equal(said.get(id), noCodesKnown, id);
});

test('the list has every cause once, in its group, below a line of it', () => {
  const list = documentOf('messages/');
  for (const { id, group, name } of causes) {
    const section = sectionOf(list, group);
    const links = section ? linksIn(section, new RegExp(`^messages/${id}/$`, 'u')) : [];
    assert.deepEqual(links, [[`messages/${id}/`, flat(name)]], id);
    assert.ok(wordsOf(section).includes(flat(printed.get(id)?.[0]?.text ?? '?')), `${id}: its line`);
  }
});

test('the tables of the list are those of the data', () => {
  const list = documentOf('messages/');
  const rowsOf = (id: string) => {
    const section = sectionOf(list, id);
    return section ? elementsNamed(section, 'tr').slice(1).map(textOf) : [];
  };
  const codes = yaml<RegistryCode>('registry-codes');
  assert.equal(rowsOf('registry-codes').length, codes.length);
  for (const [at, { id, meaning }] of codes.entries())
    assert.ok(
      rowsOf('registry-codes').some((row) => row.startsWith(id) && row.includes(meaning)),
      `${at} ${id}`,
    );
  const clients = yaml<ServerText>('server-texts');
  assert.equal(rowsOf('server-texts').length, clients.length);
  for (const { client, versions } of clients)
    assert.ok(
      rowsOf('server-texts').some((row) => row.includes(client) && row.includes(versions)),
      client,
    );
});

test('home shows the commonest lines, each leading to its cause', () => {
  const common = causes.filter((cause) => cause.common !== undefined);
  assert.equal(common.length, 6);
  const links = linksIn(documentOf(''), /^messages\/[^/]+\/$/u);
  assert.deepEqual(
    links,
    common.map(({ id, common: line = '', name }) => [`messages/${id}/`, `${flat(line)} ${flat(name)}`]),
  );
});

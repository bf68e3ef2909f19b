/** The site as it is when every text of the vendor's is hostile: pages, what programs are given, what is copied. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { HOSTILE_SITE_FOLDER, hostileCodes, otherCodes } from '../fixtures/hostile-project.ts';
import { MARK } from '../fixtures/hostile-texts.ts';
import { elementsIn, liveMarkup } from '../live-markup.ts';
import { expect, expectOnlyText, test } from './tame.ts';

const CODES = [...hostileCodes()];
const read = (path: string) => readFileSync(join(HOSTILE_SITE_FOLDER, path), 'utf8');
const filesThatEnd = (ending: string) =>
  readdirSync(HOSTILE_SITE_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith(ending),
  );

interface Described {
  readonly code: string;
  readonly description: string;
}
/** Code and description of what is hostile among these. */
const hostileAmong = (records: readonly Described[]) =>
  records
    .filter(({ description }) => description.includes(MARK))
    .map(({ code, description }) => [code, description]);

/** The fields of a CSV file (RFC 4180). */
const fieldsOf = (csv: string) =>
  [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n)/gu)].map(([, field = '']) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );

test.describe('at rest', () => {
  test('pages', () => {
    const pages = filesThatEnd('.html');
    const touched = pages.filter((path) => read(path).includes(MARK));
    expect(touched.length).toBeGreaterThan(CODES.length * 2);
    expect(
      pages.flatMap((path) =>
        elementsIn(read(path))
          .flatMap(liveMarkup)
          .map((problem) => `${path}: ${problem}`),
      ),
    ).toEqual([]);
  });

  test('data in pages (JSON-LD)', () => {
    const described = CODES.map(([code]) => {
      const script = elementsIn(read(`codes/${code}/index.html`)).find(({ attributes }) =>
        attributes.some(([, value]) => value === 'application/ld+json'),
      );
      return [code, (JSON.parse(script?.text ?? '') as { about: Described }).about.description];
    });
    expect(described).toEqual(CODES);
  });

  test('JSON for programs and for the look-up', () => {
    const { codes } = JSON.parse(read('codes.json')) as { codes: Described[] };
    expect(hostileAmong(codes)).toEqual(CODES);
    for (const [code, text] of CODES) {
      expect((JSON.parse(read(`codes/${code}.json`)) as { code: Described }).code.description).toBe(text);
    }
    for (const path of filesThatEnd('.json'))
      expect(() => JSON.parse(read(path)) as unknown, path).not.toThrow();
  });

  test('CSV holds no formula', () => {
    for (const path of ['codes.csv', 'hostile/codes.csv']) {
      const fields = fieldsOf(read(path));
      expect(fields.filter((field) => /^[=+\-@\t\r]/u.test(field))).toEqual([]);
      const hostile = fields.map((field) => field.replace(/^'(?=[=+\-@])/u, ''));
      for (const [, text] of CODES)
        expect(
          hostile.filter((field) => field.includes(text)),
          path,
        ).not.toEqual([]);
    }
  });

  test('XML is XML', async ({ page }) => {
    await page.goto('');
    for (const path of [...filesThatEnd('.xml'), 'favicon.svg']) {
      const names = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        return [...new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName))];
      }, read(path));
      expect(names, path).not.toContain('parsererror');
      expect(names.join(), path).not.toContain(MARK);
    }
  });
});

/** Kinds of nodes in a Markdown text, and where its links lead. */
function anatomy(markdown: string): { kinds: Set<string>; links: string[]; text: string } {
  const found = { kinds: new Set<string>(), links: [] as string[], text: '' };
  const visit = (node: Nodes): void => {
    found.kinds.add(node.type);
    if ('url' in node) found.links.push(node.url);
    if (node.type === 'text') found.text += node.value;
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(markdown));
  return found;
}

/** A text as it reads in one line. */
const inOneLine = (text: string) => text.replace(/\s+/gu, ' ');

test('llms.txt is Markdown in which the texts are texts', () => {
  const { kinds, links, text } = anatomy(read('llms.txt'));
  expect(
    ['html', 'image', 'definition', 'code', 'inlineCode', 'emphasis', 'strong'].filter((kind) =>
      kinds.has(kind),
    ),
  ).toEqual([]);
  expect(links.filter((link) => !link.startsWith('http://localhost:4321/'))).toEqual([]);
  for (const [, hostile] of CODES) expect(text).toContain(inOneLine(hostile));
});

test.describe('in a browser', () => {
  test.describe.configure({ timeout: 180_000 });

  test('the page of each code', async ({ page }) => {
    for (const [code, text] of CODES) {
      await page.goto(`codes/${code}/`);
      await expectOnlyText(page, code);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
      await expect(page.locator('h1 .lead')).toHaveText(text);
      expect(await page.title()).toContain(inOneLine(text));
    }
  });

  test('the page of each code of another product: message, solution and module are texts, too', async ({
    page,
  }) => {
    for (const [code, text] of otherCodes()) {
      await page.goto(`hostile/codes/${code}/`);
      await expectOnlyText(page, code);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
      await page
        .locator('main details')
        .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
      const times = (await page.locator('main').innerText()).split(text).length - 1;
      // The message is word for word the title, which is said once.
      expect(times, `${code} shows title, solution, module`).toBeGreaterThanOrEqual(3);
    }
  });

  test('the page of each group, the history, the table', async ({ page }) => {
    const lists = [
      'codes/',
      'changes/',
      'status/4xx/',
      'status/5xx/',
      'domains/system/',
      'domains/image/',
      '',
    ];
    for (const address of lists) {
      await page.goto(address, { waitUntil: 'networkidle' });
      await expectOnlyText(page, address);
    }
  });

  test('what is copied for a ticket', async ({ page, context, siteUrl }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(siteUrl).origin,
    });
    const copied = async (label: string) => {
      const held = () => page.evaluate(() => navigator.clipboard.readText());
      const before = await held();
      // The menu closes when a choice has been copied.
      const button = page.getByRole('button', { name: label, exact: true });
      if (!(await button.isVisible())) await page.locator('.copy-menu > summary').click();
      await button.click();
      await expect.poll(held).not.toBe(before);
      return held();
    };
    for (const [code, text] of CODES) {
      await page.goto(`codes/${code}/`);
      expect(await copied('复制索要信息的文字')).toContain(`描述：${text}\n`);
      const { kinds, links, text: read } = anatomy(await copied('复制 Markdown'));
      expect(
        ['html', 'image', 'definition', 'code', 'inlineCode', 'heading'].filter((kind) => kinds.has(kind)),
      ).toEqual([]);
      expect(links).toEqual([`http://localhost:4321/codes/${code}/`]);
      expect(read).toContain(inOneLine(text));
    }
  });

  /** Shows all of what was found, and that all of it is text. */
  async function expectFound(page: Page, results: string, where: string): Promise<void> {
    await expect(page.locator(results).filter({ hasText: MARK }).first(), where).toBeVisible();
    await expectOnlyText(page, where);
  }

  test('the look-up: dialog, search page, full text, decoder, address that leads to many', async ({
    page,
  }) => {
    await page.goto(`codes/${CODES[0]?.[0]}/`);
    await page.keyboard.press('Control+k');
    for (const [code, text] of CODES) {
      for (const question of [code, text, MARK]) {
        await page.locator('dialog input[role=combobox]').fill(question);
        await expect(page.locator('dialog [role=option]').first()).toBeVisible();
        await expectOnlyText(page, `dialog: ${question}`);
      }
    }
    await page.goto(`search/?q=${MARK}`);
    await expect(page.locator('search-page [data-results]')).toHaveAttribute('data-ready');
    await expectFound(page, 'search-page [data-results] a', 'search page');
    // Latin words alone would be names of folders and files.
    await page.goto(`错误 ${MARK}`);
    await expectFound(page, 'not-found [data-results] li', 'address');
    await page.goto('decode/');
    await page.locator('#decode-input').fill(CODES.map((pair) => pair.join(': ')).join('\n'));
    await expect(page.locator('decode-box [data-results] > li')).toHaveCount(CODES.length);
    await expectFound(page, 'decode-box [data-results] > li', 'decoder');
  });
});

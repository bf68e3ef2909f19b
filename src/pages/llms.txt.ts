import type { APIRoute } from 'astro';
import { codePath, codesFilePath } from '../addresses/addresses.ts';
import { toMarkdown } from '../lib/escape.ts';
import { otherProducts, allProducts, rootProduct } from '../load/product.ts';
import { absoluteLink } from '../i18n/links.ts';
import { settings } from '../load/settings.ts';
import { strings } from '../i18n/index.ts';

/** `/llms.txt` (llmstxt.org): what the site is and where each code is, as Markdown. */
export const GET: APIRoute = async () => {
  const { llms } = strings;
  const sections = (await allProducts()).map(({ path, fullName, catalog }) =>
    [
      `## ${fullName}`,
      '',
      ...catalog.all.map(({ code, description, state }) => {
        const unlisted = strings.code.unlisted[state];
        const note = unlisted === undefined ? '' : `（${unlisted}）`;
        return `- [${code}](${absoluteLink(codePath(code, path))}): ${toMarkdown(description)}${note}`;
      }),
      '',
    ].join('\n'),
  );
  const data = llms.data.map(({ path, text }) => `- [${path}](${absoluteLink(path)}): ${text}`);
  const others = (await otherProducts(await rootProduct())).map(({ path, fullName }) => {
    const file = codesFilePath('json', path);
    return `- [${file}](${absoluteLink(file)}): ${toMarkdown(llms.product(fullName))}`;
  });
  const parts = [
    `# ${settings.fullName}`,
    `> ${settings.description}`,
    llms.address,
    ...sections,
    `## ${llms.title}`,
  ];
  return new Response(`${[...parts, [...data, ...others].join('\n')].join('\n\n')}\n`);
};

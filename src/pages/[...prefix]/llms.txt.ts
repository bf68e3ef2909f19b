import type { APIRoute } from 'astro';
import { i18n, strings as stringsOf } from '../../i18n/index.ts';
import { codePath, codesFilePath } from '../../addresses/addresses.ts';
import { toMarkdown } from '../../lib/escape.ts';
import { otherProducts, allProducts, languagePaths, rootProduct } from '../../load/product.ts';
import { settingsIn } from '../../load/settings.ts';

export const getStaticPaths = languagePaths;

/** `/llms.txt` (llmstxt.org): what the site is and where each code is, as Markdown. */
export const GET: APIRoute = async (context) => {
  const { locale, strings, absoluteLink } = i18n(context);
  const { llms, marks } = strings;
  const settings = await settingsIn(locale);
  const sections = (await allProducts(locale)).map(({ path, fullName, vendor, catalog }) => {
    const { unlisted } = stringsOf(locale, vendor).code;
    return [
      `## ${fullName}`,
      '',
      ...catalog.all.map(({ code, description, state }) => {
        const words = unlisted[state];
        const note = words === undefined ? '' : `${marks.open}${words}${marks.close}`;
        return `- [${code}](${absoluteLink(codePath(code, path))}): ${toMarkdown(description)}${note}`;
      }),
      '',
    ].join('\n');
  });
  const data = llms.data.map(({ path, text }) => `- [${path}](${absoluteLink(path)}): ${text}`);
  const others = (await otherProducts(await rootProduct(locale))).map(({ path, fullName }) => {
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

import type { APIRoute } from 'astro';
import { codePath } from '../catalog/addresses.ts';
import { toMarkdown } from '../catalog/markdown.ts';
import { productSites } from '../site/catalog.ts';
import { absoluteLink } from '../site/links.ts';
import { strings } from '../site/strings/index.ts';

/** `/llms.txt` (llmstxt.org): what the site is and where each code is, as Markdown. */
export const GET: APIRoute = async () => {
  const { llms, site } = strings;
  const sections = (await productSites()).map(({ product, catalog }) =>
    [
      `## ${product.name} ${product.shortName}`,
      '',
      ...catalog.all.map(
        ({ code, description }) =>
          `- [${code}](${absoluteLink(codePath(code, product.path))}): ${toMarkdown(description)}`,
      ),
      '',
    ].join('\n'),
  );
  const data = llms.data.map(({ path, text }) => `- [${path}](${absoluteLink(path)}): ${text}`);
  const parts = [
    `# ${site.fullName}`,
    `> ${site.description}`,
    llms.address,
    ...sections,
    `## ${llms.title}`,
  ];
  return new Response(`${[...parts, data.join('\n')].join('\n\n')}\n`);
};

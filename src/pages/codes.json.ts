import type { APIRoute } from 'astro';
import { codePath } from '../catalog/addresses.ts';
import { rootProduct } from '../site/catalog.ts';
import { absoluteLink } from '../site/links.ts';

/** `/codes.json`: every documented code, for programs. A changed field is a changed `schemaVersion`. */
export const GET: APIRoute = async () => {
  const { product, document, catalog } = await rootProduct();
  const codes = catalog.documented.map((entry) => ({
    code: entry.code,
    service: entry.service,
    number: entry.number,
    httpStatus: entry.httpStatus,
    domain: entry.domain,
    description: entry.description,
    actor: entry.guidance?.actor,
    retry: entry.guidance?.retry,
    url: absoluteLink(codePath(entry.code, product.path)),
  }));
  const { file, edition, sha256, language } = document.source;
  const source = { title: product.source.title, file, edition, sha256, language };
  return Response.json({ schemaVersion: 1, source, codes });
};

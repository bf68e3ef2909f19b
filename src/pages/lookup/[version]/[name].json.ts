import type { APIRoute } from 'astro';
import { languages } from '../../../load/languages.ts';
import { lookupFiles } from '../../../outputs/lookup.ts';

/** The look-up data, one file a product: `/lookup/<version>/<product>.json`. */
export async function getStaticPaths() {
  const each = await Promise.all(languages.map(lookupFiles));
  return each.flatMap(({ version, files }) =>
    [...files].map(([name, content]) => ({ params: { version, name }, props: { content } })),
  );
}

export const GET: APIRoute = ({ props }) =>
  new Response(String(props['content']), { headers: { 'Content-Type': 'application/json' } });

import type { APIRoute } from 'astro';
import { lookupFiles } from '../../../outputs/lookup.ts';

/** The look-up data, one file a shard: `/lookup/<version>/manifest.json`. */
export async function getStaticPaths() {
  const { version, files } = await lookupFiles();
  return [...files].map(([name, content]) => ({ params: { version, name }, props: { content } }));
}

export const GET: APIRoute = ({ props }) =>
  new Response(String(props['content']), { headers: { 'Content-Type': 'application/json' } });

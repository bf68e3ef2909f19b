import type { APIRoute } from 'astro';
import { previewPicture } from '../../outputs/pictures.ts';

const NAMES = ['site', '1xx', '2xx', '3xx', '4xx', '5xx'];

export const getStaticPaths = () => NAMES.map((name) => ({ params: { name } }));

/** What chats show with a link, drawn in the build. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await previewPicture(params['name'] ?? '')), {
    headers: { 'Content-Type': 'image/png' },
  });

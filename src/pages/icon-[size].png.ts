import type { APIRoute } from 'astro';
import { iconPicture } from '../outputs/pictures.ts';

export const getStaticPaths = () => ['32', '180'].map((size) => ({ params: { size } }));

/** The site's icon for browsers and phones that take no SVG. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await iconPicture(Number(params['size']))), {
    headers: { 'Content-Type': 'image/png' },
  });

import type { APIRoute } from 'astro';
import { licences } from '../outputs/licences.ts';

export const GET: APIRoute = () => new Response(licences());

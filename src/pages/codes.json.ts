import type { APIRoute } from 'astro';
import { rootProduct } from '../site/catalog.ts';
import { codesFile } from '../site/code-record.ts';

/** `/codes.json`: for programs. `codes` are those of the current edition; retired and observed ones stand apart. */
export const GET: APIRoute = async () => Response.json(await codesFile(await rootProduct()));

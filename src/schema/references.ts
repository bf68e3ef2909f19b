import { z } from 'zod';
import { dateSchema } from './date.ts';
import { linkSchema } from './link.ts';

/** Id of an entry of `content/references.yaml`: what a marker `[^id]` names. */
export const referenceIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens')
  .refine((id) => id !== 'inferred', 'expected another id: [^inferred] marks a conclusion of this site');

/** Hosts whose first two folders are a repository. */
const CODE_HOSTS = ['github.com', 'gitlab.com', 'gitee.com', 'gitcode.com'];

/** Whether an address leads to a page of its own: not to the home page of a site, not to the root of a repository. */
export function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  const folders = pathname.split('/').filter((folder) => folder !== '');
  return folders.length > (CODE_HOSTS.includes(hostname) ? 2 : 0);
}

/** An entry of `content/references.yaml`: where a fact comes from. */
export const referenceSchema = z.strictObject({
  title: z.string().trim().min(1),
  /** The very page; left out where it is not known. */
  url: linkSchema
    .refine(
      isPage,
      'expected the very page, a file at a commit, an issue or a pull request; leave url out where it is not known',
    )
    .optional(),
  date: dateSchema.optional(),
});

/** `content/references.yaml`: every source of the site's own texts, by id. */
export const referencesSchema = z.record(referenceIdSchema, referenceSchema);

export type Reference = z.infer<typeof referenceSchema>;

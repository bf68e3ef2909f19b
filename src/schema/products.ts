import { z } from 'zod';
import { LOCALE_PATHS } from '../addresses/locales.ts';
import { partialDateSchema } from './date.ts';
import { linkSchema } from './link.ts';

/** First parts of addresses that are the site's own: no product can have one of them as its path. */
const RESERVED_PATHS: readonly string[] = [
  ...Object.values(LOCALE_PATHS).filter((path) => path !== ''),
  'changes',
  'codes',
  'decode',
  'domains',
  'error-body',
  'links',
  'lookup',
  'messages',
  'pagefind',
  'preview',
  'search',
  'status',
  'topics',
];

/** A regular expression, as text; it has to compile the way the catalog compiles it. */
const regularExpression = z.string().superRefine((pattern, context) => {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `no regular expression: ${String(error)}` });
  }
});

const source = z.strictObject({
  /** Name of the document in `content/sources/`. */
  file: z
    .string()
    .regex(/^[^/\\]+\.md$/, 'expected the name of a .md file in content/sources, without a folder'),
  /** Date of the vendor's edition. */
  edition: partialDateSchema,
  /** Title of the document, for quoting it. */
  title: z.string().min(1),
  /** BCP 47 tag of the language that the document is written in. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as zh-CN'),
  /** Where the vendor publishes it: the document itself, not the repository that it is in. */
  publishedAt: linkSchema,
});

const grammar = z
  .strictObject({
    /** Matches every code meant for this product, well-formed or not: decides whose rules a stray document must meet. */
    namespace: regularExpression,
    /** Matches a well-formed code. Named groups: `service`, `number`, and where codes carry them `status`, `sequence`. */
    pattern: regularExpression,
    /** The same in words, for messages: "expected …". */
    form: z.string().min(1),
    /** A code that fits. */
    example: z.string(),
  })
  .refine((value) => new RegExp(value.pattern, 'u').test(value.example), {
    path: ['example'],
    message: 'expected a code that fits the pattern',
  });

const alias = z.strictObject({
  /** The code that is no longer listed. */
  code: z.string().min(1),
  /** The code that took its place. */
  is: z.string().min(1),
  /** Last month in which the old code was listed. */
  until: partialDateSchema,
  reason: z.string().min(1),
  source: z.string().min(1),
});

/** A slip of the vendor's in the document, which itself stays as it was published. */
const erratum = z
  .strictObject({
    /** Text of the column of codes. */
    found: z.string(),
    /** 1-based line of the row, where not all rows with this text are meant. */
    line: z.int().min(1).optional(),
    /** The code that was meant; null leaves the row out. */
    code: z.string().min(1).nullable().optional(),
    /** The HTTP status that was meant; null where the code has none. */
    status: z.int().min(100).max(599).nullable().optional(),
    /** What the description should have said. */
    description: z.string().min(1).optional(),
    reason: z.string().min(1),
  })
  .refine(({ code, status, description }) => [code, status, description].some((each) => each !== undefined), {
    message: 'expected a code, a status or a description that was meant',
  });

/** A form in which the vendor documents error bodies. */
const errorBodySchema = z.strictObject({
  /** Which one, for the words around it: that of the vendor's page of today, or the list of the edition of 2021. */
  form: z.enum(['today', 'list']),
  /** `{code}` and `{message}` stand for these. */
  body: z.json(),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;

/** One product of `content/products.yaml`. */
export const productSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens'),
  /** The product's full name in the vendor's words. */
  name: z.string().min(1),
  /** The vendor's abbreviation, e.g. `SWR`. */
  shortName: z.string().min(1),
  /** Who provides the product and publishes its document, where it is not Huawei Cloud. */
  vendor: z.string().trim().min(1).optional(),
  /** First part of the product's addresses; empty for the one that lives at the site's root. */
  path: z
    .string()
    .regex(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens')
    .refine((path) => !RESERVED_PATHS.includes(path), {
      error: ({ input }) => `expected another path: /${String(input)}/ is a page of the site itself`,
    }),
  source,
  /** How the product's codes are built; without it only the rules for the whole family of documents hold. */
  grammar: grammar.optional(),
  /** Services that the codes name, and what each is. */
  services: z.record(z.string(), z.string().min(1)).default({}),
  aliases: z.array(alias).default([]),
  errata: z.array(erratum).default([]),
  /**
   * Whether the document may list a code in several rows, once for each cause; the code's page shows them all.
   * Defaults to true for a product without a grammar.
   */
  repeats: z.boolean().optional(),
  /** The forms of the body of an error response, the recommended one first. Pages of a product without any show none. */
  errorBodies: z.array(errorBodySchema).default([]),
  /** Ids of `content/references.yaml`: what the page of error bodies rests on. */
  errorBodySources: z.array(z.string()).default([]),
});

/** Schema of `content/products.yaml`. Ids, paths and source files are unique. */
export const productsSchema = z
  .array(productSchema)
  .min(1)
  .superRefine((products, context) => {
    const keys = {
      id: products.map((each) => each.id),
      path: products.map((each) => each.path),
      'source file': products.map((each) => each.source.file),
    };
    for (const [name, values] of Object.entries(keys)) {
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        const message = `expected another ${name}: "${value}" is taken by product ${values.indexOf(value) + 1} of the list`;
        context.addIssue({ code: 'custom', path: [index], message });
      });
    }
  });

export type Product = z.infer<typeof productSchema>;

/** A former code and the one that took its place. */
export type Alias = Pick<Product['aliases'][number], 'code' | 'is'>;

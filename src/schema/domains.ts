import { z } from 'zod';

/** `content/domains.yaml`: one entry a product; see `src/catalog/domains.ts` for what the fields do. */
export const domainSchemeSchema = z
  .strictObject({
    domains: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z-]*$/, 'a domain id is lower-case letters and hyphens'),
          name: z.string().min(1),
          about: z.string().min(1),
        }),
      )
      .min(1),
    rules: z.array(
      z.strictObject({
        domain: z.string(),
        codes: z.array(z.string()).min(1).optional(),
        number: z.string().optional(),
        words: z.array(z.string().min(1)).min(1).optional(),
        reason: z.string().min(1),
      }),
    ),
    fallback: z.strictObject({ domain: z.string(), reason: z.string().min(1) }),
  })
  .superRefine((scheme, context) => {
    const known = new Set(scheme.domains.map((domain) => domain.id));
    for (const { domain } of [...scheme.rules, scheme.fallback]) {
      if (!known.has(domain)) {
        context.addIssue({
          code: 'custom',
          message: `a rule names the domain '${domain}', which is not in the list: ${[...known].join(', ')}`,
        });
      }
    }
  });

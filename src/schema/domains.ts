import { z } from 'zod';

/** A resource domain: what kind of thing a code is about. */
const domain = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, 'a domain id is lower-case letters and hyphens'),
  /** Chinese name, e.g. 组织. */
  name: z.string().min(1),
  /** One sentence: what belongs here. */
  about: z.string().min(1),
});

/** Puts codes into a domain, where every condition holds that it names. */
const rule = z.strictObject({
  domain: z.string(),
  /** Full codes. */
  codes: z.array(z.string()).min(1).optional(),
  /** Regular expression over the code's number. */
  number: z.string().optional(),
  /** The description contains any of these words, in any case. */
  words: z.array(z.string().min(1)).min(1).optional(),
  reason: z.string().min(1),
});

/** `content/domains.yaml`: the domains of a product, and the rules that fill them; the first that applies decides. */
export const domainSchemeSchema = z
  .strictObject({
    domains: z.array(domain).min(1),
    rules: z.array(rule),
    /** Domain of what no rule applies to. */
    fallback: z.strictObject({ domain: z.string(), reason: z.string().min(1) }),
  })
  .superRefine((scheme, context) => {
    const known = new Set(scheme.domains.map(({ id }) => id));
    for (const { domain } of [...scheme.rules, scheme.fallback]) {
      if (!known.has(domain)) {
        context.addIssue({
          code: 'custom',
          message: `a rule names the domain '${domain}', which is not in the list: ${[...known].join(', ')}`,
        });
      }
    }
  });

export type Domain = z.infer<typeof domain>;
export type DomainRule = z.infer<typeof rule>;
export type DomainScheme = z.infer<typeof domainSchemeSchema>;

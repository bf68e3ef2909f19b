import { z } from 'zod';

/** An address that a page links to: never `javascript:` or `data:`, which a click would run. */
export const linkSchema = z.url({
  protocol: /^https$/,
  error: 'expected an address that begins with https://',
});

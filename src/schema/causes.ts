import { z } from 'zod';
import { linkSchema } from './link.ts';

const id = z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);
const phrases = z.array(text).min(1);

/** A phrase as `src/recognise/phrase.ts` reads it, alone or with phrases that must not occur in the same line. */
const lineSchema = z.union([text, z.strictObject({ text, not: phrases })]);
const lines = z.array(lineSchema).min(1);

/** The lines by which something is recognised. */
const recognition = {
  /** Anywhere in a text. */
  lines: lines.optional(),
  /** Where a registry, one of its clients or an operation on it is near, or where the text has nothing else. */
  inContext: lines.optional(),
  /** As `inContext`, and only where the line says nothing more special. */
  general: lines.optional(),
  /** What people say who have no line to paste: in a short question, where nothing else is recognised. */
  spoken: phrases.optional(),
};

/** Groups of causes, in the order of their list. */
export const CAUSE_GROUPS = [
  'login',
  'permission',
  'names',
  'existence',
  'format',
  'limits',
  'server',
  'network',
  'kubernetes',
  'gateway',
  'not-swr',
] as const;

/** Whose failure a cause is. */
const OWNERS = [
  'swr',
  'client',
  'machine',
  'network',
  'proxy',
  'gateway',
  'kubernetes',
  'docker-hub',
  'other-service',
] as const;

/** An entry of `content/causes.yaml`: the cause of lines that clients print. */
export const causeSchema = z.strictObject({
  /** Its place in the data file: the commonest of a group come first. */
  order: z.int().optional(),
  /** The last part of the address of its page: a promise, never renamed. */
  id,
  group: z.enum(CAUSE_GROUPS),
  /** The line that the home page shows, where it is one of the commonest. */
  common: text.optional(),
  name: text,
  whose: z.enum(OWNERS),
  /** Codes behind it, most likely first; none where no code of this service is involved. */
  codes: z.array(text),
  /** Where all codes of a status class are meant alike. */
  statusClass: z.enum(['4xx', '5xx']).optional(),
  /** Where another's failure it is, yet SWR may answer so, too: its page must not say that SWR never does. */
  maybeSwr: z.literal(true).optional(),
  /** Phrases that, anywhere in the text, put this cause before the others of a shared line. */
  raisedBy: phrases.optional(),
  ...recognition,
});

/** An entry of `content/shared-lines.yaml`: lines that cannot tell some causes apart. */
export const sharedLineSchema = z.strictObject({
  id,
  /** Most likely first. */
  causes: z.array(id).min(2),
  /** What would tell them apart. */
  apart: text,
  ...recognition,
});

/** An entry of `content/clients.yaml`: a program that speaks to registries. */
export const clientSchema = z.strictObject({
  id,
  name: text,
  /** What only it prints when something fails, or right before that. What follows may be its words, too. */
  lines: phrases.optional(),
  /** Its name, its commands and what it prints when all is well. */
  seen: phrases.optional(),
});

/** An entry of `content/operations.yaml`: what was done with a registry, and lines that show it. */
export const operationSchema = z.strictObject({ id, name: text, lines: phrases });

/** An entry of `content/registries.yaml`: a registry, by its hosts. */
export const registrySchema = z.strictObject({
  id,
  name: text,
  /** Whether it is the service that this site is about. */
  isSwr: z.boolean().optional(),
  /** Whole names of hosts, or their ends (`.example.com`); `*` matches one label. */
  hosts: z.array(z.string().regex(/^[a-z0-9.*-]+$/)).min(1),
});

export type Cause = z.infer<typeof causeSchema>;
export type SharedLine = z.infer<typeof sharedLineSchema>;
export type Client = z.infer<typeof clientSchema>;
export type Operation = z.infer<typeof operationSchema>;
export type RegistryHosts = z.infer<typeof registrySchema>;
export type Line = z.infer<typeof lineSchema>;

/** An entry of `content/printed-lines.yaml`: lines of a cause as clients print them, the most telling first. */
export const printedLinesSchema = z.strictObject({
  /** Id of the cause. */
  id,
  lines: z
    .array(
      z.strictObject({
        text,
        printedBy: z
          .array(
            z.strictObject({
              client: text,
              /** Docker's image store, where it makes a difference. */
              store: z.enum(['classic', 'containerd']).optional(),
              versions: z.array(text).min(1).optional(),
            }),
          )
          .min(1),
        /** Where it was read or reported; without one, it was captured. */
        source: z.strictObject({ title: text, url: linkSchema.optional() }).optional(),
      }),
    )
    .min(1),
});

/** An entry of `content/registry-codes.yaml`: an error code of the registry protocol. */
export const registryCodeSchema = z.strictObject({
  id: z.string().regex(/^[A-Z_]+$/),
  meaning: text,
  /** Most likely first. */
  causes: z.array(id).min(1),
});

/** Whether a client shows the registry's own text. */
const shown = z.enum(['yes', 'no', 'only-403', 'not-404', 'only-push']);

/** An entry of `content/server-texts.yaml`: at which stage a client shows what the registry says. */
export const serverTextSchema = z.strictObject({
  id,
  client: text,
  store: z.enum(['classic', 'containerd']).optional(),
  versions: text,
  shows: z.strictObject({
    /** The token endpoint refuses with 401. */
    login: shown,
    /** The token endpoint refuses with 400 or 403. */
    token: shown.optional(),
    pull: shown.optional(),
    push: shown.optional(),
    /** Errors of the server, 5xx. */
    server: shown.optional(),
  }),
});

/** An entry of `content/pushed-formats.yaml`: what a client pushes, and what makes it one Docker manifest. */
export const pushedFormatSchema = z.strictObject({
  id,
  client: text,
  store: z.enum(['classic', 'containerd']).optional(),
  versions: text,
  pushes: z.enum(['docker', 'oci', 'oci-index']),
  /** What was checked to push one Docker manifest (schema 2); absent where nothing is needed. */
  cure: text.optional(),
  /** What does not help, though it is often advised. */
  fails: text.optional(),
});

export type PrintedLines = z.infer<typeof printedLinesSchema>;
export type RegistryCode = z.infer<typeof registryCodeSchema>;
export type ServerText = z.infer<typeof serverTextSchema>;

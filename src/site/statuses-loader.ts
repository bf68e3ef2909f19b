import { parse } from 'yaml';

/**
 * `content/statuses.yaml` keeps classes and statuses in two lists; the collection keeps them in one,
 * under `4xx` and `404`.
 */
export function readStatuses(text: string): Record<string, Record<string, unknown>> {
  const { classes, statuses } = parse(text) as Record<'classes' | 'statuses', Record<string, unknown>[]>;
  return Object.fromEntries([
    ...classes.map((entry) => [String(entry['class']), entry]),
    ...statuses.map((entry) => [String(entry['status']), entry]),
  ]);
}

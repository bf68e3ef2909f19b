/**
 * The digits of a code's number, by which it is looked up: `4001048` of `SVCSTG.SWR.4001048`, `01400101` of
 * `CCI.01.400101`; a digit in the name of a service (`S2I`) is none of them. '' for a code without a number.
 *
 * @param code a full code
 */
export function digitsOf(code: string): string {
  const parts = code.split('.');
  if (parts.length === 1) return /\d*$/u.exec(code)?.[0] ?? '';
  const last = parts.length - 1;
  return parts
    .filter((part, at) => at > 0 && (at === last || /^\d+$/u.test(part)))
    .join('')
    .replace(/\D/gu, '');
}

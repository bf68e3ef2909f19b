import { z } from 'zod';

/** Whether the parts of a date, `2021-09-13` or `2020-06`, name a day or a month that there is. */
function isOnCalendar(date: string): boolean {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  const parsed = new Date(`${date.slice(0, 4)}-01-01T00:00:00Z`);
  parsed.setUTCMonth(month - 1, day);
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
}

const dateOf = (form: RegExp, expected: string) =>
  z.string().refine((date) => form.test(date) && isOnCalendar(date), `expected ${expected}`);

/** A day: `2021-09-13`. */
export const dateSchema = dateOf(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2025-10-29');

/** A date of the vendor's or a part of one: `2021-09-13`, `2020-06`, `2018`. */
export const partialDateSchema = dateOf(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2021-09-13 or 2020-06');

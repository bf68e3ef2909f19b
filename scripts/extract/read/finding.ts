import type { Problem } from '../../../src/lib/problem.ts';

/** A problem as the reader sees it, before anybody says which file it is in. */
export type Finding = Omit<Problem, 'file'>;

/** Takes the findings of one run; every part of the reader reports here instead of throwing. */
export type Report = (finding: Finding) => void;

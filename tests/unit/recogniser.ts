import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Recogniser, type RecogniserData } from '../../src/recognise/recogniser.ts';

const yaml = (name: string) =>
  parse(readFileSync(new URL(`../../content/${name}.yaml`, import.meta.url), 'utf8'));

/** What texts are recognised by, as it is committed. */
export const recogniserData: RecogniserData = {
  causes: yaml('causes'),
  sharedLines: yaml('shared-lines'),
  clients: yaml('clients'),
  operations: yaml('operations'),
  registries: yaml('registries'),
};

export const recogniser = new Recogniser(recogniserData);

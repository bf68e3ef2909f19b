import { parse } from 'yaml';
import source from '../../content/site.yaml?raw';
import { siteSchema } from '../schema/site.ts';

/** What the site calls itself; `content/site.yaml`, checked against its schema. */
export const settings = siteSchema.parse(parse(source));

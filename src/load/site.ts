import { throwProblems, type Problem } from '../lib/problem.ts';
import { checkedPart, readYaml } from './yaml.ts';
import { siteSchema, type SiteSettings } from '../schema/site.ts';

/**
 * What the site calls itself, from the text of `content/site.yaml`.
 *
 * @throws Error that lists the mistakes with file and line
 */
export function readSite(text: string): SiteSettings {
  const problems: Problem[] = [];
  const yaml = readYaml(text, 'content/site.yaml', problems);
  const settings = yaml && checkedPart(yaml, [], yaml.data, siteSchema, problems);
  throwProblems(problems);
  return settings as SiteSettings;
}

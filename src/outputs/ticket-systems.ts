import type { Strings } from '../i18n/index.ts';

/** An example of how a system links codes. */
export interface TicketSystem {
  readonly name: string;
  /** Where it is entered, in the words of that system. */
  readonly where: string;
  readonly example: string;
}

/** What examples are made of: the site's address without a slash at its end, the pattern, a code. */
interface Material {
  readonly site: string;
  readonly pattern: string;
  readonly code: string;
  /** Id of the product, and its name in short. */
  readonly product: { readonly id: string; readonly shortName: string };
  readonly words: Strings['links']['places'];
}

/** As a string literal of Java, JSON, TOML: backslashes and quotes escaped. */
const literal = (text: string) => JSON.stringify(text);

/** One example each for systems that are in common use. */
export function ticketSystems({ site, pattern, code, product, words }: Material): TicketSystem[] {
  const page = `${site}/codes/${code}/`;
  const [prefix, number] = [code.replace(/\d+$/u, ''), code.replace(/^.*\D/u, '')];
  const found = `{{issue.description.match(${literal(`(${pattern})`)})}}`;
  return [
    { name: 'Jira', where: 'Automation → Comment on issue', example: `${site}/codes/${found}/` },
    {
      name: 'Zendesk',
      where: words.zendesk,
      example: `${pattern}\n\n${site}/codes/{{ticket.ticket_field_1234567}}/`,
    },
    { name: 'GitLab', where: words.gitlab, example: `[${code}](${page})` },
    {
      name: 'GitHub',
      where: words.github,
      example: `Reference prefix: ${prefix}\nTarget URL:       ${site}/codes/${prefix}<num>/\n${code} → ${prefix}${number}`,
    },
    {
      name: 'Gerrit',
      where: 'gerrit.config',
      example: `[commentlink "${product.id}"]\n  match = ${literal(`(${pattern})`)}\n  link = ${site}/codes/$1/`,
    },
    {
      name: words.wecom,
      where: words.wecomBot,
      example: JSON.stringify({ msgtype: 'markdown', markdown: { content: `[${code}](${page})` } }, null, 2),
    },
    {
      name: words.feishu,
      where: words.feishuBot,
      example: JSON.stringify({ msg_type: 'text', content: { text: `${code} ${page}` } }, null, 2),
    },
    {
      name: 'Grafana Loki',
      where: words.loki,
      example: [
        'derivedFields:',
        `  - name: ${product.shortName}`,
        `    matcherRegex: ${literal(`(${pattern})`)}`,
        // Provisioning files read a dollar sign as a variable of the environment; two stand for one.
        `    url: ${site}/codes/$\${__value.raw}/`,
      ].join('\n'),
    },
  ];
}

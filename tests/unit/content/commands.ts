/** What an example command names: image references, API calls, their bodies and queries. */
import { brokenRules, type NamedKind } from '../../../src/lib/naming.ts';
import { findOperation } from './operations.ts';

const API =
  /https:\/\/swr-api\.(?<region>[a-z0-9-]+)\.myhuaweicloud\.com(?<path>\/[^\s'"?|)]*)?(?:\?(?<query>[^\s'")]*))?/gu;
const IMAGE =
  /swr\.[a-z0-9-]+\.myhuaweicloud\.com\/(?!v2\/)(?<organization>[^/\s'"]+)\/(?<repository>[^:@\s'",]+)(?::(?<tag>[^\s'",]+))?/gu;
const CATEGORIES = ['app_server', 'linux', 'framework_app', 'database', 'lang', 'other', 'windows', 'arm'];

const PAIRS = [
  ['offset', 'limit'],
  ['order_column', 'order_type'],
] as const;

/** A shell variable or a placeholder stands for a name that the reader fills in. */
const isVariable = (name: string) => /^\$\{?[A-Za-z_]|^YOUR_(?:ORG|REPOSITORY|TAG)$/u.test(name);

function checkName(kind: NamedKind, name: string | undefined): string[] {
  if (name === undefined || isVariable(name)) return [];
  return brokenRules(kind, name).map((rule) => `${kind} '${name}' breaks the rule ${rule}`);
}

function checkImages(command: string): string[] {
  return [...command.matchAll(IMAGE)].flatMap(({ groups }) =>
    (['organization', 'repository', 'tag'] as const).flatMap((kind) => checkName(kind, groups?.[kind])),
  );
}

/** The HTTP method of the curl command that an address stands in. */
function methodOf(command: string, at: number): string {
  const start = Math.max(command.lastIndexOf('curl', at), 0);
  const rest =
    command
      .slice(start)
      .replaceAll('\\\n', ' ')
      .split(/\n|\||&&/u)[0] ?? '';
  const named = /(?:-X|--request)\s*(?<method>[A-Z]+)/u.exec(rest)?.groups?.['method'];
  return named ?? (/\s(?:-d|--data)\b/u.test(rest) && !/\s(?:-G|--get)\b/u.test(rest) ? 'POST' : 'GET');
}

function checkCalls(command: string): string[] {
  return [...command.matchAll(API)].flatMap(({ groups, index }) => {
    const path = groups?.['path'] ?? '/';
    const operation = findOperation(path);
    if (!operation) return [`${path} is no documented operation`];
    const method = methodOf(command, index);
    const query = new URLSearchParams(groups?.['query'] ?? '');
    return [
      ...(operation.methods.includes(method) ? [] : [`${method} ${path} is no documented operation`]),
      ...checkName('organization', operation.parameters.get('namespace')),
      ...checkName('repository', operation.parameters.get('repository')?.replaceAll(/\$(?![A-Z])/gu, '/')),
      ...checkName('tag', operation.parameters.get('tag')?.replace(/^\$tag$/u, '$TAG')),
      ...checkQuery(query, path),
    ];
  });
}

/** Lists: at most 1000 entries; `offset` and `limit` together (v3 pages by `marker`), as `order_column` and `order_type`. */
function checkQuery(query: URLSearchParams, path: string): string[] {
  const limit = query.get('limit');
  const pairs = path.startsWith('/v3/') ? [] : PAIRS;
  return [
    ...pairs
      .filter(([one, other]) => query.has(one) !== query.has(other))
      .map(([one, other]) => `${one} and ${other} only go together`),
    ...(limit === null || (Number(limit) >= 1 && Number(limit) <= 1000)
      ? []
      : [`limit ${limit} is not 1 to 1000`]),
    ...checkName('organization', query.get('namespace') ?? undefined),
    ...checkName('repository', query.get('name') ?? undefined),
  ];
}

/** JSON bodies in single quotes: parse, and their fields obey the rules. */
function checkBodies(command: string): string[] {
  return [...command.matchAll(/(?:-d|--data)\s+'(?<body>[[{](?:[^']|'"[^"]*"')*)'/gu)].flatMap(
    ({ groups }) => {
      const text = (groups?.['body'] ?? '').replaceAll(/'"[^"]*"'/gu, 'variable');
      let body: unknown;
      try {
        body = JSON.parse(text);
      } catch {
        return [`the body ${text} is no JSON`];
      }
      return [body]
        .flat()
        .flatMap((part) => (typeof part === 'object' && part !== null ? checkFields(part) : []));
    },
  );
}

function checkFields(body: object): string[] {
  const { namespace, repository, category, auth } = body as Record<string, unknown>;
  return [
    ...checkName('organization', namespace === undefined ? undefined : String(namespace)),
    ...checkName('repository', repository === undefined ? undefined : String(repository)),
    ...(repository !== undefined && !('is_public' in body) ? ['creating a repository needs is_public'] : []),
    ...(category === undefined || CATEGORIES.includes(String(category))
      ? []
      : [`category ${String(category)}`]),
    ...(auth === undefined || [1, 3, 7].includes(Number(auth))
      ? []
      : [`auth ${String(auth)} is not 1, 3 or 7`]),
  ];
}

/**
 * What a command breaks of the rules that the site explains.
 *
 * @param command the text of a bash block
 */
export function brokenByCommand(command: string): string[] {
  return [...checkImages(command), ...checkCalls(command), ...checkBodies(command)];
}

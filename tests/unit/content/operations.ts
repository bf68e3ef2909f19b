/**
 * The operations of the registry's management API that examples may call.
 *
 * Source: the vendor's API definitions of SWR, basic edition (2026-07-24); those on packages and pipelines: ContainerOps API
 * reference (2020-07-23), which the texts mark as old.
 */
const OPERATIONS: readonly (readonly [path: string, methods: string])[] = [
  ['/', 'GET'],
  ['/v2/manage/agency', 'GET POST'],
  ['/v2/manage/namespaces', 'GET POST'],
  ['/v2/manage/namespaces/{namespace}', 'GET DELETE'],
  ['/v2/manage/namespaces/{namespace}/access', 'GET POST PATCH DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos', 'POST'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}', 'GET PATCH DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/access', 'GET POST PATCH DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/retentions', 'GET POST'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/retentions/histories', 'GET'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/retentions/{id}', 'GET PATCH DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/sync_images', 'POST'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/sync_job', 'GET'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo', 'GET POST DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/tags', 'GET POST'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}', 'DELETE'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/triggers', 'GET POST'],
  ['/v2/manage/namespaces/{namespace}/repos/{repository}/triggers/{id}', 'GET PATCH DELETE'],
  ['/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains', 'GET POST'],
  ['/v2/manage/namespaces/{namespace}/repositories/{repository}/access-domains/{id}', 'GET PATCH DELETE'],
  ['/v2/manage/overview', 'GET'],
  ['/v2/manage/projects/{id}/feature-gates', 'GET'],
  ['/v2/manage/projects/{id}/quotas', 'GET'],
  ['/v2/manage/reports/{type}/{frequency}', 'GET'],
  ['/v2/manage/repos', 'GET'],
  ['/v2/manage/shared-repositories', 'GET'],
  ['/v2/manage/utils/authorizationtoken', 'POST'],
  ['/v2/manage/utils/secret', 'POST'],
  ['/v3/manage/namespaces/{namespace}/repos/{repository}/tags', 'GET'],
  ['/v3/manage/repos', 'GET'],
  ['/v2/manage/packages', 'GET'],
  ['/v2/manage/namespaces/{namespace}/packages/{package}/versions', 'GET'],
  ['/v2/manage/namespaces/{namespace}/packages/{package}/versions/{version}/file_paths', 'GET'],
  ['/v3/manage/pipelines/{id}/stages/{stage}/jobs/{job}/logs', 'GET'],
];

/** What the parts of a documented path are called, e.g. `namespace`. */
export interface Operation {
  readonly methods: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
}

/** Finds the documented operation that a path belongs to; fixed parts win over parameters. */
export function findOperation(path: string): Operation | undefined {
  const parts = path.split('/');
  const matches = OPERATIONS.flatMap(([template, methods]) => {
    const names = template.split('/');
    const fits =
      names.length === parts.length && names.every((name, i) => /^\{/u.test(name) || name === parts[i]);
    if (!fits) return [];
    const parameters = new Map<string, string>();
    names.forEach((name, i) => {
      if (name.startsWith('{')) parameters.set(name.slice(1, -1), parts[i] ?? '');
    });
    return [{ methods: methods.split(' '), parameters }];
  });
  return matches.sort((one, other) => one.parameters.size - other.parameters.size)[0];
}

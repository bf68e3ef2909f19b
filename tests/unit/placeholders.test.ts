import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeholdersIn, type OwnName } from '../../src/lib/placeholders.ts';
import { needsOf, variablesIn } from '../../src/prose/needs.ts';
import { readProse } from '../../src/prose/prose.ts';

const OWN: Readonly<Record<OwnName, string>> = {
  region: 'REGION',
  organization: 'ORG',
  repository: 'REPO',
  tag: 'TAG',
  path: 'PATH',
  'quoted-path': 'QUOTED',
};

/** A code with the reader's own names in it. */
function filled(code: string): string {
  let at = 0;
  const parts = placeholdersIn(code).flatMap(({ start, end, name }) => {
    const before = code.slice(at, start);
    at = end;
    return [before, name ? OWN[name] : code.slice(start, end)];
  });
  return parts.join('') + code.slice(at);
}

describe('own names stand where they belong', () => {
  for (const [code, expected] of [
    [
      'docker push swr.cn-north-4.myhuaweicloud.com/my-org/nginx:v1',
      'docker push swr.REGION.myhuaweicloud.com/ORG/REPO:TAG',
    ],
    ['docker tag nginx:v1 a/my-org/nginx:v1', 'docker tag REPO:TAG a/ORG/REPO:TAG'],
    ['skopeo copy docker-daemon:nginx:v1 b', 'skopeo copy docker-daemon:REPO:TAG b'],
    ['docker push a/my-org/nginx:v1-arm64', 'docker push a/ORG/REPO:TAG-arm64'],
    ['docker manifest inspect "a/my-org/nginx@$digest"', 'docker manifest inspect "a/ORG/REPO@$digest"'],
    ['curl https://h/namespaces/my-org/repos/nginx/tags', 'curl https://h/namespaces/ORG/repos/PATH/tags'],
    [
      "curl 'https://h/repositories/nginx/access-domains'",
      "curl 'https://h/repositories/QUOTED/access-domains'",
    ],
    ['curl "https://h/repos/nginx/tags?tag=v1"', 'curl "https://h/repos/PATH/tags?tag=TAG"'],
    [
      '--data-urlencode "filter=namespace::my-org|name::nginx"',
      '--data-urlencode "filter=namespace::ORG|name::REPO"',
    ],
    [`-d '{"repository":"nginx","is_public":false}'`, `-d '{"repository":"REPO","is_public":false}'`],
    [`-d '{"source_tag": "v1"}'`, `-d '{"source_tag": "TAG"}'`],
    ['hcloud --namespace=my-org --repository=nginx', 'hcloud --namespace=ORG --repository=REPO'],
  ] as const)
    test(code, () => assert.equal(filled(code), expected));

  for (const code of [
    'skopeo copy docker://docker.io/library/nginx:1.27 x',
    'docker save -o nginx.tar x',
    `docker import --change 'CMD ["nginx", "-g"]' rootfs.tar x`,
    "curl 'https://h/repos/team$nginx/tags'",
    'curl -X DELETE https://h/namespaces/YOUR_ORG/repos/YOUR_REPOSITORY/tags/YOUR_TAG',
    'docker tag x a/b/nginx-user01:v2',
  ])
    test(`nowhere in ${code}`, () => assert.equal(filled(code), code));
});

test('the variables that a command reads', () => {
  assert.deepEqual(variablesIn(`curl -H "X: $TOKEN" -d '[{"user_id":"'"$USER_ID"'"}]'`), [
    'TOKEN',
    'USER_ID',
  ]);
  assert.deepEqual(variablesIn(`jq -rn '$name | @uri'`), []);
});

test('what a text needs beforehand', () => {
  const needs = (script: string) =>
    needsOf(readProse(`---\ntitle: t\n---\n\n\`\`\`bash\n${script}\n\`\`\``).lead);
  assert.deepEqual(needs('curl -H "$TOKEN" my-org'), { variables: ['TOKEN'], names: true });
  assert.deepEqual(needs('LOGIN_KEY=$(f "$AK")\necho "$LOGIN_KEY"'), { variables: ['AK'], names: false });
  assert.deepEqual(needs('docker version'), { variables: [], names: false });
});

/** What stands behind lines that clients print: the phrases of `content/causes.yaml`, and what tells them in texts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { compilePhrase } from '../../src/recognise/phrase.ts';
import { PhraseIndex } from '../../src/recognise/phrase-index.ts';
import { Recogniser } from '../../src/recognise/recogniser.ts';
import { unwrap } from '../../src/recognise/unwrap.ts';
import {
  causeSchema,
  clientSchema,
  operationSchema,
  registrySchema,
  sharedLineSchema,
  type PrintedLines,
} from '../../src/schema/causes.ts';
import { swrCatalog } from './lookup.ts';
import { recogniser, recogniserData } from './recogniser.ts';

const { causes, sharedLines, clients, operations, registries } = recogniserData;

const HOST = 'swr.cn-north-4.myhuaweicloud.com';
const IMAGE = `${HOST}/team/web:2.1`;

/** The causes of a text, the likeliest first; `!` marks the sure ones. */
const causesOf = (text: string) =>
  recogniser
    .recognise(text)
    .matches.map(({ cause, strength }) => (strength === 'sure' ? `${cause}!` : cause));
const firstThree = (text: string) => causesOf(text).slice(0, 3);

// --- the data

/** Ids of causes are the ends of addresses: none of these may go. */
// prettier-ignore
const PROMISED = [
  'not-logged-in', 'credentials-rejected', 'pull-secret', 'login-command-not-generated', 'login-needs-terminal',
  'credential-store', 'no-permission', 'organization-missing', 'blacklisted', 'quota', 'name-invalid', 'wrong-registry',
  'docker-hub-limit', 'mirror', 'image-missing', 'local-image-missing', 'platform-missing', 'exec-format',
  'manifest-refused', 'layer-missing', 'digest-mismatch', 'old-manifest', 'image-package', 'too-many-requests',
  'body-too-large', 'server-error', 'gateway-error', 'dns', 'unreachable', 'connection-broken', 'obs-unreachable',
  'certificate', 'http-https', 'proxy', 'disk-full', 'daemon', 'image-pull-back-off', 'gateway-signature',
  'gateway-region', 'gateway-path', 'cli', 'console-authorization', 'other-service', 'upload-broken', 'not-an-image',
  'layer-format', 'client-version', 'content-trust', 'unsupported', 'build-options',
];

test('the data of the recogniser have their shapes, and no id stands twice', () => {
  for (const [schema, entries] of [
    [causeSchema, causes],
    [sharedLineSchema, sharedLines],
    [clientSchema, clients],
    [operationSchema, operations],
    [registrySchema, registries],
  ] as const) {
    for (const entry of entries) schema.parse(entry);
    const ids = entries.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  }
});

test('each promised cause is there', () => {
  const ids = new Set(causes.map(({ id }) => id));
  assert.deepEqual(
    PROMISED.filter((id) => !ids.has(id)),
    [],
  );
});

test('shared lines are of causes that exist, and each cause has a line', () => {
  const ids = new Set(causes.map(({ id }) => id));
  const shared = sharedLines.flatMap((line) => line.causes);
  assert.deepEqual(
    shared.filter((id) => !ids.has(id)),
    [],
  );
  const lineless = causes.filter(({ lines, inContext, general }) => !lines && !inContext && !general);
  assert.deepEqual(
    lineless.filter(({ id }) => !shared.includes(id)),
    [],
  );
});

test('the codes behind causes are listed', () => {
  const catalog = swrCatalog();
  const listed = new Set(catalog.all.map(({ code }) => code));
  assert.deepEqual(
    causes.flatMap(({ codes }) => codes.filter((code) => !listed.has(code))),
    [],
  );
});

test('a phrase that cannot be read is named with its entry', () => {
  const withLine = (line: string) => () =>
    new Recogniser({
      causes: [{ id: 'a', group: 'login', name: 'A', whose: 'client', codes: [], lines: [line] }],
      sharedLines: [],
      clients: [],
      operations: [],
      registries: [],
    });
  assert.throws(withLine('failed {adress}'), /^Error: a: "failed \{adress\}": found \{adress\}; expected /u);
  assert.throws(withLine('…: {number}'), /^Error: a: .* found no word of two characters or more/u);
});

// --- phrases

const finds = (phrase: string, text: string) => {
  const index = new PhraseIndex<true>();
  index.add(phrase, true);
  return index.find(text).map(({ start, end, isCut }) => `${text.slice(start, end)}${isCut ? ' (cut)' : ''}`);
};

test('a phrase is found whatever its case, its quotes and its line ends', () => {
  assert.deepEqual(finds("parse 'a.json' now", 'x PARSE "a.json"\n  now y'), ['PARSE "a.json"\n  now']);
  assert.deepEqual(finds('denied: no', 'denied： no'), ['denied： no']);
  assert.deepEqual(finds('no such host', 'no such hosts, and no suchhost'), []);
  assert.deepEqual(finds('没有{登录|权限}', '他没有权限了'), ['没有权限']);
});

test('placeholders of a phrase stand for what they say', () => {
  assert.deepEqual(finds('lookup {address}: none', 'lookup a.b:53: none, lookup a b: none'), [
    'lookup a.b:53: none',
  ]);
  assert.deepEqual(finds('{image}: gone', 'sh: vim: gone, h.io/a/b:1: gone'), ['h.io/a/b:1: gone']);
  assert.deepEqual(finds('denied for {short-name}', 'denied for a/b, denied for h.io/b'), ['denied for a/b']);
  assert.deepEqual(finds('unknown:{end}', 'unknown: \nunknown: x "unknown:"'), ['unknown:', 'unknown:']);
  assert.deepEqual(finds('pull … gone', 'pull it\ngone pull it gone'), ['pull it gone']);
  assert.deepEqual(finds('pull {lines} gone', 'pull it\nor\nit is gone'), ['pull it\nor\nit is gone']);
});

test('a literal phrase is found where the end of the text or an ellipsis cuts it', () => {
  const phrase = 'the number of images exceeds the limit';
  assert.deepEqual(finds(phrase, 'x: the number of images exceeds the li'), [
    'the number of images exceeds the li (cut)',
  ]);
  assert.deepEqual(finds(phrase, 'the number of images exceeds... and on'), [
    'the number of images exceeds... (cut)',
  ]);
  assert.deepEqual(finds(phrase, 'the number of images exceeds a lot'), []);
  assert.deepEqual(finds(phrase, 'the number of'), []);
});

test('unwrapping moves nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('\\"', '\\\\\\"', '\\n', '\\u0022', '&quot;', '&lt;', '\u001b[31m', 'a', ' ', '\n'),
      ),
      (parts) => unwrap(parts.join('')).length === parts.join('').length,
    ),
  );
  assert.equal(unwrap('a\\"b').replaceAll('\u200b', ''), 'a"b');
});

test('a phrase is looked up by its longest word, one without words by each of its choices', () => {
  assert.deepEqual(
    compilePhrase('{no|not} found').map(({ key }) => key),
    ['found'],
  );
  assert.deepEqual(
    compilePhrase('{登录|鉴权}{失败|不通过}').map(({ key }) => key),
    ['登录', '鉴权'],
  );
});

// --- recognition

/** One line or more for each cause, as a client prints it; the cause is first. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'not-logged-in': [
    `Error response from daemon: Head "https://${HOST}/v2/team/web/manifests/2.1": denied: You may not login yet`,
    `ERROR: push access denied: authorization failed: no basic auth credentials`,
    '拉取镜像失败，提示没有登录',
  ],
  'credentials-rejected': [
    `Error response from daemon: Get "https://${HOST}/v2/": denied: Authenticate Error`,
    'docker login 报错：鉴权失败',
  ],
  'pull-secret': [
    'Unable to retrieve some image pull secrets (swr-key); attempting to pull the image may not succeed.',
  ],
  'login-command-not-generated': ['Error: Get SWR Secret Request Failed.'],
  'login-needs-terminal': ['Error: Cannot perform an interactive login from a non TTY device'],
  'credential-store': [
    'Error saving credentials: error storing credentials - err: exec: "docker-credential-x": executable file not found in $PATH',
  ],
  'console-authorization': ['第一次进入控制台，弹窗授权失败'],
  'no-permission': ['denied: you do not have the permission', '推送镜像报没有权限'],
  'organization-missing': [
    'name unknown: Image organization does not exist',
    'HTTP 401 {"errors":[{"code":"DENIED","message":"Image organization does not exist","detail":""}]}',
  ],
  blacklisted: ['denied: Not allow to login, upload or download image'],
  'name-invalid': [
    'docker: invalid reference format: repository name (team/Web) must be lowercase.',
    '400 Bad Request RepoNameInvalid',
  ],
  'wrong-registry': ['The push refers to repository [docker.io/team/web]', 'pull access denied for web'],
  'image-missing': [`manifest for ${IMAGE} not found: manifest unknown: manifest unknown`],
  'local-image-missing': [`An image does not exist locally with the tag: ${HOST}/team/web`],
  'platform-missing': ['no matching manifest for linux/arm64 in the manifest list entries'],
  'manifest-refused': [
    `ERROR: failed to push ${IMAGE}: 400 Bad Request: Invalid image, fail to parse 'manifest.json'`,
    'denied: unknown manifest class for application/vnd.oci.empty.v1+json',
  ],
  'layer-missing': ['manifest blob unknown: blob unknown to registry'],
  'digest-mismatch': ['filesystem layer verification failed for digest sha256:5f70bf18a086'],
  'upload-broken': ['blob upload unknown', 'size invalid: provided length did not match content length'],
  'old-manifest': ['Error: schema 1 image manifests are no longer supported: invalid argument'],
  'image-package': ['Error: tarball must contain only a single image to be used with tarball.Image'],
  'layer-format': [
    'failed to register layer: ApplyLayer exit status 1 stdout:  stderr: archive/tar: invalid tar header',
  ],
  'not-an-image': ['Error: mismatched image rootfs and manifest layers'],
  unsupported: [
    'Error: writing blob: initiating layer upload to /v2/: unsupported: The operation is unsupported.',
  ],
  quota: ['denied: namespace quota exceeded'],
  'too-many-requests': ['toomanyrequests: You requests are too many', 'APIGW.0308'],
  'body-too-large': [
    'ctr: failed commit on ref "layer-sha256:5f70": unexpected status: 413 Request Entity Too Large',
  ],
  'client-version': ['client version 1.22 is too old. Minimum supported API version is 1.40'],
  'server-error': ['error from registry: Server internal error: failed to save image -'],
  'gateway-error': [
    'Error response from daemon: received unexpected HTTP status: 504 Gateway Time-out',
    "error parsing HTTP 404 response body: invalid character '<' looking for beginning of value",
  ],
  dns: [`Get "https://${HOST}/v2/": dial tcp: lookup ${HOST} on 192.0.2.53:53: no such host`],
  unreachable: [`Get "https://${HOST}/v2/": dial tcp 192.0.2.7:443: i/o timeout`],
  'connection-broken': [
    `Put "https://${HOST}/v2/team/web/blobs/uploads/1": EOF`,
    ' ✘ db Error                context canceled      33.3s',
  ],
  'obs-unreachable': [
    'error pulling image configuration: Get https://obs.cn-south-1.myhuaweicloud.com/x?y: dial tcp: lookup obs.cn-south-1.myhuaweicloud.com: no such host',
  ],
  certificate: [`Get "https://${HOST}/v2/": x509: certificate signed by unknown authority`],
  'http-https': ['failed to do request: http: server gave HTTP response to HTTPS client'],
  proxy: [
    `Get "https://${HOST}/v2/": Forbidden`,
    'failed to do request: proxyconnect tcp: dial tcp 10.0.0.8:3128: connect: connection refused',
  ],
  'image-pull-back-off': ['Error: ImagePullBackOff'],
  'gateway-signature': ['{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}'],
  'gateway-region': ['APIGW.0802 The IAM user is forbidden in the currently selected region'],
  'gateway-path': ['{"error_code":"APIGW.0101","error_msg":"The API does not exist"}'],
  'docker-hub-limit': ['toomanyrequests: You have reached your pull rate limit.'],
  mirror: ['Get "https://a1b2.mirror.swr.myhuaweicloud.com/v2/": net/http: TLS handshake timeout'],
  'exec-format': ['exec /docker-entrypoint.sh: exec format error'],
  'disk-full': ['Error response from daemon: mkdir /var/lib/docker/overlay2/x: no space left on device'],
  daemon: [
    'bash: docker: command not found',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  ],
  'content-trust': ['Error: remote trust data does not exist for web'],
  'build-options': ['ERROR: Multi-platform build is not supported for the docker driver.'],
  cli: ['[USE_ERROR]缺少必填参数 cli-region'],
  'other-service': ['{"error_code":"SVCSTG.REPO.0401"}', 'CCE_CM.0004'],
};

test('each cause is told by lines of its own', () => {
  assert.deepEqual(Object.keys(LINES).sort(), causes.map(({ id }) => id).sort());
  const missed = Object.entries(LINES).flatMap(([cause, lines]) =>
    lines
      .filter((line) => causesOf(line)[0]?.replace('!', '') !== cause)
      .map((line) => `${cause}: ${line} → ${causesOf(line).join(', ')}`),
  );
  assert.deepEqual(missed, []);
});

test('the words in which a line reaches the reader change nothing', () => {
  const line = `failed to do request: Head "https://${HOST}/v2/team/web/manifests/2.1": denied: You may not login yet`;
  const wrapped = [
    `2026-11-28T03:14:15.926Z node-1 dockerd[812]: ${line}`,
    JSON.stringify({ level: 'error', msg: line }),
    JSON.stringify({ log: JSON.stringify({ msg: `${line}\n` }) }),
    `  Warning  Failed  3m (x4)  kubelet  Failed to pull image "${IMAGE}": rpc error: ${line}`,
    line.replaceAll('"', '&quot;'),
    `\u001b[31m${line}\u001b[0m`,
    line.replace('may not', 'may\n    not'),
    line.replace('yet', ''),
    `> ${line}\r\n> exit status 1`,
  ];
  const refused = `Get "https://${HOST}/v2/": Forbidden`;
  assert.deepEqual(causesOf(JSON.stringify({ log: JSON.stringify({ msg: `${refused}\n` }) })), ['proxy!']);
  for (const text of wrapped) assert.equal(causesOf(text)[0]?.replace('!', ''), 'not-logged-in', text);
});

test('who has no line to paste is led to what is most likely, unless something more is said', () => {
  const pulling = ['not-logged-in', 'image-missing', 'image-pull-back-off'];
  for (const text of [
    '镜像拉不下来',
    '华为云 swr 拉取镜像失败怎么办',
    'k8s 无法拉取镜像',
    'cannot pull image',
    "Why can't I pull images from SWR?",
    'image pull failed',
  ])
    assert.deepEqual(causesOf(text), pulling, text);
  for (const text of ['镜像推不上去', '推送失败', 'unable to push the image', 'docker push fails'])
    assert.equal(causesOf(text)[0], 'not-logged-in', text);
  for (const text of ['登录不上', 'cannot log in to swr', 'docker login 报错'])
    assert.equal(causesOf(text)[0], 'credentials-rejected', text);
  for (const text of ['镜像拉取太慢', 'image pull is slow', '推送卡住'])
    assert.equal(causesOf(text)[0], 'unreachable!', text);
  assert.deepEqual(causesOf('镜像拉不下来，no such host'), causesOf('镜像，no such host'));
  for (const text of [
    'SVCSTG.SWR.4000027 镜像推送失败',
    '拉取镜像失败 413',
    `镜像拉不下来${'，客户很急'.repeat(30)}`,
    '获取镜像失败',
    '镜像上传成功',
  ])
    assert.deepEqual(causesOf(text), [], text);
});

test('lines that stand apart are read together', () => {
  const text = `Failed to pull image "${IMAGE}":\n  rpc error\n  not found\n`;
  assert.deepEqual(firstThree(text), ['image-missing', 'organization-missing', 'wrong-registry']);
  const push = `The push refers to repository [${HOST}/team/web]\ne99f06cd9b42: Retrying in 1 second\n`;
  assert.deepEqual(firstThree(`${push}unauthorized: authentication required`), [
    'credentials-rejected',
    'not-logged-in',
    'no-permission',
  ]);
  assert.deepEqual(firstThree(`${push}read tcp 10.0.0.1:5->10.0.0.2:443: read: connection reset by peer`), [
    'connection-broken!',
  ]);
});

test('no general phrase explains a special line', () => {
  assert.ok(!causesOf('{"errors":[{"code":"DENIED"}]}').includes('credentials-rejected!'));
  assert.deepEqual(firstThree('received unexpected HTTP status: 504 Gateway Timeout'), [
    'gateway-error',
    'server-error',
  ]);
  assert.deepEqual(causesOf('docker push: 403 Forbidden: you do not have the permission'), [
    'no-permission!',
  ]);
  const access = `pull access denied for ${IMAGE}, repository does not exist or may require 'docker login'`;
  assert.deepEqual(causesOf(access), ['no-permission', 'not-logged-in', 'credentials-rejected']);
  assert.deepEqual(
    causesOf(`Failed to pull image "${IMAGE}":\n  registry response invalid status code 403\n  not found`),
    ['no-permission', 'gateway-error', 'not-logged-in'],
  );
  assert.deepEqual(causesOf('toomanyrequests: You have reached your pull rate limit'), ['docker-hub-limit!']);
  assert.deepEqual(
    causesOf(
      'Get "https://registry.example.com/v2/": proxyconnect tcp: dial tcp 10.0.0.8:3128: connect: connection refused',
    ),
    ['proxy!'],
  );
  assert.deepEqual(causesOf(`${IMAGE}: no match for platform in manifest: not found`), ['platform-missing!']);
});

test('a phrase does not count where the line has what must not be there', () => {
  assert.deepEqual(causesOf('docker build -t web - <<EOF'), []);
  assert.deepEqual(causesOf('docker push: EOF'), ['connection-broken!']);
  const formats = 'Uploading manifest failed, attempted the following formats: v2s2';
  assert.deepEqual(causesOf(formats), ['manifest-refused!']);
  assert.deepEqual(causesOf(`${formats}(Manifests too large in request)`), ['body-too-large!']);
});

test('what a line cannot tell apart comes back together, and the data say what would', () => {
  const text = 'failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized';
  const { matches } = recogniser.recognise(text);
  assert.deepEqual(
    matches.map(({ cause, strength, shared }) => `${cause} ${strength} ${shared}`),
    ['credentials-rejected', 'organization-missing', 'no-permission'].map(
      (id) => `${id} likely token-refused`,
    ),
  );
  const anonymous = text.replace('oauth', 'anonymous');
  assert.equal(causesOf(anonymous)[0], 'not-logged-in');
  assert.equal(causesOf(`Failed to pull image "${IMAGE}": ${anonymous}`)[0], 'pull-secret');
});

test('a code in the text leads to the causes behind it', () => {
  assert.deepEqual(causesOf('[{"errorCode":"SVCSTG.SWR.4041061","errorMess'), ['organization-missing!']);
  assert.equal(causesOf('SVCSTG.SWR.4010000')[0], 'credentials-rejected');
});

test('matches say where they stand, and which other registry is meant', () => {
  const before = 'Step 1/2 : FROM node\n';
  const line = 'Get "https://registry-1.docker.io/v2/": context deadline exceeded';
  const [match] = recogniser.recognise(before + line).matches;
  assert.equal(match?.cause, 'wrong-registry');
  assert.equal(match.line, 2);
  assert.equal((before + line).slice(match.span.start, match.span.end), line.slice('Get "'.length));
  assert.deepEqual([match.registry?.id, match.registry?.host], ['docker-hub', 'registry-1.docker.io']);
  const own = recogniser.recognise(`Get "https://${HOST}/v2/": context deadline exceeded`).matches[0];
  assert.deepEqual([own?.cause, own?.registry], ['unreachable', undefined]);
});

test('image addresses, clients and operations are read from the text', () => {
  const text = `ctr: failed to resolve reference "${IMAGE}": failed to do request: Head "https://${HOST}/v2/team/a/b/manifests/latest": EOF
    Error: pinging container registry ${HOST}: coredns at ${HOST}/coredns:1.8.0.`;
  const { images, clients: names, operations: done } = recogniser.recognise(text);
  assert.deepEqual(
    images.map(({ host, organization, repository, tag, isSwr }) => [
      host,
      organization,
      repository,
      tag,
      isSwr,
    ]),
    [
      [HOST, 'team', 'web', '2.1', true],
      [HOST, 'team', 'a/b', 'latest', true],
      [HOST, undefined, 'coredns', '1.8.0', true],
    ],
  );
  assert.deepEqual(names, ['containerd', 'podman']);
  assert.deepEqual(done, ['pull', 'registry']);
  const [digest] = recogniser.recognise(`${HOST}/team/web@sha256:5f70bf18a086`).images;
  assert.deepEqual([digest?.digest, digest?.tag], ['sha256:5f70bf18a086', undefined]);
});

test('every line that clients are known to print leads to its cause within three', () => {
  const printed = parse(
    readFileSync(new URL('../../content/printed-lines.yaml', import.meta.url), 'utf8'),
  ) as PrintedLines[];
  const unanswered = printed.flatMap(({ id, lines }) =>
    lines
      .filter(({ text }) => !firstThree(text).some((cause) => cause.replace('!', '') === id))
      .map(({ text }) => `${id}: ${text}`),
  );
  assert.deepEqual(unanswered, []);
});

// --- what is nothing of ours

/** Lines of builds and servers that have words in common with the phrases. */
const ORDINARY = `
context canceled
npm ERR! network request to https://registry.npmjs.org/react failed, reason: connect ECONNREFUSED 10.0.0.1:443
npm ERR! 404 Not Found - GET https://registry.npmjs.org/no-such-package - Not found
npm ERR! 401 Unauthorized - GET https://npm.example.com/private
npm WARN deprecated request@2.88.2: this version is no longer supported
sh: vite: not found
[ERROR] Could not transfer artifact a:b:jar:1 from/to central: Connection refused
[ERROR] authentication failed for https://repo.example.com/maven2, status: 401 Unauthorized
go: example.com/a@v1: Get "https://proxy.golang.org/a": dial tcp: lookup proxy.golang.org on 10.0.0.2:53: no such host
go: example.com/a@v1: reading https://proxy.golang.org/a/@v/v1.mod: 404 Not Found
#5 [internal] load metadata for docker.io/library/node:20-alpine
#6 [auth] library/node:pull token for registry-1.docker.io
#7 [build 3/9] RUN npm ci
#9 pushing manifest for ${IMAGE}@sha256:5f70bf18a086 0.4s done
e99f06cd9b42: Layer already exists
Successfully pulled image "${IMAGE}" in 2.1s
10.1.2.3 - - [28/Nov/2026:03:14:15 +0800] "GET /v2/ HTTP/1.1" 401 87 "-" "docker/24.0.7"
10.1.2.3 - - [28/Nov/2026:03:14:15 +0800] "POST /api HTTP/1.1" 413 585 "-" "curl/8.0"
connect() failed (111: Connection refused) while connecting to upstream, client: 10.1.2.3
recv() failed (104: Connection reset by peer) while reading response header from upstream
kubelet: E1128 controller.go:146] "Failed to ensure lease exists" err="Get \\"https://10.0.0.1:6443/apis\\": context deadline exceeded"
Warning  Unhealthy  kubelet  Readiness probe failed: Get "http://10.0.0.9:8080/": dial tcp 10.0.0.9:8080: connect: connection refused
Warning  FailedMount  kubelet  MountVolume.SetUp failed for volume "a" : secret "a" not found
Error from server (NotFound): deployments.apps "web" not found
systemd[1]: docker.service: Main process exited, code=exited, status=1/FAILURE
sshd[812]: Connection reset by 10.1.2.3 port 5022 [preauth]
java.net.ConnectException: Connection refused (Connection refused)
java.net.UnknownHostException: db.internal
Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed
	at com.example.ImageService.push(ImageService.java:42)
PermissionError: [Errno 13] Permission denied: '/data/out.csv'
curl: (56) Recv failure: Connection reset by peer
fatal: invalid reference: missing-branch
fatal: Authentication failed for 'https://git.example.com/a.git/'
io.grpc.StatusRuntimeException: UNAVAILABLE: service unavailable
tls: bad certificate from 10.1.2.3
bash: ./run.sh: Permission denied
cat <<EOF > config.yaml
EOF
用户登录失败：密码错误，用户 u42
定时任务执行失败：数据库连接超时
数据同步到华为云失败，重试第 2 次
`
  .trim()
  .split('\n');

test('lines of other programs are nothing of ours, each by itself and all together', () => {
  assert.deepEqual(
    ORDINARY.filter((line) => causesOf(line).length > 0).map(
      (line) => `${line} → ${causesOf(line).join(', ')}`,
    ),
    [],
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(ORDINARY), (lines) => {
      assert.deepEqual(causesOf(lines.join('\n')), []);
    }),
    { seed: 20261128, numRuns: 100 },
  );
});

test('codes that do not exist, statuses and single words of wrappers are no cause', () => {
  for (const text of [
    'SWR.005',
    'SVCSTG.SWR.429',
    '错误码 404',
    'swr 400',
    'EOF',
    'failed to resolve reference',
    '',
  ])
    assert.deepEqual(causesOf(text), [], text);
});

test('a line is found in a log of others', () => {
  for (const [cause, [line = '']] of Object.entries(LINES)) {
    const log = [...ORDINARY.slice(0, 20), line, ...ORDINARY.slice(20)].join('\n');
    const found = recogniser.recognise(log).matches.filter((match) => match.line === 21);
    assert.ok(
      found.some((match) => match.cause === cause),
      `${cause}: ${line}`,
    );
  }
});

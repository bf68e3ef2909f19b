import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brokenRules } from '../../src/lib/naming.ts';
import { freePort } from '../free-port.ts';
import { recogniser } from './recogniser.ts';

const SCRIPT = new URL('../../public/check.sh', import.meta.url).pathname;
const AK = 'HST3ABCDEFGHIJKLMNOP';
const KEY = 'c0ffee11c0ffee22c0ffee33c0ffee44';
const BASIC = Buffer.from(`cn-north-4@${AK}:${KEY}`).toString('base64');
const TOKEN = 'eyJhbGciOi.J9.token-of-the-registry';
const SECRETS = [AK, AK.slice(4), KEY, BASIC, TOKEN];
/** What the script calls; of clients and daemons of this machine it must find none. */
const TOOLS = ['sh', 'awk', 'base64', 'cat', 'cp', 'curl', 'date', 'df', 'grep', 'head', 'id', 'mktemp'];
const MORE_TOOLS = ['getent', 'openssl', 'rm', 'sed', 'sort', 'tail', 'timeout', 'tr', 'uname'];

/** Where a program is on this machine, if it is. */
const pathOf = (program: string) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(existsSync);

const folder = mkdtempSync(join(tmpdir(), 'check-script-'));
after(() => rmSync(folder, { recursive: true }));

/** A folder with links to some programs of this machine. */
function toolsIn(name: string, programs: readonly string[]): string {
  const tools = join(folder, name);
  mkdirSync(tools);
  for (const program of programs) {
    const path = pathOf(program);
    if (path !== undefined) symlinkSync(path, join(tools, program));
  }
  return tools;
}
const tools = toolsIn('tools', [...TOOLS, ...MORE_TOOLS]);

interface Run {
  readonly output: string;
  readonly status: number | null;
}

interface RunOptions {
  readonly config?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: readonly [string, ...string[]];
  readonly path?: string;
}

/** Runs the script as its reader would. Secrets must not be in what it prints, whatever it is asked. */
async function check(address: string, options: RunOptions = {}): Promise<Run> {
  const home = mkdtempSync(join(folder, 'home-'));
  mkdirSync(join(home, '.docker'));
  if (options.config !== undefined)
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify(options.config, null, '\t'));
  const [shell, ...flags] = options.shell ?? [pathOf('sh') ?? '/bin/sh'];
  const PATH = options.path ?? tools;
  const child = spawn(shell, [...flags, SCRIPT, address], {
    env: { PATH, HOME: home, XDG_RUNTIME_DIR: home, ...options.env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const secret of SECRETS) assert.ok(!output.includes(secret), `a secret is printed:\n${output}`);
  return { output, status };
}

interface Stub {
  readonly host: string;
  /** Method, address and Authorization of each request. */
  readonly requests: string[];
}

const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** A registry of this machine that answers as it is told. */
async function stub(answer: RequestListener, server: Server = createServer()): Promise<Stub> {
  const requests: string[] = [];
  server.on('request', (request: IncomingMessage) =>
    requests.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`),
  );
  server.on('request', answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ errors: [{ code, message, detail: '' }] }),
});
const GOOD_TOKEN: Answer = {
  status: 200,
  body: JSON.stringify({ token: TOKEN, expires_in: 900 }),
};
const GOOD_MANIFEST: Answer = {
  status: 200,
  type: 'application/vnd.docker.distribution.manifest.v2+json',
  body: '{"schemaVersion":2}',
};

interface Answers {
  readonly token?: Answer;
  readonly manifest?: Answer;
  readonly realm?: (host: string) => string;
}

/** A registry that asks for a token as SWR does. */
const registry = ({ token = GOOD_TOKEN, manifest = GOOD_MANIFEST, realm }: Answers = {}) =>
  stub((request, response) => {
    const host = request.headers.host ?? '';
    const give = ({ status, body, type = 'application/json' }: Answer) =>
      response.writeHead(status, { 'Content-Type': type }).end(body);
    if (request.url === '/v2/') {
      const address = realm?.(host) ?? `http://${host}/swr/auth/v2/registry/auth/`;
      response.setHeader('WWW-Authenticate', `Bearer realm="${address}",service="dockyard"`);
      give(refusal(401, 'UNAUTHORIZED', 'authentication required'));
    } else give(request.url?.startsWith('/swr/auth/') ? token : manifest);
  });

const loginFor = (host: string, auth: string = BASIC) => ({
  auths: { [host]: { auth } },
});

/** What the site makes of the output when it is pasted, as if the registry were SWR's. */
const causesOf = (output: string) =>
  recogniser
    .recognise(output.replaceAll(/127\.0\.0\.1:\d+/g, 'swr.cn-north-4.myhuaweicloud.com'))
    .matches.map(({ cause }) => cause);

function assertLines({ output }: Run, ...lines: readonly (string | RegExp)[]): void {
  const printed = output.split('\n');
  for (const line of lines) {
    const found = printed.some((one) => (typeof line === 'string' ? one === line : line.test(one)));
    assert.ok(found, `no line ${line} in:\n${output}`);
  }
}

/** That the site names the cause among the first three. */
function assertCause({ output, status }: Run, cause: string): void {
  assert.equal(status, 1, output);
  const causes = causesOf(output);
  assert.ok(causes.slice(0, 3).includes(cause), `${cause} is not among ${causes.join(', ')}:\n${output}`);
}

const canAsk = pathOf('curl') !== undefined;
const skip = canAsk ? false : 'no curl on this machine';

describe('a registry that answers', { skip }, () => {
  test('all is well: nothing wrong is printed, nor read out of it', async () => {
    const { host, requests } = await registry();
    const run = await check(`http://${host}/my-org/nginx:v1`, {
      config: loginFor(host),
    });
    assertLines(
      run,
      'swr check 1',
      /^time: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      /^zone: [+-]\d{4} \w+$/,
      `address: ${host}/my-org/nginx:v1`,
      'organization: my-org - ok',
      'login in Docker configuration: login command, region cn-north-4, AK HST3****',
      /^tcp: connected to 127\.0\.0\.1 after [\d.]+ s$/,
      `/v2/ realm: http://${host}/swr/auth/v2/registry/auth/`,
      'token status: 200',
      'manifest status: 200',
      'manifest media type: application/vnd.docker.distribution.manifest.v2+json',
      'errors: none found',
    );
    assert.ok(run.output.startsWith('swr check 1\n'));
    assert.equal(run.status, 0);
    assert.deepEqual(causesOf(run.output), []);
    const scope = 'service=dockyard&scope=repository%3Amy-org%2Fnginx%3Apull';
    assert.deepEqual(
      requests.map((request) => request.replaceAll('%3a', '%3A').replaceAll('%2f', '%2F')),
      [
        'GET /v2/ -',
        `GET /swr/auth/v2/registry/auth/?${scope} Basic ${BASIC}`,
        `GET /v2/my-org/nginx/manifests/v1 Bearer ${TOKEN}`,
      ],
    );
  });

  const refused: readonly (readonly [string, Answers, string, RegExp])[] = [
    [
      'a wrong login',
      { token: refusal(401, 'DENIED', 'Authenticate Error') },
      'credentials-rejected',
      /^error: Get "http.*\/auth\/": denied: Authenticate Error$/,
    ],
    [
      'no permission',
      { manifest: refusal(403, 'DENIED', 'you do not have the permission') },
      'no-permission',
      /^error: .*denied: you do not have the permission$/,
    ],
    [
      'no such repository',
      {
        manifest: refusal(404, 'NAME_UNKNOWN', 'repository name not known to registry'),
      },
      'image-missing',
      /^error: .*name unknown: repository name not known to registry$/,
    ],
    [
      'no such tag',
      { manifest: refusal(404, 'MANIFEST_UNKNOWN', 'manifest unknown') },
      'image-missing',
      /^error: .*manifest unknown: manifest unknown$/,
    ],
    [
      'too many requests',
      { manifest: refusal(429, 'TOOMANYREQUESTS', 'too many requests') },
      'too-many-requests',
      /^error: .*toomanyrequests: too many requests/,
    ],
    [
      'an error of the server',
      {
        manifest: refusal(500, 'UNKNOWN', 'Server internal error: failed to get manifest'),
      },
      'server-error',
      /^error: .*Server internal error.*received unexpected HTTP status: 500 Internal Server Error$/,
    ],
    [
      'a page of a gateway',
      { token: { status: 503, type: 'text/html', body: '<html>busy</html>' } },
      'gateway-error',
      /^error: .*error parsing HTTP 503 response body: invalid character '<'/,
    ],
    [
      'a silent gateway',
      { manifest: { status: 504, body: '' } },
      'gateway-error',
      /^error: .*received unexpected HTTP status: 504 Gateway Timeout$/,
    ],
    [
      'an error of the API',
      {
        token: {
          status: 401,
          body: '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}',
        },
      },
      'gateway-signature',
      /^error: .*APIGW\.0301: Incorrect IAM/,
    ],
  ];
  for (const [name, answers, cause, line] of refused) {
    test(name, async () => {
      const { host } = await registry(answers);
      const run = await check(`http://${host}/my-org/nginx:v1`, {
        config: loginFor(host),
      });
      assertLines(run, line);
      assertCause(run, cause);
    });
  }

  test('no login', async () => {
    const { host, requests } = await registry({
      token: refusal(401, 'DENIED', 'You may not login yet'),
    });
    const run = await check(`http://${host}/my-org/nginx:v1`, {
      config: loginFor('other.example'),
    });
    assertLines(run, 'login stored: no', 'token error: DENIED You may not login yet');
    assertLines(run, /^error: Get ".*": denied: You may not login yet$/);
    assertCause(run, 'not-logged-in');
    assert.ok(requests.every((request) => request.endsWith(' -')));
  });

  test('a login that a helper keeps: being refused without it tells nothing', async () => {
    const { host } = await registry({
      token: refusal(401, 'DENIED', 'You may not login yet'),
    });
    const run = await check(`http://${host}/my-org/nginx:v1`, {
      config: { auths: { [host]: {} }, credsStore: 'desktop' },
    });
    assertLines(
      run,
      'login in Docker configuration: kept by the credential helper desktop, which is not asked',
    );
    assertLines(run, 'token error: not told: asked without the stored login');
    assert.deepEqual(causesOf(run.output), []);
  });

  test('a host that is no registry', async () => {
    const { host } = await stub((_, response) => response.writeHead(404).end('<html>404</html>'));
    const run = await check(`http://${host}/my-org/nginx:v1`);
    assertLines(run, '/v2/ status: 404 Not Found', /^error: .*error parsing HTTP 404 response body/);
    assertCause(run, 'gateway-error');
  });

  for (const [name, platforms, cause] of [
    ['of another platform', ['sparc64'], 'platform-missing'],
    ['of this platform too', ['amd64', 'arm64', 'riscv64', 'ppc64le', 's390x'], undefined],
  ] as const) {
    test(`an OCI index ${name}`, async () => {
      const manifests = platforms.map((architecture) => ({
        platform: { architecture, os: 'linux' },
      }));
      const type = 'application/vnd.oci.image.index.v1+json';
      const { host } = await registry({
        manifest: { status: 200, type, body: JSON.stringify({ manifests }) },
      });
      const run = await check(`http://${host}/my-org/nginx:v1`, {
        config: loginFor(host),
      });
      assertLines(run, `manifest media type: ${type}`, `manifest platforms: ${platforms.join(' ')}`);
      if (cause === undefined) assertLines(run, 'errors: none found');
      else assertCause(run, cause);
    });
  }
});

describe('a registry that is not reached', { skip }, () => {
  test('a name that does not resolve', async () => {
    const run = await check('swr.cn-north-4.invalid/my-org/nginx:v1');
    assertLines(run, /^error: Get "https:.*dial tcp: lookup swr\.cn-north-4\.invalid: no such host$/);
    assertCause(run, 'dns');
  });

  test('a port that is closed', async () => {
    const run = await check(`http://127.0.0.1:${await freePort()}/my-org/nginx:v1`);
    assertLines(run, /^error: Get ".*": dial tcp 127\.0\.0\.1:\d+: connect: connection refused$/);
    assertCause(run, 'unreachable');
  });

  test('a proxy that refuses; its password is not printed', async () => {
    const { host } = await stub((_, response) => response.end());
    const https_proxy = `http://me:${KEY}@${host}`;
    const run = await check('swr.cn-north-4.myhuaweicloud.com/my-org/nginx:v1', { env: { https_proxy } });
    assertLines(run, `https_proxy: http://***@${host}`);
    assert.equal(run.status, 1);
  });

  test('a server without TLS', async () => {
    const { host } = await registry();
    const run = await check(`${host}/my-org/nginx:v1`);
    assertLines(run, /server gave HTTP response to HTTPS client$/);
    assertCause(run, 'http-https');
  });
});

describe('certificates', { skip: pathOf('openssl') === undefined || !canAsk ? 'no openssl' : false }, () => {
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  let secure: Stub;
  before(async () => {
    const subject = ['-subj', '/O=Stub registry/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
      stdio: 'ignore',
    });
    const server = createSecureServer({
      key: readFileSync(key),
      cert: readFileSync(certificate),
    });
    secure = await stub((_, response) => response.writeHead(200).end('{}'), server);
  });

  test('signed by nobody known: the login stays here', async () => {
    const run = await check(`${secure.host}/my-org/nginx:v1`, {
      config: loginFor(secure.host),
    });
    assertLines(run, /^tls issuer: O ?= ?Stub registry/, /^tls expires: \w+ .*GMT$/);
    assertLines(run, /^error: .*x509: certificate signed by unknown authority$/);
    assertCause(run, 'certificate');
    assert.ok(secure.requests.every((request) => request.endsWith(' -')));
  });

  test('expired', async () => {
    const request = join(folder, 'request.pem');
    const expired = join(folder, 'expired.pem');
    const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
    openssl('req', '-new', '-key', key, '-subj', '/CN=127.0.0.1', '-out', request);
    openssl('x509', '-req', '-in', request, '-signkey', key, '-days', '-1', '-out', expired);
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(expired) });
    const { host } = await stub((_, response) => response.writeHead(200).end('{}'), server);
    const run = await check(`${host}/my-org/nginx:v1`, { env: { CURL_CA_BUNDLE: expired } });
    assertLines(run, /^error: .*x509: certificate has expired or is not yet valid$/);
    assertCause(run, 'certificate');
  });

  test('without curl, openssl still tells', async () => {
    const path = toolsIn(
      'no-curl',
      [...TOOLS, ...MORE_TOOLS].filter((tool) => tool !== 'curl'),
    );
    const run = await check(`${secure.host}/my-org/nginx:v1`, { path });
    assertLines(run, 'http: not asked: curl is not installed', /^tls issuer: O ?= ?Stub registry/);
    assertLines(run, /x509: certificate signed by unknown authority$/);
  });
});

describe('clients and logins of this machine', { skip }, () => {
  /** A client that answers as docker does, or fails where it ought not to be asked. */
  const docker = (name: string, details: string) => {
    const path = toolsIn(name, [...TOOLS, ...MORE_TOOLS]);
    const info = `28.5.2|overlayfs|${details}|/|http://me:${KEY}@proxy.invalid|`;
    const answers = `info) echo '${info}' ;; --version) echo 'Docker version 28.5.2' ;;`;
    writeFileSync(join(path, 'docker'), `#!/bin/sh\ncase $1 in ${answers} esac\n`, { mode: 0o755 });
    return path;
  };

  for (const [store, details] of [
    ['classic', '[[Backing Filesystem extfs]]'],
    ['containerd', '[[driver-type io.containerd.snapshotter.v1]]'],
  ] as const) {
    test(`the ${store} image store`, async () => {
      const run = await check('http://127.0.0.1:9/my-org/nginx', {
        path: docker(store, details),
      });
      assertLines(run, 'client docker: Docker version 28.5.2', `docker image store: ${store} (overlayfs)`);
      assertLines(run, 'docker daemon proxy: http://***@proxy.invalid', /^free disk: \d+ MiB in \/$/);
    });
  }

  test('a daemon on another machine is not asked', async () => {
    const env = { DOCKER_HOST: 'tcp://192.0.2.1:2375' };
    const run = await check('http://127.0.0.1:9/my-org/nginx', {
      path: docker('elsewhere', ''),
      env,
    });
    assertLines(run, 'docker daemon: on another machine, not asked');
    assert.doesNotMatch(run.output, /image store/);
  });

  for (const [user, kind] of [
    ['bearertoken@whom', 'enhanced login command (bearertoken)'],
    ['_token', 'token (_token)'],
    ['me@example.com', 'another user name'],
    [`cn-east-3@${AK}`, 'login command, region cn-east-3, AK HST3****'],
  ] as const) {
    test(`the login ${kind}`, async () => {
      const auth = Buffer.from(`${user}:${KEY}`).toString('base64');
      const { output } = await check('http://127.0.0.1:9/my-org/nginx', {
        config: loginFor('127.0.0.1:9', auth),
      });
      assertLines({ output, status: 1 }, `login in Docker configuration: ${kind}`);
      assert.ok(!output.includes(auth));
    });
  }

  test('a login for another region', async () => {
    const host = 'swr.cn-east-3.invalid';
    const run = await check(`${host}/my-org/nginx:v1`, {
      config: loginFor(`https://${host}/v2/`),
    });
    assertLines(run, 'warning: the stored login is for cn-north-4, the address is in cn-east-3');
  });

  test('a token endpoint that gives none', async () => {
    const { host } = await registry({ token: { status: 200, body: '{}' } });
    const run = await check(`http://${host}/my-org/nginx:v1`, {
      config: loginFor(host),
    });
    assertLines(run, /authorization server did not include a token in the response$/);
    assertCause(run, 'server-error');
  });
});

describe('what goes where', { skip }, () => {
  test('a realm on another host is asked nothing', async () => {
    const other = await registry();
    const realms = [`http://${other.host}/auth`, `http://127.0.0.1@${other.host}/auth`];
    for (const realm of realms) {
      const { host, requests } = await registry({ realm: () => realm });
      const run = await check(`http://${host}/my-org/nginx:v1`, {
        config: loginFor(host),
      });
      assertLines(run, 'token: not asked: its realm is on another host');
      assert.ok(requests.every((request) => request.endsWith(' -')));
    }
    assert.deepEqual(other.requests, []);
  });

  test('redirects are not followed', async () => {
    const other = await registry();
    const redirect: RequestListener = (_, response) =>
      response.writeHead(302, { Location: `http://${other.host}/` }).end();
    const { host } = await stub(redirect);
    const run = await check(`http://${host}/my-org/nginx:v1`, {
      config: loginFor(host),
    });
    assertLines(run, /^warning: .*answers with a redirect \(302\), which was not followed$/);
    assert.deepEqual(other.requests, []);
  });

  test('what a registry says forges no line, and gives no secret back', async () => {
    const message = `bad\n\u001B[31merror: forged ${KEY} ${BASIC} ${AK}\u009B31m\u202Ex`;
    // As they are, not as JSON escapes them.
    const body = `{"errors":[{"code":"DENIED","message":"${message}"}]}`;
    const { host } = await registry({ token: { status: 401, body } });
    const { output } = await check(`http://${host}/my-org/nginx:v1`, {
      config: loginFor(host),
    });
    assert.doesNotMatch(output, /^error: forged|[^\P{Cc}\n]|\u202E/mu);
    assert.match(output, /\[hidden\] \[hidden\] \[hidden\]/);
  });

  test('a host that only looks like this machine is not asked without TLS', async () => {
    for (const host of ['127.0.0.1.invalid', '127.invalid', 'localhost.invalid']) {
      const run = await check(`http://${host}/my-org/nginx:v1`);
      assertLines(run, new RegExp(`^error: Get "https://${host}/v2/"`));
    }
  });

  test('http:// is for this machine alone, https:// is no part of an image address', async () => {
    for (const scheme of ['http', 'https']) {
      const run = await check(`${scheme}://swr.cn-north-4.invalid/my-org/nginx:v1`);
      assertLines(run, /^error: invalid reference format:/, /Get "https:\/\/swr/);
    }
  });

  test('an address without a registry is not asked anywhere', async () => {
    const run = await check('my-org/nginx:v1');
    assertLines(run, /^error: The push refers to repository \[docker\.io\/my-org\/nginx:v1\]/);
    assertCause(run, 'wrong-registry');
  });
});

describe('names', () => {
  const NAMES = [
    ...['a', 'my-org', 'My-Org', '1org', 'org-', 'a__b', 'a___b', 'a.-b', 'a-_b', 'library', 'or g'],
    ...['a'.repeat(64), 'a'.repeat(65)],
  ];
  const TAGS = ['v1', '_', 'V1.0-RC_1', '-v1', '.v1', 'v+1', 'a'.repeat(129)];

  test('rules are those of the naming aid', async () => {
    // Names are judged before anything is asked.
    const path = toolsIn('no-network', ['sh', 'awk', 'date', 'grep', 'head', 'id', 'sed', 'tr', 'uname']);
    for (const [at, name] of NAMES.entries()) {
      const tag = TAGS[at] ?? 'v1';
      const { output } = await check(`http://127.0.0.1:9/${name}/${name}:${tag}`, { path });
      for (const [kind, text] of [
        ['organization', name],
        ['repository', name],
        ['tag', tag],
      ] as const) {
        const isOk = output.includes(`\n${kind}: ${text} - ok\n`);
        assert.equal(isOk, brokenRules(kind, text).length === 0, `${kind} ${text}:\n${output}`);
      }
    }
  });

  test('a broken rule leads to its cause', async () => {
    const run = await check('http://127.0.0.1:9/My-Org/nginx:v1');
    assertLines(run, /^error: invalid reference format: .*must be lowercase/);
    assertCause(run, 'name-invalid');
  });
});

describe('shells', () => {
  const shells = [['dash'], ['busybox', 'sh'], ['bash', '--posix']] as const;
  for (const [program, ...flags] of shells) {
    const path = pathOf(program);
    test(program, { skip: path && canAsk ? false : `no ${program} or no curl here` }, async () => {
      const { host } = await registry({
        token: refusal(401, 'DENIED', 'Authenticate Error'),
      });
      const run = await check(`http://${host}/my-org/nginx:v1`, {
        config: loginFor(host),
        shell: [path ?? program, ...flags],
      });
      assertLines(run, 'login stored: yes, used below', /denied: Authenticate Error$/);
    });
  }

  const shellcheck = pathOf('shellcheck');
  test('shellcheck finds nothing', { skip: shellcheck ? false : 'no shellcheck on this machine' }, () => {
    execFileSync(shellcheck ?? 'shellcheck', ['--shell=sh', SCRIPT], {
      encoding: 'utf8',
    });
  });
});

import type { Strings } from './zh-CN.ts';

/** A description as far as a title has room for it. */
const brief = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 118)}…`);

/** A number with its noun. */
const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const codes = (count: number) => counted(count, 'error code');

const states = {
  documented: 'Documented',
  retired: 'Removed',
  observed: 'Observed',
  listed: 'In another list',
  unknown: 'Not listed',
};

const actorsOf = (vendor: string) => ({
  caller: 'Caller',
  'org-admin': 'Organization administrator',
  'account-admin': 'Account administrator',
  vendor,
});

/**
 * Every word of the user interface in English.
 *
 * @param vendor whose product the words are about
 */
export const en = (vendor = 'Huawei Cloud'): Strings => ({
  marks: { colon: ': ', list: ', ', semicolon: '; ', stop: '.', open: ' (', close: ')' },
  starlight: {
    'heading.anchorLabel': 'Section titled "{{title}}"',
    'search.label': 'Search error codes',
    'page.previousLink': 'Previous',
    'page.nextLink': 'Next',
  },
  states,
  unsorted: {
    name: 'General',
    about: 'Error codes that have not been sorted by resource yet.',
    reason: 'There are no rules for the resource domains of this product yet.',
  },
  site: {
    unofficial: `This is not an official ${vendor} site. Everything here was written by this site, except the descriptions of error codes, which it translated from `,
    document: `${vendor}'s documentation`,
    own: ' (in Chinese).',
  },
  theme: {
    label: 'Select theme',
    auto: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  nav: {
    all: 'All error codes',
    allOf: (statusClass) => `All ${statusClass} codes`,
    byDomain: 'By resource domain',
    guide: 'Guides',
    messages: 'Client messages',
    errorBody: 'Format of error responses',
    decode: 'Decode a ticket or log',
    decodeShort: 'Decode a log',
    links: 'Links and data',
    changes: 'Changes',
    json: 'codes.json',
    products: 'Other products',
    unit: 'codes',
    allSiblings: (count) => `All ${count}`,
    breadcrumb: 'You are here',
  },
  home: {
    lead: 'For every error code: what it means, who has to act, whether to retry, and what to do, step by step.',
    decode: 'A whole ticket or log? ',
    matrixTitle: 'By domain and status',
    matrixNote:
      'Rows are resource domains, columns are HTTP statuses, and numbers count error codes. Select a number to see its error codes.',
    matrixCorner: 'Domain',
    matrixTotal: 'Total',
    guideTitle: 'Guides by topic',
    linkTitle: 'Link to error codes from tickets',
    linkNote: 'Each error code has a permanent address, which is the error code just as the API returns it:',
    linkMachine: 'Programs can read all error codes: ',
    linkMore: 'How to write links in ticket systems, log systems and chats:',
    cell: (domain, status, count) => `${domain}, HTTP ${status}: ${codes(count)}`,
    counts: (count, statuses, domains) =>
      [
        codes(count),
        ...(statuses > 0 ? [counted(statuses, 'HTTP status', 'HTTP statuses')] : []),
        ...(domains > 1 ? [`${domains} resource domains`] : []),
      ].join(', '),
    productTitle: (product) => `${product} error codes`,
    productDescription: (product, count) =>
      `The ${codes(count)} that the API of ${vendor} ${product} returns. One page per code, searchable, with a permanent link.`,
  },
  table: {
    title: 'All error codes',
    description: (product) =>
      `All error codes of ${vendor} ${product}, to be filtered by HTTP status, resource domain and text.`,
    code: 'Error code',
    status: 'Status',
    meaning: 'Description',
    domain: 'Domain',
    filter: 'Filter',
    filterStatus: 'Status',
    filterDomain: 'Domain',
    filterState: 'Listed',
    filterActor: 'Who acts',
    filterRetry: 'Retry',
    actor: 'Who acts',
    retry: 'Retry',
    filterText: 'Text',
    filterTextPlaceholder: 'Error code, number, or words of the description',
    any: 'All',
    reset: 'Clear',
    shownAll: (total, listed) =>
      listed.length < 2
        ? codes(total)
        : `${codes(total)}: ${listed.map(({ label, count }) => `${label} ${count}`).join(', ')}`,
    shownSome: '{count} of {total}',
    facet: '{label} ({count})',
    ignored: ' (ignored because they are not known: {list})',
    ignoredValue: '{label} "{value}"',
    searchFor: 'Search for "{text}"',
    none: 'No error code matches.',
  },
  code: {
    title: (code, description) => `${code} ${brief(description)}`,
    summary: (code, statuses, name, description, unlisted) => {
      const status =
        statuses.length === 0
          ? []
          : [`HTTP ${statuses.join(', ')}${statuses.length === 1 ? ` ${name}` : ''}`];
      const facts = [...status, ...(unlisted === undefined ? [] : [unlisted])];
      return `${code}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}: ${brief(description)}`;
    },
    preview: (advice, facts) => `${advice}${/[.!?]$/u.test(advice) ? ' ' : '. '}${facts.join(' · ')}`,
    unlisted: {
      documented: undefined,
      retired: 'removed; no longer in the edition that this site is based on',
      observed: 'observed; not in the edition that this site is based on; meaning compiled by this site',
      listed: 'in another list; not in the edition that this site is based on',
    },
    vendorSays: `${vendor}'s description`,
    vendorQuote: `Quoted from ${vendor}'s documentation, unchanged`,
    quoted: (edition) => `Quoted from ${vendor}'s documentation, edition of ${edition}, unchanged`,
    rendered: (edition) => `Our translation of ${vendor}, ${edition}:`,
    literal: 'API message',
    listedAs: (name) => `, listed there as ${name}`,
    httpStatus: 'HTTP status',
    statusClass: 'Status class',
    domain: 'Resource domain',
    service: 'Service',
    structure: 'Parts of the error code',
    structureService: 'Service',
    structureStatus: 'HTTP status',
    structureSequence: 'Sequence number',
    structureNumber: 'Number or name',
    body: 'Format of error responses',
    bodyForms: {
      today:
        'The format that the API returns today (read error_code and error_msg; errors is the old format):',
      list: 'The format in the documentation of 2021-09-13, a list:',
    },
    bodyFormOnly: 'This shows the format only; whether the API still returns this code is not known. ',
    bodyExample:
      'The message in the example is one on record; go by the one that the API actually returned. ',
    bodyUnknownMessage: 'For the message, go by what the API actually returned. ',
    bodyMore: 'For the meaning of the fields, see ',
    related: 'Related error codes',
    reference: 'Reference',
    relation: {
      'same-description': 'Same description',
      'same-sequence': 'Same sequence number',
      'same-operation': 'Same kind of operation on the same resource',
    },
    source: 'Source',
    sourceLine: (title, edition, file, lines) =>
      `${title}, edition of ${edition} (file ${file}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')})`,
    rows: (count) => `${vendor}'s documentation lists this error code in ${count} rows:`,
    causes: (count) => ` and others, ${count} in all`,
    rowMessage: 'Message',
    module: 'Module',
    domainWhy: 'Why it belongs to this domain',
    copyCode: 'Copy error code',
    copyLink: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Copy it by hand',
    copy: 'Copy',
  },
  verdict: {
    actor: 'Who acts',
    retry: 'Retry?',
    actors: actorsOf(vendor),
    retries: { no: 'Do not retry', 'after-change': 'Change, then retry', backoff: 'Retry after a while' },
  },
  guidance: {
    plainTitle: 'What to do',
    missing: 'This site has no advice for this error code yet.',
    vendorSolution: `Solution in ${vendor}'s documentation, unchanged`,
    vendorSolutions: `The table above has the solution that ${vendor}'s documentation gives for each case.`,
    byStatus: (status, label, verdict) =>
      `Judging only by HTTP status ${status} (${label}), the answer is usually: ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}.`,
    byStatusLink: 'What the status means in HTTP, and the error codes that have it',
    own: `Written by this site; not from ${vendor}'s documentation.`,
    ownWithSources: `The advice was written by this site and is not from ${vendor}'s documentation. Numbers in brackets are these sources.`,
    advice: 'Our advice: ',
    sections: {
      what: 'What happened',
      causes: 'Possible causes',
      steps: 'Steps',
      unresolved: 'Still not solved',
    },
    sources: 'Sources of the advice',
    source: (number) => `Source ${number}`,
    inferred: 'inferred',
    likelihoods: { common: 'common', possible: 'possible', rare: 'rare' },
    caution: 'Caution',
    inferredTitle: 'An inference of this site; no source says so directly',
    topics: 'See also',
    difference: 'Where the API message and the Chinese description differ',
    differenceSays: 'API message',
    differenceFollows: 'Therefore',
    thisCode: 'This page',
    differ: 'Difference',
  },
  preparation: {
    variables: 'Where the variables in the commands come from: ',
    title: 'Put your own names into the commands',
    fields: { region: 'Region', organization: 'Organization', repository: 'Image name', tag: 'Tag' },
    clear: 'Restore the examples',
    note: 'They are filled into the commands on every page of this site, kept in this browser only, and not sent anywhere. "Restore the examples" deletes them. A name that breaks the naming rules is not filled in, nor are placeholders that begin with YOUR_: most of those stand for something that will be deleted, so look closely and fill them in by hand.',
  },
  messages: {
    title: 'Client messages',
    description:
      'docker, containerd, Kubernetes and other clients often show no error code. Find the cause by the line that they print: login, permissions, names, format, throttling, network, certificates and more.',
    lead: 'Clients often hide the error code of SWR and print an error of the registry protocol. Compare your line with the ones below to find its cause and what to do, or paste the whole output into ',
    groups: {
      login: 'Login',
      permission: 'Permissions and organizations',
      names: 'Names and addresses',
      existence: 'Image not found',
      format: 'Image format',
      limits: 'Quotas and limits',
      server: 'Server',
      network: 'Network and certificates',
      kubernetes: 'Kubernetes',
      gateway: 'API Gateway',
      'not-swr': 'Not an SWR problem',
    },
    whose: 'Where it comes from',
    owners: {
      swr: 'SWR',
      client: 'Client',
      machine: 'Local machine',
      network: 'Network',
      proxy: 'Proxy',
      gateway: 'API Gateway or a gateway in between',
      kubernetes: 'Kubernetes',
      'docker-hub': 'Docker Hub',
      'other-service': 'Another service',
    },
    group: 'Kind',
    lines: 'Lines',
    linesNote:
      'What clients print for this cause. Before you compare, replace the host, organization and digest in the examples with your own.',
    line: 'What is printed',
    printedBy: 'Client and version',
    captured: 'tested',
    stores: { classic: 'classic store', containerd: 'containerd store' },
    codes: 'SWR error codes',
    codesNote: 'For the same or a similar cause, the SWR API may return these error codes (our inference):',
    noCodes: 'SWR does not return this error, so it has no SWR error code.',
    noCodesKnown: 'No SWR error code is known for this error.',
    allOfClass: (statusClass) => `All ${statusClass} error codes`,
    ofCode: 'docker, containerd and other clients usually do not show this error code. What they print: ',
    shared: 'Lines with more than one cause',
    causesOf: 'Possible causes',
    registryCodes: 'Error codes of the registry protocol',
    registryCodesNote:
      'The error codes of the registry protocol (OCI Distribution) are not SWR error codes. Clients print them in lower case, for example manifest unknown.',
    registryCode: 'Protocol error code',
    meaning: 'Meaning',
    serverTexts: "Which clients show the server's own text",
    serverTextsNote:
      'For the same response, some clients print the text of SWR and others only the status. Where it says "hidden", the line does not tell the real cause; use the command below to see the text.',
    client: 'Client',
    stages: {
      login: 'Login refused (401)',
      token: 'Token exchange 400, 403',
      pull: 'Pull 4xx',
      push: 'Push 4xx',
      server: 'Server 5xx',
    },
    shown: {
      yes: 'shown',
      no: 'hidden',
      'only-403': 'shown for 403 only',
      'not-404': 'hidden for 404',
      'only-push': 'shown during a push only',
    },
    untried: 'not tried, or not applicable',
    seeText: "See the server's own text:",
    pushedFormats: 'Which format each client pushes by default',
    pushedFormatsNote:
      'When a push is refused (manifest.json cannot be parsed), look first at the format that your client pushes. Each command under "What works" was run with the listed version and pushed a single Docker manifest (schema 2).',
    pushes: 'Pushes by default',
    formats: { docker: 'Docker manifest', oci: 'OCI manifest', 'oci-index': 'OCI index' },
    cure: 'What works',
    fails: 'What does not work',
    needsNothing: 'nothing to change',
    none: 'none',
    check: 'Check script',
    checkNote:
      'Run it on the machine that has the problem. It prints what you need to find the cause: time, client versions, kinds of stored logins, DNS, certificates, and the response of each step. It prints no passwords or tokens, and contacts no host but the registry that you name on its command line. You can read it before you run it. You can paste its whole output into ',
    checkLink: 'Download check.sh',
    commonTitle: 'Common messages',
    commonAll: 'All client messages',
    clients: {
      docker: 'docker',
      containerd: 'containerd (ctr, nerdctl, crictl)',
      podman: 'podman, skopeo, buildah',
      kubernetes: 'Kubernetes, CCE',
      ci: 'CI',
    },
    clientTabs: 'Client',
  },
  topics: {
    title: 'Guides',
    description: 'Login, permissions, naming, quotas, retries: one page for each of the common subjects.',
    contents: 'On this page',
    codes: (count) =>
      count === 1
        ? 'The advice for 1 error code refers to this section'
        : `The advice for ${count} error codes refers to this section`,
    rest: (count) => `and ${count} more`,
    sources: 'Sources',
  },
  naming: {
    title: 'Check a name',
    note: 'It is checked in your browser; what you type is not sent anywhere.',
    kind: 'What to check',
    kinds: {
      address: 'Whole image address',
      organization: 'Organization name',
      repository: 'Image name',
      tag: 'Image tag',
    },
    host: 'Registry address',
    name: 'Name',
    empty: 'Type a name or a whole image address to see which rule it breaks.',
    mended: 'You could use: ',
    code: 'Error code for such a name: ',
    fits: 'It follows the rules.',
    broken: 'It breaks the rules: ',
    rules: {
      empty: 'It must not be empty.',
      'too-long-64': 'At most 64 characters.',
      'too-long-128': 'At most 128 characters.',
      'upper-case': 'No upper-case letters.',
      characters: 'Only lower-case letters, digits, underscores (_), hyphens (-) and periods (.).',
      'repository-characters':
        'Only lower-case letters, digits, slashes (/), underscores (_), hyphens (-) and periods (.).',
      'tag-characters': 'Only letters, digits, underscores (_), hyphens (-) and periods (.).',
      'first-letter': 'The first character must be a lower-case letter.',
      'first-letter-or-digit': 'The first character must be a lower-case letter or a digit.',
      'tag-first': 'The first character must not be a period (.) or a hyphen (-).',
      last: 'The last character must be a lower-case letter or a digit.',
      separators:
        'Periods, underscores, hyphens and slashes must not follow one another; only two underscores (__) may.',
      reserved: 'library is a reserved name.',
    },
  },
  observed: {
    notice:
      'This error code is not in the list that this site is based on, but it has been seen in use. This site compiled its meaning and the advice from public sources, not from that list.',
    inferred: ' The meaning is an inference; no source says so directly.',
    seen: (where) => `Meaning compiled by this site; seen in: ${where}`,
  },
  listed: {
    notice: (note) =>
      `This error code is not in the list that this site is based on; it is in another ${vendor} document. ${note}`,
    quoted: (date) => `Quoted from another ${vendor} document (${date}), unchanged`,
    rendered: (date) => `Our translation of another ${vendor} document (${date}):`,
    source: 'Description and message',
    more: (count) => `${count} more in another list`,
  },
  retired: {
    notice: (goneIn, last) =>
      `${vendor} removed this error code from its list in the edition of ${goneIn}; the last edition that has it is that of ${last}. The description on this page is from that edition and may no longer hold. If you still get this code, check your request against the message in the response body first; if that does not help, contact support.`,
    quoted: (last) =>
      `Quoted from ${vendor}'s documentation, edition of ${last}; the edition that this site is based on no longer has this row`,
    rendered: (last) => `Our translation of ${vendor}'s row of ${last}, the last edition that has it:`,
    source: (title, last) => `${title}, edition of ${last}, the last one that has it`,
  },
  ticket: {
    copyReply: 'Copy reply to the customer',
    copyText: 'Copy request for details',
    copyMarkdown: 'Copy Markdown',
    advice: 'Advice',
    reply: (code, description) => `The error code that you received is ${code}: ${description}`,
    code: 'Error code',
    description: 'Description',
    listed: 'Listed',
    link: 'More',
    ask: 'Send us the following, so that we can find the cause: ',
    asked: ['region', 'time', 'organization and image', 'client and version', 'request ID'],
  },
  links: {
    title: 'Links and data',
    description:
      'How to link to error codes from ticket systems, log systems and chats, and the data that programs can read.',
    lead: 'Each error code has a permanent address. Upper or lower case, the bare number, or a stray mark at the end all lead to the same page.',
    templates: 'Link templates',
    templateCode: 'An error code',
    templateSearch: 'Search for any text',
    templateJson: 'Data of an error code',
    anchors: 'Permanent places on a page',
    anchorsNote: 'To be added to the address of an error code:',
    anchorNames: {
      meaning: 'Meaning',
      guidance: 'Advice (documented error codes)',
      steps: 'Steps (error codes with advice)',
      structure: 'Parts of the error code',
      body: 'Format of error responses',
      related: 'Related error codes',
      source: 'Source',
      history: 'The error code in each edition of the documentation (documented error codes)',
    },
    pattern: 'Regular expression that matches error codes',
    patternNote:
      'Matches every error code of the services on this site, also those that are yet to come, and no text around them. It is the same for PCRE, Java, JavaScript, Python and RE2.',
    systems: 'In common systems',
    systemsNote: 'Menus differ between versions; go by the documentation of each system.',
    places: {
      zendesk:
        'Admin Center → Fields → Regex; in a macro use the placeholder, with the ID of your field for 1234567',
      gitlab: 'Issues, merge requests, wiki (Markdown)',
      github: 'Settings → Autolink references (one per service)',
      wecom: 'WeCom',
      wecomBot: 'Message of a group bot',
      feishu: 'Feishu (Lark)',
      feishuBot: 'Message of a custom bot',
      loki: 'Data source → Derived fields (provisioning)',
    },
    productsNote:
      'The error codes of these products are under paths of their own, with link templates and regular expressions of their own.',
    openSearch: 'Search from the address bar',
    openSearchNote:
      'This site has an OpenSearch description; browsers that support it offer to add it as a search engine. You can also add it by hand, with this address:',
    data: 'Data for programs',
    dataNote: `Descriptions are quoted from ${vendor}'s documentation; everything else was written by this site. When a field is added, removed or changes its meaning, schemaVersion changes. The page of each error code also has schema.org data (TechArticle, DefinedTerm).`,
    files: [
      {
        path: '/codes.json',
        text: 'All error codes. codes has the documented ones, retired the removed ones, observed those that were seen in use, listed those of another list; no code is in two of them.',
      },
      {
        path: '/codes.schema.json',
        text: 'JSON Schema of codes.json; #/$defs/code is that of the file of a single error code.',
      },
      {
        path: '/codes.csv',
        text: 'All error codes, the documented ones first; the last column says where a code is listed. CSV (RFC 4180, UTF-8 without BOM). In Excel, import it under Data and select UTF-8, or Chinese text is garbled; texts that could be taken for a formula begin with a single quote.',
      },
      {
        path: '/changes.json',
        text: 'Changes between the editions of the list of error codes, the oldest first.',
      },
      { path: '/changes.xml', text: 'The same as an Atom feed.' },
      { path: '/llms.txt', text: 'A table of contents for language models, in Markdown.' },
      { path: '/sitemap-index.xml', text: 'The addresses of all pages.' },
    ],
    fields: 'Fields',
    fieldNames: [
      { name: 'schemaVersion', text: 'The version of the data format.' },
      {
        name: 'source',
        text: 'The source document: title, file name, date of the edition, SHA-256, language.',
      },
      {
        name: 'codes, retired, observed, listed',
        text: 'Error codes that are documented, that were removed, that were seen in use, and that stand in another list.',
      },
      { name: 'code, service, number, httpStatus', text: 'The error code and its parts.' },
      { name: 'domain', text: 'The resource domain, as in the addresses under /domains/.' },
      {
        name: 'description',
        text: 'The description; where the document lists an error code in several rows, the descriptions of all of them.',
      },
      {
        name: 'rows',
        text: 'The rows of the document: line, HTTP status, description, and the message, solution and module where the document has them. Left out where there is only one status and one description.',
      },
      {
        name: 'actor',
        text: `Who acts: caller, org-admin (organization administrator), account-admin (account administrator) or vendor (${vendor}). Left out where it is not known.`,
      },
      {
        name: 'retry',
        text: 'Whether to retry: no, after-change (change something first) or backoff (after growing intervals). Left out where it is not known.',
      },
      { name: 'url', text: 'The address of the page.' },
      {
        name: 'descriptionEn, urlEn, seenInEn',
        text: 'The description, the address of the page, and where a code was seen, in English; the description is a translation by this site. Left out where there are no pages in English.',
      },
      {
        name: 'lastEdition, goneIn',
        text: 'Of retired codes only: the last edition with the code, the first one without it.',
      },
      {
        name: 'seenIn, inferred, sources',
        text: 'Of observed codes only: where it was seen, whether its meaning is an inference, and the sources.',
      },
      {
        name: 'listedIn',
        text: "Of listed codes only: the vendor's other document that has it, with title, address and date.",
      },
      {
        name: 'state, messages',
        text: 'Of the file of a single error code only: which of the four it is (documented, retired, observed, listed), and its known messages.',
      },
    ],
  },
  pageReport: {
    title: 'Is something on this page wrong?',
    note: 'Complete the text below and hand it to the maintainers of this site.',
    send: 'Send it',
    page: 'Page: ',
    address: 'Address: ',
    asked: [
      'What is wrong: ',
      'What it should say: ',
      'How you know (what was returned, or a document; leave out tokens and keys): ',
    ],
  },
  llms: {
    address: `The address of an error code is /en/codes/<error code>/; /codes/<error code>.json has the same for programs. Descriptions are translated from ${vendor}'s documentation by this site; everything else was written by this site.`,
    title: 'Data for programs',
    data: [
      {
        path: '/codes.json',
        text: 'All error codes; removed ones, observed ones and those of another list apart',
      },
      { path: '/codes.schema.json', text: 'JSON Schema of the file above' },
      { path: '/codes.csv', text: 'All error codes, as CSV' },
    ],
    product: (product) => `All error codes of ${product}`,
  },
  unknown: {
    notice:
      'This site does not list this error code. It may be newer than the documentation that the site is based on, or misspelled. Below is what can be read from the code itself, for orientation only; the real cause is in errorMessage and detail of the response.',
    inferred: 'Inferred from the number',
    neighbours: 'Error codes with similar numbers',
    neighboursNote:
      'Only their numbers are similar; their meanings may have nothing in common. Do not take them for an explanation of this error code.',
    reportTitle: 'Report this error code',
    reportNote: `Complete the text below and send it to the maintainers of this site or to ${vendor} support.`,
    reportCopy: 'Copy the report',
    later: {
      title: 'Error code not listed',
      /** In the place of `title` where the code is of another service. */
      foreign: 'Error code of another service',
      report: 'Error code not listed: {code}',
      reportStatus: 'HTTP status: {status} {label}',
      reportWhere: 'Address: {address}',
      reportAsk: [
        'Complete response body (errorMessage, detail; remove tokens and keys):',
        'Region:',
        'Time:',
        'Organization and image:',
        'Operation and client version:',
        'Request ID:',
      ],
    },
  },
  decode: {
    title: 'Decode a ticket or log',
    description:
      'Paste a whole ticket, log or error response to find every error code in it. Everything happens in your browser; nothing is sent anywhere.',
    lead: 'Paste a whole ticket, log, docker output or error response to find every error code in it. Where there is none, the lines that clients print lead to the cause.',
    privacy:
      'What you paste stays on this page: it is not sent, not written into the address and not stored.',
    label: 'Ticket, log or error response',
    placeholder: 'Paste it here, however long it is',
    clear: 'Clear',
    loading: 'Getting ready…',
    open: 'Ready. Results appear as soon as you paste.',
    failed: 'This browser could not process the text. Use the search instead.',
    found: 'Error codes and causes found',
    copyText: 'Copy findings',
    copyMarkdown: 'Copy Markdown',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    conclusion: {
      title: 'Found in the given text:',
      advice: 'Advice: ',
      likely: ' (likely)',
      unknown: 'Error code not listed',
    },
    places: 'Where it is in the text',
    count: 'Found: {count}.',
    more: 'Only the first {count} are listed.',
    none: 'Found no error code and no known message.',
    place: 'Line {line}, {times} in all',
    omitted: '… {count} characters left out …',
    alias: 'The text has the old code ',
    ways: {
      digits: 'Found by its digits: ',
      message: 'The text has no error code; judging by the message, it may be this one: ',
    },
    states: {
      ...states,
      part: 'Incomplete',
      foreign: 'Another service',
      cause: 'Cause of a message',
      likely: 'Likely cause',
    },
    registry: 'The address {host} is not SWR.',
    codes: 'Error codes for it: ',
    part: 'The text has only part of an error code, and too many codes fit to list them.',
    partSearch: 'Search for this part',
    list: 'List of error codes of this service',
    structure: 'What the code itself tells you',
    requestId: 'Request ID',
    region: 'Region',
    statuses: 'HTTP status',
    noScript:
      'This tool needs JavaScript. Without it, use the find-in-page of your browser on the table of all error codes. ',
  },
  changes: {
    title: 'Changes',
    description: (product) =>
      `What changed between the editions of the list of error codes of ${product}: added, removed, renamed and reworded codes, with the changed words marked.`,
    lead: `When ${vendor} updates its list of error codes, this site records how the new edition differs from the old one. Dates are those of ${vendor}'s documents, the latest first. The vendor's rows are in Chinese.`,
    legend: 'Marks',
    legendRemoved: 'words of the old edition',
    legendAdded: 'words of the new edition',
    subscribe: 'Subscribe',
    feed: 'Atom feed',
    json: 'changes.json',
    edition: (edition) => `Edition of ${edition}`,
    current: 'the one that this site is based on',
    codes,
    sha256: 'SHA-256 of the document',
    first: 'This is the earliest edition that the site has a record of. Its error codes may be older.',
    none: 'No error code changed.',
    kinds: {
      added: 'Added',
      removed: 'Removed',
      renamed: 'Renamed',
      reworded: 'Reworded',
      punctuation: 'Punctuation only',
      statusChanged: 'HTTP status changed',
    },
    count: (kind, count) => `${kind}: ${count}`,
    fields: { solution: 'Solution' },
    noStatus: 'none',
    to: 'to',
  },
  history: {
    title: 'History',
    listed: 'Listed in the earliest edition on record',
    added: 'Added',
    removed: 'Removed',
    renamed: (from, to) => `Renamed from ${from} to ${to}`,
    reworded: 'Reworded: ',
    status: (before, after) => `HTTP status changed from ${before} to ${after}`,
    current: 'Listed in the edition that this site is based on',
    all: 'All changes of all editions',
  },
  groups: {
    statusTitle: (status, name) => `HTTP ${status} ${name}`,
    classTitle: (statusClass, label) => `${statusClass} ${label}`,
    cellTitle: (domain, status) => `${domain}: error codes with HTTP ${status}`,
    noStatus: 'Status unknown',
    domainTitle: (name) => `${name}: error codes`,
    domainDescription: (name, count, about) => `${name}: ${about} ${codes(count)}.`,
    statusDescription: (product, status, label, count) =>
      `The ${codes(count)} with which ${product} returns HTTP ${status} (${label}).`,
    count: codes,
    means: 'Meaning in HTTP',
    here: 'Usually means here',
    shared: 'What to do',
    inTable: 'Filter in the table',
    statuses: 'Statuses',
    domainsTitle: 'Resource domains',
    domainsDescription: (product) =>
      `The resource domains of ${product}'s error codes: what each is about, and how many error codes it has.`,
    statusesTitle: 'HTTP statuses',
    statusesDescription: (product) =>
      `The HTTP statuses of ${product}'s error codes: what each usually means, and how many error codes it has.`,
  },
  errorBody: {
    title: 'Format of error responses',
    description: (product) =>
      `What the API of ${product} returns when it fails: HTTP status, error code, message and detail, and where codes that begin with APIGW come from.`,
    lead: 'When a call fails, the HTTP status is 4xx or 5xx, and the response body has an error code and its message instead of data. It comes in three forms, and a program that reads it has to know all of them.',
    forms: [
      {
        id: 'today',
        title: 'What the API returns today',
        lead: "Huawei Cloud's current list of error codes puts the new and the old format into one body. It recommends error_code, error_msg and details, and advises against errors:",
        fields: [
          {
            name: 'error_code',
            meaning: 'The error code. Use it on this site and in service tickets, and copy all of it.',
          },
          {
            name: 'error_msg',
            meaning:
              'The message, in English. One error code can have more than one message, and the message is sometimes more exact than the Chinese description.',
          },
          {
            name: 'details',
            meaning: 'A list of details, whose error_msg may be empty. If it is not, read it first.',
          },
          {
            name: 'errors',
            meaning:
              'The old format. An error code that occurs several times in one body is still one error.',
          },
          {
            name: 'encoded_authorization_message',
            meaning:
              'Present only when authorization fails; not in the example above. Decode it with decode-authorization-message of STS to see which permission is missing.',
          },
        ],
      },
      {
        id: 'list',
        title: 'The response in the documentation of 2021-09-13',
        lead: 'The edition that this site is based on shows a list; this form is common in old programs and logs:',
        fields: [
          { name: 'errorCode', meaning: 'The error code.' },
          { name: 'errorMessage', meaning: 'The message, in English.' },
          {
            name: 'detail',
            meaning:
              'Details; may be empty. If it is not, read it first: it often names the parameter or the resource.',
          },
        ],
      },
      {
        id: 'registry',
        title: 'The response of the registry protocol',
        lead: 'docker, containerd and other clients get responses in the format of the registry protocol (OCI Distribution) when they push and pull; it has no error code that begins with SVCSTG:',
        fields: [
          {
            name: 'code',
            meaning: 'The error code of the protocol, for example DENIED, UNAUTHORIZED or MANIFEST_INVALID.',
          },
          {
            name: 'message',
            meaning: 'The message, in English, often the same as that of the API. Look it up on this site.',
          },
          { name: 'detail', meaning: 'Details; often empty.' },
        ],
      },
    ],
    registryLink: 'Client messages',
    reading:
      'How to read it: look for error_code first, then for errorCode (in errors, or in a list at the top). If there is neither, it is a response of the registry protocol; look up its message.',
    enterpriseTitle: 'Error codes of the Enterprise Edition',
    enterprise:
      'Error codes of SWR Enterprise Edition consist of SWR. and six digits, for example SWR.400003; the first three digits are the HTTP status, and the fields are error_code and error_msg, too. No official list of these codes was found, and this site does not have them.',
    sources: 'Sources',
    exampleIs: 'The error code in the example is ',
    structureTitle: 'Parts of the error code',
    structure: (code, service, status, sequence) =>
      `Take ${code}: ${service} is the service, the first three digits, ${status}, are the HTTP status, and the last four, ${sequence}, are the sequence number. So even the first three digits of an error code that is not listed tell whether the request (4xx) or the server (5xx) is at fault.`,
    gatewayTitle: 'Error codes that begin with APIGW',
    gateway: (product) =>
      `Error codes that begin with APIGW do not come from ${product}. API Gateway returns them before the request reaches ${product}; for their meaning, see ${vendor}'s `,
    gatewayLink: 'error codes of API Gateway',
    supportTitle: 'If you still cannot find the cause',
    support: `Give ${vendor} support the complete error code, the time and the region, and say what you were doing.`,
    supportLink: 'What to give support',
  },
  notFound: {
    title: 'No such page',
    lead: 'There is no page at this address.',
    address: 'Address',
    found: 'You may be looking for',
    all: 'See all error codes',
  },
  search: {
    results: 'Search results',
    allResults: 'All results on the search page',
    toDecoder: 'Open the whole text in "Decode a ticket or log"; it is not written into the address',
    filterStatus: 'Filter by HTTP status',
    filterDomain: 'Filter by resource domain',
    anyStatus: 'All statuses',
    anyDomain: 'All domains',
    searching: 'Searching…',
    none: 'No results',
    count: '{count} {count|result|results}',
    explained: '{count} {count|explanation|explanations}',
    countFiltered: '{count} of {total} results',
    unknownCount: '{count} {count|error code|error codes} not listed',
    countWithUnknown: '{count}, {unknown}',
    states,
    page: 'Guide',
    cause: 'Cause of a message',
    likely: 'likely',
    actors: actorsOf(vendor),
    retries: { no: 'Do not retry', 'after-change': 'Change, then retry', backoff: 'Retry after a while' },
    hint: 'The last four digits or an HTTP status will do, too.',
    suggestions: {
      recent: 'Recently viewed',
      forget: 'Clear',
      tryThese: 'Try one of these',
      examples: ['SVCSTG.SWR.4001048', '1048', 'image not found', 'denied: You may not login yet'],
      keys: '↑ ↓ select · Enter open · Esc close',
    },
  },
  explanations: {
    neighbours: 'Error codes with similar numbers (not the one you asked for)',
    alias: '{alias} is an old spelling of {code}.',
    unknown: {
      title: 'Error code not listed: {code}',
      noStructure: 'The HTTP status cannot be read from it. Check that you copied all of it.',
      service: 'Service',
      status: 'HTTP status',
      statusSays: '{status} {label}: {meaning}',
      class: 'Status class',
      client: '{class}: usually a problem with the request',
      server: '{class}: usually a problem on the server',
      sequence: 'Sequence number',
      retrySays: '{verdict}: {reason}',
      check:
        'Check first that no digit is missing or wrong. If the code is right, report it to {vendor} as described in "What to give support", with the whole response body, the time and the region.',
    },
    sameStatus: 'What HTTP {status} means, and its error codes',
    status: 'HTTP {status} {name}: {meaning}',
    noneOfStatus: 'No error code on this site has this status. {actor} · {retry}: {reason}',
    /** Of a code that another official list has. */
    elsewhere: 'Another official list has it, in Chinese: "{meaning}" {about}',
    foreign: {
      title: '{code}: not an error code of this site; it belongs to {name}',
      unlisted: '{code}: an error code of a service that is not on this site',
      says: '{name}: {note}',
      unlistedNote:
        'No service on this site has this prefix. Look it up in the documentation of the service that returned it.',
      link: 'Look it up in the documentation of that service',
    },
    cause: {
      apart: 'This line does not tell which cause is behind it',
      registry: 'The address {host} in the message is {name}, not SWR.',
      otherRegistry: 'The address {host} in the message is not a registry address of SWR.',
    },
    empty: {
      title: 'Nothing found',
      understood: 'Found no error code; searched for these words: {words}',
      nothingRead: 'Found no error code, no number and no words to search for.',
      tooNarrow: 'There are results, but the filters exclude all of them.',
      tips: [
        'Enter the complete error code, or only its digits or the last four of them.',
        'Use fewer words, such as "organization permission" or "image not found", or some words of the message.',
        'Paste the whole line from your terminal, or the whole response body.',
      ],
      all: 'All error codes',
      messages: 'Client messages',
      support: 'What to give support',
      report: "Still nothing? Give the cloud service's support the complete error, the time and the region.",
    },
  },
  searchField: {
    // On a narrow screen it stands beside the site's name.
    label: 'Search',
    placeholder: 'Code, number or message',
    submit: 'Search',
    examples: 'For example',
    loading: 'Loading the data to search…',
    close: 'Close',
  },
  searchPage: {
    title: 'Search error codes',
    description: 'Enter an error code, a number, a description or a whole message to find the error code.',
    noScript:
      'Search needs JavaScript. Without it, use the find-in-page of your browser on the table of all error codes. ',
    openSearchDescription: (product) => `Find error codes of ${vendor} ${product}`,
  },
  filesMissing:
    'Files that this page needs could not be loaded; the site may have been updated just now. Reload the page, or see ',
  pagination: {
    label: 'Previous and next error code of this domain',
    place: (index, count) => `${index} of ${count}`,
  },
});

// The response headers of the built page: one table, from which the file of each host is written (.ci/hosting.mjs).

/**
 * The Content-Security-Policy, a directive a row. Monaco needs inline styles and data: images; calls go to the page's own
 * origin and to `awsHosts`. A directive that a <meta> element cannot carry has `headerOnly`. The exact hosts of AWS are longer than headers may be (Cloudflare Pages leaves out a line of more than
 * 2,000 characters), so what says where calls go has `pageOnly`: the page carries it itself, and no header repeats it.
 * @type {(awsHosts: readonly string[]) => readonly { name: string, value: string, headerOnly?: true, pageOnly?: true }[]}
 */
const directives = (awsHosts) => [
  { name: 'default-src', value: "'none'", pageOnly: true },
  { name: 'script-src', value: "'self'" },
  { name: 'style-src', value: "'self' 'unsafe-inline'" },
  { name: 'font-src', value: "'self' data:" },
  { name: 'img-src', value: "'self' data: blob:" },
  { name: 'worker-src', value: "'self'" },
  { name: 'connect-src', value: ["'self'", ...awsHosts].join(' '), pageOnly: true },
  { name: 'manifest-src', value: "'self'" },
  { name: 'base-uri', value: "'none'" },
  { name: 'form-action', value: "'none'" },
  { name: 'require-trusted-types-for', value: "'script'" },
  { name: 'trusted-types', value: TRUSTED_TYPES.join(' ') },
  { name: 'frame-ancestors', value: "'none'", headerOnly: true },
]

/** The Trusted Types policies that may be made. The page makes both before anything else runs (src/view/app/trusted-types.ts). */
const TRUSTED_TYPES = ['default', 'editor']

const policyOf = (rows) => rows.map(({ name, value }) => `${name} ${value}`).join('; ')

/** The policy as the page itself carries it. */
export const metaPolicy = (awsHosts) => policyOf(directives(awsHosts).filter(({ headerOnly }) => !headerOnly))

/** The policy of the page as one file: its one script unpacks the others, which come as blobs; nothing is fetched but from AWS. */
export const filePolicy = (awsHosts, scriptHash) => {
  const own = {
    'script-src': `${scriptHash} blob:`,
    'style-src': "'unsafe-inline'",
    'font-src': 'data: blob:',
    'img-src': 'data: blob:',
    'worker-src': 'blob:',
    'connect-src': ['blob:', ...awsHosts].join(' '),
    'manifest-src': "'none'",
  }
  const rows = directives([]).filter(({ headerOnly }) => !headerOnly)
  return policyOf(rows.map(({ name, value }) => ({ name, value: own[name] ?? value })))
}

/** The policy in the header of the page, beside the one that it carries: both hold. */
const PAGE_POLICY = policyOf(directives([]).filter(({ pageOnly }) => !pageOnly))

/** The policy in the header of scripts, which is that of the workers among them: none of them calls AWS. */
const SCRIPT_POLICY = policyOf(directives([]))

const NO_FEATURE = ['camera', 'geolocation', 'microphone', 'payment', 'usb']

/** Headers of every answer, but for scripts. */
const PAGE_HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': NO_FEATURE.map((name) => `${name}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Headers of scripts: theirs is the policy of a worker. */
const SCRIPT_HEADERS = { ...PAGE_HEADERS, 'Content-Security-Policy': SCRIPT_POLICY }

/** For names with a hash, which never change. */
export const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** What differs by path, the first that fits: names with a hash never change, all else is asked for again. */
const PATHS = [
  { path: '/assets/*', nginx: '~ ^(?:/.*)?/assets/', headers: SCRIPT_HEADERS, caching: FOR_EVER },
  {
    path: '/sw.js',
    nginx: '~ ^(?:/.*)?/sw\\.js$',
    headers: SCRIPT_HEADERS,
    caching: ASK_AGAIN,
  },
  { path: '/*', nginx: '/', headers: PAGE_HEADERS, caching: ASK_AGAIN },
]

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Both join the values of paths that overlap (of two policies both
 * hold), and ask for everything again by default: so only what never changes has a Cache-Control here.
 */
export function headersFile() {
  const rows = [...PATHS].reverse().flatMap(({ path, headers, caching }) => {
    const own = headers === PAGE_HEADERS ? headers : { 'Content-Security-Policy': SCRIPT_POLICY }
    const cached = caching === FOR_EVER ? { 'Cache-Control': caching } : {}
    return [path, ...Object.entries({ ...own, ...cached }).map(([name, text]) => `  ${name}: ${text}`)]
  })
  return `${rows.join('\n')}\n`
}

/** A server of nginx that serves the build from /usr/share/nginx/html, at any path. */
function nginxFile() {
  // A location with a header of its own takes none from outside, so each has them all.
  const locations = PATHS.map(({ nginx, headers, caching }) =>
    [
      `    location ${nginx} {`,
      `        try_files $uri $uri/ =404;`,
      ...Object.entries({ ...headers, 'Cache-Control': caching }).map(
        ([name, value]) => `        add_header ${name} "${value}" always;`,
      ),
      '    }',
    ].join('\n'),
  )
  return `# Written by \`npm run hosting\` from hosting/headers.mjs.
server {
    listen 8080;
    listen [::]:8080;
    root /usr/share/nginx/html;
    server_tokens off;
    charset utf-8;
    types {
        application/manifest+json webmanifest;
    }
    include mime.types;

    gzip on;
    gzip_comp_level 6;
    gzip_min_length 1024;
    gzip_types application/javascript application/json application/manifest+json image/svg+xml text/css text/javascript text/plain;

${locations.join('\n\n')}
}
`
}

/** A response headers policy of CloudFront, as `aws cloudfront create-response-headers-policy` takes it. */
const cloudFront = (name, comment, headers) => {
  const {
    'Content-Security-Policy': policy,
    'Referrer-Policy': referrer,
    'X-Content-Type-Options': _nosniff,
    ...custom
  } = headers
  const items = Object.entries(custom).map(([Header, Value]) => ({ Header, Value, Override: true }))
  const document = {
    Name: name,
    Comment: comment,
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: referrer, Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Override: true },
    },
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** The files of hosting/ that follow from this table, by name. */
export const FILES = {
  'nginx.conf': nginxFile(),
  'cloudfront-headers.json': cloudFront(
    'whydenied',
    'Why Denied?: the headers of every answer but scripts. Cache-Control comes from the objects in the bucket.',
    PAGE_HEADERS,
  ),
  'cloudfront-headers-scripts.json': cloudFront(
    'whydenied-scripts',
    'Why Denied?: the headers of scripts, which are those of its workers.',
    SCRIPT_HEADERS,
  ),
}

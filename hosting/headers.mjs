// The response headers of the built page: one table, from which the file of each host is written (.ci/hosting.mjs).

/**
 * The Content-Security-Policy, a directive a row. Monaco needs inline styles, data: images and its own Trusted Types
 * policies; calls go to the page's own origin and to `awsHosts`. A directive that a <meta> element cannot carry has
 * `headerOnly`.
 * @type {(awsHosts: readonly string[]) => readonly { name: string, value: string, headerOnly?: true }[]}
 */
const directives = (awsHosts) => [
  { name: 'default-src', value: "'none'" },
  { name: 'script-src', value: "'self'" },
  { name: 'style-src', value: "'self' 'unsafe-inline'" },
  { name: 'font-src', value: "'self' data:" },
  { name: 'img-src', value: "'self' data: blob:" },
  { name: 'worker-src', value: "'self'" },
  { name: 'connect-src', value: ["'self'", ...awsHosts].join(' ') },
  { name: 'manifest-src', value: "'self'" },
  { name: 'base-uri', value: "'none'" },
  { name: 'form-action', value: "'none'" },
  { name: 'require-trusted-types-for', value: "'script'" },
  { name: 'trusted-types', value: TRUSTED_TYPES.join(' ') },
  { name: 'frame-ancestors', value: "'none'", headerOnly: true },
]

/** The Trusted Types policies that may be made: the page's own ("default"), and those that Monaco's view makes. */
const TRUSTED_TYPES = [
  'default',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
  'dompurify',
]

/** The policy as the page itself carries it. */
export const metaPolicy = (awsHosts) =>
  directives(awsHosts)
    .filter(({ headerOnly }) => !headerOnly)
    .map(({ name, value }) => `${name} ${value}`)
    .join('; ')

const headerPolicy = (awsHosts) =>
  directives(awsHosts)
    .map(({ name, value }) => `${name} ${value}`)
    .join('; ')

const NO_FEATURE = ['camera', 'geolocation', 'microphone', 'payment', 'usb']

/** Headers of every answer. */
export const everywhere = (awsHosts) => ({
  'Content-Security-Policy': headerPolicy(awsHosts),
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': NO_FEATURE.map((name) => `${name}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
})

/** How long an answer may be kept: names with a hash never change, all else is asked for again. */
export const CACHING = [
  { path: '/assets/*', value: 'public, max-age=31536000, immutable' },
  { path: '/*', value: 'no-cache' },
]

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Both join the values of paths that overlap, and ask for
 * everything again by default: so only what never changes has a Cache-Control here.
 */
export function headersFile(awsHosts) {
  const { path, value } = CACHING[0]
  const headers = Object.entries(everywhere(awsHosts)).map(([name, text]) => `  ${name}: ${text}`)
  return `${['/*', ...headers, path, `  Cache-Control: ${value}`].join('\n')}\n`
}

/** A server of nginx that serves the build from /usr/share/nginx/html, at any path. */
export function nginxFile(awsHosts) {
  const always = Object.entries(everywhere(awsHosts)).map(([name, value]) => `add_header ${name} "${value}" always;`)
  // A location with a header of its own takes none from outside, so each has them all.
  const location = (path, caching) =>
    [
      `    location ${path} {`,
      `        try_files $uri $uri/ =404;`,
      ...[...always, `add_header Cache-Control "${caching}" always;`].map((line) => `        ${line}`),
      '    }',
    ].join('\n')
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

${location('~ ^(?:/.*)?/assets/', CACHING[0].value)}

${location('/', CACHING[1].value)}
}
`
}

/** A response headers policy of CloudFront, as `aws cloudfront create-response-headers-policy` takes it. */
export function cloudFrontFile(awsHosts) {
  const {
    'Content-Security-Policy': policy,
    'Referrer-Policy': referrer,
    'X-Content-Type-Options': _nosniff,
    ...custom
  } = everywhere(awsHosts)
  const items = Object.entries(custom).map(([Header, Value]) => ({ Header, Value, Override: true }))
  const document = {
    Name: 'whydenied',
    Comment: 'Why Denied?: the headers of every answer. Cache-Control comes from the objects in the bucket.',
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

/** The Content-Security-Policy as the page itself carries it. */
export function metaPolicy(awsHosts: readonly string[]): string
/** Headers of every answer, by name. */
export function everywhere(awsHosts: readonly string[]): Readonly<Record<string, string>>
/** How long an answer may be kept, by path; the first that fits. */
export const CACHING: readonly { readonly path: string; readonly value: string }[]
/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile(awsHosts: readonly string[]): string
/** A server of nginx. */
export function nginxFile(awsHosts: readonly string[]): string
/** A response headers policy of CloudFront. */
export function cloudFrontFile(awsHosts: readonly string[]): string

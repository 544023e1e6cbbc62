/** The Content-Security-Policy as the page itself carries it. */
export function metaPolicy(awsHosts: readonly string[]): string
/** The caching of names with a hash, which never change. */
export declare const FOR_EVER: string
/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile(): string
/** The files of hosting/ that follow from the table of headers, by name. */
export const FILES: Readonly<Record<string, string>>
/** The Content-Security-Policy of the page as one file; `scriptHash`: of its one script. */
export function filePolicy(awsHosts: readonly string[], scriptHash: string): string

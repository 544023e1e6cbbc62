/**
 * Addresses that no network routes to from outside: RFC 1918, the shared ones of carriers (RFC 6598), loopback, and those
 * of IPv6 that are like them.
 */
const PRIVATE =
  /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^f[cd][\da-f]{2}:|^fe80:|^::1$/i

const ADDRESS = /^[\da-f.:*?]{3,45}(?:\/\d{1,3})?$/i

/** Is an address, or a range or a pattern as policies write it, private? */
export const isPrivateAddress = (text: string): boolean => ADDRESS.test(text) && PRIVATE.test(text)

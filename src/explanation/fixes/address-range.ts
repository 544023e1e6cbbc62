/** An address as the range of it alone, in IPv4 and IPv6. */
export const asRange = (address: string): string =>
  address.includes('/') || address.startsWith('<') ? address : `${address}/${address.includes(':') ? '128' : '32'}`

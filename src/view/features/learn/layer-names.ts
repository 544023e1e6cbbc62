import type { Layer } from '../../../evaluation/evaluation'

/** The gates by name, as an answer or a sentence names them. */
export const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  identity: 'Identity-based policies',
  resource: 'Resource-based policy',
  boundary: 'Permissions boundary',
  session: 'Session policies',
  scp: 'Service control policies',
  rcp: 'Resource control policies',
  endpoint: 'VPC endpoint policy',
  trust: 'Role trust policy',
}

/** A list in a sentence: a, b and c. */
export function inSentence(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

import type { Evaluation } from '../../evaluation/evaluation'
import type { CallOutcome, JudgedCheck } from '../../evaluation/call-outcome'
import type { Layer } from '../../iam/layers'

/** How a row calls the policies of a layer. */
const LAYERS: Readonly<Record<Layer, string>> = {
  identity: 'identity-based policies',
  boundary: 'the permissions boundary',
  session: 'the session policy',
  scp: 'an SCP',
  rcp: 'an RCP',
  resource: 'the resource-based policy',
  endpoint: 'the VPC endpoint policy',
  trust: 'the role trust policy',
}

const nameOf = (layer: Layer, action: string): string =>
  layer === 'resource' && action.toLowerCase().startsWith('kms:') ? 'the key policy' : LAYERS[layer]

/** More than these are no help in a row. */
const MOST_NAMED = 2

function openOn({ dependsOn }: Evaluation, action: string): string {
  const words = [...dependsOn.layers.map((layer) => nameOf(layer, action)), ...dependsOn.keys]
  const isFew = words.length > 0 && words.length <= MOST_NAMED
  return `depends on ${isFew ? words.join(' and ') : 'something unknown'}`
}

/** What became of a check, in a few words. */
export function checkWords({ decision, outcome, evaluation, action }: JudgedCheck): string {
  if (decision === null) return 'not evaluated yet: enter its resource'
  if (decision === 'allowed') return 'allowed'
  if (decision === 'depends' && outcome === 'denied') return 'denied either way'
  if (decision === 'depends') return openOn(evaluation, action)
  const { layer } = evaluation
  if (layer === 'none') return 'denied'
  const name = nameOf(layer, action)
  if (decision === 'explicitDeny') return `denied by ${name}`
  return `not allowed by ${name}`
}

/** What the checks together come to. */
export const WHOLE_CALL: Readonly<Record<CallOutcome, string>> = {
  allowed: 'All checks pass.',
  denied: 'One denial ends the call.',
  depends: 'The call passes only if all checks do.',
}

import { LIMIT_MESSAGES } from '../messages/limits'
import type { Decision } from '../../evaluation/evaluation'
import { type Limit } from '../../evaluation/reason-codes'
import { NOTES } from '../messages/open'
import type { JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'

type Bears = (decision: Decision, layer: Layer | 'none') => boolean

const onAnything: Bears = () => true
const onLayers =
  (...layers: readonly Layer[]): Bears =>
  (_, layer) =>
    layers.some((each) => each === layer)
const onMissingAllow =
  (...layers: readonly Layer[]): Bears =>
  (decision, layer) =>
    decision === 'implicitDeny' && onLayers(...layers)(decision, layer)

/** What is not modelled and could lift a denial by this layer. All other limits could only add to what stands in the way. */
const LIFTS: Readonly<Partial<Record<Limit, Bears>>> = {
  'bool-variable': onAnything,
  'operator-of-another-type': onAnything,
  'same-key-twice': onAnything,
  'passed-role-tags': onAnything,
  'kms-alias-for-key': onAnything,
  'kms-retire-grant': onAnything,
  'service-linked-role-by-name': onLayers('scp', 'rcp'),
  'rcp-list-requests': onLayers('rcp'),
  's3-object-owner': onMissingAllow('resource'),
  'kms-grants-not-given': onMissingAllow('resource', 'identity', 'boundary', 'session'),
  'canonical-user-not-given': onMissingAllow('resource', 'identity'),
  'issuing-user-not-given': onMissingAllow('resource', 'trust', 'identity'),
  'resource-share': onMissingAllow('resource'),
  'role-assumes-itself': onMissingAllow('trust'),
  'trust-boundary': onMissingAllow('boundary'),
  'account-and-principal-arn': onMissingAllow('identity', 'boundary', 'session'),
}

/** What could only add an Allow, and so says nothing of a request that is allowed. */
const ONLY_LIFTS: ReadonlySet<Limit> = new Set(['kms-grants-not-given', 'resource-share'])

const isLimit = (code: string): code is Limit => Object.hasOwn(LIMIT_MESSAGES, code)

/** Notes on what is not modelled and bears on an answer: on a denial what could lift it, on an Allow what could stand in its way. */
export function limitNotes({ evaluation }: JudgedCase, decision: Decision, layer: Layer | 'none'): readonly Phrase[] {
  const bears = (limit: Limit): boolean => {
    if (decision === 'allowed') return !ONLY_LIFTS.has(limit)
    return decision === 'depends' || LIFTS[limit]?.(decision, layer) === true
  }
  return evaluation.limits
    .filter(isLimit)
    .filter(bears)
    .map((code) => NOTES.limit({ text: LIMIT_MESSAGES[code] }))
}

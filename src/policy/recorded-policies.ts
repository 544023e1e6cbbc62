import { lastInPath } from '../iam/arn'
import { fieldsOf, isFields, itemsIn, textField } from '../text/fields'
import { caseLayerOf, hasLevels, type CaseLayer } from '../iam/layers'
import { layerOfPolicyType } from '../iam/policy-types'
import { findJson } from '../text/find-json'
import { valueOfNode } from '../text/json-value'
import { parseJson } from '../text/parse-json'
import type { FoundPolicy } from './found-policy'

/** What the record of a denial says of one policy. */
interface Recorded {
  readonly layer: CaseLayer
  /** What it hangs on, as ARNs. */
  readonly attachedTo: readonly string[]
}

const recordOf = (entry: unknown): readonly (readonly [string, Recorded])[] => {
  if (!isFields(entry)) return []
  const uri = textField(entry, 'uri')
  const layer = layerOfPolicyType(textField(entry, 'type'))
  if (uri === null || layer === null) return []
  const attachedTo = itemsIn(entry.attachedTo).flatMap((one) => textField(fieldsOf(one), 'arn') ?? [])
  return [[uri, { layer: caseLayerOf(layer), attachedTo }]]
}

/** Longer texts are logs and exports. */
const LONGEST_RECORD = 2_000_000

/** The policies that a record of a denial lists, by their URI: https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html */
const recordedIn = (text: string): ReadonlyMap<string, Recorded> =>
  new Map(
    findJson(text).flatMap(({ complete, span: [start, end] }) => {
      const part = complete ? text.slice(start, end) : ''
      if (!part.includes('"evaluations"') || !part.includes('"policies"')) return []
      const { root } = parseJson(part)
      const value = root && valueOfNode(root)
      return isFields(value) ? itemsIn(value.policies).flatMap(recordOf) : []
    }),
  )

const URI = /"PolicyUri"\s{0,8}:\s{0,8}"([^"\\]{1,2048})"/g

/** The account, OU or root of an ARN of Organizations. */
const levelOf = lastInPath

const placed = (policy: FoundPolicy, uri: string, { layer, attachedTo }: Recorded): readonly FoundPolicy[] => {
  const name = lastInPath(uri) || policy.name
  const one = { ...policy, name, layer, candidates: [layer], owner: policy.owner ?? attachedTo[0] ?? null }
  // At each place where an SCP or RCP hangs it has a say of its own.
  return hasLevels(layer) && attachedTo.length > 0 ? attachedTo.map((arn) => ({ ...one, level: levelOf(arn) })) : [one]
}

/** Policies that AWS recorded with a denial, each under its URI, with the layer that the record beside them says. */
export function placeRecorded(text: string, policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  if (policies.length === 0 || text.length > LONGEST_RECORD || !text.includes('"PolicyUri"')) return policies
  const recorded = recordedIn(text)
  const uris = [...text.matchAll(URI)].map(({ index, 1: uri = '' }) => ({ index, uri }))
  return policies.flatMap((policy, at) => {
    const from = policies[at - 1]?.span[1] ?? 0
    const uri = uris.findLast(({ index }) => index >= from && index < policy.span[0])?.uri
    const found = uri === undefined ? undefined : recorded.get(uri)
    return uri === undefined || found === undefined ? [policy] : placed(policy, uri, found)
  })
}

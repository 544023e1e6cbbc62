import type { ContextValue } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import { CASE_LAYERS } from '../../iam/layers'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'
import { inferContext } from './infer-context'
import type { InferenceCode } from './inference'
import type { Origin, RequestFields } from './request-fields'

/** One context key that somebody speaks of. */
export interface BuiltKey {
  readonly key: string
  readonly state: 'known' | 'absent' | 'unknown'
  readonly values: readonly string[]
  /** A list, though it may hold one value. */
  readonly multivalued: boolean
  /** Also: from the decoded message of the denial. */
  readonly origin: Exclude<Origin, 'missing'> | 'decoded'
  readonly inference: InferenceCode | null
}

const listOf = (value: ContextValue): readonly string[] => (typeof value === 'string' ? [value] : value)

/** Are the keys of a denial those of its decoded message? The details of an authorization name the policies of their statements. */
const isDecoded = ({ matchedStatements, parts }: Denial): boolean =>
  matchedStatements !== undefined &&
  parts.authorizationId === undefined &&
  matchedStatements.every(({ policy }) => policy === undefined)

/** Does a policy here speak of a key? */
const isWritten = ({ layers }: Draft, key: string): boolean =>
  CASE_LAYERS.some((layer) =>
    draftPoliciesOf(layers, layer).some(({ text }) => text.toLowerCase().includes(key.toLowerCase())),
  )

/** Every key that the user, the denial or a rule speaks of; the user wins over the denial, and that over a rule. */
export function buildContext(draft: Draft, denial: Denial | null, fields: RequestFields): readonly BuiltKey[] {
  const keys = new Map<string, BuiltKey>()
  const put = (key: BuiltKey) => keys.set(key.key.toLowerCase(), key)
  for (const { key, state, values, code, isPart } of inferContext(denial, (field) => fields[field].value, draft.paste))
    if (isPart !== true || isWritten(draft, key))
      put({ key, state, values, multivalued: false, origin: 'inferred', inference: code })
  for (const [key, value] of Object.entries(denial?.context ?? {}))
    put({
      key,
      state: 'known',
      values: listOf(value),
      multivalued: typeof value !== 'string',
      origin: denial && isDecoded(denial) ? 'decoded' : 'said',
      inference: null,
    })
  for (const [key, edit] of Object.entries(draft.context))
    put({
      key,
      state: edit.state,
      values: edit.state === 'known' ? edit.values : [],
      multivalued: edit.state === 'known' && edit.multivalued === true,
      origin: 'edited',
      inference: null,
    })
  return [...keys.values()]
}

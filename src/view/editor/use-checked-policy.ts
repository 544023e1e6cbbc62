import { useMemo } from 'react'
import type { DraftLayers } from '../../draft/draft'
import { draftPoliciesOf } from '../../draft/edit-layers'
import type { CaseLayer, Layer } from '../../iam/layers'
import { servicesOfPolicy } from '../../reference/statement-actions'
import { parseJson } from '../../text/parse-json'
import { useReference } from '../reference/reference-queries'
import type { PolicyAnswer } from '../shared/policy-work'
import { useDebounced } from '../ui/use-debounced'
import { policyTypeOf } from './policy-type'
import { usePolicyWork } from './use-policy-work'

interface EditedText {
  /** Names the policy; null: another text is another policy. */
  readonly key: string | null
  readonly text: string
  readonly layers: DraftLayers
  readonly layer: CaseLayer
  /** Its index among the policies of its layer or level. */
  readonly policy: number
  /** The action of the request. */
  readonly action: string
  /** The action that AWS's own message names; null where there is none. */
  readonly named: string | null
}

interface CheckedText {
  /** The text that was checked, and as what. */
  readonly settled: string
  readonly type: Layer
  /** Is it the present text? Else the places of the problems are not those of the text. */
  readonly isSettled: boolean
  /** Null while it is on its way. */
  readonly worked: PolicyAnswer | null
}

/** The checks of a policy that is typed in: they wait until keys and what follows from them rest. */
export function useCheckedPolicy({ key, text, layers, layer, policy, action, named }: EditedText): CheckedText {
  const type = policyTypeOf(layer, action)
  const present = useMemo(() => ({ text, type, named, layers }), [text, type, named, layers])
  const rested = useDebounced(present, key ?? '')
  const { text: settled } = rested
  const services = useMemo(() => servicesOfPolicy(parseJson(settled).root), [settled])
  const reference = useReference(services)
  const question = useMemo(() => {
    const others = draftPoliciesOf(rested.layers, layer)
    const beside = others.filter((_, index) => layer === 'identity' && index !== policy)
    const namedByAws = rested.named === null ? [] : [rested.named]
    return { text: rested.text, type: rested.type, namedByAws, beside }
  }, [rested, layer, policy])
  const worked = usePolicyWork(question, reference, services)
  return { settled, type: rested.type, isSettled: settled === text, worked }
}

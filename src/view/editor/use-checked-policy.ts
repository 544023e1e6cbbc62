import { useDeferredValue, useMemo } from 'react'
import type { DraftLayers } from '../../draft/draft'
import { draftPoliciesOf } from '../../draft/edit/edit-layers'
import type { CaseLayer, Layer } from '../../iam/layers'
import { servicesOfPolicy } from '../../reference/statement-actions'
import { parseJson } from '../../text/parse-json'
import { useReference } from '../reference/reference-queries'
import type { PolicyAnswer } from '../../diagnosis/policy-answer'
import { LONGEST_HERE } from '../state/heavy/heavy-messages'
import { useDebounced } from '../ui/use-debounced'
import { policyTypeOf } from '../../iam/trust-actions'
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
  // To find the services of a long text takes time that what else changes with it shall not wait for.
  const later = useDeferredValue(rested)
  const read = settled.length > LONGEST_HERE ? later : rested
  const services = useMemo(() => servicesOfPolicy(parseJson(read.text).root), [read.text])
  const reference = useReference(services)
  const question = useMemo(() => {
    const others = draftPoliciesOf(read.layers, layer)
    const beside = others.filter((_, index) => layer === 'identity' && index !== policy)
    const namedByAws = read.named === null ? [] : [read.named]
    return { text: read.text, type: read.type, namedByAws, beside }
  }, [read, layer, policy])
  const answer = usePolicyWork(question, reference, services)
  const worked = read === rested ? answer : null
  return { settled, type: rested.type, isSettled: settled === text, worked }
}

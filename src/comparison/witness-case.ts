import type { AccessCase, CasePolicies } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import type { CaseLayer } from '../iam/layers'
import type { AccessChange, AccessQuestion } from './comparison'
import { BESIDE_LAYER } from './comparison-messages'

const allOf = (more: object) => ({
  name: BESIDE_LAYER,
  document: JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more, Action: '*', Resource: '*' }] },
    null,
    2,
  ),
})

/** What other layers may have to let through, so that the compared one decides: nothing, what the caller may do, whom the resource lets in. */
const BESIDE: readonly CasePolicies[] = [
  {},
  { identity: [allOf({})] },
  { identity: [allOf({})], resource: allOf({ Principal: '*' }) },
]

/** The other layers of these, without the one that is compared. */
const without = (beside: CasePolicies, layer: CaseLayer | null): CasePolicies =>
  Object.fromEntries(Object.entries(beside).filter(([key]) => key !== layer))

/**
 * The request of a change as a case of its own, with the policies of the side that lets it through. A layer that is compared
 * alone needs others to let through too: as few policies as do for that stand beside it, named as assumed.
 */
export function witnessCase(question: AccessQuestion, { witness }: AccessChange, isNew: boolean): AccessCase {
  const policies = isNew ? question.after : question.before
  const cases = BESIDE.map((beside): AccessCase => ({
    version: 1,
    request: witness.request,
    policies: { ...without(beside, question.layer), ...policies },
  }))
  return cases.find((one) => evaluate(one).decision === 'allowed') ?? (cases[0] as AccessCase)
}

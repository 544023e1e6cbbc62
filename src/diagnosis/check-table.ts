import { isDenial } from '../iam/how-denied'
import { policiesOfLayer } from '../case/layer-policies'
import type { CallOutcome } from '../evaluation/call-outcome'
import { WHEN_MESSAGES } from '../facts/calls/when'
import { caseLayerOf } from '../iam/layers'
import type { Answer } from '../explanation/answer'
import { VERDICT_MESSAGES } from './verdict-messages'
import type { Diagnosis } from './diagnosis'
import type { JudgedCallCheck } from './judge-call'

/** One row of the table of a call's checks. */
export interface CheckRow {
  readonly action: string
  /** The type of the resource, as the service reference names it; empty: not known. */
  readonly type: string
  readonly resource: string
  /** What the policies that are given make of it. */
  readonly decision: CallOutcome
  /** The policy that decides, that AWS says so, or when AWS makes the check. */
  readonly by: string
  readonly isRequest: boolean
  /** Is it made for every such call? */
  readonly isCertain: boolean
}

/** What the given policies alone say: those that nobody gave can still deny. */
function decisionOf({ evaluation, isCertain }: Pick<JudgedCallCheck, 'evaluation' | 'isCertain'>): CallOutcome {
  const { decision, layer, layers } = evaluation
  if (!isCertain) return 'depends'
  if (decision === 'allowed') return 'allowed'
  if (decision !== 'depends' || layer !== 'none') return 'denied'
  return layers.some((one) => one.layer === 'identity' && one.status === 'allows') ? 'allowed' : 'depends'
}

/** The policy with the statement that allows a check, or that denies it. */
function decidedBy({ evaluation, accessCase }: JudgedCallCheck, decision: CallOutcome): string {
  const wanted = decision === 'allowed' ? 'Allow' : 'Deny'
  for (const { layer, statements } of evaluation.layers) {
    const found = statements.find(({ effect, matches }) => effect === wanted && matches === 'yes')
    const name = found && policiesOfLayer(accessCase.policies, caseLayerOf(layer))[found.policy]?.name
    if (name !== undefined) return name
  }
  return ''
}

const reasonOf = (check: JudgedCallCheck, decision: CallOutcome): string =>
  check.isCertain ? decidedBy(check, decision) : WHEN_MESSAGES[check.when]

const ORDER: readonly CallOutcome[] = ['denied', 'allowed', 'depends']

/** The word of AWS settles its own check: what it names was denied, whatever the policies here leave open. */
const isSettled = ({ explanation }: Diagnosis, { isRequest }: JudgedCallCheck): boolean =>
  isRequest && explanation !== null && (isDenial(explanation.decided.decision) || isClaimed(explanation.answer))

const isClaimed = ({ basis, decision }: Answer): boolean => basis === 'claimed' && isDenial(decision)

/** Every check of the call as a table: what is denied first, then what is allowed, then what is not known. */
export function checkTable(diagnosis: Diagnosis): readonly CheckRow[] {
  return diagnosis.call
    .map((check): CheckRow => {
      const isSaid = isSettled(diagnosis, check)
      const decision = isSaid ? 'denied' : decisionOf(check)
      const { action, type, resource, isRequest, isCertain } = check
      return {
        action,
        type: type ?? '',
        resource,
        decision,
        by: isSaid && decisionOf(check) !== 'denied' ? VERDICT_MESSAGES['said-by-aws'] : reasonOf(check, decision),
        isRequest,
        isCertain,
      }
    })
    .toSorted((one, other) => ORDER.indexOf(one.decision) - ORDER.indexOf(other.decision))
}

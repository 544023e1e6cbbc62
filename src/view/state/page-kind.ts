import { howDenied } from '../../denial/denial'
import type { Diagnosis } from '../../diagnosis/diagnosis'
import { useIsUnread } from './fresh-draft'
import { sharedValue } from './shared-value'
import { useWaitingPolicies } from './waiting-policies'
import { useDiagnosis } from './workbench'

/**
 * What kind of page an answer wants. "policies": layers, editor and request beside it; "plain": no policy decides, or nothing shows that AWS was
 * asked, so that none of these helps; "question": AWS
 * gave no reason and no policy is given, so that one question comes first; "unread": nothing of AWS was found in the text.
 */
export type PageKind = 'policies' | 'question' | 'plain' | 'unread'

type Judged = Pick<Diagnosis, 'explanation' | 'draft' | 'judged'>

/** Does AWS say no more than that it denied? */
const isBare = ({ explanation, judged }: Judged): boolean =>
  (explanation?.answer.basis === 'likely' || explanation?.answer.basis === 'open') &&
  judged?.denial?.layer === 'unknown' &&
  howDenied(judged.denial) !== 'explicitDeny'

/** Is what most likely refused no policy of any layer? Then no question about them comes first. */
const isOfNoLayer = ({ explanation }: Judged): boolean => {
  const { question, causes: [first] = [] } = explanation?.answer ?? {}
  return !question && first?.layer === 'none' && first.decision === 'none'
}

/** The page of a diagnosis, by what its answer rests on. */
export function pageKindOf(judged: Judged): Exclude<PageKind, 'unread'> {
  if (Object.values(judged.draft.layers).some(({ state }) => state === 'given')) return 'policies'
  if (judged.explanation?.answer.noPolicy !== undefined || judged.judged?.isOfNoCall) return 'plain'
  if (!isBare(judged)) return 'policies'
  return isOfNoLayer(judged) ? 'plain' : 'question'
}

/** The paste whose layers the reader asked for all the same. */
const doubted = sharedValue<string | null>(null)

/** Shows the layers of a paste that no policy decides. */
export const doubt = doubted.set

/** What kind of page the workbench is. */
export function usePageKind(): PageKind {
  const diagnosis = useDiagnosis()
  const isUnread = useIsUnread()
  const isWaiting = useWaitingPolicies().length > 0
  const isDoubted = doubted.use() === diagnosis.draft.paste
  if (isUnread) return 'unread'
  if (isWaiting) return 'policies'
  const kind = pageKindOf(diagnosis)
  return isDoubted && kind === 'plain' ? 'policies' : kind
}

import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import { KNOWLEDGE } from '../../knowledge/likely-causes'
import type { KnowledgeRow } from '../../knowledge/knowledge'
import { own } from '../../text/own'
import type { Answer, Cause } from '../answer'
import { WRONG_CALLER } from '../messages/policy-of-another'

/** The headline of a cause that lies in the call and in no policy; null of any other. */
export const callTitle = ({ code, title }: Pick<Cause, 'code' | 'title'>): string | null =>
  own(KNOWLEDGE, code)?.isOfRequest === true || Object.hasOwn(WRONG_CALLER, code) ? (title ?? null) : null

/** Is it about a policy that was pasted and that is not in effect for the caller? What other policies lack is no answer then. */
export const isNotInEffect = ({ code }: Pick<Cause, 'code'>): boolean => code === 'policy-not-in-effect'

/** Is no policy to be changed, as the call itself is wrong, or the policy that allows it isn’t in effect? */
export const isOfCallAlone = ({ causes: [first] }: Pick<Answer, 'causes'>): boolean =>
  first !== undefined && (callTitle(first) !== null || isNotInEffect(first))

/** Is no policy to be changed at all, not even behind what is to be changed in the call? */
export const keepsPolicies = (answer: Pick<Answer, 'causes'>): boolean =>
  isOfCallAlone(answer) && own<KnowledgeRow>(KNOWLEDGE, answer.causes[0]?.code ?? '')?.isOfPolicyToo !== true

/** Did another make the call than was meant to? Then what the one who did lacks is no answer. */
export const isOfWrongCaller = ({ code }: Pick<Cause, 'code'>): boolean =>
  own<KnowledgeRow>(KNOWLEDGE, code)?.isOfCaller === true || Object.hasOwn(WRONG_CALLER, code)

/** Does a Deny keep what everybody is to leave as it is? Then no exception from it is made, or asked for. */
export const isLeftAlone = ({ causes: [first] }: Pick<Answer, 'causes'>): boolean =>
  own<Circumstance>(CIRCUMSTANCES, first?.code ?? '')?.isLeftAlone === true

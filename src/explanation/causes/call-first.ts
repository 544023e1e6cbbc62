import { KNOWLEDGE } from '../../knowledge/likely-causes'
import type { KnowledgeRow } from '../../knowledge/knowledge'
import { own } from '../../text/own'
import type { Answer, Cause } from '../answer'
import { WRONG_CALLER } from '../messages/policy-of-another'

/** The headline of a cause that lies in the call and in no policy; null of any other. */
export const callTitle = ({ code, title }: Pick<Cause, 'code' | 'title'>): string | null =>
  own(KNOWLEDGE, code)?.isOfRequest === true || Object.hasOwn(WRONG_CALLER, code) ? (title ?? null) : null

/** Is the call itself what is wrong, so that no policy is to be changed? */
export const isOfCallAlone = ({ causes: [first] }: Pick<Answer, 'causes'>): boolean =>
  first !== undefined && callTitle(first) !== null

/** Did another make the call than was meant to? Then what the one who did lacks is no answer. */
export const isOfWrongCaller = ({ code }: Pick<Cause, 'code'>): boolean =>
  own<KnowledgeRow>(KNOWLEDGE, code)?.isOfCaller === true || Object.hasOwn(WRONG_CALLER, code)

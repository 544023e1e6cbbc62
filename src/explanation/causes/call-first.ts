import { KNOWLEDGE } from '../../knowledge/likely-causes'
import { own } from '../../text/own'
import type { Answer, Cause } from '../answer'

/** The headline of a cause that lies in the call and in no policy; null of any other. */
export const callTitle = ({ code, title }: Pick<Cause, 'code' | 'title'>): string | null =>
  own(KNOWLEDGE, code)?.isOfRequest === true ? (title ?? null) : null

/** Is the call itself what is wrong, so that no policy is to be changed? */
export const isOfCallAlone = ({ causes: [first] }: Pick<Answer, 'causes'>): boolean =>
  first !== undefined && callTitle(first) !== null

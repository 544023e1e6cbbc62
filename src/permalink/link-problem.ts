import type { Problem } from '../text/problem'
import type { LinkProblemCode } from './link-messages'

/** A problem with a link, for its place in the message table. */
export function linkProblem(code: LinkProblemCode, data: Problem['data'] = {}): Problem {
  return { code, severity: 'error', span: null, data }
}

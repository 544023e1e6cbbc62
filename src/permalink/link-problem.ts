import type { LinkProblem, LinkProblemCode } from './link-messages'

/** A problem with a link, for its place in the message table. */
export function linkProblem(code: LinkProblemCode, data: LinkProblem['data'] = {}): LinkProblem {
  return { code, severity: 'error', span: null, data }
}

import type { MessageData } from '../text/message-text'
import type { LINK_MESSAGES, LinkProblem, LinkProblemCode } from './link-messages'

/** A problem with a link, for its place in the message table. */
export function linkProblem<Code extends LinkProblemCode>(
  code: Code,
  ...[data]: MessageData<(typeof LINK_MESSAGES)[Code]>
): LinkProblem {
  return { code, severity: 'error', span: null, data: data ?? {} }
}

/** The answer to a link of which a part is not what was written. */
export const damagedLink: { readonly problem: LinkProblem } = { problem: linkProblem('link-damaged') }

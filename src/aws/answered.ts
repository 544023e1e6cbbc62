import { AWS_MESSAGES } from './messages'
import { messageText } from '../text/message-text'
/** AWS answered, and left out what the answer is: nothing is known then, which is no empty answer. */
class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer'
}

/** The element of an answer that holds its result. */
export function answered<Result>(result: Result | undefined, element: string): Result {
  if (result === undefined || result === '')
    throw new IncompleteAnswer(messageText(AWS_MESSAGES.answerLacksElement, { element }))
  return result
}

import { nameOfAction, serviceOfAction } from '../../iam/action'
import type { LayerResult } from '../../evaluation/evaluation'
import type { JudgedCase } from '../judged-case'

/** Is an action of the same service, or one that people take for it: of the same name, or of a service called nearly so? */
const isLike = (written: string, asked: string): boolean => {
  const [one, other] = [serviceOfAction(written), serviceOfAction(asked)]
  return other.startsWith(one) || one.startsWith(other) || nameOfAction(written) === nameOfAction(asked)
}

/**
 * Do the caller's policies speak of other services alone, while AWS names no action? Then they are as likely not all of them,
 * or another's, and what the text shows says more.
 */
export const isOfOtherServices = ({ denial, accessCase }: JudgedCase, { layer, statements }: LayerResult): boolean => {
  if (layer !== 'identity' || denial === null || denial.action !== null) return false
  return statements.every(({ elements }) =>
    elements.every(
      ({ element, values }) =>
        element !== 'NotAction' &&
        (element !== 'Action' || !values.some(({ text }) => isLike(text, accessCase.request.action))),
    ),
  )
}

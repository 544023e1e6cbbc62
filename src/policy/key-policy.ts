import { parsePolicy } from './parse-policy'
import { serviceOfAction } from '../iam/action'

/** Is it the policy of a KMS key: every statement names who may, and nothing but actions of KMS? */
export function isKeyPolicy(text: string): boolean {
  const { statements } = parsePolicy(text, 'resource')
  return (
    statements.length > 0 &&
    statements.every(
      ({ action, principal }) =>
        principal !== null && !action.not && action.values.every(({ text: one }) => serviceOfAction(one) === 'kms'),
    )
  )
}

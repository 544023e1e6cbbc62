import { parsePolicy } from './parse-policy'
import { serviceOfAction } from '../iam/action'

/** Is it the policy of a KMS key: every statement names who may, and nothing but actions of KMS, of which one may be misspelt? */
export function isKeyPolicy(text: string): boolean {
  const { statements } = parsePolicy(text, 'resource')
  const isOfSomebody = statements.every(({ action, principal }) => principal !== null && !action.not)
  const services = new Set(statements.flatMap(({ action }) => action.values.map((one) => serviceOfAction(one.text))))
  services.delete('')
  return isOfSomebody && services.size === 1 && services.has('kms')
}

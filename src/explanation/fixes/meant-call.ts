import { isProviderAction } from '../../iam/trust-actions'
import { fieldsOf, textsOf } from '../../text/fields'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'
import { statementsThere } from './does-work'

/** What belongs to a session with a token besides. */
const BESIDES = /^sts:(?:TagSession|SetSourceIdentity)$/i

/** The call that a role is made for, and whose tokens it trusts. */
interface MeantCall {
  readonly action: string
  readonly provider: string
}

/**
 * The call that a role is made for, where a user or another role tries `sts:AssumeRole` on it, and its trust policy lets in
 * tokens of one provider alone; null: it is not so.
 */
export function meantCall(judged: JudgedCase): MeantCall | null {
  const { action: asked, principal } = judged.accessCase.request
  if (asked.toLowerCase() !== 'sts:assumerole' || (principal !== '' && !principal.startsWith('arn:'))) return null
  const allows = statementsThere(judged, 'trust').filter((one) => one['Effect'] === 'Allow')
  const actions = allows.flatMap((one) => textsOf(one['Action']))
  const kinds = allows.flatMap((one) => Object.keys(fieldsOf(one['Principal'])))
  const action = onlyOne(actions.filter((one) => isProviderAction(one)))
  const provider = onlyOne(allows.flatMap((one) => textsOf(fieldsOf(one['Principal'])['Federated'])))
  const isForTokens =
    kinds.every((kind) => kind === 'Federated') && actions.every((one) => isProviderAction(one) || BESIDES.test(one))
  if (action === undefined || provider === undefined || !isForTokens) return null
  return { action, provider: provider.replace(/^arn:.*?-provider\//, '') }
}

import { arnsOfKind } from '../../iam/arn-in-text'
import { onlyOne } from '../../text/only-one'
import { CASE_LAYERS } from '../../iam/layers'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

/** An ARN whose account is masked but for its end, as API Gateway writes it, up to the id of the thing. */
const MASKED = /^(arn:aws[\w-]{0,12}:[\w-]{1,30}:[\w-]{0,30}:)\*{4,12}(\d{2,6})(:[\w-]{1,64})/

/**
 * A resource with its account, where AWS’s message masks it and a policy given here names the very thing: the same service,
 * Region and id, and an account that ends alike.
 */
export function withMaskedAccount({ layers }: Draft, resource: string): string {
  const [masked = '', before = '', end = '', id = ''] = MASKED.exec(resource) ?? []
  if (masked === '') return resource
  const named = CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer)).flatMap(({ text }) =>
    arnsOfKind(text, 'thing').flatMap((arn) => {
      const account = arn.startsWith(before) ? arn.slice(before.length, before.length + 12) : ''
      const rest = arn.slice(before.length + 12)
      const isSame = /^\d{12}$/.test(account) && account.endsWith(end) && (rest === id || rest.startsWith(`${id}/`))
      return isSame ? [account] : []
    }),
  )
  const account = onlyOne(named)
  return account === undefined ? resource : `${before}${account}${resource.slice(masked.length - id.length)}`
}

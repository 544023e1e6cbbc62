import { documentText } from '../../case/case-documents'
import { policiesOfLayer } from '../../case/layer-policies'
import { isAccountId, splitArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { resourcesInPolicies } from '../../policy/statements-of-layer'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'
import { serviceOfAction } from '../../iam/action'

/** Accounts that people write in the place of their own. */
const EXAMPLE = /^(?:(\d)\1{11}|123456789012|012345678901)$/

const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** What hides an account: signs in the place of its digits, of which some may be left. */
const MASK = /^(?:[\d*#x•█.…-]{3,20}|[*#x]{1,2})$/i

/** Is the account of an ARN hidden? */
export const isAccountMasked = (arn: string): boolean => {
  const account = splitArn(arn)?.[4] ?? ''
  return !isAccountId(account) && MASK.test(account)
}

/** Is an account what a mask leaves of it: the digits before its signs, and those behind? */
const isBehind = (mask: string, account: string): boolean => {
  const digits = mask.split(/\D/)
  return account.startsWith(digits[0] ?? '') && account.endsWith(digits.at(-1) ?? '')
}

/** The kind of a thing, as its ARN has it: the service, the Region, and what stands before its name. */
const kindOf = (arn: string): string | null => {
  const [, , service = '', region = '', , resource = ''] = splitArn(arn) ?? []
  return service === '' ? null : `${service}:${region}:${/^[a-z-]{2,30}(?=[/:])/i.exec(resource)?.[0] ?? ''}`
}

/**
 * The account that a mask in the ARN of the request hides: the one of the text and the policies that has the digits which
 * the mask leaves; where it leaves none, the one in which the given policies name things of the same kind. Null: nothing tells.
 */
export function accountBehindMask(judged: JudgedCase, arn: string): string | null {
  const { accessCase } = judged
  const mask = splitArn(arn)?.[4] ?? ''
  if (!isAccountMasked(arn)) return null
  if (/\d{3}/.test(mask)) {
    const texts = (['identity', 'resource'] as const)
      .flatMap((layer) => policiesOfLayer(accessCase.policies, layer))
      .map(({ document }) => documentText(document))
    const all = [(accessCase.error ?? '').slice(0, MOST_TEXT), ...texts].flatMap((text) => text.match(ACCOUNT) ?? [])
    return onlyOne(all.filter((one) => isBehind(mask, one))) ?? null
  }
  // Assuming a role is often asked in another account, whatever else the policy names.
  if (serviceOfAction(accessCase.request.action) === 'sts') return null
  const kind = kindOf(arn)
  const named = resourcesInPolicies(accessCase.policies)
    .filter((one) => kindOf(one) === kind)
    .flatMap((one) => splitArn(one)?.[4] ?? [])
    .filter((one) => isAccountId(one))
  const found = onlyOne(named)
  const caller = parsePrincipal(accessCase.request.principal)?.account ?? ''
  const isOthers = isAccountId(caller) && caller !== found
  return found === undefined || EXAMPLE.test(found) || isOthers ? null : found
}

/** An ARN with the account that its mask hides, where something tells it. */
export function unmasked(judged: JudgedCase, arn: string): string {
  const account = accountBehindMask(judged, arn)
  const fields = account === null ? null : splitArn(arn)
  return fields === null ? arn : [...fields.slice(0, 4), account, fields[5]].join(':')
}

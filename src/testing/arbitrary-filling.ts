import type { AccessCase, CasePolicies, ContextValue } from '../case/access-case'
import { isMultivaluedKey } from '../facts/keys/condition-keys'
import { ALWAYS } from './arbitrary-case'
import { append } from '../text/append'

/**
 * Without the keys that no such request carries: the source of services, the organization of people, the age of a factor
 * that there was not.
 */
export function carried(
  keys: Record<string, ContextValue>,
  { principal, context = {} }: Pick<AccessCase['request'], 'principal' | 'context'>,
): Record<string, ContextValue> {
  const isService = principal.endsWith('.amazonaws.com')
  const mfa = ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge']
  const never = isService || principal === 'anonymous' ? ['aws:PrincipalOrgID', ...mfa] : []
  if (principal.includes(':federated-user/')) append(never, mfa)
  if (context['aws:MultiFactorAuthPresent'] === 'false') never.push('aws:MultiFactorAuthAge')
  if (!isService && principal !== 'anonymous') never.push('aws:SourceArn')
  const isUntagged = isService || principal === 'anonymous' || principal.endsWith(':root')
  const isCarried = (key: string) => !never.includes(key) && !(isUntagged && key.startsWith('aws:PrincipalTag/'))
  return Object.fromEntries(Object.entries(keys).filter(([key]) => isCarried(key)))
}

/** AWS documents which of its keys hold lists; of any other key one is thought of only where a set operator asks it. */
function inListsAsAsked(keys: Record<string, ContextValue>, policies: CasePolicies): Record<string, ContextValue> {
  const written = JSON.stringify(policies)
  const mayHoldList = (key: string) =>
    isMultivaluedKey(key.toLowerCase()) ||
    new RegExp(String.raw`For(?:AnyValue|AllValues):\w+\W*\{[^{}]*"${key}`).test(written)
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, value]) => {
      if (!Array.isArray(value) || mayHoldList(key)) return [[key, value]]
      const [only] = value
      return only === undefined ? [] : [[key, only]]
    }),
  )
}

/** The same case with everything unknown filled in. */
export function filled(
  accessCase: AccessCase,
  keys: Record<string, ContextValue>,
  attached: CasePolicies,
  path: string,
): AccessCase {
  const { request, policies } = accessCase
  const { otherContext, ...asked } = request
  const [, account, role] = /^arn:aws:sts::(\d+):assumed-role\/(\w+)/.exec(request.principal) ?? []
  // An account has one role of a name: where a policy names it without a path, it stands under none.
  const under =
    JSON.stringify(policies).includes(`:role/${role}\\`) || JSON.stringify(policies).includes(`:role/${role}"`)
      ? ''
      : path
  const ofRole: Record<string, string> =
    role === undefined ? {} : { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${under}${role}` }
  const { otherLayers, ...given } = policies
  return {
    ...accessCase,
    request: {
      ...asked,
      context:
        otherContext === 'unknown'
          ? { ...ALWAYS, ...ofRole, ...carried(inListsAsAsked(keys, given), request), ...request.context }
          : (request.context ?? {}),
    },
    policies: otherLayers === 'unknown' ? { ...attached, ...given } : given,
  }
}

import { REQUEST_PARTS } from '../iam/request-parts'
import { isFields } from '../text/fields'
import type { AccessCase } from './access-case'

/**
 * A case with each part of its request there: what a case file leaves out or holds null for is empty, as is what no case
 * may hold. The same case where nothing is missing.
 */
export function wholeCase(accessCase: AccessCase): AccessCase {
  const { request, policies } = isFields(accessCase) ? accessCase : ({} as Partial<AccessCase>)
  const given: Partial<AccessCase['request']> = isFields(request) ? request : {}
  const isWhole =
    isFields(request) && isFields(policies) && REQUEST_PARTS.every((part) => typeof given[part] === 'string')
  if (isWhole) return accessCase
  const text = (part: (typeof REQUEST_PARTS)[number]): string => (typeof given[part] === 'string' ? given[part] : '')
  return {
    ...accessCase,
    request: { ...given, principal: text('principal'), action: text('action'), resource: text('resource') },
    policies: isFields(policies) ? policies : {},
  }
}

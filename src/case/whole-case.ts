import type { AccessCase } from './access-case'

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const PARTS = ['principal', 'action', 'resource'] as const

/**
 * A case with each part of its request there: what a case file leaves out or holds null for is empty, as is what no case
 * may hold. The same case where nothing is missing.
 */
export function wholeCase(accessCase: AccessCase): AccessCase {
  const { request, policies } = isObject(accessCase) ? accessCase : ({} as Partial<AccessCase>)
  const given: Partial<AccessCase['request']> = isObject(request) ? request : {}
  const isWhole = isObject(request) && isObject(policies) && PARTS.every((part) => typeof given[part] === 'string')
  if (isWhole) return accessCase
  const text = (part: (typeof PARTS)[number]): string => (typeof given[part] === 'string' ? given[part] : '')
  return {
    ...accessCase,
    request: { ...given, principal: text('principal'), action: text('action'), resource: text('resource') },
    policies: isObject(policies) ? policies : {},
  }
}

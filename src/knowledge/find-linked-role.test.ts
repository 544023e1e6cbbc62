import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { isOneOf } from '../iam/call-patterns'
import { findLinkedRole } from './find-linked-role'
import { LINKED_ROLES } from './linked-roles'
import { observe } from './observe'
import vectors from './vectors/linked-roles.json'

const CALLER = 'arn:aws:iam::111122223333:user/jo'

const found = (message: string) => {
  const denial = parseDenials(message)[0] ?? null
  const request = {
    principal: CALLER,
    action: denial?.action ?? denial?.inferred.action ?? '',
    resource: denial?.resource ?? '',
  }
  return findLinkedRole(observe({ version: 1, error: message, request, policies: {} }, denial, []))[0]
}

const asked = (call: string, resource: string): string =>
  `An error occurred (AccessDenied) when calling the ${call} operation: User: ${CALLER} is not authorized to perform: iam:CreateServiceLinkedRole on resource: ${resource} because no identity-based policy allows the iam:CreateServiceLinkedRole action`

const bare = (call: string): string =>
  `An error occurred (AccessDenied) when calling the ${call.split(':')[1]} operation: Access Denied`

const callsOf = (role: string): readonly string[] => LINKED_ROLES.find((one) => one.role === role)?.calls ?? []

describe('the service-linked roles', () => {
  it('has for each a call that makes it, and one beside it that does not', () => {
    expect(vectors.map(({ role }) => role).toSorted()).toEqual(LINKED_ROLES.map(({ role }) => role).toSorted())
  })

  it.each(vectors)('$role is tied to its service, with its own page', ({ role, call }) => {
    const { service, page, confirmed } = LINKED_ROLES.find((one) => one.role === role)!
    const cause = found(
      asked(call.split(':')[1]!, `arn:aws:iam::111122223333:role/aws-service-role/${service}/${role}`),
    )
    expect(cause?.fix.statements[0]?.condition).toEqual({ StringEquals: { 'iam:AWSServiceName': [service] } })
    expect([cause?.page, cause?.confirmed]).toEqual([page, confirmed])
  })

  it.each(vectors)('$role can be what a bare refusal of its call is about', ({ role, call }) => {
    expect(isOneOf(callsOf(role), call)).toBe(true)
    expect(found(bare(call))?.facts['linkedRole']).toBeDefined()
  })

  it.each(vectors)('$role is not told of a call beside it', ({ role, beside }) => {
    expect(isOneOf(callsOf(role), beside)).toBe(false)
    expect(found(bare(beside))?.facts['linkedRole']).not.toBe(role)
  })
})

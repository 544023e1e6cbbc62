import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { explainRemedies } from './remedies'
import { pastedCase } from '../../testing/pasted-case'

const ORG = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-example11' } }

const rcp = (...actions: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: actions, Resource: '*', Condition: ORG }],
  })

const fixesOf = (who: string, action: string, ...actions: readonly string[]) => {
  const { judged, answer } = pastedCase(
    `AccessDeniedException: User: ${who} is not authorized to perform: ${action} on resource: * with an explicit deny in a resource control policy`,
    { rcp: rcp(...actions) },
  )
  const services = referencePart(BUILT_REFERENCE, ['cognito-identity'])
  return explainRemedies({ judged: { ...judged, services }, answer, together: null }).fixes
}

/** The actions that a fix leaves denied. */
const deniedAfter = ([fix]: ReturnType<typeof fixesOf>): readonly string[] =>
  (JSON.parse(fix?.changes[0]?.after ?? '{}') as { Statement?: { Action: string[] }[] }).Statement?.[0]?.Action ?? []

describe('a Deny on a whole service that hits calls without a signature', () => {
  it('leaves out what the service takes unsigned, and denies its other actions', () => {
    const fixes = fixesOf('anonymous', 'cognito-identity:GetId', 'cognito-identity:*', 'sqs:*')
    expect(fixes.map(({ codes }) => codes)).toEqual([['take-action-out']])
    const denied = deniedAfter(fixes)
    expect(denied).toContain('sqs:*')
    expect(denied).toContain('cognito-identity:Delete*')
    expect(denied).toContain('cognito-identity:GetIdentityPoolRoles')
    const taken = ['cognito-identity:*', 'cognito-identity:Get*', 'cognito-identity:GetId', 'cognito-identity:Unlink*']
    expect(denied.filter((one) => taken.includes(one))).toEqual([])
  })

  it('takes nothing else out for a caller who signs, or for an action that is always signed', () => {
    for (const [who, action] of [
      ['arn:aws:iam::444455556666:user/eve', 'cognito-identity:GetId'],
      ['anonymous', 'cognito-identity:DeleteIdentities'],
    ] as const) {
      const denied = fixesOf(who, action, 'cognito-identity:*', 'sqs:*').map((fix) => deniedAfter([fix]))
      expect(denied.flat()).not.toContain('cognito-identity:Delete*')
    }
  })
})

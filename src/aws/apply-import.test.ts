import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, keysAdded, type Draft } from '../draft/draft'
import { applyImport, importChanges, isWholeImport } from './apply-import'
import type { ImportedPrincipal } from './import-principal'
import { assumedRoleOf, importTargetOf } from './import-target'

const PRINCIPAL: ImportedPrincipal = {
  arn: 'arn:aws:iam::111122223333:role/App',
  identity: [
    { name: 'own', text: '{}', source: 'role' },
    { name: 'Shared', text: '{"a":1}', source: 'role' },
    { name: 'Shared', text: '{"a":1}', source: 'group:G' },
  ],
  boundary: null,
  tags: {},
  trusts: [{ role: 'arn:aws:iam::111122223333:role/App', text: '{"trust":1}' }],
  failures: [],
  calls: 4,
  cancelled: false,
}

const failure = {
  operation: 'GetRolePolicy',
  what: 'role policy App/x',
  code: 'AccessDenied',
  message: '',
  cause: 'not-allowed',
} as const

describe('applyImport', () => {
  it('replaces the identity-based policies and says that there is no boundary', () => {
    const { layers } = applyImport(EMPTY_DRAFT, PRINCIPAL, 'arn:aws:s3:::b')
    expect(layers.identity).toEqual({
      state: 'given',
      policies: [
        { name: 'own', text: '{}', source: 'role' },
        { name: 'Shared', text: '{"a":1}', source: 'role' },
      ],
    })
    expect(layers.boundary.state).toBe('none')
    expect(layers.resource.state).toBe('notGiven')
  })

  it('says "none" of a principal without policies', () => {
    expect(applyImport(EMPTY_DRAFT, { ...PRINCIPAL, identity: [] }, '*').layers.identity.state).toBe('none')
  })

  it('takes the trust policy where the request is about that role', () => {
    const { layers } = applyImport(EMPTY_DRAFT, PRINCIPAL, PRINCIPAL.arn)
    expect(layers.resource).toEqual({ state: 'given', policies: [{ name: 'Trust policy', text: '{"trust":1}' }] })
  })

  it('changes no identity-based policy where one was not read, and leaves an unread boundary alone', () => {
    const before = applyImport(EMPTY_DRAFT, PRINCIPAL, '*')
    const identity = [{ name: 'own', text: '{"b":2}', source: 'role' }]
    for (const failed of [{ failures: [failure] }, { cancelled: true }])
      for (const draft of [EMPTY_DRAFT, before]) {
        const { layers } = applyImport(draft, { ...PRINCIPAL, identity, boundary: undefined, ...failed }, '*')
        expect(layers.identity).toBe(draft.layers.identity)
        expect(layers.boundary).toBe(draft.layers.boundary)
      }
    expect(isWholeImport({ ...PRINCIPAL, failures: [failure] })).toBe(false)
    expect(isWholeImport({ ...PRINCIPAL, failures: [{ ...failure, operation: 'GetRole' }] })).toBe(true)
  })
})

describe('what an import tells of the request', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/App/run'
  const asked: Draft = { ...EMPTY_DRAFT, request: { principal: session } }
  const read: ImportedPrincipal = {
    ...PRINCIPAL,
    arn: 'arn:aws:iam::111122223333:role/svc/App',
    tags: { team: 'a' },
    trusts: [{ role: 'arn:aws:iam::111122223333:role/target', text: '{"trust":2}' }],
  }

  it('puts the path and the tags of the caller into the context, and says so first', () => {
    const after = applyImport(asked, read, '*')
    expect(after.context).toEqual({
      'aws:PrincipalArn': { state: 'known', values: [read.arn] },
      'aws:PrincipalTag/team': { state: 'known', values: ['a'] },
    })
    expect(keysAdded(asked, after)).toEqual(['aws:PrincipalArn', 'aws:PrincipalTag/team'])
  })

  it('tells nothing of a role that could not be read', () => {
    expect(applyImport(asked, { ...read, tags: null }, '*').context).toEqual({})
  })

  it('takes the trust policy of the role that is to be assumed', () => {
    const { layers } = applyImport(asked, read, 'arn:aws:iam::111122223333:role/target')
    expect(layers.resource.policies).toEqual([{ name: 'Trust policy', text: '{"trust":2}' }])
  })

  it('reads the role to assume in the account of the caller alone', () => {
    const caller = importTargetOf(session)!
    const role = (account: string) => `arn:aws:iam::${account}:role/x/target`
    const of = (action: string, resource: string) => assumedRoleOf({ action, resource }, caller)?.name
    expect(of('sts:AssumeRole', role('111122223333'))).toBe('target')
    expect(of('sts:AssumeRoleWithWebIdentity', role('111122223333'))).toBe('target')
    expect(of('sts:AssumeRole', role('444455556666'))).toBeUndefined()
    expect(of('iam:GetRole', role('111122223333'))).toBeUndefined()
  })
})

describe('importChanges', () => {
  const before = applyImport(EMPTY_DRAFT, PRINCIPAL, '*')

  it('names what comes, changes and goes, and tells that nothing is attached', () => {
    expect(importChanges(EMPTY_DRAFT, before)).toEqual([
      { layer: 'identity', added: ['own', 'Shared'], changed: [], removed: [], becomesNone: false },
      { layer: 'boundary', added: [], changed: [], removed: [], becomesNone: true },
    ])
    const other: ImportedPrincipal = {
      ...PRINCIPAL,
      identity: [{ name: 'own', text: '{"b":2}', source: 'role' }],
      boundary: { name: 'Limit', text: '{}', source: 'role' },
    }
    expect(importChanges(before, applyImport(before, other, PRINCIPAL.arn))).toEqual([
      { layer: 'identity', added: [], changed: ['own'], removed: ['Shared'], becomesNone: false },
      { layer: 'boundary', added: ['Limit'], changed: [], removed: [], becomesNone: false },
      { layer: 'resource', added: ['Trust policy'], changed: [], removed: [], becomesNone: false },
    ])
  })

  it('names nothing once it is done', () => {
    const failed = { ...PRINCIPAL, failures: [failure], cancelled: true }
    for (const principal of [PRINCIPAL, failed]) {
      const once = applyImport(before, principal, PRINCIPAL.arn)
      expect(importChanges(once, applyImport(once, principal, PRINCIPAL.arn))).toEqual([])
    }
  })
})

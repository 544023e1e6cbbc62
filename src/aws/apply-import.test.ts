import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { applyImport, importChanges } from './apply-import'
import type { ImportedPrincipal } from './import-principal'

const PRINCIPAL: ImportedPrincipal = {
  arn: 'arn:aws:iam::111122223333:role/App',
  identity: [
    { name: 'own', text: '{}', source: 'role' },
    { name: 'Shared', text: '{"a":1}', source: 'role' },
    { name: 'Shared', text: '{"a":1}', source: 'group:G' },
  ],
  boundary: null,
  trust: '{"trust":1}',
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

  it('lets what was not read stand as unreadable, and leaves an unread boundary alone', () => {
    const { layers } = applyImport(EMPTY_DRAFT, { ...PRINCIPAL, boundary: undefined, failures: [failure] }, '*')
    expect(layers.identity.policies.at(-1)).toEqual({ name: 'Not read: role policy App/x', text: '' })
    expect(layers.boundary).toBe(EMPTY_DRAFT.layers.boundary)
    const cancelled = applyImport(EMPTY_DRAFT, { ...PRINCIPAL, cancelled: true }, '*')
    expect(cancelled.layers.identity.policies.at(-1)!.text).toBe('')
  })

  it('takes nothing away where something was not read', () => {
    const before = applyImport(EMPTY_DRAFT, PRINCIPAL, '*')
    const failed: ImportedPrincipal = {
      ...PRINCIPAL,
      identity: [{ name: 'own', text: '{"b":2}', source: 'role' }],
      failures: [failure],
    }
    const after = applyImport(before, failed, '*')
    expect(after.layers.identity.policies).toEqual([
      { name: 'Shared', text: '{"a":1}', source: 'role' },
      { name: 'own', text: '{"b":2}', source: 'role' },
      { name: 'Not read: role policy App/x', text: '' },
    ])
    // Read whole the next time, it is what IAM has and nothing else.
    expect(applyImport(after, PRINCIPAL, '*').layers.identity).toEqual(before.layers.identity)
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

import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { applyImport } from './apply-import'
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
})

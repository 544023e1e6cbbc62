import { describe, expect, it } from 'vitest'
import type { BuiltKey } from '../../../draft/build/request-context'
import type { KeyQuestion } from '../../../explanation/explanation'
import { keyRows } from './key-rows'

const mfa: KeyQuestion = {
  key: 'aws:MultiFactorAuthPresent',
  state: 'unknown',
  values: [],
  origin: 'none',
  offered: ['true', 'false'],
  decides: true,
}

const region: BuiltKey = {
  key: 'aws:RequestedRegion',
  state: 'known',
  values: ['eu-west-1'],
  multivalued: false,
  origin: 'inferred',
  inference: 'region-of-resource',
}

describe('keyRows', () => {
  it('shows what the policies ask for, and apart what else the request carries, with its origin', () => {
    const { rows, others } = keyRows([mfa], [region], {})
    expect(rows).toEqual([{ ...mfa, note: 'unknown', isEdited: false }])
    expect(others.map(({ key, note }) => [key, note])).toEqual([
      ['aws:RequestedRegion', 'inferred: the Region in the resource’s ARN.'],
    ])
  })

  it('says of the keys of a decoded message that they are from there', () => {
    const decoded: BuiltKey = { ...region, origin: 'decoded', inference: null }
    expect(keyRows([], [decoded], {}).others).toMatchObject([{ note: 'from the decoded message' }])
  })

  it('shows what the user set as set, whatever the case of its key', () => {
    const { rows } = keyRows([mfa], [], { 'AWS:multifactorauthpresent': { state: 'known', values: [] } })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'known', values: [], note: 'set in this case', isEdited: true })
  })

  it('moves an inferred key to the rows once the user sets it', () => {
    const { rows, others } = keyRows([], [region], { 'aws:RequestedRegion': { state: 'absent' } })
    expect(rows.map(({ key, state, values }) => [key, state, values])).toEqual([['aws:RequestedRegion', 'absent', []]])
    expect(others).toEqual([])
  })

  it('keeps a key that the user added and that nothing knows of yet', () => {
    const { rows } = keyRows([], [], { 'aws:SourceVpce': { state: 'known', values: [] } })
    expect(rows.map(({ key, isEdited }) => [key, isEdited])).toEqual([['aws:SourceVpce', true]])
  })

  it('puts the keys that a further check has by itself apart, unless a policy asks for them', () => {
    const own = { 'kms:ViaService': { state: 'known' as const, values: ['s3.eu-west-1.amazonaws.com'] } }
    expect(keyRows([], [], own, own)).toMatchObject({ rows: [], others: [{ key: 'kms:ViaService' }] })
    const asked = { ...mfa, key: 'KMS:viaService' }
    expect(keyRows([asked], [], own, own)).toMatchObject({ rows: [{ note: 'part of this check' }], others: [] })
  })
})

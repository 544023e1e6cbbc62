import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryDraft } from '../../testing/arbitrary-draft'
import { buildCase } from '../build/build-case'
import { caseFromDraft, restoreCase } from './case-file'
import { isCaseFile } from './is-case-file'
import { EMPTY_DRAFT, type Draft } from '../draft'

const restored = (value: unknown): Draft => {
  const result = restoreCase(value)
  if ('problem' in result) throw new Error(result.problem.code)
  return result.draft
}

const ERROR =
  'User: arn:aws:iam::111122223333:user/nora is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action'
const DOCUMENT = { Version: '2012-10-17', Statement: [] }

describe('a case file', () => {
  it('means the same after it was saved and opened', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const again = restored(JSON.parse(JSON.stringify(caseFromDraft(draft))))
        expect(buildCase(again).accessCase).toEqual(buildCase(draft).accessCase)
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same file when it is saved again', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const file = caseFromDraft(draft)
        expect(caseFromDraft(restored(file))).toEqual(file)
      }),
      { numRuns: 60 },
    )
  })

  it('takes only what the error does not say as edited', () => {
    const { request } = buildCase({ ...EMPTY_DRAFT, paste: ERROR }).accessCase
    const same = restored({ version: 1, error: ERROR, request, policies: {} })
    expect(same).toMatchObject({ paste: ERROR, request: {}, context: {} })
    const other = restored({
      version: 1,
      error: ERROR,
      request: { ...request, action: 'sqs:ReceiveMessage' },
      policies: {},
    })
    expect(other.request).toEqual({ action: 'sqs:ReceiveMessage' })
  })

  it('keeps absent what the case calls absent, though the error implies a value', () => {
    const { request } = buildCase({ ...EMPTY_DRAFT, paste: ERROR }).accessCase
    const draft = restored({
      version: 1,
      error: ERROR,
      request: { ...request, context: {}, otherContext: 'absent' },
      policies: {},
    })
    expect(draft.context).toEqual({
      'aws:RequestedRegion': { state: 'absent' },
      'aws:SecureTransport': { state: 'absent' },
    })
  })

  it('finds the denial that the request is about', () => {
    const first = ERROR.replaceAll('sqs:SendMessage', 'sqs:ReceiveMessage')
    const error = `${first}\n${ERROR}`
    const { request } = buildCase({ ...EMPTY_DRAFT, paste: error, chosen: 1 }).accessCase
    expect(restored({ version: 1, error, request, policies: {} })).toMatchObject({ chosen: 1, request: {} })
  })

  it('reads layers: given, none by default, unknown where the case says so', () => {
    const request = { principal: 'anonymous', action: 's3:GetObject', resource: '*' }
    const policies = {
      identity: [{ name: 'p', document: DOCUMENT, source: 'role' }],
      boundary: { name: 'b', document: '{ broken' },
      scps: [{ target: 'Root', policies: [] }],
    }
    const { layers } = restored({ version: 1, request, policies })
    expect(layers.identity).toEqual({
      state: 'given',
      policies: [{ name: 'p', text: JSON.stringify(DOCUMENT, null, 2), source: 'role' }],
    })
    expect(layers.boundary.policies).toEqual([{ name: 'b', text: '{ broken' }])
    expect(layers.scp).toEqual({ state: 'given', levels: [{ target: 'Root', policies: [] }] })
    expect(layers.session.state).toBe('none')
    expect(
      restored({ version: 1, request, policies: { otherLayers: 'unknown', noneAttached: ['rcps'] } }).layers,
    ).toMatchObject({
      session: { state: 'notGiven' },
      rcp: { state: 'none' },
    })
  })

  it('saves a document as JSON where nothing of its text is lost, else as text', () => {
    const policy = (text: string): Draft => ({
      ...EMPTY_DRAFT,
      layers: { ...EMPTY_DRAFT.layers, boundary: { state: 'given', policies: [{ name: 'b', text }] } },
    })
    expect(caseFromDraft(policy(JSON.stringify(DOCUMENT, null, 2))).policies.boundary?.document).toEqual(DOCUMENT)
    for (const text of [JSON.stringify(DOCUMENT), '{ broken', '', '"text"', '{"a":1,"a":2}'])
      expect(caseFromDraft(policy(text)).policies.boundary?.document).toBe(text)
  })

  it.each([101, 2_000, 100_000])('is refused where it is nested %d times, and says so', (levels) => {
    const nested = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    for (const text of [
      `{"version":1,"request":{"context":${nested}},"policies":{}}`,
      `{"version":1,"request":{},"policies":{"identity":[{"name":"p","document":${nested}}]}}`,
    ])
      expect(restoreCase(JSON.parse(text))).toMatchObject({
        problem: { code: 'case-too-large', data: { what: 'levels of nesting' } },
      })
  })

  it('is told from other JSON, and refused where it is none', () => {
    expect(isCaseFile({ version: 1, request: {}, policies: {} })).toBe(true)
    for (const value of [null, [], 'x', { version: 1 }, { request: {}, policies: {} }, DOCUMENT])
      expect(isCaseFile(value)).toBe(false)
    expect(restoreCase({ version: 3, request: {}, policies: {} })).toMatchObject({ problem: { code: 'case-version' } })
    expect(restoreCase({ version: 1, request: {}, policies: [] })).toMatchObject({
      problem: { code: 'case-policies-not-object' },
    })
    fc.assert(
      fc.property(fc.anything(), (value) => void restoreCase(value)),
      { numRuns: 120 },
    )
  })
})

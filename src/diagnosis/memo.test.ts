import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { editLayers, tryLayers } from '../draft/edit/edit-draft'
import { addPolicy } from '../draft/edit/edit-layers'
import { diagnose } from './diagnose'
import { createMemo } from './memo'
import { remediesOf } from './remedies-of'

const PASTE =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action'

const policy = (action: string) => ({
  name: 'app',
  text: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }),
})
const IDENTITY = { layer: 'identity', level: null } as const

const bare: Draft = { ...EMPTY_DRAFT, paste: PASTE }
const given = editLayers(bare, (layers) => addPolicy(layers, IDENTITY, policy('s3:GetObject')))
const tried = tryLayers(given, (layers) => addPolicy(layers, IDENTITY, policy('s3:PutObject')))

/** What does not depend on which drafts came before. */
const said = ({ opening: _opening, ...rest }: ReturnType<typeof diagnose>) => rest

describe('a memo', () => {
  it('changes nothing of what is said', () => {
    const memo = createMemo()
    for (const draft of [bare, given, tried, given, EMPTY_DRAFT, tried])
      expect(said(diagnose(draft, { memo }))).toEqual(said(diagnose(draft)))
  })

  it('lets what is as it was stay the same object', () => {
    const memo = createMemo()
    const first = diagnose(given, { memo })
    const titled = diagnose({ ...given, title: 'kept' }, { memo })
    expect(titled.reading).toBe(first.reading)
    expect(titled.explanation).toBe(first.explanation)
    expect(diagnose(tried, { memo }).explanation).not.toBe(first.explanation)
    expect(diagnose(given).explanation).not.toBe(first.explanation)
  })

  it('keeps the evaluation that the paste opened with, until another paste or policy comes', () => {
    const memo = createMemo()
    const first = diagnose(given, { memo })
    const edited = editLayers(given, (layers) => ({
      ...layers,
      identity: { ...layers.identity, policies: [policy('s3:*')] },
    }))
    const after = diagnose(edited, { memo })
    expect(after.evaluation).not.toEqual(first.evaluation)
    expect(after.opening).toBe(first.opening)
    expect(diagnose(tried, { memo }).opening).not.toBe(first.opening)
  })

  it('takes over what was read elsewhere, and lets go of everything', () => {
    const memo = createMemo()
    const denials = parseDenials(PASTE)
    memo.rememberDenials(PASTE, denials)
    expect(memo.denialsOf(PASTE)).toBe(denials)
    const before = diagnose(bare, { memo })
    expect(before.reading?.denials).toBe(denials)
    memo.forget()
    expect(memo.knownDenials(PASTE)).toBeNull()
    expect(memo.last).toEqual({ read: null, judged: null, done: null, opening: null })
    expect(diagnose(bare, { memo }).explanation).not.toBe(before.explanation)
  })

  it('remembers policies for the evaluation until it lets go', () => {
    const memo = createMemo()
    const { policies } = given.layers.identity
    const read = () => memo.policyMemory.parsed(policies[0]?.text, 'identity', null)
    diagnose(given, { memo })
    const kept = read()
    expect(read()).toBe(kept)
    memo.forget()
    expect(read()).not.toBe(kept)
  })

  it('stands in nothing that a worker hands to the page', () => {
    const diagnosis = diagnose(tried, { memo: createMemo() })
    const remedy = remediesOf(diagnosis)
    expect(diagnosis.judged).not.toHaveProperty('policyMemory')
    expect(structuredClone({ diagnosis, remedy })).toEqual({ diagnosis, remedy })
  })

  it('holds the last texts alone', () => {
    const memo = createMemo()
    for (const text of ['a', 'b', 'c', 'd', 'e']) memo.denialsOf(text)
    expect(['a', 'b', 'c', 'd', 'e'].filter((text) => memo.knownDenials(text) !== null)).toEqual(['b', 'c', 'd', 'e'])
  })
})

import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { caseFromDraft, restoreCase } from '../draft/file/case-file'
import { askedAgain } from '../draft/paste/asked-again'
import { takePaste } from '../draft/paste/take-paste'
import { decodeFragment, encodeDraft } from './permalink'

const ERROR =
  'User: arn:aws:iam::111122223333:user/ivo is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs'
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' }],
})

const taken = takePaste(EMPTY_DRAFT, `${ERROR}\n\n${POLICY}`)
const draftOf = (restored: ReturnType<typeof decodeFragment> | ReturnType<typeof restoreCase>) => {
  if ('problem' in restored) throw new Error(restored.problem.code)
  return restored.draft
}

describe('a policy that counts by its look', () => {
  it('is one of the draft, and is asked about', () => {
    expect(taken.draft.layers.identity.policies).toMatchObject([{ isAssumed: true }])
    expect(taken.asked.map(({ reason }) => reason)).toEqual(['layer-assumed'])
  })

  it.each([
    ['a link', () => draftOf(decodeFragment(encodeDraft(taken.draft)))],
    ['a case file', () => draftOf(restoreCase(JSON.parse(JSON.stringify(caseFromDraft(taken.draft)))))],
  ])('comes back as such by %s, with the same question', (_, opened) => {
    const draft = opened()
    expect(draft.layers).toEqual(taken.draft.layers)
    const [asked, ...others] = askedAgain(draft)
    expect(others).toEqual([])
    expect(asked?.reason).toBe('layer-assumed')
    expect(asked?.policy.candidates).toEqual(taken.asked[0]?.policy.candidates)
  })

  it('is asked about again where its case is pasted', () => {
    const pasted = takePaste(EMPTY_DRAFT, JSON.stringify(caseFromDraft(taken.draft)))
    expect(pasted.asked.map(({ policy }) => policy.text)).toEqual(
      askedAgain(pasted.draft).map(({ policy }) => policy.text),
    )
    expect(pasted.asked).toHaveLength(1)
  })
})

describe('a policy that somebody placed', () => {
  const { identity } = taken.draft.layers
  const policies = identity.policies.map(({ name, text }) => ({ name, text }))
  const placed = { ...taken.draft, layers: { ...taken.draft.layers, identity: { ...identity, policies } } }

  it('is asked about by no link', () => {
    const draft = draftOf(decodeFragment(encodeDraft(placed)))
    expect(draft.layers.identity.policies[0]).not.toHaveProperty('isAssumed')
    expect(askedAgain(draft)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { editLayers } from '../draft/edit/edit-draft'
import { changePolicy, policiesOn } from '../draft/edit/edit-layers'
import { readPaste } from '../draft/paste/read-paste'
import { findPolicies } from '../policy/find-policies'
import { draftOfTexts, type GivenText } from './draft-of-texts'
import { putPolicy, takeEvidence } from './take-evidence'

const errorOf = (user: string, because: string) =>
  `User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because ${because}`
const unexplained = (user: string) => errorOf(user, '').replace(/ because $/, '')
const NO_IDENTITY = 'no identity-based policy allows the s3:PutObject action'
const POLICY = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  null,
  2,
)

const take = (draft: Draft, text: string) => takeEvidence(draft, readPaste(text), findPolicies)
const identityOf = ({ layers }: Draft) => policiesOn(layers, { layer: 'identity', level: null })

describe('takeEvidence', () => {
  it('asks where a policy belongs that nobody places, which counts by its look until it is put', () => {
    const { draft, asked, notices } = take(take(EMPTY_DRAFT, unexplained('ana')).draft, POLICY)
    expect([identityOf(draft).length, asked.map(({ reason }) => reason)]).toEqual([1, ['layer-assumed']])
    expect(notices).toMatchObject([{ tone: 'allow', text: expect.stringMatching(/where it most likely belongs/) }])
    expect(identityOf(putPolicy(draft, asked[0]!, 'identity')).length).toBe(1)
    const moved = putPolicy(draft, asked[0]!, 'boundary')
    expect([identityOf(moved).length, moved.layers.boundary.policies.length]).toEqual([0, 1])
  })

  it('moves a policy with what was edited in it while it counted by its look', () => {
    const { draft, asked } = take(EMPTY_DRAFT, `${unexplained('ana')}\n\n${POLICY}`)
    const edited = editLayers(draft, (layers) =>
      changePolicy(layers, { layer: 'identity', level: null, policy: 0 }, { text: POLICY.replace('Get', 'Put') }),
    )
    expect(putPolicy(edited, asked[0]!, 'boundary').layers.boundary.policies[0]?.text).toContain('s3:PutObject')
  })

  it.each([
    ['with an error', () => take(EMPTY_DRAFT, `${errorOf('ana', NO_IDENTITY)}\n\n${POLICY}`)],
    ['after it', () => take(take(EMPTY_DRAFT, errorOf('ana', NO_IDENTITY)).draft, POLICY)],
  ])('puts the policy that comes %s where AWS says, and offers to have it asked instead', (_when, taken) => {
    const { draft, notices } = taken()
    expect(identityOf(draft).length).toBe(1)
    expect(notices).toMatchObject([{ tone: 'allow', text: expect.stringMatching(/the layer that AWS names\./) }])
    expect(identityOf(notices[0]!.offers[0]!.edit(draft)).length).toBe(0)
  })

  it('does not count for another caller what was given for one, and offers it back', () => {
    const before = take(EMPTY_DRAFT, `${errorOf('ana', NO_IDENTITY)}\n\n${POLICY}`).draft
    const { draft, notices } = take(before, errorOf('bob', NO_IDENTITY))
    expect(identityOf(draft).length).toBe(0)
    expect(notices[0]).toMatchObject({
      tone: 'depends',
      offers: [{ label: 'Keep the policies' }, { label: 'Start again' }],
    })
    const [keep, anew] = notices[0]!.offers
    expect(identityOf(keep!.edit(draft)).length).toBe(1)
    expect(anew!.edit(draft).paste).toBe(draft.paste)
    expect(take(before, errorOf('ana', 'no permissions boundary allows the s3:PutObject action')).notices).toEqual([])
  })
})

describe('draftOfTexts', () => {
  const given = (name: string, text: string, layer: GivenText['layer'] = null): GivenText => ({ name, text, layer })
  const error = given('error.log', errorOf('ana', NO_IDENTITY))

  it('puts a policy where it looks like, and tells so; where it is said, nothing is assumed', async () => {
    const guessed = await draftOfTexts([given('error.log', unexplained('ana')), given('app.json', POLICY)])
    expect(guessed.assumed).toEqual([{ name: 'app.json', layer: 'identity' }])
    expect(identityOf(guessed.draft)).toMatchObject([{ name: 'app.json', text: POLICY }])
    const said = await draftOfTexts([error, given('app.json', POLICY, 'boundary')])
    expect([said.assumed, said.draft.layers.boundary.state, said.draft.layers.identity.state]).toEqual([
      [],
      'given',
      'notGiven',
    ])
  })

  it('puts no policy anywhere that plainly is of another resource', async () => {
    const other = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::other/*' }],
    })
    const { draft, assumed, notices } = await draftOfTexts([error, given('bucket.json', other)])
    expect([draft.layers.resource.state, assumed, notices.length]).toEqual(['notGiven', [], 1])
    expect(notices[0]).toMatch(/^bucket\.json: /)
  })

  it('names the texts in which it found nothing', async () => {
    expect((await draftOfTexts([error, given('notes.txt', 'hello there')])).unread).toEqual(['notes.txt'])
  })
})

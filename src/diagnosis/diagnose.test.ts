import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { editLayers, tryLayers } from '../draft/edit/edit-draft'
import { addPolicy, changePolicy } from '../draft/edit/edit-layers'
import { WHOLE_HELP } from '../explanation/explain'
import { explainFixes } from '../explanation/fixes/explain-fixes'
import { plainText } from '../text/phrase'
import { vectorsIn } from '../testing/read-vectors'
import { applyFix } from './apply-fix'
import { diagnose } from './diagnose'
import { diagnoseWith } from './diagnose-with'

const paste =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action'

const allow = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })

const asked = (action: string): Draft =>
  editLayers({ ...EMPTY_DRAFT, paste }, (layers) =>
    addPolicy(layers, { layer: 'identity', level: null }, { name: 'app', text: allow(action) }),
  )

const fixed = (draft: Draft): Draft => {
  const { judged } = diagnose(draft)
  const fix = judged && explainFixes(judged).find(({ least }) => least)
  return fix ? tryLayers(draft, (layers) => applyFix(layers, fix)) : draft
}

const claimOf = (draft: Draft) => diagnose(draft).explanation?.claim

/** Of so many recorded texts one is diagnosed. */
const EVERY = 6

describe('diagnose', () => {
  it('agrees with AWS before a fix, and says after it that AWS judged what was before', () => {
    const before = asked('s3:GetObject')
    expect(claimOf(before)?.outcome).toBe('agrees')
    const after = claimOf(fixed(before))
    expect(after?.outcome).toBe('changed')
    expect(plainText(after?.finding ?? [])).toBe(
      'AWS denied this before your change. With it, the identity-based policies you pasted allow s3:PutObject.',
    )
  })

  it('stays with what AWS said where a change leaves the reason as it was', () => {
    const named = tryLayers(asked('s3:GetObject'), (layers) =>
      addPolicy(layers, { layer: 'identity', level: null }, { name: 'more', text: allow('s3:ListBucket') }),
    )
    const { answer, claim } = diagnose(named).explanation ?? {}
    expect([answer?.basis, answer?.decision, answer?.layer]).toEqual(['proven', 'implicitDeny', 'identity'])
    expect(claim?.outcome).toBe('agrees')
  })

  it('is said to fix what AWS reported where a Deny that could be it no longer applies', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        {
          Effect: 'Deny',
          Action: 's3:*',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ],
    })
    const error = paste.replace(
      'because no identity-based policy allows the s3:PutObject action',
      'with an explicit deny in an identity-based policy',
    )
    const before = editLayers({ ...EMPTY_DRAFT, paste: error }, (layers) =>
      addPolicy(layers, { layer: 'identity', level: null }, { name: 'app', text }),
    )
    const after = tryLayers(before, (layers) =>
      changePolicy(
        layers,
        { layer: 'identity', level: null, policy: 0 },
        { text: text.replace('"s3:*"', '"s3:Get*"') },
      ),
    )
    const headline = (draft: Draft) => plainText(diagnose(draft).explanation?.answer.headline ?? [])
    expect(headline(before)).toMatch(/denies/)
    expect(headline(after)).toBe('Your change fixes what AWS reported.')
  })

  it('disagrees all the same where the policies never explained what AWS said', () => {
    const edited = tryLayers(asked('s3:*'), (layers) =>
      addPolicy(layers, { layer: 'identity', level: null }, { name: 'more', text: allow('s3:PutObject') }),
    )
    expect(claimOf(edited)?.outcome).toBe('disagrees')
  })

  it('says which part it lacks, and with that part what it says with all', () => {
    const { parts, ...help } = WHOLE_HELP
    const bare = { ...EMPTY_DRAFT, paste }
    // No row knows anything of it, and no policy is given.
    expect(diagnoseWith(bare, help).explanation).toEqual(diagnose(bare).explanation)
    const known = { ...EMPTY_DRAFT, paste: paste.replaceAll('s3:PutObject', 'iam:PassRole') }
    const given = asked('s3:GetObject')
    const unnamed = { ...EMPTY_DRAFT, paste: paste.replace(/ because .*/, '') }
    const pasted = { ...EMPTY_DRAFT, paste: `${paste}\n\n${allow('s3:GetObject')}` }
    for (const [draft, lacks, needed] of [
      [known, 'rows', { rows: parts.rows, telling: parts.telling }],
      [given, 'telling', parts],
      [pasted, 'policies', { policies: parts.policies, telling: parts.telling }],
      [unnamed, 'telling', { telling: parts.telling }],
    ] as const) {
      const done = diagnoseWith(draft, help)
      expect([done.lacks, done.explanation, done.failed]).toEqual([lacks, null, null])
      const { explanation } = diagnoseWith(draft, { ...help, parts: needed })
      expect(explanation).not.toBeNull()
      expect(explanation).toEqual(diagnose(draft).explanation)
    }
  })

  it('says the same of a bare error without what tells of all else, or that it lacks it', () => {
    const { telling: _telling, ...parts } = WHOLE_HELP.parts
    const texts = vectorsIn<{ readonly text: string }>('denial/vectors')
      .map(({ text }) => text)
      .filter((_, at) => at % EVERY === 0)
    const told = texts.filter((text) => {
      const draft = { ...EMPTY_DRAFT, paste: text }
      const { explanation, lacks } = diagnoseWith(draft, { ...WHOLE_HELP, parts })
      if (lacks === undefined) expect(explanation, text).toEqual(diagnose(draft).explanation)
      return lacks === undefined
    })
    expect(told.length).toBeGreaterThan(20)
  })
})

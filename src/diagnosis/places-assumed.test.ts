import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { readPaste } from '../draft/paste/read-paste'
import { findPolicies } from '../policy/find-policies'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'
import { putPolicy, takeEvidence } from './take-evidence'
import { policyText } from '../testing/statements'

const ERROR = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:StopInstances'
const all = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' }
const noStop = { Sid: 'NoStop', Effect: 'Deny', Action: 'ec2:StopInstances', Resource: '*' }

const taken = (policy: string, error = ERROR) =>
  takeEvidence(EMPTY_DRAFT, readPaste(`${error}\n\n${policy}`), findPolicies)

const answerOf = (policy: string, error = ERROR) => {
  const { explanation } = diagnose(taken(policy, error).draft)
  const { answer } = explanation!
  return {
    basis: answer.basis,
    headline: plainText(answer.headline),
    fact: answer.fact === null ? '' : plainText(answer.fact.sentence),
    notes: answer.notes.map(plainText).join(' '),
    decision: answer.decision,
  }
}

describe('a policy of which nobody says where it is attached', () => {
  it('is the answer at once where a Deny in it fires in each layer, and proves nothing: it may be another’s', () => {
    const { basis, headline, fact, notes } = answerOf(policyText(all, noStop))
    expect([basis, headline]).toEqual(['likely', 'Most likely a policy you pasted denies ec2:StopInstances.'])
    expect(fact).toContain('NoStop')
    expect(notes).toContain('it stops the request wherever it is.')
  })

  it('proves no lack where the resource can have let the caller in', () => {
    const { basis, notes } = answerOf(policyText({ ...all, Action: 's3:*' }))
    expect([basis, notes]).toEqual(['likely', expect.stringContaining('it stops the request wherever it is.')])
  })

  it('proves nothing by an Allow, and the answer says where it counts', () => {
    const { basis, notes } = answerOf(policyText(all))
    expect(basis).not.toBe('proven')
    expect(notes).toContain('It counts as an identity-based policy here.')
  })

  it('never has an Allow advised beside a Deny that is not placed', () => {
    const { decision, headline } = answerOf(policyText(noStop))
    expect([decision, headline]).toEqual(['explicitDeny', 'Most likely a policy you pasted denies ec2:StopInstances.'])
  })

  it('is said to be of its layer once somebody says so', () => {
    const { draft, asked } = taken(policyText(all, noStop))
    const { answer } = diagnose(putPolicy(draft, asked[0]!, 'identity')).explanation!
    expect(plainText(answer.headline)).toContain('identity-based policy')
    expect(answer.notes.map(plainText).join(' ')).not.toContain('wherever')
  })
})

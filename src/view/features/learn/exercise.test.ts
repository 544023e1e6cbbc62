import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../../lessons/examples'
import { answerOptions, isSameAnswer } from '../../../permalink/expected-answer'
import type { ExpectedAnswer } from '../../../permalink/deck'
import { policyAt } from '../../../draft/edit/edit-layers'
import { evaluate } from '../../../evaluation/evaluate'
import { buildCase } from '../../../draft/build/build-case'
import { EMPTY_DRAFT } from '../../../draft/draft'
import { takePaste } from '../../../draft/paste/take-paste'
import { errorAlone, maskedError, maskedPolicies } from './masked'
import { policiesOfDraft } from './policies-of-draft'
import { verdictOf } from './verdict-of'
import { whyWrong } from './why-wrong'

const GIVES_AWAY = /because no|with an explicit deny|identity-based policy|service control policy|permissions boundary/i

describe('an exercise', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s does not tell its answer',
    (_id, { draft }) => {
      expect(maskedError(draft.paste) ?? '').not.toMatch(GIVES_AWAY)
    },
  )

  it('leaves out an error that tells its answer also without the reason', () => {
    const decoded = JSON.stringify({
      allowed: false,
      explicitDeny: true,
      matchedStatements: { items: [{ statementId: 'DenyOthers', effect: 'DENY' }] },
      context: { principal: { arn: 'arn:aws:iam::111122223333:user/nina' }, action: 'ec2:RunInstances' },
    })
    expect(maskedError(decoded)).toBeNull()
    expect(maskedError('An error occurred (AccessDenied) when calling the GetObject operation: Access Denied')).toMatch(
      /Access Denied$/,
    )
  })

  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s has numbers for the names of policies and statements, and is the same case',
    (_id, { draft }) => {
      const masked = maskedPolicies(draft)
      const names = policiesOfDraft(draft).map(({ policy }) => policy.name)
      const sids = policiesOfDraft(draft).flatMap(({ policy }) => policy.text.match(/"Sid": "[^"]*"/g) ?? [])
      for (const { spot, policy } of policiesOfDraft(masked)) {
        expect(names).not.toContain(policy.name)
        for (const sid of sids) expect(policy.text).not.toContain(sid)
        expect(policyAt(draft.layers, spot)).toBeDefined()
      }
      const { decision, layer, decisive, blocking } = evaluate(buildCase(draft).accessCase)
      expect(evaluate(buildCase(masked).accessCase)).toMatchObject({ decision, layer, decisive, blocking })
    },
  )

  it('shows a policy that was pasted below the error once, where the names of its statements tell nothing', () => {
    const error = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
    const sid = '{"Statement": [{"Sid": "DenyOthers", "Effect": "Deny", "Action": "*", "Resource": "*"}]}'
    const { draft } = takePaste(EMPTY_DRAFT, `${error}\n\nIdentity policy:\n${sid}`)
    expect(errorAlone(draft)).toBe(error)
    expect(errorAlone({ ...draft, layers: EMPTY_DRAFT.layers })).toBe(draft.paste)
    expect(errorAlone({ ...draft, paste: error })).toBe(error)
  })

  it('leaves a policy that is no JSON as it is', () => {
    const draft = {
      ...EMPTY_DRAFT,
      layers: { ...EMPTY_DRAFT.layers, identity: { state: 'given' as const, policies: [{ name: 'x', text: 'Sid' }] } },
    }
    expect(maskedPolicies(draft).layers.identity.policies).toEqual([{ name: 'Policy 1', text: 'Sid' }])
  })

  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s says why each wrong answer is wrong, without naming the right one',
    (_id, { draft }) => {
      const { answer: right, gates, evaluation } = verdictOf(draft)
      const options = answerOptions(gates, right)
      for (const option of options) {
        const why = whyWrong(option, right, evaluation)
        if (isSameAnswer(option, right)) expect(why).toBeNull()
        else expect(why).toMatch(/\.$/)
      }
    },
  )

  it('tells of the layer that was answered, and of that alone', () => {
    const example = EXAMPLES[0]!
    const { answer: right, evaluation } = verdictOf(example.draft)
    expect(right).toEqual({ decision: 'implicitDeny', layer: 'identity' })
    const why = (answer: ExpectedAnswer) => whyWrong(answer, right, evaluation)
    expect(why({ decision: 'allowed', layer: 'none' })).toBe('Something blocks this request.')
    expect(why({ decision: 'explicitDeny', layer: 'identity' })).toMatch(/^The layer is right/)
    expect(why({ decision: 'explicitDeny', layer: 'boundary' })).toMatch(/^Permissions boundary/i)
  })

  it('offers the answers of the layers that are given', () => {
    const { gates, evaluation } = verdictOf(EXAMPLES[0]!.draft)
    for (const layer of gates) expect(evaluation.layers.find((one) => one.layer === layer)?.status).not.toBe('notGiven')
  })
})

import { describe, expect, it } from 'vitest'
import { takePaste } from '../../draft/take-paste'
import { buildCase } from '../../draft/build-case'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { applyFoundPolicy } from '../../draft/apply-found-policy'
import { readPaste } from '../../draft/read-paste'
import type { CaseLayer } from '../../iam/layers'
import { evaluate } from '../../evaluation/evaluate'
import { explain } from '../explain'
import { plainText } from '../words'
import { answerFixes } from './answer-fixes'
import { ownerMessage } from './owner-message'

const HOME = '111122223333'
const AWAY = '444455556666'

const user = (action: string, resource: string, ending = '', account = HOME): string =>
  `An error occurred (AccessDenied) when calling the operation: User: arn:aws:iam::${account}:user/maya is not authorized to perform: ${action} on resource: ${resource}${ending}`

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

type Given = Readonly<Partial<Record<CaseLayer, string>>>

const withPolicies = (draft: Draft, given: Given): Draft =>
  Object.entries(given).reduce((before, [layer, text]) => {
    const [found] = readPaste(text).policies
    return found ? applyFoundPolicy(before, found, layer as CaseLayer) : before
  }, draft)

const asked = (paste: string, given: Given = {}) => {
  const draft = withPolicies(takePaste(EMPTY_DRAFT, paste).draft, given)
  const { denials } = readPaste(draft.paste)
  const { accessCase, denial } = buildCase(draft, denials)
  const error = denial ?? denials[0] ?? null
  const evaluation = evaluate(accessCase)
  const { answer } = explain(evaluation, accessCase, denial, undefined, false, error)
  const situation = { evaluation, accessCase, denial, error }
  const fixes = answerFixes(situation, answer)
  return {
    answer,
    fixes,
    message: ownerMessage(situation, answer, fixes),
    causes: answer.causes.map((one) => one.code),
  }
}

const told = ({ answer }: ReturnType<typeof asked>) => [
  answer.basis,
  answer.decision,
  answer.layer,
  plainText(answer.headline),
]

const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:orders`
const NO_IDENTITY = ' because no identity-based policy allows the sqs:SendMessage action'

describe('an error alone', () => {
  it('is answered with what AWS says, and with the least statement for the layer that AWS names', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY))
    expect(told(one)).toEqual([
      'claimed',
      'implicitDeny',
      'identity',
      'No identity policy of maya allows sqs:SendMessage.',
    ])
    const [fix] = one.fixes
    expect(fix?.statement).toEqual({
      Sid: 'AllowSendMessage',
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
    })
    expect([fix?.isSupposed, fix?.layer, fix?.owner]).toEqual([true, 'identity', 'accountAdmin'])
  })

  it('gives both sides across accounts, the one that AWS names first', () => {
    const { fixes } = asked(
      user('sqs:SendMessage', QUEUE, ' because no resource-based policy allows the sqs:SendMessage action', AWAY),
    )
    const least = fixes.filter((fix) => fix.least)
    expect(least.map(({ layer }) => layer)).toEqual(['resource', 'identity'])
    expect(least[0]?.statement).toMatchObject({ Principal: { AWS: `arn:aws:iam::${AWAY}:user/maya` } })
  })

  it('gives the trust policy of a role its statement', () => {
    const { answer, fixes } = asked(user('sts:AssumeRole', `arn:aws:iam::${AWAY}:role/Reader`))
    expect([answer.basis, answer.layer]).toEqual(['likely', 'trust'])
    expect(fixes[0]?.statement).toMatchObject({
      Principal: { AWS: `arn:aws:iam::${HOME}:user/maya` },
      Action: 'sts:AssumeRole',
    })
  })

  it('of an explicit deny asks the owner of the policy, and offers no Allow', () => {
    const one = asked(user('sqs:DeleteQueue', QUEUE, ' with an explicit deny in a service control policy'))
    expect(told(one)).toEqual([
      'claimed',
      'explicitDeny',
      'scp',
      'A service control policy (SCP) denies sqs:DeleteQueue.',
    ])
    expect(one.fixes).toEqual([])
    expect(one.message?.owner).toBe('organizationAdmin')
    expect(one.message?.text).toContain(`arn:aws:iam::${HOME}:user/maya`)
    expect(one.message?.text).toContain('"ArnNotEquals"')
  })

  it('of an explicit deny in no named policy names no layer', () => {
    const one = asked(user('sqs:DeleteQueue', QUEUE, ' with an explicit deny'))
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'none'])
    expect(one.message).not.toBeNull()
  })

  it('that names no layer gets likely causes, and is never worded as sure', () => {
    const one = asked(user('sqs:SendMessage', QUEUE))
    expect(told(one)).toEqual([
      'likely',
      'implicitDeny',
      'identity',
      'Most likely no identity policy of maya allows sqs:SendMessage.',
    ])
    expect(one.causes[0]).toBe('layer-not-given')
    expect(one.fixes[0]?.layer).toBe('identity')
  })

  it('that is bare gets likely causes as well', () => {
    const one = asked('An error occurred (AccessDenied) when calling the SendMessage operation: Access Denied')
    expect(one.answer.basis).not.toBe('proven')
    expect(one.answer.basis).not.toBe('claimed')
  })

  it('that no policy decides is told as what it is', () => {
    const one = asked(
      'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    )
    expect([one.answer.basis, one.answer.decision, one.answer.layer]).toEqual(['claimed', 'none', 'none'])
    expect(one.fixes).toEqual([])
    expect(one.message).toBeNull()
  })

  it('never makes a principal of plain words that name a service', () => {
    const { fixes } = asked(
      'Amazon Widgets is not authorized to perform: lambda:InvokeFunction on the resource because no resource-based policy allows the lambda:InvokeFunction action',
    )
    expect(JSON.stringify(fixes)).not.toContain('"AWS":"Amazon Widgets"')
  })
})

describe('an error with policies', () => {
  const other = policy({ Sid: 'Read', Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' })

  it('is proven where the layer that AWS names shows it, with the line', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), { identity: other })
    expect(told(one).slice(0, 3)).toEqual(['proven', 'implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('sqs:ReceiveMessage')
    expect(one.answer.fact?.line).toBeGreaterThan(1)
    expect(plainText(one.answer.said)).toContain('AWS’s word')
    expect(one.fixes[0]?.isSupposed).toBeUndefined()
  })

  it('is likely where AWS names no layer, though the given policies show that an Allow is missing', () => {
    const one = asked(user('sqs:SendMessage', QUEUE), { identity: other })
    expect(told(one).slice(0, 3)).toEqual(['likely', 'implicitDeny', 'identity'])
    expect(one.causes[0]).toBe('layer-lacks')
  })

  const guarded = policy(
    {
      Sid: 'Tls',
      Effect: 'Deny',
      Action: 'ec2:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Sid: 'Metadata',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    },
    { Sid: 'Elsewhere', Effect: 'Deny', Action: 's3:*', Resource: '*' },
  )
  const launch = user(
    'ec2:RunInstances',
    `arn:aws:ec2:eu-west-1:${HOME}:instance/*`,
    ' with an explicit deny in a service control policy',
  )

  it('under a claimed deny keeps only the Denies that can be it, and says what they hang on', () => {
    const one = asked(launch, { scp: guarded })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
    const sentences = one.answer.causes.map(({ sentence }) => plainText(sentence))
    expect(
      sentences.some((text) => text.includes('Metadata') && text.includes('carries no ec2:MetadataHttpTokens')),
    ).toBe(true)
    expect(sentences.some((text) => text.includes('Elsewhere'))).toBe(false)
  })

  it('under a claimed deny that none of the given can be, looks for another policy of that layer', () => {
    const one = asked(launch, { scp: policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }) })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
    expect(one.causes[0]).toBe('deny-elsewhere')
  })

  it('under a claimed missing Allow tells the condition that then did not hold', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), {
      identity: policy({
        Sid: 'Vpc',
        Effect: 'Allow',
        Action: 'sqs:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b' } },
      }),
    })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('aws:SourceVpce is vpce-0a1b')
  })

  it('tells what failed for certain before what may have failed', () => {
    const one = asked(
      'aws iam create-role --role-name dev-a --assume-role-policy-document file://t.json\nAccessDenied ... because no identity-based policy allows the iam:CreateRole action',
      {
        identity: policy({
          Effect: 'Allow',
          Action: 'iam:CreateRole',
          Resource: `arn:aws:iam::${HOME}:role/dev-*`,
          Condition: { StringEquals: { 'iam:PermissionsBoundary': `arn:aws:iam::${HOME}:policy/Ceiling` } },
        }),
      },
    )
    expect([one.answer.decision, one.answer.layer]).toEqual(['implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('iam:PermissionsBoundary')
    expect(plainText(one.answer.fact?.sentence ?? [])).not.toContain('but only on')
  })

  it('whose policies let pass what AWS says they do not is likely, and says why the two can differ', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), {
      identity: policy({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
    })
    expect(one.answer.basis).toBe('likely')
    expect(one.causes).toContain('claim-differs')
  })
})

describe('a statement of which a part is not seen', () => {
  const fact = (ending: string, text: string): string => {
    const { answer } = asked(user('sqs:SendMessage', QUEUE, ending), { identity: text })
    return `${answer.basis}: ${plainText(answer.fact?.sentence ?? [])}`
  }
  const CUT = '"Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringNotEq'

  it('is not said to deny where its conditions are cut off, or its effect is', () => {
    const ending = ' with an explicit deny in an identity-based policy'
    expect(fact(ending, `{ "Effect": "Deny", ${CUT}`)).toBe(
      'claimed: identity policy denies it if what is not known of it here says so.',
    )
    expect(fact(ending, '"Action": "sqs:SendMessage",\n"Resource": "*"\n}')).toBe(
      'claimed: identity policy denies it if what is not known of it here says so.',
    )
  })

  it('is not said to allow either', () => {
    expect(fact('', `{ "Effect": "Allow", ${CUT}`)).toBe(
      'likely: identity policy allows it only if what is not known of it here says so.',
    )
  })
})

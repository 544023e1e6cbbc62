import { describe, expect, it } from 'vitest'
import type { CaseLayer } from '../../iam/layers'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from './answer-fixes'

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:alerts'
const WHO: Readonly<Partial<Record<CaseLayer, string>>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  scp: 'service control policy',
  endpoint: 'VPC endpoint policy',
}

/** The first fix of a Publish that a layer with these statements does not allow. */
const firstFix = (layer: CaseLayer, statements: readonly object[], caller = 'user/alice', account = '111122223333') => {
  const paste = `User: arn:aws:iam::${account}:${caller} is not authorized to perform: sns:Publish on resource: ${TOPIC} because no ${WHO[layer]} allows the sns:Publish action`
  const { judged, answer } = pastedCase(paste, {
    [layer]: JSON.stringify({
      Version: '2012-10-17',
      Statement: statements.map((one) => ({ Effect: 'Allow', ...one })),
    }),
  })
  const [fix] = answerFixes(judged, answer)
  return { condition: fix?.statement?.['Condition'], fix, opens: plainText(fix?.opens ?? []) }
}

const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
const ORG = { StringEquals: { 'aws:PrincipalOrgID': 'o-abc123def4' } }

describe('a statement beside one that misses by a name alone keeps its tests', () => {
  it.each<[string, CaseLayer, readonly object[]]>([
    ['another action on the same thing', 'identity', [{ Action: 'sns:Subscribe', Resource: TOPIC, Condition: MFA }]],
    [
      'the same action on another thing',
      'identity',
      [{ Action: 'sns:Publish', Resource: `${TOPIC}-test`, Condition: MFA }],
    ],
    ['another action in a boundary', 'boundary', [{ Action: ['sns:Subscribe'], Resource: TOPIC, Condition: MFA }]],
    ['another action in an SCP', 'scp', [{ Action: 'sns:Subscribe', Resource: TOPIC, Condition: MFA }]],
  ])('%s', (_, layer, statements) => {
    const { condition, opens } = firstFix(layer, statements)
    expect(condition).toEqual(MFA)
    expect(opens).toContain('if the test of aws:MultiFactorAuthPresent is met')
  })

  it('somebody else, by a name of the same kind', () => {
    const statement = {
      Principal: { AWS: 'arn:aws:iam::444455556666:user/bob' },
      Action: 'sns:Publish',
      Resource: TOPIC,
      Condition: ORG,
    }
    expect(firstFix('resource', [statement], 'user/alice', '444455556666').condition).toEqual(ORG)
  })

  it('through an endpoint, with the caller', () => {
    const statement = { Principal: '*', Action: 'sns:Subscribe', Resource: TOPIC, Condition: MFA }
    expect(firstFix('endpoint', [statement]).condition).toEqual({
      ...MFA,
      ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/alice' },
    })
  })

  it.each<[string, readonly object[]]>([
    ['what is for everything', [{ Action: 'sns:Subscribe', Resource: '*', Condition: MFA }]],
    ['another service', [{ Action: 'sqs:SendMessage', Resource: TOPIC, Condition: MFA }]],
    [
      'an action beside one that does without',
      [
        { Action: 'sns:Subscribe', Resource: TOPIC, Condition: MFA },
        { Action: 'sns:GetTopicAttributes', Resource: TOPIC },
      ],
    ],
  ])('and of no other: %s', (_, statements) => {
    expect(firstFix('identity', statements).condition).toBeUndefined()
  })
})

describe('where one test fails for certain, those of which nobody knows stay', () => {
  it('beside the value of the request', () => {
    const statement = {
      Action: 'sns:Publish',
      Resource: TOPIC,
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/bob' }, ...MFA },
    }
    expect(firstFix('identity', [statement]).condition).toEqual({
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/alice' },
      ...MFA,
    })
  })
})

describe('no statement without the tests of one for the same caller', () => {
  it.each<[CaseLayer, object]>([
    ['endpoint', { Principal: '*', Condition: MFA }],
    ['endpoint', { Principal: '*', Condition: ORG }],
    ['scp', { Condition: MFA }],
    ['resource', { Principal: { AWS: 'arn:aws:iam::444455556666:user/alice' }, Condition: MFA }],
  ])('%s', (layer, statement) => {
    const { fix } = firstFix(
      layer,
      [{ Action: 'sns:Publish', Resource: TOPIC, ...statement }],
      'user/alice',
      layer === 'resource' ? '444455556666' : undefined,
    )
    expect(fix).toBeUndefined()
  })

  it.each<[string, object]>([
    ['of the organization', ORG],
    ['of the owner, as SNS writes it for each topic', { StringEquals: { 'AWS:SourceOwner': '111122223333' } }],
  ])('but who is named comes in by the name where everyone does by a test %s', (_, condition) => {
    const statement = { Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: TOPIC, Condition: condition }
    const { fix, condition: kept } = firstFix('resource', [statement], 'user/alice', '444455556666')
    expect(fix?.statement?.['Principal']).toEqual({ AWS: 'arn:aws:iam::444455556666:user/alice' })
    expect(kept).toBeUndefined()
  })
})

describe('the service that gets a role, in a statement beside one that lists others', () => {
  const passRole = (session: string) => {
    const who = `arn:aws:sts::111122223333:assumed-role/${session}`
    const paste = `User: ${who} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/stack-maker because no identity-based policy allows the iam:PassRole action`
    const lists = { StringEquals: { 'iam:PassedToService': ['glue.amazonaws.com', 'states.amazonaws.com'] } }
    const allow = { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/jobs/*' }
    const { judged, answer } = pastedCase(paste, {
      identity: JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, Condition: lists }] }),
    })
    return { condition: answerFixes(judged, answer)[0]?.statement?.['Condition'], lists }
  }

  it('is CloudFormation, where a stack hands on the role that it works with', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
    expect(passRole('stack-maker/AWSCloudFormation').condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    })
  })

  it('stays as the list is where nothing tells it', () => {
    for (const session of ['other-maker/AWSCloudFormation', 'stack-maker/kim']) {
      const { condition, lists } = passRole(session)
      expect(condition).toEqual(lists)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import type { CasePolicies } from '../case/access-case'
import { evaluate } from '../evaluation/evaluate'
import type { CaseLayer } from '../iam/layers'
import { plainText } from '../text/phrase'
import { ESCALATIONS } from '../facts/escalations'
import { compareAccess } from './compare-access'
import { comparedDocuments } from './compared-documents'
import { comparisonReport } from './comparison-report'
import { describeComparison } from './describe-comparison'
import { policiesOfText } from './policies-of-text'
import { allow, deny, type TestStatement } from '../testing/statements'

const when = (operator: string, key: string, value: unknown): TestStatement => ({
  Condition: { [operator]: { [key]: value } },
})
const policies = (layer: CaseLayer, statements: readonly TestStatement[]): CasePolicies =>
  policiesOfText(JSON.stringify({ Version: '2012-10-17', Statement: statements }), layer)

const compared = (before: readonly TestStatement[], after: readonly TestStatement[], layer: CaseLayer = 'identity') =>
  compareAccess({ before: policies(layer, before), after: policies(layer, after), layer }, BUILT_REFERENCE)

const OBJECTS = 'arn:aws:s3:::logs/*'
const get = (more: TestStatement = {}): TestStatement => allow('s3:GetObject', OBJECTS, more)
const forAll = (principal: unknown, more: TestStatement = {}): TestStatement => get({ Principal: principal, ...more })

/** A change, and what of it is new and lost: "nothing" is a proof. */
const CHANGES: readonly (readonly [
  name: string,
  before: readonly TestStatement[],
  after: readonly TestStatement[],
  opened: 'nothing' | 'some' | 'cannot-say',
  lost: 'nothing' | 'some' | 'cannot-say',
])[] = [
  ['a wider prefix', [allow('s3:GetObject', 'arn:aws:s3:::logs/2026/*')], [get()], 'some', 'nothing'],
  ['a prefix within another', [get()], [allow('s3:GetObject', 'arn:aws:s3:::logs/2026/*')], 'nothing', 'some'],
  [
    'one list parted in two statements',
    [allow('s3:GetObject', [OBJECTS, 'arn:aws:s3:::b/*'])],
    [get(), allow('s3:GetObject', 'arn:aws:s3:::b/*')],
    'nothing',
    'nothing',
  ],
  [
    'a bot of a type that AWS lists with two forms of ARN',
    [get()],
    [get(), allow('lex:DescribeBot', 'arn:aws:lex:us-east-1:111122223333:bot/ABCDEFGHIJ')],
    'some',
    'nothing',
  ],
  [
    'what is no resource of the action',
    [get()],
    [get(), allow('lex:DescribeBot', 'arn:aws:lex:us-east-1:111122223333:test-set/ABCDEFGHIJ')],
    'nothing',
    'nothing',
  ],
  ['a wildcard in an action', [get()], [allow('s3:Get*', OBJECTS)], 'some', 'nothing'],
  ['actions in another case', [get()], [allow('S3:getobject', OBJECTS)], 'nothing', 'nothing'],
  [
    'an action beside a wildcard that holds it',
    [allow('s3:*', '*')],
    [allow('s3:*', '*'), get()],
    'nothing',
    'nothing',
  ],
  ['a condition less', [get(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))], [get()], 'some', 'nothing'],
  [
    'a wider range of addresses',
    [get(when('IpAddress', 'aws:SourceIp', '10.1.0.0/16'))],
    [get(when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
    'some',
    'nothing',
  ],
  [
    'two halves of a range of addresses',
    [get(when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
    [get(when('IpAddress', 'aws:SourceIp', ['10.0.0.0/9', '10.128.0.0/9']))],
    'nothing',
    'nothing',
  ],
  [
    'a later date',
    [get(when('DateLessThan', 'aws:CurrentTime', '2026-01-01T00:00:00Z'))],
    [get(when('DateLessThan', 'aws:CurrentTime', '2027-01-01T00:00:00Z'))],
    'some',
    'nothing',
  ],
  [
    'a lower number',
    [get(when('NumericLessThan', 'aws:MultiFactorAuthAge', '3600'))],
    [get(when('NumericLessThan', 'aws:MultiFactorAuthAge', '60'))],
    'nothing',
    'some',
  ],
  [
    'IfExists',
    [get(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))],
    [get(when('StringEqualsIfExists', 'aws:SourceVpce', 'vpce-1'))],
    'some',
    'nothing',
  ],
  ['MFA demanded', [get()], [get(when('Bool', 'aws:MultiFactorAuthPresent', 'true'))], 'nothing', 'some'],
  [
    'a key that must be absent',
    [get(when('Null', 'aws:TokenIssueTime', 'true'))],
    [get(when('Null', 'aws:TokenIssueTime', 'false'))],
    'some',
    'some',
  ],
  [
    'a pattern in place of a value',
    [get(when('StringEquals', 'aws:PrincipalTag/team', 'red'))],
    [get(when('StringLike', 'aws:PrincipalTag/team', 're?'))],
    'some',
    'nothing',
  ],
  [
    'every value of a list in place of any',
    [allow('ec2:CreateTags', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']))],
    [allow('ec2:CreateTags', '*', when('ForAnyValue:StringEquals', 'aws:TagKeys', ['a', 'b']))],
    'some',
    'some',
  ],
  [
    'a condition on a key that the action never carries',
    [get()],
    [get(), allow('s3:PutObject', OBJECTS, when('StringEquals', 'ec2:InstanceType', 't3.micro'))],
    'nothing',
    'nothing',
  ],
  ['a Deny taken away', [allow('s3:*', '*'), deny('s3:DeleteObject', '*')], [allow('s3:*', '*')], 'some', 'nothing'],
  ['a Deny of what nothing allows taken away', [get(), deny('ec2:*', '*')], [get()], 'nothing', 'nothing'],
  [
    'a Deny narrowed by a condition',
    [allow('*', '*'), deny('kms:*', '*')],
    [allow('*', '*'), deny('kms:*', '*', when('StringNotEquals', 'aws:RequestedRegion', 'eu-west-1'))],
    'some',
    'nothing',
  ],
  [
    'NotAction in place of Action',
    [allow('iam:GetUser', '*')],
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    'some',
    'some',
  ],
  [
    'NotResource',
    [get()],
    [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::secret/*' }],
    'some',
    'nothing',
  ],
  [
    'a variable in place of a wildcard',
    [allow('s3:GetObject', 'arn:aws:s3:::home/*')],
    [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')],
    'cannot-say',
    'some',
  ],
  [
    'an action that takes no resource, on a bucket',
    [get()],
    [get(), allow('s3:ListAllMyBuckets', 'arn:aws:s3:::logs')],
    'nothing',
    'nothing',
  ],
]

describe('a change of an identity-based policy', () => {
  it.each(CHANGES)('%s', (_, before, after, opened, lost) => {
    const found = compared(before, after)
    expect([found.opened.outcome, found.lost.outcome]).toEqual([opened, lost])
    for (const { witness } of found.opened.changes)
      expect([witness.before === 'allowed', witness.after]).toEqual([false, 'allowed'])
  })

  it('names the prefix that was allowed before', () => {
    const found = compared([allow('s3:GetObject', 'arn:aws:s3:::logs/2026/*')], [get()])
    expect(describeComparison(found).changes.map(({ sentence }) => plainText(sentence))).toEqual([
      's3:GetObject on arn:aws:s3:::logs/*, where only arn:aws:s3:::logs/2026/* was allowed.',
    ])
  })

  it('names the condition that was asked before', () => {
    const found = compared([get(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))], [get()])
    expect(plainText(describeComparison(found).changes[0]?.sentence ?? [])).toBe(
      's3:GetObject on arn:aws:s3:::logs/*, even if the test of aws:SourceVpce isn’t met.',
    )
  })

  it('proves each change by a resource that the action takes', () => {
    const resources = ['arn:aws:s3:::logs', OBJECTS]
    const witnesses = ['s3:PutObject', 's3:PutBucketPolicy', 's3:ListAllMyBuckets'].map(
      (action) =>
        compared([], [allow(action, action.endsWith('Buckets') ? '*' : resources)]).opened.changes[0]?.witness.request
          .resource,
    )
    expect(witnesses).toEqual(['arn:aws:s3:::logs/example', 'arn:aws:s3:::logs', '*'])
  })
})

describe('what patterns take in', () => {
  const subnets = 'arn:aws:ec2:*:*:subnet/*'
  const containing = (words: readonly string[]): readonly string[] =>
    words.map((word) => `arn:aws:ssm:*:*:parameter/*${word}*`)
  const WORDS = 'ash,bay,elm,fig,fir,haw,ivy,oak,pine,plum,rowan,sloe,thorn,yew'.split(',')
  const parameters = (words: readonly string[]): TestStatement => allow('ssm:GetParameter', containing(words))

  it('is no id of EC2 that holds a colon', () => {
    const { opened } = compared(
      [allow('ec2:DeleteSubnet', subnets)],
      [allow('ec2:DeleteSubnet', [subnets, 'arn:aws:ec2:*:*:instance/*'])],
    )
    expect([opened.outcome, opened.isComplete]).toEqual(['nothing', true])
  })

  it('can be the key of an object that holds one', () => {
    const { opened } = compared([get()], [allow('s3:GetObject', [OBJECTS, 'arn:aws:s3:*:*:secret'])])
    expect(opened.changes[0]?.witness.request.resource).toMatch(/:secret$/)
  })

  it('is told whole where more of them overlap than can be told apart', () => {
    const [half, all] = [parameters(WORDS.slice(0, 7)), parameters(WORDS)]
    const { opened, lost } = compared([half], [all])
    expect([opened.outcome, opened.isComplete, lost.outcome]).toEqual(['some', true, 'nothing'])
    expect(opened.changes[0]?.grounds.resources).toEqual(containing(WORDS.slice(7)))
  })

  it('is proven to be the same where many are parted in another way', () => {
    const { opened, lost } = compared([parameters(WORDS)], [parameters(WORDS.slice(0, 5)), parameters(WORDS.slice(5))])
    expect([opened.proof, lost.proof]).toEqual(['every-class-tried', 'every-class-tried'])
  })

  it('is what a Deny of many left out, where one of them goes', () => {
    const open = allow('ssm:GetParameter', '*')
    const denied = (words: readonly string[]): TestStatement => deny('ssm:GetParameter', containing(words))
    const { opened, lost } = compared([open, denied(WORDS)], [open, denied(WORDS.slice(1))])
    expect([opened.outcome, opened.isComplete, lost.outcome]).toEqual(['some', true, 'nothing'])
    expect(opened.changes[0]?.witness.request.resource).toContain('ash')
  })
})

describe('a change of a resource-based policy', () => {
  const account = { AWS: '111122223333' }

  it('that names everyone opens to anyone, said first', () => {
    const { opened } = compared([forAll(account)], [forAll('*')], 'resource')
    expect(opened.changes.map(({ callers }) => callers[0]?.is)).toEqual(['anonymous'])
  })

  it('that names one more user opens to that user alone', () => {
    const bob = 'arn:aws:iam::444455556666:user/bob'
    const { opened } = compared([forAll(account)], [forAll({ AWS: ['111122223333', bob] })], 'resource')
    expect(opened.changes.flatMap(({ callers }) => callers.map(({ principal }) => principal))).toEqual([bob])
  })

  it('that names everyone within an organization is not open to the unsigned', () => {
    const { opened } = compared(
      [forAll(account)],
      [forAll('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-1'))],
      'resource',
    )
    expect(opened.changes.flatMap(({ callers }) => callers.map(({ is }) => is))).not.toContain('anonymous')
    expect(opened.outcome).toBe('some')
  })
})

describe('a search that ends early', () => {
  it('has tried the service whose resources are named', () => {
    const all = allow('*', '*')
    const guard = { Effect: 'Deny', NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::logs/*' }
    const question = { before: policies('scp', [all]), after: policies('scp', [all, guard]), layer: 'scp' } as const
    let asked = 0
    const { lost } = compareAccess(question, BUILT_REFERENCE, () => ++asked > 40)
    expect([lost.outcome, lost.isComplete]).toEqual(['some', false])
    expect(lost.changes[0]?.witness.request.action).toMatch(/^s3:/)
  })
})

describe('a change of a resource control policy', () => {
  const guard = (action: string | readonly string[], more: TestStatement = {}): TestStatement =>
    deny(action, '*', { Principal: '*', ...more })

  it('that denies less opens what it held back, though no statement of it allows', () => {
    const { opened, lost } = compared([guard('s3:*')], [guard('s3:GetObject')], 'rcp')
    expect([opened.outcome, lost.outcome]).toEqual(['some', 'nothing'])
  })

  it('that denies no less opens nothing', () => {
    const { opened, lost } = compared([guard('s3:GetObject')], [guard(['s3:GetObject', 's3:PutObject'])], 'rcp')
    expect([opened.outcome, lost.outcome]).toEqual(['nothing', 'some'])
  })

  it('that leaves out one resource more opens that one, and not those that it left out before', () => {
    const elsewhere = (...NotResource: readonly string[]): TestStatement => ({
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      NotResource,
    })
    const [open, orders] = ['public-*', 'orders'].map((name) => `arn:aws:sqs:*:111122223333:${name}`) as [
      string,
      string,
    ]
    const { opened } = compared([elsewhere(open)], [elsewhere(open, orders)], 'rcp')
    expect(opened.changes.map(({ grounds }) => grounds.resources)).toEqual([[orders]])
  })

  it('that denies every action is asked of the services that it reaches, if no reference names them', () => {
    const elsewhere = { Effect: 'Deny', Principal: '*', Action: '*', NotResource: 'arn:aws:s3:::public' }
    const { opened } = compareAccess({ before: policies('rcp', [elsewhere]), after: policies('rcp', []), layer: 'rcp' })
    expect(opened.outcome).toBe('some')
  })

  it('that denies fewer of many overlapping resources is never told to be the same', () => {
    const without = (from: number): TestStatement =>
      deny(
        's3:GetObject',
        'abcdefghijklmnop'
          .split('')
          .slice(from)
          .map((letter) => `arn:aws:s3:::*${letter}${letter}*`),
        { Principal: '*' },
      )
    expect(compared([without(0)], [without(1)], 'rcp').opened.outcome).not.toBe('nothing')
  })
})

describe('all layers of a case', () => {
  const principal = 'arn:aws:iam::111122223333:user/alice'
  const identity = policies('identity', [allow('s3:*', '*')])
  const boundary = policies('boundary', [allow('ec2:*', '*')])

  it('a wider identity-based policy opens nothing under a boundary that does not allow it', () => {
    const { opened } = compareAccess(
      {
        before: { ...boundary, ...policies('identity', [get()]) },
        after: { ...boundary, ...identity },
        layer: null,
        principal,
      },
      BUILT_REFERENCE,
    )
    expect([opened.outcome, opened.isComplete]).toEqual(['nothing', true])
  })

  it('opens a key by its policy, although no policy names its service', () => {
    const own = policies('identity', [allow('*', 'arn:aws:kms:*:111122223333:key/?')])
    const key = (more: readonly TestStatement[]): CasePolicies => ({ ...own, ...policies('resource', more) })
    const entrusted = allow('*', '*', { Principal: { AWS: '111122223333' } })
    const { opened } = compareAccess({ before: key([]), after: key([entrusted]), layer: null, principal })
    expect(opened.changes[0]?.witness.request.action).toMatch(/^kms:/)
  })

  it('taking the boundary off opens what it held back', () => {
    const { opened } = compareAccess({ before: { ...boundary, ...identity }, after: identity, layer: null, principal })
    expect(opened.outcome).toBe('some')
  })
})

describe('two cases', () => {
  const ALICE = 'arn:aws:iam::111122223333:user/alice'
  const allow = (Principal: unknown, Action = 's3:GetObject') => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action, Resource: 'arn:aws:s3:::logs/*' }],
  })
  const of = (document: unknown, action = 's3:*') => ({
    version: 1,
    request: { principal: ALICE, action: 's3:GetObject', resource: 'arn:aws:s3:::logs/a' },
    policies: {
      identity: [
        {
          name: 'i',
          document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] },
        },
      ],
      resource: { name: 'b', document },
      otherLayers: 'none',
    },
  })
  const compared = (before: unknown, after: unknown) => {
    const question = comparedDocuments(before, after, null)
    if (question === null) throw new Error('not two cases')
    return compareAccess(question)
  }

  it('are not called the same where a policy lets others in', () => {
    const { opened, lost } = compared(of(allow({ AWS: ALICE })), of(allow('*')))
    expect([opened.outcome, opened.beyond]).toEqual(['cannot-say', ['other-callers-of-case']])
    expect(lost.outcome).toBe('nothing')
    const back = compared(of(allow('*')), of(allow({ AWS: ALICE })))
    expect([back.opened.outcome, back.lost.outcome]).toEqual(['nothing', 'cannot-say'])
  })

  it('are compared whole where what changed is the caller’s own, or opens nothing to others', () => {
    const own = compared(of(allow({ AWS: ALICE })), of(allow({ AWS: ALICE }), 's3:Get*'))
    expect([own.opened.outcome, own.lost.outcome, own.lost.isComplete]).toEqual(['nothing', 'some', true])
    const narrower = compared(of(allow('*', 's3:*')), of(allow('*', 's3:GetObject')))
    expect(narrower.opened.outcome).toBe('nothing')
  })
})

describe('what one caller or one ARN hides', () => {
  const root = { AWS: 'arn:aws:iam::444455556666:root' }

  it('is tried: a role whose name two patterns share', () => {
    const roles = (pattern: string): TestStatement => ({
      Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::444455556666:role/${pattern}` } },
    })
    const guard = deny('s3:GetObject', OBJECTS, { Principal: '*', ...roles('*b') })
    const { opened } = compared([forAll(root, roles('a*')), guard], [forAll(root, roles('a*'))], 'resource')
    expect(opened.changes[0]?.callers.map(({ principal }) => principal)).toContain(
      'arn:aws:sts::444455556666:assumed-role/ab/session',
    )
  })

  it('is tried: each kind of caller of an account', () => {
    const sessions = when('StringEquals', 'aws:PrincipalType', 'AssumedRole')
    expect(compared([], [forAll(root, sessions)], 'resource').opened.outcome).toBe('some')
  })

  it('is tried: a key that only the check on what is being made carries', () => {
    const tags = (Resource: string, value = 'RunInstances') =>
      allow('ec2:CreateTags', Resource, when('StringLike', 'ec2:CreateAction', value))
    const instances = 'arn:aws:ec2:*:111122223333:instance/*'
    expect(compared([], [tags(instances)]).opened.changes[0]?.witness.request).toMatchObject({
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
      context: { 'ec2:CreateAction': 'RunInstances' },
    })
    expect(compared([tags(instances)], [tags('arn:aws:ec2:*:111122223333:*/*')]).opened.outcome).toBe('some')
    expect(compared([tags(instances)], [tags(instances, 'Run*')]).opened.outcome).toBe('some')
    expect(compared([tags(instances, 'Run*')], [tags(instances)]).opened.outcome).toBe('nothing')
    // No check on an instance that is there carries it.
    expect(compared([], [tags('arn:aws:ec2:*:111122223333:instance/i-1')]).opened.outcome).toBe('nothing')
  })

  it('is tried: an account that a pattern of accounts takes in', () => {
    const test = (value: string) => when('StringLike', 'aws:PrincipalAccount', value)
    const { opened } = compared([forAll('*', test('999988887777'))], [forAll('*', test('9999*'))], 'resource')
    expect([opened.outcome, opened.isComplete]).toEqual(['some', false])
  })

  it('is tried: two roles of one name in different paths', () => {
    const role = (path: string) => ({ AWS: `arn:aws:iam::444455556666:role/${path}app` })
    expect(compared([forAll(role('a/'))], [forAll(role('b/'))], 'resource').opened.outcome).toBe('some')
  })

  it('is tried: a user of the name that a policy lets in, in a path of its own', () => {
    const named = forAll(root, when('StringEquals', 'aws:username', 'bob'))
    const but = deny('s3:GetObject', OBJECTS, { Principal: { AWS: 'arn:aws:iam::444455556666:user/bob' } })
    expect(compared([but], [but, named], 'resource').opened.outcome).toBe('some')
  })

  it('is tried: an incomplete ARN fits as it is, and completed', () => {
    const queue = 'arn:aws:sqs:eu-west-1:111122223333'
    const end = deny('sqs:*', 'arn:aws:sqs:*:*orders')
    const { opened } = compared([end], [end, allow('sqs:SendMessage', `${queue}:*`)])
    expect(opened.outcome).toBe('some')
    expect(compared([end], [end, allow('sqs:SendMessage', `${queue}:orders`)]).opened.outcome).toBe('nothing')
  })

  it('is tried: an action that its service keeps to itself stands for no other', () => {
    const read = allow(['s3:ListAllMyBuckets', 's3:GetObject'], '*', { Principal: { AWS: '111122223333' } })
    const { opened } = compareAccess({
      before: policies('resource', []),
      after: policies('resource', [read]),
      layer: 'resource',
    })
    expect(opened.outcome).toBe('some')
  })

  it('is not proven where a variable stands in a Deny that did not change', () => {
    const home = deny('s3:GetObject', OBJECTS, {
      Resource: undefined,
      NotResource: 'arn:aws:s3:::home/${aws:username}/*',
    })
    const { opened } = compared([home], [home, allow('s3:GetObject', 'arn:aws:s3:::home/alice/*')])
    expect([opened.outcome, opened.beyond]).toEqual(['cannot-say', ['policy-variables']])
  })
})

describe('a policy that cannot be read', () => {
  it('is never compared to the end', () => {
    const broken = policiesOfText('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"}', 'identity')
    const { opened } = compareAccess({ before: broken, after: broken, layer: 'identity' })
    expect([opened.outcome, opened.beyond]).toEqual(['cannot-say', ['unreadable-policy']])
  })
})

describe('whom new access reaches', () => {
  const outsideOf = (before: readonly TestStatement[], after: readonly TestStatement[]) =>
    describeComparison(compared(before, after, 'resource')).outside.map(plainText)
  const queue = (principal: unknown, more: TestStatement = {}): TestStatement =>
    allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders', { Principal: principal, ...more })
  const [own, other] = ['111122223333', '444455556666']

  it('is said first where it is public, or another account', () => {
    expect(outsideOf([], [queue('*')])[0]).toContain('Public access')
    expect(outsideOf([], [queue({ AWS: other })])).toEqual([
      'Access across accounts: callers of 444455556666 gain some of it.',
    ])
    expect(comparisonReport(compared([], [queue('*')], 'resource'))).toContain('Public access')
  })

  it('is not said of the own account, or of what was public before', () => {
    expect(outsideOf([], [queue({ AWS: own })])).toEqual([])
    expect(outsideOf([queue('*')], [queue('*', { Sid: 'Same' })])).toEqual([])
    expect(outsideOf([queue('*')], [])).toEqual([])
  })
})

describe('what new access leads to', () => {
  it('is named in the report, and not for what was there before', () => {
    const pass = allow('iam:PassRole', 'arn:aws:iam::111122223333:role/*')
    const run = allow('ec2:RunInstances', '*')
    expect(comparisonReport(compared([], [pass, run]))).toContain('hand a role to a service')
    expect(comparisonReport(compared([pass, run], [pass, run, get()]))).not.toContain('hand a role to a service')
  })

  it('is named where the change brings what was missing to what is there', () => {
    const pass = allow('iam:PassRole', 'arn:aws:iam::111122223333:role/*')
    const run = allow('ec2:RunInstances', '*')
    expect(comparisonReport(compared([pass], [pass, run]))).toContain('hand a role to a service')
    expect(comparisonReport(compared([run], [run, pass]))).toContain('hand a role to a service')
    expect(comparisonReport(compared([pass], [{ ...pass, Sid: 'Pass' }, run]))).toContain('hand a role to a service')
    // What is denied, or goes with the change, is not there.
    const never = deny('iam:*', '*')
    expect(comparisonReport(compared([pass, never], [pass, never, run]))).not.toContain('hand a role to a service')
    expect(comparisonReport(compared([pass], [run]))).not.toContain('hand a role to a service')
  })

  it('is named in full, however many ways there are', () => {
    const many = [
      'iam:CreatePolicyVersion',
      'iam:AttachUserPolicy',
      'sts:AssumeRole',
      'kms:PutKeyPolicy',
      's3:PutBucketPolicy',
    ]
    const report = comparisonReport(compared([], [allow(many, '*')]))
    for (const action of many) expect(report).toContain(`\`${action}\``)
    const { changes } = describeComparison(compared([], [allow(many, '*')]))
    expect(changes.flatMap(({ leadsTo }) => leadsTo.map(({ to }) => to))).toEqual([
      'permissions',
      'permissions',
      'resource',
      'resource',
      'resource',
    ])
  })

  it('is known for actions that AWS has', () => {
    const unknown = ESCALATIONS.flatMap(({ actions }) => actions).filter((action) => {
      const [service = '', name = ''] = action.split(':')
      return BUILT_REFERENCE.actions?.services.get(service)?.names.includes(name) !== true
    })
    expect(unknown).toEqual([])
    expect(new Set(ESCALATIONS.map(({ name }) => name)).size).toBe(ESCALATIONS.length)
  })
})

describe('a policy with masks', () => {
  const logs = 'arn:aws:s3:::logs/*'
  const masked = 'arn:aws:s3:::<bucket>/*'

  it('proves nothing of what the mask could be', () => {
    const all = allow('s3:GetObject', '*')
    const freed = compared([all, deny('s3:GetObject', masked)], [all, deny('s3:GetObject', logs)])
    expect([freed.opened.outcome, freed.opened.beyond]).toEqual(['cannot-say', ['masked-text']])
    expect(compared([allow('s3:GetObject', masked)], [allow('s3:GetObject', logs)]).opened.outcome).toBe('cannot-say')
    const tested = when('StringEquals', 'aws:SourceVpce', '<endpoint>')
    expect(compared([], [get(tested)]).opened.outcome).toBe('cannot-say')
    expect(compared([get(tested)], [get(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))]).opened.outcome).toBe(
      'cannot-say',
    )
    expect(compared([], [allow('s3:<action>', logs)]).opened.outcome).toBe('cannot-say')
  })

  it('is shown by what holds whatever the mask is', () => {
    const { opened } = compared([], [allow('s3:GetObject', masked)])
    expect([opened.outcome, opened.isComplete]).toEqual(['some', false])
    const elsewhere = compared([allow('s3:GetObject', 'arn:aws:s3:::app-<stage>/*')], [get()])
    expect(elsewhere.lost.outcome).toBe('some')
    expect(compared([allow('s3:GetObject', masked)], [get()]).lost.outcome).toBe('cannot-say')
    expect(elsewhere.opened.changes.map(({ witness }) => witness.request.resource)).toEqual([
      'arn:aws:s3:::logs/example',
    ])
  })

  it('is compared like any where the mask has no part in the change', () => {
    const { opened, lost } = compared([allow('sqs:*', 'arn:aws:sqs:*:111122223333:<queue>'), get()], [get()])
    expect([opened.outcome, opened.proof, lost.outcome]).toEqual(['nothing', 'only-less', 'some'])
    const home = allow('sqs:SendMessage', 'arn:aws:sqs:*:<account>:*')
    expect(compared([home], [home, get()]).opened).toMatchObject({ outcome: 'some', isComplete: true })
    expect(compared([home], [home]).opened.outcome).toBe('nothing')
  })
})

describe('a caller of whom no unique id is known', () => {
  const ofCaller = (principal: string, id: string) =>
    compareAccess(
      {
        before: {},
        after: policies('resource', [forAll({ AWS: id })]),
        layer: null,
        principal,
      },
      BUILT_REFERENCE,
    ).opened.outcome

  it('can be the one that a policy names by it, of its own kind', () => {
    const user = 'arn:aws:iam::111122223333:user/dana'
    expect(ofCaller(user, 'AIDACKCEVSQ6C2EXAMPLE')).toBe('some')
    expect(ofCaller('arn:aws:sts::111122223333:assumed-role/app/run', 'AROACKCEVSQ6C2EXAMPLE')).toBe('some')
    expect(ofCaller(user, 'AROACKCEVSQ6C2EXAMPLE')).toBe('nothing')
  })
})

it('decides what is in another partition than the caller apart from what is in the same', () => {
  const everyone = { Effect: 'Allow', Principal: { AWS: ['*'], Service: 'logs.amazonaws.com' } } as const
  const before = policies('resource', [
    {
      ...everyone,
      NotAction: ['sqs:SendMessage'],
      NotResource: ['arn:aws:kms:*:111122223333:key/?', 'arn:aws:s3:::bucket/${aws:username}/*'],
    },
  ])
  const after = policies('resource', [
    {
      ...everyone,
      NotAction: ['s3:PutObject', 'sts:AssumeRole'],
      NotResource: ['arn:aws:s3:::bucket/${aws:PrincipalTag/team}*', 'arn:aws:s3:::bucket/*'],
      Condition: { StringEquals: { 'app:Any': ['red'] } },
    },
    {
      Effect: 'Deny',
      NotPrincipal: { AWS: ['*'] },
      Action: ['*'],
      NotResource: ['arn:aws:sqs', 'arn:aws:iam::111122223333:role/Target'],
      ...when('NumericGreaterThan', 'aws:MultiFactorAuthAge', ['3600']),
    },
  ])
  const { lost } = compareAccess({ before, after, layer: 'resource' })
  expect(lost.changes.length).toBeGreaterThan(0)
  for (const { witness } of lost.changes) {
    const { layers } = evaluate({ version: 1, request: witness.request, policies: { ...before, otherLayers: 'none' } })
    expect(layers.find(({ layer }) => layer === 'resource')?.status, JSON.stringify(witness.request)).toBe('allows')
  }
})

import { describe, expect, test } from 'vitest'
import type { AccessCase, LinkedRequest } from '../case/access-case'
import { evaluateLinked } from './evaluate-linked'

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/k'

const caseWith = (actions: readonly string[], linked: readonly LinkedRequest[]): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    resourceAccount: '111122223333',
    context: { 'aws:SourceVpce': 'vpce-1', 'aws:RequestedRegion': 'eu-west-1' },
  },
  policies: {
    identity: [
      {
        name: 'p',
        document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: actions, Resource: '*' } },
      },
    ],
  },
  linked,
})

const decrypt: LinkedRequest = {
  title: 'the key of the object',
  action: 'kms:Decrypt',
  resource: KEY,
  context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'aws:ViaAWSService': 'true' },
  policy: {
    name: 'key policy',
    document: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' }],
    },
  },
}

describe('evaluateLinked', () => {
  test('passes when every check does', () => {
    const { decision, decisive, checks } = evaluateLinked(caseWith(['s3:*', 'kms:*'], [decrypt]))
    expect([decision, decisive]).toEqual(['allowed', null])
    expect(checks.map(({ title, evaluation }) => [title, evaluation.decision])).toEqual([
      ['', 'allowed'],
      ['the key of the object', 'allowed'],
    ])
  })

  test('fails with the check that fails', () => {
    const { decision, decisive } = evaluateLinked(caseWith(['s3:*'], [decrypt]))
    expect([decision, decisive]).toEqual(['implicitDeny', 1])
  })

  test('an explicit deny counts before an implicit one', () => {
    const one = caseWith(['ec2:*'], [decrypt])
    const denying = { Effect: 'Deny', Action: 'kms:*', Resource: '*' }
    const identity = [
      ...(one.policies.identity ?? []),
      { name: 'd', document: { Version: '2012-10-17', Statement: denying } },
    ]
    const { decision, decisive } = evaluateLinked({ ...one, policies: { identity } })
    expect([decision, decisive]).toEqual(['explicitDeny', 1])
  })

  test('the keys of a VPC endpoint are not carried into a call on the principal’s behalf', () => {
    const [, forwarded, direct] = evaluateLinked(
      caseWith(
        ['*'],
        [decrypt, { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/s' }],
      ),
    ).checks
    expect(Object.keys(forwarded?.accessCase.request.context ?? {})).toEqual([
      'aws:RequestedRegion',
      'kms:ViaService',
      'aws:ViaAWSService',
    ])
    expect(forwarded?.accessCase.request.absentContext?.toSorted()).toEqual([
      'aws:SourceVpc',
      'aws:SourceVpce',
      'aws:VpcSourceIp',
    ])
    expect(Object.keys(direct?.accessCase.request.context ?? {})).toEqual(['aws:SourceVpce', 'aws:RequestedRegion'])
  })

  test('the policy of the VPC endpoint does not stand in the way of a call on the principal’s behalf', () => {
    const one = caseWith(['*'], [decrypt, { action: 's3:GetObjectAcl', resource: 'arn:aws:s3:::bucket/key' }])
    const endpoint = {
      name: 'e',
      document: {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
      },
    }
    const { checks } = evaluateLinked({ ...one, policies: { ...one.policies, endpoint } })
    expect(checks.map(({ evaluation }) => evaluation.decision)).toEqual(['allowed', 'allowed', 'implicitDeny'])
  })

  test('that the first resource has no policy says nothing of the others', () => {
    const { policy: _policy, ...open } = decrypt
    const one = caseWith(['*'], [open, { ...open, hasNoPolicy: true }])
    const policies = { ...one.policies, otherLayers: 'unknown' as const }
    const noneAttached = ['resource', 'boundary', 'session', 'scps', 'rcps', 'endpoint'] as const
    const { checks, decision } = evaluateLinked({ ...one, policies: { ...policies, noneAttached } })
    expect(checks.map(({ evaluation }) => evaluation.decision)).toEqual(['allowed', 'depends', 'implicitDeny'])
    expect(decision).toBe('implicitDeny')
  })

  test('keys of the check win over the first request, in whatever case and state', () => {
    const one = caseWith(
      ['*'],
      [{ ...decrypt, context: { 'AWS:requestedREGION': 'eu-west-2' }, absentContext: ['aws:sourcevpce'] }],
    )
    const [, own] = evaluateLinked(one).checks
    expect(own?.accessCase.request).toMatchObject({
      context: { 'AWS:requestedREGION': 'eu-west-2' },
      absentContext: ['aws:sourcevpce'],
    })
  })

  test('which services stand between is unknown unless the check says so', () => {
    const one = caseWith(['s3:*'], [decrypt, { ...decrypt, context: { ...decrypt.context, 'aws:CalledVia': ['x'] } }])
    const via = { StringEquals: { 'aws:CalledViaFirst': 's3.amazonaws.com' } }
    const identity = [
      ...(one.policies.identity ?? []),
      {
        name: 'via',
        document: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*', Condition: via },
        },
      },
    ]
    const [, open] = evaluateLinked({ ...one, policies: { identity } }).checks
    expect(open?.evaluation.decision).toBe('depends')
    const known = { ...decrypt, context: { ...decrypt.context, 'aws:CalledViaFirst': 's3.amazonaws.com' } }
    const [, settled] = evaluateLinked({ ...one, linked: [known], policies: { identity } }).checks
    expect(settled?.evaluation.decision).toBe('allowed')
  })

  test.each([{ context: 5 }, { absentContext: 5 }, { unknownContext: [5] }])('names what is no context: %j', (part) => {
    const [, check] = evaluateLinked(caseWith(['*'], [{ ...decrypt, ...part } as never])).checks
    expect(check?.evaluation.problems.length).toBeGreaterThan(0)
    expect(check?.evaluation.decision).not.toBe('allowed')
  })

  test('the resource’s account and policy of the first check are not those of the others', () => {
    const one = caseWith(
      ['*'],
      [{ action: 's3:GetObject', resource: 'arn:aws:s3:::other/key', resourceAccount: '444455556666' }],
    )
    const [first, second] = evaluateLinked(one).checks
    expect(first?.evaluation.decision).toBe('allowed')
    expect(second?.evaluation.blocking).toEqual(['resource'])
  })

  test.each([null, 5, 'x', [], {}, [null], [5], [{}], [{ action: 5 }], [{ action: 's3:GetObject', resource: {} }]])(
    'answers whatever stands in linked: %j',
    (linked) => {
      const { checks } = evaluateLinked({ ...caseWith(['*'], []), linked: linked as never })
      expect(checks.length).toBe(
        Array.isArray(linked) ? 1 + linked.filter((one) => typeof one === 'object' && one !== null).length : 1,
      )
      // A check that says nothing hangs on what it asks; one that cannot be read allows nothing.
      const isAllowed = ({ evaluation }: (typeof checks)[number]) => evaluation.decision === 'allowed'
      expect(checks.slice(1).some(isAllowed)).toBe(false)
    },
  )
})

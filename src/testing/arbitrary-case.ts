import fc from 'fast-check'
import type { AccessCase, CaseLevel, CasePolicies, CasePolicy, CaseRequest } from '../case/access-case'
import { conditions, context, oneOrMore } from './arbitrary-condition'
import type { LayerKey } from '../iam/layers'

/** Generated cases for the laws: few names, so that policies and requests meet often. */

const A = '111122223333'
const B = '444455556666'

/** Callers of every kind that the evaluation tells apart. */
export const PRINCIPALS = [
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/team/bob`,
  `arn:aws:sts::${A}:assumed-role/Reader/s1`,
  `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForX/s1`,
  `arn:aws:sts::${A}:federated-user/carol`,
  `arn:aws:iam::${A}:root`,
  `arn:aws:iam::${B}:user/dave`,
  `arn:aws:iam::${B}:root`,
  'logs.amazonaws.com',
  'anonymous',
]

const NAMED = [
  '*',
  A,
  `arn:aws:iam::${A}:root`,
  `arn:aws:iam::${B}:root`,
  ...PRINCIPALS.slice(0, 8),
  `arn:aws:iam::${A}:role/Reader`,
  `arn:aws:iam::${A}:role/app/Reader`,
  'AIDACKCEVSQ6C2EXAMPLE',
  'AROADBQP57FF2AEXAMPLE',
]

const REQUESTS: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::bucket/alice/key'],
  ['s3:PutObject', 'arn:aws:s3:::bucket/key'],
  ['s3:ListBucket', 'arn:aws:s3:::bucket'],
  ['ec2:RunInstances', '*'],
  ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${A}:queue`],
  ['kms:Decrypt', `arn:aws:kms:eu-west-1:${A}:key/k`],
  ['sts:AssumeRole', `arn:aws:iam::${A}:role/Target`],
]

const actions = oneOrMore([
  '*',
  's3:*',
  's3:Get*',
  'S3:putobject',
  'ec2:*',
  'kms:*',
  'sts:AssumeRole',
  'sqs:SendMessage',
  '*:*',
])
const resources = oneOrMore([
  '*',
  'arn:aws:s3:::bucket/*',
  'arn:aws:s3:::bucket',
  'arn:aws:s3:::bucket/${aws:username}/*',
  'arn:aws:s3:::bucket/${aws:PrincipalTag/team}*',
  'arn:aws:sqs',
  `arn:aws:kms:*:${A}:key/?`,
  `arn:aws:iam::${A}:role/Target`,
])

type Form = 'identity' | 'resource' | 'trust'

/** A statement for a kind of policy. */
export function statement(
  form: Form,
  effects: readonly ('Allow' | 'Deny')[] = ['Allow', 'Allow', 'Deny'],
): fc.Arbitrary<object> {
  return fc
    .record({
      effect: fc.constantFrom(...effects),
      notAction: fc.integer({ min: 0, max: 5 }),
      notResource: fc.integer({ min: 0, max: 5 }),
      notPrincipal: fc.integer({ min: 0, max: 7 }),
      actions,
      resources,
      principals: oneOrMore(NAMED),
      star: fc.boolean(),
      conditions,
      sid: fc.constantFrom(undefined, 'One', 'Two'),
    })
    .map((one) => ({
      ...(one.sid === undefined ? {} : { Sid: one.sid }),
      Effect: one.effect,
      ...(form === 'identity'
        ? {}
        : one.notPrincipal === 0 && one.effect === 'Deny'
          ? { NotPrincipal: { AWS: one.principals } }
          : { Principal: one.star ? '*' : { AWS: one.principals, Service: 'logs.amazonaws.com' } }),
      [one.notAction === 0 ? 'NotAction' : 'Action']: one.actions,
      ...(form === 'trust' ? {} : { [one.notResource === 0 ? 'NotResource' : 'Resource']: one.resources }),
      ...(one.conditions === undefined ? {} : { Condition: one.conditions }),
    }))
}

const version = fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined)

/** A policy, its document a value or a text. */
export function arbitraryPolicy(form: Form, effects?: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<CasePolicy> {
  return fc
    .tuple(fc.constantFrom('p1', 'p2'), version, fc.array(statement(form, effects), { maxLength: 3 }), fc.boolean())
    .map(([name, Version, Statement, asText]) => {
      const document = { ...(Version === undefined ? {} : { Version }), Statement }
      return { name, document: asText ? JSON.stringify(document, null, 2) : document }
    })
}

const FULL: CasePolicy = {
  name: 'FullAWSAccess',
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
}

const policies = fc.array(arbitraryPolicy('identity'), { maxLength: 2 })
const levels = (form: Form, effects?: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<CaseLevel[]> =>
  fc.array(
    fc
      .tuple(fc.array(arbitraryPolicy(form, effects), { maxLength: 2 }), fc.integer({ min: 0, max: 3 }))
      .map(([list, bare]) => ({ target: 'level', policies: form === 'identity' && bare > 0 ? [FULL, ...list] : list })),
    { minLength: 1, maxLength: 2 },
  )

/** The path of a role, which the ARN of its session does not tell. */
export const rolePath = fc.constantFrom('', 'app/', 'app/deep/', 'red/')

/** Keys that every request carries. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'aws:CurrentTime': '2026-06-15T00:00:00Z',
  'aws:RequestedRegion': 'eu-north-1',
  'aws:userid': 'AIDAOTHER',
}

/** Something to attach in each layer; a layer may be left out. */
export function layers(isTrust: boolean): fc.Arbitrary<CasePolicies> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
  return fc
    .record({
      identity: fc.option(policies, { nil: undefined, freq: 4 }),
      boundary: maybe(arbitraryPolicy('identity')),
      session: maybe(policies),
      resource: fc.option(arbitraryPolicy(isTrust ? 'trust' : 'resource'), { nil: undefined, freq: 2 }),
      endpoint: maybe(arbitraryPolicy('resource')),
      scps: maybe(levels('identity')),
      rcps: maybe(levels('resource', ['Deny'])),
    } satisfies Record<LayerKey, fc.Arbitrary<unknown>>)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as CasePolicies)
}

const request = fc
  .tuple(fc.constantFrom(...PRINCIPALS), fc.constantFrom(...REQUESTS), fc.constantFrom(A, A, B), context)
  .map(([principal, [action, resource], account, keys]): CaseRequest => ({
    principal,
    action,
    resource,
    ...(/:\d{12}:/.test(resource) ? {} : { resourceAccount: account }),
    context: keys,
  }))

/** A case of which everything is known. */
export const knownCase: fc.Arbitrary<AccessCase> = request.chain((one) =>
  layers(one.action === 'sts:AssumeRole').map((attached) => ({
    version: 1 as const,
    request: one,
    policies: attached,
  })),
)

/** A case of which keys, layers or both may be unknown. */
export const openCase: fc.Arbitrary<AccessCase> = fc
  .tuple(knownCase, fc.constantFrom('context', 'layers', 'both'))
  .map(([one, open]): AccessCase => ({
    ...one,
    request: { ...one.request, ...(open === 'layers' ? {} : { otherContext: 'unknown' as const }) },
    policies: { ...one.policies, ...(open === 'context' ? {} : { otherLayers: 'unknown' as const }) },
  }))

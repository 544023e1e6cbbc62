import fc from 'fast-check'
import type { AccessCase, CaseLevel, CasePolicies, CasePolicy, CaseRequest, ContextValue } from '../case/access-case'

/** Generated cases for the laws: few names, so that policies and requests meet often. */

const A = '111122223333'
const B = '444455556666'

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

const KEYS: Readonly<Record<string, readonly string[]>> = {
  'aws:SourceIp': ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:PrincipalTag/team': ['red', 'blue', 'Red', '*', ''],
  'aws:RequestedRegion': ['eu-west-1', 'us-east-1'],
  'aws:PrincipalOrgID': ['o-one', 'o-two'],
  'aws:MultiFactorAuthAge': ['10', '3600', '3600.0'],
  'aws:CurrentTime': ['2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  'aws:SourceArn': [`arn:aws:s3:::bucket`, `arn:aws:sns:eu-west-1:${A}:topic`],
  'aws:TagKeys': ['team', 'env'],
  'aws:userid': ['AIDACKCEVSQ6C2EXAMPLE', 'AROADBQP57FF2AEXAMPLE:s1'],
  'app:Any': ['203.0.113.7', 'no address', '3600', `arn:aws:s3:::bucket`, 'red', 'true', '2026-06-01', '*', ''],
  'app:List': ['team', 'env', 'true', 'other'],
}

const OPERATORS: readonly (readonly [operator: string, keys: readonly string[], values: readonly string[]])[] = [
  ['IpAddress', ['aws:SourceIp', 'app:Any'], ['203.0.113.0/24', '198.51.100.0/24', '0.0.0.0/0', '2001:db8::/32']],
  ['NotIpAddress', ['aws:SourceIp', 'app:Any'], ['203.0.113.0/24', '198.51.100.0/24']],
  ['Bool', ['aws:MultiFactorAuthPresent', 'app:Any'], ['true', 'false']],
  [
    'StringEquals',
    ['aws:PrincipalTag/team', 'aws:RequestedRegion', 'aws:PrincipalOrgID', 'aws:SourceIp', 'app:Any'],
    ['red', 'eu-west-1', 'o-one', '${aws:PrincipalTag/team}', '*'],
  ],
  [
    'StringNotEquals',
    ['aws:PrincipalTag/team', 'aws:RequestedRegion', 'aws:PrincipalOrgID'],
    ['red', 'eu-west-1', 'o-one', '${aws:PrincipalOrgID}'],
  ],
  [
    'StringLike',
    ['aws:PrincipalTag/team', 'aws:RequestedRegion', 'app:Any'],
    ['r*', 'eu-*', '*e*', '${aws:PrincipalTag/team}*'],
  ],
  ['StringNotLike', ['aws:PrincipalTag/team', 'aws:RequestedRegion'], ['r*', '*e*', '?ed']],
  ['StringEqualsIgnoreCase', ['aws:PrincipalTag/team'], ['RED', 'Blue']],
  ['NumericLessThan', ['aws:MultiFactorAuthAge'], ['3600', '20']],
  ['NumericNotEquals', ['aws:MultiFactorAuthAge', 'app:Any'], ['3600', 'x']],
  ['NumericGreaterThanEquals', ['aws:MultiFactorAuthAge'], ['3600']],
  ['DateGreaterThan', ['aws:CurrentTime'], ['2026-07-01', '2026-06-01']],
  ['DateNotEquals', ['aws:CurrentTime'], ['2026-06-01', '1780272000']],
  ['ArnLike', ['aws:SourceArn', 'aws:PrincipalArn', 'app:Any'], ['arn:aws:s3:::*', 'arn:aws:iam::*:role/*', 'no arn']],
  ['ArnLike', ['aws:PrincipalArn'], ['arn:aws:iam::*:role/*/deep/R*', 'arn:aws:iam::*:role/?pp/Reader', '*:role/a*']],
  ['StringNotLike', ['aws:PrincipalArn'], ['*/${aws:PrincipalTag/team}/Reader', '*app/*', '*/deep/*']],
  [
    'ArnNotEquals',
    ['aws:SourceArn', 'aws:PrincipalArn', 'app:Any'],
    ['arn:aws:s3:::*', `arn:aws:iam::${A}:role/Reader`],
  ],
  ['Null', ['aws:PrincipalTag/team', 'aws:SourceIp', 'aws:TagKeys'], ['true', 'false']],
  ['ForAllValues:StringEquals', ['aws:TagKeys', 'aws:PrincipalTag/team'], ['team', 'env']],
  ['ForAnyValue:StringLike', ['aws:TagKeys', 'app:List'], ['t*', 'env']],
  ['ForAllValues:StringNotEquals', ['aws:TagKeys', 'app:List'], ['team']],
  ['ForAnyValue:StringNotEquals', ['aws:TagKeys', 'app:List'], ['env']],
]

const oneOrMore = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 })

const condition = fc.constantFrom(...OPERATORS).chain(([operator, keys, values]) =>
  fc.tuple(fc.constantFrom(...keys), oneOrMore(values), fc.boolean()).map(([key, list, ifExists]) => ({
    [ifExists && operator !== 'Null' ? `${operator}IfExists` : operator]: { [key]: list },
  })),
)

const conditions = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: condition },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([a, b]) => ({ ...a, ...b })) },
)

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
export function policy(form: Form, effects?: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<CasePolicy> {
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

const policies = fc.array(policy('identity'), { maxLength: 2 })
const levels = (form: Form, effects?: readonly ('Allow' | 'Deny')[]): fc.Arbitrary<CaseLevel[]> =>
  fc.array(
    fc
      .tuple(fc.array(policy(form, effects), { maxLength: 2 }), fc.integer({ min: 0, max: 3 }))
      .map(([list, bare]) => ({ target: 'level', policies: form === 'identity' && bare > 0 ? [FULL, ...list] : list })),
    { minLength: 1, maxLength: 2 },
  )

/** Values that no generated policy names. */
const ODD = ['anything', 'true', '10', 'arn:aws:s3:::other', '10.0.0.1', 'é']

/** A value for a context key, such as AWS could give it. */
export const contextValue = (key: string): fc.Arbitrary<ContextValue> => {
  const one = fc.constantFrom(...(KEYS[key] ?? ['x']))
  const list = fc.uniqueArray(one, { minLength: 1, maxLength: 2 })
  if (key === 'aws:TagKeys') return list
  if (key === 'app:List') return fc.oneof(one, list)
  if (key !== 'app:Any' && key !== 'aws:PrincipalTag/team') return one
  return fc.oneof({ weight: 12, arbitrary: one }, { weight: 2, arbitrary: fc.constantFrom(...ODD) })
}

const contextOf = (keys: readonly string[]): fc.Arbitrary<Record<string, ContextValue>> =>
  fc
    .tuple(...keys.map((key) => fc.option(contextValue(key), { nil: undefined, freq: 2 })))
    .map((values) => Object.fromEntries(keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]]]))))

/** Keys that no principal says of itself. */
export const OPEN_KEYS = Object.keys(KEYS)

/** Values for some of the keys. */
export const context = contextOf(OPEN_KEYS)

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
      boundary: maybe(policy('identity')),
      session: maybe(policies),
      resource: fc.option(policy(isTrust ? 'trust' : 'resource'), { nil: undefined, freq: 2 }),
      endpoint: maybe(policy('resource')),
      scps: maybe(levels('identity')),
      rcps: maybe(levels('resource', ['Deny'])),
    })
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

import fc from 'fast-check'
import type { AccessCase } from '../../case/access-case'

/** The account of most callers. */
export const A = '111122223333'
const B = '444455556666'

/** Texts that each hole can stand for; the same hole is the same text. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  '<acct>': [A, B, '777788889999', '111100000000'],
  '<other>': [A, B, '777788889999'],
  XXXX: ['0000', '2222', '1234'],
  '<name>': ['app', 'web', 'alice', 'App', 'app-prod'],
  '<region>': ['us-east-1', 'eu-west-1', 'ap-south-1'],
  '<bucket>': ['logs', 'data', 'logs2'],
  '<key>': ['k', 'public/x', 'public/', 'logs/k', 'a.csv'],
  '${who}': [`arn:aws:iam::${A}:user/alice`, `arn:aws:iam::${A}:role/app`, A, 'x'],
  '<team>': ['red', 'blue'],
  '<op>': ['GetObject', 'SendMessage', 'sendmessage', 'x'],
  '<effect>': ['Allow', 'Deny'],
}
/** The holes of every such case. */
export const HOLES = Object.keys(TEXTS)

const of = (...texts: readonly string[]) => fc.constantFrom(...texts)
const account = of(A, A, B, '<acct>', '<acct>', '<other>', '1111XXXX2222')
const name = of('app', 'alice', '<name>', 'app-<name>')
const region = of('us-east-1', '<region>', '<region>')
const joined = (...pieces: readonly (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece)))
    .map((all) => all.join(''))

const principal = fc.oneof(
  joined('arn:aws:iam::', account, ':user/', name),
  joined('arn:aws:sts::', account, ':assumed-role/', name, '/i-1'),
  joined('arn:aws:iam::', account, ':root'),
)
const queue = joined('arn:aws:sqs:', region, ':', account, ':orders')
const object = joined('arn:aws:s3:::', of('logs', '<bucket>'), '/', of('k', '<key>', 'public/<key>'))
const asked = fc.oneof(
  queue.map((resource) => ({ action: 'sqs:SendMessage', resource })),
  fc
    .tuple(object, account)
    .map(([resource, resourceAccount]) => ({ action: 's3:GetObject', resource, resourceAccount })),
)
const resources = fc.oneof(
  of(
    '*',
    'arn:aws:s3:::logs/*',
    'arn:aws:s3:::*/public/*',
    'arn:aws:s3:::logs/${aws:username}/*',
    'arn:aws:sqs:us-*:*:*',
  ),
  queue,
  object,
  joined('arn:aws:s3:::', of('logs', '<bucket>'), of('/*', '*', '/public/*')),
  joined('arn:aws:sqs:*:', account, ':*'),
)
const named = fc.oneof(
  fc.constant('*'),
  joined(account).map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', account, ':root').map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', account, ':role/', name).map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', account, ':user/', name).map((AWS) => ({ AWS })),
  fc.constant({ AWS: '${who}' }),
)
const condition = fc.oneof(
  account.map((value) => ({ StringNotEquals: { 'aws:PrincipalAccount': value } })),
  fc.constant({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }),
  joined('arn:aws:iam::', account, ':role/', name).map((value) => ({ ArnLike: { 'aws:PrincipalArn': value } })),
  of('red', '<team>', 'r*').map((value) => ({ StringLike: { 'aws:PrincipalTag/team': value } })),
  of('true', 'false').map((value) => ({ Null: { 'aws:username': value } })),
)
const statement = (isResource: boolean) =>
  fc
    .record({
      effect: of('Allow', 'Allow', 'Deny', '<effect>'),
      action: of('*', 's3:*', 'sqs:*', 's3:GetObject', 'sqs:<op>', 's3:<op>'),
      resource: resources,
      isNot: fc.integer({ min: 0, max: 5 }),
      principal: named,
      condition: fc.option(condition, { freq: 2 }),
    })
    .map((one) => ({
      Effect: one.effect,
      Action: one.action,
      [one.isNot === 0 ? 'NotResource' : 'Resource']: one.resource,
      ...(isResource ? { Principal: one.principal } : {}),
      ...(one.condition === null ? {} : { Condition: one.condition }),
    }))
const policy = (isResource: boolean) =>
  fc.array(statement(isResource), { minLength: 1, maxLength: 3 }).map((Statement) => ({
    name: 'p',
    document: { Version: '2012-10-17', Statement },
  }))

/** Cases of which nothing is unknown but what holes stand for, in the request and in the policies. */
export const caseWithHoles: fc.Arbitrary<AccessCase> = fc
  .record({
    principal,
    asked,
    identity: policy(false),
    resource: fc.option(policy(true)),
    scp: fc.option(policy(false), { freq: 1 }),
    managementAccount: fc.option(account, { freq: 1 }),
  })
  .map((one): AccessCase => ({
    version: 1,
    request: { principal: one.principal, ...one.asked, context: { 'aws:PrincipalTag/team': 'red' } },
    policies: {
      identity: [one.identity],
      ...(one.resource === null ? {} : { resource: one.resource }),
      ...(one.scp === null ? {} : { scps: [{ target: 'Root', policies: [one.scp] }] }),
    },
    ...(one.managementAccount === null ? {} : { facts: { managementAccount: one.managementAccount } }),
    holes: HOLES,
  }))

/** A text for each hole. */
export const filling: fc.Arbitrary<Texts> = fc.record(
  Object.fromEntries(HOLES.map((hole) => [hole, fc.constantFrom(...(TEXTS[hole] ?? []))])),
)

/** What each hole stands for. */
export type Texts = Readonly<Record<string, string>>

/** A text with its holes filled. */
export const fillHoles = (text: string, texts: Texts): string =>
  HOLES.reduce((filled, hole) => filled.replaceAll(hole, () => texts[hole] ?? ''), text)

/** The case with its holes filled. */
export function filledCase({ holes: _holes, ...rest }: AccessCase, texts: Texts): AccessCase {
  return JSON.parse(JSON.stringify(rest), (_key, value: unknown) =>
    typeof value === 'string' ? fillHoles(value, texts) : value,
  ) as AccessCase
}

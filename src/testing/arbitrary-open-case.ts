import fc from 'fast-check'
import type { AccessCase } from '../case/access-case'
import { BLANKS, fillBlanks, POLICY_BLANKS } from '../iam/blank-fields'

/** Generated cases with holes, and fillings of them: few names, so that policies and requests meet often. */

export const OWN_ACCOUNT = '111122223333'
const B = '444455556666'
const ACCOUNTS = [OWN_ACCOUNT, B, '777788889999']
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-south-1']

/** Texts that each hole can stand for; the same hole is the same text. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  '<acct>': [OWN_ACCOUNT, B, '777788889999', '111100000000'],
  '<other>': ACCOUNTS,
  XXXX: ['0000', '2222', '1234'],
  '<name>': ['app', 'web', 'alice', 'App', 'app-prod'],
  '<region>': REGIONS,
  '<bucket>': ['logs', 'data', 'logs2'],
  '<key>': ['k', 'public/x', 'public/', 'logs/k', 'a.csv'],
  '${who}': [`arn:aws:iam::${OWN_ACCOUNT}:user/alice`, `arn:aws:iam::${OWN_ACCOUNT}:role/app`, OWN_ACCOUNT, 'x'],
  '<team>': ['red', 'blue'],
  '<op>': ['GetObject', 'SendMessage', 'sendmessage', 'x'],
  '<effect>': ['Allow', 'Deny'],
  '<operator>': ['StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIfExists', 'ForAnyValue:StringEquals'],
  '<tested>': ['aws:PrincipalTag/team', 'aws:username', 'aws:PrincipalAccount', 'aws:SourceVpce'],
  [BLANKS.account]: ACCOUNTS,
  [BLANKS.region]: REGIONS,
}
const ELLIPSIS = '...'
/** A mask over accounts, Regions and names alike: another text wherever it stands. */
const LOOSE = '***'
const NAMED = Object.keys(TEXTS)
const ALL = [...NAMED, ELLIPSIS, LOOSE, ...Object.values(POLICY_BLANKS)]

const of = (...texts: readonly string[]) => fc.constantFrom(...texts)
const joined = (...pieces: readonly (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece)))
    .map((all) => all.join(''))

const account = of(OWN_ACCOUNT, OWN_ACCOUNT, B, '<acct>', '<acct>', '<other>', '1111XXXX2222', LOOSE)
/** In a policy it may be left blank too. */
const ownAccount = of(OWN_ACCOUNT, OWN_ACCOUNT, B, '<acct>', '<acct>', '<other>', '1111XXXX2222', '', LOOSE)
const name = of('app', 'alice', '<name>', 'app-<name>', LOOSE, `app-${LOOSE}`)

const principal = fc.oneof(
  joined('arn:aws:iam::', account, ':user/', name),
  joined('arn:aws:sts::', account, ':assumed-role/', name, '/i-1'),
  joined('arn:aws:iam::', account, ':root'),
  joined('arn:aws:sts::', account, ':assumed-role/', of('...', 'app...', 'app/...')),
  joined('arn:aws:iam::', account, ':user/', of('...', 'al...')),
  joined('arn:aws:iam::...:user/', name),
  of(''),
  of(''),
)
const queue = joined(
  'arn:aws:sqs:',
  of('us-east-1', '<region>', BLANKS.region, LOOSE),
  ':',
  of(OWN_ACCOUNT, '<acct>', BLANKS.account, LOOSE),
  of(':orders', ':orders', `:${LOOSE}`),
)
const object = fc.oneof(
  joined(
    'arn:aws:s3:::',
    of('logs', '<bucket>', LOOSE),
    '/',
    of('k', '<key>', 'public/<key>', 'public/...', '...', LOOSE),
  ),
  of('arn:aws:s3:::...', 'arn:aws:s3:::lo.../k', 'arn:aws:s3:::.../public/x', ''),
)
const asked = fc.oneof(
  fc
    .oneof({ weight: 4, arbitrary: queue }, { weight: 1, arbitrary: of('') })
    .map((resource) => ({ action: 'sqs:SendMessage', resource })),
  fc
    .tuple(object, account)
    .map(([resource, resourceAccount]) => ({ action: 's3:GetObject', resource, resourceAccount })),
)
const ownQueue = joined(
  'arn:aws:sqs:',
  of('us-east-1', '<region>', '', 'us-*', LOOSE),
  ':',
  ownAccount,
  ':',
  of('orders', 'ord*', '...', LOOSE),
)
const resources = fc.oneof(
  of(
    '*',
    'arn:aws:s3:::logs/*',
    'arn:aws:s3:::*/public/*',
    'arn:aws:s3:::logs/${aws:username}/*',
    'arn:aws:sqs:us-*:*:*',
    '...',
    'arn:aws:s3:::...',
    'arn:aws:s3:::logs/...',
    'arn:aws:s3:::logs...',
    'arn:aws:s3:::.../*',
    'arn:aws:sqs:*:<acct>',
    LOOSE,
  ),
  ownQueue,
  joined('arn:aws:s3:::', of('logs', '<bucket>', LOOSE), '/', of('k', '<key>', 'public/<key>', LOOSE)),
  joined('arn:aws:s3:::', of('logs', '<bucket>', LOOSE), of('/*', '*', '/public/*')),
  joined('arn:aws:sqs:*:', account, ':*'),
)
const named = fc.oneof(
  fc.constant('*'),
  joined(account).map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', ownAccount, ':root').map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', ownAccount, ':role/', name).map((AWS) => ({ AWS })),
  joined('arn:aws:iam::', ownAccount, ':user/', name).map((AWS) => ({ AWS })),
  fc.constant({ AWS: '${who}' }),
  fc.constant({ AWS: `arn:aws:iam::${OWN_ACCOUNT}:role/...` }),
)
const condition = fc.oneof(
  account.map((value) => ({ StringNotEquals: { 'aws:PrincipalAccount': value } })),
  fc.constant({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }),
  joined('arn:aws:iam::', ownAccount, ':role/', name).map((value) => ({ ArnLike: { 'aws:PrincipalArn': value } })),
  of('red', '<team>', 'r*', '...', LOOSE).map((value) => ({ StringLike: { 'aws:PrincipalTag/team': value } })),
  of('true', 'false').map((value) => ({ Null: { 'aws:username': value } })),
  of('red', '<team>').map((value) => ({ '<operator>': { 'aws:PrincipalTag/team': value } })),
  of('red', 'alice', OWN_ACCOUNT).map((value) => ({ StringEquals: { '<tested>': value } })),
  of(...REGIONS, '<region>', '...').map((value) => ({ StringEquals: { 'aws:SourceVpce': [value, 'x'] } })),
  fc.constant(ELLIPSIS),
)
type Statement = Readonly<Record<string, unknown>> | string
const wholeStatement = (isResource: boolean): fc.Arbitrary<Statement> =>
  fc
    .record({
      effect: of('Allow', 'Allow', 'Deny', '<effect>'),
      action: of('*', 's3:*', 'sqs:*', 's3:GetObject', 'sqs:<op>', 's3:<op>', 's3:Get...', '...'),
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
const statement = (isResource: boolean): fc.Arbitrary<Statement> =>
  fc.oneof({ weight: 9, arbitrary: wholeStatement(isResource) }, { weight: 1, arbitrary: fc.constant(ELLIPSIS) })
const policy = (isResource: boolean) =>
  fc.array(statement(isResource), { minLength: 1, maxLength: 3 }).map((Statement) => ({
    name: 'p',
    document: { Version: '2012-10-17', Statement },
  }))

/** A case of which parts are masked, elided, left blank or missing. */
export const maskedCase: fc.Arbitrary<AccessCase> = fc
  .record({
    principal,
    asked,
    identity: policy(false),
    resource: fc.option(policy(true)),
    scp: fc.option(policy(false), { freq: 1 }),
    boundary: fc.option(policy(false), { freq: 1 }),
    managementAccount: fc.option(account, { freq: 1 }),
    blanks: fc.boolean(),
  })
  .map((one): AccessCase => ({
    version: 1,
    request: { principal: one.principal, ...one.asked, context: { 'aws:PrincipalTag/team': 'red' } },
    policies: {
      identity: [one.identity],
      ...(one.resource === null ? {} : { resource: one.resource }),
      ...(one.scp === null ? {} : { scps: [{ target: 'Root', policies: [one.scp] }] }),
      ...(one.boundary === null ? {} : { boundary: one.boundary }),
    },
    ...(one.managementAccount === null ? {} : { facts: { managementAccount: one.managementAccount } }),
    holes: one.blanks ? ALL : [...NAMED, ELLIPSIS, LOOSE],
    looseHoles: [LOOSE],
  }))

/** What is put for everything that is open; texts that stand for one occurrence each are taken in turn. */
export interface OpenFilling {
  readonly texts: Readonly<Record<string, string>>
  readonly principal: string
  readonly bucket: string
  readonly queueRegion: string
  readonly owner: string
  /** Which of the texts that fit an ellipsis or blank it is. */
  readonly choices: readonly number[]
  readonly identityStatement: object
  readonly resourceStatement: object
  readonly condition: object
}

/** What the holes of a masked case may stand for. */
export const openFilling: fc.Arbitrary<OpenFilling> = fc.record({
  texts: fc.record(Object.fromEntries(NAMED.map((hole) => [hole, fc.constantFrom(...(TEXTS[hole] ?? []))]))),
  principal: joined(
    of(
      `arn:aws:iam::${OWN_ACCOUNT}:user/alice`,
      `arn:aws:iam::${B}:user/alice`,
      `arn:aws:iam::${OWN_ACCOUNT}:user/team/bob`,
    ).chain((user) =>
      of(user, user, `arn:aws:sts::${OWN_ACCOUNT}:assumed-role/app/i-1`, `arn:aws:sts::${B}:assumed-role/web/s`),
    ),
  ),
  bucket: of('arn:aws:s3:::logs/k', 'arn:aws:s3:::data/public/x', 'arn:aws:s3:::logs/alice/x'),
  queueRegion: of(...REGIONS),
  owner: of(...ACCOUNTS),
  choices: fc.array(fc.nat(7), { minLength: 20, maxLength: 20 }),
  identityStatement: knownStatement(false),
  resourceStatement: knownStatement(true),
  condition: of('red', 'blue').map((value) => ({ StringEquals: { 'aws:PrincipalTag/team': value } })),
})

function knownStatement(isResource: boolean): fc.Arbitrary<object> {
  return fc
    .record({
      Effect: of('Allow', 'Deny'),
      Action: of('s3:GetObject', 'sqs:*', '*', 'ec2:*'),
      Resource: of('*', 'arn:aws:s3:::logs/*'),
      AWS: of('*', OWN_ACCOUNT, `arn:aws:iam::${OWN_ACCOUNT}:role/app`, `arn:aws:iam::${B}:user/alice`),
    })
    .map(({ AWS, ...rest }) => (isResource ? { ...rest, Principal: { AWS } } : rest))
}

/** What an ellipsis can stand for, by what is written before and after it. */
function fitting(before: string, after: string): readonly string[] {
  if (before.endsWith(':assumed-role/')) return ['app/i-1', 'web/s']
  if (/:assumed-role\/[^/]+$/.test(before)) return ['/i-1', '-prod/i-1']
  if (/:assumed-role\/[^/]+\/$/.test(before)) return ['i-1', 's']
  if (before.endsWith(':user/')) return ['alice', 'team/bob']
  if (before.endsWith(':user/al')) return ['ice', '', '-x/bob', 'l']
  if (before.endsWith(':role/')) return ['app', 'web', 'path/app']
  if (before.endsWith('::')) return ACCOUNTS
  if (before.endsWith(':::') && after === '') return ['logs/k', 'logs', 'data/public/x']
  if (before.endsWith(':::')) return ['logs', 'data', 'logs/public']
  if (before.endsWith('logs/') || before.endsWith('public/')) return ['', 'k', 'x', 'public/x']
  if (before.endsWith(':lo')) return ['gs', 'gs2']
  if (before.endsWith(':logs')) return ['', '/k', '2/k', '/public/x']
  if (before.endsWith(':Get')) return ['Object', '', 'ObjectAcl']
  if (before === '' && after === '') return ['s3:GetObject', 'arn:aws:s3:::logs/k', 'red', 'us-east-1']
  return ['orders', 'other']
}

/** What a mask can hide, by what is written before and after it: never nothing, and in one name no slash. */
function hiddenBy(before: string, after: string): readonly string[] {
  const field = before.startsWith('arn:') ? before.split(':').length - 1 : 0
  if (field === 3) return REGIONS
  if (field === 4 || /^$/.test(before + after)) return ACCOUNTS
  if (/:(?:user|role|assumed-role)\/(?:app-)?$/.test(before)) return ['app', 'web', 'alice']
  if (before.endsWith(':::')) return ['logs', 'data', 'logs2']
  if (before.endsWith('/')) return ['k', 'public/x', 'x']
  return ['orders', 'other', 'red']
}

/** The same case with texts for all that is open, as a case of which all is known. */
export function fillCase({ holes = [], looseHoles: _, ...rest }: AccessCase, filling: OpenFilling): AccessCase {
  let at = 0
  const choose = <T>(all: readonly T[]): T =>
    all[(filling.choices[at++ % filling.choices.length] ?? 0) % all.length] as T
  const fill = (text: string): string => {
    const named = NAMED.reduce((filled, hole) => filled.replaceAll(hole, () => filling.texts[hole] ?? ''), text)
    const pieces = named.split(ELLIPSIS)
    const elided = pieces.reduce((before, after) => before + choose(fitting(before, after)) + after)
    return elided.split(LOOSE).reduce((before, after) => before + choose(hiddenBy(before, after)) + after)
  }
  const isBlankOpen = holes.includes(POLICY_BLANKS.account)
  const inPolicy = (text: string): string => {
    const filled = fill(text)
    if (!isBlankOpen) return filled
    // What is left blank may have been meant so.
    return fillBlanks(filled, (field) => choose(['', ...(field === 'account' ? ACCOUNTS : REGIONS)]))
  }
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return inPolicy(value)
    if (Array.isArray(value)) return value.map(deep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [fill(key), deep(one)]))
  }
  const { request, policies, facts } = rest
  const principalText = request.principal === '' ? filling.principal : fill(request.principal)
  const isQueue = request.action.startsWith('sqs:')
  const owner =
    request.resourceAccount === undefined
      ? request.principal === '' && request.resource === ''
        ? filling.owner
        : (/::(\d{12}):/.exec(principalText)?.[1] ?? OWN_ACCOUNT)
      : fill(request.resourceAccount)
  const missing = isQueue ? `arn:aws:sqs:${filling.queueRegion}:${owner}:orders` : filling.bucket
  return {
    ...rest,
    request: {
      ...request,
      principal: principalText,
      resource: request.resource === '' ? missing : fill(request.resource),
      ...(request.resourceAccount === undefined ? {} : { resourceAccount: owner }),
    },
    policies: deep(withStatements(policies, filling)) as AccessCase['policies'],
    ...(facts === undefined
      ? {}
      : {
          facts: JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
            typeof value === 'string' ? fill(value) : value,
          ) as typeof facts,
        }),
  }
}

/** Policies with known statements and conditions in the place of those that are left out. */
function withStatements(policies: AccessCase['policies'], filling: OpenFilling): unknown {
  const put = (value: unknown, isResource: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => put(one, isResource))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, unknown]) => {
        if (key === 'Condition' && one === ELLIPSIS) return [key, filling.condition]
        if (key === 'Statement' && Array.isArray(one)) {
          const whole = isResource ? filling.resourceStatement : filling.identityStatement
          return [key, one.map((item: unknown) => (item === ELLIPSIS ? whole : put(item, isResource)))]
        }
        return [key, put(one, isResource || key === 'resource')]
      }),
    )
  }
  return put(policies, false)
}

/** The holes that a generated case can have. */
export const MASKS: readonly string[] = ALL

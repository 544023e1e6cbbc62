import { readdirSync, readFileSync } from 'node:fs'
import type { AccessCase, CasePolicies, CasePolicy } from '../case/access-case'
import { compileCase, compileDecisions, evaluate } from './evaluate'

/** What a cell of the table measured: how often a second, or how long. */
export type Cell = { readonly name: string } & ({ readonly perSecond: number } | { readonly milliseconds: number })

const SERVICES = [
  's3',
  'ec2',
  'iam',
  'sqs',
  'kms',
  'lambda',
  'dynamodb',
  'logs',
  'sns',
  'ecs',
  'rds',
  'glue',
  'athena',
  'ecr',
  'ssm',
  'events',
]
const VERBS = ['Get', 'List', 'Describe', 'Create', 'Delete', 'Put', 'Update', 'Tag', 'Untag', 'Start', 'Stop']

/** Small cases: the test vectors, given in `folder`. */
function smallCases(folder: string): readonly AccessCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as AccessCase[])
    .map(({ request, policies }) => ({ version: 1, request, policies }))
}

/** The same case with every document as JSON text. */
function withTexts({ request, policies, version }: AccessCase): AccessCase {
  const text = JSON.stringify(policies, (key, value: unknown) =>
    key === 'document' ? JSON.stringify(value, null, 2) : value,
  )
  return { version, request, policies: JSON.parse(text) as CasePolicies }
}

/** A policy of about six kilobytes, the largest that IAM takes: statements for many services, some with conditions. */
function largePolicy(number: number): CasePolicy {
  const statements: object[] = []
  while (JSON.stringify(statements).length < 5_900) {
    const i = statements.length + number * 7
    const service = SERVICES[i % SERVICES.length] ?? 's3'
    statements.push({
      Sid: `Statement${i}`,
      Effect: i % 9 === 0 ? 'Deny' : 'Allow',
      Action: VERBS.slice(i % 5, (i % 5) + 4).map((verb) => `${service}:${verb}Thing${i}*`),
      Resource: [`arn:aws:${service}:*:111122223333:thing/${i}/*`, `arn:aws:${service}:*:111122223333:other/${i}`],
      ...(i % 3 === 0 ? { Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } } } : {}),
    })
  }
  return { name: `policy-${number}`, document: { Version: '2012-10-17', Statement: statements } }
}

const LARGE: AccessCase = {
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetThing0x',
    resource: 'arn:aws:s3:eu-west-1:111122223333:thing/0/x',
    context: { 'aws:RequestedRegion': 'eu-west-1' },
  },
  policies: { identity: Array.from({ length: 20 }, (_, i) => largePolicy(i)) },
}

/** The same where three things are masked: the account, the name of the thing, and what a template fills in. */
const MASKED: AccessCase = {
  ...(JSON.parse(
    JSON.stringify(LARGE).replaceAll('111122223333', '<acct>').replaceAll('thing/0/x', 'thing/<id>/x'),
  ) as AccessCase),
  holes: ['<acct>', '<id>', '${Stage}'],
}

/** The same where nobody names the caller. */
const NAMELESS: AccessCase = { ...MASKED, request: { ...MASKED.request, principal: '' } }

/** The same where the resource is missing too. */
const UNKNOWN: AccessCase = { ...NAMELESS, request: { ...NAMELESS.request, resource: '' } }

/** About as many actions as AWS has. */
const ACTIONS = Array.from({ length: 400 }, (_, s) => SERVICES[s] ?? `service${s}`).flatMap((service) =>
  Array.from({ length: 55 }, (_, i) => `${service}:${VERBS[i % VERBS.length]}Thing${i}`),
)

/** Seconds of processor time that this process has taken, with its garbage collection. */
export const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Fewer where a first look is enough. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15)

/** Best of a few rounds, by processor time, so that the machine's other work counts little. */
function measure(name: string, count: number, prepare: () => () => number): Cell {
  let least = Infinity
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const run = prepare()
    const start = spent()
    sum += run()
    least = Math.min(least, spent() - start)
  }
  if (sum === 0) throw new Error(`${name} did nothing`)
  return { name, perSecond: Math.round(count / least) }
}

const copies = (cases: readonly AccessCase[], times: number): AccessCase[] => {
  const text = JSON.stringify(cases)
  return Array.from({ length: times }, () => JSON.parse(text) as AccessCase[]).flat()
}

/** Counts the reasons of an answer, so that none can go unmade. */
const reasons = ({ layers }: ReturnType<typeof evaluate>): number => {
  let count = 0
  for (const { statements } of layers) {
    for (const { elements } of statements) for (const { values } of elements) count += values.length
  }
  return count
}

const evaluateAll = (cases: readonly AccessCase[]) => () => {
  let count = 0
  for (const accessCase of cases) count += reasons(evaluate(accessCase))
  return count
}

/** Measures every cell; `vectors` is the folder of the test vectors. */
export function bench(vectors: string): readonly Cell[] {
  const small = smallCases(vectors)
  const texts = small.map(withTexts)
  const isUnsettled = (accessCase: AccessCase): boolean => evaluate(accessCase).decision === 'depends'
  const unsettled = small.filter(isUnsettled)
  const settled = small.filter((accessCase) => !isUnsettled(accessCase))
  const sweep = (accessCase: AccessCase) => () => {
    const evaluateAction = compileCase(accessCase)
    return () => ACTIONS.reduce((count, action) => count + evaluateAction(action, '*').layers.length, 0)
  }
  const decisions = (accessCase: AccessCase) => () => {
    const decide = compileDecisions(accessCase)
    return () => ACTIONS.reduce((count, action) => count + decide(action, '*').decision.length, 0)
  }
  const typical = { ...LARGE, policies: { identity: LARGE.policies.identity?.slice(0, 3) ?? [] } }
  const open: AccessCase = {
    ...typical,
    request: { ...LARGE.request, otherContext: 'unknown' },
    policies: { ...typical.policies, otherLayers: 'unknown' },
  }
  return [
    measure('small cases as fresh objects', small.length * 10, () => evaluateAll(copies(small, 10))),
    measure('small cases as JSON text', small.length * 10, () => evaluateAll(copies(texts, 10))),
    measure('of them, those that depend on nothing, as fresh objects', settled.length * 10, () =>
      evaluateAll(copies(settled, 10)),
    ),
    measure('of them, those that depend, as fresh objects', unsettled.length * 10, () =>
      evaluateAll(copies(unsettled, 10)),
    ),
    measure('a principal with 20 policies of 6 kB', 200, () => evaluateAll(copies([LARGE], 200))),
    measure('the same with three holes', 50, () => evaluateAll(copies([MASKED], 50))),
    measure('the same where nobody names the caller', 50, () => evaluateAll(copies([NAMELESS], 50))),
    measure('the same where nobody names the resource either', 20, () => evaluateAll(copies([UNKNOWN], 20))),
    measure('a sweep of 22,000 actions over 3 policies of 6 kB', ACTIONS.length, sweep(typical)),
    measure('a sweep of 22,000 actions over 20 policies of 6 kB', ACTIONS.length, sweep(LARGE)),
    measure('its decisions alone, 3 policies, all else unknown', ACTIONS.length, decisions(open)),
  ]
}

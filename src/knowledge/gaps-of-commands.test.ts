import { expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import type { SituationAnswer, SituationShape } from '../facts/situations/situation-row'
import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { SITUATION_ROWS } from '../facts/situations/situations'
import { factsOf, observe } from './observe'

/** Things as errors and commands name them: by an ARN, by the form of an id, by a label. */
const SHOWN = [
  ...['acm:eu-west-1:111122223333:certificate/0a', 'acm-pca:eu-west-1:111122223333:certificate-authority/0b'],
  ...['cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a', 'datasync:eu-west-1:111122223333:location/loc-0a'],
  ...['ecs:eu-west-1:111122223333:task-definition/web:3', 'kafka:eu-west-1:111122223333:cluster/main/0a'],
  ...['ecs:eu-west-1:111122223333:task/main/0123456789abcdef0123456789abcdef', 'rds:eu-west-1:111122223333:cluster:a'],
  ...['elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0a', 'sns:eu-west-1:111122223333:orders'],
  ...['codeconnections:eu-west-1:111122223333:connection/0a', 'logs:eu-west-1:111122223333:log-group:/app/web'],
  ...['rds:eu-west-1:111122223333:db:one', 'iam::111122223333:role/deploy', 'kinesis:eu-west-1:111122223333:stream/in'],
  ...['secretsmanager:eu-west-1:111122223333:secret:db', 'lambda:eu-west-1:111122223333:function:web:live'],
  ...['kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001', 'es:eu-west-1:111122223333:domain/search'],
  ...['bedrock:eu-west-1::foundation-model/anthropic.claude', 'sqs:eu-west-1:111122223333:orders'],
]
  .map((rest) => `arn:aws:${rest}`)
  .concat(['ami-0123456789abcdef0', 'i-0123456789abcdef0', 'lt-0123456789abcdef0', 'fs-0123456789abcdef0'])
  .concat(['subnet-0123456789abcdef0', 'snap-0123456789abcdef0', 'vpc-0123456789abcdef0', 'pcx-0123456789abcdef0'])
  .concat(['s-0123456789abcdef0', 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod', 's3://depot/a/b.txt'])

const LABELS = [
  ...[
    'repository',
    'cluster',
    'environment',
    'distribution',
    'identity pool',
    'nodegroup',
    'stack',
    'vault',
    'pipeline',
  ],
  ...['agent', 'profile', 'application', 'workgroup', 'project', 'table', 'rule', 'policy store', 'namespace', 'task'],
]

const seenIn = (text: string, principal = '', resource = ''): readonly string[] =>
  Object.keys(
    factsOf(
      observe(
        { version: 1, error: text, request: { principal, action: 's3:GetObject', resource }, policies: {} },
        parseDenials(text)[0] ?? null,
        [],
      ),
    ),
  )

const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/one'

/** The gaps that something beside the sentence of a service fills. */
const FILLED: ReadonlySet<string> = new Set([
  ...SHOWN.flatMap((one) => seenIn(one, SESSION, one.startsWith('arn:') ? one : '')),
  ...seenIn(LABELS.map((label) => `${label} name: "one-of-them"`).join('\n')),
  ...seenIn('aws --user-pool-id eu-west-1_aBcDeFgHi'),
  ...seenIn('Error: pods is forbidden: User "app" cannot list resource "pods" in API group "" in the namespace "web"'),
  ...seenIn('Insufficient Lake Formation permission(s): Required Select on orders'),
  // What is found with the row: the role that launches, what a service prescribes of its role, the issuer that the sentence beside names.
  ...['linkedRole', 'linkedService', 'roleName', 'rolePolicy', 'furtherPolicy', 'issuer'],
  ...seenIn(`User: ${SESSION} is not authorized to perform: s3:GetObject`, SESSION, 'arn:aws:s3:::depot/a/b.txt'),
])

const gapsIn = (text: string): readonly string[] => [...text.matchAll(/\{([a-z]+)\}/gi)].map(([, name = '']) => name)

/** The gaps that the sentence itself fills. */
const ownOf = ({ says = [], pattern }: SituationShape): readonly string[] => [
  ...says.flatMap(gapsIn),
  ...[...(pattern?.source ?? '').matchAll(/\(\?<([a-z]+)>/gi)].map(([, name = '']) => name),
]

const commandsOf = ({ check = '', changes }: SituationAnswer): readonly string[] => [
  check,
  ...changes.flatMap(({ run = '', option }) => [run, option?.words ?? '']),
]

it('has no gap in a command of a situation that nothing ever fills: what nobody knows is a blank', () => {
  const never = SITUATION_ROWS.flatMap(([id, shape]) => {
    const own = ownOf(shape)
    return commandsOf(SITUATION_ANSWERS[id])
      .flatMap(gapsIn)
      .filter((gap) => !own.includes(gap) && !FILLED.has(gap))
      .map((gap) => `${id}: {${gap}}`)
  })
  expect(never).toEqual([])
})

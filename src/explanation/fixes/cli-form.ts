import type { ShellCommand } from '../explanation'
import { command, literal, type CommandWord } from '../steps/script'
import { inlinePolicy, isInline, policyArn, type FormFacts } from './form-facts'

type Put = (facts: FormFacts) => readonly ShellCommand[]

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)

const byArn =
  (...words: readonly string[]): Put =>
  ({ resource, compact, regionFlag }) =>
    resource
      ? [literal(['aws', ...words.map((word) => (word === 'ARN' ? resource.arn : word)), compact, ...regionFlag])]
      : []

const queuePolicy: Put = ({ resource, compact, regionFlag }) => {
  if (resource === null) return []
  const url: CommandWord = {
    output: [
      ...['aws', 'sqs', 'get-queue-url', '--queue-name', resource.name],
      ...['--query', 'QueueUrl', '--output', 'text', ...regionFlag],
    ],
  }
  const attributes = JSON.stringify({ Policy: compact })
  return [command('aws', 'sqs', 'set-queue-attributes', '--queue-url', url, '--attributes', attributes, ...regionFlag)]
}

const bucketPolicy: Put = ({ resource, compact, regionFlag }) => {
  const [bucket] = resource?.name.split('/') ?? []
  if (!bucket || bucket === 'accesspoint') return []
  return [literal(['aws', 's3api', 'put-bucket-policy', '--bucket', bucket, '--policy', compact, ...regionFlag])]
}

const repositoryPolicy: Put = ({ resource, compact, regionFlag }) =>
  resource
    ? [
        literal([
          ...['aws', 'ecr', 'set-repository-policy', '--repository-name', resource.name.replace(/^repository\//, '')],
          ...['--policy-text', compact, ...regionFlag],
        ]),
      ]
    : []

const trustPolicy: Put = ({ resource, compact, globalFlag }) =>
  resource
    ? [
        literal([
          ...['aws', 'iam', 'update-assume-role-policy', '--role-name', lastPart(resource.name)],
          ...['--policy-document', compact, ...globalFlag],
        ]),
      ]
    : []

/** How to put a resource's own policy, by the service in its ARN. */
const RESOURCE_PUTS: Readonly<Record<string, Put>> = {
  s3: bucketPolicy,
  kms: byArn('kms', 'put-key-policy', '--key-id', 'ARN', '--policy-name', 'default', '--policy'),
  sqs: queuePolicy,
  sns: byArn('sns', 'set-topic-attributes', '--topic-arn', 'ARN', '--attribute-name', 'Policy', '--attribute-value'),
  secretsmanager: byArn('secretsmanager', 'put-resource-policy', '--secret-id', 'ARN', '--resource-policy'),
  dynamodb: byArn('dynamodb', 'put-resource-policy', '--resource-arn', 'ARN', '--policy'),
  kinesis: byArn('kinesis', 'put-resource-policy', '--resource-arn', 'ARN', '--policy'),
  lambda: byArn('lambda', 'put-resource-policy', '--resource-arn', 'ARN', '--policy'),
  ecr: repositoryPolicy,
  iam: trustPolicy,
}

const managedPolicy: Put = (facts) => [
  literal([
    ...['aws', 'iam', 'create-policy-version', '--set-as-default', '--policy-arn', policyArn(facts)],
    ...['--policy-document', facts.compact, ...facts.globalFlag],
  ]),
]

const identityPolicy: Put = (facts) => {
  const { entity, label, globalFlag } = facts
  if (!isInline(facts) || entity === null) return managedPolicy(facts)
  return [
    literal([
      ...['aws', 'iam', `put-${entity.kind}-policy`, `--${entity.kind}-name`, entity.name, '--policy-name', label],
      ...['--policy-document', JSON.stringify(inlinePolicy(facts)), ...globalFlag],
    ]),
  ]
}

const POLICY_ID = /^p-[a-z0-9]+$/i

/** Names that can stand in a query without ending its string. */
const PLAIN_NAME = /^[\w +=,.@/-]+$/

const organizationPolicyId = (name: string, type: string): CommandWord | null => {
  if (POLICY_ID.test(name)) return name
  if (!PLAIN_NAME.test(name)) return null
  const query = `Policies[?Name=='${name}'].Id`
  return { output: ['aws', 'organizations', 'list-policies', '--filter', type, '--query', query, '--output', 'text'] }
}

const TARGET_ID = /^(?:\d{12}|r-[a-z0-9]+|ou-[a-z0-9-]+)$/

const targetId = (target: string | null): CommandWord | null => {
  if (target !== null && TARGET_ID.test(target)) return target
  const isRoot = target !== null && /^root$/i.test(target)
  return isRoot
    ? { output: ['aws', 'organizations', 'list-roots', '--query', 'Roots[0].Id', '--output', 'text'] }
    : null
}

const organizationPolicy =
  (type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'): Put =>
  ({ change, compact, target, label, fix }) => {
    const organizations = (...words: readonly CommandWord[]) => command('aws', 'organizations', ...words)
    if (change.policy !== null) {
      const id = organizationPolicyId(change.name, type)
      return id === null ? [] : [organizations('update-policy', '--policy-id', id, '--content', compact)]
    }
    const to = targetId(target)
    const attach = (id: CommandWord): readonly ShellCommand[] =>
      to === null ? [] : [organizations('attach-policy', '--policy-id', id, '--target-id', to)]
    if (fix.code.includes('attach-full-access')) return attach('p-FullAWSAccess')
    const create = organizations(
      'create-policy',
      '--type',
      type,
      '--name',
      label,
      '--description',
      label,
      '--content',
      compact,
    )
    return [create, ...attach(organizationPolicyId(label, type) ?? label)]
  }

const resourcePolicy: Put = (facts) => {
  const service = facts.resource?.service ?? ''
  return Object.hasOwn(RESOURCE_PUTS, service) ? (RESOURCE_PUTS[service]?.(facts) ?? []) : []
}

const endpointPolicy: Put = ({ endpoint, compact, regionFlag }) =>
  endpoint === null
    ? []
    : [
        literal([
          ...['aws', 'ec2', 'modify-vpc-endpoint', '--vpc-endpoint-id', endpoint],
          ...['--policy-document', compact, ...regionFlag],
        ]),
      ]

const sessionPolicy: Put = ({ entity, caller, compact, regionFlag }) =>
  entity?.kind === 'role'
    ? [
        literal([
          ...[
            'aws',
            'sts',
            'assume-role',
            '--role-arn',
            entity.arn,
            '--role-session-name',
            caller?.sessionName || 'session',
          ],
          ...['--policy', compact, ...regionFlag],
        ]),
      ]
    : []

/** How each layer's policies are put. */
const PUTS: Readonly<Record<FormFacts['change']['layer'], Put>> = {
  identity: identityPolicy,
  boundary: managedPolicy,
  session: sessionPolicy,
  scps: organizationPolicy('SERVICE_CONTROL_POLICY'),
  rcps: organizationPolicy('RESOURCE_CONTROL_POLICY'),
  resource: resourcePolicy,
  endpoint: endpointPolicy,
}

/** A changed policy as AWS CLI commands. */
export const cliForm = (facts: FormFacts): readonly ShellCommand[] => PUTS[facts.change.layer](facts)

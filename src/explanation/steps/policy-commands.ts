import type { ShellCommand } from '../../text/shell-quote'
import { AS_JSON, both, command, forEach, literal, upToRoot, withFound, type CommandWord } from './script'

const AS_TEXT = ['--output', 'text'] as const

const POLICY_ARN = { variable: 'arn' } as const

/** A name as text, or the variable that holds it. */
type Name = string | { readonly variable: string }

/** Names that stand in a query without ending its string. */
const PLAIN_NAME = /^[\w+=,.@/:-]+$/

type Field = readonly [name: string, value: Name]

/** A query that prints names beside what is found, so that the output says by itself where it belongs. */
const naming = (fields: readonly Field[], found: string): readonly CommandWord[] => {
  if (fields.some(([, value]) => typeof value === 'string' && !PLAIN_NAME.test(value))) return []
  const named = fields.flatMap(([name, value]) => [`${name}:'`, value, `',`])
  return ['--query', { template: ['{', ...named, `${found}}`] }]
}

/** The document of the managed policy in the loop's variable. */
const managedDocument = (query: readonly CommandWord[], region: readonly string[]): ShellCommand =>
  command(
    ...['aws', 'iam', 'get-policy-version', '--policy-arn'],
    POLICY_ARN,
    '--version-id',
    {
      output: [
        ...['aws', 'iam', 'get-policy', '--policy-arn'],
        POLICY_ARN,
        ...['--query', 'Policy.DefaultVersionId', ...AS_TEXT, ...region],
      ],
    },
    ...query,
    ...region,
    ...AS_JSON,
  )

const OWNER_FIELDS = { user: 'UserName', role: 'RoleName', group: 'GroupName' } as const

type Kind = keyof typeof OWNER_FIELDS

const managed = (kind: Kind, name: Name, region: readonly string[]): ShellCommand => {
  const fields: readonly Field[] = [
    [OWNER_FIELDS[kind], name],
    ['PolicyName', POLICY_ARN],
  ]
  return forEach(
    'arn',
    [
      ...['aws', 'iam', `list-attached-${kind}-policies`, `--${kind}-name`],
      name,
      ...['--query', 'AttachedPolicies[].PolicyArn', ...AS_TEXT, ...region],
    ],
    managedDocument(naming(fields, 'PolicyDocument:PolicyVersion.Document'), region),
  )
}

const inline = (kind: Kind, name: CommandWord, region: readonly string[]): ShellCommand =>
  forEach(
    'name',
    ['aws', 'iam', `list-${kind}-policies`, `--${kind}-name`, name, '--query', 'PolicyNames[]', ...AS_TEXT, ...region],
    command(
      'aws',
      'iam',
      `get-${kind}-policy`,
      `--${kind}-name`,
      name,
      '--policy-name',
      { variable: 'name' },
      ...region,
      ...AS_JSON,
    ),
  )

/** All managed policies of a user or role. */
export const managedPolicies = (kind: 'user' | 'role', name: string, region: readonly string[]): ShellCommand =>
  managed(kind, name, region)

/** All inline policies of a user or role. */
export const inlinePolicies = (kind: 'user' | 'role', name: string, region: readonly string[]): ShellCommand =>
  inline(kind, name, region)

/** All policies of the groups of a user. */
export const groupPolicies = (user: string, region: readonly string[]): ShellCommand =>
  forEach(
    'group',
    [
      ...['aws', 'iam', 'list-groups-for-user', '--user-name', user],
      ...['--query', 'Groups[].GroupName', ...AS_TEXT, ...region],
    ],
    both(managed('group', { variable: 'group' }, region), inline('group', { variable: 'group' }, region)),
  )

/** The permissions boundary of a user or role. */
export const boundaryPolicy = (kind: 'user' | 'role', name: string, region: readonly string[]): ShellCommand => {
  const owner = kind === 'user' ? 'User' : 'Role'
  const query = `${owner}.PermissionsBoundary.PermissionsBoundaryArn`
  const find = ['aws', 'iam', `get-${kind}`, `--${kind}-name`, name, '--query', query, ...AS_TEXT, ...region]
  const fields: readonly Field[] = [
    [OWNER_FIELDS[kind], name],
    ['PermissionsBoundaryArn', POLICY_ARN],
  ]
  return withFound('arn', find, managedDocument(naming(fields, 'Document:PolicyVersion.Document'), region))
}

/** One policy of an organization, by its id: what it prints says which kind it is. */
export const organizationPolicy = (id: string): ShellCommand =>
  literal(['aws', 'organizations', 'describe-policy', '--policy-id', id, ...AS_JSON])

/** The service or resource control policies of an account and of everything above it. */
export const organizationPolicies = (
  filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
  account: string,
): ShellCommand => {
  const target = { variable: 'target' } as const
  const ids: readonly CommandWord[] = [
    ...['aws', 'organizations', 'list-policies-for-target', '--target-id'],
    target,
    ...['--filter', filter, '--query', 'Policies[].Id', ...AS_TEXT],
  ]
  const query = naming([['Target', target]], 'PolicySummary:Policy.PolicySummary,Content:Policy.Content')
  const describe = command(
    'aws',
    'organizations',
    'describe-policy',
    '--policy-id',
    { variable: 'id' },
    ...query,
    ...AS_JSON,
  )
  const parent = ['aws', 'organizations', 'list-parents', '--child-id', target, '--query', 'Parents[0].Id', ...AS_TEXT]
  return upToRoot(account, parent, forEach('id', ids, describe))
}

/**
 * Endpoint services by the service in an action, where the two have other names: what follows "com.amazonaws.REGION.".
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const ENDPOINT_SERVICES: Readonly<Record<string, readonly string[]>> = {
  bedrock: ['bedrock', 'bedrock-*'],
  cloudwatch: ['monitoring', 'monitoring-fips'],
  codeartifact: ['codeartifact.*'],
  codecommit: ['codecommit', 'codecommit-fips', 'git-codecommit', 'git-codecommit-fips'],
  ecr: ['ecr.*'],
  ecs: ['ecs', 'ecs-agent', 'ecs-telemetry'],
  firehose: ['kinesis-firehose', 'kinesis-firehose-fips'],
  geo: ['geo.*'],
  iot: ['iot.*'],
  kinesis: ['kinesis-streams', 'kinesis-streams-fips'],
  sagemaker: ['sagemaker.*'],
  ses: ['email', 'email-smtp'],
  states: ['states', 'states-fips', 'sync-states', 'sync-states-fips'],
}

const endpointServices = (service: string): readonly string[] => {
  const known = Object.hasOwn(ENDPOINT_SERVICES, service) ? ENDPOINT_SERVICES[service] : undefined
  return known ?? [service, `${service}-fips`]
}

/** The policies of a VPC endpoint, or of all endpoints for a service. */
export const endpointPolicy = (endpoint: string | null, service: string, region: string | null): ShellCommand => {
  const flags = region === null ? [] : ['--region', region]
  const names = endpointServices(service.toLowerCase()).map((name) => `*.${name}`)
  const which =
    endpoint === null ? ['--filters', `Name=service-name,Values=${names.join(',')}`] : ['--vpc-endpoint-ids', endpoint]
  return literal(['aws', 'ec2', 'describe-vpc-endpoints', ...which, ...flags, ...AS_JSON])
}

/** What AWS recorded of a denial under its authorization id: the request context, and what each policy did. */
export const authorizationDetails = (id: string, region: readonly string[]): ShellCommand =>
  literal(['aws', 'iam-toolbox', 'get-request-authorization-details', '--authorization-id', id, ...region, ...AS_JSON])

/**
 * Each policy as it was when AWS denied, under the URI that the details give it.
 * https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationPolicy.html
 */
export const authorizationPolicies = (id: string, region: readonly string[]): ShellCommand => {
  const uri = { variable: 'uri' } as const
  return forEach(
    'uri',
    [
      ...['aws', 'iam-toolbox', 'get-request-authorization-details', '--authorization-id', id],
      ...['--query', 'policies[].uri', ...AS_TEXT, ...region],
    ],
    command(
      ...['aws', 'iam-toolbox', 'get-request-authorization-policy', '--authorization-id', id, '--policy-uri'],
      uri,
      ...naming([['PolicyUri', uri]], 'Policy:@'),
      ...region,
      ...AS_JSON,
    ),
  )
}

import type { ShellCommand } from '../explanation'
import { both, command, forEach, literal, upToRoot, withFound, type CommandWord } from './script'

const AS_TEXT = ['--output', 'text'] as const

const POLICY_ARN: CommandWord = { variable: 'arn' }

/** The document of the managed policy in the loop's variable. */
const managedDocument = (region: readonly string[]): ShellCommand =>
  command(
    ...['aws', 'iam', 'get-policy-version', '--policy-arn'],
    POLICY_ARN,
    '--version-id',
    {
      output: [
        'aws',
        'iam',
        'get-policy',
        '--policy-arn',
        POLICY_ARN,
        '--query',
        'Policy.DefaultVersionId',
        ...AS_TEXT,
        ...region,
      ],
    },
    ...region,
  )

type Kind = 'user' | 'role' | 'group'

const managed = (kind: Kind, name: CommandWord, region: readonly string[]): ShellCommand =>
  forEach(
    'arn',
    [
      ...['aws', 'iam', `list-attached-${kind}-policies`, `--${kind}-name`],
      name,
      ...['--query', 'AttachedPolicies[].PolicyArn', ...AS_TEXT, ...region],
    ],
    managedDocument(region),
  )

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
  return withFound('arn', find, managedDocument(region))
}

/** The service or resource control policies of an account and of everything above it. */
export const organizationPolicies = (
  filter: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
  account: string,
): ShellCommand => {
  const target: CommandWord = { variable: 'target' }
  const ids: readonly CommandWord[] = [
    ...['aws', 'organizations', 'list-policies-for-target', '--target-id'],
    target,
    ...['--filter', filter, '--query', 'Policies[].Id', ...AS_TEXT],
  ]
  const describe = command('aws', 'organizations', 'describe-policy', '--policy-id', { variable: 'id' })
  const parent = ['aws', 'organizations', 'list-parents', '--child-id', target, '--query', 'Parents[0].Id', ...AS_TEXT]
  return upToRoot(account, parent, forEach('id', ids, describe))
}

/** The policies of a VPC endpoint, or of all endpoints for a service. */
export const endpointPolicy = (endpoint: string | null, service: string, region: string | null): ShellCommand => {
  const flags = region === null ? [] : ['--region', region]
  const which =
    endpoint === null ? ['--filters', `Name=service-name,Values=*.${service}`] : ['--vpc-endpoint-ids', endpoint]
  return literal(['aws', 'ec2', 'describe-vpc-endpoints', ...which, ...flags])
}

import type { ShellCommand } from '../../text/shell-quote'
import { accessPointName, lastPart, withoutType } from './resource-names'
import { AS_JSON, command, literal } from './script'

/** The resource whose policy is wanted, taken apart. */
export interface NamedResource {
  readonly arn: string
  readonly service: string
  readonly region: string
  readonly account: string
  /** Everything after the fifth colon. */
  readonly name: string
}

type Fetch = (resource: NamedResource, region: readonly string[]) => ShellCommand | null

const byArn =
  (...words: readonly string[]): Fetch =>
  ({ arn }, region) =>
    literal(['aws', ...words, arn, ...region, ...AS_JSON])

const accessPoint: Fetch = ({ name, account }, region) => {
  const point = accessPointName(name)
  if (point === null) return null
  return literal([
    'aws',
    's3control',
    'get-access-point-policy',
    '--account-id',
    account,
    '--name',
    point,
    ...region,
    ...AS_JSON,
  ])
}

const bucket: Fetch = (resource, region) => {
  const point = accessPoint(resource, region)
  if (point !== null) return point
  const [name] = resource.name.split('/')
  return name ? literal(['aws', 's3api', 'get-bucket-policy', '--bucket', name, ...region, ...AS_JSON]) : null
}

const queue: Fetch = ({ name, account }, region) =>
  command(
    ...['aws', 'sqs', 'get-queue-attributes', '--attribute-names', 'Policy', 'QueueArn', '--queue-url'],
    {
      output: [
        ...['aws', 'sqs', 'get-queue-url', '--queue-name', name, '--queue-owner-aws-account-id', account],
        ...['--query', 'QueueUrl', '--output', 'text', ...region],
      ],
    },
    ...region,
    ...AS_JSON,
  )

const repository: Fetch = ({ name, account }, region) =>
  literal([
    ...['aws', 'ecr', 'get-repository-policy', '--registry-id', account],
    ...['--repository-name', withoutType(name), ...region, ...AS_JSON],
  ])

const role: Fetch = ({ name }, region) =>
  name.startsWith('role/')
    ? literal(['aws', 'iam', 'get-role', '--role-name', lastPart(name), ...region, ...AS_JSON])
    : null

const key: Fetch = ({ arn, name }, region) =>
  name.startsWith('key/')
    ? literal(['aws', 'kms', 'get-key-policy', '--key-id', arn, '--policy-name', 'default', ...region, ...AS_JSON])
    : null

const logs: Fetch = (_, region) => literal(['aws', 'logs', 'describe-resource-policies', ...region, ...AS_JSON])

/** A function, with its alias or version; of a layer each version has a policy of its own. */
const functionOrLayer: Fetch = (resource, region) => {
  const [type, , version] = resource.name.split(':')
  if (type !== 'layer') return byArn('lambda', 'get-policy', '--function-name')(resource, region)
  if (version === undefined) return null
  const layer = resource.arn.slice(0, -version.length - 1)
  return literal([
    ...['aws', 'lambda', 'get-layer-version-policy', '--layer-name', layer, '--version-number', version],
    ...region,
    ...AS_JSON,
  ])
}

const bus: Fetch = ({ name }, region) =>
  literal(['aws', 'events', 'describe-event-bus', '--name', withoutType(name), ...region, ...AS_JSON])

const fileSystem: Fetch = ({ name }, region) =>
  literal(['aws', 'efs', 'describe-file-system-policy', '--file-system-id', lastPart(name), ...region, ...AS_JSON])

const vault: Fetch = ({ name }, region) =>
  literal([
    'aws',
    'backup',
    'get-backup-vault-access-policy',
    '--backup-vault-name',
    lastPart(name),
    ...region,
    ...AS_JSON,
  ])

const catalog: Fetch = (_, region) => literal(['aws', 'glue', 'get-resource-policy', ...region, ...AS_JSON])

const domain: Fetch = ({ name }, region) =>
  literal(['aws', 'opensearch', 'describe-domain', '--domain-name', name.split('/')[1] ?? '', ...region, ...AS_JSON])

/** How to fetch a resource's own policy, by the service in its ARN. */
const FETCHES: Readonly<Record<string, Fetch>> = {
  s3: bucket,
  kms: key,
  sqs: queue,
  sns: byArn('sns', 'get-topic-attributes', '--topic-arn'),
  lambda: functionOrLayer,
  secretsmanager: byArn('secretsmanager', 'get-resource-policy', '--secret-id'),
  dynamodb: byArn('dynamodb', 'get-resource-policy', '--resource-arn'),
  kinesis: byArn('kinesis', 'get-resource-policy', '--resource-arn'),
  ecr: repository,
  iam: role,
  logs,
  events: bus,
  elasticfilesystem: fileSystem,
  backup: vault,
  glue: catalog,
  es: domain,
}

/** The command that prints a resource's own policy; null where the service has none that is known here. */
export const resourcePolicy = (resource: NamedResource, region: readonly string[]): ShellCommand | null =>
  Object.hasOwn(FETCHES, resource.service) ? (FETCHES[resource.service]?.(resource, region) ?? null) : null

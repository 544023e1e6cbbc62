import { splitArn } from '../iam/arn'
import { coversForm, readClaimForm } from '../iam/claim-form'
import type { RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'
import { REGION_NAME } from '../iam/regions-in-text'
import { matchWildcard } from '../iam/wildcard'
import { own } from '../text/own'

/** A value that people give `aws:SourceArn`, and what the service sends in its place: both as `service:resource`, with gaps. */
export interface MistakenSource extends RowSource {
  readonly service: string
  readonly written: string
  readonly meant: string
  /** The Region or the account in it is the mistake: what is sent has neither. */
  readonly isOfPlace?: true
}

const row = (
  service: string,
  written: string,
  meant: string,
  page: string,
  confirmed: MistakenSource['confirmed'] = '2026-11-29',
): MistakenSource => ({
  service: `${service}.amazonaws.com`,
  written,
  meant,
  page: DOCS + page,
  confirmed,
})

const without = (...parts: Parameters<typeof row>): MistakenSource => ({ ...row(...parts), isOfPlace: true })

/** What a service never sends as the resource for which it calls, though people write it. */
const MISTAKEN_SOURCES: readonly MistakenSource[] = [
  row(
    'scheduler',
    'scheduler:schedule/{group}/{name}',
    'scheduler:schedule-group/{group}',
    'scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  ),
  row('sns', 'sns:{topic}:{uuid}', 'sns:{topic}', 'sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html'),
  row(
    'apigateway',
    'apigateway:/restapis/{api}/{anything}',
    'execute-api:{api}/*',
    'apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
  ),
  row(
    'events',
    'events:event-bus/{name}',
    'events:rule/{name}/*',
    'eventbridge/latest/userguide/eb-use-resource-based.html',
  ),
  row(
    's3',
    's3:{bucket}/{anything}',
    's3:{bucket}',
    'AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  ),
  // The ARN of a bucket has no Region and no account.
  without(
    's3',
    's3:{bucket}',
    's3:{bucket}',
    'AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
    '2026-12-02',
  ),
  without(
    'logging.s3',
    's3:{bucket}',
    's3:{bucket}',
    'AmazonS3/latest/userguide/enable-server-access-logging.html',
    'unconfirmed',
  ),
  row(
    'cloudfront',
    'cloudfront:origin-access-control/{name}',
    'cloudfront:distribution/<distribution>',
    'AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ),
  row(
    'cloudfront',
    'cloudfront:origin-access-identity/{name}',
    'cloudfront:distribution/<distribution>',
    'AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ),
  // The ARN of a log group ends in `:*`, which `aws_cloudwatch_log_group` leaves out.
  row(
    'logs',
    'logs:log-group:{logGroup}',
    'logs:log-group:{logGroup}:*',
    'AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
    '2026-12-01',
  ),
  // A single cluster isn’t supported there: AWS’s page has the pattern of all that the account runs.
  row(
    'ecs-tasks',
    'ecs:cluster/{cluster}',
    'ecs:*',
    'AmazonECS/latest/developerguide/task-iam-roles.html',
    '2026-12-01',
  ),
  row(
    'states',
    'states:execution:{machine}:{anything}',
    'states:stateMachine:{machine}',
    'step-functions/latest/dg/procedure-create-iam-role.html',
  ),
]

/** The plain name of a service that a policy may name with its Region. */
const plainName = (service: string): string =>
  service.replace(new RegExp(`\\.${REGION_NAME}(?=\\.amazonaws\\.com$)`), '')

/** What a service sends in the place of a mistaken ARN, with the row that says so. */
interface SentInstead {
  readonly row: MistakenSource
  readonly meant: string
}

/** The ARN that a service sends in the place of one that it never sends; null: it can send that one. What is not known of it is a blank. */
export function sentInstead(service: string, written: string): SentInstead | null {
  const parts = splitArn(written)
  if (parts === null) return null
  const [, partition, of, region, account, rest] = parts
  const tail = `${of}:${rest}`
  const hasPlace = `${region}${account}` !== ''
  const row = MISTAKEN_SOURCES.find(
    (one) =>
      one.service === plainName(service) &&
      (one.isOfPlace !== true || hasPlace) &&
      coversForm(tail, one.written, false),
  )
  if (row === undefined) return null
  const gaps = readClaimForm(tail, row.written)
  const [sender = '', ...path] = row.meant
    .replace(/\{([a-z]{1,30})\}/gi, (gap, name: string) => own(gaps, name) ?? gap)
    .split(':')
  const known = (field: string, name: string) => (sender === 's3' || field !== '' ? field : `<${name}>`)
  const place = row.isOfPlace === true ? ['', ''] : [known(region, 'region'), known(account, 'account')]
  const meant = ['arn', partition, sender, ...place, path.join(':')].join(':')
  // A pattern that takes in what is sent is no mistake.
  return written.includes('*') && matchWildcard(written, meant) ? null : { row, meant }
}

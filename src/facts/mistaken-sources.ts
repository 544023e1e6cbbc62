import type { RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'

/** A value that people give `aws:SourceArn`, and what the service sends in its place: both as `service:resource`, with gaps. */
export interface MistakenSource extends RowSource {
  readonly service: string
  readonly written: string
  readonly meant: string
}

const row = (service: string, written: string, meant: string, page: string): MistakenSource => ({
  service: `${service}.amazonaws.com`,
  written,
  meant,
  page: DOCS + page,
  confirmed: '2026-11-29',
})

/** What a service never sends as the resource for which it calls, though people write it. */
export const MISTAKEN_SOURCES: readonly MistakenSource[] = [
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
  row(
    'states',
    'states:execution:{machine}:{anything}',
    'states:stateMachine:{machine}',
    'step-functions/latest/dg/procedure-create-iam-role.html',
  ),
]

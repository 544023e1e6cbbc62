import { splitArn } from '../iam/arn'

/** Ids that are made for one use and never come again: a statement for one of them would never count again. */
interface OneOffIds {
  readonly service: string
  /** The last part of the ARN: what stays, and the id. */
  readonly id: RegExp
  readonly page: string
}

const DOCS = 'https://docs.aws.amazon.com/'
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const ONE_OFF: readonly OneOffIds[] = [
  {
    service: 'ssm',
    // The name of the user or of the role session, and an id.
    id: /^(session\/.{1,200}-)[0-9a-f]{17}$/,
    page: `${DOCS}systems-manager/latest/userguide/getting-started-restrict-access-examples.html`,
  },
  {
    service: 'ssm',
    id: new RegExp(`^(automation-execution/)${UUID}$`),
    page: `${DOCS}service-authorization/latest/reference/list_awssystemsmanager.html`,
  },
  {
    service: 'ecs',
    id: /^(task\/[\w-]{1,255}\/)[0-9a-f]{32}$/,
    page: `${DOCS}AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html`,
  },
  {
    service: 'ecs',
    id: /^(task-definition\/[\w-]{1,255}:)\d{1,9}$/,
    page: `${DOCS}AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html`,
  },
  {
    service: 'cloudformation',
    id: new RegExp(`^(stack/[\\w-]{1,128}/)${UUID}$`),
    page: `${DOCS}AWSCloudFormation/latest/UserGuide/control-access-with-iam.html`,
  },
  {
    service: 'states',
    id: /^(execution:[^:*?]{1,80}:)[^:*?]{1,80}$/,
    page: `${DOCS}step-functions/latest/dg/concept-create-iam-advanced.html`,
  },
  {
    service: 'states',
    // Of an express workflow the execution has two ids.
    id: /^(express:[^:*?]{1,80}:)[^:*?]{1,80}:[^:*?]{1,80}$/,
    page: `${DOCS}step-functions/latest/dg/concept-create-iam-advanced.html`,
  },
  {
    service: 'logs',
    // A stream is made anew by each instance, task or function.
    id: /^(log-group:[\w./#-]{1,512}:log-stream:)[^:*]{1,512}$/,
    page: `${DOCS}service-authorization/latest/reference/list_amazoncloudwatchlogs.html`,
  },
  {
    service: 'route53',
    id: /^(change\/)[A-Z\d]{1,32}$/,
    page: `${DOCS}Route53/latest/DeveloperGuide/access-control-managing-permissions.html`,
  },
  {
    service: 'cloudformation',
    id: new RegExp(`^(changeSet/[\\w-]{1,128}/)${UUID}$`),
    page: `${DOCS}AWSCloudFormation/latest/UserGuide/control-access-with-iam.html`,
  },
  {
    service: 'cloudfront',
    id: /^(distribution\/[A-Z\d]{1,20}\/invalidation\/)[A-Z\d]{1,40}$/,
    page: `${DOCS}service-authorization/latest/reference/list_amazoncloudfront.html`,
  },
  {
    service: 'emr-serverless',
    id: /^(\/applications\/[\da-z]{1,64}\/jobruns\/)[\da-z]{1,64}$/,
    page: `${DOCS}service-authorization/latest/reference/list_amazonemrserverless.html`,
  },
  {
    service: 'es',
    // The id of a document.
    id: /^(domain\/[a-z][a-z\d-]{2,27}\/[^/*?]{1,255}\/_(?:doc|create|update|source)\/)[^/*?]{1,512}$/,
    page: `${DOCS}opensearch-service/latest/developerguide/ac.html`,
  },
  {
    service: 'bedrock',
    id: /^(model-invocation-job\/)[a-z\d]{12}$/,
    page: `${DOCS}service-authorization/latest/reference/list_amazonbedrock.html`,
  },
  {
    service: 'codebuild',
    id: new RegExp(`^(build/[^:*?]{1,255}:)${UUID}$`),
    page: `${DOCS}codebuild/latest/userguide/auth-and-access-control-iam-access-control-identity-based.html`,
  },
  {
    service: 'batch',
    id: new RegExp(`^(job/)${UUID}$`),
    page: `${DOCS}batch/latest/userguide/batch-supported-iam-actions-resources.html`,
  },
]

/** The pattern by which AWS’s pages name a resource whose id never comes again; any other resource as it is. */
export function lastingResource(resource: string): string {
  const fields = splitArn(resource)
  if (fields === null) return resource
  const [, , service, , , part] = fields
  const kept = ONE_OFF.find((row) => row.service === service && row.id.test(part))?.id.exec(part)?.[1]
  return kept === undefined ? resource : [...fields.slice(0, 5), `${kept}*`].join(':')
}

import { serviceOfAction } from '../../iam/action'
import { TEMPLATE_TYPES, type TemplateType } from './template-types'

/** What reads back a thing that a template has just made: by both tools, and by Terraform besides. */
interface ReadBack {
  readonly reads: readonly string[]
  readonly terraform?: readonly string[]
}

const both = (...reads: readonly string[]): ReadBack => ({ reads })

/** By the type in Terraform; actions of its service, each on the thing that was made. */
const READ_BACK: Readonly<Record<string, ReadBack>> = {
  aws_sqs_queue: both('GetQueueAttributes', 'ListQueueTags'),
  aws_sns_topic: both('GetTopicAttributes', 'ListTagsForResource'),
  aws_dynamodb_table: {
    reads: ['DescribeTable'],
    terraform: ['DescribeContinuousBackups', 'DescribeTimeToLive', 'ListTagsOfResource'],
  },
  aws_ecr_repository: { reads: ['DescribeRepositories'], terraform: ['ListTagsForResource'] },
  aws_secretsmanager_secret: { reads: ['DescribeSecret'], terraform: ['GetResourcePolicy'] },
  aws_iam_role: { reads: ['GetRole'], terraform: ['ListRolePolicies', 'ListAttachedRolePolicies'] },
  aws_iam_policy: { reads: ['GetPolicy'], terraform: ['GetPolicyVersion'] },
  aws_iam_instance_profile: both('GetInstanceProfile'),
  aws_iam_user: both('GetUser'),
  aws_lambda_function: {
    reads: ['GetFunction'],
    terraform: ['ListVersionsByFunction', 'GetFunctionCodeSigningConfig'],
  },
  aws_s3_bucket: {
    reads: [],
    terraform: [
      'ListBucket',
      'GetBucketPolicy',
      'GetBucketAcl',
      'GetBucketCORS',
      'GetBucketWebsite',
      'GetBucketVersioning',
      'GetAccelerateConfiguration',
      'GetBucketRequestPayment',
      'GetBucketLogging',
      'GetLifecycleConfiguration',
      'GetReplicationConfiguration',
      'GetEncryptionConfiguration',
      'GetBucketObjectLockConfiguration',
      'GetBucketTagging',
    ],
  },
  aws_cloudwatch_event_rule: { reads: ['DescribeRule'], terraform: ['ListTagsForResource'] },
  aws_sfn_state_machine: { reads: ['DescribeStateMachine'], terraform: ['ListTagsForResource'] },
  aws_scheduler_schedule: both('GetSchedule'),
  aws_ecs_cluster: both('DescribeClusters'),
  aws_ecs_service: both('DescribeServices'),
  aws_kinesis_stream: { reads: ['DescribeStreamSummary'], terraform: ['ListTagsForStream'] },
  aws_codebuild_project: both('BatchGetProjects'),
  aws_codepipeline: { reads: ['GetPipeline'], terraform: ['ListTagsForResource'] },
}

/** What a template is doing with a thing, and the actions that it asks on it. */
export interface MadeThing {
  readonly work: string
  readonly grants: readonly { readonly actions: readonly string[]; readonly on: '{resource}' }[]
}

/** Does a name stand in a text, and not only the beginning of a longer one? */
const names = (text: string, name: string): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && !/[a-z\d_]/.test(text.charAt(at + name.length))
}

/** Which tool is at work on a type, in a text in lower case. */
const toolOf = ({ terraform, cloudformation }: TemplateType, lowerText: string): string | null =>
  names(lowerText, terraform) ? 'Terraform' : names(lowerText, cloudformation.toLowerCase()) ? 'CloudFormation' : null

/**
 * The work of a template on a thing, where one of its calls was refused: to make it and read it back, or only to read it.
 * Null: the text shows no such type, or the call is another one.
 */
export function readBack(action: string, lowerText: string): MadeThing | null {
  const service = serviceOfAction(action)
  for (const type of TEMPLATE_TYPES) {
    const row = Object.hasOwn(READ_BACK, type.terraform) ? READ_BACK[type.terraform] : undefined
    if (row === undefined || type.service !== service) continue
    const tool = toolOf(type, lowerText)
    const reads = [...row.reads, ...(tool === 'Terraform' ? (row.terraform ?? []) : [])]
    const isOne = (name: string) => `${service}:${name}`.toLowerCase() === action.toLowerCase()
    if (tool === null || reads.length === 0 || ![type.creates, ...reads].some(isOne)) continue
    const asked = isOne(type.creates) ? [type.creates, ...reads] : reads
    const name = tool === 'Terraform' ? type.terraform : type.cloudformation
    return {
      work: `what ${tool} does with ${name}`,
      grants: [{ actions: asked.map((one) => `${service}:${one}`), on: '{resource}' }],
    }
  }
  return null
}

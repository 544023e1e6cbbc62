/** How templates declare a thing of a kind, and what their references to it stand for. */
interface DeclaredKind {
  readonly terraform: string
  readonly cloudFormation: string
  /** What gives it its name: the argument of Terraform, and the property of CloudFormation. */
  readonly argument: string
  readonly property: string
  /** Its ARN, with its name as `{}`. */
  readonly arn: string
  /** What Terraform's `id` and CloudFormation's Ref are; null: neither its name nor its ARN. */
  readonly id: 'name' | 'arn' | null
  readonly ref: 'name' | 'arn' | null
}

const REGIONAL = '${AWS::Region}:${AWS::AccountId}'

const kind = (
  terraform: string,
  cloudFormation: string,
  [argument, property]: readonly [string, string],
  arn: string,
  [id, ref]: readonly [DeclaredKind['id'], DeclaredKind['ref']] = ['name', 'name'],
): DeclaredKind => ({ terraform, cloudFormation, argument, property, arn, id, ref })

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const DECLARED_KINDS: readonly DeclaredKind[] = [
  kind('aws_s3_bucket', 'AWS::S3::Bucket', ['bucket', 'BucketName'], 'arn:aws:s3:::{}'),
  kind('aws_dynamodb_table', 'AWS::DynamoDB::Table', ['name', 'TableName'], `arn:aws:dynamodb:${REGIONAL}:table/{}`),
  kind('aws_sqs_queue', 'AWS::SQS::Queue', ['name', 'QueueName'], `arn:aws:sqs:${REGIONAL}:{}`, [null, null]),
  kind('aws_sns_topic', 'AWS::SNS::Topic', ['name', 'TopicName'], `arn:aws:sns:${REGIONAL}:{}`, ['arn', 'arn']),
  kind(
    'aws_sfn_state_machine',
    'AWS::StepFunctions::StateMachine',
    ['name', 'StateMachineName'],
    `arn:aws:states:${REGIONAL}:stateMachine:{}`,
    ['arn', 'arn'],
  ),
  kind(
    'aws_lambda_function',
    'AWS::Lambda::Function',
    ['function_name', 'FunctionName'],
    `arn:aws:lambda:${REGIONAL}:function:{}`,
  ),
  kind(
    'aws_ecr_repository',
    'AWS::ECR::Repository',
    ['name', 'RepositoryName'],
    `arn:aws:ecr:${REGIONAL}:repository/{}`,
  ),
  kind('aws_kinesis_stream', 'AWS::Kinesis::Stream', ['name', 'Name'], `arn:aws:kinesis:${REGIONAL}:stream/{}`, [
    'arn',
    'name',
  ]),
  kind(
    'aws_cloudwatch_log_group',
    'AWS::Logs::LogGroup',
    ['name', 'LogGroupName'],
    `arn:aws:logs:${REGIONAL}:log-group:{}`,
  ),
  kind('aws_iam_role', 'AWS::IAM::Role', ['name', 'RoleName'], 'arn:aws:iam::${AWS::AccountId}:role/{}'),
]

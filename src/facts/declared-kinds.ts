/** How templates declare a thing of a kind, and what their references to it stand for. */
interface DeclaredKind {
  readonly terraform: string
  readonly cloudFormation: string
  /** What gives it its name: the argument of Terraform, and the property of CloudFormation; null where no name is in its ARN. */
  readonly named: readonly [argument: string, property: string] | null
  /** Its ARN after the partition: `{name}` is a text without slash and colon, `{path}` one without a colon. */
  readonly arn: string
  /** What Terraform's `id` and CloudFormation's Ref are; null: neither its name nor its ARN. */
  readonly id: 'name' | 'arn' | null
  readonly ref: 'name' | 'arn' | null
  /** CloudFormation's attributes that are its ARN, as what they end in. */
  readonly getAtt: Readonly<Record<string, '' | ':*'>>
  /** Attributes of the CDK's constructs and outputs of Terraform's common modules that are its ARN, and whose names tell it. */
  readonly attributes: readonly string[]
}

type Rest = Partial<Pick<DeclaredKind, 'id' | 'ref' | 'getAtt' | 'attributes'>>

const kind = (
  terraform: string,
  cloudFormation: string,
  named: DeclaredKind['named'],
  arn: string,
  { id = 'name', ref = 'name', getAtt = { Arn: '' }, attributes = [] }: Rest = {},
): DeclaredKind => ({ terraform, cloudFormation, named, arn, id, ref, getAtt, attributes })

const NAME = ['name', 'Name'] as const
const BY_ARN = { id: 'arn', ref: 'arn' } as const

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html
 */
export const DECLARED_KINDS: readonly DeclaredKind[] = [
  kind('aws_cloudwatch_event_bus', 'AWS::Events::EventBus', NAME, 'events:{region}:{account}:event-bus/{path}', {
    attributes: ['eventBusArn'],
  }),
  kind(
    'aws_cloudwatch_log_group',
    'AWS::Logs::LogGroup',
    ['name', 'LogGroupName'],
    'logs:{region}:{account}:log-group:{path}',
    { getAtt: { Arn: ':*' } },
  ),
  kind(
    'aws_dynamodb_table',
    'AWS::DynamoDB::Table',
    ['name', 'TableName'],
    'dynamodb:{region}:{account}:table/{name}',
    { attributes: ['tableArn', 'dynamodb_table_arn'] },
  ),
  kind(
    'aws_ecr_repository',
    'AWS::ECR::Repository',
    ['name', 'RepositoryName'],
    'ecr:{region}:{account}:repository/{path}',
    { attributes: ['repositoryArn'] },
  ),
  kind('aws_ecs_cluster', 'AWS::ECS::Cluster', ['name', 'ClusterName'], 'ecs:{region}:{account}:cluster/{name}', {
    id: 'arn',
  }),
  kind('aws_iam_role', 'AWS::IAM::Role', ['name', 'RoleName'], 'iam::{account}:role/{path}', {
    attributes: ['roleArn'],
  }),
  kind('aws_iam_user', 'AWS::IAM::User', ['name', 'UserName'], 'iam::{account}:user/{path}'),
  kind(
    'aws_kinesis_firehose_delivery_stream',
    'AWS::KinesisFirehose::DeliveryStream',
    ['name', 'DeliveryStreamName'],
    'firehose:{region}:{account}:deliverystream/{name}',
    { id: 'arn' },
  ),
  kind('aws_kinesis_stream', 'AWS::Kinesis::Stream', NAME, 'kinesis:{region}:{account}:stream/{name}', {
    id: 'arn',
    attributes: ['streamArn'],
  }),
  // The `arn` of an alias is the alias’s own; that of its key is `target_key_arn`.
  kind('aws_kms_alias', 'AWS::KMS::Alias', null, 'kms:{region}:{account}:alias/{path}'),
  kind('aws_kms_key', 'AWS::KMS::Key', null, 'kms:{region}:{account}:key/{name}'),
  kind(
    'aws_lambda_function',
    'AWS::Lambda::Function',
    ['function_name', 'FunctionName'],
    'lambda:{region}:{account}:function:{name}',
  ),
  kind('aws_s3_bucket', 'AWS::S3::Bucket', ['bucket', 'BucketName'], 's3:::{name}', {
    attributes: ['bucketArn', 's3_bucket_arn'],
  }),
  // Six characters of Secrets Manager’s follow on the name.
  kind(
    'aws_secretsmanager_secret',
    'AWS::SecretsManager::Secret',
    null,
    'secretsmanager:{region}:{account}:secret:{path}',
    {
      ...BY_ARN,
      getAtt: { Id: '' },
      attributes: ['secretArn'],
    },
  ),
  kind(
    'aws_sfn_state_machine',
    'AWS::StepFunctions::StateMachine',
    ['name', 'StateMachineName'],
    'states:{region}:{account}:stateMachine:{name}',
    { ...BY_ARN, attributes: ['stateMachineArn'] },
  ),
  kind('aws_sns_topic', 'AWS::SNS::Topic', ['name', 'TopicName'], 'sns:{region}:{account}:{name}', {
    ...BY_ARN,
    getAtt: { TopicArn: '' },
    attributes: ['topicArn'],
  }),
  kind('aws_sqs_queue', 'AWS::SQS::Queue', ['name', 'QueueName'], 'sqs:{region}:{account}:{name}', {
    id: null,
    ref: null,
    attributes: ['queueArn'],
  }),
  // Its name begins with the slash, or doesn’t.
  kind('aws_ssm_parameter', 'AWS::SSM::Parameter', null, 'ssm:{region}:{account}:parameter{path}'),
]

/** The ARN of a thing of a kind with a name, as a template has it: Region and account stand for those of the stack. */
export const templateArnOf = ({ arn }: DeclaredKind, name: string): string =>
  `arn:aws:${arn}`
    .replace('{region}', () => '${AWS::Region}')
    .replace('{account}', () => '${AWS::AccountId}')
    .replace(/\{(?:name|path)\}/, () => name)

/** Terraform's reference to the ARN of what a block declares: its type, and the block's label. */
export const TERRAFORM_ARN = String.raw`\$\{(?:data\.|module\.[\w-]{1,64}\.)?(aws_[a-z\d_]{2,60})\.([\w-]{1,80})(?:\.\*|\[[^\]{}]{0,60}\])?\.arn\}`

import type { COMPUTE_SHAPES } from '../shapes/compute'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

/** What puts a role into an instance profile. */
const ROLE_INTO_PROFILE = 'aws iam add-role-to-instance-profile --instance-profile-name <profile> --role-name <role>'

const ACCESS_ENTRIES = 'aws eks list-access-entries --cluster-name {cluster} --output json'

/** What lets the instance's metadata reach its containers. */
const HOP_LIMIT_TO_2 = {
  run: CHANGING_COMMANDS.hopLimit,
  page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html',
  confirmed: '2026-11-30',
} as const

/** Asks Kubernetes whether it lets a user do this; to be followed by the user. */
const MAY_IN_CLUSTER = 'kubectl auth can-i {verb} {kubernetesResource} --as'

/** What binds a role of Kubernetes to a user in a namespace; to be followed by both. */
const boundTo = (whom: string) =>
  ({
    run: `kubectl create rolebinding <name> --clusterrole <role> ${whom}`,
    page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    confirmed: 'unconfirmed',
  }) as const

/** What Lambda, EC2, the container services and Batch say in words of their own: what is said of each. */
export const COMPUTE_ANSWERS = {
  'registry-login-malformed': {
    title: 'The registry got a password that it can’t read.',
    means:
      '400 says that the password was damaged or empty on its way, and not that somebody was refused. Most often PowerShell’s pipe changes it; a password of another Region or account gives 400 too.',
    changes: [
      {
        says: 'Run the same line in cmd, bash or PowerShell 7.4 or later, with the registry’s own Region.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'container-log-group-missing': {
    title: 'The container’s log group does not exist in this Region.',
    means:
      'The `awslogs` driver writes to the group and Region in the task definition’s log options, and makes no group unless it’s told to. Its call was let through: no policy refused it.',
    check: 'aws logs describe-log-groups --log-group-name-prefix <group> --region <region> --output json',
    changes: [
      {
        says: 'Create the group that `awslogs-group` names, in the Region of `awslogs-region`.',
        run: 'aws logs create-log-group --log-group-name <group> --region <region>',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Or set `awslogs-create-group` to `true`. The role that pulls the image then needs `logs:CreateLogGroup` too.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-role-not-assumable': {
    title: 'Lambda can’t assume the function’s execution role.',
    means:
      'Lambda runs the function as its execution role. It says this where the role’s trust policy doesn’t name `lambda.amazonaws.com`, where no role has this ARN, and where the role was made seconds ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait some seconds and repeat. If the command finds none, correct the ARN: account, path and name. Otherwise name `lambda.amazonaws.com` as principal of `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'function-queue-unreadable': {
    title: 'The function’s execution role can’t read the queue.',
    means:
      'Lambda polls the queue as the execution role, not as you. That role needs `sqs:ReceiveMessage`, `sqs:DeleteMessage` and `sqs:GetQueueAttributes` on it before the event source is saved.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role the three actions on the queue, or attach `AWSLambdaSQSQueueExecutionRole`. An encrypted queue needs `kms:Decrypt` on its key too.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'canary-artifacts': {
    title: 'The canary’s role can’t reach its bucket.',
    means:
      'A canary runs as its execution role, not as you. The role needs `s3:GetBucketLocation` on the bucket of its artifacts, `s3:PutObject` on the objects there, and `s3:ListAllMyBuckets` on `*`.',
    check:
      'aws synthetics describe-canaries --query Canaries[].[Name,ExecutionRoleArn,ArtifactS3Location] --output json',
    changes: [
      {
        says: 'Allow the canary’s execution role the three actions. Or let the console create the role again for this bucket.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-role-lacks': {
    title: 'The function’s execution role lacks a permission.',
    means:
      'Lambda checked the execution role, not you. It lacks {call} on {target}. Lambda checks this when the function or its event source is saved, so the permission must be there before.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role that action. For a VPC attach `AWSLambdaVPCAccessExecutionRole`; for a queue or stream that it reads the managed policy of its event source.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'function-image-unreadable': {
    title: 'Lambda may not pull the image from ECR.',
    means:
      'Lambda pulls as `lambda.amazonaws.com`. The repository policy must allow it `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`, and another account’s repository must let in the function’s account too. In one account Lambda adds that itself, if the caller has `ecr:GetRepositoryPolicy` and `ecr:SetRepositoryPolicy`.',
    check: DECIDING_COMMANDS.repositoryPolicy,
    changes: [
      {
        says: 'Allow `lambda.amazonaws.com` both actions in the repository policy, with `aws:SourceArn` like the function’s ARN. For another account’s repository also allow the function’s account both actions there.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-images.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'function-url': {
    title: 'The function URL refused the call.',
    means:
      'With auth type `AWS_IAM` the request must be signed, by a caller whom its own policy or the function’s allows. With `NONE` the function’s policy must allow everyone. New URLs need both `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction` since October 2025.',
    check: 'aws lambda get-function-url-config --function-name {aliasedFunction} --output json',
    changes: [
      {
        says: 'If the auth type is `AWS_IAM`, sign the request for the service `lambda`. If it was signed, allow the caller both actions, in its own policy or the function’s.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id url-invoke --action lambda:InvokeFunction --principal <account or ARN> --invoked-via-function-url',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'For a URL that’s meant to be public allow both actions to everyone: `lambda:InvokeFunctionUrl` with `lambda:FunctionUrlAuthType` = `NONE`, `lambda:InvokeFunction` with `lambda:InvokedViaFunctionUrl` = true.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-url-public': {
    title: 'The function’s policy doesn’t let everyone call the URL.',
    means:
      'With auth type `NONE` the function’s policy must allow everyone the call. Since October 2025 a new URL needs two statements there, for `lambda:InvokeFunctionUrl` and for `lambda:InvokeFunction`. Often only the first was added.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'If the URL is meant to be public, allow everyone `lambda:InvokeFunction` too, for calls through the URL alone.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id url-invoke --action lambda:InvokeFunction --principal * --invoked-via-function-url',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If `lambda:InvokeFunctionUrl` is missing as well, allow it to everyone with `lambda:FunctionUrlAuthType` = `NONE`.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-url-through-cloudfront': {
    title: 'Most likely the function’s policy doesn’t let CloudFront call the URL.',
    means:
      'With origin access control CloudFront signs the request as itself. The function’s policy must allow `cloudfront.amazonaws.com` `lambda:InvokeFunctionUrl`, and for a new URL `lambda:InvokeFunction` too. If the origin access control isn’t set on the origin, CloudFront sends the request unsigned. A call to the URL itself, past CloudFront, is refused too.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Allow CloudFront both actions for this distribution alone, and set the origin access control on the origin.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id cloudfront-url --action lambda:InvokeFunctionUrl --principal cloudfront.amazonaws.com --source-arn arn:aws:cloudfront::{account}:distribution/<distribution>',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
        confirmed: '2026-12-03',
      },
      {
        says: 'Then allow it `lambda:InvokeFunction`, for calls through the URL alone.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id cloudfront-invoke --action lambda:InvokeFunction --principal cloudfront.amazonaws.com --source-arn arn:aws:cloudfront::{account}:distribution/<distribution> --invoked-via-function-url',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-stream-of-another-kind': {
    title: 'The stream isn’t of the kind that the function expects.',
    means:
      'DynamoDB streams and Kinesis data streams have different ARNs and actions: `arn:aws:dynamodb:…:table/NAME/stream/LABEL`, `arn:aws:kinesis:…:stream/NAME`. Event type or role are written for one kind, the ARN is of the other. So the role rightly allows nothing on it.',
    changes: [
      {
        says: 'For a DynamoDB stream: give the table’s own stream, which this command prints, as the event source.',
        run: 'aws dynamodb describe-table --table-name <table> --query Table.LatestStreamArn --output text',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If the Kinesis stream is meant: make the event’s type `Kinesis`, and allow the role `kinesis:DescribeStream`, `kinesis:DescribeStreamSummary`, `kinesis:GetRecords`, `kinesis:GetShardIterator`, `kinesis:ListShards` and `kinesis:ListStreams`.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-stream-unreadable': {
    title: 'The function’s execution role can’t read the event source.',
    means:
      'Lambda polls the event source as the execution role. The role needs the source’s read actions and, if the source is encrypted, `kms:Decrypt` on its key.',
    changes: [
      {
        says: 'Add the actions in the message to the execution role, on the stream, table or queue. For a cluster attach `AWSLambdaMSKExecutionRole`; for a secret allow `secretsmanager:GetSecretValue` on it.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'function-broker-credentials': {
    title: 'The broker rejected the event source’s sign-in.',
    means:
      'Lambda reached the Kafka broker, which refused the sign-in. With SASL that’s the user name or password. With mutual TLS the client certificate is missing, not trusted by the broker, or the broker doesn’t use mTLS.',
    changes: [
      {
        says: 'For SASL, correct the user name and password in the secret. For mTLS, put a certificate into it that the brokers trust, and compare the way of signing in with the cluster’s.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-troubleshoot.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'function-file-system-unreached': {
    title: 'The function can’t reach the file system: its network.',
    means:
      'Lambda got no connection to the file system on port 2049, so no permission was checked. The function’s subnets have no mount target in their zones, or a security group or a route stops it.',
    check:
      'aws lambda get-function-configuration --function-name {aliasedFunction} --query [VpcConfig,FileSystemConfigs] --output json',
    changes: [
      {
        says: 'Give the file system a mount target in each zone of the function’s subnets. Let its security group take TCP 2049 from the function’s, and the function’s send it.',
        page: 'https://repost.aws/knowledge-center/lambda-invoke-efs',
        confirmed: '2026-12-03',
      },
    ],
  },
  'function-file-system-slow': {
    title: 'The file system was reached, but didn’t mount in time.',
    means: 'The network and the permissions let it through so far. Most often too many instances mount it at once.',
    changes: [
      {
        says: 'Try again after a moment. If it comes back, limit the function’s concurrency.',
        page: 'https://repost.aws/knowledge-center/lambda-invoke-efs',
        confirmed: '2026-12-03',
      },
    ],
  },
  'function-files-of-another-user': {
    title: 'Most likely the access point’s user doesn’t own this file.',
    means:
      'On EFS a function works as the user and group of the access point, and here the file or folder belongs to others. If reading works and only writing fails, the execution role can also lack `elasticfilesystem:ClientWrite`.',
    check:
      'aws efs describe-access-points --query AccessPoints[].[AccessPointId,PosixUser,RootDirectory] --output json',
    changes: [
      {
        says: 'Give the folder to the access point’s user and group, or let an access point with the owner’s `PosixUser` lead there. An access point’s root folder is made with the `CreationInfo` that it names.',
        page: 'https://repost.aws/knowledge-center/lambda-invoke-efs',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-file-system-read-only': {
    title: 'Most likely the function’s role may read the file system, not write.',
    means:
      'Lambda mounted the file system for reading only. So it does where the execution role, or the file system’s policy, doesn’t allow `elasticfilesystem:ClientWrite`.',
    check: 'aws efs describe-file-system-policy --file-system-id <file system> --query Policy --output text',
    changes: [
      {
        says: 'Allow the execution role `elasticfilesystem:ClientWrite` on the file system, and let the file system’s policy allow it if there is one. Then deploy the function again.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'function-writes-outside-tmp': {
    title: 'A Lambda function can write only in /tmp.',
    means:
      'The folder of the code, and all others but `/tmp` and mounted file systems, are read-only for it. AWS refused nothing.',
    changes: [
      {
        says: 'Let the program write to `/tmp`. For a library, set its cache or home folder there, such as `HOME=/tmp`.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-reserved-by-service': {
    title: 'Lambda stopped this, not a policy.',
    means: 'Lambda found a recursive loop or ran short of capacity. No permission is missing.',
    changes: [
      {
        says: 'Break the loop between function and source, or retry later.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'trigger-refused-by-function': {
    title: 'The function’s policy doesn’t let Cognito invoke it.',
    means:
      'The user pool calls its trigger as `cognito-idp.amazonaws.com`. The function’s resource policy must allow it `lambda:InvokeFunction`. The console adds that; Terraform and CloudFormation don’t.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Allow the user pool to invoke the function (`aws_lambda_permission` in Terraform).',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id cognito --action lambda:InvokeFunction --principal cognito-idp.amazonaws.com --source-arn {userPoolArn}',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'logs-may-not-invoke': {
    title: 'CloudWatch Logs can’t invoke the function.',
    means:
      'A subscription filter calls the function as `logs.amazonaws.com`. The function’s resource policy must allow it `lambda:InvokeFunction`, with the log group’s ARN and `:*` as source. A filter put before that permission is there is refused too.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Add the permission, then put the filter again (`aws_lambda_permission` with `depends_on`).',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id logs --action lambda:InvokeFunction --principal logs.amazonaws.com --source-arn {logGroupArn}:*',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'logs-may-not-deliver': {
    title: 'CloudWatch Logs couldn’t deliver its test message to the stream.',
    means:
      'Logs writes to Kinesis or Firehose as the role in the filter. That role must trust `logs.amazonaws.com` and allow `kinesis:PutRecord` or `firehose:PutRecord`, and `kms:GenerateDataKey` for an encrypted stream. A stream that isn’t active yet, and a role made seconds ago, give the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Check that the stream is active; if the role is new, wait a minute and repeat. Name `logs.amazonaws.com` in the role’s trust policy, and allow the role `kinesis:PutRecord`, or `firehose:PutRecord` and `firehose:PutRecordBatch`, on the stream.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'logs-delivery-key': {
    title: 'Most likely the subscription’s role may not use the stream’s KMS key.',
    means:
      'CloudWatch Logs puts records into an encrypted stream as the subscription’s role, which needs `kms:GenerateDataKey` on the stream’s key besides the Put actions. According to what you pasted, the role has what the stream asks for.',
    check: 'aws kinesis describe-stream-summary --stream-name {stream} --output json',
    changes: [
      {
        says: 'Allow the role `kms:GenerateDataKey` on that key, and see that the key policy lets the role or the account’s policies in. Then put the filter again.',
        page: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'config-rule-function': {
    title: 'AWS Config can’t invoke the rule’s function.',
    means:
      'A custom rule calls the function as `config.amazonaws.com`. The function’s resource policy must allow it `lambda:InvokeFunction`. The message is the same where no function has this ARN.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'If the function isn’t there, correct its ARN in the rule. Otherwise allow `config.amazonaws.com` to invoke it.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id config --action lambda:InvokeFunction --principal config.amazonaws.com --source-account {account}',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_nodejs.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'secret-rotation-function': {
    title: 'The function’s policy doesn’t let Secrets Manager invoke it.',
    means:
      'Rotation calls the function as `secretsmanager.amazonaws.com`. The function’s resource policy must allow it `lambda:InvokeFunction`.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Allow `secretsmanager.amazonaws.com` to invoke the function.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id rotation --action lambda:InvokeFunction --principal secretsmanager.amazonaws.com --source-account {account}',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'load-balancer-function': {
    title: 'The function’s policy doesn’t let the load balancer invoke it.',
    means:
      'A target group calls the function as `elasticloadbalancing.amazonaws.com`. The function’s resource policy must allow it `lambda:InvokeFunction`.',
    changes: [
      {
        says: 'Allow the target group before registering the function.',
        run: 'aws lambda add-permission --function-name {aliasedFunction} --statement-id elb --action lambda:InvokeFunction --principal elasticloadbalancing.amazonaws.com --source-arn {targetGroupArn}',
        page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'batch-launch-template': {
    title: 'Batch can’t use the launch template.',
    means:
      'Batch launches as its service role, usually `AWSServiceRoleForBatch`, not as you. The template may be deleted, or of another account or Region. Or a service role of your own lacks the EC2 permissions for it.',
    changes: [
      {
        says: 'Check that the template exists in this account and Region. Then leave the service role out, or name the service-linked role `AWSServiceRoleForBatch` by its full ARN. `AWSBatchServiceRole` on a role of your own isn’t enough.',
        run: 'aws ec2 describe-launch-templates --output json',
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/invalid_compute_environment.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'launch-template-needs-more': {
    title: 'The caller can’t launch what the launch template describes.',
    means:
      'Whoever creates the group needs all that the template uses: `ec2:RunInstances`, `iam:PassRole` for the role of its instance profile, `ec2:CreateTags` for its tags, the key for encrypted volumes. A missing `iam:PassRole` is the most frequent cause.',
    check:
      'aws ec2 describe-launch-template-versions --launch-template-id {launchTemplate} --versions $Default --output json',
    changes: [
      {
        says: 'Try the launch as the same caller. The dry run starts nothing, and its error names what is refused; decode its message where it’s encoded. A template’s name goes in as `LaunchTemplateName`.',
        run: 'aws ec2 run-instances --launch-template LaunchTemplateId={launchTemplate} --dry-run',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Allow the caller what it names: often `iam:PassRole` on the role of the template’s instance profile, with `iam:PassedToService` = `ec2.amazonaws.com`, else `ec2:RunInstances` or `ec2:CreateTags`.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'spot-linked-role': {
    title: 'The caller may not create the service-linked role for Spot.',
    means:
      'The first Spot request of an account creates `AWSServiceRoleForEC2Spot`. The caller needs `iam:CreateServiceLinkedRole` for `spot.amazonaws.com`, once.',
    check: 'aws iam get-role --role-name AWSServiceRoleForEC2Spot --output json',
    changes: [
      {
        says: 'Let an administrator create the role once.',
        run: 'aws iam create-service-linked-role --aws-service-name spot.amazonaws.com',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-requests.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'linked-role-missing': {
    title: 'The service-linked role is missing, or was made seconds ago.',
    means:
      'The service acts through a service-linked role, which must exist once in the account. Whoever creates it needs `iam:CreateServiceLinkedRole`. OpenSearch’s principal is `opensearchservice.amazonaws.com` (older API: `es.amazonaws.com`).',
    check: 'aws iam list-roles --path-prefix /aws-service-role/ --query Roles[].RoleName --output json',
    changes: [
      {
        says: 'If the role isn’t there, create it once. If it’s seconds old, wait a minute and repeat the call.',
        run: CHANGING_COMMANDS.linkedRole,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'linked-role-taken': {
    title: 'The service-linked role already exists.',
    means: 'IAM has one service-linked role of this kind per account, and it’s there. Nothing was refused.',
    changes: [
      {
        says: 'Don’t create it again: remove it from the template, or import it into the state.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'instance-profile-invalid': {
    title: 'The instance profile doesn’t exist, or has no role.',
    means:
      'EC2 takes an instance profile, not a role. It’s missing, in another account, or was created seconds ago. No permission was refused.',
    check:
      'aws iam list-instance-profiles --query InstanceProfiles[].[InstanceProfileName,Roles[].RoleName] --output json',
    changes: [
      {
        says: 'Correct the name, or create the profile and add the role to it. Wait some seconds after creating it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'image-of-another-account': {
    title: 'The image isn’t shared with this account, or isn’t in this Region.',
    means:
      'EC2 finds an image only if it’s yours, public or shared with you, in this Region. The image’s owner decides; no policy of yours changes that. Deregistered images give the same answer.',
    check: 'aws ec2 describe-images --image-ids {image} --output json',
    changes: [
      {
        says: 'Look whether this Region has the image. If it’s another account’s, ask its owner to share it with yours, and the key of its snapshots too.',
        run: CHANGING_COMMANDS.shareImage,
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Or use an image of this Region. The "Allowed AMIs" setting can hide images too.',
        run: 'aws ec2 get-allowed-images-settings --output json',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'instance-quota': {
    title: 'The account’s quota for these instances is reached.',
    means:
      'The account has a limit of vCPUs for each group of instance types in each Region, often 0 in a new account. No permission is missing.',
    check: 'aws service-quotas list-service-quotas --service-code ec2 --output json',
    changes: [
      {
        says: 'Request a quota increase in Service Quotas for that Region, or use another instance family or Region.',
        run: 'aws service-quotas request-service-quota-increase --service-code ec2 --quota-code <quota> --desired-value <vCPUs>',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-resource-limits.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'instance-capacity': {
    title: 'AWS has no free capacity of this instance type.',
    means: 'The Availability Zone is out of this instance type now. No permission or quota is the cause.',
    changes: [
      {
        says: 'Try another Availability Zone or instance type, or retry later.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'serial-console-off': {
    title: 'The account has EC2 Serial Console turned off.',
    means: 'This is an account setting for each Region, off by default. No policy replaces it.',
    check: 'aws ec2 get-serial-console-access-status --output json',
    changes: [
      {
        says: 'Turn it on for the Region.',
        run: 'aws ec2 enable-serial-console-access',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'image-public-blocked': {
    title: 'Block public access stops sharing this image or snapshot publicly.',
    means:
      'This is an account setting for each Region, for AMIs and for EBS snapshots. It can also come from a declarative policy of the organization; then only an organization administrator can change it.',
    check: 'aws ec2 get-image-block-public-access-state --output json',
    changes: [
      {
        says: 'Share it with named accounts instead.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Only if it’s meant to be public: turn the setting off for the Region.',
        run: 'aws ec2 disable-image-block-public-access',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'declarative-policy': {
    title: 'A declarative policy of your organization fixes this setting.',
    means:
      'A declarative policy sets the account’s EC2, VPC or EBS settings from above. Nobody in your account can change it, whatever their permissions.',
    check: 'aws organizations describe-effective-policy --policy-type DECLARATIVE_POLICY_EC2 --output json',
    changes: [
      {
        says: 'Ask an administrator of the organization’s management account to change the declarative policy.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'snapshot-default-key': {
    title: 'Nothing encrypted with the AWS managed key can be shared.',
    means:
      'The policy of an AWS managed key (`aws/ebs`, `aws/rds`) can’t be changed, so no other account can decrypt it.',
    changes: [
      {
        says: 'Copy the snapshot with a customer managed key, share that copy and allow the other account in the key policy.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'metadata-token-required': {
    title: 'The program found no credentials from the instance’s metadata.',
    means:
      'The request never reached AWS. The instance has no role, the metadata hop limit is too low for a container, or the program is too old for IMDSv2.',
    check: DECIDING_COMMANDS.instanceMetadata,
    changes: [
      {
        says: 'On an instance of EC2 without an instance profile, attach one that holds a role. Anywhere else the metadata was only the last place to look: sign in, or name the profile.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'If the program runs in a container and the hop limit is 1, raise it to 2.',
        ...HOP_LIMIT_TO_2,
      },
    ],
  },
  'controller-finds-no-vpc': {
    title: 'The controller can’t read the node’s metadata for Region and VPC.',
    means:
      'The pod asks the instance metadata where it runs, and gets no answer: most often the hop limit is 1, and a pod is one hop farther. On Fargate there is no such metadata. No permission was refused.',
    changes: [
      {
        says: 'Tell the controller both: `region` and `vpcId` in its Helm chart, or `--aws-region` and `--aws-vpc-id`. Give its service account a role of its own.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/lbc-helm.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Or raise the hop limit to 2, here and in the launch template. Then each container of the node can use its role.',
        ...HOP_LIMIT_TO_2,
      },
    ],
  },
  'container-without-credentials': {
    title: 'Most likely the metadata hop limit keeps credentials from this container.',
    means:
      'According to what you pasted, the instance itself has its role’s credentials, and the container finds none. A container with a network of its own is one hop farther: with a hop limit of 1 the token of IMDSv2 doesn’t arrive there. The request never reached AWS.',
    check: DECIDING_COMMANDS.instanceMetadata,
    changes: [
      {
        says: 'Raise the hop limit to 2, here and in the launch template or module that sets it, as `http_put_response_hop_limit`. The role’s permissions can stay as they are.',
        ...HOP_LIMIT_TO_2,
      },
    ],
  },
  'container-behind-one-hop': {
    title: 'The instance’s metadata doesn’t reach the container: its hop limit is 1.',
    means:
      'A container with a network of its own is one hop farther than the instance, so the token of IMDSv2 doesn’t arrive there. Even where the instance has a role, the container gets no credentials. The request never reached AWS.',
    check: DECIDING_COMMANDS.instanceMetadata,
    changes: [
      {
        says: 'Raise the hop limit to 2, here and in the launch template. The role’s permissions can stay as they are.',
        ...HOP_LIMIT_TO_2,
      },
      {
        says: 'Or run the container on the host’s network. Then it isn’t isolated from the instance’s other ports.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'metadata-hop-limit': {
    title: 'Most likely the metadata hop limit keeps credentials from the container.',
    means:
      'The request never reached AWS. A pod or container with a network of its own is one hop farther than the instance, so that the token of IMDSv2 doesn’t arrive.',
    check: DECIDING_COMMANDS.instanceMetadata,
    changes: [
      {
        says: 'Give the pod a role of its own, with EKS Pod Identity or IRSA, or the task one in ECS.',
        page: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Or raise the hop limit to 2, here and in the launch template. Then each container of the instance can use its role.',
        ...HOP_LIMIT_TO_2,
      },
    ],
  },
  'image-not-there': {
    title: 'The registry doesn’t have this image.',
    means:
      'Nothing was pushed under this tag or digest, or a lifecycle rule removed it. A repository of another Region or account, or a mistyped name, gives the same words. No permission is missing.',
    check: 'aws ecr describe-images --repository-name {repository}',
    changes: [
      {
        says: 'Push the image under this tag, or name one that is there.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'image-of-another-platform': {
    title: 'The image wasn’t built for this operating system or processor.',
    means:
      'The registry has the image, and none of its builds fits the host: usually it was built for ARM and runs on x86, or the other way round. No permission is missing.',
    changes: [
      {
        says: 'Build and push it for the host’s platform, for example with `docker buildx build --platform linux/amd64`. Or run it on hosts that fit, in ECS by `runtimePlatform`.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'image-storage-full': {
    title: 'The disk has no room for the image.',
    means:
      'The registry let the image be read, and the host couldn’t write it: its disk is full. No permission is missing.',
    changes: [
      {
        says: 'On Fargate give the task more `ephemeralStorage`. On an instance remove images that aren’t used, or give it a larger volume. A smaller image helps too.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cached-image-not-imported': {
    title: 'The pull-through cache didn’t import the image for the caller.',
    means:
      'An image that isn’t cached yet is imported with the permissions of whoever pulls. That takes `ecr:BatchImportUpstreamImage`, and `ecr:CreateRepository` for a repository that isn’t there yet. Without them, or without a rule for the prefix, ECR says “not found”.',
    check: DECIDING_COMMANDS.pullThroughRules,
    changes: [
      {
        says: 'Allow both actions to whoever pulls, such as the node’s role, on the repositories under the rule’s prefix. `AmazonEC2ContainerRegistryPullOnly` has the first.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'mapped-function-failed': {
    title: 'The function itself failed; its event source mapping could call it.',
    means:
      'Lambda read the stream or queue and invoked the function, which ended with an error or ran out of time. No permission for the source is missing.',
    changes: [
      {
        says: 'Look at the function’s newest log for the error, and correct that.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'task-image-pull': {
    title: 'ECS couldn’t pull the image.',
    means:
      'From ECR the task’s execution role pulls, or on EC2 the instance role. It needs `ecr:GetAuthorizationToken` on `*`, and `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repository. A wrong tag or a subnet without a way to the registry fails too; your own `docker login` doesn’t count.',
    check:
      'aws ecs describe-task-definition --task-definition {family} --query taskDefinition.executionRoleArn --output text',
    changes: [
      {
        says: 'If the message says denied or 403, attach `AmazonECSTaskExecutionRolePolicy` to the execution role. For another account’s repository also allow the role in the repository policy.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If the message speaks of a time-out: give the subnet a NAT gateway, or endpoints for `ecr.api`, `ecr.dkr` and S3.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'task-image-of-other-registry': {
    title: 'The image’s registry refused the pull; it isn’t ECR.',
    means:
      'Docker Hub, GitHub and others give a private image only to who signs in there, and say the same of an image that they don’t have. ECS signs in only with the credentials that the task definition names. No IAM permission on ECR counts.',
    check:
      'aws ecs describe-task-definition --task-definition {family} --query taskDefinition.containerDefinitions[].[image,repositoryCredentials] --output json',
    changes: [
      {
        says: 'Check the image’s full name and tag. For a private image put a user and a token of that registry into a secret, and name it as `repositoryCredentials` in the container definition. The execution role needs `secretsmanager:GetSecretValue` on it.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'agent-payload-bucket': {
    title: 'SSM Agent couldn’t download its payload from AWS’s bucket.',
    means:
      'Patch Manager downloads its payload from AWS’s bucket `aws-ssm-REGION`. Usually the policy of the VPC’s S3 endpoint doesn’t allow that bucket. A subnet without any way to S3, or a proxy, fails the same way.',
    changes: [
      {
        says: 'If S3 is reached through an endpoint with a policy of its own, allow `s3:GetObject` on AWS’s buckets for SSM Agent, such as `aws-ssm-REGION` and `patch-baseline-snapshot-REGION`, in the S3 endpoint’s policy. The instance role needs it too.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'function-log-group-missing': {
    title: 'The function hasn’t run yet, or its role can’t write logs.',
    means:
      'Lambda creates the group {group} at the first run, with the function’s execution role. If that role lacks the permissions, the function still runs, and its logs are lost without an error. Whoever looks for them lacks no permission.',
    changes: [
      {
        says: 'Attach `AWSLambdaBasicExecutionRole` to the function’s execution role, and run the function once. If it has never run, there is no group yet, and nothing is wrong.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'package-repository-bucket': {
    title: 'S3 refused the packages of Amazon Linux.',
    means:
      'yum and dnf read the packages from AWS’s bucket {bucket}, without credentials: the instance’s role doesn’t count. Usually the policy of the VPC’s S3 endpoint doesn’t let everyone read that bucket. A proxy, or a release that the bucket doesn’t have, gives 403 too.',
    check: DECIDING_COMMANDS.s3EndpointPolicy,
    changes: [
      {
        says: 'If the endpoint’s policy doesn’t allow it, allow the principal `*` `s3:GetObject` on the bucket’s objects, without a condition on a role. The role’s policies can stay as they are.',
        page: 'https://repost.aws/knowledge-center/ec2-al1-al2-update-yum-without-internet',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'image-layer-bucket': {
    title: 'S3 refused the image’s layers.',
    means:
      'ECR keeps image layers in an S3 bucket of AWS, `prod-REGION-starport-layer-bucket`. Usually the policy of the VPC’s S3 endpoint doesn’t allow `s3:GetObject` on it. A proxy on the way can answer 403 too.',
    check: DECIDING_COMMANDS.s3EndpointPolicy,
    changes: [
      {
        says: 'Allow `s3:GetObject` on `arn:aws:s3:::prod-{region}-starport-layer-bucket/*` in the endpoint’s policy.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'image-layers-from-s3': {
    title: 'S3 refused the image’s layers. The registry itself answered.',
    means:
      'The answer is S3’s XML: registries keep image layers in S3 buckets. Behind a VPC endpoint for S3, its policy must allow `s3:GetObject` on the registry’s bucket. ECR’s is `prod-REGION-starport-layer-bucket`.',
    check: DECIDING_COMMANDS.s3EndpointPolicy,
    changes: [
      {
        says: 'For ECR, allow `s3:GetObject` on `arn:aws:s3:::prod-{region}-starport-layer-bucket/*` in the endpoint’s policy.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'For another registry, allow `s3:GetObject` on the bucket to which it redirects, or route its traffic past the endpoint.',
        page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'task-start-secret-key': {
    title: 'The task execution role can’t decrypt the secret with its KMS key.',
    means:
      'ECS fetches the secret as the task’s execution role before the container starts. Secrets Manager let the role in, but KMS refused to decrypt the secret for it.',
    check: 'aws secretsmanager describe-secret --secret-id {secret} --query KmsKeyId --output text',
    changes: [
      {
        says: 'Allow the task execution role `kms:Decrypt` on the secret’s key. If the key policy doesn’t let IAM policies of the account decide, allow the role there too.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'task-start-secrets': {
    title: 'ECS couldn’t fetch the task’s secrets or its registry login.',
    means:
      'ECS fetches secrets and the registry token before the container starts, as the task’s execution role, not the task role. It needs `secretsmanager:GetSecretValue` or `ssm:GetParameters`, `kms:Decrypt` with a customer managed key, and `ecr:GetAuthorizationToken`. “ResourceNotFound” means another name, Region or account, and a timeout no network path.',
    check: DECIDING_COMMANDS.taskRoles,
    changes: [
      {
        says: 'If access was denied, allow the execution role to read that secret or parameter, and `kms:Decrypt` on its key. If it wasn’t found, correct its ARN in the task definition.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If the message speaks of a time-out: give the subnet a NAT gateway or endpoints for Secrets Manager, SSM and ECR.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'task-secret-not-found': {
    title: 'The task’s secret or parameter isn’t there under this name.',
    means:
      'The execution role was let in. Nothing was found under the `valueFrom` of the task definition: it’s mistyped or deleted, or in another Region or account. No permission is missing.',
    check:
      'aws ecs describe-task-definition --task-definition {family} --query taskDefinition.containerDefinitions[].secrets --output json',
    changes: [
      {
        says: 'Compare `valueFrom` with the secret’s whole ARN, or with the parameter’s name, its first slash included. A parameter of another Region needs its whole ARN. Correct it, or create what is missing, and start the task again.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'task-role-not-assumable': {
    title: 'ECS can’t assume the task’s role.',
    means:
      'ECS assumes the execution role and the task role as `ecs-tasks.amazonaws.com`. Usually the role’s trust policy doesn’t name that principal. A role that isn’t at that ARN, with another path or account, or that was made seconds ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If the command finds none, correct the ARN: account, path and name. Otherwise name `ecs-tasks.amazonaws.com` as principal in its trust policy.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'infrastructure-role-not-assumable': {
    title: 'ECS can’t assume the infrastructure role.',
    means:
      'ECS assumes an infrastructure role, for load balancers or volumes, as `ecs.amazonaws.com`; `ecs-tasks.amazonaws.com` is for task roles. Usually the trust policy names the wrong one. A role that isn’t at that ARN, or was made seconds ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If the command finds none, correct the ARN. Otherwise name `ecs.amazonaws.com` as principal in its trust policy.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'load-balancing-role': {
    title: 'ECS can’t use the role of the service for load balancing.',
    means:
      'ECS registers tasks with the load balancer as its service-linked role `AWSServiceRoleForECS`, or the role you passed. A role you passed must exist, trust `ecs.amazonaws.com` and have the load balancer’s actions. One made seconds ago gives the same message.',
    check: 'aws iam get-role --role-name AWSServiceRoleForECS --output json',
    changes: [
      {
        says: 'If the service-linked role is new, wait a minute and repeat. If you passed a role, leave it out and use the service-linked role. Or name `ecs.amazonaws.com` in the role’s trust policy and attach `AmazonEC2ContainerServiceRole`.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'exec-off-at-start': {
    title: 'ECS Exec is off for this task.',
    means:
      'What you pasted shows `enableExecuteCommand` as false. It counts when a task starts: a task that runs stays as it is. No policy refused the call.',
    check:
      'aws ecs describe-tasks --cluster {cluster} --tasks {task} --query tasks[].enableExecuteCommand --output json',
    changes: [
      {
        says: 'Turn it on for the service and start new tasks, then run the command in one of them. Run a task outside a service again with `--enable-execute-command`.',
        run: CHANGING_COMMANDS.execOn,
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'exec-not-enabled': {
    title: 'ECS Exec is off for this task, or its agent isn’t running.',
    means:
      'ECS Exec must be enabled before the task starts, and its agent needs the four `ssmmessages` actions in the task role. The call itself wasn’t refused.',
    check:
      'aws ecs describe-tasks --cluster {cluster} --tasks {task} --query tasks[].[enableExecuteCommand,containers[].managedAgents] --output json',
    changes: [
      {
        says: 'Enable it and start new tasks; allow the task role `ssmmessages:CreateControlChannel`, `CreateDataChannel`, `OpenControlChannel` and `OpenDataChannel`.',
        run: CHANGING_COMMANDS.execOn,
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'registry-token-expired': {
    title: 'The client has no valid login for this registry.',
    means:
      'A login is valid for 12 hours, for one registry (of one account and Region) and for one user of the system. The client sent an old token or none, so no policy was evaluated.',
    changes: [
      {
        says: 'Log in to exactly the registry and Region in the image’s name: pipe the password into `docker login --username AWS --password-stdin`, then repeat.',
        run: 'aws ecr get-login-password --region {region}',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'node-image-pull': {
    title: 'The node couldn’t pull the image from ECR.',
    means:
      'The kubelet pulls as the role of the node, or of the Fargate profile, not as the pod’s role. Usually that role lacks the ECR actions, or another account’s repository doesn’t let it in. A pull secret with an ECR login is good for 12 hours only.',
    check:
      'aws eks describe-nodegroup --cluster-name {cluster} --nodegroup-name {nodegroup} --query nodegroup.nodeRole --output text',
    changes: [
      {
        says: 'If the role lacks it, attach `AmazonEC2ContainerRegistryPullOnly` to the node role. For another account’s repository also allow the role in the repository policy. If the pod has `imagePullSecrets`, renew the login in it.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'identity-provider-of-role-account': {
    title: 'The role’s account has no identity provider for this token.',
    means:
      '“Your account” is the account of the role, and according to what you pasted the provider is in another one. IAM looks for the token’s issuer among the OIDC providers of the account in which the role is.',
    changes: [
      {
        says: 'In the role’s account create an OIDC provider with the same URL and `sts.amazonaws.com` as audience. Or take a role of the account that has the provider, and let that one assume the other role.',
        run: CHANGING_COMMANDS.identityProvider,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'local-cluster-image-pull': {
    title: 'Most likely the cluster has no login to ECR.',
    means:
      'A cluster that isn’t EKS has no role with which it could pull. It needs a pull secret with a login to the registry, which is valid for 12 hours. Your own `docker login` doesn’t count inside of it.',
    changes: [
      {
        says: 'Put a fresh password into a `docker-registry` secret in the pod’s namespace, with `AWS` as the user and the registry’s host as the server. Name it in the pod’s `imagePullSecrets`.',
        run: 'aws ecr get-login-password --region {region}',
        page: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pod-image-of-other-registry': {
    title: 'The image’s registry refused the pull; it isn’t ECR.',
    means:
      'The registry gives a private image only to who signs in there, and says the same of an image that it doesn’t have. The role of the node or pod plays no part.',
    changes: [
      {
        says: 'Check the image’s full name and tag. For a private image put a user and a token of that registry into a `docker-registry` secret in the pod’s namespace, and name it in `imagePullSecrets`.',
        page: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'identity-provider-missing': {
    title: 'The account has no identity provider for this token.',
    means:
      'IAM must know the token’s issuer as an OIDC provider, with the same URL. It’s missing in this account; no trust policy was evaluated.',
    check: DECIDING_COMMANDS.identityProviders,
    changes: [
      {
        says: 'Create the provider with the token’s issuer URL and `sts.amazonaws.com` as audience.',
        run: CHANGING_COMMANDS.identityProvider,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Then see that the role’s trust policy names this issuer, as `Federated` and in the keys of its conditions: what still names another one, as that of an earlier cluster, is refused next.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'identity-provider-unreachable': {
    title: 'AWS can’t fetch the identity provider’s signing keys.',
    means:
      'STS reads `/.well-known/openid-configuration` of the token’s issuer and the keys that it names, over the internet. It got no answer: the issuer is private, blocked by a firewall, slow, or has a certificate that AWS doesn’t trust. No trust policy was evaluated.',
    check: 'curl --show-error <issuer URL>/.well-known/openid-configuration',
    changes: [
      {
        says: 'Try again a few times, because it’s often the network or the provider.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If it stays so, make the issuer’s configuration and keys readable from the internet, with a public certificate.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'identity-provider-thumbprint': {
    title: 'The identity provider’s certificate isn’t the one that IAM expects.',
    means:
      'The OIDC provider in IAM holds the thumbprint of another certificate. The issuer’s certificate was renewed, or the thumbprint was mistyped. AWS compares thumbprints only where no certificate authority that it trusts signed the issuer’s certificate. No trust policy was evaluated.',
    check: DECIDING_COMMANDS.identityProviders,
    changes: [
      {
        says: 'Put the thumbprint of the issuer’s current certificate into the provider. The new list replaces the old one.',
        run: 'aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn <ARN of the provider> --thumbprint-list <thumbprint>',
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'identity-token-audience': {
    title: 'The IAM identity provider doesn’t list the token’s audience.',
    means:
      'The token’s `aud` isn’t among the client IDs of the IAM identity provider. STS refuses such a token before it looks at any trust policy.',
    check: DECIDING_COMMANDS.identityProviders,
    changes: [
      {
        says: 'Add the audience to the provider’s client IDs: for GitHub’s action that is `sts.amazonaws.com`. In a template it belongs in the provider’s list of client IDs. Or request a token for an audience that is listed.',
        run: 'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn <ARN of the provider> --client-id <audience>',
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'identity-token-invalid': {
    title: 'STS doesn’t accept the identity token.',
    means:
      'The token’s issuer, audience, signature or claims aren’t what the IAM provider expects. STS checks the token before it looks at any trust policy.',
    check: DECIDING_COMMANDS.identityProviders,
    changes: [
      {
        says: 'Get a fresh token from the provider and try again. Then compare its `iss` and `aud` with the provider’s URL and client ids.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'pod-identity-agent': {
    title: 'EKS Pod Identity can’t assume the role.',
    means:
      'Pod Identity assumes the role as `pods.eks.amazonaws.com`. The trust policy must allow it `sts:AssumeRole` and `sts:TagSession`, and its conditions must fit the cluster, namespace and service account.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Allow `pods.eks.amazonaws.com` both actions in the trust policy, then restart the pod.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'local-cluster-credentials': {
    title: 'The Kubernetes cluster itself refused this, not AWS.',
    means:
      'A cluster that isn’t EKS knows its users by the certificate or token of the kubeconfig, and doesn’t take this one.',
    grantedIn: 'Kubernetes',
    changes: [
      {
        says: 'Write the kubeconfig of the cluster again, and choose its context.',
        run: 'kubectl config get-contexts',
        page: 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-access-multiple-clusters/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cluster-creator-by-module': {
    title: 'Since version 20 the EKS module doesn’t make its caller an administrator.',
    means:
      'IAM says who you are; the cluster decides what you may do. From version 20 on, `terraform-aws-modules/eks` gives whoever creates the cluster no access entry by itself. So the cluster doesn’t know you, whatever your IAM policies allow.',
    check: ACCESS_ENTRIES,
    grantedIn: 'the EKS cluster’s access entries',
    changes: [
      {
        says: 'Set `enable_cluster_creator_admin_permissions = true` in the module and apply. Or add an entry to `access_entries` for your role with `AmazonEKSClusterAdminPolicy`.',
        page: 'https://github.com/terraform-aws-modules/terraform-aws-eks/blob/master/docs/UPGRADE-20.0.md',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-credentials': {
    title: 'The cluster doesn’t accept this IAM role or user.',
    means:
      'IAM says who you are; the EKS cluster decides what you may do, by access entries or the `aws-auth` ConfigMap. Usually this identity has none there, or your kubeconfig uses another profile or role. A token lasts 15 minutes: a long Terraform run can send an old one.',
    check: ACCESS_ENTRIES,
    grantedIn: 'the EKS cluster’s access entries',
    changes: [
      {
        says: 'If your role has no access entry, create one, with an access policy or a Kubernetes group. It takes the role’s whole ARN: that of a permission set has the path `aws-reserved/sso.amazonaws.com/`, which `aws iam get-role` prints.',
        run: 'aws eks create-access-entry --cluster-name {cluster} --principal-arn {principalArn}',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Give the entry an access policy: an entry alone allows nothing. `AmazonEKSViewPolicy` reads; take another one where more is needed.',
        run: CHANGING_COMMANDS.clusterAccess,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Check who you are, and that the kubeconfig uses that profile.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cluster-provider-unauthorized': {
    title: 'Most likely the cluster doesn’t accept the provider’s token.',
    means:
      'Terraform’s Kubernetes or Helm provider reached the cluster, which doesn’t know who is behind the token. A token lasts 15 minutes: one that was read early in a long run is old. Or the role that runs Terraform has no access entry. IAM policies don’t decide it.',
    check: ACCESS_ENTRIES,
    grantedIn: 'the EKS cluster’s access entries',
    changes: [
      {
        says: 'Let the provider fetch its token when it needs it: an `exec` block with `aws eks get-token`, in place of `token`. If that fails too, create an access entry with an access policy for the role that runs Terraform.',
        page: 'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cluster-provider-without-address': {
    title: 'The Kubernetes provider has no cluster address: it calls localhost.',
    means:
      'Terraform’s Kubernetes or Helm provider got no `host`. Most often the cluster is made or replaced in the same run, so its address isn’t known yet. AWS refused nothing.',
    changes: [
      {
        says: 'Set `host`, `cluster_ca_certificate` and an `exec` block with `aws eks get-token` in the provider, from the cluster’s outputs. If the cluster is new or replaced, apply it first, then the rest.',
        page: 'https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'service-account-rbac': {
    title: 'Kubernetes RBAC refused the service account, not IAM.',
    means:
      'The cluster’s roles don’t allow the service account `{subject}` to `{verb}` this. An IAM role in its annotation counts only for calls to AWS.',
    check: `${MAY_IN_CLUSTER} system:serviceaccount:{subject} --namespace {namespace}`,
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Bind a Kubernetes role that allows this to the service account, in the namespace that the message names.',
        ...boundTo('--serviceaccount {subject} --namespace {namespace}'),
      },
    ],
  },
  'service-account-rbac-cluster': {
    title: 'Kubernetes RBAC refused the service account, not IAM.',
    means:
      'The service account `{subject}` may not `{verb}` this in all namespaces: only a role that is bound for the whole cluster allows that. An IAM role in its annotation counts only for calls to AWS.',
    check: `${MAY_IN_CLUSTER} system:serviceaccount:{subject} --all-namespaces`,
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Bind a ClusterRole that allows this to the service account, for the whole cluster.',
        run: 'kubectl create clusterrolebinding <name> --clusterrole <role> --serviceaccount {subject}',
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kubernetes-anonymous': {
    title: 'The request reached Kubernetes without a sign-in.',
    means:
      'The API server took it as `system:anonymous`: it carried no token or certificate. Usually the client doesn’t use the kubeconfig, such as curl or a program that knows the address only. No IAM policy was asked.',
    changes: [
      {
        says: 'Write the kubeconfig of the EKS cluster and call with it; in a pod, send the service account’s token. A role for `system:anonymous` would open the cluster to everyone.',
        run: 'aws eks update-kubeconfig --name {cluster}',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/create-kubeconfig.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kubernetes-rbac-oidc': {
    title: 'Kubernetes RBAC refused this, not IAM.',
    means:
      'The user signed in to the cluster with an OIDC provider, not with IAM. The cluster’s roles don’t allow that user to `{verb}` this.',
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Bind a Kubernetes role that allows this to that user or one of its groups, in the namespace that the message names.',
        ...boundTo('--user <user> --namespace {namespace}'),
      },
    ],
  },
  'kubernetes-rbac-user': {
    title: 'Kubernetes RBAC refused this, not IAM.',
    means: 'The cluster knows `{user}`, and its RBAC roles don’t allow `{verb}`. In EKS, IAM only says who you are.',
    check: `${MAY_IN_CLUSTER} {user} --namespace {namespace}`,
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Bind a Kubernetes role that allows this to the user, its group or its service account.',
        ...boundTo('--user {user} --namespace {namespace}'),
      },
      {
        says: 'For an IAM role in EKS: associate an access policy with its access entry.',
        run: CHANGING_COMMANDS.clusterAccess,
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kubernetes-rbac-cluster': {
    title: 'Kubernetes RBAC refused this, not IAM.',
    means:
      'The cluster knows `{user}`, and no role that is bound for the whole cluster allows it to `{verb}` this; one that is bound in a namespace is not enough. In EKS, IAM only says who you are.',
    check: `${MAY_IN_CLUSTER} {user}`,
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Bind a ClusterRole that allows this to the user or its group, for the whole cluster.',
        run: 'kubectl create clusterrolebinding <name> --clusterrole <role> --user {user}',
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Or associate an access policy with the access entry, for the whole cluster. `AmazonEKSViewPolicy` doesn’t hold nodes; `AmazonEKSAdminViewPolicy` lets the user view everything, also secrets.',
        run: CHANGING_COMMANDS.wholeClusterAccess,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cluster-role-not-assumable': {
    title: 'EKS can’t assume the role.',
    means:
      'EKS uses the cluster role as `eks.amazonaws.com`, a node role as `ec2.amazonaws.com`, a Fargate role as `eks-fargate-pods.amazonaws.com`. The role doesn’t exist, or trusts another service.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the command finds no role, correct the ARN; if it’s new, wait some seconds and repeat. Otherwise name `eks.amazonaws.com`, for a node or Fargate role its own service, in the trust policy.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'node-role-trust': {
    title: 'The node role doesn’t trust EC2.',
    means: 'Nodes are EC2 instances: the node role’s trust policy must let `ec2.amazonaws.com` assume it.',
    changes: [
      {
        says: 'Name `ec2.amazonaws.com` as principal of `sts:AssumeRole` in the node role’s trust policy.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'node-cannot-join': {
    title: 'The nodes can’t join the cluster.',
    means:
      'A node needs a way to the cluster’s endpoint and to AWS, the EKS worker policies on its role, and an access entry of type `EC2_LINUX` (or a line in `aws-auth`). EKS makes that entry itself for a managed node group.',
    check: ACCESS_ENTRIES,
    changes: [
      {
        says: 'Check the subnet’s way out, by a public address, a NAT gateway or VPC endpoints, and `AmazonEKSWorkerNodePolicy`, `AmazonEKS_CNI_Policy` and the ECR policy on the node role. This runbook looks at all of it, while a node is still there.',
        run: 'aws ssm start-automation-execution --document-name AWSSupport-TroubleshootEKSWorkerNode --parameters ClusterName={cluster},WorkerID=<instance>',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-03',
      },
      {
        says: 'If the node role has no entry in the list, create one. Nodes that you manage yourself always need it.',
        run: 'aws eks create-access-entry --cluster-name {cluster} --principal-arn <ARN of the node role> --type EC2_LINUX',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'load-balancer-controller': {
    title: 'The load balancer controller’s role lacks a permission.',
    means: 'The controller works as the role of its service account. Its policy document changes with each release.',
    changes: [
      {
        says: 'Give the role the policy of exactly this release of the controller. Check the annotation on its service account.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/aws-load-balancer-controller.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'batch-role': {
    title: 'AWS Batch can’t use the compute environment’s role.',
    means:
      'Batch works as the service role of the compute environment, or as `AWSServiceRoleForBatch`. The role is missing, doesn’t trust `batch.amazonaws.com`, or lacks a permission.',
    check:
      'aws batch describe-compute-environments --query computeEnvironments[].[computeEnvironmentName,status,statusReason,serviceRole] --output json',
    changes: [
      {
        says: 'If the environment names a role of its own, take the service-linked role in its place. Or name `batch.amazonaws.com` in the trust policy and attach `AWSBatchServiceRole`.',
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'batch-role-lacks': {
    title: 'Most likely Batch’s service role lacks an EC2 permission.',
    means:
      'Batch asked EC2 as the compute environment’s service role, which could be assumed. A role of your own needs `AWSBatchServiceRole`. A key of encrypted volumes, or an SCP for a role of your own, can refuse it too.',
    check:
      'aws batch describe-compute-environments --query computeEnvironments[].[computeEnvironmentName,status,statusReason,serviceRole] --output json',
    changes: [
      {
        says: 'If the environment names a role of its own, take the service-linked role in its place, or attach `AWSBatchServiceRole` to it.',
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/invalid_compute_environment.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'job-role-container': {
    title: 'The task needs an execution role.',
    means:
      'Fargate needs a task execution role to pull an image from ECR, write logs or read secrets. The definition names none.',
    changes: [
      {
        says: 'Set `executionRoleArn` to a role that trusts `ecs-tasks.amazonaws.com` with `AmazonECSTaskExecutionRolePolicy`.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'app-runner-image': {
    title: 'App Runner couldn’t pull the image with the access role.',
    means:
      'App Runner pulls a private image as the service’s access role, from ECR in its own Region. The role must trust `build.apprunner.amazonaws.com` and have `AWSAppRunnerServicePolicyForECRAccess`; the repository and the tag must exist in that Region.',
    check: 'aws apprunner describe-service --service-arn <ARN of the service> --query Service.SourceConfiguration',
    changes: [
      {
        says: 'Compare the Region in the image’s address with the service’s, and check that the tag is there. Then check the access role’s trust policy and its managed policy.',
        page: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'app-runner-image-region': {
    title: 'The image seems to be in another Region than the service.',
    means:
      'App Runner pulls a private image only from ECR in its own Region, and what you pasted names two Regions. It then says that the access role isn’t valid; no change to the role helps.',
    changes: [
      {
        says: 'Push or replicate the image to a repository in the service’s Region and set `ImageIdentifier` to it. Or create the service in the image’s Region.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'app-runner-role': {
    title: 'App Runner can’t assume the role.',
    means:
      'The access role, to pull from ECR, must trust `build.apprunner.amazonaws.com`; the instance role must trust `tasks.apprunner.amazonaws.com`. A role that isn’t at that ARN, or was made seconds ago, gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and create the service again. Otherwise put the right service principal into its trust policy, and attach `AWSAppRunnerServicePolicyForECRAccess` to the access role.',
        page: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'volume-detached-role': {
    title: 'The EBS CSI driver couldn’t create the volume.',
    means:
      'The driver works as the role of its service account `ebs-csi-controller-sa`, or as the node role without one. It needs `AmazonEBSCSIDriverPolicy` and, with a customer managed key, the key’s actions.',
    check: 'kubectl describe serviceaccount ebs-csi-controller-sa --namespace kube-system',
    changes: [
      {
        says: 'Give the driver’s service account or add-on a role of its own with `AmazonEBSCSIDriverPolicy`; without one it calls as the node. Add `kms:CreateGrant`, `kms:Decrypt` and `kms:GenerateDataKeyWithoutPlaintext` for an encrypted class.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'public-registry-login': {
    title: 'A saved login to the public registry is refused.',
    means:
      'Public ECR needs no login. A saved login that has expired makes it answer 403, and no policy was evaluated.',
    changes: [
      {
        says: 'Log out of the public registry, then pull again. Remove it from the credential helper too, if there is one.',
        run: 'docker logout public.ecr.aws',
        page: 'https://github.com/aws/karpenter-provider-aws/issues/3441',
        confirmed: '2026-11-28',
      },
      {
        says: 'For Helm log out there too.',
        run: 'helm registry logout public.ecr.aws',
        page: 'https://github.com/aws/karpenter-provider-aws/issues/3441',
        confirmed: '2026-11-28',
      },
    ],
  },
  'function-cluster-authorization': {
    title: 'The Kafka cluster refused Lambda’s access.',
    means:
      'Lambda signed in and the cluster refused the topic, the group or the cluster. With IAM the execution role lacks `kafka-cluster` actions; with SCRAM or certificates the user lacks Kafka ACLs.',
    check: 'aws lambda get-function-configuration --function-name {aliasedFunction} --query Role --output text',
    changes: [
      {
        says: 'With IAM allow the execution role the `kafka-cluster` actions on cluster, topic and group. Otherwise add ACLs for the user in Kafka.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-troubleshoot.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'host-management-role': {
    title: 'The instance has no role that Systems Manager accepts.',
    means:
      'The agent got no credentials that Systems Manager takes. No instance profile with such a role is attached, and Default Host Management isn’t set up in this account and Region.',
    check:
      'aws ssm get-service-setting --setting-id /ssm/managed-instance/default-ec2-instance-management-role --output json',
    changes: [
      {
        says: 'Attach an instance profile whose role has `AmazonSSMManagedInstanceCore`, then restart the agent. Or set up Default Host Management Configuration for the Region.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'spot-fleet-role': {
    title: 'The Spot Fleet request can’t use its role.',
    means:
      'A Spot Fleet launches, tags and ends instances with the role in the request, which must trust `spotfleet.amazonaws.com`. It must exist and have `AmazonEC2SpotFleetTaggingRole`.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the command finds no role, correct the ARN or create it. Name `spotfleet.amazonaws.com` in the role’s trust policy and attach `AmazonEC2SpotFleetTaggingRole`.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'pushed-repository-not-there': {
    title: 'The ECR repository doesn’t exist in this registry.',
    means:
      'A push makes no repository, unless a creation template says so. It isn’t there, or the name, the Region or the account is another. No policy refused this.',
    changes: [
      {
        says: 'Create the repository in the Region of the push, or correct the name, the Region or the account in the image’s tag.',
        run: 'aws ecr create-repository --repository-name {repository}',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-create.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'repository-not-there': {
    title: 'The ECR repository doesn’t exist in this registry.',
    means:
      'The name, the Region or the account is another, or it’s a pull-through cache that hasn’t made {repository} yet. For its first pull the caller needs `ecr:BatchImportUpstreamImage` and `ecr:CreateRepository`.',
    check: DECIDING_COMMANDS.pullThroughRules,
    changes: [
      {
        says: 'Correct the name, Region or account. For a pull-through cache allow both actions on the repository, or let someone pull it once.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'exec-agent-not-connected': {
    title: 'The task’s agent isn’t connected to Session Manager.',
    means:
      'ECS Exec reaches the container through Session Manager. The task role lacks the four `ssmmessages` actions, the network has no way to `ssmmessages`, or the agent has stopped. Your call wasn’t refused.',
    check: 'aws ecs describe-tasks --tasks {task} --query tasks[].containers[].managedAgents --output json',
    changes: [
      {
        says: 'Allow the task role `ssmmessages:CreateControlChannel`, `CreateDataChannel`, `OpenControlChannel` and `OpenDataChannel`. Then start a new task.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'instance-without-profile': {
    title: 'The agent found no credentials of an instance profile.',
    means:
      'The instance has no profile, or got it after the agent had started: that counts only once the agent restarts. No request reached AWS.',
    changes: [
      {
        says: 'Restart the agent or the instance if a role is attached. Otherwise attach an instance profile with the role that it needs first.',
        run: 'aws ec2 describe-iam-instance-profile-associations --output json',
        page: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-deployments.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'snapshot-gone-or-unshared': {
    title: 'The snapshot was deleted, or isn’t shared with you any more.',
    means:
      'The launch needs a snapshot that this account can’t read: its owner deleted it, stopped sharing it, or its KMS key no longer lets the account in.',
    check: 'aws ec2 describe-snapshots --restorable-by-user-ids self --output json',
    changes: [
      {
        says: 'Use an image whose snapshots exist. Otherwise ask the owner to share the snapshot, and its key, with this account.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-instancelaunchfailure.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'task-log-stream': {
    title: 'The task execution role can’t write to the log group.',
    means:
      'ECS opens the log stream before the container starts, as the task’s execution role, not the task role. It needs `logs:CreateLogStream` and `logs:PutLogEvents` on the log group, and `logs:CreateLogGroup` where the driver is to create the group.',
    check: DECIDING_COMMANDS.taskRoles,
    changes: [
      {
        says: 'Allow the execution role both actions on the log group. `AmazonECSTaskExecutionRolePolicy` has them.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-file-system': {
    title: 'Lambda can’t mount the file system: its role, or the access point.',
    means:
      'Lambda mounts the file system as the function’s execution role. If the file system has a policy, the role needs `elasticfilesystem:ClientMount`, and `ClientWrite` to write, and that policy must let it in. An access point that is gone, or not ready yet, gives the same message.',
    check:
      'aws lambda get-function-configuration --function-name {aliasedFunction} --query [Role,VpcConfig,FileSystemConfigs] --output json',
    changes: [
      {
        says: 'Allow the execution role `elasticfilesystem:ClientMount` and `ClientWrite`, or attach `AmazonElasticFileSystemClientReadWriteAccess`. Check that the file system and the access point exist and are available.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'endpoint-service-closed': {
    title: 'The endpoint service isn’t open to this account, or isn’t there.',
    means:
      'Accounts find an endpoint service of others only where its owner lists them as allowed principals, and in its Regions. EC2 answers others as if it didn’t exist. The caller counts: with CloudFormation or the CDK that is the role of the stack, not you. No policy of yours opens it.',
    changes: [
      {
        says: 'Compare name and Region. Then ask the service’s owner to add the role that makes the endpoint, or your whole account, to its allowed principals.',
        run: 'aws ec2 modify-vpc-endpoint-service-permissions --service-id <vpce-svc id> --add-allowed-principals <ARN of the principal>',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'shared-thing-not-found': {
    title: 'It isn’t in this account and Region, and isn’t shared with it.',
    means:
      'Usually the id is mistyped, already deleted, or of another Region or account. What another account owns, such as a subnet, transit gateway or resolver rule, is seen only after its owner shares it with AWS RAM and the share is accepted. No policy of yours refused this.',
    check: 'aws ram get-resource-share-invitations --output json',
    changes: [
      {
        says: 'Compare the id and the Region. If it’s another account’s, ask its owner to share it with AWS RAM, and accept the invitation.',
        page: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'subnets-untagged': {
    title: 'The subnets lack the tag that EKS looks for.',
    means:
      'EKS finds the subnets of an older cluster version by a tag with the cluster’s name. No policy refused this.',
    changes: [
      {
        says: 'Tag each subnet with the key and value that the message names.',
        run: 'aws ec2 create-tags --resources {subnet} --tags Key=kubernetes.io/cluster/{cluster},Value=shared',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'interface-of-service': {
    title: 'An AWS service owns this network interface.',
    means:
      'The interface was made by a service for a resource of yours: a load balancer, a function, an endpoint, a NAT gateway. Only that service may detach or delete it. No policy decides this.',
    check:
      'aws ec2 describe-network-interfaces --query NetworkInterfaces[].[NetworkInterfaceId,RequesterId,Description] --output json',
    changes: [
      {
        says: 'Find the resource by the interface’s description, and delete or change that resource. The interface goes with it.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'function-code-signing': {
    title: 'The function’s code signing configuration refused the package.',
    means:
      'Lambda deploys only packages signed by a profile that the function’s code signing configuration lists. This one is unsigned, expired, or signed by another. No IAM policy refused it.',
    changes: [
      {
        says: 'Sign the package with one of those profiles, or change the configuration’s allowed publishers.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-network-role': {
    title: 'The function’s execution role can’t attach it to the VPC.',
    means:
      'Lambda makes a network interface in the VPC as the execution role, and checks the role when the function is saved. The role needs `ec2:CreateNetworkInterface`, `ec2:DescribeNetworkInterfaces` and `ec2:DeleteNetworkInterface` on `*`.',
    changes: [
      {
        says: 'Attach `AWSLambdaVPCAccessExecutionRole` to the execution role, or allow it the actions on `*`.',
        run: 'aws iam attach-role-policy --role-name {role} --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-network-permissions': {
    title: 'The function’s role may not set up its network interfaces.',
    means:
      'Lambda makes the network interfaces of a function in a VPC as the execution role. It needs `ec2:CreateNetworkInterface`, `ec2:DescribeNetworkInterfaces` and `ec2:DeleteNetworkInterface`.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AWSLambdaVPCAccessExecutionRole` to the execution role.',
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'image-storage-unshared': {
    title: 'The image’s snapshot isn’t shared with this account.',
    means:
      'An image that’s shared can be launched. To copy it, its owner must also share the snapshots behind it, and the key of encrypted ones. No policy of yours changes that.',
    changes: [
      {
        says: 'Ask the owner to share the snapshot with this account, and its KMS key. Or launch an instance and make an image of it.',
        run: 'aws ec2 modify-snapshot-attribute --snapshot-id {snapshot} --attribute createVolumePermission --operation-type add --user-ids <account>',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/how-ami-copy-works.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'agent-reads-tags': {
    title: 'The CloudWatch agent couldn’t read the instance’s tags.',
    means:
      'The agent reads them for `append_dimensions`, as the instance’s role. Usually that role lacks `ec2:DescribeTags`; without a way to EC2’s endpoint, or without a role, the message begins the same.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'If the line ends with `UnauthorizedOperation`, allow the instance’s role `ec2:DescribeTags` on `*`, or leave `append_dimensions` out of the agent’s configuration.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/create-iam-roles-for-cloudwatch-agent.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'registry-upstream-key': {
    title: 'ECR can’t decrypt the secret for the upstream registry.',
    means: 'ECR could read the secret but not use its KMS key. ECR doesn’t support a customer managed key here.',
    check: 'aws secretsmanager describe-secret --secret-id {secret} --query KmsKeyId --output text',
    changes: [
      {
        says: 'Encrypt the secret with `aws/secretsmanager`. Whoever does it needs `kms:Decrypt` on the present key.',
        run: 'aws secretsmanager update-secret --secret-id {secret} --kms-key-id alias/aws/secretsmanager',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-secret.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'registry-upstream-secret': {
    title: 'ECR can’t read the secret for the upstream registry.',
    means:
      'ECR pulls from the upstream registry with a secret whose name begins with `ecr-pullthroughcache/`. It reads it through its service-linked role, so the secret must be in the same account and Region, and its key must let ECR in.',
    changes: [
      {
        says: 'Check the secret’s name, account and Region, its resource policy, and that its KMS key allows decryption.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-rule.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pod-association-missing': {
    title: 'No Pod Identity association names this service account.',
    means:
      'EKS Pod Identity gives a role only to the service account of an association: cluster, namespace {namespace} and service account {account}. The pod runs as this service account, and there is no association for it. No policy refused this.',
    check: 'aws eks list-pod-identity-associations --cluster-name {cluster} --output json',
    changes: [
      {
        says: 'Create the association, or let the pod use the service account of the one that you have.',
        run: 'aws eks create-pod-identity-association --cluster-name {cluster} --namespace {namespace} --service-account {account} --role-arn <role>',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pod-execution-role': {
    title: 'The cluster doesn’t know the Fargate pod execution role.',
    means:
      'Fargate’s node signs in to the cluster as the profile’s pod execution role. The role has no access entry of type `FARGATE_LINUX` and isn’t in `aws-auth`, or it lacks `AmazonEKSFargatePodExecutionRolePolicy`.',
    changes: [
      {
        says: 'Create an access entry of type `FARGATE_LINUX` for the role, or put its line back into `aws-auth`. Then attach `AmazonEKSFargatePodExecutionRolePolicy`.',
        run: 'aws eks create-access-entry --cluster-name {cluster} --principal-arn <role> --type FARGATE_LINUX',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'shared-not-owned': {
    title: 'Another account owns this; sharing doesn’t let you change it.',
    means:
      'A participant of a shared VPC or subnet can use it, not change or delete it. Only the owner’s account can, whatever your policies allow.',
    check: 'aws ec2 describe-subnets --query Subnets[].[SubnetId,OwnerId] --output text',
    changes: [
      {
        says: 'Make the change with credentials of the owner’s account, or leave the share out of the run.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cluster-authentication-mode': {
    title: 'The cluster’s authentication mode has no access entries.',
    means:
      'Access entries exist only in the modes `API` and `API_AND_CONFIG_MAP`. The change goes one way: back to `CONFIG_MAP` isn’t possible.',
    check: 'aws eks describe-cluster --name {cluster} --query cluster.accessConfig.authenticationMode --output text',
    changes: [
      {
        says: 'Change the mode of the cluster; entries of `aws-auth` stay valid.',
        run: 'aws eks update-cluster-config --name {cluster} --access-config authenticationMode=API_AND_CONFIG_MAP',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'ecs-infrastructure-role': {
    title: 'ECS can’t work with the infrastructure role.',
    means:
      'ECS assumes the infrastructure role as `ecs.amazonaws.com`. The role must trust that principal and have the managed policy of its use; a role made seconds ago gives the same message.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Otherwise compare the role’s trust policy and its managed policy (`AmazonECSInfrastructureRolePolicyFor…`) with the page.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'volume-driver-role': {
    title: 'The EFS driver’s role lacks EFS permissions.',
    means:
      'The controller of the EFS CSI driver calls with the role of its own service account, else with the node’s role. It needs to describe file systems and mount targets, and to make and tag access points.',
    changes: [
      {
        says: 'Give the controller’s service account a role with `AmazonEFSCSIDriverPolicy`, then restart the controller.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'deployment-group-role': {
    title: 'The deployment group’s service role is gone.',
    means:
      'CodeDeploy works as the role that the deployment group names. The role was deleted, or made again under another ARN.',
    check:
      'aws deploy get-deployment-group --application-name {application} --deployment-group-name {group} --query deploymentGroupInfo.serviceRoleArn --output text',
    changes: [
      {
        says: 'Create the role again with its trust policy, or give the deployment group another one.',
        page: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'report-bucket-owner': {
    title: 'The report group names another bucket owner.',
    means:
      'CodeBuild compares the bucket’s account with the one that the report group expects. They differ; no policy was asked.',
    changes: [
      {
        says: 'Set the bucket owner of the report group’s export to the account that owns the bucket.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'batch-instances-not-joined': {
    title: 'The compute environment’s instances couldn’t join the cluster.',
    means:
      'The instances register as their instance profile’s role. It needs `AmazonEC2ContainerServiceforEC2Role`; a subnet without a way to ECS, or a custom image or launch template, gives the same message.',
    check:
      'aws batch describe-compute-environments --query computeEnvironments[].computeResources.instanceRole --output json',
    changes: [
      {
        says: 'Check the instance profile’s role for `AmazonEC2ContainerServiceforEC2Role`, then the subnet’s way to the ECS endpoints.',
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'environment-service-role-missing': {
    title: 'The environment needs a service role; none was given.',
    means: 'The EB CLI makes the default service role only where it asks you for the names. Nothing was refused.',
    changes: [
      {
        says: 'Name a service role with `--service-role`, or run `eb create` without a name and let it make the default role.',
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb-cli-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'task-connection': {
    title: 'The task can’t reach the AWS service: its network.',
    means:
      'ECS says that the task got no connection to ECR, S3, Secrets Manager, Systems Manager or CloudWatch Logs. Subnet, routes, security group or the VPC endpoint decide, not a policy.',
    changes: [
      {
        says: 'Give the task a way out (a public address, NAT or the VPC endpoints of the service), and let its security group reach port 443.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'token-for-cluster-refused': {
    title: 'kubectl’s credentials may not assume the role in the kubeconfig.',
    means:
      '`kubectl` gets its token from the AWS CLI, as the role that the kubeconfig names. The caller may not assume that role, or other credentials are used than you think.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Write the kubeconfig again for an identity you can use, or allow it to assume the role, in its own policies and the role’s trust policy.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'managed-nodes-refused': {
    title: 'Kubernetes doesn’t let EKS manage the nodes.',
    means:
      'Most often the cluster role `eks:node-manager` or its binding was removed. It can also be the node role’s entry in `aws-auth` or its access entry.',
    grantedIn: 'Kubernetes, by the role `eks:node-manager`',
    check: 'kubectl describe clusterrole eks:node-manager',
    changes: [
      {
        says: 'Create the cluster role and the binding `eks:node-manager` again as the page shows, then repeat the update.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'node-group-role-gone': {
    title: 'The node group’s role or instance profile was deleted.',
    means: 'EKS finds the IAM role or the instance profile of the node group no more. No policy refused it.',
    changes: [
      {
        says: 'Create the role or the instance profile again under the same name with the same settings, or create a new node group.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cluster-role-with-path': {
    title: 'aws-auth names the role with its path; it must not.',
    means:
      'The authenticator compares the ARN without a path. An entry such as `role/team/admin` never fits; a role of IAM Identity Center has a path too. An access entry takes the ARN as it is.',
    check: 'aws eks describe-cluster --name {cluster} --query cluster.accessConfig.authenticationMode --output text',
    changes: [
      {
        says: 'Leave the path out of `rolearn`. Where the cluster’s authentication mode includes `API`, an access entry with the role’s whole ARN also does it.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/security-iam-troubleshoot.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'public-registry-token': {
    title: 'The saved login to the public registry has expired.',
    means:
      'Public ECR has a login of its own, which lasts 12 hours. Docker sends the old token, and the registry refuses it. Pulling needs no login at all.',
    changes: [
      {
        says: 'Log out of the public registry, then pull again. To push, log in with `aws ecr-public get-login-password --region us-east-1`.',
        run: 'docker logout public.ecr.aws',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'backend-deploy-role': {
    title: 'The role that deploys the Amplify backend lacks permissions.',
    means:
      'The role that runs the deployment lacks what a backend needs: CloudFormation, the CDK bootstrap roles, SSM.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AmplifyBackendDeployFullAccess` to that role, and what your stack needs beyond it.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/service-role/AmplifyBackendDeployFullAccess`,
        page: 'https://docs.aws.amazon.com/amplify/latest/userguide/security-iam-awsmanpol.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'hosting-build-role': {
    title: 'Amplify can’t assume the app’s service role.',
    means:
      'Amplify Hosting builds as the service role of the app. The role must trust `amplify.amazonaws.com`. A lost connection to the code repository gives the same message.',
    check: 'aws amplify list-apps --query apps[].[name,iamServiceRoleArn] --output json',
    changes: [
      {
        says: 'Check that the app’s role still exists, and name `amplify.amazonaws.com` in its trust policy. If both are right, reconnect the repository.',
        page: 'https://docs.aws.amazon.com/amplify/latest/userguide/amplify-service-role.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'streaming-fleet-role': {
    title: 'WorkSpaces Applications’ service role is missing or lacks an EC2 action.',
    means:
      'Fleets and image builders get their network interfaces as `AmazonAppStreamServiceAccess`, not as you. The role is missing, or lost the action that the code names.',
    check: 'aws iam list-attached-role-policies --role-name AmazonAppStreamServiceAccess --output json',
    changes: [
      {
        says: 'Attach `AmazonAppStreamServiceAccess` to the role of that name, or let the console make the role again. An SCP can also forbid it.',
        page: 'https://docs.aws.amazon.com/appstream2/latest/developerguide/roles-required-for-appstream.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'function-file-mode': {
    title: 'A file in the function’s package can’t be read: its mode.',
    means:
      'Lambda runs the function as a user that isn’t the file’s owner. The zip holds a file mode without read, or a folder without search. AWS wasn’t asked.',
    changes: [
      {
        says: 'Set the modes before zipping: `chmod 644` for files, `chmod 755` for folders and programs. Then deploy again.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cached-official-image': {
    title: 'An official image of Docker Hub needs /library/ in its name.',
    means:
      'Through a pull-through cache Docker’s official images are found only as `docker-hub/library/NAME`. Without it the registry answers 403. No policy refused this.',
    check: DECIDING_COMMANDS.pullThroughRules,
    changes: [
      {
        says: 'Put `library/` before the image’s name and pull again. If it’s there, check the upstream credentials of the cache rule.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/error-pullthroughcache.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'function-policy-full': {
    title: 'The function’s resource policy is full.',
    means: 'A function’s policy holds 20 kB. Each permission adds a statement to it; no permission is missing.',
    check: DECIDING_COMMANDS.functionPolicy,
    changes: [
      {
        says: 'Remove statements that aren’t needed, or let one with a wildcard in its source ARN replace many.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'spot-fleet-role-name': {
    title: 'The Spot Fleet role isn’t given as its ARN, or is missing.',
    means:
      'EC2 takes the role as its full ARN with its path, not by its name. Behind a right ARN there must be a role that trusts `spotfleet.amazonaws.com`.',
    check: 'aws iam get-role --role-name AmazonEC2SpotFleetTaggingRole --query Role.Arn --output text',
    changes: [
      {
        says: 'Give the role’s full ARN, such as `arn:aws:iam::111122223333:role/AmazonEC2SpotFleetTaggingRole`. If the role is missing, create it with `AmazonEC2SpotFleetTaggingRole` attached.',
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/invalid_compute_environment.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'domain-join-account': {
    title: 'Active Directory refuses the join to the domain.',
    means:
      'The service joins the domain with a service account of the directory. `ACCESS_DENIED` means that it may not create or reuse the computer object in the OU. `LOGON_FAILURE` is a wrong name or password, `PASSWORD_EXPIRED` an old one, and `QUOTA` too many machines joined.',
    grantedIn: 'Active Directory, on the OU',
    changes: [
      {
        says: 'By the code: let the account create computer objects and reset passwords in the OU, correct or renew its password where the service keeps it, or raise the machine account quota. Then try again.',
        page: 'https://docs.aws.amazon.com/appstream2/latest/developerguide/troubleshooting-notification-codes.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'instance-not-managed': {
    title: 'Systems Manager doesn’t manage this instance.',
    means:
      'Inspector scans with the SSM agent. On this instance the agent doesn’t run, its instance profile lacks `AmazonSSMManagedInstanceCore`, or it can’t reach Systems Manager. Inspector’s own role lacks nothing.',
    check: 'aws ssm describe-instance-information --output json',
    changes: [
      {
        says: 'Give the instance a profile with `AmazonSSMManagedInstanceCore`, then check the agent and its network path to Systems Manager. Or turn on agentless scanning.',
        page: 'https://docs.aws.amazon.com/inspector/latest/user/assessing-coverage.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'exec-simulated': {
    title: 'The toolkit only simulated this; ECS refused nothing.',
    means:
      'The toolkit asks the policy simulator whether the task role may use `ssmmessages`. The simulator can’t judge conditions of SCPs, so it answers denied although the calls work.',
    changes: [
      {
        says: 'Use `aws ecs execute-command`, or a newer toolkit. If that fails too, check the task role’s `ssmmessages` actions.',
        page: 'https://docs.aws.amazon.com/toolkit-for-vscode/latest/userguide/ecs-exec.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'copilot-environment-old': {
    title: 'Most likely the environment was made by an older Copilot.',
    means:
      'Copilot works as the environment’s manager role, which an older version made and which lacks the new version’s permissions.',
    changes: [
      {
        says: 'Update the environment, then deploy again.',
        run: 'copilot env deploy --name {environment}',
        page: 'https://aws.github.io/copilot-cli/docs/commands/env-deploy/',
        confirmed: '2026-11-30',
      },
    ],
  },
  'image-tag-immutable': {
    title: 'The repository’s tags can’t be overwritten, and this tag exists.',
    means: 'The repository has tag immutability on. No permission is missing.',
    changes: [
      {
        says: 'Push under a new tag.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'instance-connect-network': {
    title: 'EC2 Instance Connect can’t reach the instance.',
    means:
      'The console connects from AWS’s addresses, so port 22 must be open to those of the Region, not only to yours. This is the network, not a policy.',
    changes: [
      {
        says: 'Let the security group allow TCP 22 from the Region’s prefix list `com.amazonaws.{region}.ec2-instance-connect`. Without a public address use an EC2 Instance Connect Endpoint.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-connect-tutorial.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'resource-of-another-account': {
    title: 'Another account owns the resource, or a service manages it.',
    means:
      'EC2 answers `AuthFailure` also where the credentials are good. The address, image, snapshot or interface isn’t this account’s in this Region, or an AWS service made it and alone may change it. No policy of yours changes that.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Compare the id with what this account has in this Region. If it has a requester or a managing service, change it in that service. If it’s another account’s, use that account’s credentials, or ask its owner to share it.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'resource-managed-by-service': {
    title: 'An AWS service manages this resource; only that service may change it.',
    means:
      'It was made for something else, such as a load balancer, an endpoint, a database or a function. EC2 keeps it from being changed by hand, whatever policies allow.',
    check:
      'aws ec2 describe-network-interfaces --network-interface-ids <interface> --query NetworkInterfaces[].[Description,RequesterId,InterfaceType,Attachment.InstanceOwnerId] --output json',
    changes: [
      {
        says: 'Find what it belongs to, by its description and requester. Change or delete that in its own service; what it made goes with it.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-ended-by-call': {
    title: 'Somebody stopped the instance through EC2; nothing was denied.',
    means:
      'The code says that a call stopped, hibernated or terminated it: a person, a pipeline, Auto Scaling or another service.',
    check:
      'aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue={instance} --output json',
    changes: [
      {
        says: 'Look in CloudTrail who called `StopInstances` or `TerminateInstances` on it. If it shouldn’t happen, take that permission away there, or turn on termination protection.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-ended-itself': {
    title: 'The instance shut itself down; nothing was denied.',
    means: 'Its operating system or a script on it ran a shutdown. No call to EC2 stopped it, and no policy was asked.',
    changes: [
      {
        says: 'Read the instance’s console output and its own logs for what shut it down, such as user data that ends so.',
        run: 'aws ec2 get-console-output --instance-id {instance} --latest --output text',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-ended-by-host': {
    title: 'EC2 itself ended the instance; no policy refused this.',
    means:
      'Its Spot capacity was taken back, its host is retired, or the launch failed inside EC2. The code’s `Server.` says that it isn’t your request.',
    changes: [
      {
        says: 'Start it again. For Spot allow more instance types and zones. If the launch fails again, give AWS Support the instance id.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StateReason.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-profile-empty': {
    title: 'The instance profile holds no role.',
    means:
      'EC2 gives an instance the role that its instance profile holds, and this profile is empty. The console makes profile and role together; the CLI and the API don’t. No permission was refused.',
    changes: [
      {
        says: 'Add the role to the profile, wait some seconds, and repeat the call. Whoever adds it needs `iam:PassRole` on the role.',
        run: ROLE_INTO_PROFILE,
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-profile-is-role': {
    title: 'The call names a role where EC2 takes an instance profile.',
    means:
      'A role and an instance profile are two things, even where they have one name. The CLI, Terraform and CloudFormation make no profile for a role. No permission was refused.',
    changes: [
      {
        says: 'Create an instance profile that holds the role, and name that: `aws_iam_instance_profile` in Terraform, `AWS::IAM::InstanceProfile` in CloudFormation. In a script, call `create-instance-profile` first.',
        run: ROLE_INTO_PROFILE,
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-in-another-region': {
    title: 'The image is in another Region than the call.',
    means:
      'An AMI exists in one Region only, under an ID of its own, and what you pasted shows it in another one. No permission was refused.',
    changes: [
      {
        says: 'Copy the image into the Region of the call, and use the ID of the copy. Or launch where the image is. For an image of AWS look up its ID in this Region.',
        run: 'aws ec2 copy-image --source-image-id {image} --source-region <Region-of-the-image> --name <name>',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-not-shared': {
    title: 'The image’s owner hasn’t shared it with this account.',
    means:
      'The image’s launch permissions, as you pasted them, are empty, so only its own account can launch it. No policy of the caller changes that.',
    changes: [
      {
        says: 'In the account that owns the image, add this account to its launch permissions. For an encrypted image the key policy must let this account in too; the key `aws/ebs` can’t be shared.',
        run: CHANGING_COMMANDS.shareImage,
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-deregistered': {
    title: 'Most likely the image was deregistered; then it can’t be launched.',
    means:
      'A launch template, an Auto Scaling group or a variable can still name an image that is gone. Running instances go on; new ones can’t start. No permission was refused.',
    changes: [
      {
        says: 'Name an image that exists, in the launch template’s new version or the variable, and let the group use that version. Recover the old one only if a Recycle Bin rule kept it.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/deregister-ami.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-reads-entries-alone': {
    title: 'This cluster ignores aws-auth; it reads access entries only.',
    means:
      'Its authentication mode is `API`. What the `aws-auth` ConfigMap says doesn’t count, and the cluster can’t leave this mode again. IAM policies don’t decide it.',
    check: ACCESS_ENTRIES,
    changes: [
      {
        says: 'Create an access entry for the role or user that calls, with its ARN as IAM has it.',
        run: 'aws eks create-access-entry --cluster-name {cluster} --principal-arn <ARN>',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Give the entry an access policy: an entry alone allows nothing.',
        run: 'aws eks associate-access-policy --cluster-name {cluster} --principal-arn <ARN> --policy-arn arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy --access-scope type=cluster',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-reads-config-map-alone': {
    title: 'This cluster reads the aws-auth ConfigMap, not access entries.',
    means:
      'Its authentication mode is `CONFIG_MAP`. Only the cluster’s creator and what `aws-auth` lists get in; access entries can’t be created. IAM policies don’t decide it.',
    changes: [
      {
        says: 'Have someone who gets in, such as the cluster’s creator, add the role to `mapRoles` of `aws-auth`, without its path. Or change the mode, which can’t be undone, and create an access entry.',
        run: 'aws eks update-cluster-config --name {cluster} --access-config authenticationMode=API_AND_CONFIG_MAP',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'nodes-without-way-out': {
    title: 'Most likely the nodes’ subnet has no way to AWS.',
    means:
      'A node must reach the cluster’s endpoint and AWS services such as EC2 and ECR when it starts. According to what you pasted, its subnet has no way out, so it never signs in. No role and no access entry changes that.',
    changes: [
      {
        says: 'Give the subnet a NAT gateway. Or turn on the cluster’s private endpoint, and add the VPC endpoints that the linked page lists, such as `ec2`, `ecr.api`, `ecr.dkr`, `sts` and S3, with a security group that lets the nodes in.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'node-role-without-policy': {
    title: 'Most likely the node role lacks the EKS worker policy.',
    means:
      'What you pasted lists the role’s attached policies, and `AmazonEKSWorkerNodePolicy` isn’t among them. The kubelet needs what it allows, such as to describe EC2 resources; a policy of your own can allow the same.',
    changes: [
      {
        says: 'Attach `AmazonEKSWorkerNodePolicy` and `AmazonEC2ContainerRegistryPullOnly` to the node role, and `AmazonEKS_CNI_Policy` unless the VPC CNI has a role of its own. Then replace the nodes.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy`,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'exec-role-lacks': {
    title: 'The task role lacks the permissions of ECS Exec.',
    means:
      'The check that you pasted shows `ssmmessages` actions as denied for the role that the agent in the container uses: the task role, not the execution role. Your call wasn’t refused.',
    changes: [
      {
        says: 'Allow the task role `ssmmessages:CreateControlChannel`, `CreateDataChannel`, `OpenControlChannel` and `OpenDataChannel` on `*`. Then start a new task.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'exec-agent-stopped': {
    title: 'ECS Exec is on, but its agent in the container has stopped.',
    means:
      'The agent stops where the task role may not open its channels, where the task can’t reach `ssmmessages`, or where the container’s root file system is read-only. Nothing refused your own call.',
    changes: [
      {
        says: 'Allow the task role the four `ssmmessages` actions, and give the subnet a way to `ssmmessages`. Then start a new task.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If `readonlyRootFilesystem` is on, mount writable volumes at `/managed-agents`, `/var/lib/amazon/ssm` and `/var/log/amazon/ssm`.',
        page: 'https://github.com/aws/containers-roadmap/issues/1359',
        confirmed: '2026-12-02',
      },
    ],
  },
  'function-logs-elsewhere': {
    title: 'The function logs to a group of another name.',
    means:
      'Its `LoggingConfig` names its own log group, so the usual `/aws/lambda/…` is never made. No permission is missing for what you asked.',
    changes: [
      {
        says: 'Look in the group that `LoggingConfig.LogGroup` names. If the logs should be under `/aws/lambda/…`, set that group, and let the execution role write to it.',
        run: 'aws lambda get-function-configuration --function-name <function> --query LoggingConfig',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-log-role': {
    title: 'The function runs; most likely its role can’t write logs.',
    means:
      'Lambda creates the log group with the execution role at the first run. According to what you pasted, the function has run: either that role lacks the permissions, or the group was deleted or is in another Region.',
    changes: [
      {
        says: 'Attach `AWSLambdaBasicExecutionRole` to the execution role, or allow it `logs:CreateLogGroup`, `logs:CreateLogStream` and `logs:PutLogEvents`. Then run the function again, and compare the Region.',
        run: 'aws iam attach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'registry-login-of-another-user': {
    title: 'One Docker command ran with sudo, the other one without.',
    means:
      'Docker keeps a login in the home of the user that made it, in `~/.docker/config.json`. `sudo` is root, so the two don’t see each other’s logins. No policy was evaluated.',
    changes: [
      {
        says: 'Run both the same way: both with `sudo`, or better both without, with your user in the group `docker`.',
        page: 'https://docs.docker.com/reference/cli/docker/login/',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-of-kafka-acl': {
    title: 'The Kafka user has no ACL for the topic or group.',
    means:
      'The event source signs in with a user or certificate, not with IAM. The sign-in passed, and the cluster’s own ACLs don’t let that user read. No policy of the function’s role changes that.',
    changes: [
      {
        says: 'In Kafka, add ACLs for that user: `Describe` and `Read` on the topic and on the consumer group, `DescribeConfigs` on the cluster.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-troubleshoot.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-of-kafka-iam': {
    title: 'The function’s role lacks kafka-cluster actions.',
    means:
      'The cluster signs clients in with IAM, so its permissions are those of the function’s execution role. Kafka’s ACLs don’t count for it.',
    changes: [
      {
        says: 'Allow the execution role `kafka-cluster:Connect` and `DescribeClusterDynamicConfiguration` on the cluster, `DescribeTopic` and `ReadData` on the topic, `DescribeGroup` and `AlterGroup` on the group.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'task-secret-json-key': {
    title: 'The secret was read, but it has no such JSON key.',
    means:
      'The execution role got the secret. `valueFrom` names a JSON key behind the ARN, and the secret’s JSON doesn’t have it, or its value isn’t JSON. No permission is missing.',
    changes: [
      {
        says: 'Compare the key in `valueFrom` (`ARN:json-key:stage:version`) with the keys of the secret, in the same letters. Correct one of them, and start the task again.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'task-image-no-way': {
    title: 'The task’s network has no way to the registry.',
    means:
      'The pull timed out before the registry answered, so no permission was checked. The subnet has no way to the registry, or the security group or DNS stops it.',
    changes: [
      {
        says: 'On Fargate in a public subnet assign a public IP address; in a private one give it a NAT gateway, or endpoints for `ecr.api`, `ecr.dkr` and S3, and `logs` for the log driver `awslogs`. The endpoints’ security group must let port 443 in.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-policy-late': {
    title: 'Most likely the role’s policy is made after the function.',
    means:
      'The template allows the execution role what Lambda misses, but in a resource of its own. The function refers to the role only, so both are made at once, and Lambda checks the role before the policy is there. The permission itself isn’t missing.',
    changes: [
      {
        says: 'Let the function, or the event source mapping, wait for the policy: `DependsOn` with its logical ID in CloudFormation, `depends_on` in Terraform. Or write the policy into the role itself, under `Policies`.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'exec-agent-with-other-keys': {
    title: 'Most likely AWS keys in the container’s environment override the task role.',
    means:
      'According to what you pasted, the container has `AWS_ACCESS_KEY_ID` in its environment. All that runs in it takes these keys before the task role, also the agent of ECS Exec. Their owner seldom has the `ssmmessages` actions. The task role can stay as it is.',
    check:
      'aws ecs describe-task-definition --task-definition <task definition> --query taskDefinition.containerDefinitions[].[name,environment[].name,secrets[].name] --output json',
    changes: [
      {
        says: 'Give the two variables names of their own, such as `MEDIA_ACCESS_KEY_ID`, and hand them to the one client that needs them. Then deploy again: new tasks have the task role again, and so has the agent.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'instance-profile-not-found': {
    title: 'EC2 finds no instance profile of this name.',
    means:
      'Instances take an instance profile, which holds a role. A role of the same name isn’t one: the console makes both together, but a template, Terraform and the CLI don’t. One made seconds ago isn’t found yet either.',
    check: 'aws iam get-instance-profile --instance-profile-name {profile} --output json',
    changes: [
      {
        says: 'Create an instance profile that holds the role, and name it or its ARN where the profile is set: `AWS::IAM::InstanceProfile` in CloudFormation, `aws_iam_instance_profile` in Terraform. In AWS Batch that’s `InstanceRole`.',
        run: ROLE_INTO_PROFILE,
        page: 'https://docs.aws.amazon.com/batch/latest/userguide/instance_IAM_role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-of-image-by-controller': {
    title: 'Lambda isn’t allowed to pull the image; the controller can’t change that.',
    means:
      'Lambda reads the image by the repository’s policy, which must let in `lambda.amazonaws.com`. Where it doesn’t, Lambda adds that with the permissions of whoever creates the function, here the controller’s role. Once added it stays, so later functions pass.',
    check: 'aws ecr get-repository-policy --repository-name <repository> --output json',
    changes: [
      {
        says: 'In the repository’s policy allow `lambda.amazonaws.com` `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`. Or allow the controller’s role `ecr:GetRepositoryPolicy` and `ecr:SetRepositoryPolicy` on the repository.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pod-identity-agent-away': {
    title: 'The Pod Identity agent on the node doesn’t answer the pod.',
    means:
      '`169.254.170.23` is the EKS Pod Identity agent, a DaemonSet that must run on the pod’s node; only EKS Auto Mode has it built in. The pod got no credentials, so no policy was asked.',
    check: 'kubectl get daemonset eks-pod-identity-agent --namespace kube-system',
    changes: [
      {
        says: 'If the agent isn’t there, install the add-on, and restart the pod. If it is, look at the agent’s log on that node: it doesn’t start where IPv6 is off. A proxy needs the address in `NO_PROXY`, and a network policy must let the pod reach it.',
        run: 'aws eks create-addon --cluster-name {cluster} --addon-name eks-pod-identity-agent',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'pod-account-without-role': {
    title: 'The pod’s service account has no IAM role.',
    means:
      'The secrets are read with the role of the service account that the pod or secret store names, not with the role of the driver or operator. This account has no `eks.amazonaws.com/role-arn` annotation. No policy was asked.',
    changes: [
      {
        says: 'Annotate that service account with the role’s ARN, or name another one, as a pod without `serviceAccountName` runs as `default`. The role’s trust policy must name the same namespace and account. With EKS Pod Identity set `usePodIdentity: "true"` in the `SecretProviderClass` instead.',
        run: 'kubectl annotate serviceaccount <service account> --namespace <namespace> eks.amazonaws.com/role-arn=<ARN of the role>',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pod-without-credentials': {
    title: 'Most likely the pod has no role, and can’t use the node’s.',
    means:
      'Nothing gave the pod credentials of its own, so its SDK asked the instance metadata of the node, which a pod can’t reach where the hop limit is 1. The request never reached AWS: the role’s permissions don’t count yet.',
    changes: [
      {
        says: 'See whether the pod’s service account has `eks.amazonaws.com/role-arn`, or a Pod Identity association. If it has neither, add one. If it has, restart the pod: it gets the role when it is created.',
        run: 'kubectl get serviceaccount <service account> --namespace <namespace> --output yaml',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'subnets-without-role-tag': {
    title: 'Most likely no subnet has the tag that the controller looks for.',
    means:
      'The load balancer controller got the list of subnets, and none fits. It looks for `kubernetes.io/role/elb` on public subnets for an internet-facing load balancer, and for `kubernetes.io/role/internal-elb` on private ones for an internal one. The tag of the cluster doesn’t take its place. No permission was refused.',
    changes: [
      {
        says: 'Tag subnets in two zones of the cluster’s VPC with `kubernetes.io/role/elb` = `1`, or with `kubernetes.io/role/internal-elb` = `1` for an internal load balancer. Or name them in the annotation `alb.ingress.kubernetes.io/subnets`.',
        run: 'aws ec2 create-tags --resources <subnets> --tags Key=kubernetes.io/role/elb,Value=1',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof COMPUTE_SHAPES, SituationAnswer>>

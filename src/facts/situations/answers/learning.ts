import type { LEARNING_SHAPES } from '../shapes/learning'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

/** What the services of machine learning, speech, media and genomics say in words of their own: what is said of each. */
export const LEARNING_ANSWERS = {
  'model-log-role': {
    title: 'The logging role can’t write Bedrock’s invocation log.',
    means:
      'Bedrock tries the log group as the role of the logging configuration. That role must trust `bedrock.amazonaws.com` and allow `logs:CreateLogStream` and `logs:PutLogEvents` on the group’s stream `aws/bedrock/modelinvocations`. A role made for calling models has neither.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'See whether the role trusts `bedrock.amazonaws.com`, and allow it `logs:CreateLogStream` and `logs:PutLogEvents` on that stream. The log group has to exist in the same Region.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'dashboards-without-role': {
    title: 'QuickSight has no service role in this account yet.',
    means:
      'QuickSight reads Athena, S3 and other services with one role of the account, which is created or selected in QuickSight’s own settings. That role doesn’t exist, so the caller’s policies don’t decide.',
    changes: [
      {
        says: 'As a QuickSight administrator open “Manage QuickSight”, “Security & permissions”, “QuickSight access to AWS services”. Choose the services, which creates the role, or an existing role. Then apply again.',
        page: 'https://docs.aws.amazon.com/quick/latest/userguide/account-service-role-apis.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'dashboards-not-subscribed': {
    title: 'The account has no QuickSight subscription that offers this.',
    means:
      'QuickSight answers so where the account never signed up for it, or where its edition doesn’t offer the operation. The code comes with status 403, but no policy refused it.',
    check: 'aws quicksight describe-account-subscription --aws-account-id {account} --output json',
    changes: [
      {
        says: 'Leave this account out, or sign it up for QuickSight. If it has the Standard edition, an administrator can change to Enterprise.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DescribeAccountSubscription.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'embedding-pricing-plan': {
    title: 'Anonymous embedding needs capacity pricing in QuickSight.',
    means:
      'The QuickSight account pays per user. Dashboards for users that aren’t registered are only in capacity pricing, which is a plan of the account beside its edition. No IAM policy and no dashboard permission refused it.',
    changes: [
      {
        says: 'In the dashboard’s account, let a QuickSight administrator add capacity pricing, under “Manage QuickSight”, “Your subscriptions”.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GenerateEmbedUrlForAnonymousUser.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Or embed for registered users, with `GenerateEmbedUrlForRegisteredUser`.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_GenerateEmbedUrlForRegisteredUser.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'liveness-not-in-region': {
    title: 'Most likely Face Liveness isn’t offered in this Region.',
    means:
      'Rekognition has Face Liveness in a few Regions alone, and answers elsewhere with an `AccessDeniedException` that says no more. A refusal by a policy has a sentence, which names the action. AWS doesn’t document this; it comes from reported cases.',
    changes: [
      {
        says: 'Look up the Regions of Face Liveness, for example `us-east-1`, `us-west-2`, `eu-west-1`, `ap-northeast-1` and `ap-south-1`, and make the same call there. If it is denied there too, allow the caller the action.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/dg/face-liveness.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'airflow-bucket-not-blocked': {
    title: 'MWAA finds no block of public access on the bucket.',
    means:
      'Amazon MWAA takes only a source bucket that blocks all public access. It reads that setting as the environment’s execution role: where the role may not read it, MWAA can say the same of a bucket that is blocked.',
    check: 'aws s3api get-public-access-block --bucket {bucket}',
    changes: [
      {
        says: 'If the bucket has no such block, block public access before you create the environment. If all four settings are true already, allow the execution role `s3:GetBucketPublicAccessBlock` on the bucket and `s3:GetAccountPublicAccessBlock` on `*`.',
        run: 'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-s3-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'airflow-role-policy-late': {
    title: 'The environment may start before its role’s policy is there.',
    means:
      'Amazon MWAA looks at the bucket as the environment’s execution role. According to what you pasted, that role’s policy was still being created, or nothing waits for it, so the role could read nothing. Then MWAA also says that the block of public access isn’t set, although it is.',
    changes: [
      {
        says: 'Let the environment wait for the role’s policy, with `DependsOn` in CloudFormation or `depends_on` in Terraform. Deploy again.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If it fails still: the policy must allow `s3:GetObject*`, `s3:GetBucket*` and `s3:List*` on the bucket and its objects, and `s3:GetAccountPublicAccessBlock` on `*`.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'airflow-role-reads-bucket': {
    title: 'The environment’s execution role can’t read its bucket.',
    means:
      'Amazon MWAA looks at bucket and block settings as the environment’s execution role. Where that role may not read them, MWAA also says that the block isn’t set, although it is. In a stack the role’s policy may come only after the environment has started.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role `s3:GetObject*`, `s3:GetBucket*` and `s3:List*` on the bucket and its objects, and `s3:GetAccountPublicAccessBlock` on `*`.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If the role’s policy is a resource of the same stack: let the environment wait for it, with `DependsOn` in CloudFormation or `depends_on` in Terraform.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
        confirmed: '2026-12-01',
        comesFirst: true,
      },
    ],
  },
  'airflow-role-checks-bucket': {
    title: 'The environment’s execution role can’t check public access.',
    means:
      'Amazon MWAA checks with the execution role of the environment whether bucket and account block public access. Not your credentials were refused, but that role’s.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the execution role `s3:GetAccountPublicAccessBlock` on `*` and `s3:GetBucketPublicAccessBlock` on the bucket.',
        page: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'speech-stream-signed-once': {
    title: 'The stream’s events carry a signature that is too old.',
    means:
      'On an open stream each event has its own signature, which is valid for five minutes. Older SDKs sign all events with the time of the start, so each longer stream breaks. The clock and the credentials can be right.',
    changes: [
      {
        says: 'Update the SDK to a current version, which signs each event again. Code of your own must sign each event with its own time.',
        page: 'https://docs.aws.amazon.com/transcribe/latest/dg/streaming-http2.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If streams break from their start, set the clock of the machine.',
        page: 'https://docs.aws.amazon.com/transcribe/latest/dg/streaming-http2.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'batch-translation-region': {
    title: 'Most likely batch translation isn’t offered in this Region.',
    means:
      'Amazon Translate translates documents in batches only in some of its Regions. Elsewhere it answers so, although real-time translation works. No policy refused it.',
    changes: [
      {
        says: 'Make the call in a Region that offers asynchronous batch translation, for example us-east-1, us-west-2 or eu-west-1. The buckets must be in the same Region. If this Region is on the linked list, ask AWS Support about the account.',
        page: 'https://docs.aws.amazon.com/translate/latest/dg/async.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'assistant-wants-user': {
    title: 'Q Business wants credentials that carry a user.',
    means:
      'Conversations belong to users. For `Chat`, `ChatSync`, `SearchRelevantContent`, `ListConversations`, `ListMessages`, `DeleteConversation` and `PutFeedback` the credentials must name a user of IAM Identity Center or of the federation. A plain role, also an administrator’s, carries none. The user also needs a Q Business subscription.',
    grantedIn: 'Amazon Q Business',
    changes: [
      {
        says: 'Exchange the user’s token for identity-aware credentials: `sso-oidc create-token-with-iam`, then assume the role with `ProvidedContexts`, and call with those.',
        page: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/making-sigv4-authenticated-api-calls.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'speech-engine-region': {
    title: 'This voice engine isn’t offered here, or not by the voice.',
    means:
      'Amazon Polly offers the neural, long-form and generative engines only in some Regions and for some voices. No policy refused it.',
    check: 'aws polly describe-voices --engine neural --query Voices[].Id --output text',
    changes: [
      {
        says: 'Take a Region or a voice that has the engine, or the engine `standard`.',
        page: 'https://docs.aws.amazon.com/polly/latest/dg/NTTS-main.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'genomics-ready-workflow': {
    title: 'A Ready2Run workflow is found only by its type.',
    means:
      'HealthOmics looks for a workflow among your private ones. Those that it offers itself are found only where the call says `READY2RUN`. No policy hides them.',
    changes: [
      {
        says: 'Name the type in the call.',
        run: 'aws omics get-workflow --id <workflow> --type READY2RUN',
        option: { is: 'added', words: '--type READY2RUN' },
        page: 'https://docs.aws.amazon.com/omics/latest/api/API_StartRun.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'execution-role-of-user': {
    title: 'The code doesn’t run with a role that SageMaker could take.',
    means:
      '`get_execution_role()` returns the role that the code itself runs with. In Studio and in notebooks of SageMaker there is one; here the caller is no role. The SageMaker Python SDK stopped by itself: no policy refused this, and none of the caller’s changes it.',
    changes: [
      {
        says: 'Pass the ARN of a role that trusts `sagemaker.amazonaws.com` in place of `get_execution_role()`. Whoever starts the job needs `iam:PassRole` on it. The command lists the account’s roles.',
        run: 'aws iam list-roles --query Roles[].Arn --output json',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'studio-domain-left-over': {
    title: 'The Region’s number of SageMaker domains is reached.',
    means: 'A domain whose creation failed counts too, and the console may not show it. No permission is missing.',
    check: 'aws sagemaker list-domains --query Domains[].[DomainId,Status] --output text',
    changes: [
      {
        says: 'Delete the failed domain, after its apps, spaces and user profiles, or request an increase of the quota.',
        run: 'aws sagemaker delete-domain --domain-id <domain>',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/gs-studio-delete-domain.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'media-public-output': {
    title: 'The job asks for a public ACL, which most buckets refuse.',
    means:
      'The output’s settings name a public canned ACL. A bucket with Block Public Access, or without ACLs, refuses such a write, also where the job’s role may write. Elsewhere the role also needs `s3:PutObjectAcl`.',
    check: 'aws s3api get-public-access-block --bucket {bucket}',
    changes: [
      {
        says: 'Take the canned ACL out of the job’s destination settings, or use `BUCKET_OWNER_FULL_CONTROL`. Publish through CloudFront.',
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'media-container-policy': {
    title: 'A container’s policy may only name its own files.',
    means:
      'MediaStore accepts no `*` as resource: each statement of a container’s policy must name the container’s ARN with a path behind it.',
    changes: [
      {
        says: 'Set `Resource` to the ARN that the message names, followed by `/*`.',
        page: 'https://docs.aws.amazon.com/mediastore/latest/ug/policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'genomics-role-trust': {
    title: 'HealthOmics can’t assume the run’s role.',
    means:
      'A run works with the service role that it was given, which must trust `omics.amazonaws.com`. The same is said of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, start the run again. Otherwise name `omics.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/omics/latest/dev/workflows-run-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'genomics-image': {
    title: 'HealthOmics can’t pull the task’s image from ECR.',
    means:
      'HealthOmics pulls a task’s image as `omics.amazonaws.com`. The private repository must exist in the Region of the run, and its policy must allow the service. The command tells a missing repository from a missing policy.',
    check: DECIDING_COMMANDS.repositoryPolicy,
    changes: [
      {
        says: 'Check that the image’s address names a repository in the run’s Region. Then allow `omics.amazonaws.com` to pull in the repository’s policy.',
        page: 'https://docs.aws.amazon.com/omics/latest/dev/workflows-run-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'genomics-files': {
    title: 'HealthOmics couldn’t read an input or write the output.',
    means:
      'HealthOmics reads inputs and writes outputs with the run’s service role. The file or the output bucket isn’t there, or the role lacks S3’s actions, or the key of the bucket.',
    changes: [
      {
        says: 'Check that the URI exists in the Region of the run. Then allow the run’s role `s3:GetObject` and `s3:ListBucket` on the inputs and `s3:PutObject` on the output.',
        page: 'https://docs.aws.amazon.com/omics/latest/dev/workflows-run-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'vision-training-bucket': {
    title: 'Custom Labels can’t use the bucket of manifest, images or output.',
    means:
      'Amazon Rekognition Custom Labels reads the manifests and images and writes its results for whoever trains the model. The bucket must be in the same Region, be readable by that caller, and for images belong to the account that the manifest says.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Find the bucket that the message means (`source-ref` names that of the images). Check its Region and owner, and whether its policy denies the caller. Then allow the caller to read it, or to write the output.',
        page: 'https://docs.aws.amazon.com/rekognition/latest/customlabels-dg/tm-debugging-aggregate-errors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'training-output-bucket': {
    title: 'SageMaker’s role can’t write the artifacts.',
    means:
      'A training job writes its model with its execution role. The output bucket isn’t there, or the role lacks `s3:PutObject` on it, or its key.',
    check:
      'aws sagemaker describe-training-job --training-job-name <job> --query [RoleArn,OutputDataConfig] --output json',
    changes: [
      {
        says: 'Check the output path, then allow the execution role `s3:PutObject` on it, and the key’s actions if the bucket is encrypted with one.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'studio-sign-in-by-portal': {
    title: 'Users of this Studio domain sign in through the access portal.',
    means:
      'A domain with `SSO` as authentication gives no presigned URL. Its users come through IAM Identity Center, whatever IAM allows.',
    check: 'aws sagemaker describe-domain --domain-id <domain> --query AuthMode --output text',
    changes: [
      {
        says: 'Let the user open Studio from the access portal of IAM Identity Center. For presigned URLs make a domain with IAM authentication: the mode of a domain can’t be changed.',
        page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'media-own-endpoint': {
    title: 'MediaConvert wants the account’s own endpoint.',
    means:
      'Older clients must send jobs to an endpoint that belongs to the account and Region. The Regional one refuses them, whatever the policies allow.',
    check: 'aws mediaconvert describe-endpoints --query Endpoints[0].Url --output text',
    changes: [
      {
        says: 'Ask for the endpoint once and name it in the client, or update the SDK: current ones need none.',
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/apireference/endpoints.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'dashboards-data-role': {
    title: 'QuickSight can’t assume the data source’s role.',
    means:
      'A data source can have a role of its own, which must trust `quicksight.amazonaws.com`; whoever sets it needs `iam:PassRole`. The same is said of a role that isn’t at this ARN (path, name, account), and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `quicksight.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/quicksight/latest/APIReference/API_RedshiftIAMParameters.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'document-key': {
    title: 'The caller can’t use the KMS key of the result.',
    means:
      'Amazon Textract encrypts the result in the output bucket with the key in `KMSKeyId`, in the caller’s name. The key isn’t in this Region, or the caller lacks `kms:GenerateDataKey` and `kms:Decrypt` on it.',
    changes: [
      {
        says: 'Allow the caller both actions on the key, in its own policy and, for another account’s key, in the key policy. Check the key’s Region.',
        page: 'https://docs.aws.amazon.com/textract/latest/dg/API_StartDocumentAnalysis.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'index-role-logs': {
    title: 'The Kendra role lacks logs:DescribeLogGroups.',
    means:
      'Kendra writes its logs and metrics as the role of the index, not as you and not as the data source’s role. The action is `logs:DescribeLogGroups`, and it works only with the resource `*`.',
    check: 'aws kendra describe-index --id <index> --query RoleArn --output text',
    changes: [
      {
        says: 'Add a statement for `logs:DescribeLogGroups` on `*` to the index role. It also needs `cloudwatch:PutMetricData`, and `logs:CreateLogGroup`, `logs:DescribeLogStreams`, `logs:CreateLogStream` and `logs:PutLogEvents` on `/aws/kendra/*`.',
        page: 'https://docs.aws.amazon.com/kendra/latest/dg/iam-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'index-role-lacks': {
    title: 'The role given to Kendra lacks this action.',
    means:
      'Kendra reads data sources and FAQs, and writes logs, with the roles you gave it. The message names the operation that the role couldn’t make. Your own permissions aren’t asked.',
    changes: [
      {
        says: 'Add the action to the role that the message means: the index, the data source or the FAQ each has its own. An operation such as `BatchPutDocument` is an action of `kendra` on the index.',
        page: 'https://docs.aws.amazon.com/kendra/latest/dg/iam-roles.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-without-its-path': {
    title: 'Compare the ARN: the console’s role has the path /service-role/.',
    means:
      'Roles that SageMaker’s console makes are called `role/service-role/AmazonSageMaker-ExecutionRole-…`. An ARN without the path names no role, and SageMaker answers as if the role weren’t trusted.',
    check: 'aws iam get-role --role-name AmazonSageMaker-ExecutionRole-{stamp} --query Role.Arn --output text',
    changes: [
      {
        says: 'Give SageMaker the whole ARN that `get-role` prints, with `/service-role/`. Only if both are the same, look at the role’s trust policy.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'agent-runtime-role': {
    title: 'AgentCore can’t assume the execution role.',
    means:
      'AgentCore tries the role before it creates the runtime. The role must exist and trust `bedrock-agentcore.amazonaws.com`, with conditions that fit this account and Region. A role made seconds ago fails too.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `bedrock-agentcore.amazonaws.com` in its trust policy, with `aws:SourceAccount` as this account and `aws:SourceArn` like `arn:aws:bedrock-agentcore:REGION:ACCOUNT:*`.',
        page: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'agent-runtime-image': {
    title: 'AgentCore can’t pull the agent’s image with the execution role.',
    means:
      'AgentCore pulls the image as the runtime’s execution role, not as you. `ecr:GetAuthorizationToken` works only on `*`. A policy attached moments ago isn’t in effect yet, and a repository of another account must also let the role in.',
    check: DECIDING_COMMANDS.inlinePolicies,
    changes: [
      {
        says: 'If the role’s policy is new, wait a minute and repeat. Otherwise allow the execution role `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repository, and `ecr:GetAuthorizationToken` on `*`. Check that the image and tag exist in this Region.',
        page: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'agent-authorization-kind': {
    title: 'The agent takes another kind of sign-in than the call used.',
    means:
      'A runtime with a JWT authorizer takes OAuth bearer tokens, one without it takes SigV4 requests. The call used the other kind, so no policy was asked.',
    check:
      'aws bedrock-agentcore-control get-agent-runtime --agent-runtime-id <runtime> --query authorizerConfiguration --output json',
    changes: [
      {
        says: 'Call with a bearer token if the runtime has an authorizer, else sign the request with AWS credentials. Or change the runtime’s authorizer configuration.',
        page: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-oauth.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'meeting-recording-bucket': {
    title: 'The bucket policy doesn’t let the Chime SDK write the recording.',
    means:
      'Media pipelines write into the bucket as `mediapipelines.chime.amazonaws.com`. The bucket must be of the meeting’s account and a Region that Chime SDK media uses. Its policy must allow that service to write objects and their ACLs.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `mediapipelines.chime.amazonaws.com` `s3:PutObject` and `s3:PutObjectAcl` in the bucket policy; to join recordings also `s3:GetObject` and `s3:ListBucket`. If that is there, allow the caller `s3:GetBucketPolicy`: the check is made with it.',
        page: 'https://docs.aws.amazon.com/chime-sdk/latest/dg/create-s3-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof LEARNING_SHAPES, SituationAnswer>>

import { EKS_REGISTRIES } from '../facts/registries-of-aws'
import type { ClaimedLayer } from '../denial/denial'
import type { Layer } from '../iam/layers'
import { MFA_SESSION } from '../facts/keys/shared-values'
import { GUARDRAILS } from './guardrail-names'
import type { CheckTemplate, KnowledgeRow, NeededStatement, Strength } from './knowledge'
import type { Premise } from './premises'
import type { ShownFactId } from './shown-facts'

/**
 * Something known of a denial by what stands in it: who calls, what is asked, words of the message. Each list that a row
 * has must be met by one of its entries; patterns are in lower case, `*` as in a policy.
 */
interface Seen extends KnowledgeRow {
  readonly actions?: readonly string[]
  /** Operations of which AWS said no more than that it denied. */
  readonly calls?: readonly string[]
  readonly principals?: readonly string[]
  readonly resources?: readonly string[]
  /** Texts of the paste. */
  readonly texts?: readonly string[]
  readonly alsoTexts?: readonly string[]
  /** Gaps that the text must fill. */
  readonly names?: readonly string[]
  /** Does it hold only while no policy of its layer is given? */
  readonly isOfNoPolicy?: true
  /** Layers of which a policy given here says more than it does. */
  readonly unlessGiven?: readonly Layer[]
  /** Callers of whom it does not hold. */
  readonly unlessPrincipals?: readonly string[]
  /** The layers that AWS names. */
  readonly claimed?: readonly ClaimedLayer[]
  readonly decision?: 'explicit' | 'implicit'
  /** How its layer denies, where that is not what AWS says. */
  readonly denies?: 'explicit' | 'implicit'
  /** What it asks for is told where no statement that is here says it. */
  readonly isOfUnseen?: true
  /** Does it leave open which service made the call? Then it is not said where the error's own sentence tells who was refused. */
  readonly isOfAnyService?: true
  /** AWS speaks of an explicit deny that no Deny makes. */
  readonly isWithoutDeny?: true
  /** Texts of the paste without which it is only possible. */
  readonly signs?: readonly string[]
  /** Is what it asks for in the hands of whoever calls alone? Then nobody is asked for an exception first. */
  readonly isOwn?: true
  /** Keys that such a guard tests, in lower case: a Deny for the action that is given here and tests none is another guard. */
  readonly guards?: readonly string[]
  /** Must a Deny given here spare the caller's role, by NotPrincipal, and not the session? */
  readonly sparesRoleAlone?: true
  /** The policies that AWS names, by ARN. */
  readonly policies?: readonly string[]
  /** Must the key be one that AWS manages? */
  readonly isOfAwsKey?: true
  /** Must the session be one for which a service writes the session policy, or must it be none? */
  readonly isOfLimited?: boolean
  /** Does it hold only where no test of a statement given here is open or unmet? */
  readonly isWithoutTests?: true
  /** Facts of which the text has to show one. */
  readonly shown?: readonly ShownFactId[]
  /** Must the text show a change of permissions right before? It is a sign where it names the caller. */
  readonly isOfChange?: true
  /** Texts of the paste with which it does not hold. */
  readonly unlessTexts?: readonly string[]
  /** Is a policy of the resource that lets in everybody a sign too? */
  readonly isOfPublicPolicy?: true
  /** Is a policy of the bucket that lets another account write than those who read a sign too? */
  readonly isOfForeignWriter?: true
  /** Must a policy of the resource let in an origin access identity of CloudFront, and not CloudFront itself? */
  readonly isOfOriginIdentity?: true
  /** Does it hold only where no policy of the resource lets in everybody? */
  readonly isOfNamedCallers?: true
  readonly strength: Strength
  /** Does it hold whichever layer denies? Else what it says of the caller's own policies counts for nothing in a limit on them. */
  readonly isOfAnyLayer?: true
  /** The checks that these words tell of, where AWS names no action: each is looked for in the policies given here. */
  readonly asks?: readonly CheckTemplate[]
  /** The row that is left where the policies given here let all of these checks pass. */
  readonly leaves?: string
  /** The row that says more where it is left. */
  readonly unlessLeft?: string
  /** What the policy has to allow to an AWS service, where that is the fix. */
  readonly grant?: {
    readonly actions: readonly string[]
    readonly resource: string
    readonly service: string
    readonly condition?: NeededStatement['condition']
  }
}

/** The key behind a service, of which no text names the id. */
const BEHIND_SERVICE = 'arn:{partition}:kms:{region}:{account}:key/{kmsKey}'

/**
 * A circumstance of policies, or one that none causes: that one says by which command it is changed, where one does it; what
 * only whoever calls does may say it too. And what it supposes, which a text can show not to be so: that its layer lacks or
 * denies it, each supposes.
 */
export type Circumstance =
  | (Seen & { readonly layer: Layer; readonly run?: readonly string[]; readonly supposes?: readonly Premise[] })
  | (Seen & { readonly layer: 'none'; readonly run: readonly string[] | null; readonly supposes: readonly Premise[] })

const DOCS = 'https://docs.aws.amazon.com/'
/** A bucket and its objects. */
const ofBucket = (name: string): readonly string[] => [`arn:*:s3:::${name}`, `arn:*:s3:::${name}/*`]

/** What AWS publishes of resources that its services own and that callers reach. */
const OWN_RESOURCES =
  'https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md'
/** The template of the bootstrap: what each of its roles may do, and whom it trusts. */
const CDK_BOOTSTRAP =
  'https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml'

/** Operations that AWS Organizations answers to the management account and to delegated administrators. */
const ORGANIZATION_CALLS = [
  'CreateAccount CreateOrganizationalUnit CreatePolicy AttachPolicy DetachPolicy MoveAccount InviteAccountToOrganization',
  'DescribeOrganization DescribeAccount DescribeOrganizationalUnit DescribePolicy ListAccounts ListAccountsForParent',
  'ListRoots ListParents ListChildren ListOrganizationalUnitsForParent ListPolicies ListPoliciesForTarget',
  'ListTargetsForPolicy ListDelegatedAdministrators ListAWSServiceAccessForOrganization EnableAWSServiceAccess',
  'EnablePolicyType RegisterDelegatedAdministrator',
].flatMap((line) =>
  line
    .toLowerCase()
    .split(' ')
    .flatMap((name) => [`:${name}`, `organizations:${name}`]),
)

/** What a text holds of a distribution of CloudFront. */
const CLOUDFRONT_TEXTS = [
  '.cloudfront.net',
  'from cloudfront',
  'x-amz-cf-id',
  'x-amz-cf-pop',
  'server: cloudfront',
  '(cloudfront)',
  'aws::cloudfront::',
  'aws_cloudfront',
] as const

/** What a text holds of an object that is encrypted with a KMS key. */
const ENCRYPTED_BY_KEY = ['aws:kms', 'sse-kms', 'sse_kms', 'ssekms', 'kmsmasterkeyid', 'kms_master_key_id'] as const

/** What `head-object` prints of an object: it is there. */
const OBJECT_SEEN = ['"contentlength"', 'contentlength:', '"serversideencryption"', '"lastmodified"'] as const

/** What a text holds of a link that a program signed, or of a write: no browser reads there. */
const BY_A_PROGRAM = ['presigned', 'pre-signed', 'getsignedurl', 'x-amz-algorithm=', 'put https', 'post https'] as const

/** Actions that change something, by their verbs. */
const CHANGES = [
  'put',
  'update',
  'delete',
  'stop',
  'create',
  'remove',
  'attach',
  'detach',
  'tag',
  'untag',
  'set',
  'add',
  'modify',
  'disable',
  'deactivate',
].map((verb) => `*:${verb}*`)

/** How clients say that an upload ended before S3 answered. */
const CLIENT_FAILURES = [
  ...['connection was closed', 'connection reset', 'connection aborted', 'read timed out', 'read timeout'],
  ...['broken pipe', 'requesttimeout', 'could not connect', 'nosuchupload'],
] as const

/** How commands and code name the session policy that they pass on. */
const PASSED_POLICIES = [
  ...['--policy-arns', 'policyarns', 'policy_arns', 'managed-session-policies', 'inline-session-policy'],
  ...['--policy ', "--policy='", 'policy=json', 'policy: json', 'policy = json', 'sessionpolicy'],
] as const

/** The rows: who calls, services that call, resources of AWS's own, guardrails, and what is no policy's doing. */
export const CIRCUMSTANCES = {
  'caller-of-permission-set': {
    principals: ['arn:*:sts::*:assumed-role/awsreservedsso_*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}singlesignon/latest/userguide/troubleshooting.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-of-identity-pool': {
    principals: ['arn:*:sts::*:assumed-role/*/cognitoidentitycredentials'],
    strength: 'context',
    layer: 'session',
    page: `${DOCS}cognito/latest/developerguide/iam-roles.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'cognito-identity', 'list-identity-pools', '--max-results', '10', '--output', 'json'],
  },
  'caller-is-node-of-cluster': {
    principals: ['arn:*:sts::*:assumed-role/*node*/i-*', 'arn:*:sts::*:assumed-role/*karpenter*/i-*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}eks/latest/userguide/iam-roles-for-service-accounts.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'caller-is-instance': {
    principals: ['arn:*:sts::*:assumed-role/*/i-*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-iam-instance-profile-associations', '--output', 'json'],
  },
  'cleans-up-after-failed-upload': {
    actions: ['s3:abortmultipartupload'],
    texts: ['upload failed:', 'failed to upload', ...CLIENT_FAILURES],
    signs: CLIENT_FAILURES,
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}cli/latest/userguide/cli-services-s3-commands.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'cdk-roles-not-assumable': {
    actions: ['sts:assumerole'],
    resources: ['arn:*:iam::*:role/cdk-*'],
    strength: 'supported',
    layer: 'trust',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role', '--role-name', '{name}', '--output', 'json'],
  },
  'cdk-deploy-role-passes-one-role': {
    actions: ['iam:passrole'],
    principals: ['arn:*:sts::*:assumed-role/cdk-*-deploy-role-*'],
    strength: 'supported',
    layer: 'identity',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role-policy', '--role-name', '{role}', '--policy-name', 'default', '--output', 'json'],
  },
  'cdk-resources-by-exec-role': {
    principals: ['arn:*:sts::*:assumed-role/cdk-*-cfn-exec-role-*'],
    strength: 'context',
    layer: 'identity',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'cdk-assets-by-publishing-role': {
    principals: ['arn:*:sts::*:assumed-role/cdk-*-publishing-role-*'],
    strength: 'context',
    layer: 'identity',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'cdk-reads-version-of-bootstrap': {
    actions: ['ssm:getparameter', 'ssm:getparameters'],
    principals: ['arn:*:sts::*:assumed-role/cdk-*-deploy-role-*', 'arn:*:sts::*:assumed-role/cdk-*-lookup-role-*'],
    resources: ['arn:*:ssm:*:*:parameter/cdk-bootstrap/*'],
    strength: 'supported',
    layer: 'identity',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-29',
    check: [
      ...['aws', 'cloudformation', 'describe-stacks', '--stack-name', 'CDKToolkit'],
      ...['--query', 'Stacks[0].Outputs', '--output', 'json'],
    ],
  },
  'cdk-went-on-without-its-roles': {
    texts: ['could not be used to assume'],
    alsoTexts: ['role/cdk-'],
    unlessPrincipals: ['arn:*:sts::*:assumed-role/cdk-*'],
    isOfRequest: true,
    strength: 'shown',
    layer: 'identity',
    page: 'https://docs.aws.amazon.com/cdk/v2/guide/deploy.html',
    confirmed: '2026-11-30',
    check: null,
  },
  'cdk-looks-up-with-its-role': {
    principals: ['arn:*:sts::*:assumed-role/cdk-*-lookup-role-*'],
    strength: 'context',
    layer: 'identity',
    page: CDK_BOOTSTRAP,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-service-role-of-stack': {
    principals: ['arn:*:sts::*:assumed-role/*/awscloudformation'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'cloudformation', 'describe-stacks', '--query', 'Stacks[].[StackName,RoleARN]', '--output', 'json'],
  },
  'caller-is-build': {
    principals: ['arn:*:sts::*:assumed-role/*/awscodebuild-*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}codebuild/latest/userguide/setting-up-service-role.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-graphql-data-source': {
    principals: ['arn:*:sts::*:assumed-role/*/appsync_assume_role'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}appsync/latest/devguide/attaching-a-data-source.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-glue-job': {
    principals: ['arn:*:sts::*:assumed-role/*/gluejobrunnersession'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}glue/latest/dg/create-an-iam-role.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-notebook': {
    principals: ['arn:*:sts::*:assumed-role/*/sagemaker'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}sagemaker/latest/dg/sagemaker-roles.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-service-linked-role': {
    principals: ['arn:*:sts::*:assumed-role/awsservicerolefor*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}organizations/latest/userguide/orgs_manage_policies_scps.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-of-a-lab': {
    texts: ['voclabs', 'labrole'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html`,
    confirmed: 'unconfirmed',
    check: null,
  },
  'caller-is-default-role': {
    principals: [
      'arn:*:sts::*:assumed-role/ecstaskexecutionrole/*',
      'arn:*:sts::*:assumed-role/ecsinstancerole/*',
      'arn:*:sts::*:assumed-role/aws-elasticbeanstalk-ec2-role/*',
      'arn:*:sts::*:assumed-role/aws-elasticbeanstalk-service-role/*',
      'arn:*:sts::*:assumed-role/emr_defaultrole/*',
      'arn:*:sts::*:assumed-role/emr_ec2_defaultrole/*',
      'arn:*:sts::*:assumed-role/amazonsagemaker-executionrole-*/*',
      'arn:*:sts::*:assumed-role/awsglueservicerole*/*',
      'arn:*:sts::*:assumed-role/codebuild-*-service-role/*',
      'arn:*:sts::*:assumed-role/awscodepipelineservicerole-*/*',
      'arn:*:sts::*:assumed-role/aws-quicksight-service-role-v0/*',
      'arn:*:sts::*:assumed-role/rds-monitoring-role/*',
      'arn:*:sts::*:assumed-role/organizationaccountaccessrole/*',
      'arn:*:sts::*:assumed-role/awscontroltowerexecution/*',
      'arn:*:sts::*:assumed-role/awscloudformationstacksetexecutionrole/*',
      'arn:*:sts::*:assumed-role/awscloudformationstacksetadministrationrole/*',
      'arn:*:sts::*:assumed-role/awsdatalifecyclemanagerdefaultrole/*',
      'arn:*:sts::*:assumed-role/awsbackupdefaultservicerole/*',
      'arn:*:sts::*:assumed-role/amazonssmroleforinstancesquicksetup/*',
      'arn:*:sts::*:assumed-role/dms-vpc-role/*',
      'arn:*:sts::*:assumed-role/dms-cloudwatch-logs-role/*',
      'arn:*:sts::*:assumed-role/ec2rolefor*/*',
      'arn:*:sts::*:assumed-role/lambda_basic_execution/*',
      'arn:*:sts::*:assumed-role/*-amplify*/*',
    ],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/id_roles.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'caller-is-root-user': {
    principals: ['arn:*:iam::*:root'],
    strength: 'context',
    layer: 'scp',
    page: `${DOCS}organizations/latest/userguide/orgs_manage_policies_scps.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'task-starts-with-execution-role': {
    texts: ['resourceinitializationerror', 'unable to pull secrets or registry auth', 'cannotpullcontainererror'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}AmazonECS/latest/developerguide/task_execution_IAM_role.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-attached-role-policies', '--role-name', '{role}', '--output', 'json'],
  },
  'task-role-for-exec': {
    actions: ['ssmmessages:*'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}AmazonECS/latest/developerguide/ecs-exec.html`,
    confirmed: '2026-11-26',
    check: [
      'aws',
      'ecs',
      'describe-task-definition',
      '--task-definition',
      '{family}',
      '--query',
      'taskDefinition.[taskRoleArn,executionRoleArn]',
      '--output',
      'json',
    ],
  },
  'alarm-invokes-function': {
    actions: ['lambda:invokefunction'],
    texts: ['cloudwatch alarms'],
    strength: 'supported',
    layer: 'resource',
    grant: {
      actions: ['lambda:InvokeFunction'],
      resource: '{resource}',
      service: 'lambda.alarms.cloudwatch.amazonaws.com',
    },
    page: `${DOCS}AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'lambda', 'get-policy', '--function-name', '{name}', '--output', 'json'],
  },
  'key-refused-without-a-word': {
    isOfAnyService: true,
    isOfPolicy: true,
    texts: ['null (service: awskms;', 'null (service: kms,', 'null (service: kms;'],
    alsoTexts: ['accessdenied'],
    asks: [
      { action: 'kms:Decrypt', resource: BEHIND_SERVICE },
      { action: 'kms:GenerateDataKey', resource: BEHIND_SERVICE },
    ],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}kms/latest/developerguide/key-policy-services.html`,
    confirmed: 'unconfirmed',
    check: [
      'aws',
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventSource,AttributeValue=kms.amazonaws.com',
      '--max-results',
      '20',
      '--output',
      'json',
    ],
  },
  'service-uses-key': {
    actions: ['kms:*'],
    principals: ['*.amazonaws.com'],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}kms/latest/developerguide/key-policy-services.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'kms', 'get-key-policy', '--key-id', '{resource}', '--policy-name', 'default', '--output', 'json'],
  },
  'server-access-logs': {
    guards: ['s3:x-amz-server-side-encryption*', 's3:x-amz-acl'],
    actions: ['s3:putobject'],
    texts: ['sourceipaddress": "s3.amazonaws.com', 'sourceipaddress":"s3.amazonaws.com', 'logging.s3.amazonaws.com'],
    denies: 'explicit',
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}AmazonS3/latest/userguide/enable-server-access-logging.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-bucket-policy', '--bucket', '{bucket}', '--output', 'json'],
  },
  'unsigned-call-of-api': {
    actions: ['execute-api:invoke'],
    principals: ['anonymous'],
    decision: 'explicit',
    isWithoutDeny: true,
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}apigateway/latest/developerguide/apigateway-authorization-flow.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'apigateway', 'get-rest-apis', '--output', 'json'],
  },
  'api-method-without-iam': {
    actions: ['execute-api:invoke'],
    principals: ['anonymous'],
    isOfNamedCallers: true,
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}apigateway/latest/developerguide/apigateway-authorization-flow.html`,
    confirmed: '2026-11-28',
    check: ['aws', 'apigateway', 'get-rest-apis', '--output', 'json'],
  },
  'bucket-whose-reader-pays': {
    resources: [
      ...['usgs-landsat', 'arxiv', 'naip-analytic', 'naip-source', 'naip-visualization', 'sentinel-s1-l1c'].flatMap(
        ofBucket,
      ),
      ...['sentinel-s2-l1c', 'sentinel-s2-l2a'].flatMap(ofBucket),
    ],
    calls: ['s3:getobject', 's3:listbucket', 's3:headobject', 's3:headbucket', 's3:listobjectsv2', 's3:copyobject'],
    signs: ['usgs-landsat', 'arxiv', 'naip-', 'sentinel-s'],
    unlessTexts: ['request-payer', 'requestpayer'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: [
      ...['aws', 's3api', 'get-object', '--bucket', '{bucket}', '--key', '{key}'],
      ...['--request-payer', 'requester', '<file>'],
    ],
    page: `${DOCS}AmazonS3/latest/userguide/RequesterPaysBuckets.html`,
    confirmed: '2026-11-29',
    check: [
      ...['aws', 's3api', 'list-objects-v2', '--bucket', '{bucket}', '--request-payer', 'requester'],
      ...['--max-items', '1', '--output', 'json'],
    ],
  },
  'own-bucket-of-image-layers': {
    resources: ['arn:*:s3:::prod-*-starport-layer-bucket/*', 'arn:*:s3:::prod-*-starport-layer-bucket'],
    strength: 'supported',
    layer: 'endpoint',
    page: `${DOCS}AmazonECR/latest/userguide/vpc-endpoints.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-systems-manager': {
    resources: [
      'arn:*:s3:::aws-ssm-*',
      'arn:*:s3:::amazon-ssm-*',
      'arn:*:s3:::aws-windows-downloads-*',
      'arn:*:s3:::*-birdwatcher-prod*',
      'arn:*:s3:::patch-baseline-snapshot-*',
      'arn:*:s3:::aws-patch-manager-*',
      'arn:*:s3:::amazon-ssm-packages-*',
      'arn:*:s3:::aws-ssm-document-attachments-*',
      'arn:*:s3:::aws-patchmanager-macos-*',
      'arn:*:s3:::ssm-document-categories/*',
      'arn:*:s3:::session-manager-downloads/*',
    ],
    strength: 'supported',
    layer: 'endpoint',
    page: `${DOCS}systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-deployments': {
    resources: ['arn:*:s3:::aws-codedeploy-*'],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-amazon-linux': {
    resources: [
      'arn:*:s3:::al2023-repos-*',
      'arn:*:s3:::al2023-??-*',
      'arn:*:s3:::amazonlinux-2-repos-*',
      'arn:*:s3:::amazonlinux.*',
      'arn:*:s3:::packages.*.amazonaws.com*',
      'arn:*:s3:::repo.*.amazonaws.com*',
    ],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-stacks': {
    resources: ['arn:*:s3:::cloudformation-custom-resource-response-*', 'arn:*:s3:::cloudformation-waitcondition-*'],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-other-services': {
    resources: [
      ...[
        'arn:*:s3:::amazoncloudwatch-agent*',
        'arn:*:s3:::aws-synthetics-library-*',
        'arn:*:s3:::jumpstart-cache-prod-*',
      ],
      ...['arn:*:s3:::aws-glue-studio-transforms-*', 'arn:*:s3:::aws-neptune-notebook*', 'arn:*:s3:::aws-mgn-*'],
      ...['arn:*:s3:::aws-application-migration-service-*', 'arn:*:s3:::aws-drs-*', 'arn:*:s3:::awslambda-*-tasks/*'],
      ...['arn:*:s3:::aws-elastic-disaster-recovery-*', 'arn:*:s3:::aws-ec2-enclave-certificate-*'],
      ...['arn:*:s3:::athena-examples-*', 'arn:*:s3:::cloudformation-examples/*', 'arn:*:s3:::redshift-downloads/*'],
      ...['arn:*:s3:::aws-sap-data*', 'arn:*:s3:::awssap-backint-agent/*', 'arn:*:s3:::amazonq-code-*'],
    ],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-resource-without-account': {
    resources: ['arn:*:ssm:*::parameter/*', 'arn:*:ssm:*::document/*', 'arn:*:ssm:*::automation-definition/*'],
    strength: 'supported',
    layer: 'identity',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: null,
  },
  'directory-bucket-by-session': {
    actions: ['s3express:createsession'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}AmazonS3/latest/API/API_CreateSession.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'list-directory-buckets', '--output', 'json'],
  },
  'own-bucket-of-beanstalk': {
    resources: [
      'arn:*:s3:::elasticbeanstalk-env-resources-*',
      'arn:*:s3:::elasticbeanstalk-platform-assets-*',
      'arn:*:s3:::elasticbeanstalk-samples-*',
    ],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-emr': {
    resources: ['arn:*:s3:::*.elasticmapreduce*', 'arn:*:s3:::repo.*.emr.amazonaws.com*'],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-bucket-of-image-builder': {
    resources: ['arn:*:s3:::ec2imagebuilder-*'],
    strength: 'supported',
    layer: 'endpoint',
    page: OWN_RESOURCES,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'own-repositories-of-eks': {
    resources: EKS_REGISTRIES.map((account) => `arn:*:ecr:*:${account}:repository/*`),
    strength: 'supported',
    layer: 'endpoint',
    page: `${DOCS}eks/latest/userguide/add-ons-images.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'describe-vpc-endpoints', '--output', 'json'],
  },
  'launch-without-imdsv2': {
    guards: ['ec2:metadatahttptokens'],
    // Nothing but the key of the guard, or words for it, tells this one from the others that a launch meets.
    signs: ['imds', 'metadatahttptokens', 'metadata_options', 'metadata-options', 'metadataoptions', 'http_tokens'],
    unlessTexts: [
      ...['http_tokens = "required"', 'http_tokens: required', 'httptokens=required', 'httptokens: required'],
      '"httptokens": "required"',
    ],
    actions: ['ec2:runinstances'],
    resources: ['arn:*:instance/*'],
    claimed: ['scp', 'boundary', 'identity'],
    decision: 'explicit',
    strength: 'supported',
    isOwn: true,
    layer: 'scp',
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'ec2', 'get-instance-metadata-defaults', '--output', 'json'],
  },
  'key-of-instance-on-other-resource': {
    guards: [
      ...['ec2:metadatahttptokens', 'ec2:metadatahttpendpoint', 'ec2:metadatahttpputresponsehoplimit'],
      ...['ec2:instancetype', 'ec2:instanceprofile', 'ec2:instancemarkettype', 'ec2:tenancy', 'ec2:ebsoptimized'],
      ...['ec2:rootdevicetype', 'ec2:placementgroup', 'ec2:instancemetadatatags', 'ec2:cpuoptionsamdsevsnp'],
    ],
    actions: ['ec2:runinstances'],
    decision: 'explicit',
    resources: [
      'arn:*:launch-template/*',
      'arn:*:image/*',
      'arn:*:subnet/*',
      'arn:*:security-group/*',
      'arn:*:network-interface/*',
      'arn:*:volume/*',
      'arn:*:key-pair/*',
      'arn:*:snapshot/*',
    ],
    isOfPolicy: true,
    strength: 'supported',
    layer: 'scp',
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'named-by-control-tower': {
    texts: GUARDRAILS,
    claimed: ['scp', 'unknown'],
    denies: 'explicit',
    strength: 'supported',
    layer: 'scp',
    page: `${DOCS}controltower/latest/controlreference/cannot-change-with-gr-api.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'kept-by-control-tower': {
    resources: [
      'arn:*:cloudtrail:*:*:trail/aws-controltower*',
      'arn:*:s3:::aws-controltower-*',
      'arn:*:lambda:*:*:function:aws-controltower-*',
      'arn:*:sns:*:*:aws-controltower-*',
      'arn:*:logs:*:*:log-group:*aws-controltower*',
      'arn:*:events:*:*:rule/aws-controltower-*',
      'arn:*:config:*:*:config-rule/*aws-controltower*',
      'arn:*:iam::*:role/*aws-controltower-*',
      'arn:*:iam::*:role/*awscontroltower*',
    ],
    actions: CHANGES,
    claimed: ['scp', 'unknown'],
    denies: 'explicit',
    strength: 'supported',
    layer: 'scp',
    page: `${DOCS}controltower/latest/controlreference/mandatory-controls.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'kept-by-accelerator': {
    resources: ['arn:*:*:*:*:*awsaccelerator-*', 'arn:*:s3:::aws-accelerator-*'],
    actions: CHANGES,
    claimed: ['scp', 'unknown'],
    denies: 'explicit',
    strength: 'supported',
    layer: 'scp',
    page: 'https://awslabs.github.io/landing-zone-accelerator-on-aws/latest/',
    confirmed: 'unconfirmed',
    check: null,
  },
  'guardrail-on-regions': {
    guards: ['aws:requestedregion', 'ec2:region'],
    resources: ['arn:*:??-*-?:*'],
    claimed: ['scp'],
    decision: 'explicit',
    strength: 'possible',
    layer: 'scp',
    page: `${DOCS}organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'guardrail-on-mfa': {
    guards: ['aws:multifactorauth*'],
    claimed: ['identity'],
    decision: 'explicit',
    principals: ['arn:*:iam::*:user/*'],
    strength: 'possible',
    isOwn: true,
    run: MFA_SESSION,
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-mfa-devices', '--output', 'json'],
  },
  'keys-without-mfa': {
    guards: ['aws:multifactorauth*'],
    decision: 'explicit',
    principals: ['arn:*:iam::*:user/*'],
    texts: [
      ...['in the console', 'web console', 'management console', 'console works', 'works in console', 'aws console'],
      ...['mfa', 'phone', 'authenticator'],
    ],
    isOfAnyLayer: true,
    strength: 'supported',
    isOwn: true,
    run: MFA_SESSION,
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-mfa-devices', '--output', 'json'],
  },
  'boundary-on-what-is-made': {
    guards: ['iam:permissionsboundary'],
    isOfUnseen: true,
    decision: 'explicit',
    actions: ['iam:createrole'],
    unlessTexts: ['permissionsboundary', 'permissions_boundary', 'permissions-boundary', 'permission boundary'],
    signs: [
      ...[
        'aws::iam::role',
        'aws_iam_role',
        'assumerolepolicydocument',
        'assume_role_policy',
        'create-role',
        'iam.role(',
      ],
    ],
    isOfAnyLayer: true,
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/access_policies_boundaries.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'session-policy-of-the-text': {
    claimed: ['session'],
    texts: PASSED_POLICIES,
    alsoTexts: [
      ...['assume-role', 'assumerole', 'assume_role', 'get-federation-token', 'getfederationtoken', 'federation_token'],
      ...['role-to-assume', 'configure-aws-credentials'],
    ],
    strength: 'supported',
    layer: 'session',
    page: `${DOCS}IAM/latest/UserGuide/access_policies.html#policies_session`,
    confirmed: '2026-11-26',
    check: null,
  },
  'session-policy-of-guests': {
    principals: ['arn:*:sts::*:assumed-role/*/cognitoidentitycredentials'],
    claimed: ['session'],
    strength: 'supported',
    layer: 'session',
    page: `${DOCS}aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'session-of-the-service-itself': {
    principals: ['arn:*:sts::*:assumed-role/awskinesisanalyticskubern*/flinkapplicationstatesession*'],
    claimed: ['session'],
    strength: 'supported',
    isOfAnyLayer: true,
    layer: 'session',
    page: `${DOCS}managed-flink/latest/java/reference-flink-settings.title.html`,
    confirmed: '2026-11-30',
    check: null,
  },
  'session-policy-of-a-service': {
    isOfLimited: true,
    claimed: ['session'],
    unlessTexts: ['/cognitoidentitycredentials', '/flinkapplicationstatesession'],
    strength: 'supported',
    isOfAnyLayer: true,
    layer: 'session',
    page: `${DOCS}IAM/latest/UserGuide/access_policies.html#policies_session`,
    confirmed: '2026-11-26',
    check: null,
  },
  'session-policy-of-a-broker': {
    claimed: ['session'],
    isOfLimited: false,
    unlessTexts: [...PASSED_POLICIES, ':federated-user/'],
    isOfAnyLayer: true,
    strength: 'supported',
    layer: 'session',
    page: `${DOCS}IAM/latest/UserGuide/access_policies.html#policies_session`,
    confirmed: '2026-11-26',
    check: [
      'aws',
      'cloudtrail',
      'lookup-events',
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=AssumeRole',
      '--max-items',
      '5',
      '--output',
      'json',
    ],
  },
  'public-policy-blocked': {
    calls: ['s3:putbucketpolicy'],
    signs: ['public_access_block', 'publicaccessblock', '"principal": "*"', 'principal = "*"'],
    isOfPublicPolicy: true,
    strength: 'supported',
    layer: 'none',
    supposes: ['public access blocked'],
    run: [
      ...['aws', 's3api', 'put-public-access-block', '--bucket', '{bucket}', '--public-access-block-configuration'],
      'BlockPublicAcls={blockPublicAcls},IgnorePublicAcls={ignorePublicAcls},BlockPublicPolicy=false,RestrictPublicBuckets=false',
    ],
    page: `${DOCS}AmazonS3/latest/userguide/access-control-block-public-access.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-public-access-block', '--bucket', '{bucket}', '--output', 'json'],
  },
  'public-acl-blocked': {
    calls: ['s3:putobjectacl', 's3:putbucketacl', 's3:putobject', 's3:createbucket'],
    texts: ['public-read', 'authenticated-read', 'publicread'],
    strength: 'supported',
    layer: 'none',
    supposes: ['public access blocked'],
    run: null,
    page: `${DOCS}AmazonS3/latest/userguide/access-control-block-public-access.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-public-access-block', '--bucket', '{bucket}', '--output', 'json'],
  },
  'policy-of-another-partition': {
    texts: ['partition "aws'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'endpoint-as-bucket': {
    texts: ['s3://s3.', 's3://s3-', 's3://http', 's3://arn:'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: null,
    page: `${DOCS}cli/latest/userguide/cli-services-s3-commands.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'bad-request-of-endpoint': {
    texts: ['400 bad request', 'status code: 400, request id: , host id'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: null,
    page: `${DOCS}AmazonS3/latest/userguide/UsingRouting.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-bucket-location', '--bucket', '{bucket}', '--output', 'json'],
  },
  'bucket-of-somebody-else': {
    calls: ['s3:headbucket', 's3:getbucketlocation', 's3:createbucket'],
    strength: 'possible',
    layer: 'none',
    supposes: ['other owner'],
    run: null,
    page: `${DOCS}AmazonS3/latest/userguide/bucketnamingrules.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'head-bucket', '--bucket', '{bucket}', '--expected-bucket-owner', '{account}'],
  },
  'object-of-another-writer': {
    calls: ['s3:getobject'],
    signs: [
      'bucket-owner-full-control',
      'objectwriter',
      'ownershipcontrolsnotfound',
      'object ownership',
      'object owner',
      'uploaded by another account',
    ],
    isOfForeignWriter: true,
    strength: 'supported',
    layer: 'none',
    supposes: ['other writer'],
    run: null,
    page: `${DOCS}AmazonS3/latest/userguide/about-object-ownership.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-bucket-ownership-controls', '--bucket', '{bucket}', '--output', 'json'],
  },
  'volume-tags-after-launch': {
    actions: ['ec2:runinstances'],
    resources: ['arn:*:ec2:*:*:volume/*'],
    texts: ['root_block_device', 'ebs_block_device'],
    unlessTexts: ['volume_tags', 'tag_specifications'],
    guards: ['aws:requesttag/*', 'aws:tagkeys'],
    isOfRequest: true,
    isOfAnyLayer: true,
    strength: 'shown',
    isOwn: true,
    layer: 'scp',
    page: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
    confirmed: '2026-11-29',
    check: null,
  },
  'tags-of-what-karpenter-makes': {
    actions: ['ec2:runinstances', 'ec2:createfleet', 'ec2:createlaunchtemplate', 'ec2:createtags'],
    texts: ['karpenter'],
    alsoTexts: ['requesttag', 'tagkeys'],
    decision: 'explicit',
    guards: ['aws:requesttag/*', 'aws:tagkeys'],
    isOfRequest: true,
    isOfAnyLayer: true,
    strength: 'supported',
    isOwn: true,
    layer: 'scp',
    page: 'https://karpenter.sh/docs/concepts/nodeclasses/',
    confirmed: '2026-11-30',
    check: null,
  },
  'role-of-the-app-without-boundary': {
    actions: ['iam:createrole'],
    texts: ['permissionsboundary', 'permissions_boundary'],
    alsoTexts: ['cdk deploy', 'cdk synth', 'aws-cdk', 'cdk-hnb659fds', 'cdk bootstrap'],
    unlessTexts: ['permissionsboundary.of(', 'permissions_boundary.of(', 'core:permissionsboundary'],
    decision: 'explicit',
    guards: ['iam:permissionsboundary'],
    isOfRequest: true,
    isOfAnyLayer: true,
    strength: 'shown',
    isOwn: true,
    layer: 'boundary',
    page: `${DOCS}cdk/v2/guide/customize-permissions-boundaries.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'plan-drops-the-boundary': {
    actions: ['iam:deleterolepermissionsboundary', 'iam:deleteuserpermissionsboundary'],
    names: ['droppedBoundary'],
    decision: 'explicit',
    isOfRequest: true,
    isOfAnyLayer: true,
    strength: 'shown',
    layer: 'boundary',
    page: 'https://developer.hashicorp.com/terraform/cli/commands/plan',
    confirmed: '2026-11-30',
    check: null,
  },
  'caller-pays': {
    calls: ['s3:getobject', 's3:listbucket', 's3:listobjects', 's3:listobjectsv2', 's3:headobject'],
    texts: ['requester pays', 'requester-pays', 'requesterpays', 'requester_pays'],
    // The call accepts it already, or S3 says so itself.
    unlessTexts: ['request-payer', 'requestpayer', 'request_payer'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: null,
    page: `${DOCS}AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html`,
    confirmed: '2026-11-29',
    check: [
      'aws',
      's3api',
      'get-object',
      '--bucket',
      '{bucket}',
      '--key',
      '{key}',
      '--request-payer',
      'requester',
      '/dev/null',
    ],
  },
  'key-in-quarantine': {
    policies: ['arn:aws*:iam::aws:policy/awscompromisedkeyquarantine*'],
    decision: 'explicit',
    strength: 'supported',
    isOfRequest: true,
    layer: 'identity',
    page: `${DOCS}aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV2.html`,
    confirmed: '2026-11-29',
    check: ['aws', 'iam', 'list-access-keys', '--user-name', '{role}', '--output', 'json'],
  },
  'key-of-aws': {
    actions: [
      'kms:decrypt',
      'kms:encrypt',
      'kms:generatedatakey*',
      'kms:reencrypt*',
      'kms:describekey',
      'kms:creategrant',
    ],
    isOfAwsKey: true,
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}kms/latest/developerguide/concepts.html#aws-managed-key`,
    confirmed: '2026-11-29',
    check: null,
  },
  'data-of-lake-formation': {
    actions: ['lakeformation:*'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: [
      ...['aws', 'lakeformation', 'grant-permissions', '--principal', 'DataLakePrincipalIdentifier={principalArn}'],
      ...['--permissions', '{permission}', '--resource', '{"Table":{"DatabaseName":"<database>","Name":"<table>"}}'],
    ],
    page: `${DOCS}lake-formation/latest/dg/lf-permissions-reference.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'lakeformation', 'list-permissions', '--output', 'json'],
  },
  'organization-is-asked-elsewhere': {
    calls: ORGANIZATION_CALLS,
    texts: ['permissions to access this resource', 'permission to access this resource'],
    // A delegation policy tells who else may.
    unlessGiven: ['resource'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: null,
    page: `${DOCS}organizations/latest/APIReference/API_ListAccounts.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'bucket-behind-cloudfront': {
    texts: [...CLOUDFRONT_TEXTS],
    alsoTexts: ['<message>access denied</message>', '<code>accessdenied</code>'],
    asks: [
      {
        principal: 'cloudfront.amazonaws.com',
        orPrincipals: ['arn:*:iam::cloudfront:user/*'],
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::{bucket}/{object}',
      },
    ],
    leaves: 'object-missing-behind-cloudfront',
    grant: {
      actions: ['s3:GetObject'],
      resource: 'arn:aws:s3:::{bucket}/*',
      service: 'cloudfront.amazonaws.com',
      condition: { StringEquals: { 'aws:SourceArn': ['arn:aws:cloudfront::{account}:distribution/{distribution}'] } },
    },
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'get-bucket-policy', '--bucket', '{bucket}', '--output', 'json'],
  },
  'key-behind-cloudfront': {
    actions: ['s3:getobject'],
    texts: [...CLOUDFRONT_TEXTS],
    alsoTexts: [...ENCRYPTED_BY_KEY],
    grant: {
      actions: ['kms:Decrypt'],
      resource: '*',
      service: 'cloudfront.amazonaws.com',
      condition: { StringEquals: { 'aws:SourceArn': ['arn:aws:cloudfront::{account}:distribution/{distribution}'] } },
    },
    strength: 'supported',
    layer: 'resource',
    supposes: ['KMS key'],
    page: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html`,
    confirmed: '2026-11-30',
    check: ['aws', 'kms', 'get-key-policy', '--key-id', '{keyId}', '--query', 'Policy', '--output', 'text'],
  },
  'key-behind-origin-identity': {
    texts: [...CLOUDFRONT_TEXTS],
    alsoTexts: [...ENCRYPTED_BY_KEY, 'cmk', 'customer managed key', 'customer-managed key', 'kms key'],
    unlessTexts: ['no cmk', 'no kms', 'no customer', '"serversideencryption": "aes256"', '"ssealgorithm": "aes256"'],
    isOfOriginIdentity: true,
    strength: 'shown',
    layer: 'resource',
    isOfPolicy: true,
    page: `${DOCS}AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html`,
    confirmed: '2026-11-30',
    check: ['aws', 's3api', 'get-bucket-encryption', '--bucket', '{bucket}', '--output', 'json'],
  },
  'object-missing-behind-cloudfront': {
    texts: [...CLOUDFRONT_TEXTS],
    alsoTexts: ['<message>access denied</message>', '<code>accessdenied</code>'],
    unlessTexts: OBJECT_SEEN,
    strength: 'possible',
    layer: 'none',
    supposes: ['object missing'],
    run: null,
    page: `${DOCS}AmazonS3/latest/API/API_GetObject.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3', 'ls', 's3://{bucket}/'],
  },
  'key-of-aws-for-notifications': {
    texts: ['unable to validate the following destination'],
    alsoTexts: ['alias/aws/sqs', 'alias/aws/sns'],
    strength: 'shown',
    layer: 'none',
    supposes: ['KMS key'],
    run: null,
    page: `${DOCS}AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'owner-override-of-replicas': {
    texts: ['replicat'],
    alsoTexts: [
      ...['access_control_translation', 'accesscontroltranslation', 'objectowneroverride', 'owner = "destination"'],
      ...['"owner": "destination"', 'owner: destination'],
    ],
    asks: [{ action: 's3:ObjectOwnerOverrideToBucketOwner', resource: 'arn:aws:s3:::{bucket}/*' }],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}AmazonS3/latest/userguide/replication-change-owner.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'message-to-a-number': {
    actions: ['sns:publish'],
    resources: ['+*'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}sns/latest/dg/sns-using-identity-based-policies.html`,
    confirmed: 'unconfirmed',
    check: null,
  },
  'domain-with-users-of-its-own': {
    actions: ['es:eshttp*'],
    principals: ['anonymous'],
    texts: [
      ...[
        'internal user',
        'internal database',
        'basic auth',
        'master user',
        'user and password',
        'username and password',
      ],
    ],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}opensearch-service/latest/developerguide/fgac.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'opensearch', 'describe-domain', '--domain-name', '{domain}', '--output', 'json'],
  },
  'destination-of-logs': {
    actions: ['logs:putsubscriptionfilter'],
    resources: ['arn:*:logs:*:*:destination:*', 'arn:*:logs:*:*:destination/*'],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html`,
    confirmed: '2026-11-29',
    check: ['aws', 'logs', 'describe-destinations', '--output', 'json'],
  },
  'not-in-effect-yet': {
    shown: ['works-when-done-again'],
    isWithoutTests: true,
    strength: 'supported',
    layer: 'none',
    supposes: ['not in effect yet'],
    run: null,
    page: `${DOCS}IAM/latest/UserGuide/troubleshoot.html`,
    confirmed: '2026-11-30',
    check: null,
  },
  'permissions-just-changed': {
    isOfChange: true,
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/troubleshoot.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'federated-user-without-policy': {
    isOfNoPolicy: true,
    texts: ['get-federation-token', 'getfederationtoken', ':federated-user/'],
    unlessTexts: ['--policy ', '--policy=', '--policy-arns', 'policyarns', 'policy='],
    strength: 'supported',
    layer: 'session',
    page: `${DOCS}IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'object-asked-by-a-browser': {
    texts: ['<message>access denied</message>'],
    unlessTexts: [...OBJECT_SEEN, ...BY_A_PROGRAM],
    alsoTexts: ['<hostid>'],
    unlessLeft: 'object-missing-behind-cloudfront',
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}AmazonS3/latest/userguide/troubleshoot-403-errors.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'head-object', '--bucket', '{bucket}', '--key', '{key}'],
  },
  'search-domain-has-own-permissions': {
    actions: ['es:eshttp*', 'aoss:*'],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}opensearch-service/latest/developerguide/fgac.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'opensearch', 'describe-domain', '--domain-name', '{domain}', '--output', 'json'],
  },
  'clusters-have-own-permissions': {
    actions: ['eks:accesskubernetesapi'],
    strength: 'supported',
    layer: 'none',
    supposes: [],
    run: [...['aws', 'eks', 'create-access-entry', '--cluster-name', '{name}', '--principal-arn', '{principalArn}']],
    page: `${DOCS}eks/latest/userguide/access-entries.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'eks', 'list-access-entries', '--cluster-name', '{name}', '--output', 'json'],
  },
  'terraform-reads-what-it-manages': {
    actions: ['*:get*', '*:list*', '*:describe*'],
    texts: ['error: reading', 'error: listing tags', '.tf line', 'error: error reading'],
    strength: 'context',
    layer: 'identity',
    page: 'https://developer.hashicorp.com/terraform/cli/commands/refresh',
    confirmed: 'unconfirmed',
    check: null,
  },
  'terraform-state-not-reachable': {
    texts: [
      'failed to get existing workspaces',
      'error acquiring the state lock',
      'error refreshing state',
      'error loading state',
      'failed to load state',
      'error saving state',
      'failed to save state',
    ],
    strength: 'supported',
    layer: 'identity',
    page: 'https://developer.hashicorp.com/terraform/language/backend/s3',
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'list-objects-v2', '--bucket', '{bucket}', '--max-items', '1'],
  },
  'pod-identity-trust': {
    texts: [
      'assumeroleforpodidentity',
      'eks does not have permissions to assume the associated role',
      'pods.eks.amazonaws.com',
    ],
    strength: 'supported',
    layer: 'trust',
    page: `${DOCS}eks/latest/userguide/pod-id-role.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'eks', 'list-pod-identity-associations', '--cluster-name', '{cluster}', '--output', 'json'],
  },
  'sign-in-by-saml': {
    actions: ['sts:assumerolewithsaml'],
    strength: 'supported',
    layer: 'trust',
    page: `${DOCS}IAM/latest/UserGuide/id_roles_providers_enable-console-saml.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'list-saml-providers', '--output', 'json'],
  },
  'key-not-reachable-for-decryption': {
    texts: ['the ciphertext refers to a'],
    asks: [{ action: 'kms:Decrypt', resource: BEHIND_SERVICE }],
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}kms/latest/developerguide/key-policy-modifying-external-accounts.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'kms', 'describe-key', '--key-id', '{resource}', '--output', 'json'],
  },
  'document-of-session': {
    actions: ['ssm:startsession', 'ssm:sendcommand'],
    resources: ['arn:*:ssm:*:*:document/*'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}systems-manager/latest/userguide/getting-started-restrict-access-examples.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'template-uses-transform': {
    actions: ['cloudformation:createchangeset'],
    resources: ['*:transform/*'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}AWSCloudFormation/latest/UserGuide/control-access-with-iam.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'default-database': {
    actions: ['glue:getdatabase', 'glue:createdatabase'],
    resources: ['*:database/default'],
    texts: ['default database', 'defaultdb', 'hive', 'spark'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}emr/latest/ReleaseGuide/emr-hive-metastore-glue.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'glue', 'get-database', '--name', 'default'],
  },
  'model-by-marketplace': {
    actions: ['aws-marketplace:*subscri*'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}bedrock/latest/userguide/model-access.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'session-ended-by-the-client': {
    actions: ['ssm:terminatesession'],
    texts: ['ssm start-session', 'start-session --target', 'ssm.start_session'],
    strength: 'supported',
    layer: 'identity',
    isOfRequest: true,
    isOfAnyLayer: true,
    page: `${DOCS}systems-manager/latest/userguide/session-manager-working-with-install-plugin.html`,
    confirmed: '2026-11-28',
    check: ['session-manager-plugin', '--version'],
  },
  'unsigned-request': {
    isOfNamedCallers: true,
    unlessTexts: ['internal user', 'internal database', 'basic auth', 'master user', 'user and password'],
    actions: ['es:*', 'aoss:*', 'lambda:invokefunctionurl', 'sqs:*', 'sns:*', 'dynamodb:*', 'kms:*', 'bedrock:*'],
    principals: ['anonymous'],
    strength: 'supported',
    layer: 'resource',
    isOfRequest: true,
    page: `${DOCS}opensearch-service/latest/developerguide/ac.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'role-not-there': {
    isOfRequest: true,
    actions: ['sts:assumerole'],
    resources: ['arn:*:role/*'],
    signs: ['nosuchentity', 'cannot be found', 'does not exist', 'no such role'],
    strength: 'supported',
    isOfNoPolicy: true,
    layer: 'trust',
    supposes: ['thing missing'],
    page: `${DOCS}IAM/latest/UserGuide/troubleshoot_roles.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'iam', 'get-role', '--role-name', '{name}', '--output', 'json'],
  },
  'function-not-there': {
    actions: ['lambda:invoke*', 'lambda:getfunction*', 'lambda:updatefunction*'],
    resources: ['arn:*:function:*'],
    signs: ['function not found', 'functionnotfound', 'resourcenotfoundexception', 'does not exist'],
    strength: 'supported',
    layer: 'identity',
    supposes: ['thing missing'],
    page: `${DOCS}lambda/latest/api/API_GetFunction.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'lambda', 'list-functions', '--query', 'Functions[].FunctionName', '--output', 'json'],
  },
  'log-group-not-there': {
    actions: ['logs:createlogstream', 'logs:putlogevents', 'logs:describelogstreams', 'logs:filterlogevents'],
    signs: ['log group does not exist', 'resourcenotfoundexception', 'does not exist'],
    strength: 'supported',
    layer: 'identity',
    supposes: ['thing missing'],
    page: `${DOCS}AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html`,
    confirmed: 'unconfirmed',
    check: ['aws', 'logs', 'describe-log-groups', '--query', 'logGroups[].logGroupName', '--output', 'json'],
  },
  'vault-takes-no-copy': {
    actions: ['backup:copyintobackupvault'],
    strength: 'supported',
    layer: 'resource',
    page: 'https://repost.aws/knowledge-center/backup-resolve-access-denied-error',
    confirmed: '2026-11-26',
    check: ['aws', 'backup', 'get-backup-vault-access-policy', '--backup-vault-name', '{name}', '--output', 'json'],
  },
  'client-of-kafka': {
    actions: ['kafka-cluster:*'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}msk/latest/developerguide/iam-access-control.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'kafka-says-no-more': {
    texts: [
      'adminclient clientid=',
      'producer clientid=',
      'consumer clientid=',
      'saslauthenticationexception',
      'aws_msk_iam',
    ],
    alsoTexts: ['access denied', 'failed authentication'],
    asks: [
      { action: 'kafka-cluster:Connect', resource: 'arn:{partition}:kafka:{region}:{account}:cluster/{cluster}/{id}' },
    ],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}msk/latest/developerguide/iam-access-control.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
  },
  'database-user-by-iam': {
    actions: ['rds-db:connect'],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'rds', 'describe-db-instances', '--query', 'DBInstances[].[DBInstanceIdentifier,DbiResourceId]'],
  },
  'object-refused-to-all': {
    texts: ['your access has been denied by s3'],
    alsoTexts: ['calling the headobject operation', 'calling the getobject operation'],
    strength: 'supported',
    layer: 'none',
    supposes: ['object missing'],
    run: null,
    page: `${DOCS}AmazonS3/latest/API/API_GetObject.html`,
    confirmed: '2026-11-26',
    check: ['aws', 's3api', 'list-objects-v2', '--bucket', '{bucket}', '--prefix', '{key}', '--max-items', '1'],
  },
  'bucket-of-a-pipeline': {
    texts: [
      'service role or action role',
      'your access has been denied by s3',
      'does not have permissions to perform this action. underlying error',
    ],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}codepipeline/latest/userguide/pipelines-create-cross-account.html`,
    confirmed: 'unconfirmed',
    check: null,
  },
  'profile-of-several-regions': {
    actions: ['bedrock:invokemodel*', 'bedrock:converse*'],
    resources: ['arn:*:bedrock:*:foundation-model/*', 'arn:*:bedrock:*:inference-profile/*'],
    strength: 'supported',
    signs: [
      'inference-profile',
      'us.anthropic',
      'eu.anthropic',
      'apac.anthropic',
      'global.anthropic',
      'us.amazon.',
      'eu.amazon.',
      'us.meta.',
    ],
    isOfAnyLayer: true,
    guards: ['aws:requestedregion', 'bedrock:inferenceprofilearn'],
    isOwn: true,
    layer: 'identity',
    page: `${DOCS}bedrock/latest/userguide/global-cross-region-inference.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'bedrock', 'list-inference-profiles', '--output', 'json'],
  },
  'role-spared-without-its-session': {
    decision: 'explicit',
    sparesRoleAlone: true,
    strength: 'supported',
    layer: 'resource',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_elements_notprincipal.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'role-that-a-service-takes': {
    texts: [
      'valid access role to your ecr repository',
      'allows firehose to assume the role',
      'could not deliver test message to specified',
      'access was denied when calling',
      'access denied when calling',
    ],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}IAM/latest/UserGuide/id_roles_create_for-service.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role', '--role-name', '{role}', '--output', 'json'],
  },
  'collection-says-no-more': {
    texts: [
      "authorizationexception(403, 'forbidden",
      '"type":"forbidden"',
      '.aoss.amazonaws.com',
      '[security_exception] 403',
    ],
    strength: 'supported',
    layer: 'identity',
    page: `${DOCS}opensearch-service/latest/developerguide/security-iam-serverless.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'opensearchserverless', 'list-access-policies', '--type', 'data', '--output', 'json'],
  },
  'client-of-iot': {
    actions: ['iot:connect', 'iot:publish', 'iot:subscribe', 'iot:receive', 'iot:assumerolewithcertificate'],
    strength: 'context',
    layer: 'identity',
    page: `${DOCS}iot/latest/developerguide/iot-policies.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iot', 'list-attached-policies', '--target', '<ARN of the certificate>', '--output', 'json'],
  },
  'certificate-takes-a-role': {
    actions: ['sts:assumerole'],
    texts: ['rolesanywhere', 'roles anywhere', 'aws_signing_helper'],
    strength: 'supported',
    layer: 'trust',
    page: `${DOCS}rolesanywhere/latest/userguide/trust-model.html`,
    confirmed: '2026-11-26',
    check: ['aws', 'iam', 'get-role', '--role-name', '{name}', '--output', 'json'],
  },
} as const satisfies Readonly<Record<string, Circumstance>>

/** The id of a row. */
export type CircumstanceId = keyof typeof CIRCUMSTANCES

import { tellsThat } from '../../text/tells-that'
import { isBootstrappedElsewhere, isImageElsewhere, isKeyElsewhere } from './found-elsewhere'
import { isPolicyApart } from './policy-apart'
import { isRecipientRefused } from './refused-address'
import type { Beside, TellingSign } from './signs'
import type { SituationId } from './situations'

/** What a text has beside the sentence of a service that decides which of its cases it is: all that the row names. */
export interface DecidedCase {
  readonly of: readonly SituationId[]
  readonly is: SituationId
  /** All of these stand in it: a setting, a state, a command with what it printed, or words of the sentence itself. */
  readonly shows?: readonly RegExp[]
  /** None of these does. */
  readonly lacks?: readonly RegExp[]
  /** Whoever wrote the text says so. */
  readonly tells?: RegExp
  readonly sign?: TellingSign
}

const NO_WAY_OUT =
  /\b(?:no|without|lacks?)\s(?:an?\s|any\s)?(?:NAT|internet(?!\sgateway)|outbound|way\sout|route\sto\sthe\sinternet)\b|\b(?:isolated|air-?gapped)\s(?:private\s)?(?:subnets?|VPC)\b/i

/** The managed policies that a command printed as attached. */
const ATTACHED = /\bAttachedPolicies["']?\s?:/

/** That a bucket’s own setting takes public policies. */
const BLOCK_OFF = /\bBlockPublicPolicy["']?\s?[:=]\s?["']?false\b/i

const ASIA = /(?<![A-Z\d])ASIA[A-Z\d*.…]{4,28}/
const TOKEN_SET = /session_?token["']?\s{0,4}[:=]|security_?token["']?\s{0,4}[:=]\s{0,4}\S|\bAWS_SESSION_TOKEN\b/i

/** The rows of a setting, a state or a remark; the first of which all is seen decides. */
export const DECIDED: readonly DecidedCase[] = [
  { of: ['instance-profile-invalid'], shows: [/\bhas no associated IAM roles?\b/i], is: 'instance-profile-empty' },
  {
    of: ['instance-profile-invalid'],
    shows: [/\bInstanceProfile(?:Name|Id)?\b/, /\bRoles["']?\s?[:=]\s?\[\s{0,40}\]/],
    is: 'instance-profile-empty',
  },
  {
    of: ['instance-profile-invalid'],
    shows: [
      /\biam_instance_profile\s{0,20}=\s{0,4}["']?(?:\$\{)?aws_iam_role\.|\biam_instance_profile\s?\{\s{0,40}(?:name|arn)\s{0,20}=\s{0,4}["']?(?:\$\{)?aws_iam_role\.|\bget-instance-profile\b[^\n]{0,200}\n[^\n]{0,200}\bNoSuchEntity\b/,
    ],
    is: 'instance-profile-is-role',
  },
  { of: ['image-of-another-account'], sign: isImageElsewhere, is: 'image-in-another-region' },
  {
    of: ['image-of-another-account'],
    shows: [/\bLaunchPermissions["']?\s?:\s?\[\s{0,40}\]/],
    is: 'image-not-shared',
  },
  {
    of: ['image-of-another-account', 'snapshot-gone-or-unshared'],
    shows: [/\beventName[\s"':=]{1,8}DeregisterImage\b/i],
    is: 'image-deregistered',
  },
  {
    of: ['image-of-another-account', 'snapshot-gone-or-unshared'],
    tells:
      /\b(?:AMIs?|images?)\b[^.\n]{1,60}\b(?:deregistered|cleaned\sup|deleted)\b|\bderegister(?:s|ed)\s(?:[\w-]{1,20}\s){0,4}(?:AMIs?|images?)\b/i,
    is: 'image-deregistered',
  },
  {
    of: ['cluster-credentials'],
    shows: [/\bauthentication_?mode["']?\s{0,20}[:=]\s{0,4}["']?API\b/i, /\baws-auth\b|\bmapRoles\b|\bmapUsers\b/],
    is: 'cluster-reads-entries-alone',
  },
  {
    of: ['cluster-credentials'],
    shows: [/\bauthentication_?mode["']?\s{0,20}[:=]\s{0,4}["']?CONFIG_MAP\b/i],
    is: 'cluster-reads-config-map-alone',
  },
  { of: ['node-cannot-join'], tells: NO_WAY_OUT, is: 'nodes-without-way-out' },
  {
    of: ['node-cannot-join'],
    shows: [ATTACHED],
    lacks: [/\bAmazonEKSWorkerNode(?:Minimal)?Policy\b/],
    is: 'node-role-without-policy',
  },
  {
    of: ['node-not-managed'],
    shows: [/\bIamInstanceProfileAssociations["']?\s?:\s?\[\s{0,40}\]/],
    is: 'managed-node-without-profile',
  },
  {
    of: ['node-not-managed'],
    shows: [/\bPingStatus["']?\s?[:=]\s?["']?(?:ConnectionLost|Inactive)\b/i],
    is: 'managed-node-lost',
  },
  {
    of: ['node-not-managed'],
    tells: NO_WAY_OUT,
    lacks: [/\bcom\.amazonaws\.[a-z\d-]{5,20}\.ssm(?:messages)?\b/],
    is: 'managed-node-without-way-out',
  },
  {
    of: ['node-not-managed'],
    shows: [ATTACHED],
    lacks: [/\bAmazonSSMManaged(?:EC2InstanceDefaultPolicy|InstanceCore)\b|\bAmazonEC2RoleforSSM\b/],
    is: 'managed-node-without-policy',
  },
  {
    of: ['exec-not-enabled', 'exec-agent-not-connected'],
    shows: [/\bssmmessages:[A-Za-z]{4,30}["']?\s?[:|]?\s{0,4}(?:im|ex)plicitDeny\b/],
    is: 'exec-role-lacks',
  },
  {
    of: ['exec-not-enabled', 'exec-agent-not-connected'],
    shows: [
      /(?<![$\w])AWS_ACCESS_KEY_ID["']?\s{0,4}[:,]/,
      /\bAWS_SECRET_ACCESS_KEY\b/,
      /\bcontainer_?Definitions\b|\bvalueFrom\b|"environment"|\bmanifest\.ya?ml\b/i,
    ],
    lacks: [/\bexport AWS_|\$env:AWS_|\bset AWS_ACCESS|\$\{\{\s?secrets\./i],
    is: 'exec-agent-with-other-keys',
  },
  {
    of: ['exec-not-enabled'],
    shows: [
      /\benable_?execute_?command["']?\s?[:=]\s?["']?true\b/i,
      /\bExecuteCommandAgent\b/,
      /\blastStatus["']?\s?[:=]\s?["']?STOPPED\b/,
    ],
    is: 'exec-agent-stopped',
  },
  {
    of: ['efs-mount-denied-to-task', 'efs-mount-denied'],
    shows: [/\befs_?volume_?configuration\b/i, /\bfile_?system_?id\b/i],
    lacks: [/\bIAM["']?\s{0,20}[:=]\s{0,4}["']?ENABLED\b/i],
    is: 'efs-task-anonymous',
  },
  {
    of: ['efs-mount-denied-to-task', 'efs-mount-denied'],
    shows: [/\befs_?volume_?configuration\b/i, /\bIAM["']?\s{0,20}[:=]\s{0,4}["']?ENABLED\b/i],
    is: 'efs-task-role-refused',
  },
  {
    of: ['notification-destination'],
    shows: [
      /\b(?:(?:Queue|Topic)(?:Arn)?|queue_arn|topic_arn)["']?\s{0,20}[:=]\s{0,4}["']?arn:aws[^\s"']{1,120}\.fifo\b|\bfifo_?(?:queue|topic)["']?\s{0,20}[:=]\s{0,4}["']?true\b/i,
    ],
    is: 'notification-to-fifo',
  },
  {
    of: ['notification-destination'],
    shows: [
      /\bkms_?master_?key_?id["']?\s{0,20}[:=]\s{0,4}["']?(?!(?:arn:aws[^\s"']{1,60}:)?alias\/aws\/|null\b|["'])\S/i,
      /\bs3\.amazonaws\.com\b/,
      /\b(?:sqs:SendMessage|sns:Publish)\b/i,
    ],
    lacks: [/\bkms:(?:GenerateDataKey|\*)/i],
    is: 'notification-key',
  },
  {
    of: ['key-of-guardduty'],
    tells:
      /\bbucket(?:['’]s)?\spolicy\s(?:already\s)?(?:has|names|contains|allows|grants|lets|includes|lists)\b[^.\n]{1,80}\bguardduty/i,
    is: 'findings-key',
  },
  {
    of: ['key-of-guardduty'],
    tells:
      /\bkey(?:['’]s)?\spolicy\s(?:already\s)?(?:has|names|contains|allows|grants|lets|includes|lists)\b[^.\n]{1,80}\bguardduty/i,
    is: 'findings-bucket',
  },
  {
    of: ['build-image-pull'],
    shows: [/\bimage_?pull_?credentials_?type["']?\s{0,20}[:=]\s{0,4}["']?CODEBUILD\b/i],
    is: 'build-image-by-service',
  },
  {
    of: ['build-image-pull'],
    shows: [/\bimage_?pull_?credentials_?type["']?\s{0,20}[:=]\s{0,4}["']?SERVICE_ROLE\b/i],
    is: 'build-image-by-role',
  },
  {
    of: ['pipeline-connection', 'build-source-connection', 'build-connection-of-role', 'build-connection'],
    shows: [/\bconnection_?status["']?\s{0,20}[:=]\s{0,4}["']?PENDING\b/i],
    is: 'connection-pending',
  },
  {
    of: ['function-log-group-missing'],
    shows: [/\bLogGroup["']?\s?:\s?["'](?!\/aws\/lambda\/)[\w./#-]{1,300}["']/],
    is: 'function-logs-elsewhere',
  },
  {
    of: ['function-log-group-missing'],
    shows: [/\bStatusCode["']?\s?:\s?20\d\b|\bExecutedVersion\b|\bREPORT RequestId\b/],
    is: 'function-log-role',
  },
  {
    of: ['function-log-group-missing'],
    tells:
      /\bfunction\s(?:itself\s)?(?:runs?|ran|works|answers?|responds?|returns?|executes?|(?:is|was|gets?|has\sbeen)\s(?:\w{1,12}\s)?invoked)\b/i,
    is: 'function-log-role',
  },
  {
    of: ['email-identity-unverified'],
    sign: isRecipientRefused,
    lacks: [/\bProductionAccessEnabled["']?\s?[:=]\s?["']?true\b/i],
    is: 'recipient-in-sandbox',
  },
  {
    of: ['cost-explorer-off'],
    tells:
      /\b(?:standalone|stand-alone)\saccount\b|\b(?:is|are)(?:n['’]t|\snot)\s(?:part\sof|in|a\smember\sof)\s(?:an?|any)\sorgani[sz]ation\b|\bno\sorgani[sz]ation\b/i,
    is: 'cost-explorer-never-opened',
  },
  {
    of: ['cost-explorer-off'],
    shows: [/\bLinked account doesn['’]t have access\b/i],
    is: 'cost-explorer-hidden',
  },
  {
    of: ['edge-function-unusable'],
    shows: [/(?<!edge)lambda\.amazonaws\.com\b/, /\bsts:AssumeRole\b/],
    lacks: [/\bedgelambda\.amazonaws\.com\b/],
    is: 'edge-function-role-trust',
  },
  {
    of: ['registry-token-expired'],
    shows: [/\bsudo\s(?:-E\s)?docker\s(?:push|pull|compose|buildx|run)\b/, /\bdocker\slogin\b/],
    lacks: [/\bsudo\s(?:-E\s)?docker\slogin\b/],
    is: 'registry-login-of-another-user',
  },
  {
    of: ['registry-token-expired'],
    shows: [/\bsudo\s(?:-E\s)?docker\slogin\b/, /(?<!sudo\s|-E\s)\bdocker\s(?:push|pull|compose)\b/],
    lacks: [/\bsudo\s(?:-E\s)?docker\s(?:push|pull|compose)\b/],
    is: 'registry-login-of-another-user',
  },
  {
    of: ['credentials-missing'],
    shows: [
      /\bsudo\s(?:aws|terraform|cdk|sam|serverless|python3?|node|npx|packer|ansible-playbook)\s/,
      /~\/\.aws\b|\bexport AWS_[A-Z]|\baws configure list\b|\bArn"?: "arn:aws[\w-]{0,12}:(?:iam|sts)::|\bwithout sudo\b/i,
    ],
    lacks: [/\binstance\s(?:profile|role)\b|\bEC2\b|\b169\.254\.|\bIMDS|\bec2-user\b/i],
    is: 'credentials-of-another-user',
  },
  {
    of: ['bucket-policy-public-blocked'],
    shows: [/\bPublicAccessBlockConfiguration\b/, BLOCK_OFF],
    lacks: [/\bs3control\b/],
    is: 'public-block-of-account',
  },
  {
    of: ['bucket-policy-public-blocked'],
    shows: [
      /\baws_s3_bucket_public_access_block\b/,
      /\bblock_public_policy\s{0,20}=\s{0,4}false\b/,
      /\bresource "aws_s3_bucket_policy"/,
    ],
    lacks: [
      /\bdepends_on\b[^\]]{1,300}\baws_s3_bucket_public_access_block\b|\bbucket\s{0,20}=\s{0,4}aws_s3_bucket_public_access_block\.|\baws_s3_account_public_access_block\b/,
    ],
    is: 'public-block-still-on',
  },
  {
    of: ['cdk-not-bootstrapped'],
    shows: [/\bcdk bootstrap\b[^\n]{0,200}--qualifier[= ](?!hnb659fds)\w/, /\bcdk-(?:bootstrap\/)?hnb659fds\b/],
    is: 'cdk-qualifier-differs',
  },
  { of: ['cdk-not-bootstrapped'], sign: isBootstrappedElsewhere, is: 'cdk-bootstrapped-elsewhere' },
  { of: ['stack-state'], shows: [/\bis in ROLLBACK_(?:COMPLETE|FAILED) state\b/], is: 'stack-never-created' },
  { of: ['stack-state'], shows: [/\bis in (?!REVIEW_)[A-Z_]{6,50}_IN_PROGRESS state\b/], is: 'stack-busy' },
  {
    of: ['firewall-blocked'],
    shows: [/\bconfigured to block access from your country\b/i],
    is: 'distribution-country',
  },
  {
    of: ['firewall-blocked'],
    shows: [/\bnot configured to allow the HTTP request method\b|\bsupports only cachable requests\b/i],
    is: 'distribution-method',
  },
  {
    of: ['presigned-url-expired'],
    shows: [/\bX-Amz-Expires must be less than a week\b/i],
    is: 'presigned-url-too-long',
  },
  {
    of: ['session-token-missing'],
    shows: [/\bAWS_SECURITY_TOKEN\b/],
    lacks: [/\bAWS_SESSION_TOKEN\b|\baws_session_token\b/],
    is: 'session-token-under-old-name',
  },
  {
    of: ['session-token-missing'],
    shows: [
      /\bAWS_ACCESS_KEY_ID\b/,
      /(?<![a-z])access_?key_?id["']?\s{0,4}[:=]\s{0,4}(?:process\.env|os\.(?:environ|getenv)|ENV\b|System\.getenv)/i,
      /(?<![a-z])secret_?access_?key["']?\s{0,4}[:=]/i,
      /\blambda\b|exports\.handler|lambda_handler|export const handler/i,
    ],
    lacks: [/session_?token/i],
    is: 'session-token-not-passed',
  },
  {
    of: ['session-token-missing'],
    shows: [ASIA, /secret_?(?:access_?)?key["']?\s{0,4}[:=]/i],
    lacks: [TOKEN_SET, /\bsession[\s_-]?token\b/i],
    is: 'session-token-left-out',
  },
  {
    of: ['region-behind-credentials', 'global-token-in-opt-in-region'],
    shows: [/(?<![A-Z\d])AKIA[A-Z\d*.…]{0,28}/],
    lacks: [ASIA, TOKEN_SET],
    is: 'region-off-for-user-keys',
  },
  {
    of: ['directory-account-of-files'],
    shows: [/\bservice account credentials (?:that you )?(?:have )?provided are invalid\b/i],
    is: 'directory-password-of-files',
  },
  {
    of: ['mail-set-up-missing', 'email-identity-unverified'],
    shows: [/\bMAIL FROM domain\b[^\n]{1,100}\bnot verified\b|\bMailFromDomainNotVerified/i],
    is: 'mail-from-unverified',
  },
  {
    of: ['function-cluster-authorization'],
    shows: [/\b(?:SASL_SCRAM_(?:256|512)_AUTH|CLIENT_CERTIFICATE_TLS_AUTH|BASIC_AUTH)\b|\bSASL\/SCRAM\b|:9096\b/],
    lacks: [/\bSASL\/IAM\b|:9098\b|\bAWS_MSK_IAM\b/],
    is: 'function-of-kafka-acl',
  },
  {
    of: ['function-cluster-authorization'],
    shows: [/\bSASL\/IAM\b|:9098\b|\bAWS_MSK_IAM\b|\bsasl_iam_enabled\s{0,4}=\s{0,4}true\b/],
    lacks: [/\bSASL_SCRAM_(?:256|512)_AUTH\b|:9096\b/],
    is: 'function-of-kafka-iam',
  },
  {
    of: ['topic-request-refused'],
    shows: [/\b(?:curl|mosquitto_pub)\b[^\0]{0,300}(?:--cert|\s-E)\s|:8443\/topics\/|\bclient\.crt\b/],
    lacks: [/--aws-sigv4\b/],
    is: 'topic-refused-to-certificate',
  },
  {
    of: ['batch-report-locked'],
    shows: [/\bObjectLockEnabled["']?\s?:\s?["']?Enabled\b|\bobject_lock_enabled\s?=\s?true\b|\bDefaultRetention\b/],
    is: 'batch-report-retained',
  },
  {
    of: ['task-start-secrets'],
    shows: [/\bdid not contain json key\b/i],
    is: 'task-secret-json-key',
  },
  {
    of: ['task-image-pull'],
    shows: [/\btoomanyrequests\b|\b429 Too Many Requests\b|\bpull rate limit\b/i],
    is: 'pull-rate-limit',
  },
  {
    of: ['task-image-pull'],
    shows: [
      /\bCannotPull(?:ECR)?Container(?:Error)?\b[^\n]{1,400}(?:i\/o timeout|request canceled while waiting for connection|context deadline exceeded|no such host|connection timed out)/i,
    ],
    is: 'task-image-no-way',
  },
  {
    of: ['function-role-lacks', 'function-queue-unreadable', 'function-network-role'],
    sign: isPolicyApart,
    is: 'function-policy-late',
  },
  {
    of: ['key-of-database', 'key-of-new-database'],
    sign: isKeyElsewhere,
    is: 'key-of-another-region',
  },
  {
    of: ['workflow-log-role'],
    shows: [
      /\bAWS[- ]owned\s(?:KMS\s)?key\b|\b(?:no|without\san?|(?:did|have)n['’]?t set (?:an?\s)?)\s?(?:own\s|custom\s)?kms_?\s?key\b/i,
    ],
    tells: /\btasks?\b[^.\n]{1,60}\b(?:queued|without (?:having )?run(?:ning)?)\b/i,
    is: 'workflow-queue-key',
  },
  {
    of: ['zone-query-logging'],
    shows: [
      /\bresource "aws_cloudwatch_log_group" "[\w-]{1,64}" \{\n(?:(?!\s{0,20}provider\b)[^}\n]{0,200}\n){0,8}\s{0,20}provider\b/,
      /\bresource "aws_cloudwatch_log_resource_policy" "[\w-]{1,64}" \{\n(?:(?!\s{0,20}provider\b)[^}\n]{0,200}\n){1,12}\}/,
    ],
    is: 'zone-log-policy-elsewhere',
  },
  {
    of: ['git-credentials'],
    shows: [/\barn:aws[\w-]{0,12}:kms:[a-z\d-]{5,30}:\d{12}:key\//],
    tells: /\bclon(?:e|es|ed|ing)\b[^.\n]{1,120}\b(?:works?|worked|is fine|goes through)\b/i,
    is: 'repository-clone-key',
  },
]

/** Does the text have all that a row names beside its sentence, and nothing that speaks against it? */
export const isDecided = ({ shows = [], lacks = [], tells, sign }: DecidedCase, seen: Beside): boolean =>
  shows.every((one) => one.test(seen.whole)) &&
  !lacks.some((one) => one.test(seen.whole)) &&
  (tells === undefined || tellsThat(seen.whole, tells)) &&
  (sign === undefined || sign(seen))

import { either } from '../../../../text/either'
import { isMappedWithoutPath } from '../cluster-signs'
import { isImageElsewhere } from '../found-elsewhere'
import type { BesideRow } from '../beside-row'

const NO_WAY_OUT = either(
  /\b(?:no|without|lacks?)\s(?:an?\s|any\s)?(?:NAT|internet(?!\sgateway)|outbound|way\sout|route\sto\sthe\sinternet)\b/,
  /\b(?:isolated|air-?gapped)\s(?:private\s)?(?:subnets?|VPC)\b/,
)

/** That there are VPC endpoints, which take the place of a way out. */
const HAS_ENDPOINTS =
  /\bcom\.amazonaws\.|\bvpce-|\bendpoints?\sfor\b|\bbut\b[^.\n]{1,60}\bendpoints?\b|\b(?:use|uses|using|have|has|with|via|through|over)\s(?:(?!no\b|not\b)[\w-]{1,12}\s){0,2}(?:VPC|interface)\sendpoints\b/i

/** That Systems Manager has the instance as online, or gets commands through to it. */
const IS_ONLINE = either(
  /\bPingStatus["']?\s?[:=]\s?["']?Online\b/,
  /\b(?:shows?|shown|appears?|listed|is|as|it)\s(?:(?:it|up|as|is|the|instance|node)\s){0,3}["'`]?Online\b/,
  /\bRun\s?Command\b[^.\n]{1,40}\b(?:works?|worked|succeeds?|succeeded|fine|ok|passes)\b/,
)

/** Registries that count pulls by rules of their own. */
const OTHER_REGISTRY = /\bpublic\.ecr\.aws\b|\bquay\.io\b|\bghcr\.io\b|\bgcr\.io\b|\bmcr\.microsoft\.com\b/i

/** An image that was pulled from another registry than ECR: its name has no host, or Docker Hub's. */
const PULLED_ELSEWHERE = either(
  /\bpull access denied for ["'`]?(?![^\s,]{0,200}\.dkr\.ecr\.)[^\s,]{1,200}, repository\b/,
  /\bfailed to solve: (?![^\n]{0,300}\.dkr\.ecr\.)[^\n]{1,300}: pull access denied\b/,
)

/** That the program runs on a machine that is no instance of EC2. */
const ON_NO_INSTANCE =
  /\bruns-on:\s(?!\[?self-hosted)|\bGitHub Actions\b|\.github\/workflows\/|\bgitlab-ci\b|\bcircleci\b|\bMacBook\b|\blaptop\b|\/Users\/\w|\b[A-Z]:\\Users\\/i

/** A look at an instance that prints no instance profile. */
const NO_PROFILE_PRINTED =
  /\bdescribe-instances\b[^\n]{1,250}\bIamInstanceProfile\b[^\n]{0,120}\n(?:[^\n$#]{0,120}\n){0,8}?[^\n$#]{0,100}\b(?:null|None)\b/

/** The role with which Systems Manager manages the instances of a Region that have no profile. */
const MANAGES_BY_DEFAULT =
  /\bAWSSystemsManagerDefaultEC2InstanceManagementRole\b|\bDefault Host Management\b[^\n.]{1,40}\b(?:is on|enabled|is set up|turned on)\b/i

/** The managed policies that a command printed as attached. */
const ATTACHED = /\bAttachedPolicies["']?\s?:/

/** What a sentence of an instance, a container or a function means beside what else the text shows. */
export const COMPUTE_ROWS: readonly BesideRow[] = [
  // Registries.
  { of: ['ecr-login-or-refused'], shows: [PULLED_ELSEWHERE], is: 'docker-hub-pull' },
  // Instance profiles.
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
  // Machine images.
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
    tells: either(
      /\b(?:AMIs?|images?)\b[^.\n]{1,60}\b(?:deregistered|cleaned\sup|deleted)\b/,
      /\bderegister(?:s|ed)\s(?:[\w-]{1,20}\s){0,4}(?:AMIs?|images?)\b/,
    ),
    is: 'image-deregistered',
  },
  {
    of: ['metadata-token-required'],
    shows: [ON_NO_INSTANCE],
    lacks: [/\bi-[\da-f]{8,17}\b|\binstance profile attached\b|\bself-hosted\b/],
    is: 'credentials-missing',
  },
  // EKS.
  { of: ['cluster-role-with-path'], sign: isMappedWithoutPath, is: 'cluster-credentials' },
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
  { of: ['node-cannot-join'], tells: NO_WAY_OUT, lacks: [HAS_ENDPOINTS], is: 'nodes-without-way-out' },
  {
    of: ['node-cannot-join'],
    shows: [ATTACHED],
    lacks: [/\bAmazonEKSWorkerNode(?:Minimal)?Policy\b/],
    is: 'node-role-without-policy',
  },
  // Systems Manager.
  {
    of: ['node-not-managed'],
    shows: [either(/\bIamInstanceProfileAssociations["']?\s?:\s?\[\s{0,40}\]/, NO_PROFILE_PRINTED)],
    lacks: [MANAGES_BY_DEFAULT, /:instance-profile\//],
    is: 'managed-node-without-profile',
  },
  {
    of: ['node-not-managed'],
    tells: either(
      /\b(?:no|without(?:\san?)?|lacks\san?)\s(?:IAM\s?)?instance\s?profile\b/,
      /\bno\s(?:IAM\s)?role\s(?:is\s)?attached\b/,
    ),
    is: 'managed-node-without-profile',
  },
  {
    of: ['node-not-managed'],
    shows: [/\bPingStatus["']?\s?[:=]\s?["']?(?:ConnectionLost|Inactive)\b/i],
    is: 'managed-node-lost',
  },
  {
    of: ['node-not-managed'],
    shows: [/\bTargetNotConnected\b/],
    tells: IS_ONLINE,
    is: 'session-channel-not-open',
  },
  {
    of: ['node-not-managed'],
    tells: NO_WAY_OUT,
    lacks: [HAS_ENDPOINTS],
    is: 'managed-node-without-way-out',
  },
  {
    of: ['node-not-managed'],
    shows: [ATTACHED],
    lacks: [/\bAmazonSSMManaged(?:EC2InstanceDefaultPolicy|InstanceCore)\b|\bAmazonEC2RoleforSSM\b/],
    is: 'managed-node-without-policy',
  },
  // ECS.
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
    of: ['task-start-secrets'],
    shows: [/\bdid not contain json key\b/i],
    is: 'task-secret-json-key',
  },
  {
    of: ['task-start-secrets'],
    shows: [/\bcan['’]t find the specified secret value for (?:staging label|VersionId)\b/i],
    is: 'secret-without-value',
  },
  {
    of: ['task-image-pull', 'docker-hub-pull', 'task-image-of-other-registry'],
    shows: [/\bCannotPullContainer/, /\bdocker\.io\/[^\s,]{1,200}: pull access denied\b/],
    is: 'task-image-of-docker-hub',
  },
  {
    of: ['task-image-pull'],
    shows: [/\btoomanyrequests\b|\b429 Too Many Requests\b|\bpull rate limit\b/i],
    lacks: [OTHER_REGISTRY],
    is: 'pull-rate-limit',
  },
  {
    of: ['task-image-pull'],
    shows: [
      /\bCannotPull(?:ECR)?Container(?:Error)?\b[^\n]{1,400}(?:i\/o timeout|request canceled while waiting for connection|context deadline exceeded|no such host|connection timed out)/i,
    ],
    is: 'task-image-no-way',
  },
  // Lambda.
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
]

import { codedObjectKey } from '../../coded-object-key'
import { madeAtOnce } from '../../made-at-once'
import { OPT_IN_REGIONS } from '../../../iam/regions-in-text'
import { either } from '../../../text/either'
import { worksForATime, worksInAnotherAccount, writtenSentences } from '../../../text/told-contrast'
import type { SituationId } from '../situations'
import {
  isAdmin,
  isAnonymousMount,
  isDatabaseTokenOld,
  isForAlias,
  isKeyEnded,
  passesWithoutHeader,
  smtpOfOtherRegion,
} from './credential-signs'
import { isMappedWithoutPath } from './cluster-signs'
import { isBootstrappedElsewhere, isImageElsewhere, isKeyElsewhere } from './found-elsewhere'
import {
  copiesWithDefaultKey,
  hasOwnRepositoryKey,
  isCiphertextRefused,
  isKeyOff,
  isKeyToBeDeleted,
  keyPolicyDelegates,
} from './key-signs'
import { isPolicyApart } from './policy-apart'
import { isRecipientRefused } from './refused-address'
import {
  hasOtherRoles,
  isReplicationRoleNamedOtherwise,
  isRoleElsewhere,
  isRoleReplaced,
  passesOnceMade,
  passesOtherRole,
  roleIsGone,
  roleIsJustMade,
} from './role-signs'
import {
  isOfBucket,
  isOfKey,
  isOfRoleAtBucket,
  mayLackRole,
  readsObject,
  saysNoTrust,
  saysRoleLacks,
} from './row-kinds'
import {
  isTargetThere,
  lacksEmrTag,
  logGroupWithoutStar,
  logPoliciesAreFull,
  logPolicyIsFull,
  receiptRuleIsElsewhere,
  secretIsElsewhere,
} from './service-signs'
import { allSigns, anySign, noSign, told, type TellingSign } from './sign'
import {
  bucketIsMissing,
  leadsToNoBucket,
  objectIsMissing,
  objectIsThere,
  ownKeyIsSet,
  storageAllowedWithoutKey,
} from './storage-signs'
import { printsTrust, tellsTrust } from './tells-trust'

/** What a sentence of a service means where the text has beside it all that the row names, and nothing that speaks against it. */
export interface BesideRow {
  /** These rows, or each of a kind. */
  readonly of: readonly SituationId[] | ((id: SituationId) => boolean)
  readonly is: SituationId
  /** All of these stand in it: a setting, a state, a command with what it printed, or words of the sentence itself. */
  readonly shows?: readonly RegExp[]
  /** None of these does. */
  readonly lacks?: readonly RegExp[]
  /** Whoever wrote the text says so. */
  readonly tells?: RegExp
  /** What takes code to find. */
  readonly sign?: TellingSign
}

/** That a key of one's own encrypts it. */
const OWN_KEY =
  /\bSSE-KMS\b|\baws:kms\b|\bcustomer[\s-](?:managed\s)?(?:KMS\s)?key\b|\bCMK\b|\bKMSMasterKeyID\b|\b(?:KMS|encryption)\skey\b|\bsnapshot\sexports?\b/i

const PASSES = String.raw`(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b`
const UNENCRYPTED = String.raw`\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b`

/** That the same passes where nothing is encrypted. */
const PASSES_UNENCRYPTED = either(
  new RegExp(String.raw`${PASSES}[^\n.]{1,60}${UNENCRYPTED}`),
  new RegExp(String.raw`${UNENCRYPTED}[^\n.]{1,60}${PASSES}`),
)

/** That the service uses the same role with another resource. */
const ROLE_WORKS =
  /\b(?:same|this|that)\srole\s(?:already\s|also\s)?(?:works?|worked|is\sused|delivers|writes)\s[^\n.]{0,40}\b(?:another|other|second|elsewhere)\b/i

/** That a policy has the permission already. */
const HAS_IT =
  /\b(?:bucket|role)(?:['’]s)?\s(?:policy\s)?(?:already\s)?(?:has|holds|contains|allows|grants|includes)\b(?!\s(?:no|to)\b)|\b(?:bucket|role)(?:['’]s)?\spolicy\sis\s(?:identical|the\ssame|unchanged|fine|correct|right|ok|as\s(?:documented|in\sthe\sdocs))\b/i

/** What a command prints of these associations where there is none. */
const NO_ROLE_OF_CLUSTER =
  /\bdescribe-clusters\b[^\n]{1,200}IamRoles\b[^\n]{0,60}\n\s{0,20}(?:\[\s{0,20}\]|None\b)|"IamRoles"\s?:\s?\[\s{0,20}\]/
const NO_ROLE_OF_ACCOUNT =
  /\bget-service-role-for-account\b[^\n]{0,200}\n{1,2}[^\n]{0,200}\b(?:NotFound|not found|no service role|not associated|You need to attach an IAM role|\{\s?\})/i

/** The addresses that a name leads to inside a VPC, after a look at the name. */
const PRIVATE = String.raw`(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?!\d)`
const LEADS_INSIDE = new RegExp(
  String.raw`\b(?:dig|nslookup|host|getent\s\w{1,10})\s[^\n]{0,80}\.execute-api\.[^\n]{1,80}\n(?:[^\n]{0,80}\n){0,6}?[^\n]{0,60}${PRIVATE}|\.execute-api\.[^\n]{1,80}\s(?:resolves?|leads?|points?)\s(?:in)?to\s[^\n]{0,60}${PRIVATE}`,
  'i',
)

/** That the bucket keeps each new object for a time. */
const RETAINS_OBJECTS = /\bdefault_?retention\b/i

/** That the bucket has Object Lock, with such a time or without one. */
const LOCKS_OBJECTS = either(
  /\bObjectLockEnabled["']?\s?:\s?["']?Enabled\b/,
  /\bobject_lock_enabled\s?=\s?true\b/,
  RETAINS_OBJECTS,
)

/** That the function has no key of its own. */
const KEY_OF_AWS =
  /\baws\/lambda\b|\bKMSKeyArn["']?\s{0,4}[:=]\s{0,4}(?:null|none|""|\(none)|\b(?:default|AWS[- ]managed)\s(?:KMS\s|Lambda\s|service\s){0,2}key\b|\bKMSKeyArn\b[^\n]{0,60}\n(?:[^\n]{0,80}\n){0,4}?\s{0,12}null\b/i

/** That people say so: then the grant on AWS’s key is all that can be wrong, unless the dates of both are shown. */
const NO_OWN_KEY = /\b(?:no|without(?:\san?)?)\s(?:own\s|custom\s)?(?:customer(?:[- ]managed)?|CMK|KMS)\skey\b/i

/** A statement that is printed in one line, which lets a service write objects. */
const PRINTED_GRANT =
  /^[^\n]{0,120}"Allow"[^\n]{0,80}"Service"\s?:\s?"[\w.-]{3,60}\.amazonaws\.com"[^\n]{0,80}"s3:PutObject"/m

/** That a look at the Region of the call shows that the account has it on. */
const REGION_IS_ON =
  /\bRegionOptStatus["']?\s?[:=]\s?["']?ENABLED\b|\bget-region-opt-status\b[^\n]{0,200}\n\s{0,8}["']?ENABLED\b/

const A_REGION = String.raw`(?:regions?|both|they|it|[a-z]{2}(?:-[a-z]{4,9}){1,2}-\d)`

/** That somebody says so. */
const REGION_TOLD_ON = either(
  new RegExp(
    String.raw`\b${A_REGION}["'\x60]?\s(?:is|are|was|were|shows?|(?:has|have)\sbeen)\s(?:(?!not\b|never\b)\w{1,10}\s){0,2}["'\x60]?(?:enabled|opted[\s-]in)\b`,
  ),
  new RegExp(String.raw`\b(?:enabled|opted\sin(?:to)?)\s(?:(?:the|that|this|both|opt-in)\s){0,2}${A_REGION}\b`),
)

/** A Region that an account has to enable first. */
const IN_OPT_IN_REGION = new RegExp(String.raw`\b(?:${OPT_IN_REGIONS.join('|')})\b`)

/** That the same passes in other Regions: somebody says so, or a list of Regions shows it. */
const OTHER_REGIONS_WORK = either(
  /\b(?:other|all|remaining|\d{1,2})\s(?:other\s)?regions?\b[^.\n]{1,60}\b(?:fine|works?|worked|ok)\b/i,
  /^\s{0,8}[a-z]{2}-[a-z]{4,9}-\d\b[^\n]{1,60}\s(?:ok|done)$/im,
)
const NO_REGION_WORKS = /\b(?:no|none\sof\sthe|not\sin|neither)\s(?:any\s)?(?:other\s)?regions?\b/i

/** That the keys are those of a user, which no endpoint of STS made. */
const USER_KEYS = /(?<![A-Z\d])AKIA[A-Z\d*.…]{0,28}/

/** That the metadata service of the instance answers one hop away alone. */
const ONE_HOP = /ResponseHopLimit["']?\s?[:=]\s?1\b|\bhop[_ ]limit\s{0,3}(?:=|is|of|:)\s{0,3}1\b/i

/** That the instance itself has the credentials of its role. */
const HOST_HAS_ROLE = /:assumed-role\/[\w+=,.@-]{1,64}\/i-[\da-fx*]{4,20}\b/

/** That the program runs in a network of its own on the instance. */
const IN_CONTAINER = /\b(?:docker|podman|nerdctl|containers?|kubectl|pods?)\b/i

/** That a container is what was started. */
const RUNS_CONTAINER =
  /\b(?:docker|podman|nerdctl)\s(?:container\s)?run\b|\b(?:inside|in|from)\s(?:the|a|my)\scontainer\b/i

/** A call that finds the queue in the account that owns it. */
const FOUND_WITH_OWNER =
  /\bQueueOwnerAWSAccountId\b[^\n]{0,120}\n[^\n]{0,40}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com|--queue-owner-aws-account-id\b[^\n]{0,120}\n[^#$]{0,80}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com/

/** A program, or a command that starts one, takes the secret key from the environment to pass it on. */
const PASSES_KEYS = either(
  /(?:\bprocess\.env|\bos\.environ(?:\.get)?|getenv|GetEnvironmentVariable|\bENV|\benv)[.[("']{1,4}AWS_SECRET_ACCESS_KEY\b/,
  /\$\{?AWS_SECRET_ACCESS_KEY\b/,
)

/** It runs with a role. */
const RUNS_WITH_ROLE = either(
  /\/var\/task\b/,
  /\b(?:in|inside)\s(?:an?\s|the\s|my\s|AWS\s)?lambda\b/,
  /\blambda(?:['’]s)?\s(?:(?:execution\s)?role|function)\b/,
  /\bexports\.handler\b|\blambda_handler\b|\bexport\s(?:const|async\sfunction)\shandler\b/,
  /\bASIA[A-Z\d*]{4,16}/,
)

/** Keys that a pipeline keeps are those of a user. */
const STORED_KEYS = /\bsecrets\.AWS_/

const PASSES_TOKEN = /session_?token|AWS_SECURITY_TOKEN|security_token/i

/** That the account is in no organization. */
const ALONE = either(
  /\b(?:account|it|which)\b[^.\n]{1,60}\bstand-?alone\b/,
  /\bstand-?alone\saccount\b/,
  /\bno\s(?:AWS\s)?organi[sz]ation\b/,
  /(?:\bnot|n['’]t)\s(?:in|part\sof|a\smember\sof)\sany?\s(?:AWS\s)?organi[sz]ation\b/,
)

/** That keys are of a session: then they have a token, which an endpoint of STS made. */
const OF_SESSION = either(
  /\bASIA[A-Z\d]{4}/,
  /\b(?:session|temporary|refresh)[ _-]?(?:token|credentials?|keys?)\b/,
  /\bAWS_SESSION_TOKEN\b|\bget-session-token\b|\bthe session\b/,
  /\bassumed?[-_ ]?role|\b(?:instance\sprofile|instance\srole|execution\srole)\b/,
  /\b(?:sso|OIDC|web[-_ ]identity)\b/,
)

/** That other Regions take the same keys. */
const SAME_KEYS = /\bsame\s(?:access\s)?(?:keys?|credentials?|profile|user)\b/i

/** That the Region of the call is on in the account. */
const REGION_ON =
  /\bRegionOptStatus\b|\bENABLED\b|\bregion\s(?:is|was)\s(?:already\s)?enabled\b|\benabled\sthe\sregion\b/i

/** That a dbt project runs with the adapter of AWS Glue. */
const DBT_GLUE = /\bRegistered adapter:\s?glue\b|\bGlue adapter:|\bdbt-glue\b/

const NO_WAY_OUT =
  /\b(?:no|without|lacks?)\s(?:an?\s|any\s)?(?:NAT|internet(?!\sgateway)|outbound|way\sout|route\sto\sthe\sinternet)\b|\b(?:isolated|air-?gapped)\s(?:private\s)?(?:subnets?|VPC)\b/i

/** The managed policies that a command printed as attached. */
const ATTACHED = /\bAttachedPolicies["']?\s?:/

/** That a bucket’s own setting takes public policies. */
const BLOCK_OFF = /\bBlockPublicPolicy["']?\s?[:=]\s?["']?false\b/i

const ASIA = /(?<![A-Z\d])ASIA[A-Z\d*.…]{4,28}/
const TOKEN_SET = /session_?token["']?\s{0,4}[:=]|security_?token["']?\s{0,4}[:=]\s{0,4}\S|\bAWS_SESSION_TOKEN\b/i

const CHANGED_AT = /\bLastModified\b/

/** Whose KMS key refuses where what the row names first is there. */
const keyBeside = (of: SituationId, is: SituationId): readonly BesideRow[] => [
  { of: [of], shows: [PASSES_UNENCRYPTED], is },
  { of: [of], shows: [OWN_KEY, HAS_IT], is },
  { of: [of], shows: [OWN_KEY, PRINTED_GRANT], is },
  { of: [of], shows: [OWN_KEY, ROLE_WORKS], is },
]

/** That a policy is made in the same run as what needs it. */
const policyIsMadeAtOnce: TellingSign = ({ whole }) => madeAtOnce(whole) !== null

const IAM_LOGIN_OFF = either(
  /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?false\b/,
  /\biam_database_authentication_enabled\s?=\s?false\b/,
  /\bEnableIAMDatabaseAuthentication["']?:\s?["']?false\b/,
)
const IAM_LOGIN_ON = either(
  /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?true\b/,
  /\biam_database_authentication_enabled\s?=\s?true\b/,
)

const SECRET_KEY = String.raw`(?:secret\s(?:access\s)?key|secretAccessKey|AWS_SECRET_ACCESS_KEY)\b`

/** That the secret access key itself is taken as the password. */
const SECRET_KEY_AS_PASSWORD = either(
  new RegExp(String.raw`\b${SECRET_KEY}[^.]{1,40}\b(?:as|for)\s(?:the\s|my\s|an?\s)?(?:SMTP\s)?password\b`),
  new RegExp(
    String.raw`(?<![a-z])password\b[^.]{1,30}\b(?:is|=|to|as|from)\s(?:the\s|my\s|an?\s|its\s)?(?:IAM\s|user['’]s\s){0,2}${SECRET_KEY}`,
  ),
)

/** The rows; the first of which all is seen tells. */
export const BESIDE: readonly BesideRow[] = [
  // Whether the role is there comes before all else that could be said of it.
  { of: mayLackRole, sign: roleIsGone, is: 'role-gone' },
  { of: saysNoTrust, sign: allSigns(roleIsJustMade, anySign(tellsTrust, printsTrust)), is: 'role-just-made' },
  { of: ['session-key'], sign: isCiphertextRefused, is: 'session-ciphertext' },
  { of: isOfKey, sign: isKeyToBeDeleted, is: 'kms-key-printed-to-delete' },
  { of: isOfKey, sign: isKeyOff, is: 'kms-key-printed-off' },
  ...keyBeside('flow-logs-bucket', 'flow-logs-key'),
  { of: ['flow-logs-access-error'], shows: [OWN_KEY, PRINTED_GRANT], is: 'flow-logs-key' },
  ...keyBeside('datasync-location', 'datasync-location-key'),
  ...keyBeside('logs-may-not-deliver', 'logs-delivery-key'),
  ...keyBeside('load-balancer-logs', 'load-balancer-logs-key'),
  { of: saysNoTrust, sign: passesOnceMade, is: 'role-was-new' },
  { of: ['airflow-role-reads-bucket'], sign: policyIsMadeAtOnce, is: 'airflow-role-policy-late' },
  { of: saysRoleLacks, sign: policyIsMadeAtOnce, is: 'role-policy-late' },
  {
    of: saysRoleLacks,
    sign: ({ whole }) => worksInAnotherAccount(writtenSentences(whole)) !== null,
    is: 'role-limited-in-account',
  },
  // What else a role needs before its service can use it.
  { of: ['warehouse-role'], sign: hasOtherRoles, is: 'warehouse-role-unlisted' },
  { of: ['warehouse-role'], shows: [NO_ROLE_OF_CLUSTER], is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], shows: [NO_ROLE_OF_ACCOUNT], is: 'device-role-not-associated' },
  { of: ['warehouse-role'], shows: [ROLE_WORKS], is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], shows: [ROLE_WORKS], is: 'device-role-not-associated' },
  { of: saysNoTrust, shows: [ROLE_WORKS], is: 'role-works-elsewhere' },
  { of: ['warehouse-role'], sign: tellsTrust, is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], sign: tellsTrust, is: 'device-role-not-associated' },
  { of: saysNoTrust, sign: tellsTrust, is: 'role-trusts-service' },
  {
    of: ['api-key-of-no-plan', 'api-key-missing', 'gateway-forbidden'],
    shows: [LEADS_INSIDE],
    is: 'gateway-behind-private-dns',
  },
  { of: ['efs-mount-denied'], sign: isAnonymousMount, is: 'efs-mount-anonymous' },
  { of: ['email-rule-action'], sign: receiptRuleIsElsewhere, is: 'email-rule-elsewhere' },
  { of: ['rule-target-queue'], sign: isTargetThere, is: 'rule-target-queue-there' },
  { of: ['recorder-bucket'], shows: [LOCKS_OBJECTS], is: 'recorder-bucket-locked' },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    sign: ({ whole }) => worksForATime(writtenSentences(whole)) !== null,
    is: 'database-token-ended',
  },
  {
    of: ['secret-key-wrong', 'signature-changed-on-the-way'],
    sign: passesWithoutHeader,
    is: 'header-breaks-signature',
  },
  { of: ['key-not-accessible'], sign: copiesWithDefaultKey, is: 'copy-with-default-key' },
  { of: ['key-policy-lockout'], sign: keyPolicyDelegates, is: 'key-lockout-caller-lacks' },
  { of: ['database-iam-login'], sign: isForAlias, is: 'database-token-of-alias' },
  { of: ['key-of-function-environment'], shows: [KEY_OF_AWS], sign: isRoleReplaced, is: 'function-grant-of-old-role' },
  {
    of: ['key-of-function-environment'],
    shows: [NO_OWN_KEY],
    lacks: [CHANGED_AT],
    is: 'function-grant-of-old-role',
  },
  { of: ['database-iam-login'], sign: isDatabaseTokenOld, is: 'database-token-ended' },
  {
    of: ['credentials-missing', 'metadata-token-required'],
    shows: [ONE_HOP, IN_CONTAINER],
    is: 'container-behind-one-hop',
  },
  { of: ['credentials-missing'], shows: [HOST_HAS_ROLE, RUNS_CONTAINER], is: 'container-without-credentials' },
  {
    of: ['credentials-missing'],
    shows: [/\bDid you mean to set the `?id-token`? permission\b/],
    is: 'github-oidc-permission',
  },
  {
    of: ['session-token-missing'],
    shows: [PASSES_KEYS, RUNS_WITH_ROLE],
    lacks: [PASSES_TOKEN, STORED_KEYS],
    is: 'role-keys-without-token',
  },
  { of: ['region-behind-credentials'], shows: [REGION_IS_ON], is: 'global-token-in-opt-in-region' },
  {
    of: ['region-behind-credentials'],
    tells: REGION_TOLD_ON,
    lacks: [USER_KEYS],
    is: 'global-token-in-opt-in-region',
  },
  {
    of: ['saml-assertion'],
    shows: [/\bSpecified provider doesn['’]t exist\b/i, /\barn:aws-(?:us-gov|cn):iam::/],
    lacks: [/\bregion["']?\s{0,3}[:=]\s{0,3}["']?(?:us-gov|cn)-/i],
    is: 'saml-at-other-partition',
  },
  { of: ['graphql-no-header'], sign: isKeyEnded, is: 'graphql-key-ended' },
  {
    of: ['global-token-in-opt-in-region'],
    shows: [SAME_KEYS],
    lacks: [OF_SESSION, REGION_ON],
    is: 'region-off-for-user-keys',
  },
  { of: ['cost-explorer-off'], shows: [/\bLinked account doesn['’]t have access\b/i], is: 'cost-explorer-hidden' },
  { of: ['cost-explorer-off'], tells: ALONE, is: 'cost-explorer-never-opened' },
  { of: ['log-delivery-set-up'], sign: isAdmin, is: 'log-destination-full' },
  { of: ['lake-formation-grant'], shows: [DBT_GLUE], is: 'lake-grant-of-adapter' },
  { of: ['queue-missing-or-hidden'], shows: [FOUND_WITH_OWNER], is: 'queue-of-another-account' },
  {
    of: ['queue-missing-or-hidden'],
    shows: [/\bsqs:GetQueueUrl\b|\bGetQueueUrl operation\b|\bget-queue-url\b|\bget_queue_url\b|\bgetQueueUrl\(/],
    is: 'queue-url-hidden',
  },
  { of: ['emr-service-role-lacks'], sign: lacksEmrTag, is: 'emr-network-untagged' },
  { of: ['emr-service-role-lacks'], sign: passesOtherRole, is: 'emr-passes-other-role' },
  { of: ['transcribe-bucket'], sign: ({ whole }) => codedObjectKey(whole) !== null, is: 'object-key-coded' },
  { of: ['transfer-role-writes', 'transfer-role'], sign: leadsToNoBucket, is: 'transfer-target-of-no-bucket' },
  { of: ['identity-provider-missing'], sign: isRoleElsewhere, is: 'identity-provider-of-role-account' },
  {
    of: ['kafka-sign-in', 'kafka-refused'],
    tells:
      /\b(?:allow(?:s|ed)?|has|have|grants?|with)\s[^.\n]{0,30}\bkafka-cluster:\*[^.\n]{0,40}\bon\s(?:["'`]?\*|all\b|every|any\b)/i,
    is: 'kafka-limited-in-account',
  },
  {
    of: ['global-token-in-opt-in-region', 'region-behind-credentials'],
    shows: [/\bSTS: AssumeRole\b|\bwhen calling the AssumeRole operation/],
    is: 'region-off-for-assuming',
  },
  // Whether the bucket and the object are there, and what else reading them takes.
  { of: isOfBucket, sign: bucketIsMissing, is: 'bucket-not-there' },
  { of: readsObject, sign: objectIsMissing, is: 'object-not-there' },
  { of: ['transcribe-bucket'], sign: objectIsThere, is: 'media-file-there' },
  { of: ['training-data', 'training-input'], sign: objectIsThere, is: 'training-data-there' },
  { of: isOfRoleAtBucket, sign: allSigns(ownKeyIsSet, storageAllowedWithoutKey), is: 'stored-data-key' },
  // One service each.
  {
    of: ['training-image'],
    shows: [/\((?:Image|Repository)NotFoundException\)/],
    is: 'training-image-missing',
  },
  { of: ['training-image'], shows: [/"imageDigest"\s?:\s?"sha256:/], is: 'training-image-there' },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [IAM_LOGIN_OFF],
    lacks: [IAM_LOGIN_ON],
    is: 'database-iam-off',
  },
  {
    of: ['proxy-sign-in'],
    shows: [/\bIAMAuth["']?\s?[:=]\s?["']?DISABLED\b|\biam_auth\s?=\s?"DISABLED"/],
    is: 'proxy-iam-off',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [
      /:dbuser:db-[A-Z\d]{10,40}\//i,
      /\bDbClusterResourceId["']?\s?[:=]\s?["']?cluster-[A-Z\d]{10,40}|\.cluster-(?:ro-)?[a-z\d]{8,20}\.[a-z\d-]{5,30}\.rds\.amazonaws\.com/i,
    ],
    lacks: [/:dbuser:(?:cluster-|\*)/i],
    is: 'database-cluster-id',
  },
  {
    of: ['model-operation-closed'],
    shows: [
      /"Value"\s?:\s?0(?:\.0{1,3})?(?![\d.])|\bapplied (?:account-level )?quota(?: value)?\s?(?:is|=|:)\s?0(?![\d.])/i,
    ],
    lacks: [/"Value"\s?:\s?(?:[1-9]|0\.[1-9])/],
    is: 'model-quota-zero',
  },
  {
    of: ['knowledge-base-collection'],
    shows: [/\baoss:(?:APIAccessAll|\*)/],
    sign: noSign(told(/\b(?:no|without|lacks?|missing|not)\b[^.]{1,40}\baoss:/i)),
    is: 'knowledge-base-data-access',
  },
  { of: ['replication-service-role'], sign: isReplicationRoleNamedOtherwise, is: 'replication-role-other-name' },
  {
    of: ['workflow-environment-failed'],
    tells:
      /(?:\b(?:no|without|not have|lacks?|has neither)|n['’]t have)\s(?:an?\s|any\s)?(?:NAT\b|internet gateway|route to the internet|VPC endpoints?)/i,
    lacks: [/\bcom\.amazonaws\.|\bvpce-|\bendpoints?\sfor\b|\bbut\b[^.\n]{1,60}\bendpoints?\b/i],
    is: 'workflow-network',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [
      /\bexecution[\s_-]?role/i,
      // The policy that is meant is with another role than the task’s.
      /\btask[\s_-]?role[^\n]{1,140}\b(?:only|just|(?:has|have)\sno|lacks|without)\b/i,
    ],
    lacks: [/\btask[\s_-]?role[^\n]{1,120}\b(?:has|allows?|with|includes?)\b[^\n.]{1,60}\brds-db:/i],
    is: 'database-login-of-task',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    shows: [/\bCREATE USER\b[^\n;]{1,80}\bIDENTIFIED BY\b/i],
    lacks: [/\bAWSAuthenticationPlugin\b/i],
    is: 'database-user-not-iam',
  },
  {
    of: ['database-iam-login', 'mysql-iam-login'],
    tells: /(?:\b(?:not|never|without|forgot|missing|lacks)\b|n['’]t\b)[^.]{1,40}\brds_iam\b/i,
    is: 'database-user-not-iam',
  },
  { of: ['secret-not-found'], sign: secretIsElsewhere, is: 'secret-in-another-region' },
  { of: ['authority-not-active'], shows: [/\bStatus["']?\s?[:=]\s?["']?DISABLED\b/], is: 'authority-disabled' },
  { of: ['authority-not-active'], shows: [/\bStatus["']?\s?[:=]\s?["']?EXPIRED\b/], is: 'authority-expired' },
  { of: ['identity-pool-login'], shows: [/\blogins\b[^\0]{1,160}?access_?token/i], is: 'identity-pool-access-token' },
  { of: ['device-discovery'], shows: [/"associatedClientDevices"\s?:\s?\[\s{0,8}\]/], is: 'device-not-associated' },
  { of: ['smtp-credentials'], sign: smtpOfOtherRegion, is: 'smtp-other-region' },
  {
    of: ['smtp-credentials'],
    shows: [/\bSMTP_?(?:AUTH_)?(?:USER(?:NAME)?|LOGIN)["']?\s?[:=]\s?["']?ASIA[A-Z\d]{6,}/i],
    is: 'smtp-temporary-key',
  },
  {
    of: ['smtp-credentials'],
    tells: either(
      /\b(?:temporary|session|role['’]s)\s(?:\w{1,12}\s)?(?:credentials|keys?)\b[^.]{1,60}\bSMTP\b/,
      /\bSMTP\b[^.]{1,60}\b(?:temporary|session|role['’]s)\s(?:credentials|keys?)\b/,
    ),
    is: 'smtp-temporary-key',
  },
  { of: ['smtp-credentials'], tells: SECRET_KEY_AS_PASSWORD, is: 'smtp-secret-key' },
  {
    of: ['api-authorizer-deny'],
    shows: [/\bevent(?:\.|\[["'])methodArn\b/],
    lacks: [
      /\b(?:authorizer)?_?(?:Result_?Ttl|resultsCacheTtl)\w{0,20}["']?\s?[:=]\s?(?:0\b|Duration\.seconds\(0\))/i,
      /["'`+/]\*\/\*|\/\*["'`]/,
    ],
    tells:
      /\b(?:first|one|another|other|second|different|next|later|then|after)\b[^.]{1,120}\b(?:fails?|403|not authorized|denied|refused|rejected|forbidden|works?|worked|passes|fine|ok)\b/i,
    is: 'authorizer-policy-cached',
  },
  {
    of: ['gateway-forbidden'],
    shows: [/\bapi_?key_?required["']?\s?[:=]\s?["']?true\b|^\s{2,40}private:\s?true\b/im],
    lacks: [/\bx-api-key\b/i],
    is: 'api-key-not-sent',
  },
  {
    of: ['function-url-forbidden'],
    shows: [
      /\bauth_?(?:orization_?)?type["']?\s?[:=]\s?["']?(?:FunctionUrlAuthType\.)?AWS_IAM\b/i,
      /\b(?:curl|wget|fetch\(|axios|requests\.(?:get|post|put)|Invoke-WebRequest|Postman)/,
    ],
    lacks: [/--aws-sigv4|\bawscurl\b|\bAWS4-HMAC|\bSigV4|\bsigned\b|\bsigning\b|\bsigns?\b|\bAWS4Auth\b/i],
    is: 'function-url-unsigned',
  },
  {
    of: ['rule-target-queue'],
    shows: [/\(AWS\.SimpleQueueService\.(?:NonExistentQueue|QueueDeletedRecently)\) when calling the Get/],
    is: 'rule-target-queue-gone',
  },
  {
    of: ['rule-target-queue'],
    tells: either(
      /\bqueue\s(?:was|has\sbeen|got)\s(?:deleted|removed|renamed)\b/,
      /\b(?:deleted|removed|renamed)\sthe\s(?:\w{1,12}\s)?queue\b/,
    ),
    is: 'rule-target-queue-gone',
  },
  {
    of: ['state-machine-log-delivery'],
    shows: [/\bCloudWatchLogsFullAccess\b|\blogs:(?:CreateLogDelivery|\*)/],
    sign: logGroupWithoutStar,
    is: 'state-machine-log-arn',
  },
  {
    of: ['state-machine-log-delivery', 'api-access-log-delivery', 'log-delivery-set-up'],
    sign: logPoliciesAreFull,
    is: 'log-policies-full',
  },
  {
    of: ['state-machine-log-delivery', 'api-access-log-delivery', 'log-delivery-set-up'],
    sign: logPolicyIsFull,
    is: 'log-policy-full',
  },
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
    tells:
      /\b(?:no|without(?:\san?)?|lacks\san?)\s(?:IAM\s?)?instance\s?profile\b|\bno\s(?:IAM\s)?role\s(?:is\s)?attached\b/i,
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
    shows: [IN_OPT_IN_REGION, OTHER_REGIONS_WORK],
    lacks: [ASIA, NO_REGION_WORKS],
    is: 'region-behind-credentials',
  },
  {
    of: ['session-token-missing'],
    shows: [/\bAWS_SECURITY_TOKEN\b/],
    // The AWS CLI and boto3 read the old name too.
    lacks: [/\bAWS_SESSION_TOKEN\b|\baws_session_token\b/, /\bAn error occurred \(\w{1,60}\) when calling the\b/],
    is: 'session-token-under-old-name',
  },
  {
    of: ['session-token-missing'],
    shows: [/\brole-to-assume["']?\s?:/],
    lacks: [/\baws-(?:access-key-id|secret-access-key)["']?\s?:/],
    is: 'job-with-old-keys',
  },
  {
    of: ['credentials-missing'],
    shows: [/(?:^|[$#>&;]\s?)sudo\s[^\n]{1,200}/m],
    lacks: [/\bsudo\s(?:-\w{1,10}\s){0,3}(?:-\w{0,5}E\b|--preserve-env\b)/],
    is: 'credentials-left-by-sudo',
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
    shows: [RETAINS_OBJECTS],
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
    sign: hasOwnRepositoryKey,
    tells: either(
      /\bclon(?:e|es|ed|ing)\b[^.\n]{1,120}\b(?:works?|worked|is fine|goes through)\b/,
      /(?<!\bno\s)\b(?:other|another|second|remaining)\s(?:repos?|repositor(?:y|ies))\b[^.\n]{1,60}\b(?:clon(?:e|es|ed)|pull(?:s|ed)?|fetch(?:es|ed)?)\s(?:all\s)?(?:fine|ok(?:ay)?|well|normally|without|cleanly)\b/,
      /(?<!\bno\s)\b(?:other|another|second|remaining)\s(?:repos?|repositor(?:y|ies))\b[^.\n]{1,80}\b(?:works?|worked|(?:is|are)\sfine|go(?:es)?\sthrough)\b/,
    ),
    is: 'repository-clone-key',
  },
]

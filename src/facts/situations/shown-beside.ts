import {
  tellingClauses,
  worksForATime,
  worksInAnotherAccount,
  worksWithout,
  writtenSentences,
} from '../../text/told-contrast'
import { madeAtOnce } from '../made-at-once'
import { worksAgain } from '../works-again'
import type { SaidSituation } from './find-says'
import { PRINTED_SIGNS } from './printed-signs'
import { SITUATIONS, type SituationId } from './situations'
import { saysNoTrust, tellsTrust } from './tells-trust'
import { isOfVariant, roleVariantOf, variantOf } from './variants'
import { WRITTEN_SIGNS } from './written-signs'

/** That a key of one's own encrypts it. */
const OWN_KEY =
  /\bSSE-KMS\b|\baws:kms\b|\bcustomer[\s-](?:managed\s)?(?:KMS\s)?key\b|\bCMK\b|\bKMSMasterKeyID\b|\b(?:KMS|encryption)\skey\b|\bsnapshot\sexports?\b/i

/** That the same passes where nothing is encrypted. */
const PASSES_UNENCRYPTED =
  /(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b[^\n.]{1,60}\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b|\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b[^\n.]{1,60}(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b/i

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

/** That a role was made. */
const MADE_ROLE =
  /\bcreate[-_]?role\b|\baws_iam_role\b|\bAWS::IAM::Role\b|\b(?:new|creat(?:ed?|es|ing))\s(?:\w{1,12}\s){0,3}role\b|\brole\s(?:\w{1,12}\s){0,3}created\b/i

/** The addresses that a name leads to inside a VPC, after a look at the name. */
const PRIVATE = String.raw`(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?!\d)`
const LEADS_INSIDE = new RegExp(
  String.raw`\b(?:dig|nslookup|host|getent\s\w{1,10})\s[^\n]{0,80}\.execute-api\.[^\n]{1,80}\n(?:[^\n]{0,80}\n){0,6}?[^\n]{0,60}${PRIVATE}|\.execute-api\.[^\n]{1,80}\s(?:resolves?|leads?|points?)\s(?:in)?to\s[^\n]{0,60}${PRIVATE}`,
  'i',
)

/** That the bucket locks each new object. */
const LOCKS_OBJECTS = /"ObjectLockEnabled"\s?:\s?"Enabled"|\bobject_lock_enabled\s?=\s?true\b|\bDefaultRetention\b/

/** For which host a token of a database was made. */
const TOKEN_FOR =
  /\bgenerate[-_]db[-_]auth[-_]token\b[^\n]{0,120}?(?:--hostname[ =]|\bDBHostname\s?=\s?)["']?([\w.-]{4,255})/gi

/** Was the token that is refused made for another name than the one that RDS gives the database? */
function isForAlias(text: string): boolean {
  const hosts = [...text.matchAll(TOKEN_FOR)].map(([, host = '']) => host.toLowerCase())
  return (
    hosts.length > 0 &&
    hosts.every((host) => host.includes('.') && !/\.rds\.amazonaws\.com(?:\.cn)?$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(host))
  )
}

/** That the role was deleted and made anew: a plan that replaces it, or words. */
const ROLE_REPLACED =
  /\baws_iam_role\.[^\n]{1,120}\bmust be replaced\b|-\/\+ resource "aws_iam_role"|\b(?:re-?creat|replac|rebuil[dt])\w{0,4}\s(?:\w{1,12}\s){0,3}role\b|\brole\s(?:[\w-]{1,64}\s){0,2}(?:was|is|got|has been)\s(?:(?:deleted|destroyed)\s(?:and|then)\s)?(?:re-?created|replaced|rebuilt|made again)\b|\b(?:deleted|destroyed)\s(?:\w{1,12}\s){0,3}role\s(?:and|then)\s(?:\w{1,12}\s){0,2}(?:re-?)?(?:created|made)\b/i

const CHANGED_AT = /\bLastModified\b[^\0]{1,300}?(\d{4}-\d\d-\d\dT\d\d:\d\d)/
const MADE_AT = /\bCreateDate\b[^\0]{1,120}?(\d{4}-\d\d-\d\dT\d\d:\d\d)/

/** Does the text say that the role was made again, or print that it was made after the function was set up with it? */
function isRoleReplaced(text: string): boolean {
  const [changed, made] = [CHANGED_AT.exec(text)?.[1] ?? '', MADE_AT.exec(text)?.[1] ?? '']
  return ROLE_REPLACED.test(text) || (changed !== '' && made > changed)
}

/** That the function has no key of its own. */
const KEY_OF_AWS =
  /\baws\/lambda\b|\bKMSKeyArn["']?\s{0,4}[:=]\s{0,4}(?:null|none|""|\(none)|\b(?:default|AWS[- ]managed)\s(?:KMS\s|Lambda\s|service\s){0,2}key\b|\bKMSKeyArn\b[^\n]{0,60}\n(?:[^\n]{0,80}\n){0,4}?\s{0,12}null\b/i

/** That people say so: then the grant on AWS’s key is all that can be wrong, unless the dates of both are shown. */
const NO_OWN_KEY = /\b(?:no|without(?:\san?)?)\s(?:own\s|custom\s)?(?:customer(?:[- ]managed)?|CMK|KMS)\skey\b/i

const PROVIDER = /\barn:aws[\w-]{0,12}:iam::(\d{12}):oidc-provider\//g
const TAKEN_ROLE =
  /(?<![a-z\d])(?:role[-_]?arn|role-to-assume)["']?\s{0,3}[:=]\s{0,3}["']?arn:aws[\w-]{0,12}:iam::(\d{12}):role\//gi

/** Is the role that the token is to get of another account than each provider that the text names? */
function isRoleElsewhere(text: string): boolean {
  const accounts = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, account]) => account))
  const [providers, roles] = [accounts(PROVIDER), accounts(TAKEN_ROLE)]
  return providers.size > 0 && roles.size === 1 && ![...roles].some((account) => providers.has(account))
}

/** The options that a mount of EFS had, as its helper logs them or as the command has them. */
const MOUNT_OPTIONS = /\boptions=\{([^}\n]{1,300})\}|(?<=\s)-t\sefs\s-o\s(\S{1,300})/g

/** The same in a file system table. */
const LISTED_OPTIONS = /\sefs\s{1,8}([\w,=.-]{3,200})\s{1,8}\d\s{1,8}\d\b/g

/** Were all mounts that the text shows made without the client's identity? A table, which can be another host's, tells where no mount does. */
function isAnonymousMount(text: string): boolean {
  const made = [...text.matchAll(MOUNT_OPTIONS)].map(([, logged, typed = '']) => logged ?? typed)
  const options = made.length > 0 ? made : [...text.matchAll(LISTED_OPTIONS)].map(([, listed = '']) => listed)
  return options.length > 0 && !options.some((one) => /\biam\b/.test(one))
}

const TARGET_QUEUE =
  /\bTARGET_ARN\b[^\n]{1,60}?(arn:aws[\w-]{0,12}:sqs:[a-z\d-]{5,30}:\d{12}:[\w-]{1,80}(?:\.fifo)?)(?![\w-])/g
const SHOWN_QUEUE =
  /\bQueueArn["']?\s?[:=]\s?["']?(arn:aws[\w-]{0,12}:sqs:[a-z\d-]{5,30}:\d{12}:[\w-]{1,80}(?:\.fifo)?)(?![\w-])/g

/** Are the attributes printed of the queue that a rule has as its target? Then it is there. */
function isTargetThere(text: string): boolean {
  const shown = new Set([...text.matchAll(SHOWN_QUEUE)].map(([, arn]) => arn))
  const targets = [...text.matchAll(TARGET_QUEUE)].map(([, arn]) => arn)
  return targets.length > 0 && targets.every((arn) => shown.has(arn))
}

/** A statement that is printed in one line, which lets a service write objects. */
const PRINTED_GRANT =
  /^[^\n]{0,120}"Allow"[^\n]{0,80}"Service"\s?:\s?"[\w.-]{3,60}\.amazonaws\.com"[^\n]{0,80}"s3:PutObject"/m

/** What a program can add to a request beside what its keys sign. */
const HEADER = /\bheaders?\b|\bcontent-type\b|\bx-[a-z]{2,20}-[a-z-]{2,30}\b/i

/** Does the same request pass with these keys where a header or an option is left out? */
function passesWithoutHeader(text: string): boolean {
  const sentences = writtenSentences(text)
  if (!HEADER.test(text)) return false
  if (worksWithout(sentences) !== null) return true
  const { works, fails } = tellingClauses(sentences)
  return works.length > 0 && fails.some((one) => HEADER.test(one))
}

/** What a text shows beside the sentence of a service. */
const SIGNS = {
  ...PRINTED_SIGNS,
  ...WRITTEN_SIGNS,
  'passes without encryption': (text) => PASSES_UNENCRYPTED.test(text),
  'own key': (text) => OWN_KEY.test(text),
  'has the permission': (text, _said, whole) => HAS_IT.test(text) || PRINTED_GRANT.test(whole),
  'a statement lets it write': (_text, _said, whole) => PRINTED_GRANT.test(whole),
  'works for a time': (_text, _said, whole) => worksForATime(writtenSentences(whole)) !== null,
  'passes without a header': (_text, _said, whole) => passesWithoutHeader(whole),
  'works in another account': (_text, _said, whole) => worksInAnotherAccount(writtenSentences(whole)) !== null,
  'policy is made at once': (_text, _said, whole) => madeAtOnce(whole) !== null,
  'role works elsewhere': (text) => ROLE_WORKS.test(text),
  'passes later': (text) => MADE_ROLE.test(text) && worksAgain(text) !== null,
  'no role of the cluster': (_text, _said, whole) => NO_ROLE_OF_CLUSTER.test(whole),
  'no role of the account': (_text, _said, whole) => NO_ROLE_OF_ACCOUNT.test(whole),
  'role trusts the service': tellsTrust,
  'name leads into the VPC': (text) => LEADS_INSIDE.test(text),
  'bucket locks objects': (text) => LOCKS_OBJECTS.test(text),
  'token of an alias': isForAlias,
  'role was replaced': isRoleReplaced,
  'key of AWS': (text) => KEY_OF_AWS.test(text),
  'no key of its own': (text) => NO_OWN_KEY.test(text) && !CHANGED_AT.test(text),
  'role of another account': isRoleElsewhere,
  'mount without identity': isAnonymousMount,
  'target queue is there': isTargetThere,
} as const satisfies Readonly<Record<string, (text: string, said: SaidSituation, whole: string) => boolean>>

type Sign = keyof typeof SIGNS

/** Does a sentence say only that the role of a service lacks a permission? */
const saysRoleLacks = (id: SituationId): boolean => {
  const { decides, refused } = SITUATIONS[id]
  return decides === 'identity' && refused === 'given-role'
}

/** Does a sentence speak of the use of a KMS key? */
const isOfKey = (id: SituationId): boolean => {
  const { decides, service, actions = [] } = SITUATIONS[id]
  return (
    decides !== 'none' && (service === 'kms' || (actions.length > 0 && actions.every((one) => one.startsWith('kms:'))))
  )
}

/** What a sentence means where all of these signs stand beside it. */
interface Beside {
  /** These rows, or each of a kind. */
  readonly of: readonly SituationId[] | ((id: SituationId) => boolean)
  readonly signs: readonly Sign[]
  readonly is: SituationId
}

const row = (of: Beside['of'], signs: readonly Sign[], is: SituationId): Beside => ({ of, signs, is })

/** Whose KMS key refuses where what the row names first is there. */
const keyBeside = (of: SituationId, is: SituationId): readonly Beside[] => [
  row([of], ['passes without encryption'], is),
  row([of], ['own key', 'has the permission'], is),
  row([of], ['own key', 'role works elsewhere'], is),
]

/** The rows; the first of which all signs are seen tells. */
const BESIDE: readonly Beside[] = [
  row(['session-key'], ['ciphertext refused'], 'session-ciphertext'),
  row(isOfKey, ['key is to be deleted'], 'kms-key-printed-to-delete'),
  row(isOfKey, ['key is off'], 'kms-key-printed-off'),
  ...keyBeside('flow-logs-bucket', 'flow-logs-key'),
  row(['flow-logs-access-error'], ['own key', 'a statement lets it write'], 'flow-logs-key'),
  ...keyBeside('datasync-location', 'datasync-location-key'),
  ...keyBeside('logs-may-not-deliver', 'logs-delivery-key'),
  ...keyBeside('load-balancer-logs', 'load-balancer-logs-key'),
  row(saysNoTrust, ['role is gone'], 'role-gone'),
  row(saysNoTrust, ['passes later'], 'role-was-new'),
  row(['airflow-role-reads-bucket'], ['policy is made at once'], 'airflow-role-policy-late'),
  row(saysRoleLacks, ['policy is made at once'], 'role-policy-late'),
  row(saysRoleLacks, ['works in another account'], 'role-limited-in-account'),
  // What else a role needs before its service can use it.
  row(['warehouse-role'], ['cluster has other roles'], 'warehouse-role-unlisted'),
  row(['warehouse-role'], ['no role of the cluster'], 'warehouse-role-unlisted'),
  row(['device-service-role'], ['no role of the account'], 'device-role-not-associated'),
  row(['warehouse-role'], ['role works elsewhere'], 'warehouse-role-unlisted'),
  row(['device-service-role'], ['role works elsewhere'], 'device-role-not-associated'),
  row(saysNoTrust, ['role works elsewhere'], 'role-works-elsewhere'),
  row(['warehouse-role'], ['role trusts the service'], 'warehouse-role-unlisted'),
  row(['device-service-role'], ['role trusts the service'], 'device-role-not-associated'),
  row(saysNoTrust, ['role trusts the service'], 'role-trusts-service'),
  row(
    ['api-key-of-no-plan', 'api-key-missing', 'gateway-forbidden'],
    ['name leads into the VPC'],
    'gateway-behind-private-dns',
  ),
  row(['efs-mount-denied'], ['mount without identity'], 'efs-mount-anonymous'),
  row(['rule-target-queue'], ['target queue is there'], 'rule-target-queue-there'),
  row(['recorder-bucket'], ['bucket locks objects'], 'recorder-bucket-locked'),
  row(['database-iam-login', 'mysql-iam-login'], ['works for a time'], 'database-token-ended'),
  row(['secret-key-wrong', 'signature-changed-on-the-way'], ['passes without a header'], 'header-breaks-signature'),
  row(['database-iam-login'], ['token of an alias'], 'database-token-of-alias'),
  row(['key-of-function-environment'], ['role was replaced', 'key of AWS'], 'function-grant-of-old-role'),
  row(['key-of-function-environment'], ['no key of its own'], 'function-grant-of-old-role'),
  row(['database-iam-login'], ['database token is old'], 'database-token-ended'),
  row(['credentials-missing', 'metadata-token-required'], ['container behind one hop'], 'container-behind-one-hop'),
  row(['credentials-missing'], ['container on an instance with a role'], 'container-without-credentials'),
  row(['credentials-missing'], ['job may not ask for a token'], 'github-oidc-permission'),
  row(['session-token-missing'], ['keys of a role without their token'], 'role-keys-without-token'),
  row(['region-behind-credentials'], ['Region is on'], 'global-token-in-opt-in-region'),
  row(['graphql-no-header'], ['API key has ended'], 'graphql-key-ended'),
  row(['global-token-in-opt-in-region'], ['keys of no session'], 'region-off-for-user-keys'),
  row(['cost-explorer-off'], ['account is alone'], 'cost-explorer-never-opened'),
  row(['log-delivery-set-up'], ['caller is administrator'], 'log-destination-full'),
  row(['lake-formation-grant'], ['adapter of dbt'], 'lake-grant-of-adapter'),
  row(['queue-missing-or-hidden'], ['found with its owner'], 'queue-of-another-account'),
  row(['emr-service-role-lacks'], ['a subnet lacks the tag'], 'emr-network-untagged'),
  row(['emr-service-role-lacks'], ['passes another role'], 'emr-passes-other-role'),
  row(['replication-service-role'], ['role is named otherwise'], 'replication-role-other-name'),
  row(['transcribe-bucket'], ['key is coded'], 'object-key-coded'),
  row(['transfer-role-writes', 'transfer-role'], ['target is no bucket'], 'transfer-target-of-no-bucket'),
  row(['identity-provider-missing'], ['role of another account'], 'identity-provider-of-role-account'),
]

const TOLD_BESIDE: ReadonlySet<SituationId> = new Set(BESIDE.map(({ is }) => is))

/** Is it a row that signs beside a sentence tell, and not the sentence alone? */
export const isToldBeside = (id: SituationId): boolean => TOLD_BESIDE.has(id) || isOfVariant(id)

/** What a sentence of a service means beside what else the text shows: its own row, or one that says more. */
export function shownBeside(text: string, said: SaidSituation, whole = text): SituationId {
  const seen = { text, said, whole }
  const ofRole = roleVariantOf(seen)
  if (ofRole !== null) return ofRole
  const found = BESIDE.find(
    ({ of, signs }) =>
      (typeof of === 'function' ? of(said.id) : of.includes(said.id)) &&
      signs.every((sign) => SIGNS[sign](text, said, whole)),
  )
  return found?.is ?? variantOf(seen) ?? said.id
}

import { either } from '../../../../text/either'
import type { SituationId } from '../../situations'
import { isKeyElsewhere } from '../found-elsewhere'
import {
  copiesWithDefaultKey,
  hasOwnRepositoryKey,
  isCiphertextRefused,
  isKeyOff,
  isKeyToBeDeleted,
  NO_KMS_KEY,
  keyPolicyDelegates,
} from '../key-signs'
import { isRoleReplaced, ROLE_WORKS } from '../role-signs'
import { isOfKey } from '../row-kinds'
import type { BesideRow } from '../beside-row'

/** That a key of one's own encrypts it. */
const OWN_KEY = either(
  /\bSSE-KMS\b/,
  /\baws:kms\b/,
  /\bcustomer[\s-](?:managed\s)?(?:KMS\s)?key\b/,
  /\bCMK\b/,
  /\bKMSMasterKeyID\b/,
  /\b(?:KMS|encryption)\skey\b/,
  /\bsnapshot\sexports?\b/,
)

const PASSES = String.raw`(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b`

const UNENCRYPTED = String.raw`\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b`

/** That the same passes where nothing is encrypted. */
const PASSES_UNENCRYPTED = either(
  new RegExp(String.raw`${PASSES}[^\n.]{1,60}${UNENCRYPTED}`),
  new RegExp(String.raw`${UNENCRYPTED}[^\n.]{1,60}${PASSES}`),
)

/** That a policy has the permission already. */
const HAS_IT = either(
  /\b(?:bucket|role)(?:['’]s)?\s(?:policy\s)?(?:already\s)?(?:has|holds|contains|allows|grants|includes)\b(?!\s(?:no|to)\b)/,
  /\b(?:bucket|role)(?:['’]s)?\spolicy\sis\s(?:identical|the\ssame|unchanged|fine|correct|right|ok|as\s(?:documented|in\sthe\sdocs))\b/,
)

/** That the function has no key of its own. */
const KEY_OF_AWS = either(
  /\baws\/lambda\b/,
  /\bKMSKeyArn["']?\s{0,4}[:=]\s{0,4}(?:null|none|""|\(none)/,
  /\b(?:default|AWS[- ]managed)\s(?:KMS\s|Lambda\s|service\s){0,2}key\b/,
  /\bKMSKeyArn\b[^\n]{0,60}\n(?:[^\n]{0,80}\n){0,4}?\s{0,12}null\b/,
)

/** That people say so: then the grant on AWS’s key is all that can be wrong, unless the dates of both are shown. */
const NO_OWN_KEY = either(
  /\b(?:no|without(?:\san?)?|n['’]t\s(?:set|use|have|configure)(?:\san?)?)\s(?:own\s|custom\s|separate\s|special\s){0,2}(?:customer(?:[- ]managed)?\s|CMK\s|KMS\s|own\s|custom\s)key\b/i,
  /\b(?:uses?|using|has|with|on|is|it['’]s|just|only)\s(?:just\s|only\s)?the\sdefault\s(?:(?:AWS|Lambda|KMS|managed|service|encryption)\s){0,3}key\b/i,
)

/** A statement that is printed in one line, which lets a service write objects. */
const PRINTED_GRANT =
  /^[^\n]{0,120}"Allow"[^\n]{0,80}"Service"\s?:\s?"[\w.-]{3,60}\.amazonaws\.com"[^\n]{0,80}"s3:PutObject"/m

const CHANGED_AT = /\bLastModified\b/

/** Whose KMS key refuses where what the row names first is there. */
const keyBeside = (of: SituationId, is: SituationId): readonly BesideRow[] => [
  { of: [of], shows: [PASSES_UNENCRYPTED], is },
  ...[HAS_IT, PRINTED_GRANT, ROLE_WORKS].map((one) => ({ of: [of], shows: [OWN_KEY, one], lacks: [NO_KMS_KEY], is })),
]

/** What a sentence of a KMS key, or of what it encrypts, means beside what else the text shows. */
export const KMS_KEY_ROWS: readonly BesideRow[] = [
  {
    of: ['policy-principal-gone'],
    shows: [
      /\bInvalid principal in policy:?\s?["']?(?:AWS["']?\s?:\s?["']?)?arn:aws[\w-]{0,12}:(?:iam|sts)::[^\s"':]{1,12}:(?!root\b)[\w+=,.@/-]{1,200}\*/,
    ],
    is: 'policy-principal-wildcard',
  },
  {
    of: ['policy-principal-gone'],
    shows: [
      /\bInvalid principal in policy:?\s?["']?(?:AWS["']?\s?:\s?["']?)?arn:aws[\w-]{0,12}:iam::\d{12}:role\/AWSReservedSSO_/,
    ],
    is: 'policy-principal-without-path',
  },
  { of: ['key-of-launch'], shows: [/\bAWSServiceRoleForAutoScaling_\w/], is: 'key-of-launch-of-group' },
  {
    of: ['key-of-launch'],
    shows: [
      /\bstart-instances\b|\bStartInstances\b|\bstart_instances\b|\bstarts?\s(?:it|the\sinstance|an?\sinstance)\b/,
    ],
    lacks: [/\bauto\s?scaling\b|\bASG\b|\bspot\b|\bfleet\b|\bnode\s?group\b|\bkarpenter\b|\bAWSServiceRoleFor/i],
    is: 'key-of-start',
  },
  {
    of: ['key-looked-up-here'],
    shows: [
      /\bAlias\s["'`]?(?:arn:aws[\w-]{0,12}:kms:[\w-]{1,20}:\d{12}:)?alias\/aws\/[\w-]{1,40}["'`]?\sis\snot\sfound\b/,
    ],
    is: 'managed-key-not-made',
  },
  // The key’s state, and its ciphertexts.
  { of: ['session-key'], sign: isCiphertextRefused, is: 'session-ciphertext' },
  { of: isOfKey, sign: isKeyToBeDeleted, is: 'kms-key-printed-to-delete' },
  { of: isOfKey, sign: isKeyOff, is: 'kms-key-printed-off' },
  // Where a service delivers, with a key on the bucket.
  ...keyBeside('flow-logs-bucket', 'flow-logs-key'),
  { of: ['flow-logs-access-error'], shows: [OWN_KEY, PRINTED_GRANT], lacks: [NO_KMS_KEY], is: 'flow-logs-key' },
  ...keyBeside('datasync-location', 'datasync-location-key'),
  ...keyBeside('logs-may-not-deliver', 'logs-delivery-key'),
  ...keyBeside('load-balancer-logs', 'load-balancer-logs-key'),
  // Key policies, and copies to another account.
  { of: ['key-policy-lockout'], sign: keyPolicyDelegates, is: 'key-lockout-caller-lacks' },
  { of: ['key-not-accessible'], sign: copiesWithDefaultKey, is: 'copy-with-default-key' },
  {
    of: ['key-of-snapshot'],
    sign: copiesWithDefaultKey,
    lacks: [/\b(?:target|destination)\s(?:snapshot|cluster|instance) KMS key\b/i],
    is: 'copy-with-default-key',
  },
  // Lambda, GuardDuty, RDS, CodeCommit.
  { of: ['key-of-function-environment'], shows: [KEY_OF_AWS], sign: isRoleReplaced, is: 'function-grant-of-old-role' },
  {
    of: ['key-of-function-environment'],
    shows: [NO_OWN_KEY],
    lacks: [CHANGED_AT],
    is: 'function-grant-of-old-role',
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
    of: ['key-of-database', 'key-of-new-database'],
    sign: isKeyElsewhere,
    is: 'key-of-another-region',
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

import { DECIDED, isDecided } from './decided-beside'
import type { SituationId } from './situations'
import { SITUATIONS } from './situations'
import {
  allSigns,
  bucketIsMissing,
  type Beside,
  anySign,
  noSign,
  objectIsMissing,
  objectIsThere,
  ownKeyIsSet,
  printed,
  roleIsGone,
  roleIsJustMade,
  type TellingSign,
  storageAllowedWithoutKey,
  told,
  toldLack,
} from './signs'
import {
  logGroupWithoutStar,
  logPoliciesAreFull,
  replicationRoleIsNamedOtherwise,
  secretIsElsewhere,
  smtpOfOtherRegion,
} from './service-signs'
import { printsTrust, saysNoTrust, tellsTrust } from './tells-trust'

/** One cause of a sentence that can have several, where the text beside it tells that it is this one. */
interface Variant {
  /** These rows, or each of a kind. */
  readonly of: readonly SituationId[] | ((id: SituationId) => boolean)
  readonly sign: TellingSign
  readonly is: SituationId
}

const variant = (of: Variant['of'], sign: TellingSign, is: SituationId): Variant => ({ of, sign, is })

/** Rows that can also mean that a role isn’t there. */
const ROLE_MAY_LACK: ReadonlySet<SituationId> = new Set<SituationId>([
  'emr-role',
  'prescribed-role-unfit',
  'role-refused',
  'service-role-unfit',
])

const mayLackRole = (id: SituationId): boolean => saysNoTrust(id) || ROLE_MAY_LACK.has(id)

/** Is a bucket what a policy has to let somebody into? */
const isOfBucket = (id: SituationId): boolean => {
  const { decides, actions = [] } = SITUATIONS[id]
  return (
    (decides === 'identity' || decides === 'resource') &&
    actions.length > 0 &&
    actions.every((one) => one.startsWith('s3:'))
  )
}

/** Does the role that a service was given read or write objects there? */
const isOfRoleAtBucket = (id: SituationId): boolean =>
  isOfBucket(id) && SITUATIONS[id].decides === 'identity' && SITUATIONS[id].refused === 'given-role'

const readsObject = (id: SituationId): boolean =>
  isOfBucket(id) && (SITUATIONS[id].actions ?? []).includes('s3:GetObject')

const trusts: TellingSign = ({ text, said, whole }) => tellsTrust(text, said) || printsTrust(whole, said)

/** Whether the role is there comes before all else that could be said of it. */
const OF_ROLES: readonly Variant[] = [
  variant(mayLackRole, roleIsGone, 'role-gone'),
  variant(saysNoTrust, allSigns(roleIsJustMade, trusts), 'role-just-made'),
]

const VARIANTS: readonly Variant[] = [
  variant(
    ['kafka-sign-in', 'kafka-refused'],
    told(
      /\b(?:allow(?:s|ed)?|has|have|grants?|with)\s[^.\n]{0,30}\bkafka-cluster:\*[^.\n]{0,40}\bon\s(?:["'`]?\*|all\b|every|any\b)/i,
    ),
    'kafka-limited-in-account',
  ),
  variant(
    ['global-token-in-opt-in-region', 'region-behind-credentials'],
    printed(/\bSTS: AssumeRole\b|\bwhen calling the AssumeRole operation/),
    'region-off-for-assuming',
  ),
  variant(isOfBucket, bucketIsMissing, 'bucket-not-there'),
  variant(readsObject, objectIsMissing, 'object-not-there'),
  variant(['transcribe-bucket'], objectIsThere, 'media-file-there'),
  variant(['training-data', 'training-input'], objectIsThere, 'training-data-there'),
  variant(isOfRoleAtBucket, allSigns(ownKeyIsSet, storageAllowedWithoutKey), 'stored-data-key'),
  variant(
    ['training-image'],
    printed(/\(ImageNotFoundException\)|\(RepositoryNotFoundException\)/),
    'training-image-missing',
  ),
  variant(['training-image'], printed(/"imageDigest"\s?:\s?"sha256:/), 'training-image-there'),
  variant(
    ['database-iam-login', 'mysql-iam-login'],
    allSigns(
      printed(
        /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?false\b|\biam_database_authentication_enabled\s?=\s?false\b|\bEnableIAMDatabaseAuthentication["']?:\s?["']?false\b/i,
      ),
      noSign(
        printed(
          /\bIAMDatabaseAuthenticationEnabled["']?\s?[:=]?\s?true\b|\biam_database_authentication_enabled\s?=\s?true\b/i,
        ),
      ),
    ),
    'database-iam-off',
  ),
  variant(
    ['proxy-sign-in'],
    printed(/\bIAMAuth["']?\s?[:=]\s?["']?DISABLED\b|\biam_auth\s?=\s?"DISABLED"/),
    'proxy-iam-off',
  ),
  variant(
    ['database-iam-login', 'mysql-iam-login'],
    allSigns(
      printed(/:dbuser:db-[A-Z\d]{10,40}\//i),
      printed(
        /\bDbClusterResourceId["']?\s?[:=]\s?["']?cluster-[A-Z\d]{10,40}|\.cluster-(?:ro-)?[a-z\d]{8,20}\.[a-z\d-]{5,30}\.rds\.amazonaws\.com/i,
      ),
      noSign(printed(/:dbuser:(?:cluster-|\*)/i)),
    ),
    'database-cluster-id',
  ),
  variant(
    ['model-operation-closed'],
    allSigns(
      printed(
        /"Value"\s?:\s?0(?:\.0{1,3})?(?![\d.])|\bapplied (?:account-level )?quota(?: value)?\s?(?:is|=|:)\s?0(?![\d.])/i,
      ),
      noSign(printed(/"Value"\s?:\s?(?:[1-9]|0\.[1-9])/)),
    ),
    'model-quota-zero',
  ),
  variant(
    ['knowledge-base-collection'],
    allSigns(
      printed(/\baoss:(?:APIAccessAll|\*)/),
      noSign(toldLack(/\b(?:no|without|lacks?|missing|not)\b[^.]{1,40}\baoss:/i)),
    ),
    'knowledge-base-data-access',
  ),
  variant(['replication-service-role'], replicationRoleIsNamedOtherwise, 'replication-role-other-name'),
  variant(
    ['workflow-environment-failed'],
    allSigns(
      toldLack(
        /\b(?:no|without|n['’]t have|not have|lacks?|has neither)\s(?:an?\s|any\s)?(?:NAT\b|internet gateway|route to the internet|VPC endpoints?)/i,
      ),
      noSign(printed(/\bcom\.amazonaws\.|\bvpce-|\bendpoints?\sfor\b|\bbut\b[^.\n]{1,60}\bendpoints?\b/i)),
    ),
    'workflow-network',
  ),
  variant(
    ['database-iam-login', 'mysql-iam-login'],
    anySign(
      allSigns(
        printed(/\bCREATE USER\b[^\n;]{1,80}\bIDENTIFIED BY\b/i),
        noSign(printed(/\bAWSAuthenticationPlugin\b/i)),
      ),
      toldLack(/(?:\b(?:not|never|without|forgot|missing|lacks)\b|n['’]t\b)[^.]{1,40}\brds_iam\b/i),
    ),
    'database-user-not-iam',
  ),
  variant(['secret-not-found'], secretIsElsewhere, 'secret-in-another-region'),
  variant(['authority-not-active'], printed(/\bStatus["']?\s?[:=]\s?["']?DISABLED\b/), 'authority-disabled'),
  variant(['authority-not-active'], printed(/\bStatus["']?\s?[:=]\s?["']?EXPIRED\b/), 'authority-expired'),
  variant(['identity-pool-login'], printed(/\blogins\b[^\0]{1,160}?access_?token/i), 'identity-pool-access-token'),
  variant(['device-discovery'], printed(/"associatedClientDevices"\s?:\s?\[\s{0,8}\]/), 'device-not-associated'),
  variant(['smtp-credentials'], smtpOfOtherRegion, 'smtp-other-region'),
  variant(
    ['smtp-credentials'],
    anySign(
      printed(/\bSMTP_?(?:AUTH_)?(?:USER(?:NAME)?|LOGIN)["']?\s?[:=]\s?["']?ASIA[A-Z\d]{6,}/i),
      told(
        /\b(?:temporary|session|role['’]s)\s(?:\w{1,12}\s)?(?:credentials|keys?)\b[^.]{1,60}\bSMTP\b|\bSMTP\b[^.]{1,60}\b(?:temporary|session|role['’]s)\s(?:credentials|keys?)\b/i,
      ),
    ),
    'smtp-temporary-key',
  ),
  variant(
    ['smtp-credentials'],
    told(
      /\b(?:secret\s(?:access\s)?key|secretAccessKey|AWS_SECRET_ACCESS_KEY)\b[^.]{1,40}\b(?:as|for)\s(?:the\s|my\s|an?\s)?(?:SMTP\s)?password\b|(?<![a-z])password\b[^.]{1,30}\b(?:is|=|to|as|from)\s(?:the\s|my\s|an?\s|its\s)?(?:IAM\s|user['’]s\s){0,2}(?:secret\s(?:access\s)?key|secretAccessKey|AWS_SECRET_ACCESS_KEY)\b/i,
    ),
    'smtp-secret-key',
  ),
  variant(
    ['api-authorizer-deny'],
    allSigns(
      printed(/\bevent(?:\.|\[["'])methodArn\b/),
      noSign(
        printed(
          /\b(?:authorizer)?_?(?:Result_?Ttl|resultsCacheTtl)\w{0,20}["']?\s?[:=]\s?(?:0\b|Duration\.seconds\(0\))/i,
        ),
      ),
      noSign(printed(/["'`+/]\*\/\*|\/\*["'`]/)),
      toldLack(
        /\b(?:first|one|another|other|second|different|next|later|then|after)\b[^.]{1,120}\b(?:fails?|403|not authorized|denied|refused|rejected|forbidden|works?|worked|passes|fine|ok)\b/i,
      ),
    ),
    'authorizer-policy-cached',
  ),
  variant(
    ['gateway-forbidden'],
    allSigns(
      printed(/\bapi_?key_?required["']?\s?[:=]\s?["']?true\b|^\s{2,40}private:\s?true\b/im),
      noSign(printed(/\bx-api-key\b/i)),
    ),
    'api-key-not-sent',
  ),
  variant(
    ['function-url-forbidden'],
    allSigns(
      printed(/\bauth_?(?:orization_?)?type["']?\s?[:=]\s?["']?(?:FunctionUrlAuthType\.)?AWS_IAM\b/i),
      printed(/\b(?:curl|wget|fetch\(|axios|requests\.(?:get|post|put)|Invoke-WebRequest|Postman)/),
      noSign(printed(/--aws-sigv4|\bawscurl\b|\bAWS4-HMAC|\bSigV4|\bsigned\b|\bsigning\b|\bsigns?\b|\bAWS4Auth\b/i)),
    ),
    'function-url-unsigned',
  ),
  variant(
    ['rule-target-queue'],
    anySign(
      printed(/\(AWS\.SimpleQueueService\.(?:NonExistentQueue|QueueDeletedRecently)\) when calling the Get/),
      toldLack(
        /\bqueue\s(?:was|has\sbeen|got)\s(?:deleted|removed|renamed)\b|\b(?:deleted|removed|renamed)\sthe\s(?:\w{1,12}\s)?queue\b/i,
      ),
    ),
    'rule-target-queue-gone',
  ),
  variant(
    ['state-machine-log-delivery'],
    allSigns(logGroupWithoutStar, printed(/\bCloudWatchLogsFullAccess\b|\blogs:(?:CreateLogDelivery|\*)/)),
    'state-machine-log-arn',
  ),
  variant(
    ['state-machine-log-delivery', 'api-access-log-delivery', 'log-delivery-set-up'],
    logPoliciesAreFull,
    'log-policies-full',
  ),
  ...DECIDED.map((row) => variant(row.of, (seen) => isDecided(row, seen), row.is)),
]

const OF_VARIANTS: ReadonlySet<SituationId> = new Set([...OF_ROLES, ...VARIANTS].map(({ is }) => is))

/** Is it a row that a sentence has only by what stands beside it? */
export const isOfVariant = (id: SituationId): boolean => OF_VARIANTS.has(id)

const firstOf = (variants: readonly Variant[], seen: Beside): SituationId | null => {
  const { id } = seen.said
  const found = variants.find(({ of, sign }) => (typeof of === 'function' ? of(id) : of.includes(id)) && sign(seen))
  return found?.is ?? null
}

/** What the text tells of the role that a service is to use: that it is gone, or too new. */
export const roleVariantOf = (seen: Beside): SituationId | null => firstOf(OF_ROLES, seen)

/** The one cause that the text beside a sentence tells; null where nothing tells it. */
export const variantOf = (seen: Beside): SituationId | null => firstOf(VARIANTS, seen)

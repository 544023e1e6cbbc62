import { either } from '../../../text/either'
import type { SituationShape } from '../situation-row'

/** What keeps the passwords of Git. */
const KEEPERS_OF_PASSWORDS = [
  'osxkeychain',
  'keychain',
  'credential-manager',
  'credential.helper=manager',
  'credential.helper manager',
  'credential.helper store',
  'wincred',
  // Git of macOS asks its key chain before any helper of one's own.
  'macos … credential-helper',
  'darwin … credential-helper',
]

/** Errors that any service, client or other provider can answer with. Ordered: the first that is seen names the error. */
export const GENERAL_SHAPES = {
  'dry-run-passed': {
    decides: 'none',
    overrules: 'codes',
    codes: ['DryRunOperation'],
    pattern: /\bRequest\swould\shave\ssucceeded,\sbut\sDryRun\sflag\sis\sset/i,
  },
  'block-public-access': {
    decides: 'none',
    ofDenial: true,
    pattern: /\b(?:by|in|of)\s(?:the\s(?:\w+\ssetting\sin\s)?)?S3\sBlock\sPublic\sAccess/i,
  },
  'object-lock': {
    decides: 'none',
    ofDenial: true,
    says: ['Access Denied because object protected by object lock'],
  },
  'object-lock-in-governance': {
    decides: 'none',
    ofDenial: true,
    near: ['governance'],
    says: ['Access Denied because object protected by object lock'],
  },
  'role-not-assumable': {
    decides: 'trust',
    isPerhapsWithoutRole: true,
    ofDenial: true,
    pattern:
      /\bcannot\sbe\sassumed\b|\bunable\sto\sassume\s(?:the\s)?(?:provided\s)?role|\bto\sassume\s(?:the\s(?:provided\s|associated\s)?)?role|\bassume\srole\sarn:/i,
  },
  'secret-not-there': {
    decides: 'identity',
    service: 'secretsmanager',
    refused: 'caller',
    ofDenial: true,
    pattern: /\bsecretsmanager:\w{3,40}\son\sresource:\s?["']?(?!arn:|[*$<])[\w/]/,
  },
  'service-may-not-assume': {
    decides: 'trust',
    isPerhapsWithoutRole: true,
    refused: 'service',
    actions: ['sts:AssumeRole'],
  },
  'role-was-new': { decides: 'none', isUsual: true },
  'kms-key-printed-to-delete': { decides: 'none', isUsual: true, service: 'kms' },
  'kms-key-printed-off': { decides: 'none', isUsual: true, service: 'kms' },
  'role-trusts-service': { decides: 'open', isUsual: true },
  'role-works-elsewhere': { decides: 'open', isUsual: true },
  'role-policy-late': { decides: 'none', isUsual: true, refused: 'given-role' },
  'role-limited-in-account': { decides: 'scp', isUsual: true, isBesideCall: true },
  'service-role-lacks': {
    decides: 'identity',
    refused: 'given-role',
  },
  'service-refused-by-resource': {
    decides: 'resource',
    refused: 'service',
  },
  'thing-policy-refuses': { decides: 'resource', isUsual: true },
  'service-role-unfit': {
    decides: 'trust',
    isPerhapsWithoutRole: true,
    refused: 'service',
  },
  'prescribed-role-unfit': { decides: 'trust', isPerhapsWithoutRole: true, refused: 'service' },
  'prescribed-role-lacks': { decides: 'identity', refused: 'given-role' },
  'service-refused-somewhere': {
    decides: 'open',
    ofDenial: true,
    refused: 'service',
  },
  'address-refused': { decides: 'open', ofDenial: true, refused: 'caller' },
  'key-refused-somewhere': {
    decides: 'resource',
    service: 'kms',
    refused: 'service',
    ofDenial: true,
  },
  'caller-lacks-for-service': {
    decides: 'identity',
    refused: 'caller',
  },
  'kms-key-pending-deletion': {
    decides: 'none',
    pattern: /\b(?:KMS|key)\b[^\n]{0,200}\sis\spending\s(?:replica\s)?deletion\b/i,
  },
  'kms-key-state': {
    decides: 'none',
    codes: ['KMSInvalidStateException', 'KeyUnavailableException'],
    pattern: /\bKMS\skey\s(?:used\sto\s(?:en|de)crypt[^\n.]{0,60}\s)?is\sin\san\sinvalid\sstate\b/i,
  },
  'kms-key-disabled': {
    decides: 'none',
    codes: ['DisabledException'],
    pattern: /:key\/[\w-]{1,80}\sis\sdisabled\b|\bKMS\skey\s(?:used\sto\s(?:en|de)crypt[^\n.]{0,60}\s)?is\sdisabled\b/i,
  },
  'database-permissions': {
    decides: 'none',
    speaker: 'other',
    pattern:
      /\bpermission\sdenied\sfor\s(?:relation|schema|table|database|function|sequence|view|language|column|type|foreign)\b|\bAccess\sdenied\sfor\suser\s'[^'\n]{1,80}'@|\bcommand\sdenied\sto\suser\s'|\bpassword\sauthentication\sfailed\sfor\suser\b|\bSQL\saccess\scontrol\serror\b|\bERROR:\s{1,3}permission\sdenied\s(?:for|to)\s(?!perform\b|user:)|\bRLS-protected\srelation\b/i,
  },
  'operating-system': {
    decides: 'none',
    speaker: 'other',
    refused: 'caller',
    says: [
      'PermissionError: [Errno 13] Permission denied',
      'EACCES: permission denied',
      'Got permission denied while trying to connect to the Docker daemon socket',
      'permission denied while trying to connect to the Docker daemon socket',
      'FileNotFoundException: * Permission denied',
      'Access is denied. * E_ACCESSDENIED',
      'Access to the path * is denied',
      'java.nio.file.AccessDeniedException: /{path}',
    ],
    pattern: either(
      // What C's library, Python and Windows call it.
      /\bPermission\sdenied\s\(13\b|\(13:\sPermission\sdenied\)|\[Errno\s13\]\sPermission\sdenied|\bEACCES\b|\bE_ACCESSDENIED\b/,
      /\bpermission\sdenied\swhile\strying\sto\sconnect\sto\sthe\sDocker\b|\.sock:\sconnect:\spermission\sdenied/,
      // Shells, and the commands that change files.
      /\b(?:ba|z|da)?sh:\s[^\n:]{1,200}:\spermission\sdenied|\.sh:\sPermission\sdenied\b/,
      /(?:^|\s)(?:mkdir|rmdir|chmod|chown|chgrp|touch|mv|rm|ln|tee|tar|install):\s(?![^\n]{0,300}(?:\befs\b|\bs3\b|\bfsx\b))[^\n]{1,300}:\s(?:Permission\sdenied|Operation\snot\spermitted)\b/,
      /\bcannot\s(?:create|open|access|remove|stat|touch)\s[^\n:]{0,20}['\u2018]?\/(?:etc|usr|var|home|root|tmp)\/[^\n:]{1,200}:\sPermission\sdenied/,
      /\bopen\s\/[^\s:]{1,300}:\spermission\sdenied/,
    ),
  },
  'wrong-region': {
    decides: 'none',
    overrules: 'codes',
    codes: ['PermanentRedirect', 'IllegalLocationConstraintException', 'TemporaryRedirect'],
    pattern:
      /\bmust\sbe\saddressed\susing\sthe\sspecified\sendpoint|\bthe\sregion\s'[\w-]{3,20}'\sis\swrong;\sexpecting\s'[\w-]{3,20}'/i,
  },
  'mfa-code-rejected': {
    decides: 'none',
    overrules: 'aws',
    pattern: /\bMultiFactorAuthentication\sfailed/i,
    says: ['MultiFactorAuthentication failed'],
  },
  'mfa-code-used-up': { decides: 'none', isUsual: true, refused: 'caller' },
  'unknown-api-path': {
    decides: 'none',
    overrules: 'codes',
    pattern:
      /\bUnable\sto\sdetermine\sservice\/operation\sname\sto\sbe\sauthorized|\{\s?"message"\s?:\s?"Missing\sAuthentication\sToken"\s?\}/i,
  },
  azure: {
    decides: 'none',
    speaker: 'other',
    overrules: 'aws',
    codes: ['AuthorizationFailed', 'AuthorizationPermissionMismatch', 'LinkedAuthorizationFailed'],
    pattern:
      /\bdoes\snot\shave\sauthorization\sto\sperform\saction|\bThis\srequest\sis\snot\sauthorized\sto\sperform\sthis\soperation|x-ms-request-id|management\.azure\.com/i,
  },
  'google-cloud': {
    decides: 'none',
    speaker: 'other',
    overrules: 'aws',
    pattern:
      /\bgoogleapi:\sError|\bgoogle\.api_core\b|\(gcloud\.|\bBigQuery\serror\b|\bFirebase(?:Error|\sStorage)\b|(?<!(?:\b(?:QuickSight|Spice)|\bUNITY_CATALOG\b)[^\n]{0,120})\bPERMISSION_DENIED\b(?![^\n]{1,300}(?:\bAWS\s|s3:\/\/|\bS3\sbucket|amazonaws|arn:aws|[Aa]thena|Glue|Lake\sFormation))|\bThe\scaller\sdoes\snot\shave\spermission(?!\sto\s)|iam\.gserviceaccount\.com(?![^\0]{0,300}(?:\baws\ss3|\bs3:\/\/|amazonaws|arn:aws))|\bPermission\s'[\w.]+'\sdenied\son|googleapis\.com|\bdoes\snot\shave\s\w{2,40}\.[\w.]{3,80}\saccess\sto\b/,
  },
  'ibm-cloud': {
    decides: 'none',
    speaker: 'other',
    overrules: 'aws',
    pattern: /\bibm\.biz\b|\bibmcloud\b|vpc\.block\.csi\.ibm/,
  },
  'other-cloud': {
    decides: 'none',
    speaker: 'other',
    overrules: 'aws',
    pattern:
      /huawei|hwcloud|\bqcs::|\bauthorized\sby\sRAM\b|aliyun|alibabacloud|tencentcloud|qcloud|oraclecloud|r2\.cloudflarestorage|cloudflare\sr2|digitaloceanspaces|backblazeb2|wasabisys|scaleway|linodeobjects|digitalocean(?!\s(?:droplet|server|VM|VPS|Kubernetes|App\sPlatform)\b)|\bSpaces\sbucket/i,
  },
  vault: {
    decides: 'none',
    speaker: 'other',
    pattern:
      /\bhvac\/|hashicorp\svault|\bpermission\sdenied:\sForbidden|\b(?:Errors|error\soccurred):\s{1,6}\*\s(?:1\serror\soccurred:\s{1,6}\*\s)?permission\sdenied\b/i,
  },
  'kubernetes-rbac': {
    decides: 'none',
    speaker: 'other',
    pattern:
      /\bis\sforbidden:\sUser\s|\bcannot\s(?:get|list|watch|create|update|patch|delete|impersonate)\sresource\s|\bYou\smust\sbe\slogged\sin\sto\sthe\sserver|\bdoes\snot\shave\saccess\sto\sKubernetes\sobjects|\bserver\shas\sasked\sfor\sthe\sclient\sto\sprovide\scredentials|"reason":\s?"(?:Unauthorized|Forbidden)"|\bfailed\scalling\swebhook\s[^\n]{1,200}forbidden|\bUser:?\s["']?system:serviceaccount:/,
  },
  'request-signature': {
    decides: 'none',
    overrules: 'codes',
    codes: [
      'IncompleteSignature',
      'IncompleteSignatureException',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'AuthorizationQueryParametersError',
      'AuthorizationHeaderMalformed',
      'SignatureDoesNotMatchException',
    ],
    pattern:
      /\bThe\srequest\ssignature\swe\scalculated\sdoes\snot\smatch|\bMissing\sAuthentication\sToken\b|\bThe\srequest\swas\snot\ssigned\b|\bAWS\sauthentication\srequires\sa\svalid\sDate|\bheaders\spresent\sin\sthe\srequest\swhich\swere\snot\ssigned|\bSignature\s(?:expired|not\syet\scurrent)\b|\bCredential\sshould\sbe\sscoped\sto\b/i,
  },
  'expired-credentials': {
    decides: 'none',
    overrules: 'codes',
    codes: ['TokenRefreshRequired', 'CredentialsExpired', 'ExpiredIdentityToken'],
    pattern:
      /\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sexpired|\bThe\sprovided\stoken\shas\sexpired|\bSession\stoken\snot\sfound\sor\sinvalid|\bauthorization\stoken\shas\sexpired|\bThe\sSSO\ssession\s(?:associated\swith\sthis\sprofile\s)?has\sexpired|\bError\s(?:when\sretrieving\stoken\sfrom|loading)\sSSO\b|\bToken\shas\sexpired\sand\srefresh\sfailed/i,
  },
  'wrong-credentials': {
    decides: 'none',
    overrules: 'codes',
    codes: [
      'InvalidAccessKeyId',

      'UnrecognizedClientException',
      'AuthFailure',
      'InvalidToken',

      'CredentialsError',
      'NoCredentialProviders',
      'InvalidSecurity',
      'InvalidUserID.NotFound',
    ],
    pattern:
      /\bThe\sAWS\sAccess\sKey\sId\s(?:that\s)?you\sprovided\sdoes\snot\sexist|\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sinvalid|\bAWS\swas\snot\sable\sto\svalidate\sthe\sprovided\saccess\scredentials|\bUnable\sto\slocate\scredentials|\bno\sbasic\sauth\scredentials|\bNo\svalid\scredential\ssources|\bCould\snot\sload\scredentials\sfrom|\bMissing\scredentials\sin\sconfig|\bCredentials\scould\snot\sbe\sloaded|\bunauthorized:\sauthentication\srequired|\brequested\saccess\sto\sthe\sresource\sis\sdenied|\bpull\saccess\sdenied\sfor|\bThe\sconfig\sprofile\s\([^)\n]{1,80}\)\scould\snot\sbe\sfound/i,
  },
  'application-authorization': {
    decides: 'none',
    overrules: 'codes',
    codes: ['NotAuthorizedException', 'InvalidIdentityPoolConfigurationException', 'UserNotConfirmedException'],
    pattern:
      /\bValid\sauthorization\sheader\snot\sprovided|\bUnauthenticated\saccess\sis\snot\ssupported\sfor\sthis\sidentity\spool|\bIncorrect\susername\sor\spassword|\bNot\sAuthorized\sto\saccess\s\w+\son\stype\s\w+|(?<!"AccessDenied(?:Exception)?",\s?"?)message"?\s?:\s?"(?:Forbidden|Unauthorized)"(?!,\s?"\w{4,9}"\s?:\s?"(?:[\w.]+#)?AccessDenied)|\bIncoming\stoken\shas\sexpired|\bInvalid\sidentity\spool\sconfiguration/i,
  },
  'encoded-message-invalid': {
    decides: 'none',
    codes: ['InvalidAuthorizationMessageException', 'InvalidAuthorizationMessage'],
  },
  throttling: {
    decides: 'none',
    codes: [
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      'SnapshotCreationPerVolumeRateExceeded',
      'SlowDown',
      'ProvisionedThroughputExceededException',
      'RequestThrottled',
      'RequestThrottledException',
      'PriorRequestNotComplete',
      'BandwidthLimitExceeded',
      'LambdaThrottledException',
    ],
    pattern: /\bRate\sexceeded\b|\bPlease\sreduce\syour\srequest\srate|\bToo\sMany\sRequests\b|\bToo\smany\stokens\b/i,
  },
  'certificate-of-another-name': {
    decides: 'none',
    speaker: 'client',
    pattern:
      /\bx509:\scertificate\sis\s(?:not\s)?valid\sfor\s|\bcertificate\sis\snot\svalid\sfor\s['"]|\bhostname\s['"][^'"\n]{1,300}['"]\sdoesn['\u2019]t\smatch\b|\bERR_TLS_CERT_ALTNAME_INVALID\b|\bno\salternative\scertificate\ssubject\sname\smatches\b|\bNo\ssubject\salternative\s(?:DNS\s)?names?\s(?:matching|present)\b/i,
  },
  'certificate-out-of-time': {
    decides: 'none',
    speaker: 'client',
    pattern:
      /\bx509:\scertificate\shas\sexpired\sor\sis\snot\syet\svalid\b|\bcertificate\s(?:is\snot\syet\svalid|has\sexpired)\s\(_ssl|\bCERT_(?:HAS_EXPIRED|NOT_YET_VALID)\b|\bNotAfter:\s[A-Z][a-z]{2}\s/,
  },
  certificate: {
    decides: 'none',
    speaker: 'client',
    pattern:
      /\bCERTIFICATE_VERIFY_FAILED\b|\bSSL\svalidation\sfailed\sfor\b|\bx509:\scertificate\s|\bPKIX\spath\sbuilding\sfailed\b|\bunable\sto\sget\slocal\sissuer\scertificate\b|\bself[- ]signed\scertificate\b|\bUNABLE_TO_VERIFY_LEAF_SIGNATURE\b/i,
  },
  'zone-in-place-of-region': {
    decides: 'none',
    speaker: 'client',
    refused: 'caller',
    overrules: 'codes',
    pattern: /\b[a-z\d-]{2,40}\.[a-z]{2}(?:-[a-z]{2,9}){1,2}-\d[a-f]\.amazonaws\.com\b/,
  },
  'function-timeout': {
    decides: 'none',
    pattern: /\bTask\stimed\sout\safter\s\d|\bSandbox\.Timedout\b/,
  },
  network: {
    decides: 'none',
    speaker: 'client',
    codes: ['RequestCanceled', 'NetworkingError', 'TimeoutError', 'RequestTimeout'],
    pattern:
      /\bi\/o\stimeout\b|\b(?:Connect|Read)\stimeout\son\sendpoint\b|\bTLS\shandshake\stimeout\b|\bcontext\sdeadline\sexceeded|\bconnection\s(?:refused|timed\sout|reset)|\bno\ssuch\shost\b|\bdispatch\sfailure\b|\brequest\ssend\sfailed\b|\bsend\srequest\sfailed\b|\bCould\snot\sconnect\sto\sthe\sendpoint|\bUnable\sto\sexecute\sHTTP\srequest:\s(?:Connect\sto|connect\stimed)|\bconnect\stimed\sout\b|\bgetaddrinfo\b|\bENOTFOUND\b|\bECONNREFUSED\b|\bETIMEDOUT\b/i,
  },
  quota: {
    decides: 'none',
    codes: [
      'LimitExceeded',
      'LimitExceededException',
      'ServiceQuotaExceededException',
      'QuotaExceededException',

      'InstanceLimitExceeded',
      'VpcLimitExceeded',
      'AddressLimitExceeded',
      'TooManyBuckets',
      'PolicySizeLimitExceeded',
      'PolicyLengthExceeded',
    ],
    pattern:
      /\bCannot\sexceed\squota\sfor\s\w+|\bVolumeLimitExceeded\b|\bYou\shave\sexceeded\syour\smaximum\s\w{2,20}\sstorage\slimit/,
  },
  'policy-document': {
    decides: 'none',
    codes: [
      'MalformedPolicyDocument',
      'MalformedPolicyDocumentException',
      'MalformedPolicy',
      'InvalidPolicyDocument',
      'InvalidPolicy',
      'MalformedResourcePolicyDocumentException',
      'InvalidPolicyException',
      'ResourcePolicyNotValidException',
      'WAFInvalidPermissionPolicyException',
      'InvalidResourcePolicyException',
    ],
    pattern:
      /\bInvalid\sprincipal\sin\spolicy\b|\bpolicy\scontains\sa\sprincipal\sthat\sis\snot\svalid\b|\bPartition\s"[^"\n]{0,40}"\sis\snot\svalid\sfor\sresource|\bPolicy\shas\s(?:an\s)?invalid\s(?:resource|action|condition)\b|\bInvalid\s(?:repository|registry)\spolicy\sprovided\b|\bpolicy\scontains\sinvalid\sJson\b|\bInvalid\svalue\sfor\sthe\sparameter\sPolicy\b/i,
  },
  'volume-gone': {
    decides: 'none',
    overrules: 'codes',
    pattern: /\bfailed\sto\sget\san\savailable\svolume\b/i,
  },
  'authorization-record-late': {
    decides: 'none',
    overrules: 'codes',
    pattern: /\(ResourceNotFoundException\) when calling the GetRequestAuthorization(?:Details|Policy) operation/,
  },
  'not-found': {
    decides: 'none',
    codes: [
      '404',
      'NoSuchBucket',
      'NoSuchKey',
      'NoSuchEntity',
      'NoSuchEntityException',
      'ResourceNotFoundException',
      'NotFoundException',
      'NotFound',
      'ParameterNotFound',
      'RepositoryNotFoundException',
      'ClusterNotFoundException',
      'QueueDoesNotExist',
      'TableNotFoundException',
      'Client.InvalidVolume.NotFound',
    ],
    pattern: /\bThe\sspecified\sbucket\sdoes\snot\sexist/i,
  },
  'invalid-request': {
    decides: 'none',
    codes: [
      'ValidationException',
      'InvalidParameterValue',
      'InvalidParameterValueException',
      'InvalidParameterException',
      'InvalidParameterCombination',
      'InvalidRequest',
    ],
    pattern: /\berror:\s400\sBad\sRequest\b/i,
  },
  'git-password-kept': {
    decides: 'none',
    isUsual: true,
    service: 'codecommit',
    refused: 'caller',
    near: KEEPERS_OF_PASSWORDS,
    says: ['unable to access * git-codecommit * The requested URL returned error: 403'],
  },
  'git-credentials': {
    decides: 'none',
    judgedBy: {
      layer: 'identity',
      actions: ['codecommit:GitPull'],
      on: 'arn:aws:codecommit:{region}:{account}:{repository}',
    },
    says: ['unable to access * git-codecommit * The requested URL returned error: 403'],
  },
  'another-product': {
    decides: 'none',
    speaker: 'other',
    overrules: 'aws',
    pattern:
      /(?<![\w./@-])(?:Snowflake|Splunk|Salesforce|Datadog|Zendesk|ServiceNow|SharePoint|OneDrive|Dropbox|Databricks|Teradata|MongoDB|Grafana|Power\sBI|PagerDuty|Okta|Bitbucket|GitLab|Marketo|Jira|Confluence)\b(?![-_/])(?![^\n]{1,250}(?:\barn:|\bsts:|\bs3\b|assum|AWS|amazon|request\s?id|host\s?id|Error\sCode:\sAccessDenied))[^\n]{1,120}\b(?:not\sauthori[sz]ed|unauthori[sz]ed|insufficient\s(?:permissions?|privileges?)|(?:access|permission)\sdenied|do(?:n['\u2019]t|\snot)\shave\s(?:the\s)?permission|forbidden|(?:token|role|user|password|credentials?)\s[^.\n]{0,40}(?:is|are)\s(?:invalid|incorrect|expired|not\svalid)|invalid\s(?:token|credentials?|password))\b|\binsufficientFilePermissions\b|\bdoes\snot\shave\ssufficient\spermissions\sfor\sthis\sfile\b/i,
  },
  'named-role-missing': {
    decides: 'none',
    pattern:
      /\b(?:IAM\s(?:\w{1,30}\s){0,3}roles?|(?:execution|service|instance|task)\srole|instance\sprofile)(?:\s[^.\n]{0,90})?\s(?:does(?:\snot|n['\u2019]t)\sexist|(?:was|is|were|could)(?:\snot|n['\u2019]t)\s(?:be\s)?found|is\smissing\sfor)\b|\b(?:could(?:\snot|n['\u2019]t)|can(?:not|['\u2019]t)|unable\sto)\sfind\s(?:the\s|an?\s)?(?:IAM\s(?:\w{1,30}\s){0,3}role|instance\sprofile)\b/i,
  },
  'arn-of-another-form': {
    decides: 'none',
    pattern:
      /\bARN(?:\s(?!that\b)[^\s.]{1,40}){0,5}\s(?:isn['\u2019]t|is\snot)\s(?:a\s)?valid\b|\bmust\s(?:look\slike|be)\san?\s(?:\w{2,12}\s)?(?:\w{2,12}\s)?ARN\b|\b[Ii]nvalid\s(?:\w{2,12}\s)?ARN\b/,
  },
  'perhaps-denied': {
    decides: 'open',
    codes: ['TargetNotConnectedException', 'AuthorizationFailure'],
  },
  'unknown-error': {
    decides: 'open',
    isOfNoCall: true,
    pattern: /<title>403\sForbidden<\/title>/i,
  },
  'other-error': {
    decides: 'none',
  },
  'missing-or-hidden': {
    decides: 'open',
    refused: 'caller',
    says: [
      "(doesn't|does not) exist(,|) or you (don't|do not) have (permission|permissions|access) to (access|view|use|see) (it|this|that)",
      "(doesn't|does not) exist(,|) or you (don't|do not) have (permission|permissions|access)",
      "(not found|could not be found)(,|) or you (don't|do not) have (permission|permissions|access)",
      "(doesn't|does not) exist(,|) or (the user|the caller|your account) (is not|isn't|does not|doesn't) (authorized|have)",
    ],
  },
  'policy-generation-bucket': {
    decides: 'resource',
    service: 'access-analyzer',
    refused: 'given-role',
    actions: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'],
    says: ['Incorrect permissions assigned to access CloudTrail S3 bucket'],
  },
  'linked-role-refused': {
    decides: 'identity',
    refused: 'linked-role',
    ofDenial: true,
    pattern: /:assumed-role\/AWSServiceRoleFor\w{2,60}\/|:role\/aws-service-role\/\S{3,200}\sis\snot\sauthorized/,
  },
  'action-null': {
    decides: 'none',
    ofDenial: true,
    isUsual: true,
    refused: 'caller',
    says: ['is not authorized to perform: null'],
  },
  'bucket-blocks-encryption': {
    decides: 'none',
    ofDenial: true,
    says: ['because this bucket has blocked upload requests that specify'],
  },
  'role-refused': {
    decides: 'trust',
    isPerhapsWithoutRole: true,
    refused: 'service',
    actions: ['sts:AssumeRole'],
    isUsual: true,
    says: ['Access denied to (Role|the role|IAM role) {resource}'],
  },
  'deletion-protected': {
    decides: 'none',
    says: [
      "may not be terminated. Modify its 'disableApiTermination' instance attribute",
      'Cannot delete protected (DB Instance|Cluster|cluster)',
      'cannot be deleted while TerminationProtection is enabled',
      'cannot be deleted because deletion protection is enabled',
      'is currently protected against deletion',
      'deletion protection is (enabled|turned on)',
    ],
  },
  'service-pulls-image': {
    decides: 'resource',
    service: 'ecr',
    refused: 'service',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
  },
  'still-in-use': {
    decides: 'none',
    refused: 'caller',
    codes: ['BucketNotEmpty', 'DeleteConflict', 'DeleteConflictException', 'RepositoryNotEmptyException'],
  },
  'thing-in-another-region': {
    decides: 'none',
    refused: 'caller',
    isUsual: true,
    says: [
      '(bucket|topic|queue|key|function|stream|table|secret|cluster|log group|resource) * must be in the same (AWS |)Region as',
      '(bucket|topic|queue|key|function|stream|table|secret|cluster|log group|resource) * is in a different (AWS |)Region (than|from)',
      "(bucket|topic|queue|key|function|stream|table|secret|cluster|log group|resource) * (is not|isn't) in the same (AWS |)Region as",
    ],
    near: ['aws', 'amazon', 'arn:', 'exception'],
  },
  'owner-only': {
    decides: 'none',
    refused: 'caller',
    ofDenial: true,
    says: [
      'without ownership of (the|this) (resource|core network|network|gateway|share|image|snapshot|subnet|domain|key)',
      'without ownership of {owned} network',
      'without ownership of core network',
      'only the resource owner (can|may|is allowed to|has permission)',
      'can only be (called|performed|modified|changed|deleted|updated|done|made|set|shared|removed|used) by (the|its) (resource |)owner',
      "(is not|isn't) owned by (this|your|the|the calling|the caller's|the requesting|the requester's) (AWS |)account",
      "(caller|account|requester|You are|you are) (is not|isn't|not) the owner of the (resource|bucket|network|service network|route table|gateway|share|image|snapshot|subnet|VPC|prefix list|certificate|domain|core network|key|portfolio|fleet|cluster)",
      "(You|Your account|This account|The caller|The requester|The account) (does not|doesn't|do not|don't) own (the|this) (resource|bucket|network|gateway|share|image|snapshot|subnet|VPC|prefix list|certificate|domain|core network|key|portfolio|fleet|cluster)",
      "(You|Your account|This account|The caller|The requester|The account) (does not|doesn't|do not|don't) own (subnet|vpc|snap|ami|sg|rtb|tgw|eni|vpce)-{id}",
      '(resource|Resource|bucket|domain|cluster|network|gateway|subnet|VPC|image|key) (is|are) owned by (another|a different) (AWS |)account',
      '(resource|Resource) {owned} (belongs to|is owned by) (another|a different) (AWS |)account',
      "(resource|Resource|resources|Resources) (does not|doesn't|do not|don't) belong to (the caller|the caller's|the calling|the requesting|the requester's|your|this) account",
    ],
    unless: ['table or database owner', 'must be owner of', 'github'],
  },
  'caller-passes-listed': {
    decides: 'identity',
    refused: 'caller',
    isUsual: true,
    actions: ['iam:PassRole'],
    says: [
      'permissions are (needed|required) for this (call|operation|request|action) * iam:PassRole',
      '(the following|these) permissions * iam:PassRole',
    ],
    near: ['check your', 'you need', 'are needed', 'are required', 'missing', 'not authorized'],
  },
  'role-gone': {
    decides: 'none',
    isUsual: true,
  },
  'role-just-made': {
    decides: 'none',
    isUsual: true,
  },
  'bucket-not-there': {
    decides: 'none',
    isUsual: true,
    service: 's3',
  },
  'object-not-there': {
    decides: 'none',
    isUsual: true,
    service: 's3',
  },
  'secret-not-found': {
    decides: 'none',
    service: 'secretsmanager',
    refused: 'caller',
    says: ["Secrets Manager can't find the specified secret."],
  },
  'secret-in-another-region': {
    decides: 'none',
    service: 'secretsmanager',
    refused: 'caller',
    isUsual: true,
  },
  'bucket-holds-versions': {
    decides: 'none',
    service: 's3',
    refused: 'caller',
    says: ['The bucket you tried to delete is not empty. You must delete all versions in the bucket'],
  },
  'stage-in-custom-domain': { decides: 'none', isUsual: true, service: 'execute-api', refused: 'app-user' },
  'integration-without-operation': { decides: 'none', isUsual: true, service: 'execute-api', refused: 'app-user' },
  'user-in-place-of-role': {
    decides: 'none',
    refused: 'caller',
    pattern: /\brole[\s_-]?arn(?:\spassed)?\s?[:=]?\s?["'`]?arn:aws[\w-]{0,12}:iam::\d{12}:user\//i,
  },
} as const satisfies Readonly<Record<string, SituationShape>>

import { REGION_ENABLED, REGION_TOLD_ON } from '../../../region-enabled'
import { OPT_IN_REGIONS } from '../../../../iam/regions-in-text'
import { either } from '../../../../text/either'
import { passesWithoutHeader, SUDO_RUNS } from '../credential-signs'
import { anySign, printed, told } from '../sign'
import type { BesideRow } from '../beside-row'

/** A Region that an account has to enable first. */
const IN_OPT_IN_REGION = new RegExp(String.raw`\b(?:${OPT_IN_REGIONS.join('|')})\b`)

/** That the same passes in other Regions: somebody says so, or a list of Regions shows it. */
const OTHER_REGIONS_WORK = either(
  /\b(?:other|all|remaining|\d{1,2})\s(?:other\s)?regions?\b[^.\n]{1,60}\b(?:fine|works?|worked|ok)\b/i,
  /^\s{0,8}[a-z]{2}-[a-z]{4,9}-\d\b[^\n]{1,60}\s(?:ok|done)$/im,
)

const NO_REGION_WORKS = /\b(?:no|none\sof\sthe|not\sin|neither)\s(?:any\s)?(?:other\s)?regions?\b/i

/** That the first of several calls passes, and the others don’t. */
const FIRST_OF_SEVERAL =
  /\b(?:the\s)?(?:first|1st)\s(?:(?!device|phone|key|user|account|profile|code|token)\w{1,16}\s){0,2}(?:works?|worked|passe[sd]|plans?|planned|succeed(?:s|ed)|runs?|ran|goes\sthrough|went\sthrough|is\sfine|is\sok)\b[^\n]{1,120}\b(?:others?|rest|second|later|next|remaining|all\sbut)\b/i

const FIRST_FAILS = /\b(?:first|1st)\s(?:\w{1,16}\s){0,2}(?:too\s|also\s)?(?:fails?|failed)\b/i

/** The endpoint of STS for all Regions; as an audience it’s a name alone. */
const GLOBAL_STS =
  /\bAWS_STS_REGIONAL_ENDPOINTS["']?\s?[:=]\s?["']?legacy\b|\b(?:through|from|by|via|at|with|uses?|endpoint:?|https:\/\/)\s?(?:the\s)?["'`]?(?:global\sSTS\b|sts\.amazonaws\.com\b)/i

/** That some Regions take the same credentials. */
const SOME_REGIONS_WORK = either(
  OTHER_REGIONS_WORK,
  /\b(?:first|other|former)\s(?:two|three|four|ones?)\s(?:\w{1,12}\s)?(?:works?|worked|fine|ok|pass)\b/i,
)

/** That the keys are those of a user, which no endpoint of STS made. */
const USER_KEYS = /(?<![A-Z\d])AKIA[A-Z\d*.…]{0,28}/

/** That the metadata service of the instance answers one hop away alone. */
const ONE_HOP = /ResponseHopLimit["']?\s?[:=]\s?1\b|\bhop[_ ]limit\s{0,3}(?:=|is|of|:)\s{0,3}1\b/i

/** That the instance itself has the credentials of its role. */
const HOST_HAS_ROLE = /:assumed-role\/[\w+=,.@-]{1,64}\/i-[\da-fx*]{4,20}\b/

/** That the program runs in a network of its own on the instance. */
const IN_CONTAINER = /\b(?:docker|podman|nerdctl|containers?|kubectl|pods?)\b/i

/** That the instance itself gets its credentials. */
const HOST_WORKS = either(
  /\b(?:works?|worked|fine|ok|succeeds?)\b[^.\n]{1,40}\bon\sthe\s(?:host|instance)\b/,
  /\bon\sthe\s(?:host|instance)(?:\sitself)?\b[^.\n]{1,60}\b(?:works?|worked|fine|ok|succeeds?)\b/,
)

/** That a container is what was started. */
const RUNS_CONTAINER =
  /\b(?:docker|podman|nerdctl)\s(?:container\s)?run\b|\b(?:inside|in|from)\s(?:(?:the|a|my)\s(?:docker\s)?container|docker)\b/i

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

/** That keys are of a session: then they have a token, which an endpoint of STS made. */
const OF_SESSION = either(
  /\bASIA[A-Z\d]{4}/,
  /\b(?:session|temporary|refresh)[ _-]?(?:token|credentials?|keys?)\b/,
  /\bAWS_SESSION_TOKEN\b|\bget-session-token\b|\bthe session\b/,
  /\bassumed?[-_ ]?role|\bassum(?:es?|ing)\s(?:the\s|a\s)?(?:role\b|arn:)|\b(?:instance\sprofile|instance\srole|execution\srole)\b/,
  /\b(?:sso|OIDC|web[-_ ]identity)\b/,
)

/** That other Regions take the same keys. */
const SAME_KEYS = /\bsame\s(?:access\s)?(?:keys?|credentials?|profile|user)\b/i

/** That the Region of the call is on in the account. */
const REGION_ON =
  /\bRegionOptStatus\b|\bENABLED\b|\bregion\s(?:is|was)\s(?:already\s)?enabled\b|\benabled\sthe\sregion\b/i

/** That the keys are those of a user, by what the command prints of its caller. */
const CALLS_AS_USER = /\bget-caller-identity\b[^\0]{0,300}?:iam::\d{12}:user\//

const ASIA = /(?<![A-Z\d])ASIA[A-Z\d*.…]{4,28}/

const TOKEN_SET = /session_?token["']?\s{0,4}[:=]|security_?token["']?\s{0,4}[:=]\s{0,4}\S|\bAWS_SESSION_TOKEN\b/i

/** That the sign-in is fresh, or that the AWS CLI works with it. */
const SIGNED_IN = either(
  /\baws\s(?:s3|sts|s3api|ec2)\s[a-z-]{2,30}\b[^.\n]{0,60}\b(?:works?|worked|fine|ok|succeeds?)\b/,
  /\b(?:aws|the)\sCLI\b[^.\n]{1,40}\b(?:works?|worked|fine|ok|succeeds?)\b/i,
  /\b(?:did|ran|after|just|have)\s(?:an?\s)?["'\x60]?aws\ssso\slogin\b/i,
  /\bjust\s(?:logged|signed)\sin\b|\b(?:logged|signed)\sin\s(?:just\snow|again|(?:a|one|two|five)\sminutes?\sago)\b/i,
)

/** What a sentence of a caller’s credentials means beside what else the text shows. */
export const CREDENTIAL_ROWS: readonly BesideRow[] = [
  // No credentials where the program runs.
  {
    of: ['credentials-missing', 'metadata-token-required'],
    shows: [ONE_HOP, IN_CONTAINER],
    is: 'container-behind-one-hop',
  },
  {
    of: ['credentials-missing'],
    shows: [
      /\bRunning (?:plan|apply) in (?:HCP Terraform|Terraform Cloud|the remote backend)\b|\bPreparing the remote (?:plan|apply)\b/,
    ],
    lacks: [/\bTFC_AWS_/],
    is: 'credentials-of-remote-run',
  },
  { of: ['credentials-missing'], shows: [/\bdependabot\b/i], is: 'credentials-of-dependabot' },
  { of: ['credentials-missing'], shows: [HOST_HAS_ROLE, RUNS_CONTAINER], is: 'container-without-credentials' },
  { of: ['credentials-missing'], shows: [RUNS_CONTAINER], tells: HOST_WORKS, is: 'container-without-credentials' },
  {
    of: ['credentials-missing'],
    shows: [/\baws-actions\/configure-aws-credentials\b/, /\brole-to-assume["']?\s?:/],
    lacks: [/\bid-token["']?\s?:\s?["']?write\b/, /\baws-(?:access-key-id|secret-access-key)["']?\s?:/],
    is: 'github-oidc-permission',
  },
  {
    of: ['credentials-missing'],
    shows: [/\bDid you mean to set the `?id-token`? permission\b/],
    is: 'github-oidc-permission',
  },
  {
    of: ['credentials-missing'],
    shows: [
      /\bno EC2 IMDS role found\b|\bec2imds: GetMetadata\b/,
      /\bserviceAccount(?:Name)?["']?\s?:|\bkubectl\b|\bkube-system\b|\bEKS\b|\bin (?:the|a|my) pods?\b/,
    ],
    lacks: [
      /\bAWS_WEB_IDENTITY_TOKEN_FILE\b|\bAWS_CONTAINER_CREDENTIALS_FULL_URI\b|\bhostNetwork\b|\b(?:minikube|k3[sd]|microk8s|kind|terraform|backend)\b/i,
    ],
    is: 'pod-without-credentials',
  },
  {
    of: ['credentials-missing', 'profile-not-there'],
    shows: [
      /\bsudo\s(?:aws|terraform|cdk|sam|serverless|python3?|node|npx|packer|ansible-playbook)\s/,
      either(
        /~\/\.aws\b/,
        /\bexport AWS_[A-Z]/,
        /\baws configure list\b/,
        /\bArn"?: "arn:aws[\w-]{0,12}:(?:iam|sts)::/,
        /\bwithout sudo\b/,
      ),
    ],
    lacks: [/\binstance\s(?:profile|role)\b|\bEC2\b|\b169\.254\.|\bIMDS|\bec2-user\b/i],
    is: 'credentials-of-another-user',
  },
  {
    of: ['credentials-missing', 'profile-not-there'],
    shows: [SUDO_RUNS],
    lacks: [/\bsudo\s(?:-\w{1,10}\s){0,3}(?:-\w{0,5}E\b|--preserve-env\b)/, /\binstance\s(?:profile|role)\b/i],
    is: 'credentials-left-by-sudo',
  },
  {
    of: ['credentials-missing'],
    shows: [/\$HOME not set and AWS_\w{5,30} not set\b/],
    is: 'credentials-without-home',
  },
  {
    of: ['sso-session-expired'],
    shows: [/\bSSOProviderInvalidToken\b/],
    sign: anySign(printed(/^\s{0,8}\[?sso[-_]session\b/im), told(SIGNED_IN)),
    is: 'sso-session-unread',
  },
  // Keys without their session token.
  {
    of: ['session-token-missing'],
    shows: [PASSES_KEYS, RUNS_WITH_ROLE],
    lacks: [PASSES_TOKEN, STORED_KEYS],
    is: 'role-keys-without-token',
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
    shows: [
      /\bget[-_]?session[-_]?token\b|\bget[-_]?federation[-_]?token\b/i,
      /\baws\siam\s[a-z]|\berror\sIAM:\s|\biam\.amazonaws\.com\b|\bwhen\scalling\sthe\s(?:Get|List|Create|Update|Delete|Attach|Detach|Put|Tag)(?:Attached)?(?:Users?|Roles?|Group|Account|AccessKeys?|InstanceProfiles?|LoginProfile|MFADevices)(?:[A-Z]\w{2,30})?\soperation\b/,
    ],
    lacks: [/--serial-number\b|\bSerialNumber\b/],
    is: 'session-keys-refused-by-iam',
  },
  {
    of: ['session-token-missing'],
    shows: [/\brole-to-assume["']?\s?:/],
    lacks: [/\baws-(?:access-key-id|secret-access-key)["']?\s?:/],
    is: 'job-with-old-keys',
  },
  {
    of: ['session-token-missing'],
    shows: [ASIA, /secret_?(?:access_?)?key["']?\s{0,4}[:=]/i],
    lacks: [TOKEN_SET, /\bsession[\s_-]?token\b/i],
    is: 'session-token-left-out',
  },
  { of: ['mfa-code-rejected'], tells: FIRST_OF_SEVERAL, lacks: [FIRST_FAILS], is: 'mfa-code-used-up' },
  // Regions that an account has to enable first.
  {
    of: ['session-token-missing'],
    shows: [IN_OPT_IN_REGION, GLOBAL_STS, SOME_REGIONS_WORK],
    lacks: [USER_KEYS, NO_REGION_WORKS],
    is: 'global-token-in-opt-in-region',
  },
  { of: ['region-behind-credentials'], shows: [REGION_ENABLED], is: 'global-token-in-opt-in-region' },
  {
    of: ['region-behind-credentials'],
    tells: REGION_TOLD_ON,
    lacks: [USER_KEYS],
    is: 'global-token-in-opt-in-region',
  },
  {
    of: ['global-token-in-opt-in-region'],
    shows: [SAME_KEYS],
    lacks: [OF_SESSION, REGION_ON],
    is: 'region-off-for-user-keys',
  },
  {
    of: ['global-token-in-opt-in-region'],
    shows: [CALLS_AS_USER],
    lacks: [OF_SESSION, REGION_ON],
    is: 'region-off-for-user-keys',
  },
  {
    of: ['global-token-in-opt-in-region', 'region-behind-credentials'],
    shows: [/\bSTS: AssumeRole\b|\bwhen calling the AssumeRole operation/],
    is: 'region-off-for-assuming',
  },
  {
    of: ['region-behind-credentials', 'global-token-in-opt-in-region'],
    shows: [/(?<![A-Z\d])AKIA[A-Z\d*.…]{0,28}/],
    lacks: [ASIA, TOKEN_SET],
    is: 'region-off-for-user-keys',
  },
  { of: ['service-sign-up'], shows: [IN_OPT_IN_REGION], is: 'region-not-enabled' },
  // Signatures, and sign-in by SAML.
  {
    of: ['secret-key-wrong', 'presigned-url-differs'],
    shows: [/\bX-Amz-SignedHeaders=(?:[\w-]{1,40}(?:%3B|;)){0,10}content-type\b/i],
    is: 'presigned-content-type',
  },
  {
    of: ['secret-key-wrong', 'signature-changed-on-the-way', 'presigned-url-differs'],
    sign: passesWithoutHeader,
    is: 'header-breaks-signature',
  },
  {
    of: ['saml-provider-missing'],
    shows: [/\barn:aws-(?:us-gov|cn):iam::/],
    lacks: [/\bregion["']?\s{0,3}[:=]\s{0,3}["']?(?:us-gov|cn)-/i],
    is: 'saml-at-other-partition',
  },
  // URLs that CloudFront or S3 refuses.
  {
    of: ['signed-request-without-key'],
    shows: [/\bSet-Cookie\b|\bCloudFront-(?:Policy|Signature|Expires)\b|\bgetSignedCookies\b/i],
    lacks: [/^[<>\s]{0,4}cookie:[^\n]{0,2000}\bCloudFront-Key-Pair-Id\b/im],
    is: 'signed-cookies-not-sent',
  },
  {
    of: ['firewall-blocked'],
    shows: [/\bconfigured to block access from your country\b/i],
    is: 'distribution-country',
  },
  {
    of: ['firewall-blocked'],
    shows: [/\bBad request\.\sWe can['’]t connect to the server\b/i],
    is: 'distribution-without-name',
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
  // docker login.
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
]

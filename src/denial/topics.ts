/** What an error is that is no authorization denial, and what to do about it. */
export interface Topic {
  readonly code: string
  /** The error codes that mean it. */
  readonly errorCodes?: readonly string[]
  /** Words of the message that mean it, whatever the code. */
  readonly pattern?: RegExp
  /** Its words near a code without a message ("codes"), or near a refusal without an ARN ("aws"), mean that it is no denial. */
  readonly overrules?: 'codes' | 'aws'
  readonly title: string
  readonly whatToDo: string
}

/** Ordered: the first that matches names the error. */
export const TOPICS: readonly Topic[] = [
  {
    code: 'mfa-code-rejected',
    overrules: 'codes',
    pattern: /\bMultiFactorAuthentication\sfailed/i,
    title: 'The MFA code was not accepted.',
    whatToDo:
      'No policy was evaluated. Check the serial number of the MFA device and the clock of the device, and enter a fresh code.',
  },
  {
    code: 'unknown-api-path',
    overrules: 'codes',
    pattern: /\bUnable\sto\sdetermine\sservice\/operation\sname\sto\sbe\sauthorized/i,
    title: 'The URL does not name an operation of the service.',
    whatToDo:
      'AWS could not tell which operation the request meant, so no policy was evaluated. Check the path, the method and the stage of the URL.',
  },
  {
    code: 'azure',
    overrules: 'aws',
    pattern:
      /\bdoes\snot\shave\sauthorization\sto\sperform\saction|\bThis\srequest\sis\snot\sauthorized\sto\sperform\sthis\soperation|x-ms-request-id|management\.azure\.com/i,
    errorCodes: [
      'AuthorizationFailed',
      'AuthorizationFailure',
      'AuthorizationPermissionMismatch',
      'LinkedAuthorizationFailed',
    ],
    title: 'This is an error of Microsoft Azure.',
    whatToDo:
      'Azure decided this by its own role assignments. Nothing in AWS was asked, so AWS policies cannot explain it.',
  },
  {
    code: 'google-cloud',
    overrules: 'aws',
    pattern:
      /\bgoogleapi:\sError|\bPERMISSION_DENIED\b|\bThe\scaller\sdoes\snot\shave\spermission|iam\.gserviceaccount\.com|\bPermission\s'[\w.]+'\sdenied\son|googleapis\.com|\bdoes\snot\shave\s[\w.]{3,80}\saccess\sto\b/,
    title: 'This is an error of Google Cloud.',
    whatToDo: 'Google Cloud decided this by its own IAM. AWS policies cannot explain it.',
  },
  {
    code: 'ibm-cloud',
    overrules: 'aws',
    pattern: /\bibm\.biz\b|\bibmcloud\b|vpc\.block\.csi\.ibm/,
    title: 'This is an error of IBM Cloud.',
    whatToDo: 'IBM Cloud decided this by its own access policies. AWS policies cannot explain it.',
  },
  {
    code: 'other-cloud',
    overrules: 'aws',
    pattern:
      /huawei|hwcloud|\bqcs::|\bauthorized\sby\sRAM\b|aliyun|alibabacloud|tencentcloud|qcloud|oraclecloud|r2\.cloudflarestorage|cloudflare\sr2|digitaloceanspaces|backblazeb2|wasabisys|scaleway|linodeobjects|digitalocean|\bSpaces\sbucket|NotAuthorizedOrNotFound/i,
    title: 'This is an error of another cloud that speaks like AWS.',
    whatToDo: 'The request went to another provider, which has policies of its own. AWS policies cannot explain it.',
  },
  {
    code: 'vault',
    pattern: /\bhvac\/|hashicorp\svault|\bpermission\sdenied:\sForbidden|\n\*\spermission\sdenied\b/i,
    title: 'This is an error of HashiCorp Vault.',
    whatToDo: 'Vault refused by its own policies before anything reached AWS. Look at the policies of the Vault token.',
  },
  {
    code: 'kubernetes-rbac',
    pattern:
      /\bis\sforbidden:\sUser\s|\bcannot\s(?:get|list|watch|create|update|patch|delete|impersonate)\sresource\s|\bYou\smust\sbe\slogged\sin\sto\sthe\sserver|\bserver\shas\sasked\sfor\sthe\sclient\sto\sprovide\scredentials|"reason":\s?"(?:Unauthorized|Forbidden)"|\bfailed\scalling\swebhook\s[^\n]{1,200}forbidden|\bsystem:serviceaccount:/,
    title: 'Kubernetes refused this, not IAM.',
    whatToDo:
      'In EKS, IAM only says who you are. What you may do in the cluster is decided by Kubernetes RBAC and the access entries (or the aws-auth ConfigMap) of the cluster.',
  },
  {
    code: 'request-signature',
    overrules: 'codes',
    errorCodes: [
      'SignatureDoesNotMatch',
      'InvalidSignatureException',
      'IncompleteSignature',
      'IncompleteSignatureException',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'RequestTimeTooSkewed',
      'RequestExpired',
      'AuthorizationHeaderMalformed',
      'AuthorizationQueryParametersError',
      'SignatureDoesNotMatchException',
    ],
    pattern:
      /\bThe\srequest\ssignature\swe\scalculated\sdoes\snot\smatch|\bMissing\sAuthentication\sToken\b|\bAWS\sauthentication\srequires\sa\svalid\sDate|\bheaders\spresent\sin\sthe\srequest\swhich\swere\snot\ssigned|\bSignature\s(?:expired|not\syet\scurrent)\b|\bCredential\sshould\sbe\sscoped\sto\b/i,
    title: 'The request was not signed in a way that AWS accepts.',
    whatToDo:
      'No policy was evaluated. Check the secret key, the clock, the Region and the service name that the request is signed for, and whether a proxy changes it.',
  },
  {
    code: 'expired-link',
    overrules: 'codes',
    pattern: /\bRequest\shas\sexpired\b/i,
    title: 'The signed URL has expired.',
    whatToDo:
      'No policy was evaluated. Ask for a new URL; it also ends when the credentials that signed it end, however long it was meant to last.',
  },
  {
    code: 'expired-credentials',
    overrules: 'codes',
    errorCodes: [
      'ExpiredToken',
      'ExpiredTokenException',
      'TokenRefreshRequired',
      'CredentialsExpired',
      'ExpiredIdentityToken',
      'IDPRejectedClaim',
    ],
    pattern:
      /\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sexpired|\bThe\sprovided\stoken\shas\sexpired|\bSession\stoken\snot\sfound\sor\sinvalid|\bauthorization\stoken\shas\sexpired|\bThe\sSSO\ssession\s(?:associated\swith\sthis\sprofile\s)?has\sexpired|\bError\swhen\sretrieving\stoken\sfrom\ssso/i,
    title: 'The credentials have expired.',
    whatToDo: 'No policy was evaluated. Sign in again or assume the role again, and repeat the request.',
  },
  {
    code: 'wrong-credentials',
    overrules: 'codes',
    errorCodes: [
      'InvalidAccessKeyId',
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'AuthFailure',
      'InvalidToken',
      'InvalidIdentityToken',
      'CredentialsError',
      'NoCredentialProviders',
      'InvalidSecurity',
      'NotSignedUp',
      'InvalidUserID.NotFound',
    ],
    pattern:
      /\bThe\sAWS\sAccess\sKey\sId\syou\sprovided\sdoes\snot\sexist|\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sinvalid|\bAWS\swas\snot\sable\sto\svalidate\sthe\sprovided\saccess\scredentials|\bUnable\sto\slocate\scredentials|\bno\sbasic\sauth\scredentials|\bNo\svalid\scredential\ssources|\bCould\snot\sload\scredentials\sfrom|\bMissing\scredentials\sin\sconfig|\bCredentials\scould\snot\sbe\sloaded|\bunauthorized:\sauthentication\srequired|\brequested\saccess\sto\sthe\sresource\sis\sdenied|\bpull\saccess\sdenied\sfor|\bThe\sconfig\sprofile\s\([^)\n]{1,80}\)\scould\snot\sbe\sfound/i,
    title: 'AWS does not know who is asking.',
    whatToDo:
      'No policy was evaluated. Check which credentials are used (aws sts get-caller-identity) and that the key is active; for a container registry, log in to it first.',
  },
  {
    code: 'application-authorization',
    overrules: 'codes',
    errorCodes: ['NotAuthorizedException', 'InvalidIdentityPoolConfigurationException', 'UserNotConfirmedException'],
    pattern:
      /\bValid\sauthorization\sheader\snot\sprovided|\bUnauthenticated\saccess\sis\snot\ssupported\sfor\sthis\sidentity\spool|\bIncorrect\susername\sor\spassword|\bNot\sAuthorized\sto\saccess\s\w+\son\stype\s\w+|"?message"?\s?:\s?"(?:Forbidden|Unauthorized)"|\bIncoming\stoken\shas\sexpired|\bInvalid\sidentity\spool\sconfiguration|\bAccess\sdenied\sfor\suser\s/i,
    title: 'The application refused this, not an IAM policy.',
    whatToDo:
      'Cognito, AppSync or an API Gateway authorizer answered. Look at the token, the authorization mode of the API, its API key and its authorizer.',
  },
  {
    code: 'encoded-message-invalid',
    errorCodes: ['InvalidAuthorizationMessageException', 'InvalidAuthorizationMessage'],
    title: 'The encoded message cannot be decoded any more.',
    whatToDo:
      'It is cut, has line breaks in it, belongs to another account or is too old. Copy it once more from the error itself, not from CloudTrail, which shortens it.',
  },
  {
    code: 'throttling',
    errorCodes: [
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      'SlowDown',
      'ProvisionedThroughputExceededException',
      'RequestThrottled',
      'RequestThrottledException',
      'LimitExceededException',
      'ServiceQuotaExceededException',
      'PriorRequestNotComplete',
      'BandwidthLimitExceeded',
      'LambdaThrottledException',
    ],
    pattern: /\bRate\sexceeded\b|\bPlease\sreduce\syour\srequest\srate|\bToo\sMany\sRequests\b|\bToo\smany\stokens\b/i,
    title: 'Too many requests, or a quota is reached.',
    whatToDo: 'No policy refused this. Retry with growing pauses, or ask for a higher quota.',
  },
  {
    code: 'network',
    errorCodes: ['RequestCanceled', 'NetworkingError', 'TimeoutError', 'RequestTimeout'],
    pattern:
      /\bi\/o\stimeout\b|\bcontext\sdeadline\sexceeded|\bconnection\s(?:refused|timed\sout|reset)|\bno\ssuch\shost\b|\bdispatch\sfailure\b|\bCould\snot\sconnect\sto\sthe\sendpoint|\bgetaddrinfo\b|\bENOTFOUND\b|\bECONNREFUSED\b|\bETIMEDOUT\b/i,
    title: 'AWS was not reached.',
    whatToDo:
      'The request failed on the network, so nothing was evaluated. Check routes, DNS, security groups, proxies and VPC endpoints.',
  },
  {
    code: 'account-state',
    overrules: 'codes',
    errorCodes: [
      'OptInRequired',
      'PendingVerification',
      'AccountProblem',
      'SubscriptionRequiredException',
      'InvalidPaymentInstrument',
      'AllAccessDisabled',
      'Blocked',
      'AWSOrganizationsNotInUseException',
      'RegionDisabledException',
    ],
    pattern:
      /\bYou\sare\snot\ssubscribed\sto\sthis\sservice|\bYour\s(?:request\sfor\saccessing\sresources\sin\sthis\sregion|account)\sis\s(?:currently\s)?(?:being\svalidated|being\sverified|blocked|suspended|not\sauthorized)|\bAll\saccess\sto\sthis\sobject\shas\sbeen\sdisabled|\bThis\saccount\sis\s(?:currently\s)?(?:blocked|suspended|not\sauthorized)|\bThe\sAWS\sAccess\sKey\sId\sneeds\sa\ssubscription/i,
    title: 'The account is not ready for this.',
    whatToDo:
      'The service, the Region or the account itself is not enabled, not verified or blocked. Look at the account in the console, or ask AWS Support.',
  },
  {
    code: 'policy-document',
    errorCodes: [
      'MalformedPolicyDocument',
      'MalformedPolicyDocumentException',
      'MalformedPolicy',
      'InvalidPolicyDocument',
      'PolicyNotAttachable',
      'PackedPolicyTooLarge',
    ],
    pattern:
      /\bInvalid\sprincipal\sin\spolicy\b|\bPartition\s"[^"\n]{0,40}"\sis\snot\svalid\sfor\sresource|\bPolicy\shas\sinvalid\s(?:resource|action)\b/i,
    title: 'A policy was not accepted because of how it is written.',
    whatToDo: 'Nothing was denied by it. Paste the policy: its mistakes are marked in the editor.',
  },
  {
    code: 'role-not-assumable',
    pattern: /\bThe\srole\sdefined\sfor\sthe\sfunction\scannot\sbe\sassumed\sby\sLambda/i,
    title: 'The service cannot assume the role.',
    whatToDo:
      'The trust policy of the role must name the service as its principal. Paste the trust policy to see what it says; a role that was just created needs a few seconds.',
  },
  {
    code: 'not-found',
    errorCodes: [
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
    title: 'What the request names does not exist.',
    whatToDo: 'No policy refused this. Check the name, the account and the Region.',
  },
  {
    code: 'invalid-request',
    errorCodes: [
      'ValidationException',
      'InvalidParameterValue',
      'InvalidParameterValueException',
      'InvalidParameterException',
      'InvalidParameterCombination',
      'InvalidRequest',
      'PermanentRedirect',
      'IllegalLocationConstraintException',
      'BucketAlreadyExists',
      'BucketAlreadyOwnedByYou',
      'EntityAlreadyExists',
      'UnsupportedOperation',
      'ServiceUnavailable',
    ],
    title: 'The request was refused for another reason than a policy.',
    whatToDo: 'The service did not accept the request as it is. Read its message and change the request.',
  },
  {
    code: 'git-credentials',
    pattern:
      /\bunable\sto\saccess\s'https:\/\/git-codecommit\.[^'\n]{1,200}':\sThe\srequested\sURL\sreturned\serror:\s403/i,
    title: 'CodeCommit did not accept the request.',
    whatToDo:
      'The text does not say whether the credentials are wrong or a policy refused. Check the credential helper first, then codecommit:GitPull and codecommit:GitPush.',
  },
  {
    code: 'other-error',
    title: 'This is an error, and not one of authorization.',
    whatToDo: 'No policy refused this. Read the message of the service and change the request.',
  },
]

const CODES = new Map(TOPICS.flatMap((topic) => (topic.errorCodes ?? []).map((code) => [code, topic.code] as const)))

/** The topic that an error code names. A suffix such as `.NotFound` counts too. */
export function topicOfCode(code: string): string | null {
  const found = CODES.get(code)
  if (found !== undefined) return found
  return /\.NotFound$|NotFoundException$/.test(code) ? 'not-found' : null
}

/** What an error is that is no authorization denial, and what to do about it. */
export interface Topic {
  readonly code: string
  /** The error codes that mean it. */
  readonly errorCodes?: readonly string[]
  /** Words of the message that mean it, whatever the code. */
  readonly pattern?: RegExp
  readonly title: string
  readonly whatToDo: string
}

/** Ordered: the first that matches names the error. */
export const TOPICS: readonly Topic[] = [
  {
    code: 'mfa-code-rejected',
    pattern: /\bMultiFactorAuthentication\s+failed/gi,
    title: 'The MFA code was not accepted.',
    whatToDo:
      'No policy was evaluated. Check the serial number of the MFA device and the clock of the device, and enter a fresh code.',
  },
  {
    code: 'unknown-api-path',
    pattern: /\bUnable\s+to\s+determine\s+service\/operation\s+name\s+to\s+be\s+authorized/gi,
    title: 'The URL does not name an operation of the service.',
    whatToDo:
      'AWS could not tell which operation the request meant, so no policy was evaluated. Check the path, the method and the stage of the URL.',
  },
  {
    code: 'azure',
    pattern:
      /\bdoes\s+not\s+have\s+authorization\s+to\s+perform\s+action|\bThis\s+request\s+is\s+not\s+authorized\s+to\s+perform\s+this\s+operation|x-ms-request-id|management\.azure\.com/gi,
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
    pattern:
      /\bgoogleapi:\s+Error|\bPERMISSION_DENIED\b|\bThe\s+caller\s+does\s+not\s+have\s+permission|iam\.gserviceaccount\.com|\bPermission\s+'[\w.]+'\s+denied\s+on|storage\.googleapis\.com/g,
    title: 'This is an error of Google Cloud.',
    whatToDo: 'Google Cloud decided this by its own IAM. AWS policies cannot explain it.',
  },
  {
    code: 'ibm-cloud',
    pattern: /\bibm\.biz\b|\bibmcloud\b|vpc\.block\.csi\.ibm/g,
    title: 'This is an error of IBM Cloud.',
    whatToDo: 'IBM Cloud decided this by its own access policies. AWS policies cannot explain it.',
  },
  {
    code: 'other-cloud',
    pattern:
      /huawei|hwcloud|aliyun|alibabacloud|tencentcloud|qcloud|oraclecloud|r2\.cloudflarestorage|cloudflare\s+r2|digitaloceanspaces|backblazeb2|wasabisys|\bminio\b|NotAuthorizedOrNotFound/gi,
    title: 'This is an error of another cloud that speaks like AWS.',
    whatToDo: 'The request went to another provider, which has policies of its own. AWS policies cannot explain it.',
  },
  {
    code: 'vault',
    pattern: /\bhvac\/|hashicorp\s+vault|\bpermission\s+denied:\s+Forbidden/gi,
    title: 'This is an error of HashiCorp Vault.',
    whatToDo: 'Vault refused by its own policies before anything reached AWS. Look at the policies of the Vault token.',
  },
  {
    code: 'kubernetes-rbac',
    pattern:
      /\bis\s+forbidden:\s+User\s|\bcannot\s+(?:get|list|watch|create|update|patch|delete|impersonate)\s+resource\s|\bYou\s+must\s+be\s+logged\s+in\s+to\s+the\s+server|"reason":\s*"(?:Unauthorized|Forbidden)"|\bfailed\s+calling\s+webhook\b[^\n]{0,200}forbidden|\bsystem:serviceaccount:/g,
    title: 'Kubernetes refused this, not IAM.',
    whatToDo:
      'In EKS, IAM only says who you are. What you may do in the cluster is decided by Kubernetes RBAC and the access entries (or the aws-auth ConfigMap) of the cluster.',
  },
  {
    code: 'request-signature',
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
      /\bThe\s+request\s+signature\s+we\s+calculated\s+does\s+not\s+match|\bMissing\s+Authentication\s+Token\b|\bSignature\s+(?:expired|not\s+yet\s+current)\b|\bCredential\s+should\s+be\s+scoped\s+to\b/gi,
    title: 'The request was not signed in a way that AWS accepts.',
    whatToDo:
      'No policy was evaluated. Check the secret key, the clock, the Region and the service name that the request is signed for, and whether a proxy changes it.',
  },
  {
    code: 'expired-credentials',
    errorCodes: [
      'ExpiredToken',
      'ExpiredTokenException',
      'ExpiredTokenException',
      'TokenRefreshRequired',
      'CredentialsExpired',
      'UnauthorizedSSOTokenError',
      'SSOTokenLoadError',
      'ExpiredIdentityToken',
      'IDPRejectedClaim',
    ],
    pattern:
      /\bThe\s+security\s+token\s+included\s+in\s+the\s+request\s+is\s+expired|\bThe\s+provided\s+token\s+has\s+expired|\bThe\s+SSO\s+session\s+(?:associated\s+with\s+this\s+profile\s+)?has\s+expired|\bError\s+when\s+retrieving\s+token\s+from\s+sso/gi,
    title: 'The credentials have expired.',
    whatToDo: 'No policy was evaluated. Sign in again or assume the role again, and repeat the request.',
  },
  {
    code: 'wrong-credentials',
    errorCodes: [
      'InvalidAccessKeyId',
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'AuthFailure',
      'InvalidToken',
      'InvalidIdentityToken',
      'NoCredentialsError',
      'CredentialsError',
      'NoCredentialProviders',
      'PartialCredentialsError',
      'CredentialsProviderError',
      'InvalidSecurity',
      'NotSignedUp',
      'InvalidUserID.NotFound',
    ],
    pattern:
      /\bThe\s+AWS\s+Access\s+Key\s+Id\s+you\s+provided\s+does\s+not\s+exist|\bThe\s+security\s+token\s+included\s+in\s+the\s+request\s+is\s+invalid|\bAWS\s+was\s+not\s+able\s+to\s+validate\s+the\s+provided\s+access\s+credentials|\bUnable\s+to\s+locate\s+credentials|\bno\s+basic\s+auth\s+credentials|\bNo\s+valid\s+credential\s+sources|\bCould\s+not\s+load\s+credentials\s+from|\bMissing\s+credentials\s+in\s+config|\bCredentials\s+could\s+not\s+be\s+loaded|\bunauthorized:\s+authentication\s+required|\brequested\s+access\s+to\s+the\s+resource\s+is\s+denied|\bpull\s+access\s+denied\s+for|\bThe\s+config\s+profile\s+\([^)\n]{1,80}\)\s+could\s+not\s+be\s+found/gi,
    title: 'AWS does not know who is asking.',
    whatToDo:
      'No policy was evaluated. Check which credentials are used (aws sts get-caller-identity) and that the key is active; for a container registry, log in to it first.',
  },
  {
    code: 'application-authorization',
    errorCodes: ['NotAuthorizedException', 'InvalidIdentityPoolConfigurationException', 'UserNotConfirmedException'],
    pattern:
      /\bValid\s+authorization\s+header\s+not\s+provided|\bUnauthenticated\s+access\s+is\s+not\s+supported\s+for\s+this\s+identity\s+pool|\bIncorrect\s+username\s+or\s+password|\bNot\s+Authorized\s+to\s+access\s+\w+\s+on\s+type\s+\w+|"?message"?\s*:\s*"(?:Forbidden|Unauthorized)"|\bIncoming\s+token\s+has\s+expired|\bInvalid\s+identity\s+pool\s+configuration/gi,
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
    pattern:
      /\bRate\s+exceeded\b|\bPlease\s+reduce\s+your\s+request\s+rate|\bToo\s+Many\s+Requests\b|\bToo\s+many\s+tokens\b/gi,
    title: 'Too many requests, or a quota is reached.',
    whatToDo: 'No policy refused this. Retry with growing pauses, or ask for a higher quota.',
  },
  {
    code: 'network',
    errorCodes: [
      'RequestCanceled',
      'RequestError',
      'ConnectTimeoutError',
      'EndpointConnectionError',
      'ReadTimeoutError',
      'NetworkingError',
      'TimeoutError',
      'RequestTimeout',
    ],
    pattern:
      /\bi\/o\s+timeout\b|\bcontext\s+deadline\s+exceeded|\bconnection\s+(?:refused|timed\s+out|reset)|\bno\s+such\s+host\b|\bdispatch\s+failure\b|\bCould\s+not\s+connect\s+to\s+the\s+endpoint|\bgetaddrinfo\b|\bENOTFOUND\b|\bECONNREFUSED\b|\bETIMEDOUT\b/gi,
    title: 'AWS was not reached.',
    whatToDo:
      'The request failed on the network, so nothing was evaluated. Check routes, DNS, security groups, proxies and VPC endpoints.',
  },
  {
    code: 'account-state',
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
      /\bYou\s+are\s+not\s+subscribed\s+to\s+this\s+service|\bYour\s+(?:request\s+for\s+accessing\s+resources\s+in\s+this\s+region|account)\s+is\s+(?:currently\s+)?(?:being\s+validated|being\s+verified|blocked|suspended|not\s+authorized)|\bAll\s+access\s+to\s+this\s+object\s+has\s+been\s+disabled|\bThis\s+account\s+is\s+(?:currently\s+)?(?:blocked|suspended|not\s+authorized)|\bThe\s+AWS\s+Access\s+Key\s+Id\s+needs\s+a\s+subscription/gi,
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
      /\bInvalid\s+principal\s+in\s+policy\b|\bPartition\s+"[^"\n]{0,40}"\s+is\s+not\s+valid\s+for\s+resource|\bPolicy\s+has\s+invalid\s+(?:resource|action)\b/gi,
    title: 'A policy was not accepted because of how it is written.',
    whatToDo: 'Nothing was denied by it. Paste the policy: its mistakes are marked in the editor.',
  },
  {
    code: 'role-not-assumable',
    pattern: /\bThe\s+role\s+defined\s+for\s+the\s+function\s+cannot\s+be\s+assumed\s+by\s+Lambda/gi,
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
    pattern: /\bThe\s+specified\s+bucket\s+does\s+not\s+exist/gi,
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
      'InternalError',
      'ServiceUnavailable',
      'UnauthorizedException',
    ],
    title: 'The request was refused for another reason than a policy.',
    whatToDo: 'The service did not accept the request as it is. Read its message and change the request.',
  },
  {
    code: 'git-credentials',
    pattern:
      /\bunable\s+to\s+access\s+'https:\/\/git-codecommit\.[^'\n]{1,200}':\s+The\s+requested\s+URL\s+returned\s+error:\s+403/gi,
    title: 'CodeCommit did not accept the request.',
    whatToDo:
      'The text does not say whether the credentials are wrong or a policy refused. Check the credential helper first, then codecommit:GitPull and codecommit:GitPush.',
  },
]

const CODES = new Map(TOPICS.flatMap((topic) => (topic.errorCodes ?? []).map((code) => [code, topic.code] as const)))

/** The topic that an error code names. A suffix such as `.NotFound` counts too. */
export function topicOfCode(code: string): string | null {
  const found = CODES.get(code)
  if (found !== undefined) return found
  return /\.NotFound$|NotFoundException$/.test(code) ? 'not-found' : null
}

/** The row of a topic code. */
export function topicOf(code: string): Topic | null {
  return TOPICS.find((topic) => topic.code === code) ?? null
}

/** What an error is besides, or instead of, a denial by a policy, and what to do about it. */
interface TopicRow {
  readonly code: string
  /** The error codes that mean it. */
  readonly errorCodes?: readonly string[]
  /** Words of the message that mean it, whatever the code. */
  readonly pattern?: RegExp
  /** Its words near a code without a message ("codes"), or near a refusal without an ARN ("aws"), mean that it is no denial. */
  readonly overrules?: 'codes' | 'aws'
  /** The request was refused all the same: its words in the sentence of a denial say more of it. */
  readonly ofDenial?: true
  /** It tells nothing: whether a policy refused is as open as before. */
  readonly isOpen?: true
  readonly title: string
  readonly whatToDo: string
}

/** Ordered: the first that matches names the error. */
const ROWS = [
  {
    code: 'dry-run-passed',
    overrules: 'codes',
    errorCodes: ['DryRunOperation'],
    pattern: /\bRequest\swould\shave\ssucceeded,\sbut\sDryRun\sflag\sis\sset/i,
    title: 'The dry run passed: the request is allowed.',
    whatToDo: 'EC2 answers a dry run that would succeed with this error. Nothing was refused.',
  },
  {
    code: 'block-public-access',
    ofDenial: true,
    pattern: /\b(?:by|in|of)\s(?:the\s(?:\w+\ssetting\sin\s)?)?S3\sBlock\sPublic\sAccess/i,
    title: 'S3 Block Public Access refuses it.',
    whatToDo:
      'The setting stands above all policies, on the bucket or on the account. Make the policy or the ACL not public, or turn the setting off where public access is meant.',
  },
  {
    code: 'object-lock',
    ofDenial: true,
    pattern: /\bobject\sprotected\sby\sobject\slock/i,
    title: 'The object is locked.',
    whatToDo:
      'A retention period or a legal hold keeps the version. In governance mode s3:BypassGovernanceRetention and its header allow it; in compliance mode nobody can.',
  },
  {
    code: 'lake-formation',
    ofDenial: true,
    pattern:
      /\bLake\sFormation\spermission|\brequester\sis\snot\sauthorized\sto\saccess\srequested\spermissions|\bPrincipal\sdoes\snot\shave\sany\sprivilege\son\sspecified\sresource/i,
    title: 'A permission of Lake Formation is missing.',
    whatToDo: 'Lake Formation grants it, not an IAM policy: grant the permission on the database, table or location.',
  },
  {
    code: 'bedrock-model-access',
    ofDenial: true,
    pattern:
      /\bhave\saccess\sto\sthe\smodel\swith\sthe\sspecified\smodel\sID|\bYour\saccount\sis\snot\sauthorized\sto\sinvoke\sthis\sAPI\soperation/i,
    title: 'The account has no access to the model.',
    whatToDo:
      'The first call of a model subscribes the account in AWS Marketplace: who calls needs the permissions for it, and some models want a form filled in first.',
  },
  {
    code: 'root-assumes-no-role',
    ofDenial: true,
    pattern: /\bRoles\smay\snot\sbe\sassumed\sby\sroot\saccounts/i,
    title: 'The root user of an account cannot assume a role.',
    whatToDo: 'No policy can change it. Sign in as an IAM user, in IAM Identity Center or with another role.',
  },
  {
    code: 'role-not-assumable',
    ofDenial: true,
    pattern:
      /\bcannot\sbe\sassumed\b|\bunable\sto\sassume\s(?:the\s)?(?:provided\s)?role|\bto\sassume\s(?:the\s(?:provided\s|associated\s)?)?role|\bassume\srole\sarn:/i,
    title: 'The service cannot assume the role.',
    whatToDo:
      'The trust policy of the role must name the service as its principal. Paste the trust policy to see what it says; a role that was just created needs a few seconds.',
  },
  {
    code: 'acls-disabled',
    errorCodes: ['AccessControlListNotSupported'],
    pattern: /\bThe\sbucket\sdoes\snot\sallow\sACLs/i,
    title: 'The bucket has ACLs disabled.',
    whatToDo:
      'Object Ownership is "Bucket owner enforced": leave the ACL out of the request, or change the ownership setting of the bucket.',
  },
  {
    code: 'kms-key-pending-deletion',
    pattern: /\bis\spending\s(?:replica\s)?deletion\b/i,
    title: 'The KMS key is to be deleted.',
    whatToDo: 'No policy refused this. Cancel the deletion, enable the key, or use another one.',
  },
  {
    code: 'kms-key-state',
    errorCodes: ['KMSInvalidStateException', 'KMSInvalidMacException', 'KeyUnavailableException'],
    title: 'The KMS key is in a state in which it cannot be used.',
    whatToDo:
      'No policy refused this. Look at the state of the key: it may lack its material, be unavailable or be updating.',
  },
  {
    code: 'kms-key-disabled',
    errorCodes: ['DisabledException'],
    pattern: /:key\/[\w-]{1,80}\sis\sdisabled\b/i,
    title: 'The KMS key is disabled.',
    whatToDo: 'No policy refused this. Enable the key, or use another one.',
  },
  {
    code: 'region-disabled',
    overrules: 'codes',
    errorCodes: ['RegionDisabledException'],
    pattern: /\bSTS\sis\snot\sactivated\sin\sthis\sregion|\bRegion\s[\w-]{3,20}\sis\s(?:not\senabled|disabled)\b/i,
    title: 'The Region is not enabled for the account.',
    whatToDo: 'Enable the Region in the account settings, or ask another Region. STS can be activated in IAM.',
  },
  {
    code: 'policy-lockout',
    pattern: /\bpolicy\swill\snot\sallow\syou\sto\supdate\sthe\s(?:key\s)?policy\sin\sthe\sfuture/i,
    title: 'The new policy would lock out the one who sets it.',
    whatToDo: 'Let the policy allow the caller to change it again, as the account root or by name.',
  },
  {
    code: 'object-archived',
    errorCodes: ['InvalidObjectState'],
    title: 'The object is archived.',
    whatToDo: 'No policy refused this. Restore the object first.',
  },
  {
    code: 'ses-not-verified',
    errorCodes: ['MessageRejected', 'MailFromDomainNotVerifiedException'],
    pattern: /\bEmail\saddress\sis\snot\sverified/i,
    title: 'The address is not verified in SES.',
    whatToDo: 'No policy refused this. Verify the address or its domain in that Region, or leave the sandbox.',
  },
  {
    code: 'signed-url',
    errorCodes: ['MissingKey', 'InvalidKey', 'CloudFrontAccessDenied'],
    pattern: /\bMissing\sKey-Pair-Id\squery\sparameter|\bUnknown\sKey(?=\s?<)/i,
    title: 'CloudFront wants a signed URL or signed cookies.',
    whatToDo: 'No IAM policy was evaluated. Sign the URL with a key of the distribution, or lift the restriction.',
  },
  {
    code: 'cloudfront-blocked',
    pattern: /\bThe\srequest\scould\snot\sbe\ssatisfied\b|\bRequest\sblocked\.\sWe\scan't\sconnect/i,
    title: 'CloudFront refused the request.',
    whatToDo:
      'A rule of AWS WAF, a geographic restriction, the method or the host name may be the reason: no IAM policy.',
  },
  {
    code: 'opensearch-permissions',
    pattern: /\bno\spermissions\sfor\s\[[^\]\n]{1,200}\]\s(?:and|with)\sUser\b|"type":\s?"security_exception"/i,
    title: 'OpenSearch refused it by its own roles.',
    whatToDo:
      'This is its fine-grained access control: map the user or the IAM role, as a backend role, to a role of OpenSearch that has the permission. IAM let the request in.',
  },
  {
    code: 'database-permissions',
    pattern:
      /\bpermission\sdenied\sfor\s(?:relation|schema|table|database|function|sequence|view|language|column|type|foreign)\b|\bAccess\sdenied\sfor\suser\s'[^'\n]{1,80}'@|\bcommand\sdenied\sto\suser\s'|\bpassword\sauthentication\sfailed\sfor\suser\b|\bSQL\saccess\scontrol\serror\b/i,
    title: 'The database refused it by its own permissions.',
    whatToDo: 'Grant the permission in the database, or sign in as another user. No IAM policy was evaluated.',
  },
  {
    code: 'operating-system',
    pattern:
      /\bPermission\sdenied\s\((?:publickey|13)\b|\b(?:ba|z|da)?sh:\s[^\n:]{1,200}:\spermission\sdenied|\bpermission\sdenied\swhile\strying\sto\sconnect\sto\sthe\sDocker\b|\bEACCES\b|\.sock:\sconnect:\spermission\sdenied|\[Errno\s13\]\sPermission\sdenied/i,
    title: 'The operating system refused this, not AWS.',
    whatToDo: 'Look at the owner and the mode of the file, or at the key that SSH offers. Nothing in AWS was asked.',
  },
  {
    code: 'code-host',
    pattern:
      /\bremote:\sPermission\sto\s\S{1,200}\sdenied\sto\b|\bremote:\sWrite\saccess\sto\srepository\snot\sgranted/i,
    title: 'The host of the repository refused this, not AWS.',
    whatToDo: 'Look at the user and the token or key with which git signs in there. Nothing in AWS was asked.',
  },
  {
    code: 'saml-response',
    overrules: 'codes',
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
    pattern:
      /\bincluded\san\sinvalid\sSAML\sresponse\b|\bRoleSessionName\s(?:is\srequired\sin\sAuthnResponse|in\sAuthnResponse\smust)|\bResponse\ssignature\sinvalid\b/i,
    title: 'AWS did not accept the SAML response.',
    whatToDo:
      'No policy was evaluated. The response has to carry the ARNs of the role and of the provider in its Role attribute, and a RoleSessionName; its signature has to fit the metadata of the provider in IAM.',
  },
  {
    code: 'wrong-region',
    overrules: 'codes',
    errorCodes: [
      'PermanentRedirect',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
      'TemporaryRedirect',
    ],
    pattern:
      /\bmust\sbe\saddressed\susing\sthe\sspecified\sendpoint|\bthe\sregion\s'[\w-]{3,20}'\sis\swrong;\sexpecting\s'[\w-]{3,20}'/i,
    title: 'The bucket is in another Region.',
    whatToDo: 'No policy was evaluated. Send the request to the Region of the bucket.',
  },
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
    pattern:
      /\bUnable\sto\sdetermine\sservice\/operation\sname\sto\sbe\sauthorized|\{\s?"message"\s?:\s?"Missing\sAuthentication\sToken"\s?\}/i,
    title: 'The URL does not name an operation of the service.',
    whatToDo:
      'AWS could not tell which operation the request meant, so no policy was evaluated. Check the path, the method and the stage of the URL; API Gateway says so too of an unsigned request to a method with IAM authorization.',
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
      /\bgoogleapi:\sError|\bPERMISSION_DENIED\b|\bThe\scaller\sdoes\snot\shave\spermission(?!\sto\s\w+\s[a-z\d-]+:[A-Z])|iam\.gserviceaccount\.com|\bPermission\s'[\w.]+'\sdenied\son|googleapis\.com|\bdoes\snot\shave\s[\w.]{3,80}\saccess\sto\b/,
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
    code: 'kubernetes-nodes',
    overrules: 'codes',
    pattern: /\bworker\snodes\sdo\snot\shave\saccess\sto\sthe\scluster/i,
    title: 'The cluster does not know the role of its nodes.',
    whatToDo:
      'Give the node role an access entry, or a line in the aws-auth ConfigMap. Its IAM policies are another matter.',
  },
  {
    code: 'kubernetes-rbac',
    pattern:
      /\bis\sforbidden:\sUser\s|\bcannot\s(?:get|list|watch|create|update|patch|delete|impersonate)\sresource\s|\bYou\smust\sbe\slogged\sin\sto\sthe\sserver|\bdoes\snot\shave\saccess\sto\sKubernetes\sobjects|\bserver\shas\sasked\sfor\sthe\sclient\sto\sprovide\scredentials|"reason":\s?"(?:Unauthorized|Forbidden)"|\bfailed\scalling\swebhook\s[^\n]{1,200}forbidden|\bUser:?\s["']?system:serviceaccount:/,
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
      /\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sexpired|\bThe\sprovided\stoken\shas\sexpired|\bSession\stoken\snot\sfound\sor\sinvalid|\bauthorization\stoken\shas\sexpired|\bThe\sSSO\ssession\s(?:associated\swith\sthis\sprofile\s)?has\sexpired|\bError\s(?:when\sretrieving\stoken\sfrom|loading)\sSSO\b|\bToken\shas\sexpired\sand\srefresh\sfailed/i,
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
      'InvalidUserID.NotFound',
    ],
    pattern:
      /\bThe\sAWS\sAccess\sKey\sId\syou\sprovided\sdoes\snot\sexist|\bThe\ssecurity\stoken\sincluded\sin\sthe\srequest\sis\sinvalid|\bAWS\swas\snot\sable\sto\svalidate\sthe\sprovided\saccess\scredentials|\bUnable\sto\slocate\scredentials|\bno\sbasic\sauth\scredentials|\bNo\svalid\scredential\ssources|\bCould\snot\sload\scredentials\sfrom|\bMissing\scredentials\sin\sconfig|\bCredentials\scould\snot\sbe\sloaded|\bunauthorized:\sauthentication\srequired|\brequested\saccess\sto\sthe\sresource\sis\sdenied|\bpull\saccess\sdenied\sfor|\bThe\sconfig\sprofile\s\([^)\n]{1,80}\)\scould\snot\sbe\sfound/i,
    title: 'AWS does not know who is asking.',
    whatToDo:
      'No policy was evaluated. Check which credentials are used (aws sts get-caller-identity) and that the key is active; for a container registry, log in to it first.',
  },
  {
    code: 'zone-of-another-account',
    overrules: 'codes',
    pattern: /\bis\snot\sauthorized\sto\sbe\sassociated\swith\s(?:the\s)?hosted\szone/i,
    title: 'The owner of the hosted zone has not authorized the VPC.',
    whatToDo:
      'No policy can change it: the account of the zone authorizes the association first, then the account of the VPC makes it.',
  },
  {
    code: 'application-authorization',
    overrules: 'codes',
    errorCodes: ['NotAuthorizedException', 'InvalidIdentityPoolConfigurationException', 'UserNotConfirmedException'],
    pattern:
      /\bValid\sauthorization\sheader\snot\sprovided|\bUnauthenticated\saccess\sis\snot\ssupported\sfor\sthis\sidentity\spool|\bIncorrect\susername\sor\spassword|\bNot\sAuthorized\sto\saccess\s\w+\son\stype\s\w+|(?<!"AccessDenied(?:Exception)?",\s?"?)message"?\s?:\s?"(?:Forbidden|Unauthorized)"(?!,\s?"\w{4,9}"\s?:\s?"(?:[\w.]+#)?AccessDenied)|\bIncoming\stoken\shas\sexpired|\bInvalid\sidentity\spool\sconfiguration/i,
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
      'PriorRequestNotComplete',
      'BandwidthLimitExceeded',
      'LambdaThrottledException',
    ],
    pattern: /\bRate\sexceeded\b|\bPlease\sreduce\syour\srequest\srate|\bToo\sMany\sRequests\b|\bToo\smany\stokens\b/i,
    title: 'Too many requests.',
    whatToDo: 'No policy refused this. Retry with growing pauses, or ask for a higher rate.',
  },
  {
    code: 'certificate',
    pattern:
      /\bCERTIFICATE_VERIFY_FAILED\b|\bSSL\svalidation\sfailed\sfor\b|\bx509:\scertificate\s|\bPKIX\spath\sbuilding\sfailed\b|\bunable\sto\sget\slocal\sissuer\scertificate\b|\bself[- ]signed\scertificate\b|\bUNABLE_TO_VERIFY_LEAF_SIGNATURE\b/i,
    title: 'The certificate of the server was not trusted.',
    whatToDo:
      'The connection ended before the request was sent, so nothing was evaluated. Where a proxy opens TLS, its certificate belongs into the bundle of the client (AWS_CA_BUNDLE); an interface endpoint answers under its own names and, with private DNS, the service’s.',
  },
  {
    code: 'function-timeout',
    pattern: /\bTask\stimed\sout\safter\s\d|\bSandbox\.Timedout\b/,
    title: 'The function ran out of time.',
    whatToDo:
      'Lambda ended it; no policy refused it. A call that waits for a service that it cannot reach looks so, for instance from a VPC without a route or an endpoint to it; else give the function more time.',
  },
  {
    code: 'network',
    errorCodes: ['RequestCanceled', 'NetworkingError', 'TimeoutError', 'RequestTimeout'],
    pattern:
      /\bi\/o\stimeout\b|\b(?:Connect|Read)\stimeout\son\sendpoint\b|\bTLS\shandshake\stimeout\b|\bcontext\sdeadline\sexceeded|\bconnection\s(?:refused|timed\sout|reset)|\bno\ssuch\shost\b|\bdispatch\sfailure\b|\bCould\snot\sconnect\sto\sthe\sendpoint|\bgetaddrinfo\b|\bENOTFOUND\b|\bECONNREFUSED\b|\bETIMEDOUT\b/i,
    title: 'AWS was not reached.',
    whatToDo:
      'The request failed on the network, so nothing was evaluated. Check routes, DNS, security groups, proxies and VPC endpoints.',
  },
  {
    code: 'quota',
    errorCodes: [
      'LimitExceeded',
      'LimitExceededException',
      'ServiceQuotaExceededException',
      'QuotaExceededException',
      'VcpuLimitExceeded',
      'InstanceLimitExceeded',
      'VpcLimitExceeded',
      'AddressLimitExceeded',
      'TooManyBuckets',
      'PolicySizeLimitExceeded',
      'PolicyLengthExceeded',
    ],
    pattern: /\bCannot\sexceed\squota\sfor\s\w+/,
    title: 'A quota is reached.',
    whatToDo: 'No policy refused this. Remove what is not needed, or ask for a higher quota.',
  },
  {
    code: 'account-blocked',
    overrules: 'codes',
    errorCodes: ['AccountProblem', 'InvalidPaymentInstrument', 'AllAccessDisabled', 'Blocked'],
    pattern:
      /\b(?:Your|This)\saccount\s(?:is|has\sbeen)\s(?:currently\s)?(?:blocked|suspended|not\sauthorized(?!\sto\sinvoke\sthis\sAPI\soperation))|\bAll\saccess\sto\sthis\sobject\shas\sbeen\sdisabled/i,
    title: 'The account is blocked, suspended or not enabled for this.',
    whatToDo: 'No policy can change it. Look at the account and its bills in the console, or ask AWS Support.',
  },
  {
    code: 'account-verification',
    overrules: 'aws',
    errorCodes: ['PendingVerification'],
    pattern:
      /\bYour\s(?:request\sfor\saccessing\sresources\sin\sthis\sregion|account)\sis\s(?:currently\s)?being\s(?:validated|verified)|\baccount\smust\sbe\sverified\sbefore/i,
    title: 'AWS has not verified the account yet.',
    whatToDo:
      'No policy can change it. It usually takes minutes, at most some hours; then, or where the message says so, ask AWS Support.',
  },
  {
    code: 'not-subscribed',
    overrules: 'codes',
    errorCodes: ['OptInRequired', 'SubscriptionRequiredException', 'NotSignedUp'],
    pattern: /\bYou\sare\snot\ssubscribed\sto\sthis\sservice|\bThe\sAWS\sAccess\sKey\sId\sneeds\sa\ssubscription/i,
    title: 'The account is not subscribed to the service, or the Region is not enabled.',
    whatToDo:
      'No policy can change it. Enable the Region or the service for the account; a product of AWS Marketplace needs its terms accepted.',
  },
  {
    code: 'organization-state',
    errorCodes: ['AWSOrganizationsNotInUseException', 'AccountNotRegisteredException'],
    title: 'The account is in no organization, or the call is for another account of it.',
    whatToDo: 'Make the call in the management account, or in the account that is registered as its delegate.',
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
    code: 'volume-gone',
    overrules: 'codes',
    pattern: /\bfailed\sto\sget\san\savailable\svolume\b/i,
    title: 'The volume does not exist, or not any more.',
    whatToDo:
      'EC2 makes a volume first and encrypts it then. One that is gone at once was given up, mostly because who made it may not use its KMS key; else check the id and the Region.',
  },
  {
    code: 'not-found',
    errorCodes: [
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
      'BucketAlreadyExists',
      'BucketAlreadyOwnedByYou',
      'EntityAlreadyExists',
      'UnsupportedOperation',
      'ServiceUnavailable',
    ],
    pattern: /\berror:\s400\sBad\sRequest\b/i,
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
    code: 'perhaps-denied',
    isOpen: true,
    // ECS says so too where the task’s role may not open the channels of a session.
    errorCodes: ['TargetNotConnectedException'],
    title: 'This error does not say whether a permission is missing.',
    whatToDo:
      'The service says to look at permissions, among other things: see as whom it works, the caller or a role that it was given, and what that one may do. The CloudTrail event shows whether something was denied.',
  },
  {
    code: 'unknown-error',
    isOpen: true,
    // The page of a web server, a load balancer or a firewall.
    pattern: /<title>403\sForbidden<\/title>/i,
    title: 'This error does not show whether AWS refused anything.',
    whatToDo:
      'It names no call of AWS. Paste more of what was printed, with the call that failed and the address that it went to.',
  },
  {
    code: 'other-error',
    title: 'This is an error, and not one of authorization.',
    whatToDo: 'No policy refused this. Read the message of the service and change the request.',
  },
] as const satisfies readonly TopicRow[]

/** What an error can be besides, or instead of, a denial by a policy. */
export type TopicCode = (typeof ROWS)[number]['code']

/** A row of the table of topics. */
export type Topic = TopicRow & { readonly code: TopicCode }

/** Ordered: the first that matches names the error. */
export const TOPICS: readonly Topic[] = ROWS

const CODES = new Map(TOPICS.flatMap((topic) => (topic.errorCodes ?? []).map((code) => [code, topic.code] as const)))

/** The topic that the words of a denial name. */
export const topicOfDenial = (words: string): TopicCode | null =>
  TOPICS.find(({ ofDenial, pattern }) => ofDenial && pattern?.test(words))?.code ?? null

/** The topic that an error code names. KMS's own stand behind its name where another service passes them on. */
export function topicOfCode(code: string): TopicCode | null {
  const found = CODES.get(code.replace(/^KMS\./, ''))
  if (found !== undefined) return found
  return /\.NotFound$|NotFoundException$/.test(code) ? 'not-found' : null
}

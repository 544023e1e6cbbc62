/** Names of fields in what AWS and its tools print: events, decoded messages, details of an authorization, policies, answers. */
const FIELDS =
  'authorizationId evaluatedEffect matchedPolicies matchedStatements matchedPolicyDetails statementId sourcePolicyId sourcePolicyType policyId policyType ' +
  'PolicyId PolicyType PolicyArn PolicyName PolicyNames PolicyDocument PolicyText policyText policyDocument policyArn policyName PolicyVersion ' +
  'PolicyVersionList PolicySummary PolicyInJson VersionId DefaultVersionId IsDefaultVersion Document AttachedPolicies AttachedManagedPolicies ' +
  'RolePolicyList UserPolicyList GroupPolicyList RoleDetailList UserDetailList GroupDetailList GroupList AssumeRolePolicyDocument PermissionsBoundary ' +
  'PermissionsBoundaryArn PermissionsBoundaryDecisionDetail OrganizationsDecisionDetail AllowedByOrganizations AllowedByPermissionsBoundary ' +
  'EvalActionName EvalResourceName EvalDecision EvalDecisionDetails EvalResourceDecision EvaluationResults ResourceSpecificResults ' +
  'MissingContextValues MissingContextKeys ContextKeyNames StartPosition EndPosition DecodedMessage encodedMessage RoleName RoleId UserName UserId ' +
  'GroupName GroupId InstanceProfileList InstanceProfileName QueueArn QueueUrl TopicArn SecretId SecretARN FunctionName RepositoryName ' +
  'repositoryName repositoryArn KeyId KeyPolicy KeyState ResourcePolicy AccessPolicies FileSystemId RepositoryPolicyText IsTruncated Marker CreateDate ' +
  'UpdateDate AttachmentCount IsAttachable PermissionsBoundaryUsageCount MaxSessionDuration Path Arn Tags TagKey TagValue HTTPStatusCode ' +
  'HTTPHeaders RetryAttempts ResponseMetadata RequestId HostId BucketName Grantee Grants Owner DisplayName MFADelete Records eventVersion ' +
  'userIdentity accountId accessKeyId principalId userName invokedBy sessionContext sessionIssuer webIdFederationData federatedProvider ' +
  'attributes creationDate mfaAuthenticated sourceIdentity ec2RoleDelivery assumedRoot eventTime eventSource eventName awsRegion sourceIPAddress ' +
  'userAgent errorCode errorMessage requestParameters responseElements additionalEventData requestID eventID readOnly resources resourceARN ' +
  'eventType apiVersion managementEvent recipientAccountId sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory tlsDetails tlsVersion ' +
  'cipherSuite clientProvidedHostHeader sessionCredentialFromConsole serviceEventDetails edgeDeviceDetails eventContext requestContext tagContext ' +
  'resourceTags principalTags SignatureVersion CipherSuite AuthenticationMethod bytesTransferredIn bytesTransferredOut roleArn roleSessionName ' +
  'durationSeconds externalId credentials sessionToken expiration assumedRoleUser assumedRoleId packedPolicySize functionName functionArn keyArn ' +
  'bucketArn topicArn queueUrl targetArn taskDefinition stackName stackId logGroupName logStreamName streamName tableName secretId instancesSet ' +
  'instanceType imageId subnetId tagSpecificationSet resourceType tagSet encryptionContext encryptionAlgorithm constraints granteePrincipal ' +
  'retiringPrincipal arnForObjects LogicalResourceId PhysicalResourceId ResourceStatus ResourceStatusReason HandlerErrorCode StackEvents ' +
  'NotAction NotResource NotPrincipal CanonicalUser CloudTrailEvent evaluations evaluation attachedTo uri inline sid effect matched authorizations ' +
  'decodedMessage failures items explicitDeny isUser principalGroups principals actions conditions context values StatusCode'

/** What the SDKs tell of themselves in a user agent. */
const AGENT =
  'md ua os linux macos windows darwin arch x86 x86_64 amd64 arm64 aarch64 lang cfg exec env exec-env mode retry-mode legacy standard adaptive ' +
  'installer exe prompt distrib api tls'

/** Values that AWS takes from a list of its own. */
const VALUES =
  'AssumedRole IAMUser SAMLUser WebIdentityUser FederatedUser AWSAccount AWSService IdentityCenterUser AwsApiCall AwsServiceEvent AwsConsoleAction ' +
  'AwsConsoleSignIn AwsCloudTrailInsight AwsVpceEvent Management NetworkActivity Insight explicitDeny implicitDeny InlinePolicy AWSManagedPolicy ' +
  'LocalManagedPolicy IdentityPolicy ResourcePolicy SessionPolicy PermissionsBoundaryPolicy ServiceControlPolicy ResourceControlPolicy VpcEndpointPolicy ' +
  'SCP RCP Organizations AuthHeader QueryString SigV4 TLSv1 HTTPS Vpce VpceAccessDenied CREATE_FAILED ROLLBACK_COMPLETE UPDATE_ROLLBACK_FAILED ' +
  'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter Enabled Disabled PendingDeletion SYMMETRIC_DEFAULT STANDARD INTELLIGENT_TIERING AES256'

/** Codes of errors that AWS returns, which no list of actions has. */
const CODES =
  'AuthFailure AuthorizationFailed AllAccessDisabled InvalidClientTokenId UnrecognizedClientException ExpiredToken ExpiredTokenException SlowDown ' +
  'SignatureDoesNotMatch InvalidSignatureException IncompleteSignature MissingAuthenticationToken RequestExpired RequestTimeTooSkewed NoSuchBucket ' +
  'NoSuchKey NoSuchEntity NotSignedUp OptInRequired Blocked Throttling ThrottlingException RequestLimitExceeded DryRunOperation MalformedPolicy ' +
  'MalformedPolicyDocument PackedPolicyTooLarge KMSInvalidStateException InvalidIdentityToken IDPRejectedClaim PermanentRedirect'

const lower = (text: string) => text.toLowerCase().split(' ')

/** Words of AWS's formats, in lower case: they name nobody, and what reads a record finds its fields by them. */
export const FORMAT_WORDS: readonly string[] = [...lower(FIELDS), ...lower(AGENT), ...lower(VALUES), ...lower(CODES)]

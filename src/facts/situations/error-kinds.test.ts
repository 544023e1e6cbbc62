import { describe, expect, it } from 'vitest'
import { gateOfWords, isCertainKind, kindOfCode, kindOfStatus, kindOfWords } from './error-kinds'
import type { SituationId } from './situations'

/** Codes of services, and what the published models of their APIs say that each means. */
const CODES: Readonly<Partial<Record<SituationId, readonly string[]>>> = {
  quota: [
    'AccountChannelLimitExceededException',
    'TooManyTagsException',
    'MaximumOpenPullRequestsExceededException',
    'SubnetQuotaExceededFault',
    'TrailLimit',
    'WAFLimitsExceededException',
    'PayloadTooLargeException',
    'ConcurrentRunsExceededException',
    'CapacityDecreaseRequestLimitExceeded',
  ],
  throttling: [
    'ThrottledClientException',
    'EKSRequestThrottledException',
    'ResourceProvisionedThroughputExceededException',
  ],
  'already-exists': [
    'DBSnapshotAlreadyExists',
    'DuplicatePolicyAttachmentException',
    'WAFDuplicateItemException',
    'CustomKeyStoreNameInUseException',
  ],
  'setting-not-there': ['NoSuchPublicAccessBlockConfiguration', 'RepositoryPolicyNotFoundException', 'NoSuchTagSet'],
  'not-found': [
    'DBClusterNotFoundFault',
    'NoSuchHostedZone',
    'BranchDoesNotExistException',
    'NoSuchFunctionExists',
    'UnknownResourceFault',
    'WAFNonexistentItemException',
    'GoneException',
    // Nobody is refused: a rule with that source isn't there.
    'AuthorizationNotFound',
  ],
  'not-in-that-state': [
    'ResourceInUseException',
    'InvalidDBInstanceState',
    'ModelNotReadyException',
    'PurgeQueueInProgress',
    'CrawlerRunningException',
    'DeploymentAlreadyCompletedException',
    'StackSetNotEmptyException',
    'ConflictException',
    'CertificateStateException',
  ],
  'not-enabled-here': [
    'OptInRequiredException',
    'PolicyTypeNotEnabledException',
    // https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html
    'InvalidAccessException',
    'UnsupportedUserEditionException',
    'RegionDisabledException',
    'NotManagementAccountException',
  ],
  'not-offered': [
    'UnsupportedOperationException',
    'OperationNotSupportedException',
    'FeatureNotAvailableException',
    'MethodNotAllowedException',
  ],
  'no-capacity': ['InsufficientDBInstanceCapacity', 'OutOfCapacityException', 'NoFreeAddressesInSubnet'],
  'changed-meanwhile': [
    'ConcurrentModificationException',
    'WAFStaleDataException',
    'IdempotentParameterMismatchException',
    'PreconditionFailedException',
  ],
  'token-not-valid': [
    'InvalidNextTokenException',
    'ExpiredIteratorException',
    'ExpiredImportTokenException',
    'InvalidChangeTokenException',
  ],
  'kms-key-state': ['KMSDisabledException', 'KmsInvalidState', 'EncryptionKeyUnavailableException'],
  'key-not-usable': ['KMSNotFoundException', 'EncryptionKeyInvalidUsageException', 'KmsKeyNotFoundException'],
  'linked-role-missing': ['ServiceLinkedRoleNotFoundFault'],
  'role-not-accepted': [
    'InvalidRoleException',
    'InvalidCloudWatchLogsRoleArnException',
    'InvalidSmsRoleTrustRelationshipException',
  ],
  'policy-document': ['MalformedPolicyDocumentException', 'LockoutPreventionException'],
  'service-failed': [
    'InternalServerErrorException',
    'ServiceUnavailableException',
    'DependencyFailedException',
    'BadGatewayException',
  ],
  'took-too-long': ['RequestTimeoutException', 'EFSMountConnectivityException', 'IDPCommunicationError'],
  'value-not-accepted': [
    'InvalidSubnet',
    'InvalidParameterCombinationException',
    'MissingRequiredParameter',
    'MalformedArnException',
    'InvalidOriginKeepaliveTimeout',
    'DuplicateSubnetsInSameZone',
    'TagPolicyException',
  ],
  'invalid-request': [
    'BadRequestException',
    'InvalidParameterValueException',
    'InvalidGatewayRequestException',
    'UnprocessableEntityException',
  ],
  // The models say of these that a permission can be missing, whatever the rest of the name says.
  'perhaps-denied': [
    'KMSKeyNotAccessibleFault',
    'WAFLogDestinationPermissionIssueException',
    'InsufficientS3BucketPolicyException',
    'SNSNoAuthorizationFault',
    'EFSMountFailureException',
    'InvalidS3ObjectException',
    'AccessToSnapshotDenied',
    'UnableToDecryptSecretValueException',
    'IamRoleMissingPermissions',
    'UnauthorizedPartnerIntegration',
  ],
}

describe('the kind of an error', () => {
  it.each(Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind])))(
    '%s is told as %s, as its documentation means it',
    (code, kind) => {
      expect(kindOfCode(code)).toBe(kind)
    },
  )

  it('is none for a name that no service has, or that is of a program', () => {
    for (const code of ['', 'Pancake', 'FileNotFoundException', 'ClassNotFoundException', 'x'.repeat(400)])
      expect(kindOfCode(code)).toBeNull()
  })

  it('rules out a missing permission only where the code says what else it is', () => {
    expect(['ResourceInUseException', 'LimitExceededException', 'NoSuchBucket'].map(isCertainKind)).toEqual([
      true,
      true,
      true,
    ])
    // Services put a role that lacks something under these too.
    expect(
      [
        'InvalidParameterValueException',
        'ConflictException',
        'InternalFailure',
        'InvalidRoleException',
        'KmsException',
      ].map(isCertainKind),
    ).toEqual([false, false, false, false, false])
  })

  it('is told by a status only where no policy answers with it', () => {
    expect(['404', '409', '429', '503'].map(kindOfStatus)).toEqual([
      'not-found',
      'not-in-that-state',
      'throttling',
      'service-failed',
    ])
    expect(['400', '401', '403', 'constructor'].map(kindOfStatus)).toEqual([null, null, null, null])
  })

  it.each([
    ['You have reached the maximum number of gardens for your account.', 'quota'],
    ['A topic of that name already exists.', 'already-exists'],
    ['The account is not subscribed to the service.', 'not-enabled-here'],
    ['This instance type isn’t supported in this Region.', 'not-offered'],
    ['The authority is not in a valid state for issuing certificates.', 'not-in-that-state'],
    ['The fleet must be stopped to complete this.', 'not-in-that-state'],
    ['The public access block configuration was not found.', 'setting-not-there'],
    ['The garden was not found.', 'not-found'],
    ['Another process changes it at the same time.', 'changed-meanwhile'],
    ['The value is of another form.', null],
  ])('“%s” is %s', (words, kind) => {
    expect(kindOfWords(words)).toBe(kind)
  })

  it('tell what stands in the way behind the code of a refusal, unless a user, a role or an action is spoken of', () => {
    expect(gateOfWords('Security Hub is not enabled for this account')).toBe('not-enabled-here')
    expect(gateOfWords('This feature requires an Enterprise subscription')).toBe('not-enabled-here')
    expect(gateOfWords('Malware scanning is not supported in eu-north-1')).toBe('not-offered')
    expect(gateOfWords('Threat lists are not available in this Region')).toBe('not-offered')
    expect(gateOfWords('Threat lists are not available in your account')).toBe('not-enabled-here')
    expect(gateOfWords('Only the delegated administrator can call it')).toBe('organization-only-management')
    expect(gateOfWords('Account 111122223333 is not an administrator')).toBe('organization-only-management')
    expect(gateOfWords('User is not enabled to call this')).toBeNull()
    expect(gateOfWords('s3:GetObject is not enabled')).toBeNull()
    expect(gateOfWords('Access is denied')).toBeNull()
  })

  it('are no state of a thing where a parameter depends on another', () => {
    expect(kindOfCode('InvalidParameterDependency')).toBe('value-not-accepted')
    expect(kindOfCode('DependencyViolation')).toBe('not-in-that-state')
  })
})

import type { SituationId } from './situations'

/** A kind of errors, recognised by the stems that AWS's services build the names of their codes from. */
interface ErrorKind {
  readonly id: SituationId
  /** Stems of a code, without the `Exception`, `Error` or `Fault` at its end. */
  readonly stems: RegExp
  /** No permission can lie behind such a code: general words of a refusal beside it give way to it. */
  readonly isCertain?: true
}

/**
 * Ordered: the first whose stems a code has. Compared with what the published models of the services' APIs say of their
 * codes: https://github.com/aws/aws-sdk-js-v3/tree/main/codegen/sdk-codegen/aws-models
 */
const ERROR_KINDS: readonly ErrorKind[] = [
  {
    // Names of a refusal, and those of which the models say that a permission can be what is missing.
    id: 'perhaps-denied',
    stems:
      /Access(?:Denied|Forbidden)|^AccessTo\w{2,40}Denied$|Unauthori[sz]ed|NotAuthorized|NoAuthorization|^Forbidden$|PermissionDenied|Insufficient\w{0,40}(?:Permission|Privilege|Policy|Access)|Missing\w{0,30}Permissions?$|^Authorization$|PermissionIssue|DestinationPermission|BucketPermission|LackOf\w{0,20}Permission|NotAccessible|UnableToAccess|UnableToDecrypt|Inaccessible$|FailedResourceAccess|MountFailure|^(?:Ec2|KMS)RequestFailed$|^InvalidS3Object$|^InvalidKMSKey$|ProductionAccessNotGranted/,
  },
  {
    // "Invalid" roles are those that the service can't assume, does not see yet, or may not use for this.
    id: 'role-not-accepted',
    stems: /RoleAccessPolicy|TrustRelationship|^Invalid\w{0,40}Role(?:Arn)?$|NoAssociatedRole/,
  },
  { id: 'linked-role-missing', stems: /ServiceLinkedRole(?:NotFound|Missing)|NoManagementAccountSLR/, isCertain: true },
  { id: 'linked-role-not-ready', stems: /ServiceLinkedRole(?:Failure|Lock|Error)|ResourcePropagationDelay/ },
  { id: 'expired-credentials', stems: /^Expired(?:Token|Credentials)$/ },
  { id: 'wrong-credentials', stems: /^(?:InvalidClientTokenId|Unauthenticated|UnrecognizedClient)$/ },
  {
    id: 'throttling',
    stems:
      /Throttl|^TooManyRequests$|SlowDown|RateExceeded|(?<!Decrease)RequestLimitExceeded|RateLimit|ThroughputExceeded|(?<!Pull)RequestsExceeded$/,
    isCertain: true,
  },
  {
    id: 'kms-key-state',
    stems:
      /^(?:KMS|Kms)\w{0,20}(?:InvalidState|Disabled|KeyUnavailable)$|^EncryptionKey(?:Disabled|Unavailable)$|^KeyUnavailable$/,
    isCertain: true,
  },
  {
    id: 'key-not-usable',
    stems:
      /^(?:KMS(?!Invalid(?:Mac|Signature)$)|Kms|EncryptionKey)|KmsKey|KMSArn|KMSKey|^(?:Data|Glue)?Encryption(?:Failure)?$|^DecryptionFailure$/,
  },
  {
    id: 'policy-document',
    stems: /^(?:Malformed|Invalid)\w{0,20}Policy(?:Document|Template)?$|PolicyNotValid$|^PublicPolicy$|LockoutPrevent/,
  },
  {
    id: 'token-not-valid',
    stems:
      /(?:Next|Pagination|Page|Continuation|Import|TradeIn|Lock|Change|Approval|Update)Token|^Expired\w{2,40}$|(?<!Version)Expired$|^CodeMismatch$|InvalidMarker|TrimmedDataAccess|^Verification$|^InvalidToken$/,
  },
  {
    id: 'changed-meanwhile',
    stems:
      /Concurren(?!t(?:Resources|\w{0,40}(?:Limit|Exceeded)))|OptimisticLock|Stale|PreconditionFailed|Idempoten|ConditionalCheckFailed|ConditionCheckFailure|TransactionCanceled|VersionMismatch|InvalidIfMatch|Outdated(?!Instances)|RevisionMismatch|RevisionId|RevisionNotCurrent|OutOfSync|OperationAborted|ResourceContention|TipOf\w{2,40}Different|RequestChanged|VersionConflict|ClientTokenConflict/,
    isCertain: true,
  },
  {
    id: 'quota',
    stems:
      /Exceed(?!\w{0,20}Time)|(?:Limit|Limits|Quota|Quotas)(?:Reached)?$|(?:^|[a-z])TooMany|^Max(?:imum)?[A-Z]|Maximum|TooLarge|TooLong|TooBig|Oversized|^InvalidNumber(?:Predicates|ValueTests)$|OutOfBounds$|GameSessionFull|LicenseUsage/,
    isCertain: true,
  },
  {
    // What is read exists, and has no such setting: other than a name that is wrong.
    id: 'setting-not-there',
    stems:
      /^NoSuch\w{0,40}(?:Configuration|TagSet|BucketPolicy)$|(?:Configuration|(?:Repository|Registry|Lifecycle|Resource|Bucket)Policy)NotFound$/,
    isCertain: true,
  },
  {
    id: 'not-found',
    stems:
      /^(?!FileNotFound$|(?:Class|Path|Module)NotFound$)\w{0,90}NotFound|NotFond|^NoSuch|(?:DoesNot|Not|Nonexistent|NonExistent)Exists?(?:$|[A-Z])|^Unknown|NonExist|Nonexistent|^No[A-Z]\w{2,60}(?:Found|Exists?|Present)$|NotPresent$|Gone$|Unresolvable|NotDiscovered|^NoAvailable(?!Capacity)|^No(?:Running|Published|Schedule|Associated)|NotReusable|NotAttached$|NotAssociated/,
    isCertain: true,
  },
  {
    id: 'already-exists',
    stems:
      /Already(?:Exist|In(?!Progress)|Own|Registered|Associated|Attached|Enabled|Set|Has|Used|Assigned)|^Duplicated?(?!SubnetsInSameZone|TagKeys)|Duplicated?(?:$|Item)|Exists?$|NameInUse|NameConflict|NotUnique|NotDistinct|NameAvailability|AccountRegistered$|^FeatureEnabled$/,
    isCertain: true,
  },
  {
    id: 'not-enabled-here',
    stems:
      /NotSubscribed|NotEnabled|NotOptedIn|OptInRequired|SubscriptionRequired|NotRegistered|NotOnboarded|NotInitialized|Uninitialized|NotActivated|(?:Region|Account|Feature|Operation|Api|Action|Federation|Endpoint|PlatformApplication|Access)Disabled$|^Disabled(?:Operation|Api|Action)$|NotSignedUp|^NotConfigured$|RegistrationRequired|NotInUse$|^InvalidAccess$|AccountSuspended|SendingPaused|NotOrganizationManag|NotOrganizationMaster|NotManagementAccount|OrDelegatedAdministrator|NotInAllFeatures|NotEntitled|NoEntitlements|SubscriptionNotFound|UserEdition|NotVerified$|NotWhitelisted|^Blocked$|InvalidAccountStatus/,
    isCertain: true,
  },
  {
    id: 'not-offered',
    stems:
      /Unsupported|NotSupport|NotImplemented|NotAvailableIn|FeatureNotAvailable|UnavailableInTier|NotInServiceRegion|Incompatib|NotCompatible|NotEligible|Ineligible|MethodNotAllowed|Deprecated|EndOfLife|NoLongerSupported|NotAcceptable|NotIncludedIn/,
  },
  {
    id: 'no-capacity',
    stems:
      /Insufficient\w{0,30}Capacity|CapacityNotAvailable|OutOfCapacity|InsufficientInstance|InsufficientFree|NoFreeAddress|InsufficientStorage|CapacityReservation|^Insufficient(?:Resource|Cache|Cluster)/,
    isCertain: true,
  },
  {
    id: 'service-failed',
    stems:
      /^Internal|Internal$|Internal(?:Server|Service|Error|Failure)|^Service(?:Unavailable|Failure|Internal)?$|ServiceException$|ServerException|\w{0,60}Server$|BadGateway|DependencyFail|DependentService|FailedDependency|Transient|TemporarilyUnavailable|Unavailable$|ServerShutdown|ExternalService|ServiceFailure|GeneralService|^Model(?:Stream)?$/,
  },
  {
    id: 'took-too-long',
    stems:
      /^(?!Invalid)\w{0,60}Timed?[Oo]ut|TimeLimit|Connectivity|NetworkFailure|Unreachable|Offline$|I(?:DP|dp)Communication|DatabaseConnection|NotStabilized/,
  },
  {
    id: 'not-in-that-state',
    stems:
      /Already|InUse|Invalid\w{0,60}(?:State|Status)|(?:State|Status)$|NotReady|InProgress|Ongoing|NotActive|NotAvailable|Inactive|Pending|NonEmpty|NotEmpty|StillIn|StillReferenced|ReferencedItem|HasDependen|Busy|NotRunning|NotStopped|(?:Running|Starting|Stopping|Deleting|Restoring|Resuming)$|Deleted(?:Recently)?$|NotStarted|NotComplete|Transitioning|Executing|BeingCopied|Ended$|Archived$|NotDisabled|Unchanged|NoChange|NoOperation|OnLatestRevision|InDesiredState|InMaintenance|Retired$|PriorRequest|PreconditionNotMet/,
    isCertain: true,
  },
  {
    id: 'not-in-that-state',
    stems:
      /Conflict|Contains[A-Z]|Locked|(?<!Parameter)Dependency|Dependencies|CannotDelete|CannotBeDeleted|Associated|NotInflight|Protected|Unmodifiable|NotUpdatable|NotStoppable|NotRetryable|NotRedrivable|NotOverridable|UnderMigration|Cancell?ed|Committed$|NotConnected|NotMounted|NotBroadcasting|LastVPC|Frozen$|NotPermitted|NotAllowed|ManagedRule|ObjectNotInActiveTier/,
  },
  {
    id: 'value-not-accepted',
    stems:
      /^Invalid(?!\w{0,40}Request$|Input$|Parameter$|ParameterValue$|Operation$|Args?$|Argument$)\w{3,90}|^Malformed|^Missing\w{3,60}|Missing(?:Parameter)?$|\w{3,60}Mismatch|OutOfRange|RangeNotSatisf|NotValid|^Bad(?!Request$)|Unrecognized|Overlap|Undefined|\w{3,60}Required$|TooShort|TooSmall|TooFew|TagPolicy|NotProvided|Empty|ReservedName|Disallowed|DoesNotMatch|DoesNotCover|AreSame|SchemaException|^Duplicate(?:SubnetsInSameZone|TagKeys)$/,
  },
  {
    id: 'invalid-request',
    stems:
      /Invalid|Validation|BadRequest|Illegal|Incorrect|Unprocessable|Parameter|Violation|Argument|Unparsable|Unexpected|Format|Syntax|Pars(?:e|ing)|Insufficient|NonCompliant|Failed$|Rejected|Multiple|^GraphQLSchema$|Tag(?:ging)?$|^Request$|^Client$|(?:DirectConnect|RestApi|Interconnect)Client$|^KafkaRequest$/,
  },
]

/** Programs name their own errors so too. */
const LONGEST_CODE = 100

const kindIn = (code: string): ErrorKind | undefined => {
  if (code.length > LONGEST_CODE) return undefined
  const name = code.replace(/^(?:Client|Server|KMS)\./, '')
  const stem = name.replace(/(?:Exception|Error|Fault)$/, '')
  return ERROR_KINDS.find(({ stems }) => stems.test(stem === '' ? name : stem))
}

/** The kind of an error that AWS answered with a code of no row of its own. */
export const kindOfCode = (code: string): SituationId | null => kindIn(code)?.id ?? null

/** Can no permission lie behind a code? */
export const isCertainKind = (code: string): boolean => kindIn(code)?.isCertain === true

/** Statuses of an answer that no policy decides, whatever the service makes of it. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const OF_STATUS: Readonly<Record<string, SituationId>> = {
  404: 'not-found',
  409: 'not-in-that-state',
  410: 'not-found',
  429: 'throttling',
}

/** The kind of an error by the status of the answer. */
export const kindOfStatus = (status: string): SituationId | null =>
  (Object.hasOwn(OF_STATUS, status) ? OF_STATUS[status] : undefined) ??
  (/^5\d\d$/.test(status) ? 'service-failed' : null)

/** What services say of a kind where their code tells less. Ordered. */
const IN_WORDS: readonly (readonly [SituationId, RegExp])[] = [
  [
    'quota',
    /\breached\s(?:the|your)\s(?:[\w-]{1,30}\s){0,3}(?:maximum|limit|quota)\b|\b(?:limit|quota)\b[^.\n]{1,60}\b(?:exceeded|reached)\b|\bexceed(?:s|ed|ing)?\s(?:the|your)\s[^.\n]{0,50}\b(?:limit|quota|maximum)\b|\bmaximum\snumber\sof\s[^.\n]{1,60}\b(?:reached|exceeded|allowed)\b/i,
  ],
  ['already-exists', /\balready\sexists?\b|\balready\sbeen\s(?:created|registered)\b/i],
  [
    'not-enabled-here',
    /\b(?:is|are)(?:\snot|n['\u2019]t)\s(?:currently\s|yet\s)?(?:subscribed|signed\sup|opted[\s-]in|enrolled|onboarded)\b|\b(?:has|have)(?:\snot|n['\u2019]t)\s(?:been\s)?(?:enabled|activated|subscribed)\b|\bis(?:\snot|n['\u2019]t)\senabled\s(?:for|in)\s(?:this|your|the)\s(?:account|Region|organization)\b/i,
  ],
  [
    'not-offered',
    /\b(?:is|are)(?:\snot|n['\u2019]t)\s(?:currently\s|yet\s)?(?:supported|available)\s(?:in|for|by|with|on)\b|\bdoes(?:\snot|n['\u2019]t)\s(?:currently\s)?support\b/i,
  ],
  [
    'no-capacity',
    /\binsufficient\s(?:\w{1,20}\s)?capacity\b|\bnot\shave\s(?:sufficient|enough)\s[^.\n]{0,40}capacity\b/i,
  ],
  [
    'changed-meanwhile',
    /\bat\sthe\ssame\stime\b|\bsimultaneous(?:ly)?\b|\bconcurrent\s(?:request|update|modification|operation)s?\b/i,
  ],
  [
    'not-in-that-state',
    /\b(?:is|are)(?:\snot|n['\u2019]t)?\s(?:currently\s)?in\s(?:an?|the)\s(?:[\w'"-]{1,30}\s){0,4}state\b|\bmust\sbe\s(?:in\s[^.\n]{1,60}\sstate|stopped|disabled)\b|\b(?:while|when|because)\sit\sis\s(?:[A-Z]{4,20}\b|in\suse\b|still\b)|\b(?:is|are)\scurrently\s(?:in\suse|being\s\w{4,20})\b|\bin\sprogress\b|\b(?:is|are)(?:\snot|n['\u2019]t)\s(?:currently\s|yet\s)?(?:connected|running|active|ready|stopped|attached)\b/,
  ],
  [
    'setting-not-there',
    /\b(?:configuration|bucket\spolicy|repository\spolicy|tag\sset)\s(?:was|is|could|does)(?:\snot|n['\u2019]t)\s(?:be\s)?(?:found|exist)\b/i,
  ],
  ['not-found', /\bdoes(?:\snot|n['\u2019]t)\sexist\b|(?:\snot|n['\u2019]t|\bcannot)\s(?:be\s)?found\b/i],
]

/** The kind of an error by what a service says, in a text of which it is known that a service speaks. */
export const kindOfWords = (words: string): SituationId | null =>
  IN_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/** A user, a role or a policy, of which a refusal speaks where one of them decides. */
const OF_POLICY =
  /\b(?:users?|roles?|principals?|polic(?:y|ies)|permissions?|credentials?)\b|\b[a-z][a-z\d-]{1,30}:[A-Z]/

/** What a service says of an account that it answers with the code of a refusal. Ordered. */
const GATES: readonly (readonly [SituationId, RegExp])[] = [
  [
    'quota',
    /\bmaximum\snumber\sof\s[^.\n]{1,60}\b(?:reached|exceeded)\b|\b(?:limit|quota)\b[^.\n]{1,60}\b(?:reached|exceeded)\b/i,
  ],
  [
    'organization-only-management',
    /\bonly\s(?:by\s)?(?:the\s|an?\s)?(?:delegated\sadmin(?:istrator)?|administrator\saccount)\b|\baccount\b[^.\n]{0,60}\s(?:is|are)(?:\snot|n['\u2019]t)\s(?:an?\s|the\s)?(?:\w{1,20}\s){0,3}administrator\b/i,
  ],
  [
    'not-offered',
    /\b(?:is|are)(?:\snot|n['\u2019]t)\s(?:yet\s|currently\s)?(?:supported|offered|available)\sin\s(?:(?:the|this|your)\s)?(?:(?:current|AWS)\s)?(?:Region\b|[a-z]{2,3}(?:-[a-z]{2,9}){1,3}-\d\b)/i,
  ],
  [
    'not-enabled-here',
    /\b(?:is|are|has|have)(?:\snot|n['\u2019]t)\s(?:been\s|yet\s|currently\s){0,2}(?:(?:enrolled|onboarded|subscribed|signed\sup|registered|opted[\s-]in)\b|(?:enabled|activated|set\sup|initiali[sz]ed|supported|available|offered)\b(?!\sto\s))|\b(?:requires?|need|must\shave)\s(?:an?\s)?[^.\n]{0,40}\b(?:subscription|edition|support\splan|opt-?in)\b|\bmust\s(?:first\s)?(?:opt\sin|enroll|onboard|subscribe|sign\sup)\b|\b(?:account|still)\s(?:is\s)?in\s(?:the\s)?sandbox\b/i,
  ],
]

/** The kind of what stands in the way, where the message of a refusal speaks of the account or the service alone. */
export const gateOfWords = (words: string): SituationId | null =>
  OF_POLICY.test(words) ? null : (GATES.find(([, pattern]) => pattern.test(words))?.[0] ?? null)

/** Kinds of which the words of the message can tell more, or that a permission is missing all the same. */
export const BROAD_KINDS: ReadonlySet<SituationId> = new Set<SituationId>([
  'other-error',
  'invalid-request',
  'value-not-accepted',
  'not-in-that-state',
  'not-offered',
  'service-failed',
  'key-not-usable',
  'role-not-accepted',
  'took-too-long',
])

/** Every kind: its answer says also what the service said, and who spoke. */
export const ALL_KINDS: ReadonlySet<SituationId> = new Set<SituationId>([
  ...ERROR_KINDS.map(({ id }) => id),
  ...IN_WORDS.map(([id]) => id),
])

/** How each ARN begins, in the words of a pattern. */
const START = String.raw`\barn:aws[\w-]{0,12}`

/** A name of IAM with its path. A comma before a slash ends it: a file’s path follows. */
const NAME = String.raw`(?:[\w+=.@/-]|,(?!\/)){1,512}[\w+=@-]`

const ofAccount = (service: string, resource: string): string => String.raw`${START}:${service}::\d{12}:${resource}`

const ofRegion = (service: string, resource: string): string =>
  String.raw`${START}:${service}:[a-z\d-]{5,30}:\d{12}:${resource}`

/** ARNs as they stand in a text, whole, by what they name: parts of patterns, without a group. */
export const ARN_OF = {
  role: ofAccount('iam', `role/${NAME}`),
  identity: ofAccount('iam', `(?:role|user)/${NAME}`),
  /** Who can call: a session too. */
  caller: ofAccount('(?:iam|sts)', `(?:role|user|assumed-role)/${NAME}`),
  /** Whoever IAM or STS prints. */
  printed: ofAccount('(?:iam|sts)', String.raw`[^\s"'|]{1,200}`),
  policy: ofAccount('iam', `policy/${NAME}`),
  device: ofAccount('iam', String.raw`mfa/[\w+=,.@/-]{1,128}`),
  oidcProvider: ofAccount('iam', String.raw`oidc-provider/[\w./-]{1,300}`),
  samlProvider: ofAccount('iam', String.raw`saml-provider/[\w.-]{1,128}`),
  key: ofRegion('kms', String.raw`key/[\w-]{1,80}`),
  keyOrAlias: ofRegion('kms', String.raw`(?:key|alias)/[\w/-]{1,256}`),
  secret: ofRegion('secretsmanager', String.raw`secret:[\w/+=.@-]{1,512}`),
  queue: ofRegion('sqs', String.raw`[\w-]{1,80}(?:\.fifo)?(?![\w-])`),
  topic: ofRegion('sns', String.raw`[\w.-]{1,256}`),
  function: ofRegion('lambda', String.raw`function:[\w-]{1,64}(?::[\w$-]{1,128})?`),
  cluster: ofRegion('kafka', String.raw`cluster/[\w-]{1,64}/[\da-f-]{20,45}(?![\w-])`),
  accessPoint: ofRegion('s3', String.raw`accesspoint/[a-z\d-]{3,50}`),
  /** Anything of an account. */
  thing: String.raw`${START}:[a-z\d-]{2,40}:[a-z\d-]{0,30}:\d{12}:[\w+=,.@:/-]{1,300}`,
} as const

/** A kind of thing by which ARNs are looked for in texts. */
export type ArnKind = keyof typeof ARN_OF

/** What stands before the name in the ARN of a role, also of one with a path or a masked account: a part of patterns. */
export const BEFORE_ROLE_NAME = String.raw`${START}:iam::[^:\s]{1,20}:role\/(?:[\w+=,.@-]{1,64}\/){0,8}`

const ROLE_OF_ANY_ACCOUNT = new RegExp(String.raw`${START}:iam::[\dxX*]{1,20}:role/${NAME}`, 'g')

/** The ARNs of roles in a text, also of those whose account is masked. */
export const rolesOfAnyAccount = (text: string): readonly string[] => text.match(ROLE_OF_ANY_ACCOUNT) ?? []

const EVERY = Object.fromEntries(Object.entries(ARN_OF).map(([kind, arn]) => [kind, new RegExp(arn, 'g')])) as Readonly<
  Record<ArnKind, RegExp>
>

/** The whole ARNs of a kind that stand in a text, in order. */
export const arnsOfKind = (text: string, kind: ArnKind): readonly string[] => text.match(EVERY[kind]) ?? []

/** What parts a label from its value, in settings, code and words. */
export const IS_SET_TO = String.raw`["']?\s{0,3}[:=]\s{0,3}["']?`

/** An ARN of a kind behind a label, in the first group. The label is a part of a pattern. */
export const labelledArn = (label: string, kind: ArnKind): RegExp =>
  new RegExp(`(?:${label})${IS_SET_TO}(${ARN_OF[kind]})`, 'gi')

import { BEFORE_ROLE_NAME } from '../iam/arn-in-text'
import { ENDS_IN_INSTANCE } from '../iam/principal'
import type { CallTrapId } from './call-traps'

/** A place where a text says as whom a call is to be made, and who calls where something else was used. */
export interface MeantIdentity {
  readonly id: CallTrapId
  /** How the place is written; the group `meant` is the name of the role, permission set or profile. */
  readonly meant: RegExp
  /** Who called instead, as `user/NAME` or `role/NAME/SESSION`. */
  readonly called: RegExp
  /** What the text has besides. */
  readonly with?: RegExp
  /** What the text must not have. */
  readonly unless?: RegExp
  /** Calls that are made as another all the same. */
  readonly unlessAction: RegExp
}

/** The ARN of a role, whose name is meant. */
const ROLE_MEANT = String.raw`["']?${BEFORE_ROLE_NAME}(?<meant>[\w+=,.@-]{2,64})`

/** A user, or the session of an instance: who calls where a job’s own role isn’t used. */
export const USER_OR_INSTANCE = new RegExp(String.raw`^user\/|^role\/[^/]{1,64}${ENDS_IN_INSTANCE}`)

/** Sessions as the AWS SDKs name them where they take a role by a web identity token. */
const BY_WEB_IDENTITY = /^role\/[^/]{1,64}\/(?:botocore-session-|aws-sdk-|aws-go-sdk-|WebIdentitySession|\d{13,19}$)/

/** Calls that are made to take or hand on a role, or to set up what has it. */
const OF_ROLES = /^(?:sts|iam):/i

/**
 * The rows. https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export const MEANT_IDENTITIES: readonly MeantIdentity[] = [
  {
    id: 'job-role-not-used',
    meant: new RegExp(String.raw`\brole-to-assume["']?\s?[:=]\s{0,3}${ROLE_MEANT}`, 'g'),
    called: USER_OR_INSTANCE,
    unlessAction: OF_ROLES,
  },
  {
    id: 'job-role-not-used',
    meant: new RegExp(String.raw`\bAWS_ROLE_ARN["']?\s?[:=]\s{0,3}${ROLE_MEANT}`, 'g'),
    called: /^user\//,
    with: /\bid_tokens\b|\bAWS_WEB_IDENTITY_TOKEN_FILE\b|\boidc: true\b|\bBITBUCKET_STEP_OIDC_TOKEN\b/,
    unlessAction: OF_ROLES,
  },
  {
    id: 'permission-set-of-another-profile',
    meant: /^\s{0,8}sso_role_name\s{0,5}=\s{0,5}(?<meant>[\w+=,.@-]{1,32})\s*$/gm,
    called: /^(?:role\/AWSReservedSSO_|user\/)/,
    unlessAction: OF_ROLES,
  },
  {
    id: 'pod-with-another-role',
    meant: new RegExp(String.raw`eks\.amazonaws\.com\/role-arn\\?["']?\s{0,3}[:=]\s{0,3}\\?${ROLE_MEANT}`, 'g'),
    called: BY_WEB_IDENTITY,
    unlessAction: OF_ROLES,
  },
  {
    id: 'function-role-not-used',
    meant: new RegExp(
      String.raw`^\s{0,20}(?:iamRole|role|Role|functionRole|lambdaRole)["']?\s?[:=]\s{0,3}${ROLE_MEANT}`,
      'gm',
    ),
    called: /^role\/[^/]{0,60}(?:lambdaRole|-ServiceRole|[Ll]ambda[\w-]{0,20}Role)[^/]{0,30}\//,
    with: /\bhandler["']?\s?[:=]|\bAWS::(?:Serverless|Lambda)::Function\b|\baws_lambda_function\b/,
    unlessAction: /^(?:sts|iam|lambda|cloudformation):/i,
  },
]

import type { PrincipalKind } from '../iam/principal'
import type { CallTrapId } from './call-traps'

/** A place where credentials are looked for: what shows that the call took them from there, though others were meant. */
export interface CredentialSource {
  readonly id: CallTrapId
  /** The words that show which credentials were used. */
  readonly used: RegExp
  /** The words that show which were meant: further back in the order in which they are looked for. */
  readonly meant: RegExp
  /** Words with which it is not so. */
  readonly unless?: RegExp
  /** Whose calls come from there; "unknown" where nobody is named. */
  readonly callers: readonly (PrincipalKind | 'unknown')[]
  /** Calls that are made with what was used all the same. */
  readonly unlessAction?: RegExp
}

/** A key of a user’s own in an environment, also as the name of a variable that a project or a container sets. */
const KEY_IN_ENVIRONMENT = /\bAWS_ACCESS_KEY_ID\b/
/** Words with which such a key is no longer there. */
export const KEY_TAKEN_OUT = /\b(?:unset|env -u|Remove-Item\s\S{0,5}Env:\\?)\s?AWS_ACCESS_KEY_ID/i
const KEY_OF_CONTAINER =
  /["']?name["']?\s?:\s?["']?AWS_ACCESS_KEY_ID\b|^\s{1,12}-?\s?AWS_ACCESS_KEY_ID\s?[:=]|\bENV\sAWS_ACCESS_KEY_ID\b/m
const KEY_IN_FILE =
  /\.boto\b[\s\S]{1,200}?aws_access_key_id\s?=|\.aws\/credentials\b[\s\S]{1,200}?aws_access_key_id\s?=|^access_key\s[^\n]{0,60}\sshared-credentials-file\b/m

/** Calls with which such a user takes or hands on a role: they are made with keys, as they should. */
const OF_ROLES =
  /^(?:sts:|iam:passrole$|ecs:(?:register|run|update|create)|eks:|lambda:(?:create|update)|cloudformation:)/i

/**
 * The rows. https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export const CREDENTIAL_SOURCES: readonly CredentialSource[] = [
  {
    // A project’s variables beside the token of a job or of a pod.
    id: 'keys-before-role',
    used: KEY_IN_ENVIRONMENT,
    meant:
      /\bAWS_WEB_IDENTITY_TOKEN_FILE\b|\bid_tokens\b|\bAWS_ROLE_ARN\b|\beks\.amazonaws\.com\/role-arn\b|\brole-to-assume\b|\bid-token:\s?write\b/,
    unless: KEY_TAKEN_OUT,
    callers: ['user'],
    unlessAction: /^sts:/i,
  },
  {
    // A container’s environment beside the role of its task or pod.
    id: 'keys-before-role',
    used: KEY_OF_CONTAINER,
    meant:
      /\b(?:task|job)[-_ ]?role(?:[-_ ]?arn)?\b|\bpod identity\b|\b(?:instance|function|execution) role\b|\bserviceAccount(?:Name)?\b/i,
    unless: KEY_TAKEN_OUT,
    callers: ['user', 'unknown'],
    unlessAction: OF_ROLES,
  },
  {
    // Hadoop’s S3A with its own list of providers, which has none for a web identity, beside the token of a pod.
    id: 's3a-without-web-identity',
    used: /\borg\.apache\.hadoop\.fs\.s3a\.|\bs3a:\/\/[\w.-]{3,63}/,
    meant: /\bAWS_WEB_IDENTITY_TOKEN_FILE\b/,
    unless: /\bfs\.s3a\.aws\.credentials\.provider\b|\bWebIdentityToken(?:File)?CredentialsProvider\b/,
    callers: ['unknown'],
    unlessAction: /^sts:/i,
  },
  {
    // A file with keys on a machine that has a role.
    id: 'keys-before-role',
    used: KEY_IN_FILE,
    meant: /\b(?:instance|task|ec2)[-_ ]?(?:role|profile)\b|\bpod identity\b|\bIAM role of the (?:instance|machine)\b/i,
    unless: /\bno (?:instance|task) (?:role|profile)\b|\bwithout (?:an )?(?:instance|task) (?:role|profile)\b/i,
    callers: ['user'],
    unlessAction: OF_ROLES,
  },
  {
    // `aws configure list` says of each value where it comes from.
    id: 'keys-before-file',
    used: /^\s?access_key\s[^\n]{0,60}\benv\b/m,
    meant: /\.aws[/\\]credentials\b|\[default\]|\bdefault profile\b/i,
    callers: ['user', 'roleSession'],
    unlessAction: /^sts:assumerole/i,
  },
  {
    id: 'no-instance-profile',
    used: /\b(?:instance[ _-]?profile|iam[ _-]?instance[ _-]?profile|iam role)["']?\s?[:=]\s?["']?(?:none|null|not set|n\/a|[-–—])["']?\s*$/im,
    meant: /\b(?:instance[ _-]?profile|instance role)\b[^\n]{1,60}\b(?:has|with|allows|policy)\b/i,
    callers: ['unknown', 'roleSession', 'user', 'anonymous'],
  },
]

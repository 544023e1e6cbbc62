import { own } from '../text/own'

/** Temporary credentials. Only ever held by a `CredentialHolder`; never put one into state, a key, a log or a link. */
export interface TemporaryCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds since 1970, where the paste says so. */
  readonly expiration: number | null
  /** The Region that stood beside them. */
  readonly region: string | null
}

/** Why a paste is not taken as credentials. */
export type CredentialProblem =
  | 'nothing-found'
  | 'long-lived-key'
  | 'session-token-missing'
  | 'secret-missing'
  | 'key-id-missing'
  | 'not-a-temporary-key'
  | 'expired'
  | 'too-long'

type ParsedCredentials = { readonly credentials: TemporaryCredentials } | { readonly problem: CredentialProblem }

/** What to say about each problem, and what was expected. */
export const CREDENTIAL_SENTENCES: Readonly<Record<CredentialProblem, string>> = {
  'nothing-found':
    'No credentials were found. Expected: an access key id, a secret access key and a session token, as export lines, an INI profile or JSON.',
  'long-lived-key':
    'This is a long-lived access key (AKIA…). It would keep working after this tab is closed, so it is refused; make temporary ones instead.',
  'session-token-missing':
    'The session token is missing. Temporary credentials have three parts: key id, secret and session token.',
  'secret-missing':
    'The secret access key is missing. Temporary credentials have three parts: key id, secret and session token.',
  'key-id-missing':
    'The access key id is missing. Temporary credentials have three parts: key id, secret and session token.',
  'not-a-temporary-key': 'The access key id does not begin with ASIA, so these are not temporary credentials.',
  expired: 'These credentials have expired. Make new ones and paste them here.',
  'too-long': 'The text is too long to be credentials.',
}

/** The one command that makes temporary credentials in a form that can be pasted. */
export const EXPORT_COMMAND = 'aws configure export-credentials --format process'
/** For a long-lived key: a session that may also call IAM needs MFA. */
export const SESSION_TOKEN_COMMAND =
  'aws sts get-session-token --serial-number arn:aws:iam::ACCOUNT:mfa/NAME --token-code CODE'

type Field = 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration' | 'region'

/** The names that tools give to the parts, in lower case without underscores. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  awsaccesskeyid: 'accessKeyId',
  accesskeyid: 'accessKeyId',
  awssecretaccesskey: 'secretAccessKey',
  secretaccesskey: 'secretAccessKey',
  awssessiontoken: 'sessionToken',
  awssecuritytoken: 'sessionToken',
  sessiontoken: 'sessionToken',
  token: 'sessionToken',
  awscredentialexpiration: 'expiration',
  expiration: 'expiration',
  awsdefaultregion: 'region',
  awsregion: 'region',
  region: 'region',
}

const LONGEST = 20_000
const QUOTES = '"\'“”‘’`'
const PREFIXES = ['export ', 'set -gx ', 'set -x ', 'setx ', 'set ', '$env:']

const fieldOf = (name: string): Field | undefined => own(FIELD_OF, name.trim().toLowerCase().replaceAll('_', ''))

function unquote(text: string): string {
  let value = text.trim()
  if (value.endsWith(';') || value.endsWith('\\')) value = value.slice(0, -1).trimEnd()
  while (value.length > 0 && QUOTES.includes(value[0]!)) value = value.slice(1)
  while (value.length > 0 && QUOTES.includes(value.at(-1)!)) value = value.slice(0, -1)
  return value
}

/** `NAME=value`, `NAME = value`, `NAME value` (fish) and `NAME: value`, whatever shell word stands before. */
function readLine(line: string): [Field, string] | null {
  let rest = line.trim()
  for (const prefix of PREFIXES) {
    if (rest.toLowerCase().startsWith(prefix)) {
      rest = rest.slice(prefix.length).trimStart()
      break
    }
  }
  const end = rest.search(/[=:\s]/)
  if (end <= 0) return null
  const field = fieldOf(rest.slice(0, end))
  if (!field) return null
  const value = unquote(rest.slice(end).replace(/^\s*[=:]?/, ''))
  return value ? [field, value] : null
}

function readJson(text: string): Partial<Record<Field, string>> | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const found: Partial<Record<Field, string>> = {}
  const visit = (node: unknown, depth: number) => {
    if (typeof node !== 'object' || node === null || depth > 4) return
    for (const [name, member] of Object.entries(node)) {
      const field = fieldOf(name)
      if (field && (typeof member === 'string' || typeof member === 'number')) found[field] ??= String(member)
      else visit(member, depth + 1)
    }
  }
  visit(value, 0)
  return found
}

function readLines(text: string): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {}
  for (const line of text.replaceAll('\\\n', ' ').split(/\r?\n|&&|;/)) {
    const entry = readLine(line)
    if (entry) found[entry[0]] ??= entry[1]
  }
  return found
}

function instant(text: string | undefined): number | null {
  if (!text) return null
  const number = Number(text)
  const value = Number.isFinite(number) ? (number < 1e11 ? number * 1000 : number) : Date.parse(text)
  return Number.isFinite(value) ? value : null
}

/**
 * Reads temporary credentials in any form that AWS's tools print: export lines (bash, fish, PowerShell, cmd), an INI
 * profile, or the JSON of get-session-token, assume-role, export-credentials, sso get-role-credentials and instance
 * metadata. Long-lived keys are refused. `now` is in milliseconds.
 */
export function parseCredentials(text: string, now: number): ParsedCredentials {
  if (text.length > LONGEST) return { problem: 'too-long' }
  const found = readJson(text.trim()) ?? readLines(text)
  const { accessKeyId, secretAccessKey, sessionToken } = found
  if (!accessKeyId && !secretAccessKey && !sessionToken) return { problem: 'nothing-found' }
  if (accessKeyId?.startsWith('AKIA')) return { problem: 'long-lived-key' }
  if (!accessKeyId) return { problem: 'key-id-missing' }
  if (!accessKeyId.startsWith('ASIA')) return { problem: 'not-a-temporary-key' }
  if (!secretAccessKey) return { problem: 'secret-missing' }
  if (!sessionToken) return { problem: 'session-token-missing' }
  const expiration = instant(found.expiration)
  if (expiration !== null && expiration <= now) return { problem: 'expired' }
  return {
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration, region: found.region ?? null },
  }
}

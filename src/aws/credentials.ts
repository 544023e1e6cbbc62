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

type ParsedCredentials =
  | { readonly credentials: TemporaryCredentials }
  | { readonly problem: CredentialProblem }
  /** The profiles of a file, of which several could be used. */
  | { readonly profiles: readonly string[] }

/** What to say about each problem, and what was expected. */
export const CREDENTIAL_SENTENCES: Readonly<Record<CredentialProblem, string>> = {
  'nothing-found':
    'No credentials were found. Expected: an access key id, a secret access key and a session token, as export lines, profiles, JSON or the text output of the AWS CLI.',
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

const LONGEST_PASTE = 20_000
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

type Found = Partial<Record<Field, string>>

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
  // No part of credentials holds white space: what follows is a command.
  const [value = ''] = rest
    .slice(end)
    .replace(/^\s*[=:]?\s*/, '')
    .split(/\s/, 1)
  return unquote(value) ? [field, unquote(value)] : null
}

const KEY_ID = /^A[KS]IA[A-Z\d]{12,124}$/
const SECRET = /^[A-Z\d/+]{40}$/i
const INSTANT = /^(?:\d{10,13}|\d{4}-\d\d-\d\dT\S{5,30})$/

/** A row of the CLI's text output: `CREDENTIALS`, the key id, the expiry, the secret and the token, between tabs. */
function readRow(line: string): Found | null {
  const words = line.trim().split(/\s+/)
  const at = words.findIndex((word) => KEY_ID.test(word))
  const others = words.slice(at + 1)
  const secretAccessKey = others.find((word) => SECRET.test(word))
  if (at < 0 || secretAccessKey === undefined) return null
  const expiration = others.find((word) => INSTANT.test(word))
  const sessionToken = others.find((word) => word !== secretAccessKey && word !== expiration)
  return {
    accessKeyId: words[at]!,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiration }),
  }
}

/** The JSON of a text, whatever prompt and command stand before it. */
function readJson(text: string): Found | null {
  const start = text.indexOf('{')
  let value: unknown
  try {
    value = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1))
  } catch {
    return null
  }
  const found: Found = {}
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

/** Several assignments may stand on one line. */
const ASSIGNMENTS = /\s(?=(?:\$env:)?aws_\w{1,40}=)/i

function readLines(lines: readonly string[]): Found {
  const found: Found = {}
  for (const line of lines) {
    const row = readRow(line)
    for (const [field, value] of Object.entries(row ?? {}) as [Field, string][]) found[field] ??= value
    if (row) continue
    for (const part of line.split(/&&|;/).flatMap((piece) => piece.split(ASSIGNMENTS))) {
      const entry = readLine(part)
      if (entry) found[entry[0]] ??= entry[1]
    }
  }
  return found
}

const HEADER = /^\[(?:profile )?([^\]]{1,200})\]$/

interface Profile {
  readonly name: string
  readonly found: Found
}

/** The profiles of a file, each by itself; what stands before the first has no name. */
function readProfiles(text: string): readonly Profile[] {
  const sections: { readonly name: string; readonly lines: string[] }[] = [{ name: '', lines: [] }]
  for (const line of text.replaceAll('\\\n', ' ').split(/\r?\n/)) {
    const [, header] = HEADER.exec(line.trim()) ?? []
    if (header !== undefined) sections.push({ name: header.trim(), lines: [] })
    else sections.at(-1)!.lines.push(line)
  }
  return sections.map(({ name, lines }) => ({ name, found: readLines(lines) }))
}

function instant(text: string | undefined): number | null {
  if (!text) return null
  const number = Number(text)
  const value = Number.isFinite(number) ? (number < 1e11 ? number * 1000 : number) : Date.parse(text)
  return Number.isFinite(value) ? value : null
}

function check({ accessKeyId, secretAccessKey, sessionToken, ...found }: Found, now: number): Checked {
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

type Checked = Exclude<ParsedCredentials, { readonly profiles: unknown }>

/** What is said of a file in which nothing can be used: the first that tells most. */
const LEAST_TELLING: readonly CredentialProblem[] = ['nothing-found', 'long-lived-key']

/**
 * Reads temporary credentials in any form that AWS's tools print: export lines (bash, fish, PowerShell, cmd), also several
 * on one line; profiles; the JSON of get-session-token, assume-role, export-credentials, sso get-role-credentials and
 * instance metadata, also below its command; and the CLI's text output. Of a file with several profiles that could be
 * used `profile` says which. Long-lived keys are refused. `now` is in milliseconds.
 */
export function parseCredentials(text: string, now: number, profile: string | null = null): ParsedCredentials {
  if (text.length > LONGEST_PASTE) return { problem: 'too-long' }
  const json = readJson(text)
  const all = json ? [{ name: '', found: json }] : readProfiles(text)
  const checked = all.map(({ name, found }) => ({ name, result: check(found, now) }))
  const usable = checked.filter(({ name, result }) => 'credentials' in result && (profile === null || name === profile))
  const [first, ...others] = usable
  if (first) return profile === null && others.length > 0 ? { profiles: usable.map(({ name }) => name) } : first.result
  const problems = checked.flatMap(({ result }) => ('problem' in result ? [result.problem] : []))
  const telling = problems.find((problem) => !LEAST_TELLING.includes(problem))
  return { problem: telling ?? (problems.includes('long-lived-key') ? 'long-lived-key' : 'nothing-found') }
}

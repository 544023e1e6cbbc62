import { own } from '../text/own'
import { readAnywhere } from './credential-forms'

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
    'This is a long-term access key (AKIA…). It would keep working after this tab is closed, so it is refused. Create temporary credentials instead.',
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

const fieldOf = (name: string): Field | undefined =>
  own(
    FIELD_OF,
    name
      .trim()
      .toLowerCase()
      .replace(/["'_ ]/g, ''),
  )

function unquote(text: string): string {
  let value = text.trim()
  while (/[;,)\\]$/.test(value)) value = value.slice(0, -1).trimEnd()
  while (value.length > 0 && QUOTES.includes(value[0]!)) value = value.slice(1)
  while (value.length > 0 && QUOTES.includes(value.at(-1)!)) value = value.slice(0, -1)
  return value
}

type Found = Partial<Record<Field, string | undefined>>

/** `NAME=value`, `NAME = value`, `NAME value` (fish) and `NAME: value`, whatever shell word stands before. */
function readLine(line: string): [Field, string] | null {
  let rest = line.trim()
  for (const prefix of PREFIXES) {
    if (rest.toLowerCase().startsWith(prefix)) {
      rest = rest.slice(prefix.length).trimStart()
      break
    }
  }
  // A dictionary, or the arguments of a call, have their names in quotes or a brace before them.
  rest = rest.replace(/^(?:[\w.]{1,60}\()?[{(,\s]*/, '')
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
const TOKEN = /^[\w+/=%-]{32,}$/
const INSTANT = /^(?:\d{10,13}|\d{4}-\d\d-\d\dT\S{5,30})$/

/** A row of the CLI's text output: `CREDENTIALS`, the key id, the expiry, the secret and the token, between tabs. */
function readRow(line: string): Found | null {
  const words = line.trim().split(/\s+/)
  const at = words.findIndex((word) => KEY_ID.test(word))
  const others = words.slice(at + 1)
  const secretAccessKey = others.find((word) => SECRET.test(word))
  if (at < 0 || secretAccessKey === undefined) return null
  const expiration = others.find((word) => INSTANT.test(word))
  const sessionToken = others.find((word) => word !== secretAccessKey && TOKEN.test(word))
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

/** The words of a line of a table: between the bars that the CLI draws, or between commas or tabs, where a cell may be empty. */
function cellsOf(line: string): readonly string[] {
  const isDrawn = line.includes('|')
  const cells = line.split(isDrawn ? '|' : /[,\t]/).map(unquote)
  return isDrawn ? cells.filter((cell) => cell !== '') : cells
}

/**
 * A table whose first line names the columns, as the console saves the keys of a user, or the CLI's `--output table`, where
 * a name and its value stand in one line, or all names in one line and the values below.
 */
function readTable(text: string): Found | null {
  const rows = text
    .split(/\r?\n/)
    .map(cellsOf)
    .filter((cells) => cells.length > 1)
  const found: Found = {}
  for (const [at, cells] of rows.entries()) {
    const fields = cells.map(fieldOf)
    const [name, value] = [fields[0], cells[1]]
    if (cells.length === 2 && name !== undefined && value !== undefined && fields[1] === undefined)
      found[name] ??= value
    if (fields.filter((field) => field !== undefined).length < 2) continue
    const values = rows[at + 1] ?? []
    if (values.length !== cells.length) continue
    for (const [column, field] of fields.entries()) if (field !== undefined) found[field] ??= values[column]!
  }
  return found.accessKeyId === undefined ? null : found
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

/** PowerShell prints a name, a colon and the value, and what is long in further lines that begin below the value. */
const unwrapped = (text: string): string =>
  /^\s{0,8}\w{1,20} {1,12}: /m.test(text) ? text.replace(/\r?\n {10,24}(?=[\w+/=]{1,400}[ \t]*(?:\r?\n|$))/g, '') : text

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

/** A date and a time as people of one place write them, without saying which: when that is cannot be told. */
const LOCAL_TIME = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[ ,T].*)?$|^\d{4}[./]\d{1,2}[./]\d{1,2}/

function instant(text: string | undefined): number | null {
  if (!text || LOCAL_TIME.test(text.trim())) return null
  const number = Number(text)
  const value = Number.isFinite(number) ? (number < 1e11 ? number * 1000 : number) : Date.parse(text)
  return Number.isFinite(value) ? value : null
}

/** The parts of a text that names them as no other does, or breaks one of them over lines. */
function readByForm(text: string, read: Checked, now: number): Checked {
  const found = readAnywhere(text)
  const { accessKeyId, secretAccessKey, sessionToken } = found
  if (accessKeyId === undefined || secretAccessKey === undefined) return read
  if ('credentials' in read) {
    const isCutOff = (sessionToken ?? '').startsWith(read.credentials.sessionToken)
    return isCutOff ? check({ ...found, region: read.credentials.region ?? undefined }, now) : read
  }
  return sessionToken === undefined && !accessKeyId.startsWith('AKIA') ? read : check(found, now)
}

function check({ accessKeyId, secretAccessKey, sessionToken, ...found }: Found, now: number): Checked {
  if (!accessKeyId && !secretAccessKey && !sessionToken) return { problem: 'nothing-found' }
  if (accessKeyId?.startsWith('AKIA')) return { problem: 'long-lived-key' }
  if (!accessKeyId) return { problem: 'key-id-missing' }
  if (!accessKeyId.startsWith('ASIA')) return { problem: 'not-a-temporary-key' }
  if (!secretAccessKey) return { problem: 'secret-missing' }
  if (!sessionToken || !TOKEN.test(sessionToken)) return { problem: 'session-token-missing' }
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
export function parseCredentials(given: string, now: number, profile: string | null = null): ParsedCredentials {
  if (given.length > LONGEST_PASTE) return { problem: 'too-long' }
  const text = unwrapped(given)
  const json = readJson(text)
  const table = json === null ? readTable(text) : null
  if (table !== null) return readByForm(given, check(table, now), now)
  const all = json ? [{ name: '', found: json }] : readProfiles(text)
  const checked = all.map(({ name, found }) => ({ name, result: check(found, now) }))
  const usable = checked.filter(({ name, result }) => 'credentials' in result && (profile === null || name === profile))
  const [first, ...others] = usable
  if (first && profile === null && others.length > 0) return { profiles: usable.map(({ name }) => name) }
  if (first) return all.length > 1 ? first.result : readByForm(given, first.result, now)
  const problems = checked.flatMap(({ result }) => ('problem' in result ? [result.problem] : []))
  const telling = problems.find((problem) => !LEAST_TELLING.includes(problem))
  const problem = telling ?? (problems.includes('long-lived-key') ? 'long-lived-key' : 'nothing-found')
  return profile === null && problem !== 'expired' ? readByForm(given, { problem }, now) : { problem }
}

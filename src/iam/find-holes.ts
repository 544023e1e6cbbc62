import { isAccountId, splitArn } from './arn'

/** On which side a text stands: in a request, where nothing is a wildcard, or in a policy. */
export type HoleSide = 'request' | 'policy'

/** Letters that people write over a part of a name, as in `tide-XXXX-logs`: they stand within it as its own letters do. */
export const LETTERS_IN_NAMES = String.raw`\bREDACTED\b|X{4,}|x{6,}`

/**
 * Variables of the Serverless Framework, which look like IAM's own and are filled in before AWS sees them: `${self:service}`,
 * `${aws:accountId}`, which is no condition key. https://www.serverless.com/framework/docs/guides/variables
 */
const OF_SERVERLESS = /\$\{(?:(?:self|opt|env|sls|cf|param):[^{}\n]{1,200}|aws:(?:accountId|region))\}/g

/**
 * What people, services and templates write in the place of a value that is not to be shown, or not known: each found by
 * its shape. `${key:…}`, `${*}`, `${?}` and `${$}` are IAM's own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const SHAPES: readonly RegExp[] = [
  // {{ .Values.x }}, before the single braces in it
  /\{\{[^{}\n]{1,80}\}\}/g,
  // ${var.name}, ${AWS::AccountId}
  /\$\{(?![*?$]\})(?![^:{}\n]+:[^:{}\n][^{}\n]*\})[^{}\n]{1,200}\}/g,
  OF_SERVERLESS,
  // <acct>, <your account id>
  /<[^<>\n"]{1,60}>/g,
  // {account_id}
  /(?<![${])\{[a-z_][\w .-]{0,60}\}(?!\})/gi,
  // $(hostname), what a shell puts in
  /\$\([^()\n]{1,120}\)/g,
  // $BUCKET
  /\$[a-z_]\w{0,60}/gi,
  // %ACCOUNT%
  /%[A-Z][A-Z0-9_]{1,40}%/g,
  // [REDACTED], [account id]
  /\[(?:[A-Z][A-Z _-]{2,40}|(?:redacted|masked|hidden|removed|account|region|bucket|name|user|role)[a-z _-]{0,20})\]/g,
  // ACCOUNT_ID, REGION, YOUR_BUCKET_NAME: the whole of a field or of a part of a path
  /(?<=[:/])(?:(?:YOUR|MY)[_-][A-Z]{2,20}(?:[_-][A-Z]{2,20}){0,2}|(?:[A-Z]{2,20}_)?(?:ACCOUNT|API|BUCKET|CLUSTER|DATABASE|DOMAIN|FUNCTION|GROUP|INSTANCE|KEY|QUEUE|REPOSITORY|ROLE|SECRET|STREAM|TABLE|TOPIC|USER)_(?:ID|NAME|NUMBER)|ACCOUNT(?:ID)?|BUCKET(?:NAME)?|REGION)(?=[:/*]|$)/g,
  /\.{3}|…/g,
  /#{3,}/g,
  // XXXX, but no name such as xxx-logs
  /x{8}-x{4}-x{4}-x{4}-x{12}/gi,
  new RegExp(LETTERS_IN_NAMES, 'g'),
  /(?<![^:/])x{3,}(?![^:/])/g,
]

/** Holes that say nothing of what they hide, so that one can hide texts of several kinds. */
const SAYS_NOTHING =
  /^(?:\*+|x+|#+|\?+|[[<({]{0,2}\s?(?:redacted|masked|hidden|removed|omitted|censored|private|secret|sanitized|anonymized|x{3,}|\*+|name|value)\s?[\])>}]{0,2})$/i

/** Is it a hole that says nothing of what it hides? */
export const isNamelessHole = (hole: string): boolean => SAYS_NOTHING.test(hole)

/** In a request alone: what would be a wildcard in a policy. */
const IN_REQUESTS: readonly RegExp[] = [/\*{2,}/g, /\?{3,}/g]

/**
 * In a policy alone: a run of asterisks is nobody's wildcard, but at the end of a path, where it is one with the marks of
 * bold type.
 */
const IN_POLICIES: readonly RegExp[] = [/(?<!\/)\*{3,}|\*{3,}(?!$)/g]

/** In the account and Region part of an ARN in a policy, where a run of asterisks says no more than one. */
const ASTERISKS = /^\*{3,}$/

/** Accounts that are no twelve digits: AWS's own policies, CloudFront's origin identities. */
const OTHER_ACCOUNTS: ReadonlySet<string> = new Set(['', 'aws', 'cloudfront', 'aws-managed'])

/** Every text in an ARN or name that stands for something that is not written, in order, each once. */
export function findHoles(text: string, side: HoleSide): readonly string[] {
  if (text.length > MAX_TEXT) return []
  const found = new Map<string, number>()
  const add = (hole: string, at: number) => {
    if (!found.has(hole)) found.set(hole, at)
  }
  const shapes = [...SHAPES, ...(side === 'request' ? IN_REQUESTS : IN_POLICIES)]
  let rest = text
  for (const shape of shapes) {
    rest = rest.replace(shape, (hole, ...more: unknown[]) => {
      add(hole, more.find((one) => typeof one === 'number') as number)
      // What is found is no part of another shape, and keeps its place.
      return ' '.repeat(hole.length)
    })
  }
  for (const hole of [regionHole(text, rest), accountHole(text, rest, side)])
    if (hole !== null) add(hole, text.indexOf(hole))
  return [...found].sort((a, b) => a[1] - b[1]).map(([hole]) => hole)
}

const MAX_TEXT = 4_000

/** Does a text hold something that is not written? */
export const hasHole = (text: string, side: HoleSide = 'request'): boolean => findHoles(text, side).length > 0

/** A text with something else in the place of each of its holes. */
export const replaceHoles = (text: string, side: HoleSide, by: string): string =>
  findHoles(text, side).reduce((rest, hole) => rest.replaceAll(hole, by), text)

/** What stands in the place of a whole name or value: there its own shape alone says where it ends. */
const WHOLE = /<[^<>\n]{1,60}>|\[[^\][\n]{1,40}\]|\$?\{[^{}\n]{1,200}\}|\.{3}|…|\*{2,}|#{3,}|x{3,}\b/iy

/** The hole that begins at a place of a running text and stands for a whole name; empty where none does. */
export function holeAt(text: string, at: number): string {
  WHOLE.lastIndex = at
  return WHOLE.exec(text)?.[0] ?? ''
}

/** Does a text stand as a whole for something that is not written? */
export const isHole = (text: string): boolean => text !== '' && holeAt(text, 0) === text

/** What people and services put over an action, or a part of it: no request asks for a pattern of actions. */
const IN_ACTIONS = /[*?<>{}[\]…]|x{3,}|\.{3}|redacted/i

/** Does an action hold something in the place of it, or of a part of it? */
export const hasHoleInAction = (action: string): boolean => IN_ACTIONS.test(action)

/** What a value has in it of which something may be hidden; most have none of it. */
const MAY_BE_HIDDEN = /^arn:|[{<$%[…]|\.{3}|#{3}|x{3}|\*{2}|\?{3}|redacted/i

/** Is something of a value hidden that a request carried? Compared as it stands it would be another value. */
export const isValueHidden = (value: string): boolean =>
  MAY_BE_HIDDEN.test(value) && (/redacted/i.test(value) || hasHole(value))

/** The same of an address, an id or a name that an event records: none of them has a wildcard or a bracket. */
export const isFieldHidden = (value: string): boolean => /[<>{}*]|x{4,}/i.test(value) || isValueHidden(value)

const isDigit = (char: string): boolean => char >= '0' && char <= '9'

/** Does a hole stand at this place? A run of digits is no part of a longer number, which is another one. */
export function isHoleAt(text: string, hole: string, at: number): boolean {
  if (!text.startsWith(hole, at)) return false
  const isInNumber =
    (isDigit(hole.charAt(0)) && isDigit(text.charAt(at - 1))) ||
    (isDigit(hole.charAt(hole.length - 1)) && isDigit(text.charAt(at + hole.length)))
  return !isInNumber || /\D/.test(hole)
}

/** Is a shape nothing but a mask wherever it stands? A run of digits or of the letter x can be a name. */
export const isUnmistakable = (hole: string): boolean => /[^\dx]/i.test(hole)

/** Does a hole stand anywhere in a text? */
export function holdsHole(text: string, hole: string): boolean {
  for (let at = text.indexOf(hole); at >= 0; at = text.indexOf(hole, at + 1)) if (isHoleAt(text, hole, at)) return true
  return false
}

/** What stands in the Region part of an ARN and is no Region: none has a capital letter or an underscore. */
function regionHole(text: string, rest: string): string | null {
  const region = text.startsWith('arn:') ? splitArn(rest)?.[3] : undefined
  return region !== undefined && /^[\w-]+$/.test(region) && /[A-Z_]/.test(region) ? region : null
}

/** What stands in the account part of an ARN, or alone, and is no account: too few digits, too many, or other characters. */
function accountHole(text: string, rest: string, side: HoleSide): string | null {
  const parts = text.startsWith('arn:') ? splitArn(text) : null
  if (parts === null) return null
  const [, , , region, account] = parts
  if (side === 'policy' && ASTERISKS.test(region)) return region
  const left = splitArn(rest)?.[4] ?? account
  // A shape was found in it already.
  if (left !== account && left.includes(' ')) return null
  if (side === 'policy' && ASTERISKS.test(account)) return account
  const hasWildcard = side === 'policy' && /[*?]/.test(account)
  if (hasWildcard || OTHER_ACCOUNTS.has(account) || isAccountId(account) || account.includes('${')) return null
  const [letters = ''] = /\D+/.exec(account) ?? []
  const digits = account.length - letters.length
  const isRun =
    letters.length >= 4 && account.replace(letters, '').length === digits && /^\d*$/.test(account.replace(letters, ''))
  return isRun && digits > 0 && account.length === 12 ? letters : account
}

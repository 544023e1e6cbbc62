/** An ARN in its six parts; the last keeps its own colons. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

type Colons = readonly [number, number, number, number, number]

/** The places of the first five colons, or null where there are fewer. */
function firstColons(text: string): Colons | null {
  const a = text.indexOf(':')
  const b = a < 0 ? a : text.indexOf(':', a + 1)
  const c = b < 0 ? b : text.indexOf(':', b + 1)
  const d = c < 0 ? c : text.indexOf(':', c + 1)
  const e = d < 0 ? d : text.indexOf(':', d + 1)
  return e < 0 ? null : [a, b, c, d, e]
}

/** What a template or a policy fills in, with the colons of its name: `${AWS::Region}`. */
const VARIABLE = /\$\{[^{}]{1,200}\}/g

/** The places of the five colons that part an ARN, none of them within a variable; null where there are fewer. */
function colons(text: string): Colons | null {
  const found = firstColons(text)
  return found === null || !text.slice(0, found[4]).includes('${')
    ? found
    : firstColons(text.replace(VARIABLE, (variable) => variable.replaceAll(':', ' ')))
}

/** Any text in six parts divided by its first five colons; null when there are fewer. */
export function splitArn(text: string): readonly [string, string, string, string, string, string] | null {
  const at = colons(text)
  if (at === null) return null
  const [a, b, c, d, e] = at
  return [
    text.slice(0, a),
    text.slice(a + 1, b),
    text.slice(b + 1, c),
    text.slice(c + 1, d),
    text.slice(d + 1, e),
    text.slice(e + 1),
  ]
}

/** An ARN, or null for any other text. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith('arn:')) return null
  const at = colons(text)
  if (at === null) return null
  const [a, b, c, d, e] = at
  return {
    partition: text.slice(a + 1, b),
    service: text.slice(b + 1, c),
    region: text.slice(c + 1, d),
    account: text.slice(d + 1, e),
    resource: text.slice(e + 1),
  }
}

/** Twelve digits, as AWS numbers accounts. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false
  for (let i = 0; i < 12; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** The account in an ARN; empty where it has none, and of any other text. */
export const accountOfArn = (text: string): string => parseArn(text)?.account ?? ''

/** The Region in an ARN; empty where it has none, and of any other text. */
export const regionOfArn = (text: string): string => parseArn(text)?.region ?? ''

/** The service of an ARN, in lower case, which may be one whose account is masked; empty of any other text. */
export const serviceOfArn = (text: string): string =>
  text.startsWith('arn:') ? (text.split(':', 3)[2] ?? '').toLowerCase() : ''

/** What stands after the account of an ARN, which may be one whose account is masked; of any other text, all of it. */
export const resourcePart = (text: string): string =>
  text.startsWith('arn:') ? (parseArn(text)?.resource ?? text.split(':').slice(5).join(':')) : text

/** What stands behind the last slash: the name of a user, role or policy without its path. */
export const lastInPath = (text: string): string => text.slice(text.lastIndexOf('/') + 1)

/** What stands before the first slash of a resource: the bucket of an object, the kind of a user or role. */
export const firstInPath = (resource: string): string => resource.split('/', 1)[0]!

/** Is it the ARN, or a pattern of ARNs, of a thing of a service whose resource begins so? */
export const isArnOf = (text: string, service: string, begins: string): boolean => {
  const arn = parseArn(text)
  return arn?.service === service && arn.resource.startsWith(begins)
}

/** Is it the ARN, or a pattern of ARNs, of a user or a role? */
export const isIdentityArn = (text: string): boolean => isArnOf(text, 'iam', 'user/') || isArnOf(text, 'iam', 'role/')

/** What stands before the first slash of an ARN’s resource; empty of any other text. */
export const firstOfArn = (text: string): string => firstInPath(parseArn(text)?.resource ?? '')

/** The role of a session, by its name; null of any other principal. Its path stands in no session's ARN. */
export function roleOfSession({ service, resource }: Arn): string | null {
  const [kind, role] = resource.split('/', 2)
  return service === 'sts' && kind === 'assumed-role' && role ? role : null
}

/** The role and the name of a session, with a slash between them, by its ARN; null of any other principal. */
export function roleAndSession(text: string): string | null {
  const arn = parseArn(text)
  return arn?.service === 'sts' && arn.resource.startsWith('assumed-role/')
    ? arn.resource.slice('assumed-role/'.length)
    : null
}

/** The ARN of a session's role, without the path that the session does not tell; null of any other text. */
export function roleArnOfSession(text: string): string | null {
  const arn = parseArn(text)
  const role = arn && roleOfSession(arn)
  return role ? `arn:${arn.partition}:iam::${arn.account}:role/${role}` : null
}

/** The bucket of the ARN of a bucket or of an object in it, as it is written; null of any other text. */
export function bucketOfArn(text: string): string | null {
  const arn = parseArn(text)
  return arn?.service === 's3' && arn.region === '' && arn.account === '' ? firstInPath(arn.resource) : null
}

/** The key of an object, or a pattern of keys, by its ARN; null where there is none. */
export const keyOfObject = (text: string): string | null => {
  const bucket = bucketOfArn(text)
  return bucket === null ? null : resourcePart(text).slice(bucket.length + 1) || null
}

/** The ARN of a role in three parts. */
export interface RoleArn {
  /** All before the path. */
  readonly start: string
  /** With the slash at its end; empty where the role has none. */
  readonly path: string
  readonly name: string
}

/** The ARN of a role, or a pattern of such, in its parts; null of any other text. */
export function parseRoleArn(text: string): RoleArn | null {
  const arn = parseArn(text)
  if (arn?.service !== 'iam' || arn.region !== '' || !arn.resource.startsWith('role/')) return null
  const named = arn.resource.slice('role/'.length)
  const name = lastInPath(named)
  const path = named.slice(0, named.length - name.length)
  return name === '' ? null : { start: text.slice(0, text.length - named.length), path, name }
}

/** A wildcard, a mask or a reference in an ARN: it names no one thing. */
const OPEN = /[*?$<{[\]…%]|\.{3}/

/** Is it an ARN that names no one thing, as a pattern, one with a mask or one that a template fills in? */
export const namesNoOne = (arn: string): boolean => OPEN.test(arn)

const IN_TEXT = /\barn:aws[\w-]{0,12}:[a-z\d-]{2,40}:[\w-]{0,30}:\d{0,12}:[^\s"'`,;()|\\]{1,400}/g

/** The ARNs that stand in a text, patterns among them, without the mark that ends a sentence. */
export const arnsIn = (text: string): readonly string[] =>
  (text.match(IN_TEXT) ?? []).map((arn) => arn.replace(/[.:]{1,5}$/, ''))

/** An ARN in a text that is whole: no wildcard, mask or variable stands in it or behind it. */
export const WHOLE_ARN =
  /\barn:aws[\w-]{0,12}:[a-z][a-z\d-]{1,40}:[\w-]{0,25}:\d{0,12}:[\w+=,@/:$-]{1,400}[\w$](?![\w+=,@/$*<{?-]|[.:][\w*<{])/g

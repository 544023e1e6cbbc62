import { isAccountId, parseArn, type Arn, firstInPath } from '../../iam/arn'
import { hasHole, replaceHoles } from '../../iam/find-holes'
import { parsePrincipal } from '../../iam/principal'
import { matchWildcard } from '../../iam/wildcard'
import type { FoundPolicy } from '../../policy/found-policy'
import { parsePolicy } from '../../policy/parse-policy'
import { own } from '../../text/own'

/** A user or role, by account and name; the account is null where the paste does not give it. */
export interface PolicyHolder {
  readonly kind: string
  readonly account: string | null
  readonly name: string
}

const accountOrNull = (account: string | null): string | null =>
  account !== null && isAccountId(account) ? account : null

/** Is nothing of a text masked or left out? Of what is, nobody can say that it is another. */
const isWhole = (text: string): boolean => !hasHole(text)

/** The user or role whose policies a principal has: of a role session, its role. */
export function holderOfPrincipal(principal: string): PolicyHolder | null {
  const parsed = parsePrincipal(principal)
  if (parsed === null || !isWhole(parsed.name)) return null
  const kind = parsed.kind === 'roleSession' ? 'role' : parsed.kind
  return { kind, account: accountOrNull(parsed.account), name: parsed.name }
}

/** Reads "role/NAME", or an ARN of a user or role, whose path does not count: names are unique in an account. */
export function holderOfOwner(owner: string): PolicyHolder | null {
  const arn = parseArn(owner)
  const [kind, ...path] = (arn?.resource ?? owner).split('/')
  const name = path.at(-1)
  if (kind === undefined || name === undefined || !isWhole(name)) return null
  return { kind, account: accountOrNull(arn?.account ?? null), name }
}

/** Is it one user or role? */
export function sameHolder(one: PolicyHolder | null, other: PolicyHolder | null): boolean {
  if (one === null || other === null) return false
  const sameAccount = one.account === null || other.account === null || one.account === other.account
  return one.kind === other.kind && one.name === other.name && sameAccount
}

/** Can a role or user be the one of a name of which parts are left out? */
export const canBeNamed = (owner: string, { kind, name }: PolicyHolder): boolean =>
  matchWildcard(replaceHoles(owner, 'request', '*'), `${kind}/${name}`)

/** A role that CloudFormation named: the stack, the logical id, cut off where the name would be too long, and characters of its own. */
const GENERATED = /^[\w-]{1,128}-([A-Z\d]{1,128})-(?=[A-Z]*\d)[A-Z\d]{12,13}$/i

/**
 * Did CloudFormation make a role of this name for a logical id? Null where somebody else named it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
 */
export function isMadeFor(logicalId: string, role: string): boolean | null {
  const middle = GENERATED.exec(role.slice(0, 128))?.[1]
  return middle === undefined ? null : logicalId.startsWith(middle)
}

const isOtherHolder = (one: PolicyHolder | null, other: PolicyHolder | null): boolean =>
  one !== null && other !== null && !sameHolder(one, other)

/** Is a resource the one of this ARN, or below it? */
const isBelow = (asked: Arn, own: Arn): boolean =>
  asked.account === own.account &&
  asked.region === own.region &&
  (asked.resource === own.resource || /^[/:]/.test(asked.resource.slice(own.resource.length))) &&
  asked.resource.startsWith(own.resource)

/** Is a resource the one of this name: a bucket, a repository with its path, a secret with the characters that AWS adds? */
function isNamed({ service, resource }: Arn, name: string): boolean {
  if (service === 's3') return firstInPath(resource) === name
  const [, , own = resource] = /^([^/:]*)[/:](.*)$/s.exec(resource) ?? []
  return own === name || own.startsWith(`${name}-`) || own.startsWith(`${name}/`) || own.startsWith(`${name}:`)
}

/** What of an ARN tells whose policy names it, by services that take in a policy no ARN but of the thing that has it. */
const OWN_NAME: Readonly<Record<string, (resource: string) => string>> = {
  // “Policy has invalid resource”
  s3: firstInPath,
  // Lambda writes the ARN itself. Each version of a layer has a policy of its own.
  lambda: (resource) => /^(?:function:[^:]*|layer:[^:]*:[^:]*)/.exec(resource)?.[0] ?? resource,
}

const PLAIN_NAME = /^[a-z\d][\w.:-]{2,}$/i

/** Does a policy name other things alone, where the service takes none that names another than the one that has it? */
function namesOthersAlone(text: string, { service, resource }: Arn): boolean {
  const nameOf = own(OWN_NAME, service)
  if (nameOf === undefined) return false
  const names = parsePolicy(text, 'resource')
    .statements.flatMap((statement) => statement.resource?.values ?? [])
    .map((value) => parseArn(value.text))
    .flatMap((arn) => (arn?.service === service ? [nameOf(arn.resource)] : []))
  const arePlain = names.every((name) => isWhole(name) && PLAIN_NAME.test(name))
  return names.length > 0 && arePlain && !names.includes(nameOf(resource))
}

/** The part of an ARN that has a policy of its own: of an object, its bucket. */
const withPolicy = (arn: Arn): Arn =>
  arn.service === 's3' && !arn.resource.startsWith('accesspoint/')
    ? { ...arn, region: '', account: '', resource: firstInPath(arn.resource) }
    : arn

/** Are these plainly two resources with a policy each? False where one of them is not known whole. */
export function isAnotherResource(one: string, other: string): boolean {
  const [before, after] = [one, other].map((text) => (isWhole(text) && !/[*?]/.test(text) ? parseArn(text) : null))
  if (!before || !after) return false
  if (before.service !== after.service) return true
  if (before.service === 'iam') return isOtherHolder(holderOfOwner(one), holderOfOwner(other))
  const [first, second] = [withPolicy(before), withPolicy(after)]
  return !isBelow(first, second) && !isBelow(second, first)
}

/** Is the policy plainly attached to another resource than the request's? */
export function isOfOtherResource({ owner, service, text }: FoundPolicy, resource: string): boolean {
  const asked = parseArn(resource)
  if (asked === null || !isWhole(resource)) return false
  if (owner !== null && service === 'sts') return isOtherHolder(holderOfOwner(owner), holderOfOwner(resource))
  if (asked.service !== service) return false
  if (owner === null || !isWhole(owner)) return namesOthersAlone(text, asked)
  const own = parseArn(owner)
  return own === null ? !isNamed(asked, owner) : own.service === service && !isBelow(asked, own)
}

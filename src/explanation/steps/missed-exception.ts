import { lastInPath, parseArn, parseRoleArn, roleOfSession, type Arn } from '../../iam/arn'
import { isPermissionSetRole } from '../../iam/principal'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { SERVICE_PREFIXES } from '../../iam/service-names'
import { matchWildcard, matchAnyCase } from '../../iam/wildcard'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { partsMeant } from '../../knowledge/arn-parts'
import { own } from '../../text/own'
import type { ExceptionMend } from '../messages/missed-exceptions'
import type { JudgedCase } from '../judged-case'
import { meantOperatorOf } from './missed-test'
import { contextValue, stepFacts } from './step-facts'

/** An exception of a Deny that misses what it is meant for, and where it stands. */
export interface MissedException extends ExceptionMend {
  readonly element: ElementResult
}

/** What the values of one element that exempts could be meant for; null: nothing tells that they miss it. */
type Reader = (judged: JudgedCase, element: ElementResult) => ExceptionMend | null

/** The path below which IAM Identity Center puts its roles; its Region comes behind, but for that of the first. */
const OF_IDENTITY_CENTER = 'aws-reserved/sso.amazonaws.com/'

/** The ARN of the role as a text or the request has it, with its path; one of IAM Identity Center has one in any case. */
const wholeArn = ({ accessCase }: JudgedCase, arn: string): string => {
  const role = parseRoleArn(arn)
  if (role === null || !isPermissionSetRole(role.name)) return arn
  const { start, path, name } = role
  const text = accessCase.error ?? ''
  const at = text.indexOf(`/${name}"`)
  const [written = arn] = at < 0 ? [] : (/arn:[^\s"']*$/.exec(text.slice(Math.max(0, at - 200), at)) ?? [])
  if (at >= 0 && written.startsWith(start)) return `${written}/${name}`
  return path === '' ? `${start}${OF_IDENTITY_CENTER}${name}` : arn
}

/** The user or role that calls, by its ARN. */
const callerArn = (judged: JudgedCase, { actual }: ElementResult): string | null => {
  const known = actual?.[0] ?? contextValue(judged.evaluation.context, 'aws:PrincipalArn')
  const named = known ?? stepFacts(judged).entity?.arn ?? null
  return named === null ? null : wholeArn(judged, named)
}

/** A pattern for a role by its name, as it covers the role below its path; null: it is meant for others, or covers it. */
const belowPath = (pattern: string, arn: string): string | null => {
  const [named, role] = [parseRoleArn(pattern), parseRoleArn(arn)]
  if (named === null || role === null || role.path === '' || named.name === '*') return null
  const { start, path: written, name } = named
  const { path } = role
  const isOfCenter = path.startsWith(OF_IDENTITY_CENTER)
  // The Region in the path is not known from a session.
  const isMissed =
    !matchWildcard(pattern, arn) || (isOfCenter && written === OF_IDENTITY_CENTER && !name.startsWith('*'))
  if (!matchWildcard(name, role.name) || !isMissed || (written !== '' && !isOfCenter)) return null
  const fixed = `${start}${isOfCenter ? `${OF_IDENTITY_CENTER}*` : path}${name}`
  return matchWildcard(fixed, arn) ? fixed : null
}

/** The name of the role that the ARN of what stands for it has, where it is the ARN of one; what stands for a role never calls. */
const STAND_INS = [
  { defect: 'session', roleIn: roleOfSession },
  {
    defect: 'profile',
    roleIn: ({ service, resource }: Arn) =>
      service === 'iam' && resource.startsWith('instance-profile/') ? lastInPath(resource) : null,
  },
] as const

/** The role that the ARN of its session or profile stands for, where it is the caller's. */
export const standIn = (pattern: string, arn: string): Pick<ExceptionMend, 'defect' | 'meant'> | null => {
  const path = parseRoleArn(arn)?.path ?? ''
  const named = parseArn(pattern)
  if (named === null) return null
  const { partition, account } = named
  for (const { defect, roleIn } of STAND_INS) {
    const name = roleIn(named) ?? ''
    // The Region in the path of a role of IAM Identity Center is not known from a session.
    const below = path.startsWith(OF_IDENTITY_CENTER) ? `${OF_IDENTITY_CENTER}*` : path
    const meant = `arn:${partition}:iam::${account}:role/${below}${name}`
    if (/[^*?]/.test(name) && matchWildcard(meant, arn)) return { defect, meant }
  }
  return null
}

/** An operator for equal texts takes no pattern. */
const takes = ({ operator = '' }: ElementResult, value: string): boolean => {
  const parsed = parseOperator(operator)
  return parsed !== null && (!/[*?]/.test(value) || familyFacts(parsed.family).takesWildcards)
}

/** The first of the values that is meant otherwise. */
const firstMend = (
  element: ElementResult,
  mend: (written: string) => Omit<ExceptionMend, 'written'> | null,
): ExceptionMend | null => {
  for (const { text } of element.values) {
    const found = mend(text)
    if (found !== null && (element.element !== 'Condition' || takes(element, found.meant)))
      return { written: text, ...found }
  }
  return null
}

const ofPrincipal: Reader = (judged, element) => {
  const arn = callerArn(judged, element)
  if (arn === null) return null
  return firstMend(element, (written) => {
    const meant = belowPath(written, arn)
    if (meant !== null) return { defect: 'path', meant, stays: false }
    const stood = standIn(written, arn)
    return stood === null ? null : { ...stood, stays: false }
  })
}

/** The unique id of a role or user. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ID = /^(A[A-Z]{3})[A-Z\d]{8,40}$/

/** Does a text say that something was made anew? */
const MADE_AGAIN =
  /\bre-?(?:creat|build|built|made)\w{0,4}\b|\b(?:created|made|built) (?:\w{1,20} ){0,3}(?:again|anew)\b|\bdeleted (?:\w{1,20} ){0,3}(?:re-?)?(?:created|made)\b/i

/** What stands before the name of a session; a user has no other part. */
const idOf = (value: string): string => value.split(':', 1)[0] ?? ''

const ofUserId: Reader = ({ accessCase }, element) => {
  const [value = ''] = element.actual ?? []
  const [id, isSession] = [idOf(value), value.includes(':')]
  const [, kind] = ID.exec(id) ?? []
  if (kind === undefined) return null
  const ofKind = element.values.filter(({ text }) => ID.exec(idOf(text))?.[1] === kind)
  const isRenewed = ofKind.length === 1 && MADE_AGAIN.test(accessCase.error ?? '')
  return firstMend(element, (written) => {
    if (written === id && isSession) return { defect: 'session-of-id', meant: `${id}:*`, stays: false }
    const isOther = idOf(written) !== id && ID.exec(idOf(written))?.[1] === kind
    return isOther && isRenewed
      ? { defect: 'made-again', meant: written.replace(idOf(written), id), stays: false }
      : null
  })
}

const ofResource: Reader = ({ accessCase }, element) => {
  const { resource } = accessCase.request
  const parts = partsMeant(
    element.values.map(({ text }) => text),
    resource,
  )
  return firstMend(element, (written) => {
    if (written.endsWith('/') && !/[*?$]/.test(written) && resource.startsWith(written))
      return { defect: 'slash', meant: `${written}*`, stays: false }
    const meant = parts.get(written)
    return meant === undefined || !matchWildcard(meant, resource) ? null : { defect: 'parts', meant, stays: true }
  })
}

/** What a later generation of a service has behind its prefix: `wafv2`, `inspector2`. */
const GENERATION = /^(?:v?\d|-regional)$/

const isOtherGeneration = (one: string, other: string): boolean =>
  (other.startsWith(one) && GENERATION.test(other.slice(one.length))) ||
  (one.startsWith(other) && GENERATION.test(one.slice(other.length)))

const ofAction: Reader = ({ accessCase }, element) => {
  const service = serviceOfAction(accessCase.request.action)
  const name = nameOfAction(accessCase.request.action)
  return firstMend(element, (written) => {
    const prefix = serviceOfAction(written)
    const isMeant = own(SERVICE_PREFIXES, prefix) === service || isOtherGeneration(prefix, service)
    const names = nameOfAction(written)
    return prefix !== '' && prefix !== service && isMeant && matchAnyCase(names, name)
      ? { defect: 'service', meant: `${service}:${names}`, stays: true }
      : null
  })
}

/** Patterns under an operator that reads none. */
function ofOperator(element: ElementResult): ExceptionMend | null {
  const meant = element.element === 'Condition' ? meantOperatorOf(element) : null
  return meant === null ? null : { defect: 'operator', written: element.operator ?? '', meant, stays: false }
}

const READERS: Readonly<Record<string, Reader>> = {
  'aws:principalarn': ofPrincipal,
  'aws:userid': ofUserId,
  NotResource: ofResource,
  NotAction: ofAction,
}

/** Does an element of a Deny say what the Deny leaves alone? */
const exempts = ({ element, operator = '' }: ElementResult): boolean => {
  if (element === 'NotAction' || element === 'NotResource') return true
  const parsed = element === 'Condition' ? parseOperator(operator) : null
  return parsed?.negated === true && parsed.set === 'none'
}

/** What a Deny exempts by a value that misses it: a role without its path, a bucket in place of its objects. */
export function missedException(judged: JudgedCase, { effect, elements }: StatementResult): MissedException | null {
  if (effect !== 'Deny') return null
  for (const element of elements) {
    if (!exempts(element) || element.matches === 'no') continue
    const read = own(READERS, element.key?.toLowerCase() ?? element.element)
    const found = ofOperator(element) ?? read?.(judged, element) ?? null
    if (found !== null) return { ...found, element }
  }
  return null
}

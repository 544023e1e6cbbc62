import { isFields, type Fields } from '../text/fields'
import { isAccountId, parseArn, type Arn } from '../iam/arn'
import { isLinkedRoleName, parsePrincipal, type RequestPrincipal } from '../iam/principal'
import type { RequestReading } from './case-reading'
import { digits, someOf } from './hole-domain'
import { hasMark, type Holes, type RequestPart } from './holes'
import { ofHidden, ofMissing, readingsOfCaller, readingsOfKey, unknownCallers, unknownResources } from './open-request'
import { shorten, valueInWords, type CaseProblems } from './case-problems'
import { readContext, readKeys } from './read-context'

/** What a request says, and what else it may say where it is only partly known. */
export interface OpenRequest {
  /** At least one. */
  readonly readings: readonly RequestReading[]
  readonly missing: readonly RequestPart[]
}

/** The action of which nothing is known. */
const UNKNOWN_ACTION = (holes: Holes): string => {
  const unknown = ofMissing(holes, 'action')
  return `${unknown('service', someOf('field'))}:${unknown('action', someOf('field'))}`
}

/** Reads the request of a case; null when it cannot be judged. `hasOwnPolicies` is of the caller, where it is unknown. */
export function readRequest(
  value: unknown,
  hasOwnPolicies: boolean,
  holes: Holes,
  problems: CaseProblems,
): OpenRequest | null {
  if (!isFields(value)) {
    if (value === undefined) problems.error('case-request-missing')
    else problems.error('case-field-not-text', { field: 'request', found: valueInWords(value) })
    return null
  }
  const missing: RequestPart[] = []
  const principalText = readText(value, 'principal', missing, problems)
  const action = readAction(value, holes, missing, problems)
  const resourceText = readText(value, 'resource', missing, problems)
  const resource = resourceText === null ? null : holes.mark(resourceText, 'resource')
  const arn = resource === null ? null : parseArn(resource)
  const partition = arn?.partition ?? 'aws'
  const beside = { partition, action, hasOwnPolicies, isMissing: missing.includes('principal') }
  const callers = readCallers(principalText, beside, holes, problems)
  const account = readAccount(value, holes, problems)
  const { otherContext } = value
  if (otherContext !== undefined && otherContext !== 'absent' && otherContext !== 'unknown') {
    problems.error('case-field-unknown-value', {
      field: 'otherContext',
      expected: '"absent", "unknown"',
      found: typeof otherContext === 'string' ? shorten(otherContext) : valueInWords(otherContext),
    })
  }
  const context = readContext(value.context, holes, problems)
  const absentContext = readKeys(value, 'absentContext', problems)
  const unknownContext = readKeys(value, 'unknownContext', problems)
  if (callers === null || action === null || (resource === null && !missing.includes('resource'))) return null
  const resourceAccount = account ?? ownerOf(resource, arn, callers, holes)
  const resources = readingsOfResource(resource, action, callers.first, resourceAccount, holes)
  const readings: RequestReading[] = []
  for (const principal of callers.all) {
    for (const one of resources) {
      readings.push({
        principal,
        action,
        resource: one,
        resourceAccount,
        context: withLinkedRole(context, principal),
        absentContext,
        unknownContext,
        otherContext: otherContext === 'unknown' ? 'unknown' : 'absent',
      })
    }
  }
  return { readings, missing }
}

/** A text of the request; a part that is missing is noted. */
function readText(fields: Fields, field: RequestPart, missing: RequestPart[], problems: CaseProblems): string | null {
  const value = fields[field]
  if (value === undefined || value === null || value === '') missing.push(field)
  else if (typeof value !== 'string') problems.error('case-field-not-text', { field, found: valueInWords(value) })
  else return value
  return null
}

/** Who the caller can be. */
interface Callers {
  readonly first: RequestPrincipal
  /** The first among them. */
  readonly all: readonly RequestPrincipal[]
  /** Not even the kind is known. */
  readonly isUnknown: boolean
}

/** Nobody signs these calls: a token or an assertion stands for the caller, each of providers of its own kind. */
const signsIn = (action: string | null): ((caller: RequestPrincipal) => boolean) | null => {
  const [, by] = /^sts:assumerolewith(saml|webidentity)$/i.exec(action ?? '') ?? []
  if (by === undefined) return null
  const isSaml = by.toLowerCase() === 'saml'
  return ({ kind, text }) => kind === 'identityProvider' && text.includes(':saml-provider/') === isSaml
}

/** What is known of a request beside the text that names its caller. */
interface BesideCaller {
  readonly partition: string
  readonly action: string | null
  readonly hasOwnPolicies: boolean
  readonly isMissing: boolean
}

function readCallers(
  text: string | null,
  { partition, action, hasOwnPolicies, isMissing }: BesideCaller,
  holes: Holes,
  problems: CaseProblems,
): Callers | null {
  const isOfSignIn = signsIn(action)
  if (text === null && !isMissing) return null
  const marked = text === null ? '' : holes.mark(text, 'principal')
  const read = text === null ? [] : readPrincipals(marked, holes)
  const isUnknown = read.length === 0
  if (text !== null && isUnknown && !hasMark(marked)) {
    problems.error('case-principal-unreadable', { text: shorten(text) })
    return null
  }
  const all = isUnknown
    ? unknownCallers(
        text === null ? ofMissing(holes, 'principal') : ofHidden(holes, marked),
        partition,
        // What is given of a sign-in's own policies is the role's: nobody who signs in has any.
        text === null && hasOwnPolicies && isOfSignIn === null,
      )
        .filter((one) => beginAlike(one.text, marked))
        .filter((one, _, all) => isOfSignIn === null || isOfSignIn(one) || !all.some(isOfSignIn))
    : read
  const first = all[0]
  return first === undefined ? null : { first, all, isUnknown }
}

function readPrincipals(text: string, holes: Holes): readonly RequestPrincipal[] {
  const isAccount = (account: string) => holes.isAccount(account)
  const read: RequestPrincipal[] = []
  for (const one of readingsOfCaller(text, holes)) {
    const principal = parsePrincipal(one, isAccount)
    if (principal !== null) read.push(principal)
  }
  return read
}

/** Can two texts be the same, as far as both are written before the first hole? */
function beginAlike(a: string, b: string): boolean {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (hasMark(a.charAt(i)) || hasMark(b.charAt(i))) return true
    if (a.charAt(i) !== b.charAt(i)) return false
  }
  return true
}

/** Service-linked roles stand under a path that their sessions' ARNs do not tell. */
function withLinkedRole(context: RequestReading['context'], { kind, name, partition, account }: RequestPrincipal) {
  if (kind !== 'roleSession' || !isLinkedRoleName(name) || !hasMark(name)) return context
  if (context.has('aws:principalarn')) return context
  const values = [`arn:${partition}:iam::${account}:role/aws-service-role/${name.slice(-1)}.amazonaws.com/${name}`]
  const key = 'aws:PrincipalArn'
  return new Map([...context, ['aws:principalarn', { key, values, multivalued: false, ambiguous: false }]])
}

/** The account of a resource that is only partly written, or of an unknown caller, where nothing else tells it. */
function ownerOf(resource: string | null, arn: Arn | null, { isUnknown }: Callers, holes: Holes): string | null {
  const ofCaller = () => (isUnknown ? ofMissing(holes, 'principal')('account', digits(12)) : null)
  if (resource === null) return ofCaller()
  if (arn === null && hasMark(resource)) return ofHidden(holes, resource)('', digits(12))
  return arn !== null && arn.account !== '' ? null : ofCaller()
}

function readingsOfResource(
  resource: string | null,
  action: string,
  { partition, account }: RequestPrincipal,
  resourceAccount: string | null,
  holes: Holes,
): readonly string[] {
  if (resource !== null) return readingsOfKey(resource, holes)
  const unknown = ofMissing(holes, 'resource')
  const owner = resourceAccount ?? account ?? unknown('account', digits(12))
  return unknownResources(unknown, action.toLowerCase(), partition ?? 'aws', owner)
}

function readAction(fields: Fields, holes: Holes, missing: RequestPart[], problems: CaseProblems): string | null {
  const text = readText(fields, 'action', missing, problems)
  if (text === null) return missing.includes('action') ? UNKNOWN_ACTION(holes) : null
  const colon = text.indexOf(':')
  if (colon > 0 && colon < text.length - 1) return text
  problems.error('case-action-unreadable', { text: shorten(text) })
  return null
}

function readAccount(fields: Fields, holes: Holes, problems: CaseProblems): string | null {
  const { resourceAccount: value } = fields
  if (value === undefined || value === null || value === '') return null
  const marked = typeof value === 'string' ? holes.mark(value, 'account') : ''
  if (typeof value === 'string' && (isAccountId(value) || holes.isAccount(marked))) return marked
  const text = typeof value === 'string' ? shorten(value) : valueInWords(value)
  problems.error('case-account-unreadable', { field: 'resourceAccount', text })
  return null
}

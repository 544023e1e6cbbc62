import { REQUEST_PARTS } from '../iam/request-parts'
import { asService } from './asked-by-service'
import { fullAction, type Denial } from './denial'
import { canNeed } from '../facts/calls/needs-of-call'
import { passesOn } from './passes-on'
import { serviceOfOperation } from '../iam/operations'

/** A denial together with how sure it is that it is one. */
export interface DenialCandidate {
  readonly denial: Denial
  readonly weak: boolean
}

const FILLED = ['layerPolicyArn', 'operation', 'service', 'encodedMessage', 'requestId', 'errorCode'] as const

/** Whether the denial says who, what or on what. */
const isNamed = (denial: Denial): boolean => REQUEST_PARTS.some((field) => denial[field] !== null)

/** What tells one denial from another. Retries differ only in their request id and blob. */
const denialKey = ({ principal, action, resource, operation, inferred }: Denial): string =>
  JSON.stringify([principal, action ?? [operation], resource ?? [inferred.resource]])

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** One error is `AccessDenied` to one library and `AccessDeniedException` to another. */
const isSameCode = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a)

/** Are two encoded messages one? The command that decodes it often shows no more than its beginning. */
const isSameMessage = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && (a.startsWith(b) || b.startsWith(a)))

/** Whether two denials that name nothing can be one: what an SDK prints twice differs in nothing that both say. */
const canBeOne = (a: Denial, b: Denial): boolean =>
  isSameCode(a.errorCode, b.errorCode) &&
  agree(a.inferred.resource ?? null, b.inferred.resource ?? null) &&
  isSameMessage(a.encodedMessage, b.encodedMessage) &&
  a.layer === b.layer &&
  agree(a.operation, b.operation) &&
  agree(a.layerPolicyArn, b.layerPolicyArn)

/** One request may be denied by one layer and, after a repair, by the next. */
const sameLayer = (a: Denial, b: Denial): boolean =>
  a.layer === b.layer || a.layer === 'unknown' || b.layer === 'unknown'

/** From the earlier to the later time of two denials. */
function timesOf({ times }: Denial, { times: again }: Denial): Pick<Denial, 'times'> {
  const only = times ?? again
  if (only === undefined) return {}
  if (!times || !again) return { times: only }
  return {
    times: {
      first: again.first < times.first ? again.first : times.first,
      last: again.last > times.last ? again.last : times.last,
    },
  }
}

/** A decoded message and the details of an authorization tell more of the denial: its keys and its statements. */
function detailsOf(first: Denial, again: Denial): Pick<Denial, 'context' | 'matchedStatements' | 'lackingBesides'> {
  if (again.matchedStatements === undefined || first.matchedStatements !== undefined) return {}
  const { matchedStatements, lackingBesides } = again
  return {
    context: { ...again.context, ...first.context },
    matchedStatements,
    ...(lackingBesides === undefined ? {} : { lackingBesides }),
  }
}

/** Where only one of them names the operation, the call is that one's. */
const callOf = (first: Denial, again: Denial): Pick<Denial, 'call'> =>
  again.call !== undefined && (first.call === undefined || (first.operation === null && again.operation !== null))
    ? { call: again.call }
    : {}

/** Adds to the first occurrence what only a later one states. */
function fill(first: Denial, again: Denial): Denial {
  const added: Partial<Record<(typeof FILLED)[number], string>> = {}
  const parts = { ...first.parts }
  for (const field of FILLED) {
    const value = again[field]
    if (first[field] !== null || value === null) continue
    added[field] = value
    if (field !== 'service' && again.parts[field]) parts[field] = again.parts[field]
  }
  const claim =
    first.decision === 'unknown' && again.decision !== 'unknown'
      ? { decision: again.decision, layer: again.layer }
      : { decision: first.decision, layer: first.layer }
  const repeats = (first.repeats ?? 1) + (again.repeats ?? 1)
  // What follows for another action follows for another request.
  const isOfOne = agree(first.inferred.action ?? null, again.inferred.action ?? null)
  // What a tool makes of an error is no situation of its own where AWS says which policy denied.
  const situation = first.situation === undefined && first.decision !== 'explicit' ? again.situation : undefined
  const own = first.action === null ? asService(situation, first.inferred) : first.inferred
  const inferred = isOfOne ? { ...again.inferred, ...own } : own
  return {
    ...first,
    ...added,
    ...claim,
    inferred,
    parts,
    repeats,
    ...(situation === undefined ? {} : { situation, ...(again.named && { named: again.named }) }),
    ...timesOf(first, again),
    ...detailsOf(first, again),
    ...callOf(first, again),
  }
}

/** A resource as IAM names it, where a tool names it otherwise, such as by a URL. */
const fullResource = ({ resource, inferred }: Denial): string | null =>
  resource === null || resource.startsWith('arn:') ? resource : (inferred.resource ?? resource)

/** Is the decoded message below one of a call that can need its action? */
const isNeedOf = (part: Denial, whole: Denial): boolean =>
  part.action === null &&
  part.operation !== null &&
  part.span[0] < whole.span[0] &&
  canNeed(
    `${serviceOfOperation(part.operation) ?? part.inferred.service ?? ''}:${part.operation}`,
    fullAction(whole) ?? '',
  )

/** Can `whole` be what the encoded message of `part` holds? It is of one action, and has no encoded message itself. */
const decodes = (whole: Denial, part: Denial): boolean =>
  whole.matchedStatements !== undefined &&
  whole.encodedMessage === null &&
  part.matchedStatements === undefined &&
  (agree(fullAction(part), fullAction(whole)) || isNeedOf(part, whole))

/** Is a bare refusal of one call asked again by another that needs the same action on the same thing, as HEAD by GET? */
const isAskedAgain = (part: Denial, whole: Denial): boolean =>
  part.decision === 'unknown' &&
  whole.resource !== null &&
  fullAction(part) !== null &&
  fullAction(part) === fullAction(whole) &&
  part.inferred.resource === whole.resource

/** Whether `part` says less than `whole` and nothing else: a restatement, one that is cut, or one that `whole` decodes. */
function restates(part: Denial, whole: Denial): boolean {
  const says = REQUEST_PARTS.filter((field) => part[field] !== null)
  if (part.encodedMessage !== null && part.encodedMessage !== whole.encodedMessage && !decodes(whole, part))
    return false
  if (says.length === 0)
    return (
      (['layerPolicyArn', 'requestId'] as const).every((field) => agree(part[field], whole[field])) &&
      // A message can say that a call lacked an action of another service.
      (agree(part.service, whole.service) || (part.encodedMessage !== null && decodes(whole, part))) &&
      (agree(part.operation, whole.operation) || isAskedAgain(part, whole))
    )
  const isNameless = part.principal === null || (isPlainWord(part.principal) && whole.principal?.startsWith('arn:'))
  const told = says.filter((field) => field !== 'principal')
  const isSame = (field: (typeof REQUEST_PARTS)[number]): boolean =>
    part[field] === whole[field] ||
    (field === 'resource' && isSameResource(part, whole)) ||
    (field === 'action' && isSameAction(part, whole))
  return isNameless === true && told.length > 0 && told.every(isSame)
}

/** Is it the action that the other one names with its service, of which AWS there says how it denied? */
const isSameAction = ({ action, decision }: Denial, whole: Denial): boolean =>
  decision === 'unknown' &&
  whole.decision !== 'unknown' &&
  action !== null &&
  !action.includes(':') &&
  whole.action?.split(':').at(-1) === action

const isSameResource = (part: Denial, whole: Denial): boolean =>
  fullResource(part) === fullResource(whole) && agree(fullAction(part), fullAction(whole))

/** What a tool calls who asked, such as "Controller": no name of AWS's. */
const isPlainWord = (principal: string): boolean => /^[A-Z][\w-]{0,60}$/i.test(principal)

const begins = (part: string | null, whole: string | null): boolean => (whole ?? '').startsWith(part ?? '')

/** Whether `part` is `whole` up to a place in its resource or, before that, in its action. Where AWS says elsewhere how it denied the same call, that decides. */
const isCutOf = (part: Denial, whole: Denial): boolean =>
  part.principal === whole.principal &&
  part.principal !== null &&
  part.decision === 'unknown' &&
  whole.decision !== 'unknown' &&
  agree(part.operation, whole.operation) &&
  (part.action === whole.action
    ? part.action !== null && part.resource !== whole.resource && begins(part.resource, whole.resource)
    : part.resource === null &&
      (isSameAction(part, whole) ||
        ((part.action === null || part.action.endsWith(':')) && begins(part.action, whole.action))))

/** One denial and all its repetitions so far. */
interface Gathered {
  denial: Denial
  weak: boolean
}

/** Gathers denials as they are read, each once and in order. */
export class DenialGatherer {
  readonly #all: Gathered[] = []
  readonly #named = new Map<string, Gathered[]>()
  readonly #unnamed: Gathered[] = []

  get size(): number {
    return this.#all.length
  }

  add({ denial, weak }: DenialCandidate): void {
    const known = isNamed(denial)
      ? this.#named.get(denialKey(denial))?.find((other) => sameLayer(other.denial, denial))
      : this.#unnamed.findLast((other) => canBeOne(other.denial, denial))
    if (known) {
      known.denial = fill(known.denial, denial)
      known.weak &&= weak
    } else if (this.#all.length < MOST) this.#keep({ denial, weak })
  }

  #keep(gathered: Gathered): void {
    this.#all.push(gathered)
    const key = denialKey(gathered.denial)
    if (isNamed(gathered.denial)) this.#named.set(key, [...(this.#named.get(key) ?? []), gathered])
    else {
      this.#unnamed.push(gathered)
      if (this.#unnamed.length > 50) this.#unnamed.shift()
    }
  }

  /** The denials so far. Weak ones count only where there is nothing better. */
  denials(): Denial[] {
    const strong = this.#all.filter((gathered) => !gathered.weak)
    return absorb((strong.length > 0 ? strong : this.#all).map((gathered) => gathered.denial))
  }
}

/** More different denials than anybody reads: what comes after is left out. */
const MOST = 10_000

/** Does it say who was denied, or what the encoded message of the other holds, of which somebody left out who it was? */
const isWhole = (whole: Denial, part: Denial): boolean =>
  whole.principal !== null || (part.encodedMessage !== null && whole.action !== null && decodes(whole, part))

/** Folds restatements into what they restate. Only few denials are compared with each other. */
function absorb(denials: readonly Denial[]): Denial[] {
  const kept: Denial[] = []
  for (const denial of denials) {
    const near = kept.length > 50 ? kept.slice(-50) : kept
    const whole = near.findLast(
      (other) => (restates(denial, other) && isWhole(other, denial)) || isCutOf(denial, other),
    )
    const part = near.findLast(
      (other) =>
        (restates(other, denial) && isWhole(denial, other)) || isCutOf(other, denial) || passesOn(other, denial),
    )
    if (whole) kept[kept.indexOf(whole)] = fill(whole, denial)
    else if (part) kept[kept.indexOf(part)] = { ...fill(denial, part), span: part.span }
    else kept.push(denial)
  }
  return kept
}

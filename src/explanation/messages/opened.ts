import type { TriedCaller } from '../../comparison/tried-callers'
import type { Layer } from '../../iam/layers'
import { parsePrincipal } from '../../iam/principal'
import type { Reach } from '../../policy/reach'
import { hasWildcard } from '../../iam/wildcard'
import { code, codes, count, join, list, say, type Phrase } from '../../text/phrase'
import { capital } from '../../text/letter-case'

/** Whom the policies of a layer are for, as the end of a sentence. */
const FOR_WHOM: Readonly<Record<Layer, string>> = {
  scp: 'every principal in the accounts below',
  rcp: 'everyone who uses resources of the accounts below',
  endpoint: 'everyone who uses the endpoint',
  resource: 'everyone whom the policy names',
  trust: 'everyone whom the policy names',
  boundary: 'everyone who has this boundary',
  identity: 'everyone this policy is attached to',
  session: 'this session',
}

/** Requests that carry these values. */
const carrying = (when: Reach['when']): Phrase =>
  say`where ${list(when.map(({ key, values }) => say`${code(key)} is ${codes(values, 'or')}`))}`

/** What a request has to carry for a change to let it pass. */
const tests = ({ when, tests = [] }: Reach): Phrase | null => {
  const others = tests.filter((key) => !when.some((one) => one.key === key))
  if (when.length > 0) return carrying(when)
  return others.length > 0 ? say`if the test of ${codes(others)} is met` : null
}

/**
 * A change that lets through what was asked, by whoever has the policy, and nothing else. `reach`: under which tests; null:
 * it serves every check of the call. `pattern`: in the place of a resource whose id is used once, or of one of many objects
 * that are asked for.
 */
export const opensExactly = (
  layer: Layer,
  reach: Reach | null,
  isForCaller: boolean,
  pattern: { readonly text: string; readonly isOfObjects: boolean } | null,
): Phrase => {
  const whom = isForCaller ? '' : ` for ${FOR_WHOM[layer]}`
  if (reach === null) return say`Opens exactly the checks of this call${whom}.`
  // A source with a * in it is more than the one of this request.
  const isOfSources = reach.when.some(({ key, values }) => /^aws:source/i.test(key) && values.some(hasWildcard))
  const what =
    pattern !== null
      ? say`Opens this action on every ${code(pattern.text)}`
      : isOfSources
        ? say`Opens this action`
        : say`Opens exactly this request`
  const under = tests(reach)
  const why =
    pattern === null
      ? ''
      : pattern.isOfObjects
        ? say` Your paste asks for more objects there than this one.`
        : say` The rest of the name changes, so a ${code('*')} takes its place.`
  if (under !== null) return say`${what}${whom}, ${under}.${why}`
  return whom === ''
    ? say`${what}, in every session, without conditions.${why}`
    : say`${what}${whom}, without conditions.${why}`
}

const isProvider = (name: string): boolean => parsePrincipal(name)?.kind === 'identityProvider'

/** Principals as the subject of what they can do: an identity provider makes no calls. */
export const whoCall = (names: readonly string[]): Phrase =>
  names.every(isProvider) ? say`Whoever signs in with ${codes(names, 'or')}` : codes(names)

/** Callers of a resource-based policy, as the subject of a sentence. */
const CALLERS: Readonly<Record<TriedCaller['is'], (principals: readonly string[]) => Phrase>> = {
  anonymous: () => say`Anyone, even without signing in,`,
  'other-account': () => say`Anyone in any AWS account`,
  'other-of-account': (accounts) => say`Everyone in account ${codes(accounts)}`,
  service: whoCall,
  named: whoCall,
  holder: () => say`Everyone this policy is attached to`,
}

/** Who gains something by a change of a layer; the one principal that it is for, if it is for one. */
export const whoGains = (layer: Layer, principal: string | null): Phrase =>
  principal === null ? say`${capital(FOR_WHOM[layer])}` : whoCall([principal])

/** The widest of the callers of one change. */
export const callerWords = (is: TriedCaller['is'], names: readonly string[]): Phrase => CALLERS[is](names)

/** What others can do by a change. */
export interface Gain {
  readonly who: Phrase
  readonly actions: Phrase
  /** On what, with its preposition; nothing where the policy is of one thing alone. */
  readonly onResources: Phrase
  /** Keys whose tests kept it out, and do so no longer. */
  readonly heldBackBy: readonly string[]
  /** What it has to carry, where a test takes one value more. */
  readonly where: Reach['when']
  readonly isStopped: boolean
  /** Keys whose tests it has to meet. */
  readonly onlyIf: readonly string[]
}

const why = ({ heldBackBy, where, isStopped, onlyIf }: Gain): Phrase => {
  if (isStopped) return say`, which a Deny blocks now`
  if (where.length > 0 && heldBackBy.length === 0) return say`, ${carrying(where)}`
  if (onlyIf.length > 0) return say`, if the test of ${codes(onlyIf)} is met`
  return heldBackBy.length > 0 ? say`, even if the test of ${codes(heldBackBy)} isn’t met` : []
}

const gain = (one: Gain): Phrase => say`${one.who} will be able to call ${one.actions}${one.onResources}${why(one)}.`

const freed = (one: Gain): Phrase =>
  say`${one.who} will no longer be blocked by this Deny from calling ${one.actions}${one.onResources}.`

/** How much of a change is told, and whether all of it is known. */
interface Told {
  /** So many gains are not told. */
  readonly rest: number
  readonly isComplete: boolean
  readonly holdsRequest: boolean
}

const more = (
  words: (gain: Gain) => Phrase,
  gains: readonly Gain[],
  { rest, isComplete, holdsRequest }: Told,
): Phrase =>
  join(
    ...(holdsRequest ? [say`Opens more than this request.`] : []),
    ...gains.flatMap((one, at) => [at === 0 && !holdsRequest ? '' : ' ', words(one)]),
    rest > 0 ? say` It also opens ${count(rest, 'other kind')} of requests.` : '',
    isComplete ? '' : ' Not everything could be compared, so it may open more.',
  )

/** A change that lets through more than was asked. */
export const opensMore = (gains: readonly Gain[], told: Told): Phrase => more(gain, gains, told)

/** A change of a Deny that blocks less than it has to: whether the rest passes is up to other policies. */
export const unblocksMore = (gains: readonly Gain[], told: Told): Phrase => more(freed, gains, told)

/** What whoever gets the action can come to by it. */
export const leadsToMore = (leadsTo: string): Phrase => say`Whoever may do this can ${leadsTo}.`

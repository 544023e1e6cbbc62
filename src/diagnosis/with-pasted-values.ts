import { howDenied } from '../denial/denial'
import { besidePolicies } from '../draft/build/beside-policies'
import { contextOfKeys, namesOfKeys, type BuiltCase } from '../draft/build/build-case'
import type { FindPastedValues, PastedValue } from '../draft/build/pasted-value'
import type { BuiltKey } from '../draft/build/request-context'
import { keysTestedBy } from '../draft/build/tested-keys'
import type { Draft } from '../draft/draft'
import { tokenIssuerOf } from '../facts/keys/token-issuers'
import { evaluate, type Known } from '../evaluation/evaluate'
import type { Evaluation } from '../evaluation/evaluation'
import { parsePrincipal } from '../iam/principal'
import { neverInReference } from '../reference/key-presence'
import { lacksPart, type Lacks } from '../text/lacks'
import { isOfForwarder } from '../explanation/steps/forwarded-call'
import { possibleDenies, readClaim } from '../explanation/words/claim-reading'

/** A case with its evaluation, and the values of the text that it takes for keys of the request. */
interface TakenCase {
  readonly whole: BuiltCase
  readonly first: Evaluation
  readonly pasted: readonly PastedValue[]
  /** Values of the text with which no Deny given could be the one that AWS speaks of: not this call's. */
  readonly refuted?: readonly PastedValue[]
}

const MOST_VALUES = 8

const keyOf = ({ key, values }: PastedValue): BuiltKey => ({
  key,
  state: values.length === 0 ? 'absent' : 'known',
  values,
  multivalued: values.length > 1,
  origin: 'inferred',
  inference: 'value-in-paste',
})

function withKeys(built: BuiltCase, pasted: readonly PastedValue[]): BuiltCase {
  const context = [...built.context, ...pasted.map(keyOf)]
  const { accessCase } = built
  const request = {
    ...accessCase.request,
    context: contextOfKeys(context),
    absentContext: namesOfKeys(context, 'absent'),
  }
  return { ...built, context, accessCase: { ...accessCase, request } }
}

/** Does an evaluation contradict AWS: it lets the request of a caller through, or the layer that AWS names does? */
const contradicts = ({ accessCase, denial }: BuiltCase, evaluation: Evaluation): boolean =>
  // What a service does for a call has further checks, such as that of a key.
  (evaluation.decision === 'allowed' && parsePrincipal(accessCase.request.principal)?.kind !== 'service') ||
  readClaim({ accessCase, denial, evaluation })?.state === 'contradicts'

/** AWS says that a policy denied, and not which type: is no Deny given that can be it? */
const isDenyUnseen = ({ denial }: BuiltCase, { layers }: Evaluation): boolean =>
  howDenied(denial) === 'explicitDeny' &&
  denial?.layer === 'unknown' &&
  layers.every((result) => possibleDenies(result).length === 0)

/** What a call sets, and a text can set for another call too: no address and no other mark of who calls. */
const isOfCall = ({ key }: PastedValue): boolean => /^(?!aws:)|^aws:(?:RequestTag\/|TagKeys$)/i.test(key)

/** The values that the text shows of keys which the policies test and of which nothing is known. */
function valuesIn(
  draft: Draft,
  { denial, context, fields, accessCase }: BuiltCase,
  pastedValues: FindPastedValues | undefined,
): readonly PastedValue[] | Lacks {
  if (denial === null || draft.paste === '') return []
  const spoken = new Set(context.map(({ key }) => key.toLowerCase()))
  const action = fields.action.value
  const tested = keysTestedBy(draft, action).filter(
    // What is known of the caller's network says nothing of the service's, which calls for them.
    ({ key }) => !spoken.has(key.toLowerCase()) && !isOfForwarder({ accessCase }, key),
  )
  if (tested.length === 0) return []
  if (pastedValues === undefined) return { lacks: 'given' }
  const text = besidePolicies(draft.paste)
  const time = denial.times?.first ?? null
  const { resource, principal } = accessCase.request
  const isOfService = parsePrincipal(principal)?.kind === 'service'
  const seen = { text, action, resource, principal, call: denial.call, time, isOfService }
  return pastedValues(tested, seen).slice(0, MOST_VALUES)
}

/** Does a value of a claim only let through, where its issuer may have been told to write the claim otherwise? */
const isIdle = ({ key, isOfToken }: PastedValue, { layers }: Evaluation): boolean => {
  const issuer = tokenIssuerOf(key.slice(0, key.lastIndexOf(':')))
  if (issuer === null || issuer === 'eks' || isOfToken === true) return false
  return !layers.some(({ statements }) =>
    statements.some(
      ({ effect, matches, elements }) =>
        matches === (effect === 'Deny' ? 'yes' : 'no') &&
        elements.some((one) => one.key?.toLowerCase() === key.toLowerCase() && one.matches === matches),
    ),
  )
}

/**
 * A case with what its text shows of the keys that its policies test. AWS denied: a value with which the policies would let
 * the request through, or with which the only Deny given could not be the one that AWS speaks of, is none of the request, and left out.
 */
export function withPastedValues(
  draft: Draft,
  built: BuiltCase,
  known: Known,
  pastedValues: FindPastedValues | undefined,
): TakenCase | Lacks {
  const bare: TakenCase = { whole: built, first: evaluate(built.accessCase, known), pasted: [] }
  if (contradicts(built, bare.first)) return bare
  const hasDeny = !isDenyUnseen(built, bare.first)
  const take = (pasted: readonly PastedValue[]): TakenCase | null => {
    const whole = withKeys(built, pasted)
    const first = evaluate(whole.accessCase, known)
    const isOfOther = hasDeny && pasted.some(isOfCall) && isDenyUnseen(whole, first)
    return isOfOther || contradicts(whole, first) ? null : { whole, first, pasted }
  }
  const shown = valuesIn(draft, built, pastedValues)
  if (lacksPart(shown)) return shown
  // What no check of this action on this resource carries, the text shows of another check of the call.
  const { action, resource } = built.accessCase.request
  const isNever = known.reference ? neverInReference(known.reference, action.toLowerCase(), resource) : () => false
  const found = shown.filter(({ key }) => !isNever(key.toLowerCase()))
  if (found.length === 0) return bare
  const taken = take(found) ?? found.reduce((best, value) => take([...best.pasted, value]) ?? best, bare)
  const idle = taken.pasted.filter((value) => isIdle(value, taken.first))
  const kept = idle.length === 0 ? taken : (take(taken.pasted.filter((value) => !idle.includes(value))) ?? taken)
  const refutes = (value: PastedValue) => isDenyUnseen(built, evaluate(withKeys(built, [value]).accessCase, known))
  const refuted = hasDeny ? found.filter((value) => isOfCall(value) && refutes(value)) : []
  return refuted.length === 0 ? kept : { ...kept, refuted }
}

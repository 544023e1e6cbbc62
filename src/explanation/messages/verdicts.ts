import type { LayerStatus } from '../../evaluation/evaluation'
import { code, layerWord, list, say, sentence, strong, type Phrase } from '../../text/phrase'
import type { RequestPart } from '../../case/holes'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'

interface Denied {
  readonly layer: Layer
  readonly action: string
  /** The policy with its statement, the level, or nothing. */
  readonly who: Phrase
  /** What it does to this request. */
  readonly fact: Phrase
}

const deniedBy = (layer: Layer): Phrase => layerWordOf(LAYER_PHRASES[layer].one)
const layerWordOf = (text: string): Phrase => [layerWord(text, 'deny')]

/** What a statement comes to whose effect is not written. */
export const EFFECT_NOT_WRITTEN: Phrase = say`does not cover this request, whatever its effect is`

/** The sentence for a decided deny. */
export const DENIED = {
  'explicit-deny': ({ layer, who, fact }: Denied) => say`Denied by ${deniedBy(layer)}: ${who} ${fact}.`,
  'nearest-allow': ({ layer, action, who, fact }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)} allows ${code(action)}: ${who} ${fact}.`,
  'other-actions': ({ layer, action, fact }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)} allows ${code(action)}: ${fact}.`,
  'no-allow': ({ layer, action }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)} allows ${code(action)}: no statement here is an Allow.`,
  'effect-not-written': ({ layer, action, who, fact }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)} allows ${code(action)}: ${who} ${fact}.`,
  'nothing-attached': ({ layer, action }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)} allows ${code(action)}: none is attached.`,
  'level-without-allow': ({ layer, action, who }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)}${who} allows ${code(action)}: each level, from the root to the account, has to allow it.`,
  'level-nearest-allow': ({ layer, action, who, fact }: Denied) =>
    say`Denied because ${layerWordOf(LAYER_PHRASES[layer].no)}${who} allows ${code(action)}: ${fact}.`,
  'trust-without-caller': ({ action, who, fact }: Denied) =>
    say`Denied because the ${layerWordOf('role trust policy')} does not let this caller use ${code(action)}: ${who} ${fact}.`,
  'resource-side': ({ action, who, fact }: Denied) =>
    say`Denied by the resource’s account: its ${layerWordOf('resource-based policy')} does not allow ${code(action)} to this caller; ${who} ${fact}.`,
  'resource-side-none': ({ action }: Denied) =>
    say`Denied by the resource’s account: no ${layerWordOf('resource-based policy')} there allows ${code(action)} to this caller, and across accounts both sides have to allow.`,
  'not-readable': ({ layer, action, who, fact }: Denied) =>
    say`Denied as it stands: ${fact}, so nothing in ${layerWordOf(LAYER_PHRASES[layer].all)}${who} can be taken to allow ${code(action)}.`,
  refused: ({ fact }: Denied) => say`Denied, ${strong('whatever the policies say', 'deny')}: ${fact}.`,
  'in-any-case': ({ layer, fact }: Denied) =>
    say`Denied by ${deniedBy(layer)} in any case: no value of ${fact} lets the request pass.`,
} as const

interface Open {
  readonly action: string
  readonly depends: Phrase
  /** How many layers it hangs on. */
  readonly count: number
  /** Does AWS say that nothing allows, rather than that something denies? */
  readonly isImplicit: boolean
  /** The ways to an Allow, each as a clause. */
  readonly ways: readonly Phrase[]
  readonly hidden: number
  readonly claim: Layer | null
  /** The policy that AWS names. */
  readonly policy: string | null
  /** What a given layer lacks. */
  readonly blocker: Phrase
}

const orMore = ({ ways, hidden }: Open): Phrase =>
  hidden > 0 ? say`${list(ways, 'or')}, or in ${String(hidden)} other ways` : list(ways, 'or')

/** The sentence where something unknown decides. */
export const DEPENDS = {
  'depends-on': (open: Open) =>
    say`${strong('It depends', 'depends')} on ${open.depends}: ${code(open.action)} is allowed only if ${orMore(open)}.`,
  'depends-bare': ({ depends, action }: Open) =>
    say`${strong('It depends', 'depends')} on ${depends} whether ${code(action)} is allowed.`,
  'blocked-unless': (open: Open) =>
    say`${sentence(open.blocker)}. ${strong('It is allowed', 'depends')} all the same only if ${orMore(open)}.`,
  'denied-either-way': ({ depends }: Open) =>
    say`${strong('Denied', 'deny')} either way; which policy denies it depends on ${depends}.`,
  'cause-not-given': ({ action, depends }: Open) =>
    say`Nothing given here denies ${code(action)}, but AWS did: ${strong('the cause is in what is not here', 'depends')}, that is in ${depends}.`,
  'many-causes-not-given': ({ action, count }: Open) =>
    say`Nothing given here denies ${code(action)}, but AWS did: ${strong(`the cause is in the ${count} layers that are not given`, 'depends')}.`,
  'claimed-layer-differs': ({ claim, action, isImplicit }: Open) => {
    const { one, no, all, areOne } = LAYER_PHRASES[claim ?? 'identity']
    const differs = strong('AWS judged another policy, or another request', 'depends')
    return isImplicit
      ? say`AWS says that ${layerWord(no, 'deny')} allows ${code(action)}, yet ${all} given here ${areOne ? 'does' : 'do'}: ${differs}.`
      : say`AWS names ${layerWord(one, 'deny')}, yet nothing in ${all} given here denies ${code(action)}: ${differs}.`
  },
  'key-or-cause-not-given': (open: Open) =>
    say`The policies given here allow ${code(open.action)} only if ${orMore(open)}. AWS denied it: either that did not hold, or ${strong('the cause is in what is not here', 'depends')}.`,
  'key-decided-by-claim': (open: Open) =>
    say`The policies given here allow ${code(open.action)} only if ${orMore(open)}. AWS says that ${layerWord(LAYER_PHRASES[open.claim ?? 'identity'].no, 'deny')} allows it, so ${strong('that did not hold', 'depends')}, unless the policies in effect differ from these.`,
  'key-decided-by-denying-claim': (open: Open) =>
    say`The policies given here deny ${code(open.action)} unless ${orMore(open)}. AWS names ${layerWord(LAYER_PHRASES[open.claim ?? 'identity'].one, 'deny')}, so ${strong('that did not hold', 'depends')}, unless the policies in effect differ from these.`,
  'unallowed-layer-missing': ({ claim, action }: Open) => {
    const { no, all, areOne } = LAYER_PHRASES[claim ?? 'identity']
    return say`AWS says that ${layerWord(no, 'deny')} allows ${code(action)}; ${all} ${areOne ? 'is' : 'are'} not given here. Nothing that is given denies this request.`
  },
  'claimed-policy-missing': ({ claim, policy }: Open) =>
    say`AWS names ${layerWord(LAYER_PHRASES[claim ?? 'identity'].one, 'deny')}, ${code(policy ?? '')}, which is not given here. Nothing that is given denies this request.`,
  'claimed-layer-missing': ({ claim }: Open) => {
    const { one, all, areOne } = LAYER_PHRASES[claim ?? 'identity']
    return areOne
      ? say`AWS names ${layerWord(one, 'deny')}, which is not given here. Nothing that is given denies this request.`
      : say`AWS names ${layerWord(one, 'deny')}, and ${all} are not given here. Nothing that is given denies this request.`
  },
} as const

interface Allowed {
  readonly action: string
  /** "Allowed", or "Allowed with your change". */
  readonly lead: string
  readonly who: Phrase
  readonly fact: Phrase
}

/** How a sentence begins where the policies here allow. */
export const ALLOWED_LEAD = { asGiven: 'Allowed', changed: 'Allowed with your change' } as const

/** The sentence where the policies here allow. */
export const ALLOWED = {
  'aws-denied': ({ action }: Allowed) =>
    say`The policies here ${strong('allow', 'allow')} ${code(action)}, but AWS denied it: the cause is in what is not here.`,
  'allowed-by': ({ lead, who, fact }: Allowed) => say`${strong(lead, 'allow')}: ${who} ${fact}, and nothing denies it.`,
  'allowed-always': ({ lead, action }: Allowed) =>
    say`${strong(lead, 'allow')}: ${code(action)} needs no permission in this case, and no policy denies it.`,
} as const

/** The sentence while there is nothing to judge. */
export const NO_QUESTION = {
  'no-question': () =>
    say`Paste an error to see which policy denied the request, or fill in a principal and an action.`,
  'no-authorization-error': () => say`This error is not about permissions, so no policy decides it.`,
} as const

interface Incomplete {
  readonly parts: readonly RequestPart[]
  /** Is there an error that could have told them? */
  readonly isDenied: boolean
}

/** The sentence while the request lacks a part: what to fill in. */
export const incompleteRequest = ({ parts, isDenied }: Incomplete): Phrase => {
  const names = list(parts.map((part) => strong(`the ${part}`, 'depends')))
  return isDenied
    ? say`Fill in ${names} to see which policy denied this: the error does not tell ${parts.length === 1 ? 'it' : 'them'} in full.`
    : say`Fill in ${names} to see what the policies say.`
}

interface Blocker {
  readonly layer: Layer
  readonly status: LayerStatus
  readonly fact: Phrase
}

/** What else is worth saying below the verdict. */
export const NOTES = {
  'also-blocks': ({ layer, fact }: Blocker) =>
    say`${sentence([layerWord(LAYER_PHRASES[layer].all, 'deny')])} would also stop it: ${fact}.`,
  'not-checked': ({ names }: { readonly names: Phrase }) => say`Not given here, and able to deny as well: ${names}.`,
  'aws-denied-so-not-all': ({ isOne }: { readonly isOne: boolean }) =>
    isOne
      ? say`AWS denied this request, so that did not hold.`
      : say`AWS denied this request, so at least one of these did not hold.`,
  'not-readable': ({ what }: { readonly what: Phrase }) => say`${sentence(what)}.`,
  limit: ({ text }: { readonly text: string }) => say`${text}`,
  'cause-layers': ({ names }: { readonly names: Phrase }) => say`Not given here: ${names}.`,
  'cause-keys': ({ names }: { readonly names: Phrase }) =>
    say`The policies test ${names}, whose values here are assumed, not read from the request.`,
  'cause-service': () =>
    say`The service can have a rule of its own that no policy shows, such as a second permission on a related resource.`,
  'cause-version': () =>
    say`The policies in effect can differ from the texts here: a change takes effect after a moment, and a managed policy acts through its default version.`,
  'cause-request': () =>
    say`The request that AWS judged can differ from the one here in its principal, action or resource.`,
} as const

import type { ElementResult } from '../../evaluation/evaluation'
import { code, codes, layerWord, list, say, sentence, strong, type Phrase } from '../../text/phrase'
import { clauseAndActual, writtenValues } from './conditions'
import type { RequestPart } from '../../case/holes'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'

/** What a statement comes to whose effect is not written, by what of it the request misses. */
export const effectNotWritten = (failed: ElementResult | undefined): Phrase => {
  const misses = say`doesn’t cover this request, whether it allows or denies`
  if (failed === undefined) return misses
  return failed.element === 'Condition'
    ? say`${misses}: it applies only when ${clauseAndActual(failed)}`
    : say`${misses}: its ${code(failed.element)} is ${codes(writtenValues(failed))}`
}

interface Open {
  readonly action: string
  readonly depends: Phrase
  /** The ways to an Allow, each as a clause. */
  readonly ways: readonly Phrase[]
  readonly hidden: number
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
    say`${sentence(open.blocker)}. ${strong('It is allowed', 'depends')} anyway only if ${orMore(open)}.`,
  'denied-either-way': ({ depends }: Open) =>
    say`${strong('Denied', 'deny')} either way. Which policy denies it depends on ${depends}.`,
} as const

/** Where it is denied for certain, and each of these layers may be the one. */
export const deniedByOneOf = (layers: readonly Layer[]): Phrase =>
  say`${strong('Denied', 'deny')} either way. It may be ${list(
    layers.map((layer) => say`${layerWord(LAYER_PHRASES[layer].all)}`),
    'or',
  )}, depending on what isn’t known here.`

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
    say`The policies you pasted ${strong('allow', 'allow')} ${code(action)}, but AWS denied it. The cause is in a policy or fact you haven’t pasted.`,
  'allowed-by': ({ lead, who, fact }: Allowed) => say`${strong(lead, 'allow')}: ${who} ${fact}, and nothing denies it.`,
  'allowed-always': ({ lead, action }: Allowed) =>
    say`${strong(lead, 'allow')}: ${code(action)} needs no permission here, and no policy denies it.`,
} as const

/** The sentence while there is nothing to judge. */
export const NO_QUESTION = {
  'no-question': () =>
    say`Paste an error to see which policy denied the request, or fill in a principal and an action.`,
  'no-authorization-error': () => say`This error isn’t about permissions, so no policy decides it.`,
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
    ? say`Fill in ${names} to see which policy denied this. The error doesn’t show ${parts.length === 1 ? 'it' : 'them'} in full.`
    : say`Fill in ${names} to see what the policies say.`
}

interface Blocker {
  readonly layer: Layer
  readonly fact: Phrase
}

/** What else is worth saying below the verdict. */
export const NOTES = {
  'also-blocks': ({ layer, fact }: Blocker) =>
    say`${sentence([layerWord(LAYER_PHRASES[layer].all, 'deny')])} would also stop it: ${fact}.`,
  'not-checked': ({ names, isOne }: { readonly names: Phrase; readonly isOne: boolean }) =>
    say`Not checked yet: ${names}. ${isOne ? 'It' : 'Any of them'} could deny it too.`,
  /** AWS says that an Allow is missing: it looks for a Deny in all policies first. */
  'not-checked-for-allow': ({ names }: { readonly names: Phrase }) =>
    say`Not checked yet: ${names}. AWS’s message shows that none of them has a Deny for it, but an Allow can be missing there too.`,
  'aws-denied-so-not-all': ({ isOne }: { readonly isOne: boolean }) =>
    isOne
      ? say`AWS denied this request, so that wasn’t met.`
      : say`AWS denied this request, so at least one of these wasn’t met.`,
  'not-readable': ({ what }: { readonly what: Phrase }) => say`${sentence(what)}.`,
  limit: ({ text }: { readonly text: string }) => say`${text}`,
  'cause-layers': ({ names }: { readonly names: Phrase }) => say`Not checked yet: ${names}.`,
  'cause-keys': ({ names }: { readonly names: Phrase }) =>
    say`The policies test ${names}. These values are assumed, not read from the request.`,
  'cause-service': () =>
    say`The service may have its own rule that no policy shows, for example a second permission on a related resource.`,
  'cause-version': () =>
    say`The policies in effect may differ from those you pasted. A change takes a moment to take effect, and a managed policy uses its default version.`,
  'cause-request': () => say`AWS may have evaluated another principal, action or resource than this request’s.`,
} as const

import type { HowDenied } from '../../iam/how-denied'
import type { PastedValue } from '../../draft/build/pasted-value'
import type { CaseLayer } from '../../iam/layers'
import { code, codes, join, list, say, strong, type Phrase } from '../../text/phrase'
import type { HeadlineFacts } from './answers'
import { LAYER_PHRASES } from './layers'

/** A sentence without the capital that it begins with. */
const inSentence = ([first, ...rest]: Phrase): Phrase =>
  first === undefined || first.mark === 'code'
    ? [...(first ? [first] : []), ...rest]
    : [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest]

/** What is said of an answer that hangs on what the user assumes. */
export const ASSUMED = {
  headline: (headline: Phrase): Phrase => join('As assumed, ', inSentence(headline)),
  note: (assumed: readonly (readonly [hole: string, value: string])[]): Phrase =>
    say`This assumes that ${list(
      assumed.map(([hole, value]) => say`${code(hole)} is ${code(value)}`),
      'and',
      6,
    )}. Nothing you pasted says so.`,
  pasted: (how: HowDenied, { action }: HeadlineFacts): Phrase => {
    const what = action === '' ? say`the request` : code(action)
    return how === 'explicitDeny'
      ? say`Most likely ${strong('a policy you pasted', 'deny')} denies ${what}.`
      : say`Most likely ${strong('the policies you pasted', 'deny')} don’t allow ${what}.`
  },
  anyLayer: (policy: string): Phrase =>
    say`Nothing you pasted says where ${code(policy)} is attached. If it applies to this caller, it stops the request wherever it is.`,
  layer: (policy: string, of: CaseLayer): Phrase =>
    say`Nothing you pasted says where ${code(policy)} is attached. It counts as ${LAYER_PHRASES[of].one} here.`,
  fact: (hole: string): string => `Assumed for ${hole}`,
} as const

/** Where the value of a key that a policy tests was read. */
export const pastedNote = ({ key, values, written }: PastedValue): Phrase =>
  values.length === 0
    ? say`${code(key)} is taken as absent: you pasted ${code(written)}.`
    : say`${code(key)} is taken as ${codes(values, 'and', 4)}: you pasted ${code(written)}.`

/** That a value of the text is not the call's: what AWS says of a Deny rules it out. */
export const refutedNote = ({ key, written }: PastedValue): Phrase =>
  say`You pasted ${code(written)}. With that, no Deny you pasted would apply, but AWS says that one did. So this call most likely doesn’t carry it as ${code(key)}.`

import type { Denial } from '../../denial/denial'
import { undress as undressAnew } from '../../medium/plain-text'
import { rangeOf, type MappedText } from '../../text/mapped-text'
import type { Draft } from '../draft'

/** A denial with its places in the text as it was written. */
function placed(plain: MappedText, denial: Denial): Denial {
  const { span, parts, call } = denial
  const own = Object.entries(parts).map(([part, spans]) => [part, spans.map((one) => rangeOf(plain, one))])
  return {
    ...denial,
    span: rangeOf(plain, span),
    parts: Object.fromEntries(own) as Denial['parts'],
    ...(call && { call: { ...call, span: rangeOf(plain, call.span) } }),
  }
}

/** What is asked, in the words that were pasted, without what media laid over them: all that reads a text reads this one. */
export interface PlainDraft {
  readonly draft: Draft
  readonly denials: readonly Denial[]
}

/** The text of a draft as it was written, and the denials with their places in it. */
export function plainDraft(draft: Draft, denials: readonly Denial[], undress = undressAnew): PlainDraft {
  const plain = undress(draft.paste)
  if (plain === null || plain.text === draft.paste) return { draft, denials }
  return { draft: { ...draft, paste: plain.text }, denials: denials.map((one) => placed(plain, one)) }
}

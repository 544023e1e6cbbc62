import { useEffect, useState } from 'react'
import { answerShape } from '../../../diagnosis/answer-shape'
import type { Draft } from '../../../draft/draft'
import type { Redaction, RedactionChoice } from '../../../permalink/redaction/redact'
import type { AwsNames } from '../../../permalink/redaction/safe-words'
import { redactDraft } from '../../../permalink/redaction/redact-draft'
import { loadedReference } from '../../reference/reference-queries'

/** The page answers keys and clicks after so many milliseconds of work. */
const SLICE_MS = 40

/** The answer as the page gives it, with what is loaded of the reference. */
const answerOf = (draft: Draft) => answerShape(draft, { reference: loadedReference() })

interface Done {
  readonly draft: Draft
  readonly choice: RedactionChoice
  readonly redaction: Redaction
}

/** What a redaction is at now. */
export interface RedactionState {
  /** The last one that was worked out, which may be of an earlier choice; null where nothing is chosen. */
  readonly latest: Redaction | null
  /** The one of what is chosen is being worked out: nothing may leave the page meanwhile. */
  readonly isPending: boolean
}

/** Replaces names and proves that the answer stays the same, a slice at a time: a case is answered many times over. */
export function useRedaction(draft: Draft, choice: RedactionChoice, aws: AwsNames | null): RedactionState {
  const [done, setDone] = useState<Done | null>(null)
  const isAsked = aws !== null && choice.kinds.size > 0
  useEffect(() => {
    if (aws === null || !isAsked) return
    const steps = redactDraft(draft, { ...choice, aws, answerOf })
    const work = () => {
      for (const begun = performance.now(); performance.now() - begun < SLICE_MS;) {
        const step = steps.next()
        if (step.done) {
          setDone({ draft, choice, redaction: step.value })
          return
        }
      }
      timer = setTimeout(work)
    }
    let timer = setTimeout(work)
    return () => clearTimeout(timer)
  }, [draft, choice, aws, isAsked])
  if (!isAsked) return { latest: null, isPending: false }
  return { latest: done?.redaction ?? null, isPending: done?.draft !== draft || done.choice !== choice }
}

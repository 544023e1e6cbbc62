import { useCallback, useMemo, useState, type Dispatch } from 'react'
import { applyFoundPolicy } from '../../draft/apply-found-policy'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { setPaste } from '../../draft/edit-draft'
import { PASTE_MESSAGES } from '../../draft/paste-messages'
import { takePaste, type AskedPolicy, type PasteOutcome } from '../../draft/take-paste'
import { CASE_MESSAGES } from '../../case/case-messages'
import type { Problem } from '../../text/problem'
import { tabOf } from '../policies/policy-tabs'
import { fillMessage } from '../ui/fill-message'
import { clearAddress } from './address'
import type { DraftAction } from './draft-history'
import type { Intake, IntakeNotice } from './intake'
import { readTextFile } from './open-text'

const MESSAGES: Readonly<Record<string, string>> = { ...CASE_MESSAGES, ...PASTE_MESSAGES }

const sentenceOf = ({ code, data }: Problem, messages: Readonly<Record<string, string>>) =>
  fillMessage(messages[code] ?? code, data)

/** What to say of a paste. That nothing was recognised is said under the box, for as long as it is so. */
function noticesOf({ reading, placed }: PasteOutcome): readonly IntakeNotice[] {
  const problems = reading.problems
    .filter(({ code }) => code !== 'nothing-recognised')
    .map((problem): IntakeNotice => ({ tone: 'depends', text: sentenceOf(problem, MESSAGES) }))
  const put = placed.map(({ policy, layer }) => `${policy.name} to ${tabOf(layer).name}`)
  return put.length === 0 ? problems : [...problems, { tone: 'allow', text: `Added ${put.join(', ')}.` }]
}

/** Nobody types as many characters at once. */
const LONGEST_TYPED = 24

/** Most of the text is new: it was pasted, or put in by a tool, rather than typed. */
function isWholeText(before: string, after: string): boolean {
  const kept = before.trim().slice(0, LONGEST_TYPED)
  return after.length >= LONGEST_TYPED && (kept === '' || !after.includes(kept))
}

/** The state behind the intake, over the draft's own. */
export function useIntakeState(draft: Draft, dispatch: Dispatch<DraftAction>): Intake {
  const [notices, setNotices] = useState<readonly IntakeNotice[]>([])
  const [asked, setAsked] = useState<readonly AskedPolicy[]>([])

  const tell = useCallback((...next: readonly IntakeNotice[]) => setNotices(next), [])

  const openDraft = useCallback(
    (next: Draft) => {
      setNotices([])
      setAsked([])
      clearAddress()
      dispatch({ kind: 'open', draft: next })
    },
    [dispatch],
  )

  const openLink = useCallback(
    async (fragment: string) => {
      const { decodeFragment, LINK_MESSAGES } = await import('./link-room')
      const opened = decodeFragment(fragment)
      const messages: Readonly<Record<string, string>> = { ...MESSAGES, ...LINK_MESSAGES }
      setAsked([])
      setNotices('draft' in opened ? [] : [{ tone: 'deny', text: sentenceOf(opened.problem, messages) }])
      dispatch({ kind: 'open', draft: 'draft' in opened ? opened.draft : EMPTY_DRAFT })
    },
    [dispatch],
  )

  const takeText = useCallback(
    (text: string) => {
      const outcome = takePaste(draft, text)
      if (outcome.reading.link !== null) {
        void openLink(outcome.reading.link)
        return
      }
      setNotices(noticesOf(outcome))
      setAsked(outcome.asked)
      if (outcome.draft !== draft) dispatch({ kind: 'edit', edit: () => outcome.draft })
    },
    [draft, dispatch, openLink],
  )

  const typeText = useCallback(
    (text: string) => {
      if (isWholeText(draft.paste, text)) takeText(text)
      else dispatch({ kind: 'edit', edit: (before) => setPaste(before, text), group: 'paste' })
    },
    [draft.paste, dispatch, takeText],
  )

  const takeFile = useCallback(
    async (file: File) => {
      const result = await readTextFile(file)
      if ('text' in result) takeText(result.text)
      else setNotices([{ tone: 'deny', text: result.problem }])
    },
    [takeText],
  )

  const put = useCallback<Intake['put']>(
    (chosen, layer) => {
      dispatch({ kind: 'edit', edit: (before) => applyFoundPolicy(before, chosen.policy, layer) })
      setAsked((before) => before.filter((other) => other !== chosen))
    },
    [dispatch],
  )

  return useMemo(
    () => ({ notices, tell, asked, put, takeText, typeText, takeFile, openDraft, openLink }),
    [notices, tell, asked, put, takeText, typeText, takeFile, openDraft, openLink],
  )
}

import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import type { AskedPolicy } from '../../draft/take-paste'
import { fillMessage } from '../ui/fill-message'
import { clearAddress } from './address'
import type { DraftAction } from './draft-history'
import { loadEngine, useEngine } from './engine'
import type { Intake, IntakeNotice } from './intake'
import { readTextFile } from './open-text'

const NOT_LOADED: IntakeNotice = {
  tone: 'deny',
  text: 'A part of this page could not be loaded. Check the connection, then paste again or reload the page.',
}

/** Nobody types as many characters at once. */
const LONGEST_TYPED = 24

/** Most of the text is new: it was pasted, or put in by a tool, rather than typed. */
function isWholeText(before: string, after: string): boolean {
  const kept = before.trim().slice(0, LONGEST_TYPED)
  return after.length >= LONGEST_TYPED && (kept === '' || !after.includes(kept))
}

/** The state behind the intake, over the draft's own. */
export function useIntakeState(
  draft: Draft,
  dispatch: Dispatch<DraftAction>,
  onArrival: (layer: PolicyLayer | null) => void,
): Intake {
  const [notices, setNotices] = useState<readonly IntakeNotice[]>([])
  const [asked, setAsked] = useState<readonly AskedPolicy[]>([])
  const engine = useEngine()
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])

  const tell = useCallback((...next: readonly IntakeNotice[]) => setNotices(next), [])

  const openDraft = useCallback(
    (next: Draft) => {
      setNotices([])
      setAsked([])
      clearAddress()
      dispatch({ kind: 'open', draft: next })
      onArrival(null)
      void loadEngine().catch(() => setNotices([NOT_LOADED]))
    },
    [dispatch, onArrival],
  )

  const openLink = useCallback(
    async (fragment: string) => {
      try {
        const [{ decodeFragment, LINK_MESSAGES }] = await Promise.all([import('./link-room'), loadEngine()])
        const opened = decodeFragment(fragment)
        const messages: Readonly<Record<string, string>> = LINK_MESSAGES
        setAsked([])
        if ('draft' in opened) setNotices([])
        else {
          const { code, data } = opened.problem
          setNotices([{ tone: 'deny', text: fillMessage(messages[code] ?? code, data) }])
        }
        dispatch({ kind: 'open', draft: 'draft' in opened ? opened.draft : EMPTY_DRAFT })
        onArrival(null)
      } catch {
        setNotices([NOT_LOADED])
      }
    },
    [dispatch, onArrival],
  )

  /** Takes a whole text into a draft; `group` makes it one step with the edits before it. */
  const take = useCallback(
    async (text: string, into: Draft, group?: string) => {
      try {
        const { takeEvidence } = await loadEngine()
        const taken = await takeEvidence(into, text)
        if (taken.link !== null) return await openLink(taken.link)
        setNotices(taken.notices)
        setAsked(taken.asked)
        dispatch({ kind: 'edit', edit: () => taken.draft, ...(group === undefined ? {} : { group }) })
        onArrival(taken.layer)
      } catch {
        setNotices([NOT_LOADED])
      }
    },
    [dispatch, onArrival, openLink],
  )

  const takeText = useCallback((text: string) => void take(text, latest.current), [take])

  // What was typed before the second stage was here stands in the box as it is, and is read as soon as it comes.
  const unread = useRef(false)
  useEffect(() => {
    if (engine === null || !unread.current) return
    unread.current = false
    const { paste } = latest.current
    void take(paste, { ...latest.current, paste: '' }, 'paste')
  }, [engine, take])

  const typeText = useCallback(
    (text: string) => {
      if (engine === null) {
        unread.current = true
        dispatch({ kind: 'edit', edit: (before) => ({ ...before, paste: text }), group: 'paste' })
        void loadEngine().catch(() => setNotices([NOT_LOADED]))
      } else if (isWholeText(latest.current.paste, text)) takeText(text)
      else dispatch({ kind: 'edit', edit: (before) => engine.setPaste(before, text), group: 'paste' })
    },
    [engine, dispatch, takeText],
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
    async (chosen, layer) => {
      const { applyFoundPolicy } = await loadEngine()
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

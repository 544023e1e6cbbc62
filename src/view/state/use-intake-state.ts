import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch } from 'react'
import type { PolicyLayer } from '../../case/access-case'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import type { AskedPolicy } from '../../draft/take-paste'
import type { Problem } from '../../text/problem'
import { openTrail } from './log/trail-store'
import { stepOf } from '../../permalink/link-parts'
import { clearAddress, goTo, placeNow, setAddress } from './address'
import type { DraftAction } from './draft-history'
import { loadEngine, useEngine } from './engine'
import { LONGEST_IN_BOX, type Intake, type IntakeNotice } from './intake'
import { readTextFile } from './open-text'
import type { TakenEvidence } from './take-evidence'

const NOT_LOADED: IntakeNotice = {
  tone: 'deny',
  text: 'A part of this page could not be loaded. Check the connection, then paste again or reload the page.',
}

/** Fragments of exercises and decks; they have their own page. */
const OTHER_LINKS: readonly (readonly [start: string, what: string])[] = [
  ['x', 'an exercise'],
  ['d', 'a deck'],
]

/** Nobody types as many characters at once. */
const LONGEST_TYPED = 24

/** Most of the text is new: it was pasted, or put in by a tool, rather than typed. */
function isWholeText(before: string, after: string): boolean {
  const kept = before.trim().slice(0, LONGEST_TYPED)
  return after.length >= LONGEST_TYPED && (kept === '' || !after.includes(kept))
}

/** What came in. */
export interface Arrived {
  /** Where it went, if that is what it was about. */
  readonly layer: PolicyLayer | null
  /** With another case: the step to show, from 1; null shows the whole picture. */
  readonly step?: number | null
}

/** The state behind the intake, over the draft's own. */
export function useIntakeState(
  draft: Draft,
  dispatch: Dispatch<DraftAction>,
  onArrival: (arrived: Arrived) => void,
): Intake {
  const [notices, setNotices] = useState<readonly IntakeNotice[]>([])
  const [asked, setAsked] = useState<readonly AskedPolicy[]>([])
  const waiting = useRef(asked)
  useEffect(() => {
    waiting.current = asked
  }, [asked])
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
      onArrival({ layer: null, step: null })
      void loadEngine().catch(() => setNotices([NOT_LOADED]))
    },
    [dispatch, onArrival],
  )

  const tellProblem = useCallback(async (problem: Problem) => {
    try {
      const { linkSentence } = await import('./link-chunk')
      setNotices([{ tone: 'deny', text: linkSentence(problem) }])
    } catch {
      setNotices([NOT_LOADED])
    }
  }, [])

  const openLink = useCallback(
    async (fragment: string) => {
      try {
        const [{ decodeFragment, linkSentence }] = await Promise.all([import('./link-chunk'), loadEngine()])
        const opened = decodeFragment(fragment)
        setAsked([])
        setNotices('draft' in opened ? [] : [{ tone: 'deny', text: linkSentence(opened.problem) }])
        dispatch({ kind: 'open', draft: 'draft' in opened ? opened.draft : EMPTY_DRAFT })
        onArrival({ layer: null, step: stepOf(fragment) })
      } catch {
        setNotices([NOT_LOADED])
      }
    },
    [dispatch, onArrival],
  )

  /** Opens a link that was pasted: one that cannot be read leaves the case as it is. */
  const followLink = useCallback(
    async (fragment: string) => {
      const [, what] = OTHER_LINKS.find(([start]) => fragment.startsWith(start)) ?? []
      if (what !== undefined) {
        setNotices([{ tone: 'allow', text: `The link held ${what}, which was opened on its own page.` }])
        window.location.hash = fragment
        return
      }
      const { decodeFragment } = await import('./link-chunk')
      const opened = decodeFragment(fragment)
      if ('problem' in opened) return tellProblem(opened.problem)
      setAddress(`#${fragment}`)
      await openLink(fragment)
    },
    [openLink, tellProblem],
  )

  /** Takes whole texts into a draft, one after the other; `group` makes it one step with the edits before it. */
  const take = useCallback(
    async (texts: readonly string[], into: Draft, group?: string) => {
      if (placeNow() === 'trail') goTo('workbench')
      try {
        const { takeEvidence } = await loadEngine()
        let taken: TakenEvidence = { draft: into, link: null, notices: [], asked: waiting.current, layer: null }
        for (const text of texts) taken = await takeEvidence(taken.draft, text, taken.asked)
        if (taken.link !== null) return await followLink(taken.link)
        setNotices(taken.notices)
        setAsked(taken.asked)
        dispatch({ kind: 'edit', edit: () => taken.draft, ...(group === undefined ? {} : { group }) })
        onArrival({ layer: taken.layer, ...(taken.draft.paste === into.paste ? {} : { step: null }) })
      } catch {
        setNotices([NOT_LOADED])
      }
    },
    [dispatch, onArrival, followLink],
  )

  const takeLog = useCallback(
    async (file: Blob, name: string) => {
      try {
        if (placeNow() !== 'trail') goTo('trail')
        const text = await openTrail(file, name)
        if (text !== null) await take([text], latest.current)
      } catch {
        setNotices([NOT_LOADED])
        goTo('workbench')
      }
    },
    [take],
  )

  const takeText = useCallback(
    (text: string) =>
      void (text.length > LONGEST_IN_BOX ? takeLog(new Blob([text]), 'the paste') : take([text], latest.current)),
    [take, takeLog],
  )

  // What comes before the second stage is here stands in the box as it is, and is read as soon as it comes.
  const unread = useRef<readonly string[]>([])
  useEffect(() => {
    if (engine === null || unread.current.length === 0) return
    void take(unread.current, { ...latest.current, paste: '' }, 'paste')
    unread.current = []
  }, [engine, take])

  const typeText = useCallback(
    (text: string) => {
      const { paste } = latest.current
      const isWhole = isWholeText(paste, text)
      if (text.length > LONGEST_IN_BOX) return takeText(text)
      if (engine === null) {
        unread.current = [...(isWhole ? unread.current : unread.current.slice(0, -1)), text]
        dispatch({ kind: 'edit', edit: (before) => ({ ...before, paste: text }), group: 'paste' })
        void loadEngine().catch(() => setNotices([NOT_LOADED]))
      } else if (isWhole) takeText(text)
      else dispatch({ kind: 'edit', edit: (before) => engine.setPaste(before, text), group: 'paste' })
    },
    [engine, dispatch, takeText],
  )

  const takeFile = useCallback(
    async (file: File) => {
      if (file.size > LONGEST_IN_BOX || file.name.endsWith('.gz')) return takeLog(file, file.name)
      const result = await readTextFile(file)
      if ('text' in result) takeText(result.text)
      else setNotices([{ tone: 'deny', text: result.problem }])
    },
    [takeText, takeLog],
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
    () => ({ notices, tell, tellProblem, asked, put, takeText, typeText, takeFile, takeLog, openDraft, openLink }),
    [notices, tell, tellProblem, asked, put, takeText, typeText, takeFile, takeLog, openDraft, openLink],
  )
}

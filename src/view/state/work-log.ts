import { messageText } from '../../text/message-text'
import type { CleanDraft } from './draft-history'
import type { IntakeNotice } from './notices'
import { EMPTY_WORK, reduceWork, type Work, type WorkAction } from './work'
import { createListeners } from '../ui/listeners'

const NOT_REDONE = 'One of your changes doesn’t fit what you pasted, so it was left out: {cause}'

/** A slot for something that has begun and is not here yet: a text whose reader loads, a link, a file. */
export interface Slot {
  /** What the page shows in the meantime, in place of what is to come. */
  readonly showMeanwhile: (actions: readonly WorkAction[]) => void
  /** What has come is done there, before everything that happened since. Nothing comes of no actions. */
  readonly fill: (actions: readonly WorkAction[]) => void
}

/** The work in the order in which it was begun, whatever takes how long. */
export interface WorkLog {
  readonly get: () => Work
  readonly subscribe: (listener: () => void) => () => void
  readonly dispatch: (action: WorkAction) => void
  /** Keeps a slot for what has begun now. */
  readonly begin: () => Slot
  /** Has something begun that is not here yet? */
  readonly isWaiting: () => boolean
  /** Does all again that was done before credentials could be found. */
  readonly clean: () => void
}

interface Entry {
  actions: readonly WorkAction[]
  isHere: boolean
  /** The work after this entry and all before it. */
  after: Work
}

const AS_IT_IS: CleanDraft = (next) => next

/**
 * An action done again after others than before. One that cannot be done on them is passed over, and the page says so: the
 * rest counts.
 */
function redo(work: Work, action: WorkAction, clean: CleanDraft): Work {
  try {
    return reduceWork(work, action, clean)
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    const notice: IntakeNotice = { tone: 'deny', text: messageText(NOT_REDONE, { cause }) }
    return { ...work, notices: [...work.notices, notice] }
  }
}

/**
 * A log of what the user did. What is here at once is applied at once. What comes later is applied where it was begun,
 * and what happened since is done again after it: nothing that came late overwrites what came before or after it.
 * `cleaner`: takes credentials out; null until it is here, and no action is forgotten before.
 */
export function createWorkLog(cleaner: () => CleanDraft | null, first: Work = EMPTY_WORK): WorkLog {
  let base = first
  let entries: readonly Entry[] = []
  const { tell, subscribe } = createListeners()
  const get = () => entries.at(-1)?.after ?? base

  const redoFrom = (start: number) => {
    const clean = cleaner()
    for (let at = start; at < entries.length; at += 1) {
      const entry = entries[at]!
      entry.after = entry.actions.reduce(
        (work, action) => redo(work, action, clean ?? AS_IT_IS),
        entries[at - 1]?.after ?? base,
      )
    }
    if (clean === null) return
    const waiting = entries.findIndex(({ isHere }) => !isHere)
    const settled = waiting < 0 ? entries.length : waiting
    base = entries[settled - 1]?.after ?? base
    entries = entries.slice(settled)
  }

  const put = (entry: Entry, actions: readonly WorkAction[], isHere: boolean) => {
    if (entry.isHere) return
    const before = get()
    entry.actions = actions
    entry.isHere = isHere
    redoFrom(entries.indexOf(entry))
    if (get() !== before || isHere) tell()
  }

  return {
    get,
    isWaiting: () => entries.some(({ isHere }) => !isHere),
    subscribe,
    dispatch(action) {
      const before = get()
      const clean = cleaner()
      const after = reduceWork(before, action, clean ?? AS_IT_IS)
      if (entries.length === 0 && clean !== null) base = after
      else entries = [...entries, { actions: [action], isHere: true, after }]
      if (after !== before) tell()
    },
    clean() {
      const before = get()
      redoFrom(0)
      if (get() !== before) tell()
    },
    begin() {
      const entry: Entry = { actions: [], isHere: false, after: get() }
      entries = [...entries, entry]
      tell()
      return {
        showMeanwhile: (actions) => put(entry, actions, false),
        fill: (actions) => put(entry, actions, true),
      }
    },
  }
}

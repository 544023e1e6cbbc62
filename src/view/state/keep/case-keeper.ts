import { isFreshDraft } from '../fresh-draft'
import type { IntakeNotice } from '../notices'
import type { WorkAction } from '../work'
import type { WorkLog } from '../work-log'
import type { RestoredCase, StoredCase } from './stored-case'

/** Where the case of a tab is kept as a text. Every method may throw or reject: a browser may keep nothing. */
export interface CaseStorage {
  readonly hasCase: () => boolean
  readonly read: () => Promise<string | null>
  readonly write: (text: string) => Promise<void>
  readonly clear: () => Promise<void>
}

/** What keeping the case of a tab needs from outside. */
export interface CaseKeeperInput {
  readonly work: WorkLog
  readonly storage: CaseStorage
  /** A case as it is stored, without credentials; null while nothing can find them. */
  readonly write: (now: RestoredCase) => StoredCase | null
  /** The case that was stored; null for anything else. Rejects where what reads it does not load. */
  readonly read: (stored: unknown) => Promise<RestoredCase | null>
  /** What the address holds, where it stands for the case. */
  readonly address: () => string
  /** Runs a task a little later; once for all that were asked until then. */
  readonly soon: (task: () => void) => void
}

/** Keeps the case for the session of the tab. */
export interface CaseKeeper {
  /** Brings back what was kept; the actions of it, none where there is nothing. */
  readonly restore: () => Promise<readonly WorkAction[]>
  /** Keeps the newest draft now, as when the page is about to go. */
  readonly keepNow: () => void
  /** Lets go of the case, on the page and in the browser. */
  readonly forget: () => void
}

interface Kept {
  readonly version: 1
  readonly stored: unknown
  /** The address that opened this very draft; empty where the draft is another. */
  readonly address: string
}

const REFUSED: IntakeNotice = {
  tone: 'depends',
  text: 'This browser keeps no copy of the case: its storage is full or switched off. Loading the page again would lose it; Share saves it as a link or a file.',
}

function parsed(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const value = JSON.parse(text) as Partial<Kept> | null
    return value?.version === 1 && typeof value.address === 'string' ? (value as Kept) : null
  } catch {
    return null
  }
}

/** Keeps each draft for the session of the tab, without credentials, and brings it back. */
export function createCaseKeeper(input: CaseKeeperInput): CaseKeeper {
  const { work, storage, soon } = input
  const now = (): RestoredCase => ({ draft: work.get().history.draft, asked: work.get().asked })
  let kept = now()
  const isKept = () => work.get().history.draft === kept.draft && work.get().asked === kept.asked
  let isDue = false
  let isTold = false
  // What was kept before is not overwritten while it has not come back.
  let isBack = false

  const put = async (next: RestoredCase) => {
    try {
      const { draft, asked } = next
      if (isFreshDraft(draft) && draft.title === '' && asked.length === 0) return await storage.clear()
      const stored = input.write(next)
      if (stored === null) return
      kept = next
      const record: Kept = { version: 1, stored, address: input.address() }
      await storage.write(JSON.stringify(record))
    } catch {
      if (isTold) return
      isTold = true
      work.dispatch({ kind: 'tell', notices: [...work.get().notices, REFUSED] })
    }
  }

  const keepNow = () => {
    isDue = false
    if (!isKept() && isBack) void put(now())
  }

  work.subscribe(() => {
    if (isDue || isKept()) return
    isDue = true
    soon(keepNow)
  })

  const forget = () => {
    work.dispatch({ kind: 'forget' })
    kept = now()
    void storage.clear().catch(() => undefined)
  }

  const read = async (): Promise<Kept | null> => {
    try {
      return storage.hasCase() ? parsed(await storage.read()) : null
    } catch {
      return null
    }
  }

  return {
    async restore() {
      const record = await read()
      const restored = record === null ? null : await input.read(record.stored)
      isBack = true
      if (record === null || restored === null) return []
      // The address opens that very draft by itself.
      if (record.address !== '' && record.address === input.address())
        return [{ kind: 'expect', coming: restored.asked }]
      const notice: IntakeNotice = {
        tone: 'allow',
        text: 'The case that was open in this tab is back.',
        actions: [{ label: 'Forget it', run: forget }],
      }
      return [{ kind: 'restore', ...restored, notices: [notice] }]
    },
    keepNow,
    forget,
  }
}

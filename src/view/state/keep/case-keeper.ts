import { STATE_TEXTS } from '../messages'
import { EMPTY_DRAFT, type Draft } from '../../../draft/draft'
import { surelyNoCredentials } from '../../../iam/surely-no-credentials'
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
  /** Takes a text that came before it could be read. */
  readonly takeText: (text: string) => void
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
  /** The case in whose place another one came by an address: the way back leads there. */
  readonly previous?: unknown
  /** What was typed before it could be searched for credentials, where it surely holds none. */
  readonly typed?: unknown
}

type Typed = Pick<Draft, 'title' | 'paste'>

/** What was typed while nothing could be read; null where there is more, or where it may hold credentials. */
function typedOf({ draft: { title, paste, ...rest }, asked }: RestoredCase): Typed | null {
  const isMore = asked.length > 0 || JSON.stringify({ ...EMPTY_DRAFT, ...rest, title: '', paste: '' }) !== NOTHING
  return isMore || !surelyNoCredentials(title) || !surelyNoCredentials(paste) ? null : { title, paste }
}

const NOTHING = JSON.stringify(EMPTY_DRAFT)

function readTyped(value: unknown): Typed | null {
  const { title, paste } = (value ?? {}) as Readonly<Partial<Record<keyof Typed, unknown>>>
  const isTyped = typeof title === 'string' && typeof paste === 'string'
  return isTyped && surelyNoCredentials(title) && surelyNoCredentials(paste) ? { title, paste } : null
}

const REFUSED: IntakeNotice = {
  tone: 'depends',
  text: 'This browser can’t keep a copy of the case: its storage is full or disabled. Reloading the page would lose the case. Use Share to save it as a link or a file.',
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
  /** The newest record, and what its `previous` is. */
  let last: Pick<Kept, 'stored' | 'address' | 'previous'> = { stored: null, address: '' }

  const putTyped = async (next: RestoredCase) => {
    const typed = typedOf(next)
    if (typed === null || input.address() !== '') return
    const record: Kept = { version: 1, stored: null, address: '', typed }
    await storage.write(JSON.stringify(record))
  }

  const put = async (next: RestoredCase) => {
    try {
      const { draft, asked } = next
      if (isFreshDraft(draft) && draft.title === '' && asked.length === 0) {
        last = { stored: null, address: '' }
        return await storage.clear()
      }
      const stored = input.write(next)
      if (stored === null) return await putTyped(next)
      kept = next
      const address = input.address()
      const previous = address !== '' && last.address === '' ? last.stored : last.previous
      const record: Kept = {
        version: 1,
        stored,
        address,
        ...(previous !== null && previous !== undefined && { previous }),
      }
      last = record
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
    last = { stored: null, address: '' }
    void storage.clear().catch(() => undefined)
  }

  const read = async (): Promise<Kept | null> => {
    try {
      return storage.hasCase() ? parsed(await storage.read()) : null
    } catch {
      return null
    }
  }

  const isOfAddress = ({ address }: Kept) => address !== '' && address === input.address()

  const typedBefore = (typed: Typed): readonly WorkAction[] => {
    // Another case that comes by the address stands above it, and it can wait unread below.
    const isAlone = input.address() === ''
    if (isAlone && typed.paste !== '') input.takeText(typed.paste)
    const draft = { ...EMPTY_DRAFT, title: typed.title, paste: isAlone ? '' : typed.paste }
    return [{ kind: 'restore', draft, asked: [], notices: [] }]
  }

  return {
    async restore() {
      const record = await read()
      const typed = record === null ? null : readTyped(record.typed)
      const restored = record === null || typed !== null ? null : await input.read(record.stored)
      const before = restored === null || record?.previous === undefined ? null : await input.read(record.previous)
      isBack = true
      if (typed !== null) return typedBefore(typed)
      if (record === null || restored === null) return []
      last = record
      const below: readonly WorkAction[] = before === null ? [] : [{ kind: 'restore', ...before, notices: [] }]
      // The address opens that very draft by itself.
      if (isOfAddress(record)) return [...below, { kind: 'expect', coming: restored.asked }]
      const notice: IntakeNotice = {
        tone: 'allow',
        text: STATE_TEXTS.theCaseThatWas,
        actions: [{ label: 'Forget it', run: forget }],
      }
      if (before === null) return [{ kind: 'restore', ...restored, notices: [notice] }]
      return [
        ...below,
        { kind: 'expect', coming: restored.asked },
        { kind: 'arrive', draft: restored.draft, notices: [notice], step: null },
      ]
    },
    keepNow,
    forget,
  }
}

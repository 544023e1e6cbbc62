import type { CaseStorage } from './case-keeper'

const CASE = 'whydenied.case'
const TAB = 'whydenied.tab'
const DATABASE = 'whydenied'
const STORE = 'cases'

/** A longer text goes into the database: what a tab may keep for its session is a few million characters. */
const LONGEST_IN_SESSION = 1_000_000
/** A large case of a tab that is gone is dropped when the app is next opened after this time. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000

interface LargeCase {
  readonly text: string
  readonly at: number
}

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database failed.'))
  })

async function inDatabase<Value>(run: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await done(opening)
  try {
    return await done(run(database.transaction(STORE, 'readwrite').objectStore(STORE)))
  } finally {
    database.close()
  }
}

/** Holds a name for as long as the tab lives. False where another tab holds it: this one is its copy. */
async function hold(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return false
  return new Promise((resolve) => {
    void navigator.locks
      .request(`${TAB}.${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock === null ? undefined : new Promise(() => undefined)
      })
      .catch(() => resolve(false))
  })
}

async function dropOld() {
  const names = await inDatabase((store) => store.getAllKeys())
  for (const name of names) {
    const kept = await inDatabase<LargeCase | undefined>((store) => store.get(name))
    if (kept !== undefined && Date.now() - kept.at > KEPT_MILLISECONDS) await inDatabase((store) => store.delete(name))
  }
}

/**
 * The case of this tab: in the tab's own session storage, which no other tab sees; a large one in the database, under a
 * name that this tab alone holds. Every method can reject: a browser may keep nothing.
 */
export function createCaseStorage(): CaseStorage {
  let own: string | null = null
  const isLarge = () => sessionStorage.getItem(CASE) === ''

  /** The name of this tab in the database; a copy of a tab gets a name of its own. */
  const ownName = async (): Promise<string> => {
    if (own !== null) return own
    const known = sessionStorage.getItem(TAB)
    own = known !== null && (await hold(known)) ? known : crypto.randomUUID()
    if (own !== known) void hold(own)
    sessionStorage.setItem(TAB, own)
    return own
  }

  const writeLarge = async (text: string) => {
    const name = await ownName()
    await inDatabase((store) => store.put({ text, at: Date.now() } satisfies LargeCase, name))
    sessionStorage.setItem(CASE, '')
  }

  return {
    hasCase: () => sessionStorage.getItem(CASE) !== null,
    async read() {
      void dropOld().catch(() => undefined)
      if (!isLarge()) return sessionStorage.getItem(CASE)
      const name = sessionStorage.getItem(TAB) ?? ''
      const kept = await inDatabase<LargeCase | undefined>((store) => store.get(name))
      await ownName()
      return kept?.text ?? null
    },
    async write(text) {
      if (text.length > LONGEST_IN_SESSION) return writeLarge(text)
      try {
        sessionStorage.setItem(CASE, text)
      } catch {
        await writeLarge(text)
      }
    },
    async clear() {
      const wasLarge = isLarge()
      sessionStorage.removeItem(CASE)
      if (wasLarge && own !== null) {
        const name = own
        await inDatabase((store) => store.delete(name))
      }
    },
  }
}

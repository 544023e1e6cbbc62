import { useSyncExternalStore } from 'react'
import { createListeners } from '../../ui/listeners'

/** A planned session and how far its time has come. */
export interface Session {
  /** The minutes of each planned lesson. */
  readonly minutes: ReadonlyMap<string, number>
  /** Milliseconds until the timer was last stopped. */
  readonly passed: number
  /** When the timer was started since; null: it stands. */
  readonly startedAt: number | null
}

/** What fits 45 minutes: seven lessons in the order of the course. */
const FIRST: readonly string[] = [
  'everything-starts-denied',
  'a-deny-wins',
  'the-arn-must-match',
  'a-key-that-is-absent',
  'every-level-must-allow',
  'both-accounts-say-yes',
  'three-blockers',
]

/** The minutes of a lesson that is put into the plan. */
export const LESSON_MINUTES = 6

/** The longest that a lesson is planned for. */
export const MOST_MINUTES = 60

const NEW: Session = { minutes: new Map(FIRST.map((id) => [id, LESSON_MINUTES])), passed: 0, startedAt: null }

/** A session as one text. */
export const writeSession = ({ minutes, ...timer }: Session): string =>
  JSON.stringify({ ...timer, minutes: [...minutes] })

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0

const isPlanned = (value: unknown): value is readonly [string, number] =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  Number.isInteger(value[1]) &&
  value[1] >= 1 &&
  value[1] <= MOST_MINUTES

/** The session in a stored text; a new one where it is not what this app stores. */
export function parseSession(text: string | null): Session {
  try {
    const { minutes, passed, startedAt } = JSON.parse(text ?? '{}') as Readonly<Record<string, unknown>>
    if (!Array.isArray(minutes) || !isTime(passed) || !(startedAt === null || isTime(startedAt))) return NEW
    return { minutes: new Map(minutes.filter(isPlanned)), passed, startedAt }
  } catch {
    return NEW
  }
}

const STORED = 'class-session'

function stored(): Session {
  try {
    return parseSession(sessionStorage.getItem(STORED))
  } catch {
    // A browser without storage keeps the session until the page is closed.
    return NEW
  }
}

let session: Session | null = null
const listeners = createListeners()

const current = (): Session => (session ??= stored())

/** Puts another plan or another state of its timer in the place of the one there. */
export function setSession(next: Session) {
  session = next
  try {
    sessionStorage.setItem(STORED, writeSession(next))
  } catch {
    // As above.
  }
  listeners.tell()
}

/** The session of this browser tab: it goes on over other pages and a reload, and is gone with the tab. */
export const useSession = (): Session => useSyncExternalStore(listeners.subscribe, current)

/** Whole seconds that have passed by the clock, also while the tab was in the background. */
export const secondsPassed = ({ passed, startedAt }: Session, now: number): number =>
  Math.floor((passed + (startedAt === null ? 0 : Math.max(now - startedAt, 0))) / 1000)

/** The same session with its timer started, or stopped where it runs. */
export const toggled = (session: Session, now: number): Session =>
  session.startedAt === null
    ? { ...session, startedAt: now }
    : { ...session, passed: session.passed + Math.max(now - session.startedAt, 0), startedAt: null }

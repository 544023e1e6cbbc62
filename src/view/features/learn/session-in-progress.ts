import { useSyncExternalStore } from 'react'

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

let session: Session = { minutes: new Map(FIRST.map((id) => [id, LESSON_MINUTES])), passed: 0, startedAt: null }
const listeners = new Set<() => void>()

/** Puts another plan or another state of its timer in the place of the one there. */
export function setSession(next: Session) {
  session = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The session of this browser tab: it goes on while other pages are looked at, and is gone with the tab. */
export const useSession = (): Session => useSyncExternalStore(subscribe, () => session)

/** Whole seconds that have passed by the clock, also while the tab was in the background. */
export const secondsPassed = ({ passed, startedAt }: Session, now: number): number =>
  Math.floor((passed + (startedAt === null ? 0 : Math.max(now - startedAt, 0))) / 1000)

/** The same session with its timer started, or stopped where it runs. */
export const toggled = (session: Session, now: number): Session =>
  session.startedAt === null
    ? { ...session, startedAt: now }
    : { ...session, passed: session.passed + Math.max(now - session.startedAt, 0), startedAt: null }

import { useSyncExternalStore } from 'react'
import { own } from '../../../text/own'
import { createListeners } from '../../ui/listeners'

/** How far a lesson was taken. */
export type LessonProgress = 'answered' | 'repaired'

/** Progress by lesson id. */
export type Progress = Readonly<Record<string, LessonProgress>>

const STORED = 'course-progress'
const listeners = createListeners()

/** The progress in a stored text; nothing where it is not what this app stores. */
export function parseProgress(text: string | null): Progress {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter(
        (entry): entry is [string, LessonProgress] => entry[1] === 'answered' || entry[1] === 'repaired',
      ),
    )
  } catch {
    return {}
  }
}

/** What this page knows, also where the browser stores nothing. */
let known: { readonly text: string | null; readonly progress: Progress } = { text: null, progress: {} }

function stored(): Progress {
  try {
    const text = localStorage.getItem(STORED)
    if (text !== null && text !== known.text) known = { text, progress: parseProgress(text) }
  } catch {
    // A browser without storage keeps the progress until the page is closed.
  }
  return known.progress
}

function store(progress: Progress) {
  const text = JSON.stringify(progress)
  known = { text, progress }
  try {
    localStorage.setItem(STORED, text)
  } catch {
    // As above.
  }
  listeners.tell()
}

/** Notes how far a lesson was taken; a repair is never taken back by a new answer. */
export function noteProgress(id: string, reached: LessonProgress) {
  const progress = stored()
  if (own(progress, id) !== 'repaired') store({ ...progress, [id]: reached })
}

/** Forgets all progress. */
export function resetProgress() {
  store({})
}

function subscribe(listener: () => void) {
  const leave = listeners.subscribe(listener)
  window.addEventListener('storage', listener)
  return () => {
    leave()
    window.removeEventListener('storage', listener)
  }
}

/** The progress through the course, kept in this browser only. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, stored)
}

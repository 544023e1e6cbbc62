import { useState } from 'react'
import { COURSE } from '../../../lessons/course/course'
import { message } from '../../../text/message'
import { plainText } from '../../../text/phrase'
import { Button } from '../../ui/Button'
import { CLASS_WORDS } from './messages'
import { LESSON_MINUTES, MOST_MINUTES, secondsPassed, setSession, toggled, useSession } from './session-in-progress'
import { useInterval } from '../../ui/use-interval'

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** A plan of lessons with minutes each, and a timer that tells which is due. */
export function SessionPlan() {
  const session = useSession()
  const { minutes, startedAt } = session
  const isRunning = startedAt !== null
  const [now, setNow] = useState(() => Date.now())
  useInterval(() => setNow(Date.now()), 1000, isRunning)
  const passed = secondsPassed(session, now)
  const planned = COURSE.filter(({ id }) => minutes.has(id))
  const total = planned.reduce((sum, { id }) => sum + (minutes.get(id) ?? 0), 0)
  const ends = planned.map(
    (_, at) => planned.slice(0, at + 1).reduce((sum, { id }) => sum + (minutes.get(id) ?? 0), 0) * 60,
  )
  const at = ends.findIndex((end) => passed < end)
  const due = planned[at]
  const put = (id: string, value: number | null) => {
    const next = new Map(minutes)
    if (value === null) next.delete(id)
    else next.set(id, Math.min(Math.max(Math.round(value) || 1, 1), MOST_MINUTES))
    setSession({ ...session, minutes: next })
  }
  return (
    <section aria-label={CLASS_WORDS.plan} className="mt-8">
      <h2 className="text-lg font-semibold">
        {CLASS_WORDS.plan}: {plainText(message(CLASS_WORDS.minutes, { count: total }))}
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          onClick={() => {
            const pressed = Date.now()
            setNow(pressed)
            setSession(toggled(session, pressed))
          }}
        >
          {isRunning ? CLASS_WORDS.pause : CLASS_WORDS.start}
        </Button>
        <Button onClick={() => setSession({ ...session, passed: 0, startedAt: null })}>{CLASS_WORDS.again}</Button>
        <p role="timer" className="text-xl font-semibold tabular-nums">
          {due ? `${clock((ends[at] ?? 0) - passed)} · ${due.title}` : CLASS_WORDS.over}
        </p>
      </div>
      <ul className="mt-3 grid gap-x-8 gap-y-1 text-sm desk:grid-cols-2">
        {COURSE.map(({ id, title }) => (
          <li key={id} className={due?.id === id ? 'flex items-center gap-2 font-semibold' : 'flex items-center gap-2'}>
            <label className="flex flex-1 items-center gap-2">
              <input
                type="checkbox"
                checked={minutes.has(id)}
                onChange={() => put(id, minutes.has(id) ? null : LESSON_MINUTES)}
                className="accent-(--accent)"
              />
              {title}
            </label>
            {minutes.has(id) && (
              <input
                type="number"
                min={1}
                max={MOST_MINUTES}
                aria-label={plainText(message(CLASS_WORDS.minutesOf, { title }))}
                value={minutes.get(id)}
                onChange={({ target }) => put(id, Number(target.value))}
                className="w-16 rounded border border-line-strong bg-surface px-1 text-right"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

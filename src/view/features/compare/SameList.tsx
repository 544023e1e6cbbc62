import { Circle, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { messageText } from '../../../text/message-text'
import type { Phrase } from '../../../text/phrase'
import { Sentence } from '../../shared/Sentence'
import { COMPARE_WORDS } from './compare-words'

/** So many lines are shown. */
const MOST = 8

function Lines({
  title,
  all,
  sign,
}: {
  readonly title: string
  readonly all: readonly Phrase[]
  readonly sign: ReactNode
}) {
  return (
    <section aria-label={title} className="mt-5">
      <h2 className="text-2xs font-medium text-muted">{title}</h2>
      <ul className="mt-1.5 grid gap-1.5 text-sm">
        {all.slice(0, MOST).map((words, at) => (
          <li key={at} className="flex items-start gap-2 [overflow-wrap:anywhere]">
            {sign}
            <span>
              <Sentence words={words} />
            </span>
          </li>
        ))}
      </ul>
      {all.length > MOST && (
        <p className="mt-1.5 text-xs text-muted">{messageText(COMPARE_WORDS.more, { count: all.length - MOST })}</p>
      )}
    </section>
  )
}

interface SameListProps {
  readonly same: readonly Phrase[]
  /** Statements that stand in both versions. */
  readonly unchanged: number
  readonly idle: readonly Phrase[]
}

/** What both versions allow, and what looks new but is not. */
export function SameList({ same, unchanged, idle }: SameListProps) {
  return (
    <>
      {same.length > 0 && (
        <Lines
          title={COMPARE_WORDS.same}
          all={same}
          sign={<CircleCheck size={14} aria-hidden className="mt-1 shrink-0 text-allow" />}
        />
      )}
      {unchanged > 0 && (
        <p className="mt-3 text-xs text-muted">
          {unchanged === 1 ? COMPARE_WORDS.oneUnchanged : messageText(COMPARE_WORDS.unchanged, { count: unchanged })}
        </p>
      )}
      {idle.length > 0 && (
        <Lines
          title={COMPARE_WORDS.idle}
          all={idle}
          sign={<Circle size={14} aria-hidden className="mt-1 shrink-0 text-muted" />}
        />
      )}
    </>
  )
}

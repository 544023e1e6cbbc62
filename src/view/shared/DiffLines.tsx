import { useMemo } from 'react'
import { classNames } from '../ui/class-names'
import { diffLines, type DiffLine } from './diff-lines'
import { hanging } from './hanging'
import { Shown } from '../ui/Name'

const LOOKS: Readonly<
  Record<
    DiffLine['kind'],
    { readonly sign: string; readonly word: string; readonly line: string; readonly part: string }
  >
> = {
  same: { sign: '', word: '', line: 'text-muted', part: '' },
  added: { sign: '+', word: 'added: ', line: 'bg-allow-soft text-ink', part: 'rounded-xs bg-allow-line' },
  removed: { sign: '−', word: 'removed: ', line: 'bg-deny-soft text-ink', part: 'rounded-xs bg-deny-line' },
}

interface DiffLinesProps {
  readonly before: string
  readonly after: string
  /** Is it there for those who listen, beside something that shows the same? It then is no stop of the Tab key. */
  readonly isHeardOnly?: boolean
}

/** What changes between two texts, line by line and within a line; signs and words say it too. */
export function DiffLines({ before, after, isHeardOnly = false }: DiffLinesProps) {
  const lines = useMemo(() => diffLines(before, after), [before, after])
  return (
    <pre
      tabIndex={isHeardOnly ? undefined : 0}
      className={classNames(
        'rounded-md border border-line py-1 text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]',
        !isHeardOnly && 'max-h-72 overflow-y-auto',
      )}
    >
      {lines.map(({ kind, text, from, to }, index) => {
        const { sign, word, line, part } = LOOKS[kind]
        return (
          <code key={index} className={classNames('block pr-2', line)} style={hanging(text, 1.5, 1)}>
            <span aria-hidden className="inline-block w-4 indent-0 text-muted select-none">
              {sign}
            </span>
            {word !== '' && <span className="sr-only">{word}</span>}
            <Shown text={text.slice(0, from)} />
            {to > from && (
              <span className={part}>
                <Shown text={text.slice(from, to)} />
              </span>
            )}
            <Shown text={text.slice(Math.max(from, to))} />
          </code>
        )
      })}
    </pre>
  )
}

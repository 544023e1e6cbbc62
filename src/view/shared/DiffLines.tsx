import { memo, useMemo } from 'react'
import { formatJson } from '../../text/format-json'
import { classNames } from '../ui/class-names'
import { Breakable } from '../ui/Breakable'
import { diffLines, shownLines, type DiffLine } from './diff-lines'
import { hanging } from './hanging'
import { TOKENS } from './PolicyLine'
import { policyPieces } from './policy-tokens'

interface LineLook {
  readonly mark: string
  readonly word: string
  readonly line: string
  readonly part: string
}

const LOOKS: Readonly<Record<DiffLine['sign'], LineLook>> = {
  ' ': { mark: '', word: '', line: '', part: '' },
  '…': { mark: '…', word: 'lines left out', line: 'text-muted', part: '' },
  '+': { mark: '+', word: 'added: ', line: 'bg-allow-soft', part: 'rounded-xs bg-allow-line text-ink' },
  '-': { mark: '−', word: 'removed: ', line: 'bg-deny-soft', part: 'rounded-xs bg-deny-line text-ink' },
}

/** A policy on one line is laid out, with and without the change: else the change would be all of it. */
function laidOut(before: string, after: string): readonly [before: string, after: string] {
  return before === '' || before.trim().includes('\n') ? [before, after] : [formatJson(before), formatJson(after)]
}

type LineTextProps = Pick<DiffLine, 'text' | 'from' | 'to'> & { readonly part: string }

/** The text of a line in the colours of a policy, with what changed within it. Drawn again where it is another. */
const LineText = memo(function LineText({ text, from, to, part }: LineTextProps) {
  let at = 0
  return policyPieces(text).map((piece, index) => {
    const begin = at
    at += piece.text.length
    const cut = (place: number) => Math.min(Math.max(place - begin, 0), piece.text.length)
    const [head, tail] = to > from ? [cut(from), cut(to)] : [0, 0]
    return (
      <span key={index} className={piece.token === null ? undefined : TOKENS[piece.token]}>
        <Breakable text={piece.text.slice(0, head)} />
        {tail > head && (
          <span className={part}>
            <Breakable text={piece.text.slice(head, tail)} />
          </span>
        )}
        <Breakable text={piece.text.slice(tail)} />
      </span>
    )
  })
})

interface DiffLinesProps {
  readonly before: string
  readonly after: string
}

/** What changes between two texts, line by line and within a line, in the colours of a policy; signs and words say it too. */
export function DiffLines({ before, after }: DiffLinesProps) {
  const lines = useMemo(() => shownLines(diffLines(...laidOut(before, after))), [before, after])
  return (
    <pre
      data-diff
      tabIndex={0}
      className="max-h-104 overflow-y-auto rounded-md border border-line bg-surface py-1 text-xs leading-5 whitespace-pre-wrap [overflow-wrap:anywhere] print:max-h-none"
    >
      {lines.map((line, index) => {
        const { mark, word, line: look, part } = LOOKS[line.sign]
        return (
          <code
            key={index}
            data-sign={line.sign}
            className={classNames('block pr-2', look)}
            style={hanging(line.text, 3.25, 2.75)}
          >
            <span aria-hidden className="inline-block w-6 indent-0 text-right text-muted select-none">
              {line.at ?? ''}
            </span>
            <span aria-hidden className="inline-block w-5 text-center indent-0 text-muted select-none">
              {mark}
            </span>
            {word !== '' && <span className="sr-only">{word}</span>}
            <LineText text={line.text} from={line.from} to={line.to} part={part} />
          </code>
        )
      })}
    </pre>
  )
}

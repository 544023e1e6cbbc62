import type { ReactNode } from 'react'
import { hanging } from './hanging'
import { Shown } from '../ui/Name'
import { classNames } from '../ui/class-names'

interface ExampleCodeProps {
  readonly name: string
  readonly lines: readonly string[]
  /** What stands before each line, by its place from 1. */
  readonly markOf: (line: number) => string
  readonly lookOf: (line: number) => string
  /** How the text of a line is drawn, where not as it is. */
  readonly drawn?: (text: string) => ReactNode
}

/** Lines that can be read, not edited: those of an example, or of a policy that is not counted. */
export function ExampleCode({ name, lines, markOf, lookOf, drawn }: ExampleCodeProps) {
  return (
    <pre
      tabIndex={0}
      aria-label={name}
      className="rounded-lg border border-line bg-surface py-2 text-xs leading-5 whitespace-pre-wrap text-muted [overflow-wrap:anywhere]"
    >
      {lines.map((text, index) => (
        <code key={index} className={classNames('block pr-3', lookOf(index + 1))} style={hanging(text, 3, 2.25)}>
          <span aria-hidden className="mr-3 inline-block w-6 indent-0 text-right text-faint select-none">
            {markOf(index + 1)}
          </span>
          {drawn ? drawn(text) : <Shown text={text} />}
        </code>
      ))}
    </pre>
  )
}

interface ExamplePolicyProps {
  readonly lines: readonly string[]
  /** The line that decides, from 1. */
  readonly decisive: number
}

/** The policy of the example that an empty page shows, with the line that decides. It is part of no case. */
export function ExamplePolicy({ lines, decisive }: ExamplePolicyProps) {
  return (
    <ExampleCode
      name="The policy of the example"
      lines={lines}
      markOf={(at) => `${at}`.padStart(2)}
      lookOf={(at) => (at === decisive ? 'bg-deny-soft text-ink' : '')}
    />
  )
}

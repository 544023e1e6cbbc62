import type { ReactNode } from 'react'
import type { ShellCommand } from '../../text/shell-quote'
import type { Phrase } from '../../text/phrase'
import { classNames } from '../ui/class-names'
import { CommandHead } from '../ui/CommandHead'
import { CommandText } from '../ui/CommandText'
import { useShell } from '../ui/shell'
import { Sentence } from './Sentence'

/** A command, and what it is for: that is shown above it, and not copied. */
export interface ToldCommand {
  readonly comment: Phrase
  readonly line: ShellCommand
  /** Is something to be filled in first? Then it is not copied. */
  readonly isOutline?: boolean
}

interface CommandListProps {
  /** What the commands do, as a short title. */
  readonly title: string
  readonly commands: readonly ToldCommand[]
  /** What stands below them. */
  readonly children?: ReactNode
}

/** A few commands, each under what it is for, copied together. */
export function CommandList({ title, commands, children }: CommandListProps) {
  const shell = useShell()
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <CommandHead
        title={title}
        text={commands
          .filter(({ isOutline }) => !isOutline)
          .map(({ line }) => line[shell])
          .join('\n')}
        isStrong
      />
      <ol className="flex flex-col gap-3 px-3 py-2.5">
        {commands.map(({ comment, line, isOutline }, index) => (
          <li key={index} className="min-w-0">
            <p className="text-xs text-muted">
              <Sentence words={comment} />
            </p>
            <pre
              tabIndex={0}
              className={classNames(
                'mt-0.5 max-h-48 overflow-auto text-xs whitespace-pre-wrap [overflow-wrap:anywhere]',
                isOutline && 'text-muted select-none',
              )}
            >
              <CommandText text={line[shell]} />
            </pre>
          </li>
        ))}
      </ol>
      {children}
    </div>
  )
}

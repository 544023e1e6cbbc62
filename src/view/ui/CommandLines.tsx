import { classNames } from './class-names'
import { CommandHead } from './CommandHead'
import type { Shell } from '../../text/shell-quote'
import { useShell } from './shell'
import { CommandText } from './CommandText'

interface CommandLinesProps {
  /** What the command does, as a short title. */
  readonly title: string
  readonly line: Readonly<Record<Shell, string>>
  /** Is there room to show more of it? */
  readonly isTall?: boolean
}

/** A command to copy, for the shell that the user chose last. */
export function CommandLines({ title, line, isTall = false }: CommandLinesProps) {
  const shell = useShell()
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <CommandHead title={title} text={line[shell]} />
      <pre
        tabIndex={0}
        className={classNames(
          'overflow-auto px-2.5 py-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]',
          isTall ? 'max-h-80' : 'max-h-40',
        )}
      >
        <CommandText text={line[shell]} />
      </pre>
    </div>
  )
}

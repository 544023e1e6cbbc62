import { classNames } from './class-names'
import { CopyButton } from './CopyButton'
import { Segmented } from './Segmented'
import type { Shell } from '../../text/shell-quote'
import { chooseShell, useShell } from './shell'
import { Shown } from './Name'

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
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2.5 py-1">
        <span className="min-w-0 flex-1 text-xs text-muted">{title}</span>
        <Segmented
          label="Shell"
          value={shell}
          options={[
            { value: 'bash', label: 'bash' },
            { value: 'powershell', label: 'PowerShell' },
          ]}
          onChange={chooseShell}
        />
        <CopyButton text={line[shell]} label="Copy" look="quiet" aria-label={`Copy: ${title}`} />
      </div>
      <pre
        tabIndex={0}
        className={classNames(
          'overflow-auto px-2.5 py-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]',
          isTall ? 'max-h-80' : 'max-h-40',
        )}
      >
        <Shown text={line[shell]} />
      </pre>
    </div>
  )
}

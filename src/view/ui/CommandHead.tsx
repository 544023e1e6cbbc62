import { CopyButton } from './CopyButton'
import { Segmented } from './Segmented'
import { chooseShell, useShell } from './shell'

interface CommandHeadProps {
  /** What the commands do, as a short title. */
  readonly title: string
  /** What is copied, for the shell that the user chose last. */
  readonly text: string
  /** Does the title stand out, over several commands? */
  readonly isStrong?: boolean
}

/** The line above commands: what they do, for which shell, and their copy. */
export function CommandHead({ title, text, isStrong = false }: CommandHeadProps) {
  const shell = useShell()
  return (
    <div className={`flex flex-wrap items-center gap-2 border-b border-line py-1 ${isStrong ? 'px-3' : 'px-2.5'}`}>
      <span className={`min-w-0 flex-[1_1_6rem] ${isStrong ? 'text-sm font-medium' : 'text-xs text-muted'}`}>
        {title}
      </span>
      <Segmented
        label="Shell"
        value={shell}
        options={[
          { value: 'bash', label: 'bash' },
          { value: 'powershell', label: 'PowerShell' },
        ]}
        onChange={chooseShell}
      />
      <CopyButton className="ml-auto" text={text} label="Copy" look="quiet" aria-label={`Copy: ${title}`} />
    </div>
  )
}

import type { PrimaryAction } from '../../../explanation/fixes/action-offer'
import { copyAll, copyFix } from '../../../explanation/messages/combined'
import { INSTRUCTION_TEXT } from '../../../explanation/messages/instructions'
import type { Fix } from '../../../explanation/explanation'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { useShell } from '../../ui/shell'

const COPY_LABELS = {
  'copy-request': 'Copy message',
  'copy-command': INSTRUCTION_TEXT.copy,
  'copy-decode': 'Copy decode command',
  'copy-check': 'Copy check',
  'copy-caller-check': 'Copy caller check',
  'copy-script': 'Copy script',
} as const satisfies Readonly<
  Record<Exclude<PrimaryAction['kind'], 'apply-fix' | 'copy-policy' | 'copy-statement' | 'none'>, string>
>

/** What the button says that copies. */
function labelOf(action: Exclude<PrimaryAction, { readonly kind: 'apply-fix' | 'none' }>, isCheck: boolean): string {
  if (action.kind === 'copy-policy') return copyAll(action)
  if (action.kind === 'copy-statement') return copyFix(action.areStatements)
  return COPY_LABELS[isCheck ? 'copy-check' : action.kind]
}

interface PrimaryButtonProps {
  readonly action: PrimaryAction
  readonly onApply: (fix: Fix) => void
  /** The number of the fix that it does, in the list of fixes; null: it is a step. */
  readonly fixNumber: number | null
  /** Does its command only look, to be sure before anything is changed? */
  readonly isCheck: boolean
}

/** The one thing to do first. */
export function PrimaryButton({ action, onApply, fixNumber, isCheck }: PrimaryButtonProps) {
  const shell = useShell()
  if (action.kind === 'none') return null
  const does = { 'data-primary': true, ...(fixNumber === null ? { 'data-step': 1 } : { 'data-fix': fixNumber }) }
  if (action.kind === 'apply-fix') {
    return (
      <Button look="primary" size="large" {...does} onClick={() => onApply(action.fix)}>
        Try this fix
      </Button>
    )
  }
  const label = labelOf(action, isCheck)
  const text = 'text' in action ? action.text : action.command[shell]
  const isOption = action.kind === 'copy-command' && action.command.is !== 'run'
  return (
    <CopyButton
      look="primary"
      size="large"
      text={text}
      label={isOption ? INSTRUCTION_TEXT.copyOption(text) : label}
      {...does}
    />
  )
}

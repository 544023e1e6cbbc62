import { useMemo } from 'react'
import type { Fix } from '../../../explanation/explanation'
import { fixText } from '../../../explanation/fixes/copied-text'
import type { Command } from '../../state/palette-commands'
import { useShell } from '../../ui/shell'
import type { Remedies } from './use-remedies'

const copy = (text: string) => () => void navigator.clipboard.writeText(text)

/** The commands of what can be done about the answer. */
export function usePrimaryCommands(remedies: Remedies | null, onApply: (fix: Fix) => void): readonly Command[] {
  const shell = useShell()
  return useMemo(() => {
    if (remedies === null) return []
    const { fixes, message, script } = remedies
    const fix = fixes.find(({ least }) => least)
    const offered = (id: string, title: string, run: (() => void) | null): readonly Command[] =>
      run === null ? [] : [{ id: `answer-${id}`, title, group: 'Case', run }]
    return [
      ...offered('apply', 'Try this fix', fix && !fix.isSupposed ? () => onApply(fix) : null),
      ...offered('copy-fix', 'Copy fix', fix ? copy(fixText(fix.changes)) : null),
      ...offered('copy-request', 'Copy message to the policy’s owner', message && copy(message.text)),
      ...offered('copy-script', 'Copy script that fetches what is missing', script && copy(script[shell])),
    ]
  }, [remedies, onApply, shell])
}

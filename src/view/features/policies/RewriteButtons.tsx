import { useMemo } from 'react'
import type { PolicyAnswer } from '../../../diagnosis/policy-answer'
import { useCommands } from '../../state/palette-commands'
import { Button } from '../../ui/Button'

interface RewriteButtonsProps extends Pick<PolicyAnswer, 'formatted' | 'completed'> {
  readonly onRewrite: (text: string) => void
}

/** Lays the policy out, or makes a document of what was written; nothing where there is nothing to do. */
export function RewriteButtons({ formatted, completed, onRewrite }: RewriteButtonsProps) {
  useCommands(
    useMemo(
      () =>
        formatted === null
          ? []
          : [{ id: 'format', title: 'Format this policy', group: 'Policies', run: () => onRewrite(formatted) }],
      [formatted, onRewrite],
    ),
  )
  if (formatted === null && completed === null) return null
  return (
    <div className="flex flex-wrap gap-1.5">
      {formatted !== null && (
        <Button size="small" onClick={() => onRewrite(formatted)}>
          Format
        </Button>
      )}
      {completed !== null && (
        <Button size="small" onClick={() => onRewrite(completed)}>
          Complete to a document
        </Button>
      )}
    </div>
  )
}

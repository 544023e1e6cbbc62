import { useMemo } from 'react'
import { completedDocument, formattedDocument } from '../../../policy/complete-document'
import { useCommands } from '../../state/commands'
import { Button } from '../../ui/Button'

interface RewriteButtonsProps {
  readonly text: string
  readonly onRewrite: (text: string) => void
}

/** Lays the policy out, or makes a document of what was written; nothing where there is nothing to do. */
export function RewriteButtons({ text, onRewrite }: RewriteButtonsProps) {
  const formatted = useMemo(() => formattedDocument(text), [text])
  const completed = useMemo(() => completedDocument(text), [text])
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

import { useState } from 'react'
import { Button } from '../../ui/Button'
import { POLICIES_TEXTS } from './messages'

interface PasteAreaProps {
  readonly label: string
  readonly onText: (text: string) => void
  /** What stands in it while it is empty. */
  readonly placeholder?: string
  /** What the button says that takes what was typed. */
  readonly action?: string
}

const A_POLICY =
  'Paste the policy here: JSON, YAML or code, whole or in part, what a tool printed, or the name of an AWS managed policy'

/** Takes the text of a policy, or of anything that holds one, as AWS's tools print it. */
export function PasteArea({
  label,
  onText,
  placeholder = A_POLICY,
  action = POLICIES_TEXTS.addThisPolicy,
}: PasteAreaProps) {
  const [text, setText] = useState('')
  return (
    <div className="flex flex-col items-start gap-2">
      <textarea
        aria-label={label}
        placeholder={placeholder}
        className="h-28 w-full resize-y rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-xs"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (text !== '' || pasted.trim() === '') return
          event.preventDefault()
          event.stopPropagation()
          onText(pasted)
        }}
      />
      {text.trim() !== '' && (
        <Button
          size="small"
          look="primary"
          onClick={() => {
            setText('')
            onText(text)
          }}
        >
          {action}
        </Button>
      )}
    </div>
  )
}

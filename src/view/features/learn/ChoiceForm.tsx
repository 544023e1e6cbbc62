import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { CodeInProse } from '../../shared/CodeInProse'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { GUESS_WORDS } from './messages'

interface ChoiceFormProps {
  readonly question: string
  readonly options: readonly string[]
  readonly onAnswer: (chosen: number) => void
  /** What was answered, and whether which option is right is told by now. */
  readonly answered?: { readonly chosen: number; readonly right: number } | null
}

/** A question with a few answers, of which one is chosen and then given. */
export function ChoiceForm({ question, options, onAnswer, answered = null }: ChoiceFormProps) {
  const [chosen, choose] = useState<number | null>(answered?.chosen ?? null)
  const name = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== null) onAnswer(chosen)
      }}
    >
      <fieldset>
        <legend className="font-medium">{question}</legend>
        <div className="mt-2 space-y-1">
          {options.map((option, index) => (
            <label
              key={option}
              className="flex cursor-pointer items-start gap-2.5 rounded-lg border border-line px-3 py-2 hover:bg-hover has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={name}
                checked={chosen === index}
                onChange={() => choose(index)}
                className="mt-[0.3em] size-[0.9em] shrink-0 accent-(--accent)"
              />
              <span className="flex-1">
                <CodeInProse text={option} />
              </span>
              {answered !== null && index === answered.right && (
                <Badge tone="allow">
                  <Check size={11} aria-hidden />
                  {GUESS_WORDS.right}
                </Badge>
              )}
              {answered !== null && index === answered.chosen && index !== answered.right && (
                <Badge tone="deny">
                  <X size={11} aria-hidden />
                  {GUESS_WORDS.yours}
                </Badge>
              )}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" look="primary" disabled={chosen === null} className="mt-3">
        Answer
      </Button>
    </form>
  )
}

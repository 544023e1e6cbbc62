import { FolderOpen } from 'lucide-react'
import { useId, useState } from 'react'
import { CAUSES, type ExampleCause } from '../../../lessons/causes'
import { GALLERY } from '../../../lessons/gallery/gallery'
import type { Card } from '../../../permalink/deck'
import { isFreshDraft } from '../../state/fresh-draft'
import { useDraft } from '../../state/workbench'
import { Button, buttonClass } from '../../ui/Button'
import { LONGEST } from '../../ui/capped'
import { classNames } from '../../ui/class-names'
import { Field, inputClass } from '../../ui/Field'

interface AddToDeckProps {
  readonly onCard: (card: Card) => void
  /** Takes a link or the text of a file; was it one? */
  readonly onText: (text: string) => boolean
}

const CAUSES_SHOWN = (Object.keys(CAUSES) as ExampleCause[]).filter((cause) =>
  GALLERY.some((example) => example.cause === cause),
)

/** The examples by what they show, of which one at a time becomes a card. */
function AddExample({ onCard }: Pick<AddToDeckProps, 'onCard'>) {
  const [chosen, setChosen] = useState('')
  const id = useId()
  const example = GALLERY.find((one) => one.id === chosen)
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-64 flex-1">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          Example
        </label>
        <select
          id={id}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          className={classNames(inputClass, 'mt-1')}
        >
          <option value="">Choose one of {GALLERY.length}</option>
          {CAUSES_SHOWN.map((cause) => (
            <optgroup key={cause} label={CAUSES[cause]}>
              {GALLERY.filter((one) => one.cause === cause).map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Button
        disabled={example === undefined}
        onClick={() => {
          if (example) onCard({ title: example.title, notes: example.summary, draft: example.draft })
          setChosen('')
        }}
      >
        Add the example
      </Button>
    </div>
  )
}

/** Where the cards of a deck come from: examples, the workbench, a link, a file. */
export function AddToDeck({ onCard, onText }: AddToDeckProps) {
  const { draft } = useDraft()
  const [link, setLink] = useState('')
  return (
    <div className="mt-4 space-y-3">
      <AddExample onCard={onCard} />
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label="Link of a case, an exercise or a deck"
          value={link}
          placeholder="https://…#1/…"
          maxLength={LONGEST.paste}
          onChange={({ target }) => setLink(target.value)}
          className="min-w-64 flex-1"
        />
        <Button disabled={link.trim() === ''} onClick={() => onText(link) && setLink('')}>
          Add
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isFreshDraft(draft)} onClick={() => onCard({ title: draft.title, notes: '', draft })}>
          Add the workbench’s case
        </Button>
        <label className={classNames(buttonClass('secondary'), 'cursor-pointer has-focus-visible:outline-2')}>
          <FolderOpen size={15} aria-hidden />
          Open a deck file
          <input
            type="file"
            accept="application/json,.json"
            className="sr-only"
            onChange={({ target }) => {
              void target.files?.[0]?.text().then(onText)
              target.value = ''
            }}
          />
        </label>
      </div>
    </div>
  )
}

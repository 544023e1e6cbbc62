import { useState } from 'react'
import { fillBlank } from '../../../diagnosis/fill-blank'
import type { BuiltHole } from '../../../draft/build/find-case-holes'
import type { FixChange } from '../../../explanation/explanation'
import { messageText } from '../../../text/message-text'
import { useDraftHold } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { BLANK_TEXTS } from './blank-messages'

interface BlankFormProps {
  readonly changes: readonly FixChange[]
  readonly blank: BuiltHole
}

/** Asks for what a change leaves blank, and puts it there. */
export function BlankForm({ changes, blank }: BlankFormProps) {
  const { edit } = useDraftHold()
  const [value, setValue] = useState('')
  const known = value.trim()
  return (
    <form
      data-blank
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (known === '') return
        edit((draft) => fillBlank(draft, changes, blank, known))
        // What comes next is there once the field is gone.
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-primary]')?.focus())
      }}
    >
      <Field
        mono
        className="flex-1"
        label={messageText(BLANK_TEXTS.fillInWhat, { blank: blank.name })}
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit" disabled={known === ''}>
        {BLANK_TEXTS.fillIn}
      </Button>
    </form>
  )
}

import { CircleAlert, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { DraftPolicy } from '../../../draft/draft'
import { Sign } from '../../shared/Sign'
import { IconButton } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import type { SignAndText } from './layer-sign'
import { Name } from '../../ui/Name'

/** A policy as its chip shows it. */
export interface ChipPolicy extends Pick<DraftPolicy, 'name' | 'source'> {
  readonly isBroken: boolean
}

interface PolicyChipsProps {
  /** The accessible name of the list. */
  readonly label: string
  readonly policies: readonly ChipPolicy[]
  /** Index of the policy in the editor; null where it is on another shelf. */
  readonly chosen: number | null
  readonly signOf: (index: number) => SignAndText
  readonly onChoose: (index: number) => void
  readonly onRename: (index: number, name: string) => void
  readonly onRemove: (index: number) => void
}

/** The policies of one shelf side by side: choose one to edit it, rename it, remove it. */
export function PolicyChips(props: PolicyChipsProps) {
  const { label, policies, chosen, signOf, onChoose, onRename, onRemove } = props
  const [renaming, setRenaming] = useState<number | null>(null)
  /** The policy that was named by the keyboard last: its button has the focus again. */
  const [renamed, setRenamed] = useState<number | null>(null)
  return (
    <ul aria-label={label} className="contents">
      {policies.map((policy, index) => (
        <li key={index} className="flex min-w-0">
          {renaming === index ? (
            <NameInput
              name={policy.name}
              onDone={(name, isByKey) => {
                setRenaming(null)
                setRenamed(isByKey ? index : null)
                if (name !== null) onRename(index, name)
              }}
            />
          ) : (
            <Chip
              policy={policy}
              isChosen={chosen === index}
              isRenamed={renamed === index}
              verdict={signOf(index)}
              onChoose={() => onChoose(index)}
              onRename={() => setRenaming(index)}
              onRemove={() => onRemove(index)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Always the same, so that the focus is taken once. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

interface ChipProps {
  readonly policy: ChipPolicy
  readonly isChosen: boolean
  readonly isRenamed: boolean
  readonly verdict: SignAndText
  readonly onChoose: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

function Chip({ policy, isChosen, isRenamed, verdict, onChoose, onRename, onRemove }: ChipProps) {
  const description = [policy.source, policy.isBroken ? 'not valid JSON' : verdict.text].filter(Boolean).join(', ')
  return (
    <div
      className={classNames(
        'flex min-h-7 min-w-0 items-center rounded-md border text-xs',
        isChosen
          ? 'border-accent bg-surface font-medium'
          : 'border-line bg-surface text-muted hover:border-line-strong',
      )}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        aria-description={description}
        onClick={onChoose}
        onDoubleClick={onRename}
        className="flex min-w-0 items-center gap-1.5 self-stretch rounded-md px-2 text-ink"
      >
        {policy.isBroken ? (
          <CircleAlert size={13} aria-hidden className="shrink-0 text-deny" />
        ) : (
          verdict.sign && <Sign name={verdict.sign} size={12} />
        )}
        <span className="max-w-56 truncate" title={policy.name}>
          <Name text={policy.name} />
        </span>
        {policy.source !== undefined && (
          <span aria-hidden className="font-normal text-faint">
            {policy.source}
          </span>
        )}
      </button>
      {isChosen && (
        <>
          <IconButton
            label={`Rename ${policy.name}`}
            size="small"
            className="size-6!"
            onClick={onRename}
            ref={isRenamed ? takeFocus : null}
          >
            <Pencil size={11} aria-hidden />
          </IconButton>
          <IconButton label={`Remove ${policy.name}`} size="small" className="size-6!" onClick={onRemove}>
            <X size={13} aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  )
}

interface NameInputProps {
  readonly name: string
  /** Null where nothing is to change. */
  readonly onDone: (name: string | null, isByKey: boolean) => void
}

function NameInput({ name, onDone }: NameInputProps) {
  const [value, setValue] = useState(name)
  const done = (isByKey: boolean) => onDone(value.trim() === '' || value.trim() === name ? null : value.trim(), isByKey)
  return (
    <input
      ref={(input) => input?.focus()}
      aria-label="Policy name"
      value={value}
      maxLength={256}
      size={Math.max(value.length, 8)}
      className="h-7 max-w-64 rounded-md border border-accent bg-surface px-2 text-xs"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => done(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // The button that gets the focus is not pressed by the same key.
          event.preventDefault()
          done(true)
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone(null, true)
        }
      }}
    />
  )
}

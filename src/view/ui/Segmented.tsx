import { useId } from 'react'
import { classNames } from './class-names'
import { TONE_CHIP, type Tone } from './tone'
import { Shown } from './Name'

interface SegmentedProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly tone?: Tone }[]
  readonly onChange: (value: Value) => void
  readonly className?: string
}

/** A choice of a few, side by side: radio buttons in one row. */
export function Segmented<Value extends string>({ label, value, options, onChange, className }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className={classNames('inline-flex shrink-0 rounded-full border border-line bg-sunken p-px', className)}>
      <legend className="sr-only">
        <Shown text={label} />
      </legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="segment flex cursor-pointer items-center has-focus-visible:*:outline-2 has-focus-visible:*:outline-accent"
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span
            className={classNames(
              'flex h-6 w-full items-center justify-center rounded-full border px-2 text-2xs font-medium',
              option.value === value
                ? TONE_CHIP[option.tone ?? 'accent']
                : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { capped, LONGEST } from './capped'
import { FullNote } from './FullNote'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'

/** The look of a single-line text input. */
export const inputClass =
  'h-8 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-sm text-ink focus-visible:outline-offset-0'

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string
  /** Beside the label: where the value comes from. */
  readonly note?: ReactNode
  /** Below the input: what is expected, or what is wrong. */
  readonly hint?: ReactNode
  /** Values of AWS are set in the monospaced font. */
  readonly mono?: boolean
}

/** A labelled text input with a note beside the label and a hint below. */
export function Field({
  label,
  note,
  hint,
  mono = false,
  className,
  onChange,
  maxLength = LONGEST.value,
  ...rest
}: FieldProps) {
  const id = useId()
  return (
    <div className={classNames('min-w-0', className)}>
      <div className="mb-1 flex items-baseline gap-2">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {label}
        </label>
        {note}
      </div>
      <input
        id={id}
        className={classNames(inputClass, mono && 'font-mono text-xs!')}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...rest}
        maxLength={maxLength}
        onChange={capped(maxLength, onChange)}
      />
      <FullNote value={String(rest.value ?? '')} longest={maxLength} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

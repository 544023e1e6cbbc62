import { useId } from 'react'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { COMPARE_WORDS } from './compare-words'

const LONGEST_POLICY = LONGEST.paste

interface PolicyBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A field for one version of a policy. */
export function PolicyBox({ label, value, onChange }: PolicyBoxProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <label htmlFor={id} className="mb-1 text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        rows={14}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={COMPARE_WORDS.placeholder}
        maxLength={LONGEST_POLICY}
        onChange={capped(LONGEST_POLICY, (event) => onChange(event.target.value))}
        className="min-h-40 w-full flex-1 resize-y rounded-lg border border-line-strong bg-surface p-3 font-mono text-xs leading-5"
      />
      <FullNote value={value} longest={LONGEST_POLICY} />
    </div>
  )
}

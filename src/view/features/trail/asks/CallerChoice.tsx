import { useId } from 'react'
import { inputClass } from '../../../ui/Field'
import type { AskedLog } from '../../../state/log/ask-messages'

interface CallerChoiceProps {
  readonly label: string
  readonly callers: AskedLog['callers']
  readonly value: string | null
  readonly onChange: (arn: string | null) => void
}

const MOST = 500

/** Which user or role is asked about. */
export function CallerChoice({ label, callers, value, onChange }: CallerChoiceProps) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <select
        id={id}
        className={`${inputClass} max-w-2xl`}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">All users and roles of the log</option>
        {callers.slice(0, MOST).map(({ arn, count, denied }) => (
          <option key={arn} value={arn}>
            {`${arn} · ${count.toLocaleString('en')} calls${denied > 0 ? `, ${denied.toLocaleString('en')} refused` : ''}`}
          </option>
        ))}
      </select>
    </div>
  )
}

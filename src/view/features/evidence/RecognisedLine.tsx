import type { Draft } from '../../../draft/draft'
import type { PasteReading } from '../../../draft/paste/read-paste-with'
import { useDiagnosis, useDraftPart } from '../../state/workbench'
import { Shown } from '../../ui/Name'

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

function recognised(reading: PasteReading): string {
  const denials = reading.denials.filter(({ kind }) => kind !== 'not-authorization').length
  const others = reading.denials.length - denials
  const parts = [
    ...(denials > 0 ? [counted(denials, 'denial', 'denials')] : []),
    ...(others > 0 && denials > 0 ? [counted(others, 'other error', 'other errors')] : []),
    ...(others > 0 && denials === 0 ? [counted(others, 'error', 'errors')] : []),
    ...(reading.policies.length > 0 ? [counted(reading.policies.length, 'policy', 'policies')] : []),
    ...(reading.principals.length > 0 ? [counted(reading.principals.length, 'user or role', 'users and roles')] : []),
  ]
  // That nothing was recognised, the answer says.
  if (parts.length === 0) return ''
  return `Recognised: ${parts.join(', ')}.`
}

const isBoxBlank = ({ paste }: Draft): boolean => paste.trim() === ''

/** Says what was recognised in the paste, to the eye and, politely, to the ear. */
export function RecognisedLine() {
  const isBlank = useDraftPart(isBoxBlank)
  const { reading } = useDiagnosis()
  const text = isBlank || reading === null ? '' : recognised(reading)
  return (
    <p role="status" className="text-xs text-muted not-empty:mt-1.5">
      <Shown text={text} />
    </p>
  )
}

import type { RepairInput } from '../explanation/fixes/remedies'
import type { Diagnosis } from './diagnosis'

/**
 * What there is to repair; null where nothing is answered. What no policy refused is not judged, and can still be mended.
 */
export function repairInputOf({ draft, reading, judged, explanation }: Diagnosis): RepairInput | null {
  const answer = explanation?.answer ?? null
  if (judged === null || answer === null) return null
  const isAnswered = answer.decision !== 'none' || (judged.error ?? judged.denial) !== null
  const denials = reading?.denials ?? []
  return isAnswered ? { judged, answer, together: denials.length > 1 ? { draft, denials } : null } : null
}

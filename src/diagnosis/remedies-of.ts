import { explainRemedies, type Remedy } from '../explanation/fixes/remedies'
import { repairInputOf } from './repair-input'
import type { Diagnosis } from './diagnosis'

/** What can be done about a denial; null where nothing is answered. Each fix is judged again, so this takes longer than the diagnosis. */
export function remediesOf(diagnosis: Diagnosis): Remedy | null {
  const repairInput = repairInputOf(diagnosis)
  return repairInput && explainRemedies(repairInput)
}

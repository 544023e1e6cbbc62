import { explainRemedies, type Remedy } from '../explanation/fixes/remedies'
import { ailmentOf } from './ailment-of'
import type { Diagnosis } from './diagnosis'

/** What can be done about a denial; null where nothing is answered. Each fix is judged again, so this takes longer than the diagnosis. */
export function remediesOf(diagnosis: Diagnosis): Remedy | null {
  const ailment = ailmentOf(diagnosis)
  return ailment && explainRemedies(ailment)
}

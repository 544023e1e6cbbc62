import { sniffSource } from './open-source'
import type { TrailSource } from './trail-messages'
import { isZip } from './zip-entries'

/** Does a file hold events of CloudTrail, or several files, rather than a text to look through? */
export async function holdsEvents(source: TrailSource): Promise<boolean> {
  try {
    if (await isZip(source.blob)) return true
    const sniffed = await sniffSource(source)
    return 'form' in sniffed || sniffed.problem === 'parquet'
  } catch {
    return false
  }
}

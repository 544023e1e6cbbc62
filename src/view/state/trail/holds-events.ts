import { sniffSource } from './open-source'
import type { TrailSource } from './worker-messages'
import { isZip } from './zip-entries'

/** What a file is as far as its first bytes tell: events of CloudTrail, what is no text, or a text to look through. */
export async function holdsEvents({
  blob,
  name,
}: {
  readonly blob: Blob
  readonly name: string
}): Promise<'events' | 'no-text' | 'text'> {
  const source: TrailSource = { name, blob, isDeflated: false }
  try {
    if (await isZip(blob)) return 'no-text'
    const sniffed = await sniffSource(source)
    if (!('form' in sniffed)) return 'text'
    return sniffed.form === 'parquet' ? 'no-text' : 'events'
  } catch {
    return 'text'
  }
}

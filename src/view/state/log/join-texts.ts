import type { TrailSource } from '../trail/worker-messages'
import { holdsEvents } from '../trail/holds-events'
import { openLog } from './open-log'

/** Texts that come to more are not held together. In bytes, as the files have them. */
const MOST_BYTES = 200_000_000

/** Several texts as one log, in their order; null where one of them holds events, or is no text that can be held. */
export async function joinTexts(sources: readonly TrailSource[]): Promise<Blob | null> {
  if (sources.reduce((sum, { blob }) => sum + blob.size, 0) > MOST_BYTES) return null
  for (const source of sources) if ((await holdsEvents(source)) !== 'text') return null
  const texts: string[] = []
  for (const { blob } of sources) {
    const opened = await openLog(blob, () => undefined)
    if (!('text' in opened)) return null
    texts.push(opened.text)
  }
  return new Blob(texts.flatMap((text) => [text, '\n']))
}

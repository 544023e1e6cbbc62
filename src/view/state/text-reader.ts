import type { PasteReading } from '../../draft/paste/read-paste-with'
import type { ManagedPolicyText } from '../../policy/managed-names'
import { hasNeeds, NO_NEEDS, type PolicyNeeds, type PolicyReaders } from '../../policy/policy-readers'
import type { Memo } from '../../diagnosis/memo'
import type { Engine } from './engine'
import { LONGEST_HERE, type FarReading } from './heavy/heavy-messages'
import { createWorkerLine, WorkerFailedError, type StartWorker } from './heavy/worker-line'
import type { LookedTexts } from './looked-texts'

/** What reading needs of the page; each part is loaded when it is first wanted. */
export interface TextReaderInput {
  readonly engine: { readonly load: () => Promise<Engine> }
  /** Null until the engine is here. */
  readonly memo: () => Memo | null
  readonly loadReaders: (needs: PolicyNeeds) => Promise<PolicyReaders>
  readonly loadManaged: (named: readonly string[]) => Promise<readonly ManagedPolicyText[]>
  readonly startWorker: StartWorker
  readonly looked: LookedTexts
}

/** Reads texts: short ones in the page, long ones in a worker. */
export interface TextReader {
  /** Null: it was stopped. `onLong` gets the way to stop where the text is read in a worker. */
  readonly read: (text: string, onLong?: (stop: () => void) => void) => Promise<PasteReading | null>
}

/** Makes the reader of what comes in. */
export function createTextReader(input: TextReaderInput): TextReader {
  const { engine, memo, loadReaders, loadManaged, startWorker, looked } = input
  const readHere = async (text: string): Promise<PasteReading> => {
    const { readText } = await engine.load()
    const first = await readText(text, undefined, memo())
    const isWhole = first.link !== null || !hasNeeds(first.needs)
    return isWhole ? first : readText(text, await loadReaders(first.needs), memo())
  }

  const readFar = async (text: string, onLong: (stop: () => void) => void): Promise<FarReading | null> => {
    const line = createWorkerLine('read', startWorker)
    let isStopped = false
    onLong(() => {
      isStopped = true
      line.stop()
    })
    try {
      const first = await line.ask({ text, readers: null })
      const { yaml, managed } = first?.reading.needs ?? NO_NEEDS
      if (first === null || first.reading.link !== null || !hasNeeds({ yaml, managed })) return first
      const readers = { yaml, managed: await loadManaged(managed) }
      return isStopped ? null : await line.ask({ text, readers })
    } finally {
      line.rest()
    }
  }

  return {
    async read(text, onLong = () => undefined) {
      if (text.length <= LONGEST_HERE) return readHere(text)
      try {
        const far = await readFar(text, onLong)
        await engine.load()
        if (far === null) return null
        memo()?.rememberDenials(far.reading.text, far.reading.denials)
        looked.add(far.looked)
        return far.reading
      } catch (error) {
        if (error instanceof WorkerFailedError) return readHere(text)
        throw error
      }
    },
  }
}

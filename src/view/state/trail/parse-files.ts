import { TrailReader } from '../../../trail/read-stream'
import { ROW_LENGTH } from '../../../trail/scan/record-batch'
import { openSource, sniff, wholeOf } from './open-source'
import type { FileProblem, HandedPiece, SniffedForm, TrailReply, TrailSource } from './worker-messages'
import { CODEC } from './utf8-codec'

/** So many events are handed over at once; the first ones sooner. */
const BATCH = 4_096
const SOON = 200
/** So many pieces may be under way. */
const UNDER_WAY = 3
/** The progress is told so often, in milliseconds. */
const TELLING = 100

/** Reads files one after the other, and hands what it finds to a port. */
export function createParser(port: MessagePort, seed: number, tell: (reply: TrailReply) => void) {
  const reader = new TrailReader(CODEC, seed)
  let underWay = 0
  let onRoom: (() => void) | null = null
  let isFirst = true
  let events = 0
  let read = 0
  let told = 0

  port.addEventListener('message', () => {
    underWay -= 1
    onRoom?.()
    onRoom = null
  })
  port.start()

  const hand = async (file: number) => {
    while (underWay >= UNDER_WAY) await new Promise<void>((resolve) => (onRoom = resolve))
    const piece = reader.take()
    events += piece.rows.length / ROW_LENGTH
    underWay += 1
    isFirst = false
    const message: HandedPiece = { file, piece }
    port.postMessage(message, [
      piece.rows.buffer,
      ...piece.parts.flatMap(({ bytes, ends }) => [bytes.buffer, ends.buffer]),
    ])
  }

  const tellProgress = (isEnd: boolean) => {
    const now = performance.now()
    if (read === 0 || (!isEnd && now - told < TELLING)) return
    told = now
    tell({ kind: 'progress', bytes: read })
    read = 0
  }

  const parseParquet = async (file: number, source: TrailSource): Promise<FileProblem | null> => {
    const [{ readParquet }, whole] = await Promise.all([import('./parquet/read-parquet'), wholeOf(source)])
    if (whole === null) return 'parquet'
    reader.begin('records')
    const problem = await readParquet(whole, async (rows, first, part) => {
      for (const [at, row] of rows.entries()) {
        reader.addRow(row, first + at)
        if (reader.waiting >= BATCH * ROW_LENGTH) await hand(file)
      }
      await hand(file)
      read = source.blob.size * part
      tellProgress(false)
    })
    return problem
  }

  const parse = async (file: number, source: TrailSource): Promise<FileProblem | null> => {
    const bytes = (
      await openSource(source, (more) => {
        read += more
      })
    ).getReader()
    const { sniffed: found, first } = await sniff(bytes)
    const sniffed: SniffedForm = source.part === undefined ? found : { form: 'records' }
    if ('problem' in sniffed) {
      await bytes.cancel()
      return sniffed.problem
    }
    if (sniffed.form === 'parquet') {
      await bytes.cancel()
      return parseParquet(file, source)
    }
    reader.begin(sniffed.form)
    const take = async (chunk: Uint8Array) => {
      reader.push(chunk)
      tellProgress(false)
      const isEnough = reader.waiting >= (isFirst ? SOON : BATCH) * ROW_LENGTH
      if (isEnough) await hand(file)
    }
    try {
      for (const chunk of first) await take(chunk)
      for (;;) {
        const { done, value } = await bytes.read()
        if (done) break
        await take(value)
      }
      return null
    } catch {
      return 'damaged'
    } finally {
      // what stands before the damage is kept
      reader.finish()
      await hand(file)
    }
  }

  return async (file: number, source: TrailSource) => {
    let problem: FileProblem | null
    try {
      problem = await parse(file, source)
    } catch {
      problem = 'unreadable'
    }
    tellProgress(true)
    tell({ kind: 'done', file, events, problem })
    events = 0
  }
}

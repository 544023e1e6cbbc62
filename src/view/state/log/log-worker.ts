import '../../ui/worker-life'
import type { ReadingProgress } from '../../../denial/read-denials'
import { excerptOf } from '../../../trail/excerpt'
import { readLog } from '../../../trail/read-log'
import { LongLog } from '../../../trail/read-long-log'
import { CODEC } from '../trail/utf8-codec'
import type { LogAnswer, LogRequest } from './log-messages'
import { openLog, openStretches } from './open-log'

const answer = (message: LogAnswer) => postMessage(message)

/** The piece of the log that is kept for an entry. */
let excerpt: (entry: number) => string | null = () => null

/** Drives a reading to its end, and tells how far it has come. */
function drive<Value>(reading: Generator<ReadingProgress, Value>, tell: (progress: ReadingProgress) => void): Value {
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
    tell(step.value)
  }
}

function readWhole(raw: string) {
  const reading = drive(readLog(raw), ({ read: done, total, found }) =>
    answer({ kind: 'progress', progress: { phase: 'reading', done, total, found } }),
  )
  if (reading.kind === 'evidence') return answer(reading)
  const { entries, denials, records, text, removed } = reading
  excerpt = (entry) => {
    const denial = denials[entry]
    return denial ? excerptOf(text, denial) : null
  }
  answer({ kind: 'log', log: { entries, records, length: text.length, removed } })
}

async function readLong(file: Blob) {
  const log = new LongLog(CODEC)
  const stretches = openStretches(file)
  for (;;) {
    const step = await stretches.next()
    if (step.done) {
      if (step.value !== null) return answer({ kind: 'problem', problem: step.value })
      break
    }
    const { text, done } = step.value
    const before = log.entries.length
    drive(log.add(text), ({ found }) =>
      answer({
        kind: 'progress',
        progress: { phase: 'reading', done, total: Math.max(done, file.size), found: before + found },
      }),
    )
  }
  excerpt = (entry) => log.excerpt(entry)
  answer({ kind: 'log', log: { entries: log.entries, records: log.records, length: log.length, removed: log.removed } })
}

async function read(file: Blob) {
  const opened = await openLog(file, (done, total) =>
    answer({ kind: 'progress', progress: { phase: 'opening', done, total, found: 0 } }),
  )
  if ('text' in opened) return readWhole(opened.text)
  if (opened.problem === 'long') return readLong(file)
  answer({ kind: 'problem', problem: opened.problem })
}

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  if (data.kind === 'read') return void read(data.file)
  const text = excerpt(data.entry)
  if (text !== null) answer({ kind: 'excerpt', entry: data.entry, text })
})

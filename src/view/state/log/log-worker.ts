import { excerptOf } from '../../../trail/excerpt'
import { readLog, type LogReading } from '../../../trail/read-log'
import type { LogAnswer, LogRequest } from './log-messages'
import { openLog } from './open-log'

const answer = (message: LogAnswer) => postMessage(message)

let log: (LogReading & { readonly kind: 'log' }) | null = null

async function read(file: Blob) {
  const opened = await openLog(file, (done, total) =>
    answer({ kind: 'progress', progress: { phase: 'opening', done, total, found: 0 } }),
  )
  if ('problem' in opened) return answer({ kind: 'problem', problem: opened.problem })
  const reading = readLog(opened.text)
  for (;;) {
    const step = reading.next()
    if (!step.done) {
      const { read: done, total, found } = step.value
      answer({ kind: 'progress', progress: { phase: 'reading', done, total, found } })
    } else if (step.value.kind === 'evidence') return answer(step.value)
    else {
      log = step.value
      const { entries, text, removed } = log
      return answer({ kind: 'log', log: { entries, length: text.length, removed } })
    }
  }
}

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  if (data.kind === 'read') return void read(data.file)
  const denial = log?.denials[data.entry]
  if (log && denial) answer({ kind: 'excerpt', entry: data.entry, text: excerptOf(log.text, denial) })
})

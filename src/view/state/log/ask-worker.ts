import '../../ui/worker-life'
import { answerChange } from '../../../trail/asks/answer-change'
import { answerNeeds, neededServices } from '../../../trail/asks/answer-needs'
import { EventClasses } from '../../../trail/asks/event-classes'
import type { AskReply, AskRequest } from './ask-messages'
import { readEventFile, readResultFile, resultsAmong, takeShared } from './ask-file'
import { fetchedReference } from './ask-reference'
import type { TrailSource } from '../trail/worker-messages'

const reply = (message: AskReply) => postMessage(message)

let classes = new EventClasses()
let reference = fetchedReference('')

async function open({ id, files, port, base }: AskRequest & { readonly kind: 'open' }) {
  classes = new EventClasses()
  reference = fetchedReference(base)
  const results = await resultsAmong(files)
  let bad = 0
  for (const file of results) bad += await readResultFile(file, classes)
  const others = files.filter((file) => !results.includes(file))
  if (port !== null && results.length === 0)
    await takeShared(port, classes, (done, total) => reply({ kind: 'progress', id, done, total }))
  else bad += await readEach(others, (done, total) => reply({ kind: 'progress', id, done, total }))
  const { events, leftOut, callers } = classes
  reply({ kind: 'log', id, log: { events, bad, leftOut, callers, results: results.length } })
}

async function readEach(files: readonly TrailSource[], onProgress: (done: number, total: number) => void) {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  let before = 0
  let bad = 0
  for (const file of files) {
    bad += await readEventFile(file, classes, (done) => onProgress(before + done, total))
    before += file.blob.size
  }
  return bad
}

async function needs({ id, ask }: AskRequest & { readonly kind: 'needs' }) {
  if (!isNewest('needs', id)) return reply({ kind: 'failed', id, problem: 'overtaken' })
  const index = await reference.actions()
  const known = await reference.with(neededServices(classes, ask))
  if (index === null) return reply({ kind: 'failed', id, problem: 'reference' })
  reply({ kind: 'needs', id, answer: answerNeeds(classes, ask, known, index) })
}

async function change({ id, ask }: AskRequest & { readonly kind: 'change' }) {
  const known = await reference.with(neededServices(classes, { principal: null }))
  const steps = answerChange(classes, ask, known)
  while (isNewest('change', id)) {
    const step = steps.next()
    if (step.done) return reply({ kind: 'change', id, answer: step.value })
    reply({ kind: 'progress', id, ...step.value })
    // Lets a newer question come in.
    await new Promise((resolve) => setTimeout(resolve))
  }
  reply({ kind: 'failed', id, problem: 'overtaken' })
}

/** Of questions of a kind the newest alone is answered. */
const newest = new Map<AskRequest['kind'], number>()
const isNewest = (kind: AskRequest['kind'], id: number): boolean => newest.get(kind) === id

/** One question after the other. */
let line: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<AskRequest>) => {
  newest.set(data.kind, data.id)
  line = line
    .then(() => (data.kind === 'open' ? open(data) : data.kind === 'needs' ? needs(data) : change(data)))
    .catch(() => reply({ kind: 'failed', id: data.id, problem: 'unreadable' }))
})

import { answerChange } from '../../../trail/asks/answer-change'
import { answerNeeds, neededServices } from '../../../trail/asks/answer-needs'
import { EventClasses } from '../../../trail/asks/event-classes'
import type { AskReply, AskRequest } from './ask-messages'
import { readAskFile } from './ask-file'
import { ReferenceFiles } from './ask-reference'

const reply = (message: AskReply) => postMessage(message)

let classes = new EventClasses()
let reference = new ReferenceFiles('')

async function open({ id, files, base }: AskRequest & { readonly kind: 'open' }) {
  classes = new EventClasses()
  reference = new ReferenceFiles(base)
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  let before = 0
  let bad = 0
  let results = 0
  for (const { file } of files) {
    const read = await readAskFile(file, classes, (done) => reply({ kind: 'progress', id, done: before + done, total }))
    before += file.size
    bad += read.bad
    if (read.isResult) results += 1
  }
  const { events, leftOut, callers } = classes
  reply({ kind: 'log', id, log: { events, bad, leftOut, callers, results } })
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

import { whenWorkerFails } from '../../ui/worker-failure'
import type { ChangeAnswer, ChangeAsk } from '../../../trail/asks/answer-change'
import type { NeedsAnswer, NeedsAsk } from '../../../trail/asks/answer-needs'
import type { TrailSource } from '../trail/worker-messages'
import type { AskedLog, AskReply, AskRequest } from './ask-messages'

/** How far a question is. */
export type OnAskProgress = (done: number, total: number) => void

/** A question that found no answer. */
class AskFailure extends Error {
  override readonly name = 'AskFailure'
}

/** A log that questions about policies are put to, in a worker of its own. */
export interface AskableLog {
  readonly log: Promise<AskedLog>
  readonly needs: (ask: NeedsAsk, onProgress: OnAskProgress) => Promise<NeedsAnswer>
  readonly change: (ask: ChangeAsk, onProgress: OnAskProgress) => Promise<ChangeAnswer>
  readonly close: () => void
}

interface Waiting {
  readonly give: (reply: AskReply) => void
  readonly fail: () => void
  readonly onProgress: OnAskProgress
}

/** Opens files of a log for questions. */
export function openForAsks(
  files: readonly TrailSource[],
  port: MessagePort | null,
  onProgress: OnAskProgress,
): AskableLog {
  const waiting = new Map<number, Waiting>()
  const failAll = () => {
    for (const { fail } of waiting.values()) fail()
    waiting.clear()
  }
  let worker: Worker | null = null
  try {
    worker = new Worker(new URL('./ask-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    // Every question fails then, and says so.
  }
  worker?.addEventListener('message', ({ data }: MessageEvent<AskReply>) => {
    const asked = waiting.get(data.id)
    if (data.kind === 'progress') return asked?.onProgress(data.done, data.total)
    waiting.delete(data.id)
    if (data.kind === 'failed') asked?.fail()
    else asked?.give(data)
  })
  if (worker !== null) whenWorkerFails(worker, failAll)
  let last = 0
  const ask = <Kind extends 'log' | 'needs' | 'change'>(
    kind: Kind,
    make: (id: number) => AskRequest,
    onStep: OnAskProgress,
    transfer: Transferable[] = [],
  ) =>
    new Promise<AskReply & { readonly kind: Kind }>((resolve, reject) => {
      const id = (last += 1)
      const fail = () => reject(new AskFailure())
      if (worker === null) return fail()
      const give = (reply: AskReply) => (reply.kind === kind ? resolve(reply as AskReply & { kind: Kind }) : fail())
      waiting.set(id, { give, fail, onProgress: onStep })
      worker.postMessage(make(id), transfer)
    })
  const base = document.baseURI
  const log = ask(
    'log',
    (id) => ({ kind: 'open', id, files, port, base }),
    onProgress,
    port === null ? [] : [port],
  ).then((reply) => reply.log)
  return {
    log,
    needs: (question, onStep) =>
      ask('needs', (id) => ({ kind: 'needs', id, ask: question }), onStep).then(({ answer }) => answer),
    change: (question, onStep) =>
      ask('change', (id) => ({ kind: 'change', id, ask: question }), onStep).then(({ answer }) => answer),
    close: () => {
      worker?.terminate()
      failAll()
    },
  }
}

import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../../draft/draft'
import type { HeavyAnswer } from './heavy-messages'
import { createWorkerLine, createWorkerPool, WorkerFailedError, type StartWorker } from './worker-line'

/** Workers that answer when they are told to. */
function held() {
  const workers: { answer: (answer: HeavyAnswer) => void; fail: () => void; asked: number; isEnded: boolean }[] = []
  const start: StartWorker = (onAnswer, onFailure) => {
    const worker = { answer: onAnswer, fail: onFailure, asked: 0, isEnded: false }
    workers.push(worker)
    return {
      ask: () => {
        worker.asked += 1
      },
      end: () => {
        worker.isEnded = true
      },
      rest: () => undefined,
    }
  }
  return { workers, start }
}

const read = (text: string) => ({
  reading: {
    text,
    denials: [],
    policies: [],
    principals: [],
    caseDraft: null,
    link: null,
    problems: [],
    needs: { yaml: false, managed: [] },
  },
  looked: new Map<string, string>(),
})
const reading = read('a')
const ask = { text: 'a', readers: null }

describe('a line', () => {
  it('does the newest alone: what was asked before is ended, and what it still says is nobody’s answer', async () => {
    const { workers, start } = held()
    const line = createWorkerLine('read', start)
    const first = line.ask(ask)
    const second = line.ask({ ...ask, text: 'b' })
    expect(await first).toBeNull()
    expect(workers[0]).toMatchObject({ isEnded: true })
    workers[0]!.answer(reading)
    workers[1]!.answer(read('b'))
    expect(await second).toMatchObject({ reading: { text: 'b' } })
  })

  it('keeps its worker for what is asked next', async () => {
    const { workers, start } = held()
    const line = createWorkerLine('read', start)
    for (const _turn of [1, 2]) {
      const answer = line.ask(ask)
      workers[0]!.answer(reading)
      expect(await answer).toEqual(reading)
    }
    expect(workers).toHaveLength(1)
    expect(workers[0]!.asked).toBe(2)
  })

  it('answers nothing once it is stopped, and starts anew for what is asked then', async () => {
    const { workers, start } = held()
    const line = createWorkerLine('read', start)
    const answer = line.ask(ask)
    line.stop()
    expect(await answer).toBeNull()
    line.stop()
    const next = line.ask(ask)
    workers[1]!.answer(reading)
    expect(await next).toEqual(reading)
  })

  it('fails where no worker starts, one breaks, or the work itself fails', async () => {
    const none = createWorkerLine('read', () => {
      throw new Error('none')
    })
    await expect(none.ask(ask)).rejects.toBeInstanceOf(WorkerFailedError)
    const { workers, start } = held()
    const line = createWorkerLine('judge', start)
    const judge = { draft: EMPTY_DRAFT, denials: null, isRead: false, reference: { list: null, services: [] } }
    const broken = line.ask(judge)
    workers[0]!.fail()
    await expect(broken).rejects.toBeInstanceOf(WorkerFailedError)
    const failed = line.ask(judge)
    workers[1]!.answer(null)
    await expect(failed).rejects.toBeInstanceOf(WorkerFailedError)
  })
})

describe('a pool', () => {
  it('hands on a worker that rests, and no other', async () => {
    const { workers, start } = held()
    const pool = createWorkerPool(start)
    const [one, other] = [createWorkerLine('read', pool), createWorkerLine('read', pool)]
    const first = one.ask(ask)
    one.rest()
    const second = other.ask(ask)
    expect(workers).toHaveLength(2)
    workers[0]!.answer(reading)
    workers[1]!.answer(read('b'))
    expect([await first, await second]).toEqual([reading, read('b')])
    one.rest()
    const third = createWorkerLine('read', pool)
    const answer = third.ask(ask)
    expect(workers).toHaveLength(2)
    workers[0]!.answer(reading)
    expect(await answer).toEqual(reading)
  })

  it('forgets a worker that breaks while it rests', () => {
    const { workers, start } = held()
    const pool = createWorkerPool(start)
    const none = () => undefined
    pool(none, none).rest()
    workers[0]!.fail()
    pool(none, none)
    expect(workers).toHaveLength(2)
  })
})

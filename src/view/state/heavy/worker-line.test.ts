import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../../draft/draft'
import type { HeavyAnswer } from './heavy-messages'
import { createWorkerLine, createWorkerPool, WorkerFailedError, type RunLater, type StartWorker } from './worker-line'

/** Workers that answer when they are told to. */
function held() {
  const workers: { answer: (answer: HeavyAnswer) => void; fail: () => void; asked: number; isEnded: boolean }[] = []
  const start: StartWorker = (onAnswer, onFailure) => {
    let hasAnswered = false
    const answer = (said: HeavyAnswer) => {
      hasAnswered = true
      onAnswer(said)
    }
    const worker = { answer, fail: onFailure, asked: 0, isEnded: false }
    workers.push(worker)
    return {
      ask: () => {
        worker.asked += 1
      },
      end: () => {
        worker.isEnded = true
      },
      hasAnswered: () => hasAnswered,
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

/** Time that passes when it is told to. */
function heldTime() {
  const tasks = new Set<() => void>()
  const runLater: RunLater = (task) => {
    const once = () => {
      tasks.delete(once)
      task()
    }
    tasks.add(once)
    return () => tasks.delete(once)
  }
  return { runLater, pass: () => [...tasks].forEach((task) => task()), waiting: () => tasks.size }
}

describe('a line', () => {
  it('answers the newest alone: what was asked before is nobody’s any more, and the same worker does what came since', async () => {
    const { workers, start } = held()
    const time = heldTime()
    const line = createWorkerLine('read', start, time.runLater)
    const first = line.ask(ask)
    const second = line.ask({ ...ask, text: 'b' })
    const third = line.ask({ ...ask, text: 'c' })
    expect([await first, await second]).toEqual([null, null])
    expect(workers[0]!.asked).toBe(1)
    workers[0]!.answer(reading)
    expect(workers[0]).toMatchObject({ asked: 2, isEnded: false })
    expect(time.waiting()).toBe(0)
    workers[0]!.answer(read('c'))
    expect(await third).toMatchObject({ reading: { text: 'c' } })
    expect(workers).toHaveLength(1)
  })

  it('ends what takes long once something newer waits, and what it still says is nobody’s answer', async () => {
    const { workers, start } = held()
    const time = heldTime()
    const line = createWorkerLine('read', start, time.runLater)
    const first = line.ask(ask)
    const second = line.ask({ ...ask, text: 'b' })
    expect(await first).toBeNull()
    time.pass()
    expect(workers[0]).toMatchObject({ isEnded: true })
    workers[0]!.answer(reading)
    workers[1]!.answer(read('b'))
    expect(await second).toMatchObject({ reading: { text: 'b' } })
  })

  it('does the newest in another worker where the one before breaks', async () => {
    const { workers, start } = held()
    const line = createWorkerLine('read', start, heldTime().runLater)
    const first = line.ask(ask)
    const second = line.ask({ ...ask, text: 'b' })
    workers[0]!.fail()
    workers[1]!.answer(read('b'))
    expect([await first, await second]).toEqual([null, read('b')])
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

  it('answers nothing once it is stopped, ends what takes long, and starts anew for what is asked then', async () => {
    const { workers, start } = held()
    const time = heldTime()
    const line = createWorkerLine('read', start, time.runLater)
    const answer = line.ask(ask)
    line.stop()
    expect(await answer).toBeNull()
    line.stop()
    time.pass()
    expect(workers[0]).toMatchObject({ isEnded: true })
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

  it('gets a worker that was stopped once it has done what it was at', async () => {
    const { workers, start } = held()
    const pool = createWorkerPool(start)
    const one = createWorkerLine('read', pool, heldTime().runLater)
    const first = one.ask(ask)
    one.stop()
    one.rest()
    expect(await first).toBeNull()
    workers[0]!.answer(reading)
    const second = createWorkerLine('read', pool).ask({ ...ask, text: 'b' })
    workers[0]!.answer(read('b'))
    expect(await second).toEqual(read('b'))
    expect(workers).toHaveLength(1)
  })

  it('lets a worker that answered another end its work for less long than one that loads', async () => {
    const { workers, start } = held()
    const pool = createWorkerPool(start)
    const patience: number[] = []
    const runLater: RunLater = (_task, milliseconds) => {
      patience.push(milliseconds)
      return () => undefined
    }
    for (const answered of [reading, read('b')]) {
      const line = createWorkerLine('read', pool, runLater)
      const first = line.ask(ask)
      line.stop()
      line.rest()
      expect(await first).toBeNull()
      workers[0]!.answer(answered)
    }
    expect(workers).toHaveLength(1)
    expect(patience[1]).toBeLessThan(patience[0]!)
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

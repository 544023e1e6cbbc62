// npm run bench -- fuzz: hostile inputs for every entry, in a thread of its own that may fill 1 GB. What throws, takes too long,
// fills the memory or never ends is written down with its text, and the rest goes on. FUZZ_RUNS: how many; FUZZ_SEED: the first seed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundleBench } from './bundle-bench.mjs'

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000_000)
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 1)
/** Inputs of one seed. */
const CHUNK = 10_000
/** Nothing is read for so long, in milliseconds of the processor: the machine may be busy with other things. */
const HANGS_MS = 60_000
const LOOKS_EVERY_MS = 5000
const MOST_MEGABYTES = 1024

const out = mkdtempSync(join(tmpdir(), 'fuzz-'))
let file = ''
const CODE = `
  import { parentPort, workerData } from 'node:worker_threads'
  const { fuzz } = await import(workerData.file)
  const at = new Int32Array(workerData.shared)
  parentPort.on('message', ({ seed, from, count }) =>
    parentPort.postMessage(fuzz(count, seed, { from, onInput: (index) => { at[0] = index } })),
  )
`

/** The input that is read. */
const shared = new SharedArrayBuffer(4)
const at = new Int32Array(shared)
/** One thread reads as long as it lives: code that is warm reads three times as many. */
let thread = null
const startThread = () =>
  new Worker(new URL(`data:text/javascript,${encodeURIComponent(CODE)}`), {
    workerData: { file, shared },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })

/** Runs the inputs of a seed from one on: what failed, and at which input the thread ended before its time. */
function runChunk(seed, from, count) {
  return new Promise((resolve) => {
    const worker = (thread ??= startThread())
    at[0] = from
    let last = { at: -1, used: process.cpuUsage() }
    const watch = setInterval(() => {
      if (at[0] !== last.at) last = { at: at[0], used: process.cpuUsage() }
      else if (process.cpuUsage(last.used).user / 1000 > HANGS_MS)
        end({ failed: [], ended: { at: last.at, what: `did not end in ${HANGS_MS / 1000} s` } })
    }, LOOKS_EVERY_MS)
    const end = (result) => {
      clearInterval(watch)
      // Not all listeners: the thread has some of its own, without which it is not heard again.
      worker.off('message', onMessage).off('error', onError)
      if (result.ended) {
        thread = null
        void worker.terminate()
      }
      resolve(result)
    }
    const onMessage = (failed) => end({ failed })
    const onError = (error) => end({ failed: [], ended: { at: at[0], what: String(error.message) } })
    worker.on('message', onMessage).on('error', onError)
    worker.postMessage({ seed, from, count })
  })
}

let failures = 0
const tell = (seed, { entry, what, text }) => {
  failures += 1
  console.log(JSON.stringify({ seed, entry, what, length: text.length, text: text.slice(0, 20_000) }))
}

try {
  file = await bundleBench('src/fuzz.bench.ts', out, 'fuzz')
  const { fuzzInput } = await import(file)
  const begun = Date.now()
  let most = 0
  for (let done = 0, seed = FIRST_SEED; done < RUNS; seed += 1) {
    const count = Math.min(CHUNK, RUNS - done)
    for (let from = 0; from < count;) {
      const { failed, ended } = await runChunk(seed, from, count)
      for (const failure of failed) tell(seed, failure)
      if (ended) tell(seed, { ...fuzzInput(ended.at, seed), what: ended.what })
      from = ended ? ended.at + 1 : count
    }
    done += count
    most = Math.max(most, process.memoryUsage().rss)
    console.log(
      `${done} inputs, ${failures} failed, ${Math.round((Date.now() - begun) / 1000)} s, ${Math.round(most / 1e6)} MB`,
    )
  }
} finally {
  void thread?.terminate()
  rmSync(out, { recursive: true, force: true })
}
if (failures > 0) process.exitCode = 1

// npm run bench -- trail: how fast the built app reads trails in Chromium, against gunzip and JSON.parse of the same bytes
// in one worker there; how long until something is seen; what it keeps in memory; whether the page stays smooth.
// Parts of this run in the page. Each figure of speed stands there by the clock and as time of the processors, which a
// busy machine does not lengthen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleBench } from './bundle-bench.mjs'
import { printFigures } from './figures.mjs'
import { openBuild } from './open-build.mjs'

/** Megabytes, once inflated: of the files of the speed, and of those of the memory. */
const SPEED_MB = Number(process.env.TRAIL_MB ?? 1_000)
const MEMORY_MB = Number(process.env.TRAIL_MEMORY_MB ?? 2_000)
const MANY_EVENTS = Number(process.env.TRAIL_EVENTS ?? 1_000_000)
const TURNS = Number(process.env.TRAIL_TURNS ?? 3)
const EVENTS_A_FILE = 12_000

const scratch = mkdtempSync(join(tmpdir(), 'trail-'))
const { sampleTrail } = await import(await bundleBench('src/trail/sample-trail.ts', scratch, 'sample'))

/** Files as CloudTrail delivers them, of so many megabytes or so many events together. */
function makeFiles(name, { megabytes = Infinity, events = Infinity, refused = 30 }) {
  const paths = []
  let [bytes, count] = [0, 0]
  for (let i = 0; bytes < megabytes * 1e6 && count < events; i++) {
    const some = Math.min(EVENTS_A_FILE, events - count)
    const Records = [
      ...sampleTrail({ events: some, seed: 1_000 + i, from: 1_767_312_000_000 + i * 3_600_000, refused }),
    ]
    const text = JSON.stringify({ Records })
    const path = join(scratch, `${name}-${i}.json.gz`)
    writeFileSync(path, gzipSync(text, { level: 6 }))
    paths.push(path)
    bytes += Buffer.byteLength(text)
    count += some
  }
  return { paths, bytes, count }
}

const { address, browser, close } = await openBuild()
const system = await browser.newBrowserCDPSession()

async function renderers() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer')
}

const cpuSeconds = async () => (await renderers()).reduce((sum, { cpuTime }) => sum + cpuTime, 0)

/** Memory of the pages that no other process shares, in megabytes. */
async function memory() {
  let kilobytes = 0
  for (const { id } of await renderers()) {
    try {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
      for (const [, kB] of rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)) kilobytes += Number(kB)
    } catch {
      // it has ended
    }
  }
  return kilobytes / 1_000
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Gunzip and JSON.parse of the files, one after the other in so many workers, each of which takes the next. */
async function plainRead(paths, cores) {
  const page = await browser.newPage()
  await page.goto('about:blank')
  await page.setContent('<input type=file multiple>')
  await page.locator('input').setInputFiles(paths)
  const before = await cpuSeconds()
  const clock = await page.evaluate(async (many) => {
    const code = `onmessage = async ({ data }) => {
      const stream = data.stream().pipeThrough(new DecompressionStream('gzip'))
      postMessage(JSON.parse(await new Response(stream).text()).Records.length)
    }`
    const waiting = [...document.querySelector('input').files]
    const start = performance.now()
    const work = async () => {
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const done = new Promise((resolve) => (worker.onmessage = resolve))
        worker.postMessage(file)
        await done
      }
    }
    await Promise.all(Array.from({ length: many }, work))
    return performance.now() - start
  }, cores)
  const cpu = (await cpuSeconds()) - before
  await page.close()
  return { clock: clock / 1_000, cpu }
}

/** The app with so many readers, on its page for logs. */
async function openPage(cores) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript((many) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => many })
    window.longest = 0
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      window.longest = Math.max(window.longest, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    window.tasks = []
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    })
  }, cores)
  await page.goto(`${address}#/trail`)
  await page.getByRole('button', { name: 'Try a sample' }).waitFor()
  // what the reading loads is there before it is measured
  await page.getByLabel('File with a log').setInputFiles(tiny.paths)
  await page.getByRole('table', { name: 'Denials in the log' }).waitFor()
  await page.waitForTimeout(500)
  return page
}

/** Opens files and waits until all are read; milliseconds until the first row and the end. */
async function appRead(page, paths, whileReading = () => undefined) {
  await page.evaluate(() => {
    window.marks = new Promise((resolve) => {
      const input = document.querySelector('input[aria-label="File with a log"]')
      input.addEventListener('change', () => {
        const start = performance.now()
        let [first, wasReading] = [0, false]
        const look = () => {
          const now = performance.now() - start
          const isReading = document.querySelector('[role=progressbar]') !== null
          if (isReading) wasReading = true
          if (wasReading && first === 0 && document.querySelector('tbody tr') !== null) first = now
          if (wasReading && !isReading && first > 0) return resolve({ first, whole: now })
          setTimeout(look, 4)
        }
        setTimeout(look)
      })
    })
  })
  await page.getByLabel('File with a log').setInputFiles(paths)
  const timer = setInterval(() => void whileReading(), 250)
  const marks = await page.evaluate(() => window.marks)
  clearInterval(timer)
  return marks
}

async function appSpeed(paths, cores) {
  const page = await openPage(cores)
  const before = await cpuSeconds()
  const { first, whole } = await appRead(page, paths)
  const cpu = (await cpuSeconds()) - before
  await page.close()
  return { clock: whole / 1_000, cpu, first }
}

const line = (name, value, unit, aim = {}) => printFigures([{ name, value, unit, ...aim }])

const tiny = makeFiles('tiny', { events: 200, refused: 200 })

try {
  if (SPEED_MB > 0) {
    const speed = makeFiles('speed', { megabytes: SPEED_MB })
    const turns = []
    for (let turn = 0; turn < TURNS; turn++)
      turns.push({
        plain: await plainRead(speed.paths, 1),
        plainTwo: await plainRead(speed.paths, 2),
        one: await appSpeed(speed.paths, 1),
        two: await appSpeed(speed.paths, 2),
      })
    const of = (who, what) => median(turns.map((turn) => turn[who][what]))
    line(
      `${(speed.bytes / 1e6).toFixed(0)} MB in ${speed.paths.length} files: gunzip and JSON.parse`,
      of('plain', 'clock') * 1_000,
      'ms',
    )
    line('the app, one reader', of('one', 'clock') * 1_000, 'ms')
    line('the app, two readers', of('two', 'clock') * 1_000, 'ms')
    line('as a ratio, one reader, by the clock', median(turns.map(({ plain, one }) => plain.clock / one.clock)), '×', {
      least: 0.6,
    })
    line(
      'as a ratio, one reader, time of the processors',
      median(turns.map(({ plain, one }) => plain.cpu / one.cpu)),
      '×',
    )
    line(
      'for comparison: gunzip and JSON.parse in two workers against one',
      median(turns.map(({ plain, plainTwo }) => plain.clock / plainTwo.clock)),
      '×',
    )
    line('two readers against one, by the clock', median(turns.map(({ one, two }) => one.clock / two.clock)), '×', {
      least: 1.6,
    })
    line('until the first group', of('one', 'first'), 'ms', { most: 1_000 })
  }
  if (MEMORY_MB > 0) {
    const large = makeFiles('memory', { megabytes: MEMORY_MB })
    const page = await openPage(2)
    const idle = await memory()
    let highest = 0
    const { first, whole } = await appRead(page, large.paths, async () => {
      highest = Math.max(highest, await memory())
    })
    highest = Math.max(highest, await memory())
    line(
      `${(large.bytes / 1e6).toFixed(0)} MB, ${large.count.toLocaleString('en')} events: memory above idle, at most`,
      highest - idle,
      'MB',
      { most: 300 },
    )
    line('once it is read', (await memory()) - idle, 'MB')
    line('until the first group of many', first, 'ms', { most: 1_000 })
    line('until all is read, two readers', whole, 'ms')
    await page.close()
  }
  if (MANY_EVENTS > 0) {
    const many = makeFiles('many', { events: MANY_EVENTS, refused: 500 })
    const page = await openPage(2)
    await appRead(page, many.paths)
    const steps = [
      ['sum up by principal', () => page.getByText('Principal', { exact: true }).first().click()],
      ['sum up by resource', () => page.getByText('Resource', { exact: true }).first().click()],
      ['each denial by itself', () => page.getByText('Denials', { exact: true }).first().click()],
      ['words', () => page.getByRole('searchbox', { name: 'Filter the denials' }).fill('orders scp')],
      ['words taken away', () => page.getByRole('searchbox', { name: 'Filter the denials' }).fill('')],
    ]
    for (const [name, step] of steps) {
      await page.evaluate(() => {
        window.longest = 0
        window.tasks = []
      })
      await step()
      await page.waitForTimeout(2_500)
      const { longest, tasks } = await page.evaluate(() => ({ longest: window.longest, tasks: window.tasks }))
      line(`${many.count.toLocaleString('en')} events, ${name}: longest frame`, longest, 'ms', { most: 50 })
      line(`${name}: longest task`, Math.max(0, ...tasks), 'ms', { most: 50 })
    }
    await page.close()
  }
} finally {
  await close()
  rmSync(scratch, { recursive: true, force: true })
}

// How benches tell their figures: each beside its aim, and beside what it was when .ci/figures.json was kept. That file has
// ratios: times against a fixed piece of work that the same process just did, so that another machine can be compared.
// FIGURES=keep writes what this run found into it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FILE = fileURLToPath(new URL('figures.json', import.meta.url))

const shown = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let yardstick = null

/** Milliseconds of processor time that a fixed piece of work takes here: texts, objects and patterns, as an answer does. */
function yardstickOf() {
  if (yardstick !== null) return yardstick
  const text = JSON.stringify(Array.from({ length: 4_000 }, (_, at) => ({ Sid: `S${at}`, Action: [`s3:Get${at}*`] })))
  const once = () => {
    const start = spent()
    for (let turn = 0; turn < 8; turn += 1) {
      const all = JSON.parse(text).map(({ Sid, Action: [action] }) => `${Sid}/${action.toLowerCase()}`)
      all.sort().filter((one) => /^s\d+\/s3:get\d*7\*$/i.test(one))
    }
    return spent() - start
  }
  yardstick = Math.min(...Array.from({ length: 7 }, once))
  return yardstick
}

/** What stays about the same on another machine: of times and rates their ratio to the yardstick, of all else, and of waiting for a line, the figure. */
function ratioOf({ value, unit, isOfLine }) {
  if (isOfLine) return value
  if (unit === 'ms') return value / yardstickOf()
  return unit === '/s' ? value * (yardstickOf() / 1000) : value
}

const kept = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}

/** How a figure stands to the one that was kept. */
function besideKept(name, ratio) {
  const before = kept[name]
  return before === undefined || before === 0 ? '' : `  ${(ratio / before).toFixed(2)} of before`
}

function besideAim({ value, most, least }) {
  if (most !== undefined) return ` at most ${shown(most)}${value <= most ? '' : '  NOT MET'}`
  return least === undefined ? '' : ` at least ${shown(least)}${value >= least ? '' : '  NOT MET'}`
}

/** Prints figures: `{ name, value, unit }`, with `most` or `least` where something is aimed at. */
export function printFigures(figures) {
  const found = {}
  for (const figure of figures) {
    const { name, value, unit } = figure
    const ratio = ratioOf(figure)
    found[name] = Number(ratio.toPrecision(3))
    console.log(`${name.padEnd(60)}${shown(value).padStart(9)} ${unit}${besideAim(figure)}${besideKept(name, ratio)}`)
  }
  if (process.env.FIGURES !== 'keep') return
  const all = { ...(existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}), ...found }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

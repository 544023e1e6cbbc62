// What each part of the page may weigh over the network, in kB of gzip. A part weighs what it brings with it: its own file
// and those that it imports at once, without what the parts below it have brought. Every other file
// has a limit too. Fails where one is heavier.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url))
const files = readdirSync(assets)

/** What an answer can want besides the engine. */
const SAID = ['engine-chunk.js', 'telling.js', 'policy-finder.js', 'late-rows.js', 'late-given.js']

/** What is said of services’ own errors, by the kind of service, and what it may weigh: an error needs one of them. */
const SITUATIONS = {
  accounts: 32.2,
  applications: 25.2,
  compute: 32.6,
  data: 33,
  databases: 8.5,
  delivery: 24.6,
  devices: 6.8,
  general: 16.2,
  keys: 12.6,
  learning: 8.5,
  operations: 12,
  others: 16.8,
  oversight: 9.5,
  platforms: 8,
  programs: 5,
  sending: 5.5,
  storage: 17.8,
  stores: 4.4,
}
const SITUATION_PARTS = Object.entries(SITUATIONS).map(([area, limit]) => ({
  part: `${area}.js`,
  what: `own errors: ${area}`,
  limit,
  after: ['engine-chunk.js'],
}))

/** Each part by the name of its file without the hash, the parts that are there before it, and what it may weigh. */
const PARTS = [
  { part: 'index.js', what: 'first load', limit: 5.4 },
  { part: 'page.js', what: 'the page', limit: 108, after: ['index.js'] },
  { part: 'index.css', what: 'first styles', limit: 11.5 },
  { part: 'engine-chunk.js', what: 'engine', limit: 525.5, after: ['page.js'] },
  { part: 'telling.js', what: 'more than a bare error', limit: 68.2, after: ['engine-chunk.js'] },
  { part: 'policy-finder.js', what: 'what finds policies', limit: 28, after: ['engine-chunk.js', 'telling.js'] },
  { part: 'late-rows.js', what: 'what is said of known causes', limit: 45, after: ['engine-chunk.js'] },
  { part: 'late-given.js', what: 'what policies take', limit: 26, after: ['engine-chunk.js', 'telling.js'] },
  ...SITUATION_PARTS,
  { part: 'JudgedDiagnosis.js', what: 'the words of an answer', limit: 25, after: ['engine-chunk.js'] },
  {
    part: 'LayerBody.js',
    what: 'request and policies beside it',
    limit: 73,
    after: ['JudgedDiagnosis.js', 'policy-finder.js'],
  },
  {
    part: 'remedy-parts.js',
    what: 'fixes and next steps',
    limit: 98.5,
    after: ['LayerBody.js', ...SAID],
  },
  { part: 'monaco.js', what: 'Monaco', limit: 877, after: ['LayerBody.js'] },
  { part: 'monaco.css', what: 'Monaco’s styles', limit: 24 },
  { part: 'editor.worker.js', what: 'Monaco’s worker', limit: 94 },
  { part: 'heavy-worker.js', what: 'worker for long texts', limit: 357 },
  { part: 'log-worker.js', what: 'worker for logs', limit: 347 },
  { part: 'ask-worker.js', what: 'worker for policies of a log', limit: 372 },
  { part: 'trail-worker.js', what: 'worker for trails', limit: 291 },
  { part: 'sweep-worker.js', what: 'worker for all actions', limit: 69.4 },
  { part: 'repair-worker.js', what: 'worker that checks repairs', limit: 95.5 },
  { part: 'compare-worker.js', what: 'worker that compares', limit: 93 },
  { part: 'ShareDialog.js', what: 'Share', limit: 199.4, after: [...SAID, ...SITUATION_PARTS.map(({ part }) => part)] },
  { part: 'ExplorerPage.js', what: 'Explore', limit: 22.5, after: ['engine-chunk.js'] },
  { part: 'TrailPage.js', what: 'Log', limit: 21.5, after: ['engine-chunk.js'] },
  { part: 'LearnPage.js', what: 'Learn', limit: 134, after: [...SAID, ...SITUATION_PARTS.map(({ part }) => part)] },
  { part: 'AwsCheck.js', what: 'AWS check', limit: 41.8, after: ['policy-finder.js'] },
  { part: 'live.js', what: 'the AWS SDK', limit: 65, after: ['AwsCheck.js'] },
]

const nameOf = (file) => file.replace(/-[\w-]{8}(\.\w+)$/, '$1')

function fileOf(part) {
  const [file, ...others] = files.filter((each) => nameOf(each) === part)
  if (file === undefined || others.length > 0)
    throw new Error(`The build has ${file === undefined ? 'no file' : 'several files'} of the part ${part}.`)
  return file
}

/** The files that a file imports at once. */
function importsOf(file) {
  const code = readFileSync(assets + file, 'utf8')
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)].map(([, other]) => other)
}

const brought = new Map()

/** A file and all that it imports, and so on. */
function closureOf(file, seen = new Set()) {
  if (seen.has(file)) return seen
  seen.add(file)
  if (file.endsWith('.js')) for (const other of importsOf(file)) closureOf(other, seen)
  return seen
}

/** All that is there once a part and those before it are. */
function allOf(part) {
  const known = brought.get(part)
  if (known) return known
  const { after = [] } = PARTS.find((each) => each.part === part)
  const all = new Set([...closureOf(fileOf(part)), ...after.flatMap((other) => [...allOf(other)])])
  brought.set(part, all)
  return all
}

const weightOf = (file) => gzipSync(readFileSync(assets + file), { level: 9 }).length / 1000

let isOver = false
for (const { part, what, limit, after = [] } of PARTS) {
  const before = new Set(after.flatMap((other) => [...allOf(other)]))
  const own = [...allOf(part)].filter((file) => !before.has(file))
  const weight = own.reduce((sum, file) => sum + weightOf(file), 0)
  const isHeavy = weight > limit
  isOver ||= isHeavy
  console.log(`${what.padEnd(24)}${weight.toFixed(1).padStart(8)} of ${limit} kB${isHeavy ? '  TOO HEAVY' : ''}`)
}

/** Files that come later by themselves, by name; any other may weigh no more than a small dialog. */
const LATER = {
  'ComparePage.js': 8,
  'WhyExample.js': 108.5,
  'parse-yaml.js': 31.4,
  'check-policy.js': 14,
  'explain.js': 238,
  'explain-with.js': 7,
  'all-said.js': 135,
  'forwarded-call.js': 165,
  'find-findings.js': 34,
  'diagnose-with.js': 12.2,
  'remedies.js': 85.6,
  'dist.js': 18.4,
  'read-parquet.js': 25.4,
}
const SMALL = 6

const inParts = new Set(PARTS.flatMap(({ part }) => [...allOf(part)]))
const others = files.filter((file) => /\.(?:js|css)$/.test(file) && !inParts.has(file))
const heaviest = Math.max(...others.map((file) => weightOf(file)))
for (const file of others) {
  const limit = Object.hasOwn(LATER, nameOf(file)) ? LATER[nameOf(file)] : SMALL
  if (weightOf(file) <= limit) continue
  isOver = true
  console.log(
    `${nameOf(file).padEnd(24)}${weightOf(file).toFixed(1).padStart(8)} of ${limit} kB  TOO HEAVY: give it a part, or make it lighter`,
  )
}
console.log(`${others.length} other files`.padEnd(24) + `${heaviest.toFixed(1).padStart(8)} kB at most`)
if (isOver) process.exit(1)

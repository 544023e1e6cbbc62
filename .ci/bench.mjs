// node .ci/bench.mjs: evaluations in a second of processor time, and how long it takes to evaluate and explain. With laws, answers, fixes, comparison, secrets, redaction, trail-policies or races: those properties with many more cases.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleBench } from './bundle-bench.mjs'
import { printFigures } from './figures.mjs'
import { ROOT } from './ground.mjs'

/** Property tests that can be run at length: the files, and the number of runs by the name of its environment variable. */
const AT_LENGTH = {
  laws: {
    files: ['src/evaluation/laws.prop.test.ts', 'src/evaluation/holes/holes.prop.test.ts'],
    runs: ['LAWS_RUNS', '20000'],
  },
  redaction: { files: ['src/permalink/redaction/redact.prop.test.ts'], runs: ['LAWS_RUNS', '20000'] },
  secrets: {
    files: [
      'src/iam/find-credentials.prop.test.ts',
      'src/iam/surely-no-credentials.prop.test.ts',
      'src/permalink/no-secret.prop.test.ts',
      'src/draft/file/mask-typed.prop.test.ts',
    ],
    runs: ['LAWS_RUNS', '20000'],
  },
  'trail-policies': {
    files: [
      'src/trail/needs/needs.prop.test.ts',
      'src/trail/change/change.prop.test.ts',
      'src/evaluation/compile-policies.prop.test.ts',
    ],
    runs: ['TRAIL_RUNS', '200'],
  },
  answers: {
    files: ['src/explanation/causes/answer-laws.prop.test.ts', 'src/explanation/causes/added-evidence.prop.test.ts'],
    runs: ['ANSWER_RUNS', '20000'],
    round: 500,
  },
  fixes: { files: ['src/explanation/fixes/explain-fixes.prop.test.ts'], runs: ['LAWS_RUNS', '20000'], round: 500 },
  comparison: { files: ['src/comparison/compare-access.prop.test.ts'], runs: ['LAWS_RUNS', '20000'], round: 500 },
  races: { files: ['src/view/state/intake-store.prop.test.ts'], runs: ['LAWS_RUNS', '20000'] },
}

/** Runs properties at length, the slow ones in rounds with seeds of their own, each told when it ends; gives how that ended. */
function atLength({ files, runs: [variable, many], round = Number.POSITIVE_INFINITY }) {
  const all = Number(process.env[variable] ?? many)
  for (let done = 0; done < all;) {
    const next = Math.min(round, all - done)
    const { status } = spawnSync('npx', ['vitest', 'run', ...files, '--testTimeout=0'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, [variable]: String(next) },
    })
    done += next
    console.log(
      `${done.toLocaleString('en')} of ${all.toLocaleString('en')} runs: ${status === 0 ? 'passed' : 'failed'}`,
    )
    if (status !== 0) return status ?? 1
  }
  return 0
}

for (const [name, properties] of Object.entries(AT_LENGTH))
  if (process.argv.includes(name)) process.exit(atLength(properties))

/** Benches with a file of their own, and the properties that belong to them. */
const APART = { compare: [], typing: [], fuzz: [], page: [], line: [], trail: ['trail-policies'] }

for (const [name, properties] of Object.entries(APART)) {
  if (!process.argv.includes(name)) continue
  await import(`./${name}-bench.mjs`)
  process.exit(Math.max(0, ...properties.map((each) => atLength(AT_LENGTH[each]))))
}

/** Milliseconds: an answer follows typing. */
const ANSWER_AIM = 100

/** The tables, and what each needs. */
const TABLES = [
  { file: 'src/evaluation/evaluate.bench.ts', given: [join(ROOT, 'src/evaluation/vectors')] },
  { file: 'src/explanation/explain.bench.ts', given: [] },
]

const out = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  for (const [i, { file, given }] of TABLES.entries()) {
    const bundled = await bundleBench(file, out, `bench-${i}`)
    const { bench } = await import(bundled)
    for (const { name, perSecond, milliseconds } of bench(...given))
      printFigures([
        perSecond === undefined
          ? { name, value: milliseconds, unit: 'ms', most: ANSWER_AIM }
          : { name, value: perSecond, unit: '/s' },
      ])
  }
} finally {
  rmSync(out, { recursive: true, force: true })
}

// node .ci/bench.mjs: evaluations in a second of processor time. With laws, fuzz or races: those properties with many more cases.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Property tests that can be run at length: the files, and the number of runs by the name of its environment variable. */
const AT_LENGTH = {
  laws: { file: 'src/evaluation/laws.prop.test.ts', runs: ['LAWS_RUNS', '20000'] },
  fuzz: { file: 'src/fuzz.prop.test.ts', runs: ['FUZZ_RUNS', '2000000'] },
  races: { file: 'src/view/state/intake-store.prop.test.ts', runs: ['RACE_RUNS', '2000'] },
}

for (const [name, { file, runs }] of Object.entries(AT_LENGTH)) {
  if (!process.argv.includes(name)) continue
  const [variable, many] = runs
  const { status } = spawnSync('npx', ['vitest', 'run', file, '--testTimeout=0'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [variable]: process.env[variable] ?? many },
  })
  process.exit(status ?? 1)
}

if (process.argv.includes('typing')) {
  await import('./typing-bench.mjs')
  process.exit()
}

const out = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: false,
      ssr: join(root, 'src/evaluation/evaluate.bench.ts'),
      rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
    ssr: { noExternal: true },
  })
  const { bench } = await import(pathToFileURL(join(out, 'bench.mjs')).href)
  const cells = bench(join(root, 'src/evaluation/vectors'))
  for (const { name, perSecond } of cells)
    console.log(`${name.padEnd(55)}${perSecond.toLocaleString('en').padStart(9)} /s`)
} finally {
  rmSync(out, { recursive: true, force: true })
}

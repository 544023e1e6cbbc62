// Builds the command of the package: as CommonJS, which starts sooner, with what this V8 makes of its code beside it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { fail, ROOT } from './ground.mjs'
import { vectorExamples } from './vector-examples.mjs'

/** What is fetched together is one file: to look for each of twenty takes a tenth of the time to an answer. */
const STAGES = [
  { name: 'main', start: 'src/cli/main.ts' },
  { name: 'answer', start: 'src/cli/command-bodies.ts' },
]

/** A file of all that a module needs at once and that no file before it has. */
function stage({ name, start }, at) {
  let closure = null
  const closureOf = (graph) => {
    const all = new Set([join(ROOT, start)])
    for (const id of all) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) all.add(imported)
    return all
  }
  const nameOf = (id, graph) => ((closure ??= closureOf(graph)).has(id) ? name : null)
  return { debugName: name, name: nameOf, priority: STAGES.length - at }
}

/** A text of single bytes is read and compiled sooner than one with a few other characters. */
const escaped = (code) =>
  code.replaceAll(/\P{ASCII}/gu, (char) =>
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )

/** What the answers to these run through is compiled beforehand. */
const ERROR =
  'User: arn:aws:sts::111122223333:assumed-role/app/one is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::logs/a" because no identity-based policy allows the s3:GetObject action'
const policy = (statement) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Resource: '*', ...statement }] }, null, 2)
const EXAMPLES = {
  'error.log': ERROR,
  'identity.json': policy({ Effect: 'Allow', Action: ['s3:ListBucket', 'logs:*'] }),
  'scp.json': policy({
    Effect: 'Deny',
    NotAction: 'iam:*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  }),
}

/** Lets the built command answer once, and keeps what V8 compiled for that. */
export function compileCommand(lib) {
  const scratch = mkdtempSync(join(tmpdir(), 'whydenied-compile-'))
  for (const [name, text] of Object.entries(EXAMPLES)) writeFileSync(join(scratch, name), text)
  const words = ['error.log', '-p', 'identity=identity.json', '-p', 'scp=scp.json']
  const env = { ...process.env, NODE_OPTIONS: '' }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', join(ROOT, '.ci/keep-compiled.mjs'), join(lib, 'cli.cjs'), ...words],
    { cwd: scratch, env, encoding: 'utf8' },
  )
  rmSync(scratch, { recursive: true })
  if (status !== 3) fail(`The built command does not answer: ${stderr}`)
}

/** Builds the command into a folder. */
export async function buildCommand(lib, external) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [vectorExamples],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: lib,
      minify: true,
      emptyOutDir: false,
      rollupOptions: {
        input: { cli: join(ROOT, 'src/cli/start.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name].cjs',
          codeSplitting: { groups: STAGES.map(stage) },
          banner: (chunk) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  })
  for (const name of readdirSync(lib).filter((one) => one.endsWith('.cjs')))
    writeFileSync(join(lib, name), escaped(readFileSync(join(lib, name), 'utf8')))
  renameSync(join(lib, 'answer.cjs'), join(lib, 'answer-code.cjs'))
  copyFileSync(join(ROOT, '.ci/compiled.cjs'), join(lib, 'answer.cjs'))
}

// With a folder: for one more Node, which runs this.
if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) compileCommand(resolve(process.argv[2]))

// What .oxlintrc.json refuses, and the rules of .ci/lint in it: each shows that it refuses what it should, and no more.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PURE_ROOMS } from '../../rooms.config.js'
import { bin, ROOT } from '../ground.mjs'

const LINT = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'))

/** The pure rooms of which lint does not ask that they have no clock. */
export function impureRooms() {
  const { files = [] } = LINT.overrides.find(({ rules }) => rules?.['no-restricted-globals'] !== undefined) ?? {}
  return PURE_ROOMS.map((room) => `src/${room}/**/*.ts`)
    .filter((pattern) => !files.includes(pattern))
    .map((pattern) => `.oxlintrc.json does not ask ${pattern} to be pure`)
}

/** Code, the room where it would stand, and the rule of lint that refuses it; null: none may. */
const LINTED = [
  ['evaluation', 'export const now = Date.now()', 'no-restricted-globals'],
  ['evaluation', 'export const chance = Math.random()', 'no-restricted-properties'],
  ['view/state', 'export const now = Date.now()', null],
  ['evaluation', "export const x = new RegExp('a' + 'b')", 'house/no-made-expression'],
  ['text', "export const x = new RegExp('a' + 'b')", null],
  ['view/state', 'export const add = (all: string[], more: string[]) => all.push(...more)', 'house/no-long-call'],
  // Each place that asks something of every layer must fail to compile while it does not know a new one.
  ['explanation', "export const SOME: readonly Layer[] = ['scp', 'rcp']", 'house/no-hand-written-layers'],
  ['explanation', "export const SOME: readonly CaseLayer[] = ['scp']", 'house/no-hand-written-layers'],
  [
    'explanation',
    "export const WORDS: Readonly<Partial<Record<Layer, string>>> = { scp: 'SCP' }",
    'house/no-hand-written-layers',
  ],
  ['explanation', 'export const SOME: readonly Layer[] = READING_ORDER.filter(canGrant)', null],
  ['explanation', "export const ORDER: readonly Layer[] = eachOf<Layer>()(['scp'])", null],
  // Expressions, of which a file may have one, or make one.
  ['text', 'export const x = /^(?:a|a)$/', 'regexp/no-dupe-disjunctions'],
  ['text', 'export const x = (text: string) => /(?:a+)+b/.test(text)', 'regexp/no-super-linear-backtracking'],
  ['text', "export const x = RegExp('[0-9]')", 'regexp/prefer-d'],
  ['text', 'export const x = /a/ig', 'house/sorted-flags'],
]

/** What lint says of each of the texts, by the places of these: the rules, of its own and of plugins alike. */
function lintOf(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-lint-'))
  const plugins = LINT.jsPlugins.map((file) => join(ROOT, file))
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...LINT, jsPlugins: plugins }))
  texts.forEach(([room, code], at) => {
    mkdirSync(join(folder, 'src', room), { recursive: true })
    writeFileSync(join(folder, 'src', room, `x${at}.ts`), `${code}\n`)
  })
  const { stdout } = spawnSync(bin('oxlint'), ['--format', 'json', '.'], { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  const said = JSON.parse(stdout).diagnostics.map(({ filename, code }) => [
    Number(/x(\d+)\.ts$/.exec(filename)[1]),
    // "eslint(no-console)" is called "no-console" where it is asked for, and "house(x)" is "house/x".
    code.replace(/^(\w+)\(([\w-]+)\)$/, (_, plugin, rule) => (plugin === 'eslint' ? rule : `${plugin}/${rule}`)),
  ])
  return texts.map((_, index) => said.filter(([at]) => at === index).map(([, rule]) => rule))
}

export function examples() {
  const said = lintOf(LINTED)
  return LINTED.map(([, , rule], at) => (rule === null ? said[at].length === 0 : said[at].includes(rule)))
}

// node .ci/mutate.mjs [name…]: changes src/evaluation in one place at a time and counts the changes that the vectors notice,
// by what they assert: the recorded answers are not looked at.
// All changes stand in one build, each behind a switch. Unchanged, each vector tells which switches it passes; a change is then
// asked of those vectors alone. It runs in a process of its own, since some make loops or lists without end.
import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const only = process.argv.slice(2)
/** Processor seconds after which a change is one that loops without end, in the time that all vectors take unchanged. */
const HANGS_AFTER = 4

/** Files with logic, by their path in the room: no tests, tables, nor types. */
const SKIPPED = /\.(?:test|bench)\.ts$|^(?:evaluate-linked|reasons|evaluation|evaluate)\.ts$/
/** Tables of what is asserted of the evaluation besides vectors. */
const CHECKS = readdirSync(join(root, 'src/testing'))
  .filter((name) => name.endsWith('-checks.ts'))
  .map((name) => `../testing/${name.slice(0, -3)}`)
const room = join(root, 'src/evaluation')
const files = readdirSync(room, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !SKIPPED.test(name))
  .filter((name) => only.length === 0 || only.some((part) => name.includes(part)))
  .sort()

const SWAPPED = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
])
const NAMES = new Map(Object.entries({ NO: 'YES', YES: 'NO', UNKNOWN: 'YES', and: 'or', or: 'and' }))
const METHODS = new Map(Object.entries({ some: 'every', every: 'some' }))

const mutants = []

/** The text of a file in which every change can be switched on by its number. */
function mutate(name) {
  const text = readFileSync(join(root, 'src/evaluation', name), 'utf8')
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
  const add = (node, how) => {
    mutants.push({ file: name, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, how })
    return mutants.length - 1
  }
  const print = (node) => {
    if (
      ts.isTypeNode(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isImportDeclaration(node)
    )
      return node.getText()
    let own = rebuild(node)
    if (ts.isBinaryExpression(node) && SWAPPED.has(node.operatorToken.kind)) {
      const other = SWAPPED.get(node.operatorToken.kind)
      const id = add(node, `${node.operatorToken.getText()} → ${other}`)
      own = `(__on(${id}) ? (${node.left.getText()} ${other} ${node.right.getText()}) : (${own}))`
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      own = `(__on(${add(node, '! left out')}) ? (${node.operand.getText()}) : (${own}))`
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      if (!ts.isLiteralTypeNode(node.parent)) own = `(__on(${add(node, `not ${own}`)}) ? !${own} : ${own})`
    } else if (ts.isIdentifier(node) && NAMES.has(node.text) && isUse(node)) {
      const other = NAMES.get(node.text)
      own = `(__on(${add(node, `${node.text} → ${other}`)}) ? __${other} : ${own})`
    } else if (
      ts.isIdentifier(node) &&
      METHODS.has(node.text) &&
      ts.isPropertyAccessExpression(node.parent) &&
      node.parent.name === node
    ) {
      return own
    } else if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      METHODS.has(node.expression.name.text) &&
      !node.expression.questionDotToken
    ) {
      const other = METHODS.get(node.expression.name.text)
      const id = add(node, `${node.expression.name.text} → ${other}`)
      own = `(__on(${id}) ? ${node.expression.expression.getText()}.${other}(${node.arguments.map((argument) => argument.getText()).join(', ')}) : ${own})`
    } else if (ts.isConditionalExpression(node)) {
      const id = add(node, 'the other branch')
      own = `(__on(${id}) ? ((${node.condition.getText()}) ? (${node.whenFalse.getText()}) : (${node.whenTrue.getText()})) : (${own}))`
    }
    return own
  }
  /** The node's text with its children printed; the changed copy of a node holds no further changes. */
  const rebuild = (node) => {
    let out = ''
    let at = node.getFullStart()
    node.forEachChild((child) => {
      out += text.slice(at, child.getStart())
      out += ts.isIfStatement(node) && child === node.expression ? `(${branch(child)})` : print(child)
      at = child.getEnd()
    })
    out += text.slice(at, node.getEnd())
    return out.slice(node.getStart() - node.getFullStart())
  }
  const branch = (condition) => {
    const own = print(condition)
    return `__on(${add(condition, 'the branch turned')}) ? !(${own}) : (${own})`
  }
  const isUse = (node) =>
    !ts.isImportSpecifier(node.parent) &&
    !ts.isTypeQueryNode(node.parent) &&
    !(ts.isVariableDeclaration(node.parent) && node.parent.name === node) &&
    !ts.isFunctionDeclaration(node.parent) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
    !ts.isPropertyAssignment(node.parent) &&
    !ts.isShorthandPropertyAssignment(node.parent)
  const body = source.statements.map(print).join('\n')
  const up = name.includes('/') ? '..' : '.'
  const kleene =
    name === 'kleene.ts' ? '' : `import { NO as __NO, YES as __YES, and as __and, or as __or } from '${up}/kleene'\n`
  return (
    `// @ts-nocheck\nimport { isOn as __on } from '${up}/switches'\n` +
    (name === 'kleene.ts' ? 'const __NO = 0, __YES = 2\nconst __and = and, __or = or\n' : kleene) +
    body
  )
}

const out = mkdtempSync(join(tmpdir(), 'mutate-'))
try {
  cpSync(join(root, 'src'), join(out, 'src'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'))
  for (const name of files) writeFileSync(join(out, 'src/evaluation', name), mutate(name))
  writeFileSync(join(out, 'src/evaluation/switches.ts'), readFileSync(join(root, '.ci/mutate-switches.mjs')))
  writeFileSync(
    join(out, 'src/evaluation/mutated.ts'),
    ['./evaluate', '../reference/create-reference', '../testing/vector', ...CHECKS, './switches']
      .map((path) => `export * from '${path}'\n`)
      .join(''),
  )
  await build({
    root: out,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: false,
      minify: false,
      ssr: join(out, 'src/evaluation/mutated.ts'),
      rollupOptions: { output: { entryFileNames: 'mutated.mjs' } },
    },
    ssr: { noExternal: true },
  })
  writeFileSync(join(out, 'worker.mjs'), readFileSync(join(root, '.ci/mutate-worker.mjs')))
  console.log(`${mutants.length} changes`)
  const survivors = await runAll()
  const noticed = mutants.length - survivors.length
  const byFile = new Map()
  for (const mutant of mutants)
    byFile.set(mutant.file, { all: (byFile.get(mutant.file)?.all ?? 0) + 1, left: byFile.get(mutant.file)?.left ?? 0 })
  for (const { file } of survivors) byFile.get(file).left++
  for (const [file, { all, left }] of byFile)
    console.log(
      `${file.padEnd(34)} ${String(all - left).padStart(4)} of ${String(all).padStart(4)}  ${((100 * (all - left)) / all).toFixed(1)} %`,
    )
  console.log(`noticed ${noticed} of ${mutants.length} changes: ${((100 * noticed) / mutants.length).toFixed(1)} %`)
} finally {
  rmSync(out, { recursive: true, force: true })
}

/** Runs every change, starting a new worker where one hangs; gives those that no vector notices. */
async function runAll() {
  const survivors = []
  let next = 0
  while (next < mutants.length) {
    next = await new Promise((resolve, reject) => {
      const asked = {
        from: next,
        to: mutants.length,
        vectors: join(root, 'src/evaluation/vectors'),
        reference: join(root, 'public/reference'),
      }
      const worker = fork(join(out, 'worker.mjs'), [JSON.stringify(asked)], { silent: true })
      let at = next
      let since = 0
      const spent = () => secondsOf(worker.pid) - since
      let unchanged = Infinity
      const watch = setInterval(() => {
        if (spent() < unchanged * HANGS_AFTER) return
        clearInterval(watch)
        worker.kill('SIGKILL')
      }, 500)
      worker.on('message', ({ id, survived, asked, isReady, error }) => {
        if (error !== undefined) return reject(new Error(error))
        if (isReady) unchanged = spent()
        else at = id + 1
        if (survived) {
          const { file, line, how } = mutants[id]
          console.log(`survives  ${file}:${line}  ${how}  ${asked === 0 ? '(no vector comes there)' : `(of ${asked})`}`)
          survivors.push(mutants[id])
        }
        since = secondsOf(worker.pid)
      })
      worker.on('error', reject)
      worker.on('exit', () => {
        clearInterval(watch)
        if (unchanged === Infinity) reject(new Error('the vectors cannot be read'))
        else resolve(at >= mutants.length ? at : at + 1)
      })
    })
  }
  return survivors
}

/** Seconds of the processor that a process has used, which a busy machine does not lengthen; of the clock where that is not told. */
function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}

// npm run test:package: installs the package from its tarball and tries the command, the library, the server and the action.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { ROOT, TSC } from './ground.mjs'
import { buildPackage } from './package.mjs'

const ERROR =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action'
const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
  ]
}
`

const scratch = mkdtempSync(join(tmpdir(), 'whydenied-package-'))
const at = (name) => join(scratch, name)
const failures = []
let passed = 0

const holds = (what, isSo, seen) => {
  if (isSo) passed += 1
  else failures.push(`${what}${seen === undefined ? '' : `: ${String(seen).slice(0, 600)}`}`)
}

const run = (command, args, options = {}) => spawnSync(command, args, { cwd: scratch, encoding: 'utf8', ...options })

function install(folder) {
  const { stdout } = run('npm', ['pack', '--silent', '--pack-destination', scratch, folder])
  const tarball = at(stdout.trim().split('\n').at(-1))
  writeFileSync(at('package.json'), JSON.stringify({ private: true, type: 'module' }))
  const { status, stderr } = run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball])
  holds('the tarball installs', status === 0, stderr)
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))
  const packages = Object.keys(lock.packages)
    .filter((path) => path !== '')
    .map((path) => path.replace('node_modules/', ''))
  holds('only the packages of the core come along', packages.toSorted().join() === 'whydenied,yaml', packages)
  console.log(`package: ${Math.round(statSync(tarball).size / 1000)} kB packed, ${packages.length} packages`)
}

function tryCommand() {
  writeFileSync(at('error.log'), ERROR)
  writeFileSync(at('policy.json'), POLICY)
  const command = at('node_modules/.bin/whydenied')
  const answer = run(command, ['error.log', 'policy.json'])
  holds('the command answers', answer.status === 3 && answer.stdout.startsWith('DENIED'), answer.stdout + answer.stderr)
  holds('the command reads a pipe', run(command, [], { input: ERROR }).stdout.startsWith('DENIED'))
  holds('a file that is missing is a failure', run(command, ['error.log', 'role.yaml']).status === 2)
  const wrapped = run(command, [
    'run',
    '--',
    process.execPath,
    '-e',
    `console.error(${JSON.stringify(ERROR)}); process.exit(41)`,
  ])
  holds('a wrapped command keeps its code', wrapped.status === 41, wrapped.status)
  holds('a wrapped command is explained', /DENIED/.test(wrapped.stderr), wrapped.stderr)
  holds('the version is of the package', /^\d+\.\d+\.\d+\n$/.test(run(command, ['--version']).stdout))
}

/** The examples of the documentation, as a user would write them. */
function tryLibrary() {
  const readme = readFileSync(at('node_modules/whydenied/README.md'), 'utf8')
  const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  holds('the documentation has examples', examples.length === 2)
  mkdirSync(at('examples'))
  examples.forEach((code, index) => writeFileSync(at(`examples/example-${index}.ts`), code))
  const compiler = {
    module: 'nodenext',
    target: 'es2022',
    strict: true,
    outDir: 'compiled',
    rootDir: 'examples',
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
  }
  writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions: compiler, include: ['examples'] }))
  const { status, stdout } = run(process.execPath, [TSC, '-p', '.'])
  holds('the examples compile', status === 0, stdout)
  const [first, second] = [0, 1].map((index) => run(process.execPath, [`compiled/example-${index}.js`]))
  holds('the first example runs', first.stdout === 's3:PutObject claimed 1 implicitDeny\n', first.stdout + first.stderr)
  holds('the second example runs', second.stdout === 'some nothing\n', second.stdout + second.stderr)
}

async function tryServer() {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const cli = at('node_modules/whydenied/lib/cli.cjs')
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp'], cwd: scratch }))
  const { tools } = await client.listTools()
  const names = tools
    .map(({ name }) => name)
    .toSorted()
    .join()
  holds('the server has five tools', names === 'compare,diagnose,evaluate,explain,missing_evidence', names)
  holds(
    'its tools only read',
    tools.every(({ annotations }) => annotations?.readOnlyHint === true && annotations.openWorldHint === false),
  )
  const noise = 'GET /health 200\n'.repeat(5_000)
  const call = (name, args) => client.callTool({ name, arguments: args })
  const answer = await call('diagnose', { error: noise + ERROR, policies: [{ text: POLICY, layer: 'identity' }] })
  holds('diagnose answers', answer.structuredContent?.basis === 'proven', JSON.stringify(answer))
  holds(
    'a log does not come back',
    JSON.stringify(answer).length < 8_000 && !JSON.stringify(answer).includes('/health'),
  )
  const missing = await call('missing_evidence', { error: ERROR })
  holds(
    'missing_evidence names commands',
    missing.structuredContent?.missing?.[0]?.commands?.[0]?.includes('aws iam'),
    JSON.stringify(missing),
  )
  const request = {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/a',
  }
  const decided = await call('evaluate', { case: { version: 1, request, policies: {} } })
  holds('evaluate decides', decided.structuredContent?.decision === 'implicitDeny', JSON.stringify(decided))
  const known = await call('explain', { code: 'version-missing' })
  holds('explain knows a code', known.structuredContent?.page?.startsWith('https://'), JSON.stringify(known))
  holds('explain refuses what is none', (await call('explain', { code: 'nope' })).isError === true)
  const compared = await call('compare', { before: POLICY, after: POLICY.replace('GetObject', '*') })
  holds('compare finds what is new', compared.structuredContent?.opened === 'some', JSON.stringify(compared))
  const checked = await call('compare', { before: POLICY, after: POLICY, not_granted: { actions: ['s3:GetObject'] } })
  holds('compare holds a change to checks', checked.structuredContent?.isHeld === false, JSON.stringify(checked))
  await client.close()
}

function tryAction() {
  const entry = join(ROOT, '.github/actions/explain-denial/explain.mjs')
  const env = {
    ...process.env,
    GITHUB_STEP_SUMMARY: at('summary.md'),
    GITHUB_OUTPUT: at('output.txt'),
    EXPLAIN_LOG: 'error.log\n',
    EXPLAIN_POLICIES: 'identity=policy.json\n',
    EXPLAIN_PAGE: 'https://example.test/',
    EXPLAIN_COMMAND: at('node_modules/.bin/whydenied'),
  }
  const { status, stdout, stderr } = run(process.execPath, [entry], { env })
  holds('the action ends well', status === 0, stdout + stderr)
  holds(
    'it annotates the line',
    /^::error file=policy\.json,line=4,col=\d+,title=[^:]+::.*%0Ahttps:\/\/example\.test\/#1\//m.test(stdout),
    stdout,
  )
  holds('it writes the summary', readFileSync(at('summary.md'), 'utf8').startsWith('# '))
  holds('it gives outputs', readFileSync(at('output.txt'), 'utf8') === 'decision=implicitDeny\nbasis=proven\n')
  const broken = run(process.execPath, [entry], { env: { ...env, EXPLAIN_LOG: 'nowhere.log' } })
  holds('it fails with the reason', broken.status === 1 && broken.stdout.startsWith('::error '), broken.stdout)
}

const folder = await buildPackage()
install(folder)
tryCommand()
tryLibrary()
await tryServer()
tryAction()
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const named = [
  'lib/index.js',
  'lib/cli.cjs',
  'types/cli/library.d.ts',
  'skill/whydenied/SKILL.md',
  'LICENSE',
  'README.md',
]
holds(
  'the files of the package stand where it says',
  named.every((file) => statSync(join(folder, file)).isFile()),
)
holds('it is ready for provenance', manifest.publishConfig.provenance === true)
holds('nothing of the page is in it', !readdirSync(join(folder, 'lib')).some((file) => /react|monaco/.test(file)))
rmSync(scratch, { recursive: true, force: true })
for (const failure of failures) console.error(`✗ ${failure}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0

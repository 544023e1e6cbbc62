// npm run package: builds the package of the command and the library into pack/, with a package.json of its own.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'vite'
import { fail, ROOT, run, TSC } from './ground.mjs'
import { buildCommand, compileCommand } from './package-command.mjs'

const FOLDER = join(ROOT, 'pack')
const { name, version, license, engines, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** The package that only some texts need; all else is built in, since each file that is looked for delays the answer. */
const CORE = ['yaml']

/** Built in: their licences go along. */
const BUILT_IN = [
  '@modelcontextprotocol/core',
  '@modelcontextprotocol/server',
  '@valibot/to-json-schema',
  'diff',
  'jsonc-parser',
  'valibot',
  'zod',
]

const MANIFEST = {
  name,
  version,
  description:
    'Why AWS denied a request: the layer, the line, the reason and the least fix. A command, a library, a server for agents.',
  license,
  type: 'module',
  engines,
  bin: { whydenied: 'lib/cli.cjs' },
  exports: {
    '.': { types: './types/cli/library.d.ts', default: './lib/index.js' },
    './reference': { types: './types/cli/packaged-reference.d.ts', default: './lib/reference.js' },
    './package.json': './package.json',
  },
  files: ['lib', 'types', 'reference', 'skill', 'README.md', 'LICENSE', 'LICENSES'],
  sideEffects: false,
  publishConfig: { access: 'public', provenance: true },
  dependencies: Object.fromEntries(CORE.map((one) => [one, dependencies[one]])),
}

/** The import of a file in a declaration. */
const IMPORTED = /(?:from|import\(?)\s*['"](\.{1,2}\/[^'"]+)\.js['"]/g

/** Takes away the declarations that no entry of the package reaches. */
function keepReached(folder, entries) {
  const reached = new Set(entries.map((entry) => join(folder, entry)))
  for (const file of reached)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORTED))
      reached.add(join(dirname(file), `${path}.d.ts`))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !reached.has(file)) rmSync(file)
  }
}

/** Imports of declarations name their files, as Node's resolution wants it. */
function nameFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.d.ts'))) {
    const file = join(entry.parentPath, entry.name)
    const named = readFileSync(file, 'utf8').replaceAll(
      /((?:from|import\(?)\s*['"])(\.{1,2}\/[^'"]+?)(?:\.ts)?(['"])/g,
      (whole, before, path, after) => (/\.(?:js|json)$/.test(path) ? whole : `${before}${path}.js${after}`),
    )
    writeFileSync(file, named)
  }
}

const size = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)

/** Builds the package; gives its folder. */
export async function buildPackage() {
  rmSync(FOLDER, { recursive: true, force: true })
  if (run('npm', ['run', '--silent', 'reference']) !== 0) fail('The reference could not be built.')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: CORE },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(FOLDER, 'lib'),
      minify: true,
      rollupOptions: {
        input: {
          index: join(ROOT, 'src/cli/library.ts'),
          reference: join(ROOT, 'src/cli/packaged-reference.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  await buildCommand(join(FOLDER, 'lib'), CORE)
  const types = ['-p', '.ci/package.tsconfig.json', '--checkers', '1', '--outDir', join(FOLDER, 'types')]
  if (run(process.execPath, [TSC, ...types]) !== 0) fail('The types of the package could not be written.')
  nameFiles(join(FOLDER, 'types'))
  keepReached(join(FOLDER, 'types'), ['cli/library.d.ts', 'cli/packaged-reference.d.ts'])
  cpSync(join(ROOT, 'public/reference'), join(FOLDER, 'reference'), { recursive: true })
  cpSync(join(ROOT, 'LICENSE'), join(FOLDER, 'LICENSE'))
  cpSync(join(ROOT, 'src/cli/README.md'), join(FOLDER, 'README.md'))
  mkdirSync(join(FOLDER, 'skill/whydenied'), { recursive: true })
  cpSync(join(ROOT, 'src/cli/SKILL.md'), join(FOLDER, 'skill/whydenied/SKILL.md'))
  mkdirSync(join(FOLDER, 'LICENSES'))
  for (const one of BUILT_IN) {
    const licence = readdirSync(join(ROOT, 'node_modules', one)).find((file) => /^licen[cs]e/i.test(file)) ?? 'LICENSE'
    cpSync(join(ROOT, 'node_modules', one, licence), join(FOLDER, 'LICENSES', `${one.replace('/', '+')}.txt`))
  }
  writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(MANIFEST, null, 2)}\n`)
  compileCommand(join(FOLDER, 'lib'))
  return FOLDER
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const folder = await buildPackage()
  console.log(`${relative(ROOT, folder)}: ${name} ${version}, ${Math.round(size(folder) / 1000)} kB`)
}

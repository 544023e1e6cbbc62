// Writes the built page as one file that works from a disk, whydenied.html: every file of the build and the reference, packed,
// with a small script that unpacks them (one-file-boot.js). Its workers are built again, as one script.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin, type Rolldown } from 'vite'
import { filePolicy } from '../hosting/headers.mjs'
import { withoutRepeats, withRepeats } from './long-repeats.ts'
import { NOTICES } from './licences.ts'

const NAME = 'whydenied.html'
/** In bytes: what the file may weigh. */
const LIMIT = 6_000_000

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
  txt: 'text/plain',
}
const typeOf = (name: string) => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? ''

/** The name of a file without its hash. */
const plain = (file: string) => file.replace(/-[\w-]{8}(\.\w+)$/, '$1')

type Files = readonly (readonly [name: string, bytes: Buffer])[]

/** The modules that workers begin with, by the name that the build gives their files. */
function workerSources(root: string): Readonly<Record<string, string>> {
  const view = join(root, 'src/view')
  const own = readdirSync(view, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('-worker.ts'))
  return Object.fromEntries([
    ...own
      .filter((path) => basename(path) !== 'service-worker.ts')
      .map((path) => [basename(path, '.ts'), join(view, path)]),
    ['editor.worker', join(root, 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js')],
  ])
}

const BEGIN = 'workers'

/** All workers as one script, since a worker of a file cannot be a module: it runs the part that `self.part` names. */
async function buildWorkers(root: string, sources: Readonly<Record<string, string>>): Promise<string> {
  const parts = Object.entries(sources).map(([name, path]) => `'${name}.js': () => import(${JSON.stringify(path)})`)
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'begin',
        resolveId: (id) => (id === BEGIN ? BEGIN : null),
        load: (id) => (id === BEGIN ? `void ({${parts.join(',')}})[self.part]()` : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: BEGIN, output: { codeSplitting: false, format: 'iife' } },
    },
  })
  const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const [chunk, ...others] = chunks.filter((each): each is Rolldown.OutputChunk => each.type === 'chunk')
  if (chunk === undefined || others.length > 0)
    throw new Error('The workers of the page as one file must be one script.')
  return chunk.code
}

/** What a built module names other files with: what it imports at once, what it imports later, and what it starts. */
const AT_ONCE = /(\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g
const LATER = /\bimport\([`"]\.\/([\w.-]+\.js)[`"]\)/g
const STARTED = /new URL\([`"]([\w.-]+\.js)[`"],\s*import\.meta\.url\)/g
/** What is fetched before a module that is imported later: here all of it is there. */
const AHEAD = /__vite__mapDeps\(\[[\d,]*\]\)|\["\.\/[\w.-]+\.js"\](?=,import\.meta\.url)/g

/** A module that names files of the pack: what it imports at once by a place that is filled in, the others by what the page knows. */
function packedModule(code: string, isKnown: (name: string) => boolean): Buffer {
  const known = (name: string) => {
    if (!isKnown(name)) throw new Error(`No file ${name} in the page as one file.`)
    return name
  }
  const text = code
    .replaceAll(AT_ONCE, (_, word: string, name: string) => `${word}"file:///pack/${known(name)}"`)
    .replaceAll(LATER, (_, name: string) => `import(self.fileOfPack("${known(name)}"))`)
    .replaceAll(STARTED, (_, file: string) => `new URL(self.fileOfPack("${known(plain(file))}"))`)
    .replaceAll(AHEAD, '[]')
  return Buffer.from(text)
}

/** The modules of the page that its first one reaches: all but those of the build's own workers. */
function reachedFrom(main: string, codes: ReadonlyMap<string, string>): ReadonlySet<string> {
  const reached = new Set([main])
  for (const file of reached)
    for (const [, other = ''] of codes.get(file)!.matchAll(/["`]\.\/([\w.-]+\.js)["`]/g))
      if (codes.has(other)) reached.add(other)
  return reached
}

/** Everything in the pack, the names of the workers, and the page's first module. */
async function packOf(root: string, dist: string) {
  const assets = readdirSync(join(dist, 'assets')).filter((file) => !file.endsWith('.map'))
  const read = (file: string) => readFileSync(join(dist, 'assets', file))
  const sources = workerSources(root)
  const workers = Object.keys(sources).map((name) => `${name}.js`)
  const codes = new Map(assets.filter((file) => file.endsWith('.js')).map((file) => [file, read(file).toString()]))
  const main = [...codes.keys()].find((file) => plain(file) === 'index.js')
  if (main === undefined) throw new Error('The build has no first module.')
  const page = reachedFrom(main, codes)
  const isKnown = (name: string) => page.has(name) || workers.includes(name)
  const style = (file: string) =>
    Buffer.from(
      read(file)
        .toString()
        .replaceAll(/url\((?:\.\/)?([\w.-]+\.(?:woff2|ttf))\)/g, 'url(file:///pack/$1)'),
    )
  const reference = readdirSync(join(dist, 'reference')).filter((file) => file.endsWith('.json'))
  const files: Files = [
    ...[...page].map((file) => [file, packedModule(codes.get(file)!, isKnown)] as const),
    [`${BEGIN}.js`, Buffer.from(await buildWorkers(root, sources))],
    ...assets.filter((file) => file.endsWith('.css')).map((file) => [file, style(file)] as const),
    ...assets.filter((file) => /\.(?:woff2|ttf)$/.test(file)).map((file) => [file, read(file)] as const),
    ...reference.map((file) => [file, readFileSync(join(dist, 'reference', file))] as const),
    [NOTICES, readFileSync(join(dist, NOTICES))],
  ]
  return { main, workers, files }
}

/**
 * Bytes as text, thirteen bits in two letters of 91, which weighs a twelfth less than base64. Its letters are those from "!"
 * on without "<" and the backslash: none ends a script or needs an escape. The last bits are filled up with zeros.
 */
function inLetters(bytes: Buffer): string {
  const letters = [...Array(93).keys()].map((at) => String.fromCharCode(33 + at)).filter((one) => !'<\\'.includes(one))
  const text: string[] = []
  let [bits, held] = [0, 0]
  const write = (thirteen: number) => text.push(letters[Math.floor(thirteen / 91)] ?? '', letters[thirteen % 91] ?? '')
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    if (held < 13) continue
    held -= 13
    write(bits >> held)
    bits &= (1 << held) - 1
  }
  write(bits << (13 - held))
  return text.join('')
}

/** The page's own document without what it would fetch. */
const withoutFetched = (html: string) =>
  html.replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>|<link [^>]*>|<script [^>]*><\/script>/g, '')

/** The one file, of the files of a build. */
async function oneFileOf(root: string, dist: string, awsHosts: readonly string[]): Promise<string> {
  const { main, workers, files } = await packOf(root, dist)
  let at = 0
  const index = files.map(([name, bytes]) => [name, typeOf(name), at, (at += bytes.length)])
  const whole = Buffer.concat(files.map(([, bytes]) => bytes))
  const { rest, repeats } = withoutRepeats(whole)
  if (!whole.equals(withRepeats(rest, repeats, whole.length)))
    throw new Error('The pack of the page as one file does not give back what was put into it.')
  const listed = Buffer.from(JSON.stringify(repeats))
  const packed = gzipSync(Buffer.concat([listed, rest]), { level: 9 })
  const sizes = { PACKED: packed.length, LISTED: listed.length, SIZE: whole.length }
  const told = Object.entries({ FILES: index, WORKERS: workers, MAIN: main, ...sizes })
  const boot = readFileSync(join(root, '.ci/one-file-boot.js'), 'utf8')
  const values = told.map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  const script = `${values.join('')}const withRepeats = ${withRepeats}\n${boot}`
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  // The first picture stands before the pack is open, in the fonts of the machine.
  const first = files.find(([name]) => plain(name) === 'index.css')?.[1].toString() ?? ''
  const style = first.replaceAll(/@font-face\s*\{[^}]*\}/g, '')
  const head = `<meta http-equiv="Content-Security-Policy" content="${filePolicy(awsHosts, hash)}"><style>${style}</style>`
  return withoutFetched(readFileSync(join(dist, 'index.html'), 'utf8'))
    .replace('<head>', () => `<head>${head}`)
    .replace(
      '</body>',
      () => `<script type="text/plain" id="files">${inLetters(packed)}</script><script>${script}</script></body>`,
    )
}

/** Writes the page as one file beside the others of a build. */
export function oneFile(awsHosts: readonly string[]): Plugin {
  let root = ''
  let dist = ''
  return {
    name: 'one-file',
    apply: 'build',
    configResolved(config) {
      root = config.root
      dist = resolve(root, config.build.outDir)
    },
    async closeBundle(error) {
      if (error) return
      const page = await oneFileOf(root, dist, awsHosts)
      if (page.length > LIMIT) throw new Error(`${NAME} has ${page.length} bytes, more than ${LIMIT}.`)
      writeFileSync(join(dist, NAME), page)
    },
  }
}

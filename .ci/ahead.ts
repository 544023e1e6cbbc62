// Puts a small script into index.html that stands before all other code: where somebody waits for an answer already, with an
// address that brings an error or a text that was put into the drawn page, the second stage of the first load begins to come
// at once. Else the line would rest while the first stage starts. The code of the page comes in any case: index.html names it,
// or the line would rest until the drawn page stands.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What the page begins with that takes the place of the drawn one, what reads an error, and what an answer begins with. */
const PAGE = 'src/view/app/page.ts'
const READING = 'src/view/state/reading-chunk.ts'
const STARTS = [READING, 'src/view/state/engine-chunk.ts', 'src/view/features/diagnosis/JudgedDiagnosis.tsx']

/** A file and all that it imports at once, and so on. */
function closureOf(file: string, bundle: Rolldown.OutputBundle, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || seen.has(file)) return seen
  seen.add(file)
  for (const other of chunk.imports) closureOf(other, bundle, seen)
  return seen
}

/** The files of the page that its first one does not bring, then those that read an error, then all else of an answer. */
function filesAhead(root: string, bundle: Rolldown.OutputBundle): readonly (readonly string[])[] {
  const chunks = Object.values(bundle).filter((each): each is Rolldown.OutputChunk => each.type === 'chunk')
  const [main] = chunks.filter(({ isEntry, name }) => isEntry && name === 'index')
  const [page, ...starts] = [PAGE, ...STARTS].map((start) =>
    chunks.find(({ facadeModuleId }) => facadeModuleId === join(root, start)),
  )
  if (main === undefined || page === undefined || starts.includes(undefined))
    throw new Error(`No files of ${PAGE}, ${STARTS.join(', ')}.`)
  const first = closureOf(main.fileName, bundle)
  const own = closureOf(page.fileName, bundle)
  const code = [...new Set(starts.flatMap((start) => [...closureOf(start!.fileName, bundle)]))].filter(
    (file) => !own.has(file) && !first.has(file),
  )
  const reading = closureOf(starts[STARTS.indexOf(READING)]!.fileName, bundle)
  const styles = chunks.flatMap(({ fileName, viteMetadata }) =>
    code.includes(fileName) ? [...(viteMetadata?.importedCss ?? [])] : [],
  )
  const rest = code.filter((file) => !reading.has(file))
  return [
    [...own].filter((file) => !first.has(file)),
    code.filter((file) => reading.has(file)),
    [...rest, ...styles],
  ].map((files) => files.map((file) => `./${basename(file)}`))
}

/** The script, and its place in the page. */
export function ahead(): Plugin {
  let root = ''
  let file = ''
  let page: readonly string[] = []
  return {
    name: 'ahead',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const boot = readFileSync(join(root, '.ci/ahead-boot.js'), 'utf8').replaceAll(/^(?:\/\/|\/\*).*\n/gm, '')
        const files = filesAhead(root, bundle)
        ;[page = []] = files
        const source = `const [PAGE, READING, FILES] = ${JSON.stringify(files)}\n${boot}`
        file = `assets/ahead-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
        this.emitFile({ type: 'asset', fileName: file, source })
      },
    },
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'module', async: true, crossorigin: true, src: `./${file}` },
        injectTo: 'head',
      },
      ...page.map((name) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: name.replace('./', './assets/') },
        injectTo: 'head' as const,
      })),
    ],
  }
}

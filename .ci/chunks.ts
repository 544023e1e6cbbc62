// Which modules of the page travel together. Left alone, the bundler makes a file of every set of modules that the same
// parts share: more than a hundred files for one answer, each with a round trip of its own where a line is slow.
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext

/** What lets the drawn page be used, and what comes with the page, with its examples, with the second stage of the first load (what reads first), with what is more than a bare error, with a text that may hold a policy, with an answer, and after it. */
const STAGES = {
  index: ['app/main.ts'],
  frame: ['app/page.ts'],
  start: [
    'features/evidence/ExampleList.tsx',
    'features/diagnosis/ExamplePreview.tsx',
    'features/policies/PreviewedPolicy.tsx',
  ],
  reading: ['state/reading-chunk.ts'],
  engine: ['state/engine-chunk.ts'],
  telling: ['../explanation/late-telling.ts'],
  policies: ['state/policy-finder.ts'],
  answer: ['features/diagnosis/JudgedDiagnosis.tsx'],
  panes: [
    'features/diagnosis/WaitingVerdict.tsx',
    'features/diagnosis/WaitingProblems.tsx',
    'features/diagnosis/linked/CallChecks.tsx',
    'features/evidence/EvidenceDetails.tsx',
    'features/policies/LayerBody.tsx',
    'features/policies/QuestionPanel.tsx',
    'features/policies/WaitingTexts.tsx',
  ],
} as const

type Stage = keyof typeof STAGES

/** The page of logs, which is no stage on the way to an answer but stands on some of the engine. */
const LOG_PAGE = 'features/trail/TrailPage.tsx'

/** The list of all icons: who imports one from it does not need the others. */
const ICONS = /lucide-react\/dist\/esm\/lucide-react\.mjs$/

/** The icons that code imports from their list, by their modules. */
function iconsIn(code: string, list: string, graph: Graph): readonly string[] {
  const { code: listed = '', importedIds = [] } = graph.getModuleInfo(list) ?? {}
  const names = [...code.matchAll(/import \{([^}]*)\} from ["']lucide-react["']/g)].flatMap(([, all = '']) =>
    all.split(',').map((one) => one.trim().split(' ', 1)[0]!),
  )
  return names.flatMap((name) => {
    const file = new RegExp(`\\bdefault as ${name}[ ,][^;]*'\\./([^']+)'`).exec(listed ?? '')?.[1]
    return importedIds.filter((id) => file !== undefined && id.endsWith(`/${file}`))
  })
}

/** What a module imports at once. */
function importsOf(id: string, graph: Graph): readonly string[] {
  const info = graph.getModuleInfo(id)
  return (info?.importedIds ?? []).flatMap((imported) =>
    ICONS.test(imported) ? iconsIn(info?.code ?? '', imported, graph) : [imported],
  )
}

/** Everything that modules need at once, with themselves. */
function closureOf(starts: Iterable<string>, graph: Graph): ReadonlySet<string> {
  const all = new Set<string>(starts)
  for (const id of all) for (const imported of importsOf(id, graph)) all.add(imported)
  return all
}

/** What is fetched by itself at some time, by whom the page begins with. */
function fetchedFrom(start: string, graph: Graph): ReadonlySet<string> {
  const fetched = new Set<string>()
  const all = new Set([start])
  for (const id of all) {
    const info = graph.getModuleInfo(id)
    for (const imported of info?.importedIds ?? []) all.add(imported)
    for (const imported of info?.dynamicallyImportedIds ?? []) {
      all.add(imported)
      fetched.add(imported)
    }
  }
  return fetched
}

/** The stages, the page of logs, and what parts of an answer share with parts that are fetched apart from it. */
interface Cut extends Readonly<Record<Stage | 'log', ReadonlySet<string>>> {
  readonly elsewhere: ReadonlySet<string>
}

function cutOf(root: string, graph: Graph): Cut {
  const idOf = (file: string) => join(root, 'src/view', file)
  const idsOf = (stage: Stage) => STAGES[stage].map(idOf)
  const staged = new Set(Object.keys(STAGES).flatMap((stage) => idsOf(stage as Stage)))
  const missing = [...staged, idOf(LOG_PAGE)].filter((id) => graph.getModuleInfo(id) === null)
  if (missing.length > 0) throw new Error(`No module of the page: ${missing.join(', ')}`)
  const [main = ''] = idsOf('index')
  const apart = [...fetchedFrom(main, graph)].filter((id) => !staged.has(id))
  return {
    index: closureOf(idsOf('index'), graph),
    frame: closureOf(idsOf('frame'), graph),
    start: closureOf(idsOf('start'), graph),
    log: closureOf([idOf(LOG_PAGE)], graph),
    reading: closureOf(idsOf('reading'), graph),
    engine: closureOf(idsOf('engine'), graph),
    telling: closureOf(idsOf('telling'), graph),
    policies: closureOf(idsOf('policies'), graph),
    answer: closureOf(idsOf('answer'), graph),
    panes: closureOf(idsOf('panes'), graph),
    elsewhere: closureOf(apart, graph),
  }
}

/**
 * The files of the engine: what a page of logs stands on too, what reads an error before the rest is here, and all else
 * together, since texts of one kind pack better in one file than in several.
 */
const ENGINE_FILES = [
  { name: 'engine-log', stage: 'log' },
  { name: 'engine-reading', stage: 'reading' },
  { name: 'engine-rooms', stage: 'engine' },
] as const

/** And those of what an answer, or what comes after it, shares with parts that are fetched apart. */
const SHARED_FILES = [
  { name: 'facts', rooms: ['text', 'iam', 'case', 'facts'] },
  { name: 'queries', rooms: ['@tanstack', 'view/reference', 'reference/create-reference.ts'] },
  { name: 'completing', rooms: ['reference', 'draft'] },
  { name: 'diff', rooms: ['library'] },
  { name: 'telling', rooms: ['denial', 'evaluation', 'knowledge', 'comparison', 'explanation'] },
  { name: 'checks', rooms: ['policy'] },
  { name: 'conducting', rooms: ['diagnosis'] },
  { name: 'controls', rooms: ['view/ui'] },
  { name: 'showing', rooms: ['view/shared', 'view/state'] },
  { name: 'editor', rooms: ['view/monaco', 'view/editor'] },
  { name: 'panes', rooms: ['lessons', 'permalink', 'view'] },
] as const

/** How the page is cut into files. */
export function chunks(root: string): Rolldown.CodeSplittingOptions {
  let cut: Cut | null = null
  const named =
    (name: string, isIn: (id: string, cut: Cut) => boolean) =>
    (id: string, graph: Graph): string | null => {
      const info = graph.getModuleInfo(id)
      // What is fetched by itself, and by nobody with others, keeps a file of its own name.
      const isAlone = info !== null && info.dynamicImporters.length > 0 && info.importers.length === 0
      if (info === null || info.isEntry || isAlone) return null
      return isIn(id, (cut ??= cutOf(root, graph))) ? name : null
    }
  // What is of no room is a library.
  const isOfRooms = (id: string, rooms: readonly string[]) => {
    const [place = '', first, second] = id.slice(root.length).split(/[\\/]/).slice(1)
    const zones = place === 'src' ? [first, `${first}/${second}`] : [first, 'library']
    return zones.some((zone) => zone !== undefined && rooms.includes(zone))
  }
  return {
    groups: [
      { name: named('index', (id, { index }) => index.has(id)), priority: 6 },
      { name: named('frame', (id, { frame }) => frame.has(id)), priority: 5 },
      { name: named('start', (id, { start }) => start.has(id)), priority: 4 },
      ...ENGINE_FILES.map(({ name, stage }, at) => ({
        name: named(name, (id, { engine, [stage]: own }) => engine.has(id) && own.has(id)),
        priority: 4 - (at + 1) / 10,
      })),
      // An answer waits for none of the two below. Where there is a policy, there is more to tell.
      {
        name: named(
          'answer-base',
          (id, { answer, telling, policies }) => answer.has(id) && (telling.has(id) || policies.has(id)),
        ),
        priority: 3.7,
      },
      { name: named('telling', (id, { telling }) => telling.has(id)), priority: 3.6 },
      { name: named('policies', (id, { policies }) => policies.has(id)), priority: 3.5 },
      // Before what stands on it, which would take it along.
      ...(['answer', 'panes'] as const).flatMap((stage, later) => [
        ...SHARED_FILES.map(({ name, rooms }, at) => ({
          name: named(
            `${stage}-${name}`,
            (id, { [stage]: own, elsewhere }) => own.has(id) && elsewhere.has(id) && isOfRooms(id, rooms),
          ),
          priority: 3 - later * 2 - (at + 1) / 12,
        })),
        { name: named(stage, (id, { [stage]: own }) => own.has(id)), priority: 2 - later * 2 + 0.01 },
      ]),
    ],
  }
}

/** Files that import each other are read in an order in which tables of one are not there yet when the other uses them. */
export const noCircles: Plugin = {
  name: 'no-circles-of-chunks',
  apply: 'build',
  generateBundle(_options, bundle) {
    const left = new Map(
      Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.imports] as const] : [])),
    )
    const isReadable = ([, imports]: readonly [string, readonly string[]]) => imports.every((name) => !left.has(name))
    for (let next = [...left].filter(isReadable); next.length > 0; next = [...left].filter(isReadable))
      for (const [name] of next) left.delete(name)
    // Of what is left, only what others of it need is in a circle.
    const isNeeded = (name: string) => [...left.values()].some((imports) => imports.includes(name))
    for (let next = [...left.keys()]; next.length > 0; next = [...left.keys()].filter((name) => !isNeeded(name)))
      for (const name of next) if (!isNeeded(name)) left.delete(name)
    if (left.size > 0)
      throw new Error(
        `Files of the build import each other: ${[...left].map(([name, imports]) => `${name} of ${imports.filter((one) => left.has(one)).join(' ')}`).join(', ')}`,
      )
  },
}

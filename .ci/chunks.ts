// Which modules of the page travel together. Left alone, the bundler makes a file of every set of modules that the same
// parts share: more than a hundred files for one answer, each with a round trip of its own where a line is slow.
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext

/** What comes with the page, with its examples, with the second stage of the first load, and with an answer. */
const STAGES = {
  index: ['app/main.tsx'],
  start: [
    'features/evidence/ExampleList.tsx',
    'features/diagnosis/ExamplePreview.tsx',
    'features/policies/PreviewedPolicy.tsx',
  ],
  engine: ['state/engine-chunk.ts'],
  answer: [
    'features/diagnosis/JudgedDiagnosis.tsx',
    'features/diagnosis/WaitingVerdict.tsx',
    'features/diagnosis/WaitingProblems.tsx',
    'features/evidence/EvidenceDetails.tsx',
    'features/policies/LayerBody.tsx',
    'features/policies/QuestionPanel.tsx',
    'features/policies/WaitingTexts.tsx',
  ],
} as const

type Stage = keyof typeof STAGES

/** Everything that modules need at once, with themselves. */
function closureOf(starts: Iterable<string>, graph: Graph): ReadonlySet<string> {
  const all = new Set<string>(starts)
  for (const id of all) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) all.add(imported)
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

/** The stages, and what parts of an answer share with parts that are fetched apart from it. */
interface Cut extends Readonly<Record<Stage, ReadonlySet<string>>> {
  readonly elsewhere: ReadonlySet<string>
}

function cutOf(root: string, graph: Graph): Cut {
  const idsOf = (stage: Stage) => STAGES[stage].map((file) => join(root, 'src/view', file))
  const staged = new Set(Object.keys(STAGES).flatMap((stage) => idsOf(stage as Stage)))
  const missing = [...staged].filter((id) => graph.getModuleInfo(id) === null)
  if (missing.length > 0) throw new Error(`No module of the page: ${missing.join(', ')}`)
  const [main = ''] = idsOf('index')
  const apart = [...fetchedFrom(main, graph)].filter((id) => !staged.has(id))
  return {
    index: closureOf(idsOf('index'), graph),
    start: closureOf(idsOf('start'), graph),
    engine: closureOf(idsOf('engine'), graph),
    answer: closureOf(idsOf('answer'), graph),
    elsewhere: closureOf(apart, graph),
  }
}

/** In bytes, before packing: what is shared in another way than its neighbours is a file of its own only above this. */
const SMALLEST = { engine: 10_000, shared: 8_000 }

/** How the page is cut into files. */
export function chunks(root: string): Rolldown.CodeSplittingOptions {
  let cut: Cut | null = null
  const named =
    (name: string, isIn: (id: string, cut: Cut) => boolean) =>
    (id: string, graph: Graph): string | null => {
      const info = graph.getModuleInfo(id)
      // What is fetched by itself keeps a file of its own name.
      if (info === null || info.isEntry || info.dynamicImporters.length > 0) return null
      return isIn(id, (cut ??= cutOf(root, graph))) ? name : null
    }
  return {
    groups: [
      { name: named('index', (id, { index }) => index.has(id)), priority: 5 },
      { name: named('start', (id, { start }) => start.has(id)), priority: 4 },
      {
        name: named('engine', (id, { engine }) => engine.has(id)),
        entriesAware: true,
        entriesAwareMergeThreshold: SMALLEST.engine,
        priority: 3,
      },
      // Before what stands on it, which would take it along.
      {
        name: named('shared', (id, { answer, elsewhere }) => answer.has(id) && elsewhere.has(id)),
        entriesAware: true,
        entriesAwareMergeThreshold: SMALLEST.shared,
        priority: 2,
      },
      { name: named('answer', (id, { answer }) => answer.has(id)), priority: 1 },
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
    if (left.size > 0)
      throw new Error(
        `Files of the build import each other; merge less, or more (SMALLEST): ${[...left.keys()].join(', ')}`,
      )
  },
}

import { structuredPatch } from 'diff'

/** Lines of context around a change. */
const CONTEXT = 2
/** Lines that differ at most; two texts with more have next to nothing in common. */
const MOST_EDITS = 1000
/** Stands between changes that are apart. */
const GAP = ' …'

const marked = (sign: string, text: string): readonly string[] =>
  text === '' ? [] : text.split(/\r?\n/).map((line) => `${sign}${line}`)

/** What changes between two texts, as the lines of a diff: each change with a little of what stands around it. */
export const textDiff = (before: string, after: string): string => {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
    stripTrailingCr: true,
  })
  if (patch === undefined) return [...marked('-', before), ...marked('+', after)].join('\n')
  return patch.hunks.map(({ lines }) => lines.filter((line) => !line.startsWith('\\')).join('\n')).join(`\n${GAP}\n`)
}

import { structuredPatch } from 'diff'

/** A change drawn between the lines of the text that it is for; lines count from 1. */
export interface InlineChange {
  readonly removed: readonly number[]
  /** Lines that come after one; 0: before the first. */
  readonly added: readonly { readonly after: number; readonly lines: readonly string[] }[]
}

/** A change of more lines is another document, which is read beside the first. */
const MOST_LINES = 60

/** What a change takes from a text and adds to it; null where the text has one line only, or nearly all of it changes. */
export function inlineChange(before: string, after: string): InlineChange | null {
  if (!before.trim().includes('\n')) return null
  const patch = structuredPatch('', '', before, after, '', '', {
    context: 0,
    maxEditLength: MOST_LINES,
    stripTrailingCr: true,
  })
  if (patch === undefined) return null
  const removed: number[] = []
  const added: { readonly after: number; readonly lines: readonly string[] }[] = []
  for (const { oldStart, oldLines, lines } of patch.hunks) {
    const last = oldStart + oldLines - 1
    for (let line = oldStart; line < oldStart + oldLines; line += 1) removed.push(line)
    const put = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1))
    if (put.length > 0) added.push({ after: last, lines: put })
  }
  return { removed, added }
}

import { structuredPatch } from 'diff'

/** Lines of context around a change. */
const CONTEXT = 2
/** Lines that differ at most; two texts with more have next to nothing in common. */
const MOST_EDITS = 1000

/** A line of a diff: ' ' both texts have it, '-' only the text before, '+' only the text after, '…' lines are left out. */
export interface ChangedLine {
  readonly sign: ' ' | '-' | '+' | '…'
  readonly text: string
  /** Which line it is, from 1: of the text before where it goes, else of the text after; null for what is left out. */
  readonly at: number | null
}

const GAP: ChangedLine = { sign: '…', text: '', at: null }

const whole = (sign: '-' | '+', text: string): readonly ChangedLine[] =>
  text === '' ? [] : text.split(/\r?\n/).map((line, index) => ({ sign, text: line, at: index + 1 }))

/** What changes between two texts, line by line: each change with a little of what stands around it. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
    stripTrailingCr: true,
  })
  if (patch === undefined) return [...whole('-', before), ...whole('+', after)]
  return patch.hunks.flatMap(({ lines, oldStart, newStart }, hunk) => {
    let [old, now] = [oldStart, newStart]
    const told = lines
      .filter((line) => !line.startsWith('\\'))
      .map((line): ChangedLine => {
        const sign = line.startsWith('-') ? '-' : line.startsWith('+') ? '+' : ' '
        const at = sign === '-' ? old : now
        if (sign !== '+') old += 1
        if (sign !== '-') now += 1
        return { sign, text: line.slice(1), at }
      })
    return hunk === 0 ? told : [GAP, ...told]
  })
}

/** What changes between two texts, as the lines of a diff. */
export const textDiff = (before: string, after: string): string =>
  changedLines(before, after)
    .map(({ sign, text }) => (sign === '…' ? ' …' : `${sign}${text}`))
    .join('\n')

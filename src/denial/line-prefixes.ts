import type { Edit } from './mapped-text'

/** What a tool writes at the beginning of each line. */
export interface LinePrefix {
  /** Matches at the beginnings of lines. */
  readonly pattern: RegExp
  /** Whether the prefixes count the lines. */
  readonly counts?: true
}

/** Ordered from the outermost to the innermost. */
export const LINE_PREFIXES: readonly LinePrefix[] = [
  // Line numbers.
  { pattern: /^[ \t]{0,8}\d{1,6}(?:[:.)]\B|[ \t]{0,4}[|│]|\t)[ \t]?/gm, counts: true },
  // Containers.
  { pattern: /^(?:[A-Za-z][\w.-]{0,60}[ \t]{1,20}\||\[pod\/[\w./-]{1,200}\])(?:[ \t]|$)/gm },
  {
    // Syslog.
    pattern:
      /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} [\w./-]{1,60}(?:\[\d{1,8}\])?:(?:[ \t]|$)/gm,
  },
  {
    // Timestamps.
    pattern:
      /^[ \t]*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t]|$)[ \t]?(?:\|[ \t]|std(?:out|err)[ \t][FP](?:[ \t]|$))?/gm,
  },
]

/** Whether the numbers at the beginnings of the lines go up by one. */
function goUp(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
}

/** Finds a prefix that nine of ten lines have, and at least two. */
export function linePrefix({ pattern, counts }: LinePrefix): (text: string) => Edit[] {
  return (text) => {
    const found = [...text.matchAll(pattern)]
    const lines = text.split('\n').filter((line) => line.trim() !== '').length
    if (found.length < 2 || found.length * 10 < lines * 9) return []
    if (counts && !goUp(found.map(([prefix]) => Number.parseInt(prefix, 10)))) return []
    return found.map(({ 0: prefix, index }) => ({ start: index, end: index + prefix.length, to: '' }))
  }
}

import type { Edit } from '../text/mapped-text'
import { append } from '../text/append'
import { linesOf, type LinePlace } from '../text/lines-of'

/** What a tool writes at the beginning of each line. */
interface LinePrefix {
  /** At the beginning of a line, with the one blank behind it. */
  readonly pattern: RegExp
  /** Does its first group count the lines? */
  readonly counts?: true
  /** Does it say when the line was written? That is evidence, and no mere dress. */
  readonly isTime?: true
  /** Nobody begins two lines so by himself: else nearly all lines have it, or what stands behind it goes on over lines. */
  readonly isFrame?: true
  /** Columns of a table look the same: no line of it has another border. */
  readonly isOneColumn?: true
  /** Its first group is one name, or each is one of this look. */
  readonly isName?: RegExp
  /** What may stand behind it, the same in all lines. */
  readonly then?: RegExp
}

const LEVEL = /^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?:?(?:[ \t]|$)/

/** Ordered from the outermost to the innermost. */
const LINE_PREFIXES: readonly LinePrefix[] = [
  // Quoted mails and chats, the boxes of Terraform, columns of trees.
  { pattern: /^[ \t]{0,8}(?:[│┃║▏❯›»]|>(?!=|>> ))[ \t]?/, isFrame: true },
  { pattern: /^[ \t]{0,8}\|(?!\|)[ \t]?/, isFrame: true, isOneColumn: true },
  // Files and line numbers of grep, line numbers of editors and of cat -n.
  { pattern: /^(?!\d{4}-\d\d-\d\d[T:])[\w./-]{1,200}[:-](\d{1,6})[:-]/, counts: true },
  { pattern: /^[ \t]{0,8}(\d{1,6})(?:[:.)-](?:[ \t]|$)|[ \t]{0,4}[|│→](?:[ \t]|$)|[ \t]|$)/, counts: true },
  // Containers and jobs that write into one log.
  {
    pattern: /^([a-z][\w.-]{0,60})[ \t]{1,20}\|(?! {0,3}\d{1,4}\/\d)(?:[ \t]|$)/i,
    isOneColumn: true,
    isName: /[-_.\d]/,
  },
  { pattern: /^\[pod\/[\w./-]{1,200}\](?:[ \t]|$)/ },
  // Syslog.
  {
    pattern:
      /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} [\w./-]{1,60}(?:\[\d{1,8}\])?:(?:[ \t]|$)/,
    isTime: true,
    then: LEVEL,
  },
  // Times, with the stream behind them.
  {
    pattern:
      /^[ \t]{0,8}\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?(?:UTC)?[+-]\d\d:?\d\d| UTC)?\]?(?:[ \t]|$)(?:\|[ \t]|std(?:out|err)[ \t][FP](?:[ \t]|$))?/,
    isTime: true,
    then: LEVEL,
  },
  { pattern: /^1\d{12}[\t ]/, isTime: true },
]

interface Prefixed extends LinePlace {
  readonly name: string | undefined
  /** Where what stands behind the prefix begins. */
  readonly from: number
}

/** No prefix is longer. */
const LONGEST = 300

const isBlank = (text: string, { start, end }: LinePlace): boolean =>
  end === start || text.slice(start, end).trim() === ''

/** The runs of lines that all have a prefix; lines without anything may stand between them. */
function runsOf(
  text: string,
  lines: readonly LinePlace[],
  { pattern, counts }: LinePrefix,
): readonly (readonly Prefixed[])[] {
  const runs: Prefixed[][] = []
  let run: Prefixed[] = []
  let last = Number.NaN
  const close = () => {
    if (run.length >= 2) runs.push(run)
    run = []
  }
  for (const line of lines) {
    const found = pattern.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST)))
    const number = Number(found?.[1])
    if (found === null && isBlank(text, line)) continue
    if (found === null || (counts && run.length > 0 && number !== last + 1)) close()
    if (found === null) continue
    run.push({ ...line, name: found[1], from: line.start + found[0].length })
    last = number
  }
  close()
  return runs
}

/** Behind the prefix, the line goes on with what another began. */
const CONTINUES = /^[ \t]+\S|^[}\])]/

/** Is it the frame of a box that ends with a border on the right, and has none between? */
function isBox(text: string, run: readonly Prefixed[], border: string): boolean {
  const [first] = run
  if (first === undefined) return false
  const rows = run.map(({ start, end }) => text.slice(start, end).trimEnd())
  if (!rows.every((row) => row.endsWith(border) && row.length === rows[0]!.length)) return false
  const from = first.from - first.start
  const inside = rows.map((row) => row.slice(from, -1))
  return ![...inside[0]!].some((char, at) => char === border && inside.every((row) => row.charAt(at) === border))
}

/** How far all lines of a run are indented behind the prefix, and what stands there the same in all of them. */
function alsoIn(text: string, run: readonly Prefixed[], then: RegExp | undefined): readonly Prefixed[] {
  const rest = (one: Prefixed) => text.slice(one.from, Math.min(one.end, one.from + LONGEST))
  const same = then?.exec(rest(run[0]!))?.[0]
  const behind =
    same !== undefined && run.every((one) => `${rest(one)} `.startsWith(`${same.trimEnd()} `))
      ? run.map((one) => ({ ...one, from: Math.min(one.end, one.from + same.length) }))
      : run
  let least = Infinity
  for (const one of behind) {
    if (least === 0) return behind
    if (!isBlank(text, { start: one.from, end: one.end })) least = Math.min(least, indentOf(rest(one)))
  }
  return least === 0 || least === Infinity
    ? behind
    : behind.map((one) => ({ ...one, from: Math.min(one.end, one.from + least) }))
}

const MOST_COMPARED = 10_000

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0

const LONG = 100_000
const BEGINNING = 20_000

/** The edits that take one kind of prefix away. */
function editsOf(text: string, row: LinePrefix): readonly Edit[] {
  // A long log is written by one tool.
  if (text.length > LONG && runsOf(text, linesOf(text.slice(0, BEGINNING)), row).length === 0) return []
  const lines = linesOf(text)
  const runs = runsOf(text, lines, row)
  if (runs.length === 0) return []
  const filled = lines.reduce((sum, line) => sum + (isBlank(text, line) ? 0 : 1), 0)
  const edits: Edit[] = []
  for (const run of runs) {
    const goesOn = () => run.some(({ from, end }) => CONTINUES.test(text.slice(from, Math.min(end, from + 40))))
    if (!row.isFrame && run.length * 10 < filled * 9 && !(run.length > 2 && goesOn())) continue
    const { isName } = row
    if (isName && run.some(({ name = '' }) => name !== run[0]!.name && !isName.test(name))) continue
    const border = text.slice(run[0]!.start, run[0]!.from).trim()
    const boxed = border.length === 1 && isBox(text, run, border)
    if (row.isOneColumn && !boxed && hasColumns(text, run)) continue
    append(
      edits,
      alsoIn(text, run, row.then).flatMap(({ start, from, end }): Edit[] => {
        const right = boxed ? text.slice(from, end).trimEnd().slice(0, -1).trimEnd().length + from : end
        const before = { start, end: from, to: '' }
        return right < end ? [before, { start: Math.max(from, right), end, to: '' }] : [before]
      }),
    )
  }
  return edits
}

/** Has one line in three a further border? A table of its own begins with one. */
const hasColumns = (text: string, run: readonly Prefixed[]): boolean =>
  run.some(({ from }) => text.charAt(from) !== '|') &&
  run.filter(({ from, end }) => / \|(?: |$)/.test(text.slice(from, Math.min(end, from + 1_000)))).length * 3 >=
    run.length

const stepOf = (row: LinePrefix) => (text: string) => (text.includes('\n') ? editsOf(text, row) : [])

/** What begins each line of a text, by the kinds of tools that write it. */
export const linePrefixes: readonly ((text: string) => readonly Edit[])[] = LINE_PREFIXES.map(stepOf)

/** The same but times. */
export const prefixesWithoutTimes: typeof linePrefixes = LINE_PREFIXES.filter(({ isTime }) => isTime !== true).map(
  stepOf,
)

const TIMES = LINE_PREFIXES.filter(({ isTime }) => isTime === true)

/** Times alone. */
export const timePrefixes: typeof linePrefixes = TIMES.map(stepOf)

/** How long the time is at which a log wrote the line that begins at a place, with the level behind it; 0: it has none. */
export function timeLength(text: string, from = 0): number {
  const line = text.slice(from, from + LONGEST).split('\n', 1)[0] ?? ''
  for (const { pattern, then } of TIMES) {
    const time = pattern.exec(line)?.[0]
    if (time !== undefined) return time.length + (then?.exec(line.slice(time.length))?.[0].length ?? 0)
  }
  return 0
}

/** What of all lines is indented alike: a text that was put into a code block. */
export function commonIndent(text: string): readonly Edit[] {
  if (!/^[ \t]/.test(text.replace(/^\s{0,400}\n/, ''))) return []
  const lines = linesOf(text).filter((line) => !isBlank(text, line))
  const [first] = lines
  if (first === undefined || lines.length > MOST_COMPARED) return []
  const indent = /^[ \t]*/.exec(text.slice(first.start, first.end))?.[0] ?? ''
  const shared = lines.reduce((least, { start, end }) => {
    const own = text.slice(start, Math.min(end, start + least.length))
    let same = 0
    while (same < own.length && own[same] === least[same]) same += 1
    return least.slice(0, same)
  }, indent)
  return shared === '' ? [] : lines.map(({ start }) => ({ start, end: start + shared.length, to: '' }))
}

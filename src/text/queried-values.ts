import { bracketEnd } from './bracket-end'
import { oneLine } from './one-line'
import { parsedJson } from './parsed-json'

/** A name that a query of the AWS CLI asks for, with what was printed for it. */
export interface QueriedValue {
  readonly name: string
  /** None: there is nothing of the name. */
  readonly values: readonly string[]
  /** What was printed, on one line. */
  readonly written: string
  readonly at: number
}

/** A query of JMESPath with the rest of its line. */
const QUERY =
  /(?<=\s)--query[= ]{1,2}(?:"(?<one>[^"\n]{1,300})"|'(?<two>[^'\n]{1,300})'|(?<plain>[\w.[\],*]{1,200}))(?<rest>[^\n|]{0,200})\n(?<gap>\s{0,20})/g

/** The last names of a query: those of a list, or the one that ends its path. */
function namesOf(query: string): readonly string[] {
  const list = /\[((?:[A-Z]\w{0,60}\s?,\s?){1,12}[A-Z]\w{0,60})\]$/i.exec(query)?.[1]
  if (list !== undefined) return list.split(',').map((name) => name.trim())
  const last = /(?:^|[.\]])([A-Z]\w{0,60})(?:\[\d?\])?$/i.exec(query)?.[1]
  return last === undefined ? [] : [last]
}

/** What is printed where there is nothing. */
const NOTHING = /^(?:null|None)?$/

const LONGEST = 4_000
const MOST_ROWS = 40
const MOST_QUERIES = 40

/** The rows of values that nested lists hold. */
function rowsOf(value: unknown, width: number, depth = 0): readonly (readonly unknown[])[] {
  if (depth > 4) return []
  if (!Array.isArray(value)) return width === 1 ? [[value]] : []
  const isRow = value.length === width && value.every((one) => typeof one !== 'object' || one === null)
  if (isRow && width > 1) return [value]
  return value.slice(0, MOST_ROWS).flatMap((one: unknown) => rowsOf(one, width, depth + 1))
}

interface Printed {
  readonly rows: readonly (readonly unknown[])[]
  readonly end: number
}

function printedAt(text: string, from: number, width: number): Printed | null {
  const first = text.charAt(from)
  if (first === '[') {
    const end = bracketEnd(text, from + 1, LONGEST)
    return end === null ? null : { rows: rowsOf(parsedJson(text.slice(from, end + 1)), width), end: end + 1 }
  }
  const line = /^[^\n]{1,600}/.exec(text.slice(from, from + 600))?.[0].trim() ?? ''
  if (first === '"') return width === 1 ? { rows: [[parsedJson(line)]], end: from + line.length } : null
  // Of words that a shell or a tool prints nothing tells that they are values.
  const cells = line.split(/\t|\s{2,}/)
  const isPlain = cells.length === width && cells.every((cell) => /^[\w:./@+=,*-]+$/.test(cell))
  return isPlain ? { rows: [cells], end: from + line.length } : null
}

/** What queries of commands printed in a text, by the names that they asked for. */
export function queriedValues(text: string): readonly QueriedValue[] {
  return [...text.matchAll(QUERY)].slice(0, MOST_QUERIES).flatMap(({ 0: head, index, groups }) => {
    const names = namesOf((groups?.one ?? groups?.two ?? groups?.plain ?? '').trim())
    const from = index + head.length
    const printed = names.length === 0 ? null : printedAt(text, from, names.length)
    if (printed === null) return []
    const written = oneLine(text.slice(from, printed.end))
    return names.flatMap((name, column): readonly QueriedValue[] => {
      const cells = printed.rows.map((row) => row[column])
      const values = cells.filter((one) => typeof one === 'string').filter((one) => !NOTHING.test(one))
      const [value = ''] = values
      const isNothing = cells.length > 0 && cells.every((one) => one === null || NOTHING.test(String(one)))
      return values.length === 0 && !isNothing
        ? []
        : [{ name, values, written: names.length === 1 ? written : value, at: from }]
    })
  })
}

import { bracketEnd } from '../../text/bracket-end'

/** So much of a text is looked through. */
const MOST_READ = 200_000
const LONGEST = 8_000
const FARTHEST = 4_000

/** What begins a statement with brackets around it, in Terraform and in code. */
const BLOCK =
  /\b(?:statement|condition|principals)\s{0,4}(?=\{)|\bPolicyStatement(?=\()|\b(?:new\s)?(?:iam\.)?PolicyDocument(?=\()/g
/** What every other statement has. */
const EFFECT = /["']?\bEffect["']?\s{0,4}[:=]\s{0,4}["']?(?:Allow|Deny)\b/gi

/** The bracket that is open at a place; null where none is, as in YAML. */
function openBracket(text: string, at: number): number | null {
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const char = text.charAt(i)
    if (char === '}') depth += 1
    else if (char === '{' && depth-- === 0) return i
    // A list that ends before is another statement's; a blank line ends what has no brackets.
    else if (char === '\n' && depth === 0 && text.startsWith('\n\n', i)) return null
  }
  return null
}

const indentOf = (line: string): number => /^[ \t-]*/.exec(line)?.[0].length ?? 0

/** The lines of a statement of YAML: from the item that it is to the last that is as deep. */
function yamlStatement(text: string, at: number): readonly [from: number, to: number] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const depth = at - lineStart
  let from = lineStart
  for (let i = 0; i < 40 && from > 0; i++) {
    if (/^[ \t]*- /.test(text.slice(from, from + 60)) && indentOf(text.slice(from, from + 80)) <= depth) break
    from = text.lastIndexOf('\n', from - 2) + 1
  }
  let to = text.indexOf('\n', at)
  for (let i = 0; i < 80 && to >= 0; i++) {
    const next = text.indexOf('\n', to + 1)
    const line = text.slice(to + 1, next < 0 ? text.length : next)
    if (line.trim() !== '' && (/^[ \t]*/.exec(line)?.[0].length ?? 0) < depth - 2) break
    if (line.trim() === '' && i > 0) break
    to = next
  }
  return [from, to < 0 ? text.length : to]
}

/** More statements are those of an export. */
const MOST_STATEMENTS = 300

type Range = readonly [from: number, to: number]

const blocksIn = (text: string): readonly Range[] =>
  [...text.matchAll(BLOCK)].slice(0, MOST_STATEMENTS).flatMap(({ 0: head, index }): readonly Range[] => {
    const to = bracketEnd(text, index + head.length + 1, LONGEST)
    return to === null ? [] : [[index, to + 1]]
  })

function statementAt(text: string, index: number): Range {
  const open = openBracket(text, index)
  const close = open === null ? null : bracketEnd(text, open + 1, LONGEST)
  return open !== null && close !== null ? [open, close + 1] : yamlStatement(text, index)
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** A text without the statements of its policies, each letter of them a blank, so that places stay. */
export function besidePolicies(whole: string): string {
  const effects = [...whole.slice(0, MOST_READ).matchAll(EFFECT)]
  // What comes behind so many is not read.
  const text = whole.slice(0, effects[MOST_STATEMENTS]?.index ?? MOST_READ)
  const blocks = blocksIn(text)
  const others = effects
    .slice(0, MOST_STATEMENTS)
    .map(({ index }) => index)
    .filter((index) => !blocks.some(([from, to]) => from <= index && index < to))
    .map((index) => statementAt(text, index))
  let rest = ''
  let end = 0
  for (const [from, to] of [...blocks, ...others].toSorted((one, other) => one[0] - other[0])) {
    rest += text.slice(end, Math.max(end, from)) + blank(text.slice(Math.max(end, from), Math.max(end, to)))
    end = Math.max(end, to)
  }
  return rest + text.slice(end)
}

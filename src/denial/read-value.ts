import type { Piece } from './statement'
import type { Range } from './mapped-text'

/** Words with which the sentence goes on after a value. */
const GOES_ON =
  /^(?:on|because|with|is|are|not|status|at|in|and|or|for|to|request|The|User:?|Encoded|Go|\(?Service:?|Error:?|Caused|Traceback|[({[<"'*+|]|-\s|\d{4}-\d\d-|$)/
const CLAUSE = /^(?:on|because|with|\(Service|status)\b/

const CLOSERS: Readonly<Record<string, string>> = { '<': '>', '{': '}', '[': ']' }

/** Where a value ends that has no quotes: at a blank, but not inside a placeholder such as `<account id>`. */
function tokenEnd(text: string, at: number): number {
  let i = at
  while (i < text.length) {
    const char = text.charAt(i)
    if (/[\s"'<>,;`]/.test(char) || char === '\u3001') {
      const close = CLOSERS[char]
      if (close === undefined) break
    }
    const close = CLOSERS[char]
    if (close !== undefined) {
      const inner = text.slice(i + 1, i + 60)
      const length = inner.search(close === '>' ? /[>\n<]/ : close === '}' ? /[}\n]/ : /[\]\n]/)
      const closed = length >= 0 && inner.charAt(length) === close
      if (char === '<' && (!closed || (/^\/?[A-Z]\w*$/.test(inner.slice(0, length)) && inner.startsWith('/')))) {
        // an opening bracket that nothing closes stays part of the value unless a tag begins here
        if (inner.startsWith('/') || !/^\w+\s/.test(inner)) break
        i++
        continue
      }
      if (closed) {
        i += length + 2
        continue
      }
    }
    i++
  }
  return i
}

interface NextLine {
  readonly start: number
  readonly end: number
  readonly rest: string
}

function nextLine(text: string, end: number): NextLine | null {
  if (text.charAt(end) !== '\n') return null
  let start = end + 1
  while (start < text.length && /[ \t]/.test(text.charAt(start))) start++
  if (start >= text.length || text.charAt(start) === '\n') return null
  const token = tokenEnd(text, start)
  return { start, end: token, rest: text.slice(token, token + 40).trimStart() }
}

/** Whether an action that stops at a line end goes on in the next line, as in `iam:PutRolePo⏎licy`. */
function actionContinues(value: string, text: string, next: NextLine): boolean {
  const token = text.slice(next.start, next.end)
  if (!value.includes(':')) return /^[a-z0-9-]*:[A-Za-z*]+$/.test(token)
  if (value.endsWith(':')) return /^[A-Za-z*]+$/.test(token)
  return /^[A-Za-z]+$/.test(token) && !GOES_ON.test(token) && CLAUSE.test(next.rest)
}

/** Whether an ARN or a name that stops at a line end goes on in the next line. */
function resourceContinues(value: string, text: string, next: NextLine): boolean {
  const token = text.slice(next.start, next.end)
  if (GOES_ON.test(token)) return false
  const colons = value.split(':').length - 1
  if (value.startsWith('arn:') && colons < 5) return true
  if (/^(?:because|with)\b|^\(Service/.test(next.rest)) return true
  return /[-/:_]$/.test(value) && /^[\w/:.*-]*[\d/:_-][\w/:.*-]*$/.test(token)
}

/** Reads the action or the resource that begins at a place, over the lines that a medium broke it into. */
export function readToken(text: string, at: number, kind: 'action' | 'resource'): Piece {
  const ranges: Range[] = []
  let start = at
  let value = ''
  for (let line = 0; line < 8; line++) {
    const end = tokenEnd(text, start)
    if (end > start) ranges.push([start, end])
    value += text.slice(start, end)
    const next = nextLine(text, end)
    if (!next || value === '') break
    const continues = kind === 'action' ? actionContinues(value, text, next) : resourceContinues(value, text, next)
    if (!continues) break
    start = next.start
  }
  return { value, ranges }
}

/** Shortens a piece by characters at its end. */
export function dropEnd(piece: Piece, count: number): Piece {
  const ranges = piece.ranges.map((range) => [...range] as [number, number])
  let left = count
  while (left > 0) {
    const last = ranges.at(-1)
    if (!last) break
    const take = Math.min(left, last[1] - last[0])
    last[1] -= take
    left -= take
    if (last[0] === last[1]) ranges.pop()
  }
  return { value: piece.value.slice(0, piece.value.length - count), ranges }
}

/** Shortens a piece by characters at its beginning. */
export function dropStart(piece: Piece, count: number): Piece {
  const ranges = piece.ranges.map((range) => [...range] as [number, number])
  let left = count
  while (left > 0) {
    const first = ranges[0]
    if (!first) break
    const take = Math.min(left, first[1] - first[0])
    first[0] += take
    left -= take
    if (first[0] === first[1]) ranges.shift()
  }
  return { value: piece.value.slice(count), ranges }
}

const TAIL = /(?:(?<!\.)\.|[,;:)\]}'"|\\_]|\*{2,}(?=$)|<\/?\w*)$/

const unbalanced = (value: string, open: string, close: string) => value.split(close).length > value.split(open).length

/** A value without the punctuation, quotes and markup that follow it. */
export function trimValue(piece: Piece): Piece {
  let current = piece
  for (let i = 0; i < 12; i++) {
    const tail = TAIL.exec(current.value)?.[0]
    if (tail === undefined) return current
    if (tail === '}' && !unbalanced(current.value, '{', '}')) return current
    if (tail === ']' && !unbalanced(current.value, '[', ']')) return current
    if (tail === ')' && !unbalanced(current.value, '(', ')')) return current
    if (tail.startsWith('*')) {
      // "/***" is the wildcard and a bold mark; "***" alone is a mask
      if (!/[\w/:]\*{2,3}$/.test(current.value) || /[:/]\*\*$/.test(current.value)) return current
      current = dropEnd(current, 2)
      continue
    }
    current = dropEnd(current, tail.length)
  }
  return current
}

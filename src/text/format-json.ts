import { createScanner } from 'jsonc-parser'
import { MAX_JSON_DEPTH } from './json-limits'

type Token = 'blank' | 'line' | 'open' | 'close' | 'comma' | 'colon' | 'line-comment' | 'comment' | 'value'

const SIGNS = new Map<string, Token>([
  [' ', 'blank'],
  ['\t', 'blank'],
  ['\n', 'line'],
  ['\r', 'line'],
  ['{', 'open'],
  ['[', 'open'],
  ['}', 'close'],
  [']', 'close'],
  [',', 'comma'],
  [':', 'colon'],
])

/** What a token is by how it begins; whatever is no sign and no comment is a value. */
function tokenOf(written: string): Token {
  if (written.startsWith('//')) return 'line-comment'
  return written.startsWith('/*') ? 'comment' : (SIGNS.get(written[0]!) ?? 'value')
}

/** A line, two blanks a level. Levels that nobody reads get no more blanks, or the text would grow by its square. */
const lineAt = (depth: number): string => `\n${'  '.repeat(Math.min(depth, MAX_JSON_DEPTH))}`

/** What stood between two tokens. */
type Gap = 'none' | 'blank' | 'line'

const GAPS: Readonly<Record<Gap, (depth: number) => string>> = { none: () => '', blank: () => ' ', line: lineAt }

/** What stands between two tokens when they are laid out. */
function between(last: Token, next: Token, depth: number, gap: Gap): string {
  if (last === 'line-comment') return lineAt(depth)
  if (next === 'comment' || next === 'line-comment') return gap === 'line' ? lineAt(depth) : ' '
  if (last === 'open') return next === 'close' ? '' : lineAt(depth)
  if (next === 'close' || last === 'comma') return lineAt(depth)
  if (last === 'colon') return ' '
  return next === 'comma' || next === 'colon' ? '' : GAPS[gap](depth)
}

/**
 * Lays out JSON text over lines, two blanks a level, in time linear in its length. Tokens stay as they are, duplicates,
 * comments and what is no JSON too.
 */
export function formatJson(text: string): string {
  const scanner = createScanner(text)
  const parts: string[] = []
  let last: Token | null = null
  let depth = 0
  let gap: Gap = 'none'
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const start = scanner.getTokenOffset()
    const written = text.slice(start, start + scanner.getTokenLength())
    const token = tokenOf(written)
    if (token === 'blank') gap = gap === 'none' ? 'blank' : gap
    else if (token === 'line') gap = 'line'
    else {
      if (token === 'close') depth = Math.max(0, depth - 1)
      if (last !== null) parts.push(between(last, token, depth, gap))
      parts.push(written)
      if (token === 'open') depth += 1
      last = token
      gap = 'none'
    }
  }
  return parts.join('')
}

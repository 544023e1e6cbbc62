import { isMark } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'

/** One place of a pattern or text: a character, what `?` or `*` stands for, or a hole. */
export type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'run' }
  | { readonly kind: 'hole'; readonly mark: string }

const ONE: Token = { kind: 'one' }
/** Any characters. */
export const RUN: Token = { kind: 'run' }

/** Text without wildcards as a pattern. */
export const literally = (text: string): readonly PatternPart[] => [{ text, literal: true }]

/** A pattern text, whose `*` and `?` are wildcards. */
export const asPattern = (text: string): readonly PatternPart[] => [{ text, literal: false }]

/** The places of a pattern. */
export function tokensOf(parts: readonly PatternPart[]): readonly Token[] {
  const tokens: Token[] = []
  for (const { text, literal } of parts) {
    for (const char of text.split('')) {
      if (isMark(char)) tokens.push({ kind: 'hole', mark: char })
      else if (literal || (char !== '*' && char !== '?')) tokens.push({ kind: 'char', char })
      else tokens.push(char === '*' ? RUN : ONE)
    }
  }
  return tokens
}

/** Are they the same character, or the same hole? */
export const isSame = (a: Token, b: Token): boolean =>
  (a.kind === 'char' && b.kind === 'char' && a.char === b.char) ||
  (a.kind === 'hole' && b.kind === 'hole' && a.mark === b.mark)

/** A pattern and a text without what they have in common at both ends, which makes no difference. */
interface Reduced {
  readonly pattern: readonly Token[]
  readonly text: readonly Token[]
}

/** The same without what both begin and end with. */
export function reduce(pattern: readonly Token[], text: readonly Token[]): Reduced {
  let start = 0
  const least = Math.min(pattern.length, text.length)
  while (start < least && isSame(pattern[start] as Token, text[start] as Token)) start++
  let end = 0
  while (end < least - start && isSame(pattern.at(-1 - end) as Token, text.at(-1 - end) as Token)) end++
  return { pattern: pattern.slice(start, pattern.length - end), text: text.slice(start, text.length - end) }
}

/** The same as texts, for a sentence. */
export function withoutCommonEnds(parts: readonly PatternPart[], text: string): { pattern: string; text: string } {
  const reduced = reduce(tokensOf(parts), tokensOf(literally(text)))
  return { pattern: textOf(reduced.pattern), text: textOf(reduced.text) }
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.kind === 'char' ? token.char : token.kind === 'hole' ? token.mark : token === ONE ? '?' : '*',
    )
    .join('')

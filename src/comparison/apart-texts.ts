import { charsOf, freshChar, likePattern, textOfBoth, type TextPattern } from '../evaluation/operators/text-walk'
import { matchWildcard } from '../iam/wildcard'
import { globsIntersect } from '../reference/glob'

const ANYTHING = likePattern('*')

/** Where each text of one pattern is of the other, or none is: which are within which. Null: some overlap otherwise. */
function nested(patterns: readonly string[]): readonly (readonly string[])[] | null {
  const within = patterns.map((): string[] => [])
  for (let i = 0; i < patterns.length; i++)
    for (let other = i + 1; other < patterns.length; other++) {
      const [one, also] = [patterns[i] as string, patterns[other] as string]
      if (matchWildcard(one, also)) within[i]?.push(also)
      else if (matchWildcard(also, one)) within[other]?.push(one)
      else if (globsIntersect(one, also)) return null
    }
  return within
}

/**
 * A text within a template for each way to fit some patterns, where none of them overlap but those that lie within each
 * other: a text of each that is of none within it, and one of none at all. Null: that is not told so. `whole` is the
 * template with `*` for all that is open in it.
 */
export function apartTexts(patterns: readonly string[], within: TextPattern, whole: string): readonly string[] | null {
  if (patterns.some((pattern) => pattern.includes('?'))) return null
  const inner = nested(patterns)
  if (inner === null) return null
  const other = freshChar(new Set(charsOf(within) + patterns.join('')))
  const isOf = (text: string, some: readonly string[]): boolean => some.some((one) => matchWildcard(one, text))
  const texts: string[] = []
  if (!isOf(whole, patterns)) {
    const outside = textOfBoth(within, ANYTHING, other)
    if (outside === null || isOf(outside, patterns)) return null
    texts.push(outside)
  }
  for (const [i, pattern] of patterns.entries()) {
    const text = textOfBoth(within, likePattern(pattern), other)
    if (text === null) continue
    if (isOf(text, inner[i] ?? [])) return null
    texts.push(text)
  }
  return texts
}

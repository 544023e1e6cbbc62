import { splitArn } from '../../iam/arn'
import { compileParts, hasLiteralWildcard, type Pattern, type PatternPart } from '../../iam/wildcard'

/** Six patterns, one for each part of an ARN; null when the value is no ARN. A variable may hold colons of its own. */
export function arnPatterns(text: string, parts: readonly PatternPart[] | null): readonly Pattern[] | null {
  const split = splitArn(text)
  if (split === null) return null
  if (parts === null || !hasLiteralWildcard(parts)) return split[0] === 'arn' ? split : null
  const fields: PatternPart[][] = [[], [], [], [], [], []]
  let field = 0
  for (const { text: piece, literal } of parts) {
    const pieces = piece.split(':')
    pieces.forEach((run, i) => {
      if (i > 0) {
        if (field < 5) field++
        else fields[5]?.push({ text: ':', literal })
      }
      fields[field]?.push({ text: run, literal })
    })
  }
  return fields[0]?.map(({ text: piece }) => piece).join('') === 'arn' ? fields.map(compileParts) : null
}

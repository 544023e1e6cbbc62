import { splitArn } from '../../iam/arn'
import { compileParts, hasLiteralWildcard, type Pattern, type PatternPart } from '../../iam/wildcard'

/** Six patterns, one for each part of an ARN; null when the value is no ARN. A variable may hold colons of its own. */
export function arnPatterns(text: string, parts: readonly PatternPart[] | null): readonly Pattern[] | null {
  const split = splitArn(text)
  if (split === null || split[0] !== 'arn') return null
  return parts !== null && hasLiteralWildcard(parts) ? arnFields(parts).map(compileParts) : split
}

/** What stands in each of the six parts of an ARN; the last keeps its own colons. */
export function arnFields(parts: readonly PatternPart[]): readonly (readonly PatternPart[])[] {
  const fields: PatternPart[][] = [[], [], [], [], [], []]
  let field = 0
  for (const { text, literal } of parts) {
    text.split(':').forEach((run, i) => {
      if (i > 0) {
        if (field < 5) field++
        else fields[5]?.push({ text: ':', literal })
      }
      fields[field]?.push({ text: run, literal })
    })
  }
  return fields
}

import { marksIn, type Holes } from '../../case/holes'
import type { PatternPart } from '../../iam/wildcard'
import type { Requirement } from '../evaluation'
import type { Question } from '../question'
import type { HoleTest } from './hole-test'
import { exampleOf } from './common-text'
import { literally, withoutCommonEnds } from './marked-text'

/** Kinds that compare in lower case what is not written so. */
const isFolded = (kind: string): boolean => kind === 'action' || kind === 'stringIgnoreCase'

/** Does any of these patterns fit a text? */
export function comparisonWithAny(
  kind: string,
  patterns: readonly (readonly PatternPart[])[],
  text: string,
  passes: HoleTest['passes'],
  holes: Holes,
): HoleTest {
  const spelled = patterns.map((parts) => parts.map((part) => part.text).join(''))
  return {
    id: `${kind} ${spelled.join(' or ')} ${text}`,
    marks: marksIn(...spelled, text),
    passes,
    ...(isFolded(kind) ? {} : { fits: patterns.map((pattern) => ({ pattern, text })) }),
    // Found where they are asked for: most questions are the same as another.
    get examples() {
      return patterns.map((parts) => exampleOf(parts, text, holes))
    },
  }
}

/** Does a pattern fit a text? */
export const comparison = (
  kind: string,
  parts: readonly PatternPart[],
  text: string,
  passes: HoleTest['passes'],
  holes: Holes,
): HoleTest => comparisonWithAny(kind, [parts], text, passes, holes)

/** Are two texts the same? */
export const equality = (kind: string, a: string, b: string, passes: HoleTest['passes'], holes: Holes): HoleTest =>
  comparison(kind, literally(a), b, passes, holes)

/** The question whether a test passes. */
export function askTest(test: HoleTest, requirement: (holds: boolean) => Requirement): Question {
  return {
    id: test.id,
    keys: [],
    answer: null,
    requirements: (holds) => [requirement(holds)],
    probe: null,
    samples: [],
    holes: { marks: test.marks, tests: [test], holds: ([passed]) => passed === true },
  }
}

/** A question on holes that also hangs on keys, or of which no text is an answer: it may turn out either way. */
export const askFreely = (
  id: string,
  keys: readonly string[],
  marks: readonly string[],
  requirements: Question['requirements'],
): Question => ({
  id,
  keys,
  answer: null,
  requirements,
  probe: null,
  samples: [],
  holes: { marks, tests: null },
})

/** What holes must be so that a text fits a pattern, or one of several values does by an operator. */
export function holeRequirement(
  text: string,
  operator: string,
  values: readonly string[],
  holds: boolean,
  holes: Holes,
): Requirement {
  const marks = marksIn(text, ...values)
  const part = marks.map((mark) => holes.of(mark).part).find((one) => one !== null)
  const names = [...new Set(marks.filter((mark) => holes.of(mark).part === null).map((mark) => holes.of(mark).name))]
  return { kind: 'hole', holes: names, part: part ?? null, text, operator, values, holds }
}

/** The same for one pattern, without what it has in common with the text. */
export function fitRequirement(parts: readonly PatternPart[], text: string, holds: boolean, holes: Holes): Requirement {
  const whole = parts.map((part) => part.text).join('')
  // A reference stands for a whole ARN: what it has in common with the text is no part of what is written.
  const isFormed = holes.withoutForms(whole) !== whole || holes.withoutForms(text) !== text
  const reduced = isFormed ? { text, pattern: whole } : withoutCommonEnds(parts, text)
  const isPattern = parts.some((part) => !part.literal && /[*?]/.test(part.text))
  return holeRequirement(reduced.text, isPattern ? 'StringLike' : 'StringEquals', [reduced.pattern], holds, holes)
}

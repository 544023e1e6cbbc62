import type { Reach } from '../../policy/reach'
import type { Words } from '../../text/phrase'
import type { Fix, FixChange } from '../explanation'
import { textDifference } from './text-difference'

/** Another text for one that a fix says, given what stands in the policy before. */
type ToText = (value: string, before: string) => string

/** A string in a JSON text. */
export const LITERAL = /"(?:[^"\\]|\\.)*"/g

/** The strings of a JSON text that are new in it; what the reader wrote stays as it is. */
const inText = (text: string, before: string, to: ToText): string =>
  text.replaceAll(LITERAL, (literal) => (before.includes(literal) ? literal : `"${to(literal.slice(1, -1), before)}"`))

const inChange = (change: FixChange, there: string, to: ToText): FixChange => {
  const after = inText(change.after, change.before + there, to)
  return after === change.after ? change : { ...change, after, edit: textDifference(change.before, after) }
}

/** What is marked as code in a sentence, said as another text. */
export const inCode = (words: readonly Words[], to: (value: string) => string): readonly Words[] =>
  words.map((one) =>
    one.mark === 'code' ? { ...one, text: to(one.text), ...(one.whole && { whole: to(one.whole) }) } : one,
  )

const inReach = (reach: Reach, to: (value: string) => string): Reach => ({
  ...reach,
  resources: { ...reach.resources, patterns: reach.resources.patterns.map(to) },
  principal: reach.principal && to(reach.principal),
  when: reach.when.map(({ key, values }) => ({ key, values: values.map(to) })),
})

/** The changes of a fix with other texts for what is new in them; `there` is what the policies of the layer say besides. */
export const changedTexts = (fix: Fix, there: string, to: ToText): readonly FixChange[] =>
  fix.changes.map((change) => inChange(change, there, to))

/** A fix with these changes, and all that is said of it in the same texts. */
export function withChangedTexts(
  fix: Fix,
  changes: readonly FixChange[],
  there: string,
  to: ToText,
  inSentences: ToText = to,
): Fix {
  const before = [...fix.changes.map((change) => change.before), there].join('\n')
  const said = (value: string): string => inSentences(value, before)
  return {
    ...fix,
    changes,
    sentence: inCode(fix.sentence, said),
    opens: inCode(fix.opens, said),
    reach: inReach(fix.reach, said),
    reaches: fix.reaches.map((one) => inReach(one, said)),
    statement: fix.statement && (JSON.parse(inText(JSON.stringify(fix.statement), before, to)) as Fix['statement']),
  }
}

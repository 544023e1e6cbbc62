import { parseOperator } from '../../iam/condition-operators'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { writtenValues } from '../messages/conditions'
import type { Generator } from './deny-edit'
import { appendMember } from './edit-json'
import { memberOf } from '../../case/case-documents'

/** The one test under which an Allow lets the request in; null: it has none, or several, or fails for something else. */
const soleTest = ({ effect, elements }: StatementResult): ElementResult | null => {
  const [test, ...others] = elements.filter(({ element }) => element === 'Condition')
  const fits = elements.every(({ element, matches }) => element === 'Condition' || matches === 'yes')
  return effect === 'Allow' && fits && test !== undefined && others.length === 0 ? test : null
}

/** A value that a request can carry for a test to hold; null where the policy writes a pattern. */
const valueFor = (written: string | undefined, isAddress: boolean): string | null => {
  if (written === undefined || /[*?$]/.test(written)) return null
  return isAddress ? written.replace(/\/\d+$/, '') : written
}

/**
 * A policy that allows under a test, and denies under another one beside it: whoever wrote the Allow means those requests to
 * pass, so the Deny exempts them and denies everything else as before.
 */
export const exemptAllowed: Generator = ({ deny, result, document, node, all }) => {
  const condition = memberOf(node, 'Condition')?.value
  if (condition?.kind !== 'object') return []
  const beside = result.statements.filter((one) => one.level === deny.level && one.policy === deny.policy)
  return beside.flatMap((allow) => {
    const test = soleTest(allow)
    const operator = parseOperator(test?.operator ?? '')
    const opposite = operator?.set === 'none' && !operator.negated && !operator.ifExists ? operator.opposite : null
    const key = test?.key ?? ''
    const isTested = deny.elements.some((one) => one.key?.toLowerCase() === key.toLowerCase())
    if (test === null || opposite === null || isTested || test.matches === 'no') return []
    const values = writtenValues(test)
    const carried = valueFor(values[0], operator?.family === 'ip')
    if (carried === null) return []
    const written = values.length === 1 ? (values[0] ?? '') : values
    const tests = memberOf(condition, opposite)?.value
    const edit =
      tests?.kind === 'object'
        ? appendMember(document.text, tests, key, written)
        : appendMember(document.text, condition, opposite, { [key]: written })
    return [
      {
        code: 'exempt-allowed' as const,
        edits: [edit],
        reach: { ...all, when: [{ key, values }] },
        value: allow.sid ?? '',
        assumes: [{ key, values: [carried] }],
      },
    ]
  })
}

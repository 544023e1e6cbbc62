import type { ContextValue, KeptTest } from '../../case/access-case'
import { fieldsOf, textOf } from '../../text/fields'
import type { Draft } from '../draft'

/** The tests that are kept with a draft. */
export const testsOf = ({ tests }: Draft): readonly KeptTest[] => tests ?? []

const withTests = (draft: Draft, tests: readonly KeptTest[]): Draft => {
  const { tests: _before, ...rest } = draft
  return tests.length === 0 ? rest : { ...rest, tests }
}

const idOf = ({ expect: _, ...request }: KeptTest): string => JSON.stringify(Object.entries(request).toSorted())

/** Keeps a test; of one request the newest expectation counts. */
export const keepTest = (draft: Draft, test: KeptTest): Draft =>
  withTests(draft, [...testsOf(draft).filter((one) => idOf(one) !== idOf(test)), test])

/** Takes a test away. */
export const dropTest = (draft: Draft, at: number): Draft =>
  withTests(
    draft,
    testsOf(draft).filter((_, index) => index !== at),
  )

const MOST_TESTS = 100

const valueFrom = (value: unknown): ContextValue =>
  Array.isArray(value) ? (value as readonly unknown[]).map((one) => textOf(one)) : textOf(value)

/** The tests of a case from outside, whatever stands there; one without an action is none. */
export function testsFrom(tests: unknown): readonly KeptTest[] {
  if (!Array.isArray(tests)) return []
  return (tests as readonly unknown[])
    .slice(0, MOST_TESTS)
    .map(fieldsOf)
    .flatMap((one): readonly KeptTest[] => {
      const { principal, resourceAccount, expect } = one
      const action = textOf(one['action'])
      if (action === '' || (expect !== 'allowed' && expect !== 'denied')) return []
      const context = Object.entries(fieldsOf(one['context']))
      return [
        {
          action,
          resource: textOf(one['resource']),
          ...(typeof principal === 'string' ? { principal } : {}),
          ...(typeof resourceAccount === 'string' ? { resourceAccount } : {}),
          ...(context.length > 0
            ? { context: Object.fromEntries(context.map(([key, value]) => [key, valueFrom(value)])) }
            : {}),
          expect,
        },
      ]
    })
}

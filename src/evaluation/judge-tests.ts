import type { AccessCase, KeptTest } from '../case/access-case'
import { isFields } from '../text/fields'
import { evaluateCase, type Known } from './compile-case'
import type { Decision } from './evaluation'

/** What became of a test that is kept with a case. */
export interface JudgedTest {
  readonly test: KeptTest
  readonly decision: Decision
  /** Is it decided as expected? Null where that depends on something unknown. */
  readonly isMet: boolean | null
}

/** The case of a test: its own request, the policies of the case. */
function caseOfTest(
  { linked: _linked, tests: _tests, error: _error, ...rest }: AccessCase,
  test: KeptTest,
): AccessCase {
  const { principal, otherContext, resourceAccount } = rest.request
  const { expect: _expect, ...request } = test
  return {
    ...rest,
    request: {
      principal,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...request,
      context: request.context ?? {},
      ...(otherContext && { otherContext }),
    },
  }
}

/** Judges the tests that are kept with a case by its policies: each is a request that has to pass, or must not. */
export function judgeTests(accessCase: AccessCase, known: Known = {}): readonly JudgedTest[] {
  const tests = Array.isArray(accessCase.tests) ? (accessCase.tests as readonly KeptTest[]).filter(isFields) : []
  return tests.map((test) => {
    const { decision } = evaluateCase(caseOfTest(accessCase, test), known)
    const isMet = decision === 'depends' ? null : (decision === 'allowed') === (test.expect === 'allowed')
    return { test, decision, isMet }
  })
}

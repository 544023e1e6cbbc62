import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { evaluate } from '../../evaluation/evaluate'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { decodeService } from '../../reference/service-reference'
import { openCase } from '../../testing/arbitrary-case'
import { maskedCase } from '../../testing/arbitrary-open-case'
import { isJudgeable, type JudgedCase } from '../judged-case'
import { explainFindings } from './explain-findings'
import { findFindings } from './find-findings'

const s3 = decodeService({ v: 1, p: 's3', n: 'Amazon S3', k: [], r: [], a: [['GetObject', 'R']] })
const WITH_S3: Reference = { ...NO_REFERENCE, service: (prefix) => (prefix === 's3' ? s3 : null) }

const ENDINGS = ['', ' with an explicit deny', ' because no identity-based policy allows the action'] as const

/** A case of which no policy is given. */
const bare = ({ request, facts }: AccessCase): AccessCase => ({
  version: 1,
  request,
  policies: { otherLayers: 'unknown' },
  ...(facts && { facts }),
})

const judgedOf = (accessCase: AccessCase, ending: string, reference: Reference): JudgedCase => {
  const { principal, action, resource } = accessCase.request
  const words = `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}${ending}`
  return { accessCase, evaluation: evaluate(accessCase, { reference }), denial: parseDenials(words)[0] ?? null }
}

const anyCase = fc.oneof(openCase, maskedCase)
const knownAs = fc.constantFrom(NO_REFERENCE, WITH_S3)

it('without a policy the findings are those of all rules', () => {
  let bareOnes = 0
  fc.assert(
    fc.property(anyCase, fc.boolean(), fc.constantFrom(...ENDINGS), knownAs, (given, isBare, ending, reference) => {
      const judged = judgedOf(isBare ? bare(given) : given, ending, reference)
      const all = isJudgeable(judged) ? explainFindings(judged, reference) : []
      if (isBare && all.length > 0) bareOnes += 1
      expect(findFindings(judged, reference, explainFindings)).toEqual(all)
    }),
    { numRuns: 150 },
  )
  expect(bareOnes).toBeGreaterThan(10)
})

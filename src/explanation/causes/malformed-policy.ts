import { PROBLEM_MESSAGES } from '../../policy/problem-messages'
import { levelsOf, policiesIn } from '../../case/layer-policies'
import { CASE_LAYERS, hasLevels } from '../../iam/layers'
import { parsePolicy } from '../../policy/parse-policy'
import { textOfCode } from '../../text/message-text'
import type { Evidence } from '../evidence'
import type { JudgedCase } from '../judged-case'
import { say, strong, type Phrase } from '../../text/phrase'

/** The first mistake of the policies given here for which IAM refuses to store one; null where they have none. */
export const malformedPolicy = ({ accessCase }: JudgedCase): { sentence: Phrase; evidence: Evidence } | null => {
  const { policies } = accessCase
  for (const layer of CASE_LAYERS) {
    const levels = hasLevels(layer) ? levelsOf(policies, layer).map((_, level) => level) : [null]
    for (const level of levels) {
      for (const [policy, { name, document }] of policiesIn(policies, { layer, level }).entries()) {
        const problem = parsePolicy(document, layer).problems.find(({ severity }) => severity === 'error')
        if (problem === undefined) continue
        const { code, data, span } = problem
        return {
          sentence: say`In ${strong(name)}: ${textOfCode(PROBLEM_MESSAGES[code], data)}`,
          evidence: { layer, place: { level, policy, statement: 0 }, span },
        }
      }
    }
  }
  return null
}

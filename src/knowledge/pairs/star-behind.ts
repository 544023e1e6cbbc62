import { WITHOUT_PARTS } from '../../facts/arns-without-parts'
import { serviceOfAction } from '../../iam/action'
import { namedTexts } from '../../policy/statement-names'
import type { FindPair } from './pair-finder'

const STAR = ':*'

/** The role’s policy names what a service delivers to with `:*` behind it, as a log group has it, and nothing else. */
export const starBehindTarget: FindPair = ({ policies }) => {
  const written = policies.flatMap(({ layer, policy }) =>
    policy.statements
      .filter(({ effect, action }) => {
        const services = namedTexts(action).map(serviceOfAction)
        return effect === 'Allow' && services.length > 0 && services.every((one) => WITHOUT_PARTS.has(one))
      })
      .flatMap(({ resource }) => namedTexts(resource).map((text) => ({ layer, text }))),
  )
  const [first] = written
  if (first === undefined || written.some(({ text }) => !text.endsWith(STAR) || text.length < 8)) return null
  const { layer, text } = first
  return {
    layer,
    facts: { asked: text, there: text.slice(0, -STAR.length) },
    clues: [{ kind: 'resource-written', text }],
  }
}

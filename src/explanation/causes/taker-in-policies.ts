import { roleTakerOf } from '../../facts/calls/needs-of-call'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'

/**
 * The service that takes roles from the calls which the caller's policies allow by name, where they are of one: who may make
 * them hands the role to it. Nothing where a wildcard can stand for other calls that hand roles over.
 */
export function takerInPolicies({ accessCase }: JudgedCase): string | undefined {
  const allowed = statementsOfLayer(accessCase.policies, 'identity')
    .flatMap((one) => (one['Effect'] === 'Allow' ? [one['Action'] ?? '*'].flat() : []))
    .map(String)
  const isOpen = allowed.some(
    (action) => action === '*' || /:(?:\*|(?:Create|Run|Start|Update|Put)[a-z]*\*)$/i.test(action),
  )
  return isOpen ? undefined : onlyOne(allowed.flatMap((action) => roleTakerOf(action) ?? []))
}

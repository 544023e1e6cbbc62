import { isServicePrincipal } from '../../iam/principal'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'
import type { WordedRow } from '../../knowledge/likely-causes'
import type { Cause, FurtherCheck } from '../answer'
import type { JudgedCase } from '../judged-case'
import { possibleDenies } from '../words/claim-reading'
import { rowPhrase } from '../words/row-phrase'
import { openElements } from './cause-remedies'
import { openDeny } from './given-causes'
import { askingCheck } from './asking-check'

/** The layers that hold for whoever reaches the resource, also for AWS's own identities. */
const OF_RESOURCE: ReadonlySet<Layer> = new Set<Layer>(['resource', 'rcp'])

/**
 * An identity of AWS's own, such as an origin access identity, is a user in no organization and no service principal.
 * https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/resource_control_policies/README.md
 */
const NEVER_OF_OWN = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalServiceName']

/** Does a Deny match, or hang on nothing but what the caller is? What hangs on the call itself lets usual calls pass. */
const stops = (statement: StatementResult): boolean =>
  statement.openEffect !== true &&
  (statement.matches === 'yes' ||
    (openElements(statement).length > 0 &&
      openElements(statement).every(({ element, key = '' }) => element === 'Condition' && /^aws:Principal/i.test(key))))

const denyOf = (judged: JudgedCase): readonly [LayerResult, StatementResult] | null => {
  for (const result of judged.evaluation.layers) {
    const deny = OF_RESOURCE.has(result.layer) ? possibleDenies(result).find(stops) : undefined
    if (deny !== undefined) return [result, deny]
  }
  return null
}

/** The Deny given here that stops those whom an Allow lets in, in the place of a row that is left where they are let in; null where one of them gets through. */
export function deniedThoughLetIn(given: JudgedCase, known: WordedRow): readonly Cause[] | null {
  const { letIn = [], facts, said } = known
  const { fixOfDeny } = said
  const causes = letIn.map(({ principal = '', action, resource }): Cause | null => {
    const isService = isServicePrincipal(principal)
    const check: FurtherCheck = {
      principal: isService ? principal : null,
      action,
      resource,
      ...(!isService && { carriesNo: NEVER_OF_OWN }),
    }
    const judged = askingCheck(given, check)
    const found = denyOf(judged)
    if (found === null) return null
    const cause: Cause = { ...openDeny(judged, ...found), ground: 'check-shown', about: check }
    return isService || fixOfDeny === undefined
      ? cause
      : { ...cause, check: null, remedy: rowPhrase(fixOfDeny, facts), isInWords: true }
  })
  const shown = causes.filter((one) => one !== null)
  return shown.length > 0 && shown.length === causes.length ? shown.slice(0, 1) : null
}

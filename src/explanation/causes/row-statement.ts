import { hasBlank } from '../../text/blank'
import { resourcesInPolicies } from '../../policy/statements-of-layer'
import type { JudgedCase } from '../judged-case'
import type { NeededStatement } from '../../knowledge/knowledge'
import { withBlanks } from '../words/row-phrase'
import { resourceInText } from './known-resource'
import type { StatementJson } from './least-statement'
import type { CheckTest } from './tested-check'

/** A statement that a row asks for, with a blank for each gap. */
export const statementJson = ({ effect, principal, actions, resource, condition }: NeededStatement): StatementJson => {
  const statement = {
    Effect: effect,
    ...(principal && { Principal: principal }),
    Action: actions.length === 1 ? actions[0] : actions,
    ...(resource !== undefined && { Resource: resource }),
    ...(condition && { Condition: condition }),
  }
  return JSON.parse(JSON.stringify(statement), (_, value: unknown) =>
    typeof value === 'string' ? withBlanks(value) : value,
  ) as StatementJson
}

/** What lets one check through, where no Deny stops it. */
export const allowing = ({ check, outcome, result, judged }: CheckTest): readonly StatementJson[] => {
  if (result?.status === 'explicitDeny' || outcome === 'allowed') return []
  const { action, resource } = check
  const named = hasBlank(resource) ? namedInPolicies(judged, action) : null
  return [{ Effect: 'Allow', Action: action, Resource: named ?? resource }]
}

/** The one ARN of the policies here that an action can have; null: there is none, or several. */
const namedInPolicies = (judged: JudgedCase, action: string): string | null =>
  resourceInText(judged, action, resourcesInPolicies(judged.accessCase.policies).join('\n'))

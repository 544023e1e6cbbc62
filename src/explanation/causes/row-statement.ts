import type { NeededStatement } from '../../knowledge/knowledge'
import { withBlanks } from '../words/row-phrase'
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
export const allowing = ({ check: { action, resource }, outcome, result }: CheckTest): readonly StatementJson[] =>
  result?.status === 'explicitDeny' || outcome === 'allowed'
    ? []
    : [{ Effect: 'Allow', Action: action, Resource: resource }]

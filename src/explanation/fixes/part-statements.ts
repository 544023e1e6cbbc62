import { serviceOfAction } from '../../iam/action'
import type { StatementJson } from '../causes/least-statement'

const GRANT = 'kms:CreateGrant'

/** To make grants is tied to AWS services, which other actions of a statement are not: it gets a statement of its own. */
export const withGrantApart = (statement: StatementJson): readonly StatementJson[] => {
  const { Action: actions } = statement
  if (!Array.isArray(actions) || !actions.includes(GRANT)) return [statement]
  return [
    { ...statement, Action: actions.filter((one) => one !== GRANT) },
    { ...statement, Action: GRANT },
  ]
}

/** Statements of the policies of several resources, by the service that they are of. */
export const byService = (statements: readonly StatementJson[]): readonly (readonly StatementJson[])[] => {
  const serviceOf = ({ Action }: StatementJson) => serviceOfAction(String([Action].flat()[0]))
  return [...new Set(statements.map(serviceOf))].map((service) =>
    statements.filter((one) => serviceOf(one) === service),
  )
}

import { serviceOfAction } from '../../iam/action'
import type { StatementJson } from '../causes/least-statement'

/** Actions that are tied to AWS services, with what they are on where the others of a statement are on anything. */
const TIED = [
  ['kms:CreateGrant', '*'],
  ['ec2:CreateNetworkInterfacePermission', 'arn:aws:ec2:<region>:<account>:network-interface/*'],
] as const

/** What is tied to AWS services, as other actions of a statement are not, gets a statement of its own. */
export const withGrantApart = (statement: StatementJson): readonly StatementJson[] => {
  const { Action: actions } = statement
  const [tied, on] = (Array.isArray(actions) && TIED.find(([one]) => actions.includes(one))) || []
  if (!Array.isArray(actions) || tied === undefined) return [statement]
  return [
    { ...statement, Action: actions.filter((one) => one !== tied) },
    { ...statement, Action: tied, ...(statement['Resource'] === '*' && { Resource: on }) },
  ]
}

/** Statements of the policies of several resources, by the service that they are of. */
export const byService = (statements: readonly StatementJson[]): readonly (readonly StatementJson[])[] => {
  const serviceOf = ({ Action }: StatementJson) => serviceOfAction(String([Action].flat()[0]))
  return [...new Set(statements.map(serviceOf))].map((service) =>
    statements.filter((one) => serviceOf(one) === service),
  )
}

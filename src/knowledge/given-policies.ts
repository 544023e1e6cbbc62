import { matchWildcard } from '../iam/wildcard'
import type { Statement } from '../policy/policy'
import type { GivenPolicy } from './knowledge'
import type { Layer } from '../iam/layers'

const covers = (statement: Statement, action: string): boolean => {
  const { not, values } = statement.action
  return values.some(({ text }) => matchWildcard(text.toLowerCase(), action.toLowerCase())) !== not
}

/** The Allow statements given for a layer that name an action, whatever their resources and conditions. */
export const allowsOf = (
  policies: readonly GivenPolicy[],
  layer: Layer,
  action: string,
): readonly { readonly given: GivenPolicy; readonly statement: Statement }[] =>
  policies
    .filter((given) => given.layer === layer)
    .flatMap((given) =>
      given.policy.statements
        .filter((statement) => statement.effect === 'Allow' && covers(statement, action))
        .map((statement) => ({ given, statement })),
    )

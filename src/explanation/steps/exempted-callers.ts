import { parseOperator } from '../../iam/condition-operators'
import { isOutsider, parsePrincipal } from '../../iam/principal'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import type { Instruction } from '../instruction'
import { EXEMPTED } from '../messages/call-changes'
import type { JudgedCase } from '../judged-case'
import { parsePolicy } from '../../policy/parse-policy'
import { missedException } from './missed-exception'

/** Users and roles by name, or by how their names begin. */
const NAMED = /^arn:[^:]*:(?:iam|sts)::[^:]*:(?:user|role)\/(?:.*\/)?([\w+=,.@-]{4,64}\*?)$/

/** Roles that nobody works with: AWS's own, and those for emergencies. */
const OF_NOBODY = /^(?:AWS|cdk-|stacksets-)|break-?glass|emergency|OrganizationAccountAccess|ControlTower/i

const exemptedBy = ({ element, key = '', operator = '', matches, values }: ElementResult): readonly string[] => {
  const parsed = element === 'Condition' ? parseOperator(operator) : null
  const isList = parsed?.negated === true && key.toLowerCase() === 'aws:principalarn' && matches !== 'no'
  return isList ? values.map(({ text }) => text) : []
}

/**
 * Can the caller change the policy that denies, as an administrator of the account that it belongs to? Then the exception is
 * theirs to make, and nobody who does other work is sent ahead.
 */
const isOwnToChange = ({ evaluation, accessCase }: JudgedCase): boolean =>
  evaluation.layer === 'resource' &&
  evaluation.relation === 'sameAccount' &&
  (accessCase.policies.identity ?? []).some(({ document }) =>
    (typeof document === 'string' ? parsePolicy(document, 'identity').statements : []).some(
      (one) =>
        one.effect === 'Allow' &&
        one.conditions.length === 0 &&
        !one.action.not &&
        one.action.values.some(({ text }) => text === '*') &&
        one.resource?.not === false &&
        one.resource.values.some(({ text }) => text === '*'),
    ),
  )

/** Who else may make the call: the users and roles that a Deny exempts by name. */
export function exemptedCallers(judged: JudgedCase, statement: StatementResult): readonly Instruction[] {
  const { effect, openEffect, elements } = statement
  const caller = parsePrincipal(judged.accessCase.request.principal)
  if (effect !== 'Deny' || openEffect === true || caller === null || isOutsider(caller.kind)) return []
  const exempted = elements.flatMap(exemptedBy)
  const names = exempted.map((one) => NAMED.exec(one)?.[1] ?? '')
  if (names.length === 0 || names.some((one) => one === '' || OF_NOBODY.test(one))) return []
  if (missedException(judged, statement) !== null || isOwnToChange(judged)) return []
  return [{ kind: 'call', sentence: EXEMPTED(exempted), commands: [], page: null }]
}

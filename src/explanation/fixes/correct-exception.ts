import type { ElementResult } from '../../evaluation/evaluation'
import { parseOperator } from '../../iam/condition-operators'
import { matchWildcard } from '../../iam/wildcard'
import { contextValue, stepFacts } from '../steps/step-facts'
import type { Generator } from './deny-edit'
import { replaceValue } from './edit-json'
import { memberOf } from '../../case/case-documents'
import { BETWEEN_VALUES } from '../messages/fixes'

const ROLE = /^(arn:[^:]*:iam::[^:]*:role\/)([^/]+)$/

/** The path below which IAM Identity Center puts its roles, with the Region in it that is not that of the first. */
const OF_IDENTITY_CENTER = 'aws-reserved/sso.amazonaws.com/'

/** A pattern for a role by its name, as it covers the role below its path; null: it is meant for others, or covers it. */
const belowPath = (pattern: string, arn: string): string | null => {
  const [, start, name] = ROLE.exec(pattern) ?? []
  const [, path, own] = /:role\/((?:[^/]+\/)+)([^/]+)$/.exec(arn) ?? []
  if (start === undefined || name === undefined || path === undefined || own === undefined || name === '*') return null
  if (!matchWildcard(name, own) || matchWildcard(pattern, arn)) return null
  const fixed = `${start}${path.startsWith(OF_IDENTITY_CENTER) ? `${OF_IDENTITY_CENTER}*` : path}${name}`
  return matchWildcard(fixed, arn) ? fixed : null
}

const exempts = ({ element, key, operator = '' }: ElementResult): boolean => {
  const parsed = parseOperator(operator)
  return (
    element === 'Condition' &&
    key?.toLowerCase() === 'aws:principalarn' &&
    parsed?.negated === true &&
    parsed.set === 'none'
  )
}

/**
 * A Deny that exempts a role by its name, while its ARN has a path: the pattern gets the path, and the Deny exempts whom it
 * was meant to.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const correctException: Generator = ({ situation, deny, document, node, all }) => {
  const arn = contextValue(situation.evaluation.context, 'aws:PrincipalArn') ?? stepFacts(situation).entity?.arn ?? null
  const test = deny.elements.find(exempts)
  const condition = memberOf(node, 'Condition')?.value
  const tests = condition?.kind === 'object' ? memberOf(condition, test?.operator ?? '')?.value : undefined
  const values = tests?.kind === 'object' ? memberOf(tests, test?.key ?? '')?.value : undefined
  if (arn === null || values === undefined) return []
  const list = values.kind === 'array' ? values.items : [values]
  for (const item of list) {
    const fixed = item.kind === 'string' ? belowPath(item.value, arn) : null
    // An operator for equal ARNs takes no pattern.
    const isTaken = fixed !== null && (!/[*?]/.test(fixed) || /like$|^arn/i.test(test?.operator ?? ''))
    if (item.kind !== 'string' || !isTaken) continue
    return [
      {
        code: 'correct-exception',
        edits: [replaceValue(document.text, item, fixed)],
        reach: { ...all, principal: fixed },
        value: [item.value, fixed].join(BETWEEN_VALUES),
      },
    ]
  }
  return []
}

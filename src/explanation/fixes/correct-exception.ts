import type { ElementResult } from '../../evaluation/evaluation'
import { parseOperator } from '../../iam/condition-operators'
import { matchWildcard } from '../../iam/wildcard'
import type { Situation } from '../situation'
import { contextValue, stepFacts } from '../steps/step-facts'
import { testMember, type Generator } from './deny-edit'
import { replaceValue } from './edit-json'
import { BETWEEN_VALUES } from '../messages/fixes'

const ROLE = /^(arn:[^:]*:iam::[^:]*:role\/)((?:[^/]+\/)*)([^/]+)$/

/** The path below which IAM Identity Center puts its roles; its Region comes behind, but for that of the first. */
const OF_IDENTITY_CENTER = 'aws-reserved/sso.amazonaws.com/'

/** The ARN of the role as a text or the request has it, with its path; one of IAM Identity Center has one in any case. */
const wholeArn = ({ accessCase }: Situation, arn: string): string => {
  const [, start = '', path = '', name = ''] = ROLE.exec(arn) ?? []
  if (!name.startsWith('AWSReservedSSO_')) return arn
  const text = accessCase.error ?? ''
  const at = text.indexOf(`/${name}"`)
  const [written = arn] = at < 0 ? [] : (/arn:[^\s"']*$/.exec(text.slice(Math.max(0, at - 200), at)) ?? [])
  if (at >= 0 && written.startsWith(start)) return `${written}/${name}`
  return path === '' ? `${start}${OF_IDENTITY_CENTER}${name}` : arn
}

/** A pattern for a role by its name, as it covers the role below its path; null: it is meant for others, or covers it. */
const belowPath = (pattern: string, arn: string): string | null => {
  const [, start, written = '', name] = ROLE.exec(pattern) ?? []
  const [, , path = '', own] = ROLE.exec(arn) ?? []
  if (start === undefined || name === undefined || path === '' || own === undefined || name === '*') return null
  const isOfCenter = path.startsWith(OF_IDENTITY_CENTER)
  // The Region in the path is not known from a session.
  const isMissed =
    !matchWildcard(pattern, arn) || (isOfCenter && written === OF_IDENTITY_CENTER && !name.startsWith('*'))
  if (!matchWildcard(name, own) || !isMissed || (written !== '' && !isOfCenter)) return null
  const fixed = `${start}${isOfCenter ? `${OF_IDENTITY_CENTER}*` : path}${name}`
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
  const test = deny.elements.find(exempts)
  const known = test?.actual?.[0] ?? contextValue(situation.evaluation.context, 'aws:PrincipalArn')
  const named = known ?? stepFacts(situation).entity?.arn ?? null
  const arn = named === null ? null : wholeArn(situation, named)
  const values = test && testMember(node, test)?.value
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

import { isArnOf } from '../../iam/arn'
import { matchWildcard, matchAnyCase } from '../../iam/wildcard'
import type { Policy, PolicyText, Statement } from '../policy'
import { allows, eachStatement, GRANTING, testsKey, type Check, type CheckContext, type CheckHit } from './check'
import { ESCALATIONS } from '../../facts/escalations'
import { namesAll } from '../statement-names'

/** The pattern of a statement's Action that covers an action; null where none does. */
function patternFor({ action }: Statement, name: string): PolicyText | null {
  if (action.not) return null
  const lower = name.toLowerCase()
  const service = lower.slice(0, lower.indexOf(':') + 1)
  const covers = (text: string) => {
    const pattern = text.toLowerCase()
    return (pattern.startsWith(service) || pattern.startsWith('*')) && matchWildcard(pattern, lower)
  }
  return action.values.find(({ text }) => covers(text)) ?? null
}

const isEverything = (text: string) => /^(?:\*|\*:\*)$/.test(text)

/** "*" on an action's resources, or on a whole kind of them. */
const onAllRoles = ({ resource }: Statement) =>
  resource !== null && (resource.not || resource.values.some(({ text }) => text === '*' || /:role\/\*$/.test(text)))

const everyAction = ({ action }: Statement) => !action.not && action.values.find(({ text }) => isEverything(text))

function* administrator(statement: Statement): Iterable<CheckHit> {
  const star = everyAction(statement)
  if (allows(statement) && star && namesAll(statement.resource) && statement.conditions.length === 0)
    yield { span: star.span }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function* passRoleStar(statement: Statement): Iterable<CheckHit> {
  const pattern = patternFor(statement, 'iam:PassRole')
  if (!allows(statement) || !pattern || isEverything(pattern.text) || !onAllRoles(statement)) return
  if (!testsKey(statement, ['iam:passedtoservice', 'iam:associatedresourcearn']))
    yield { span: pattern.span, data: { text: pattern.text } }
}

function* passRoleToAnyService(statement: Statement): Iterable<CheckHit> {
  const pattern = patternFor(statement, 'iam:PassRole')
  if (!allows(statement) || pattern?.text.toLowerCase() !== 'iam:passrole' || onAllRoles(statement)) return
  if (!testsKey(statement, ['iam:passedtoservice'])) yield { span: pattern.span }
}

function* assumeAnyRole(statement: Statement): Iterable<CheckHit> {
  const pattern = patternFor(statement, 'sts:AssumeRole')
  if (
    allows(statement) &&
    pattern &&
    !isEverything(pattern.text) &&
    onAllRoles(statement) &&
    statement.conditions.length === 0
  )
    yield { span: pattern.span, data: { text: pattern.text } }
}

/** Resources that take in the linked roles of several services: all, all but some, or a wildcard where the service stands. */
const onAnyLinkedRole = ({ resource }: Statement) =>
  resource !== null &&
  (resource.not ||
    resource.values.some(
      ({ text }) =>
        text === '*' || ['*', 'role/*', 'role/aws-service-role/*'].some((begins) => isArnOf(text, 'iam', begins)),
    ))

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
function* anyLinkedRole(statement: Statement): Iterable<CheckHit> {
  const { action } = statement
  const name = 'iam:CreateServiceLinkedRole'
  const isLeftOut = action.values.some(({ text }) => matchAnyCase(text, name))
  const at = action.not ? (isLeftOut ? undefined : action) : (patternFor(statement, name) ?? undefined)
  if (!allows(statement) || !at || !onAnyLinkedRole(statement) || testsKey(statement, ['iam:awsservicename'])) return
  // Who allows everything is told so.
  if (!everyAction(statement) || !namesAll(statement.resource)) yield { span: at.span }
}

function* allowNotAction(statement: Statement): Iterable<CheckHit> {
  if (allows(statement) && statement.action.not) yield { span: statement.action.span }
}

function* allowNotResource(statement: Statement): Iterable<CheckHit> {
  if (allows(statement) && statement.resource?.not) yield { span: statement.resource.span }
}

/** The pattern of an action that a policy allows everywhere and unconditionally, not with everything else. */
function openPatterns(policy: Policy): (action: string) => PolicyText | undefined {
  const open = policy.statements.filter(
    (statement) =>
      allows(statement) && statement.conditions.length === 0 && namesAll(statement.resource) && !everyAction(statement),
  )
  return (action) =>
    open.map((statement) => patternFor(statement, action)).find((pattern) => pattern !== null) ?? undefined
}

/** So many ways are named where a pattern completes more. */
const NAMED_WAYS = 3

/** The ways to the permissions of somebody mightier. */
const TO_PERMISSIONS = ESCALATIONS.filter(({ to }) => to === 'permissions')

/** The ways that lead from what a policy allows everywhere and unconditionally to more, by the pattern that completes them. */
function openWays({ policy }: CheckContext): ReadonlyMap<PolicyText, readonly (typeof TO_PERMISSIONS)[number][]> {
  const coveredBy = openPatterns(policy)
  const ways = new Map<PolicyText, (typeof TO_PERMISSIONS)[number][]>()
  for (const way of TO_PERMISSIONS) {
    const patterns = way.actions.map(coveredBy)
    const last = patterns.at(-1)
    if (last && patterns.every((pattern) => pattern)) ways.set(last, [...(ways.get(last) ?? []), way])
  }
  return ways
}

/** A pattern that completes one way to more. */
function* escalation(context: CheckContext): Iterable<CheckHit> {
  for (const [{ span }, [way, ...others]] of openWays(context))
    if (way && others.length === 0) yield { span, data: { name: way.name, actions: way.actions.join(', ') } }
}

/** A pattern that completes several ways to more: the first of them stand for all. */
function* escalations(context: CheckContext): Iterable<CheckHit> {
  for (const [{ span, text }, ways] of openWays(context)) {
    if (ways.length < 2) continue
    const named = ways.slice(0, NAMED_WAYS).map(({ name }) => name)
    yield { span, data: { text, count: String(ways.length), actions: named.join(', ') } }
  }
}

/** Ways that lead there from this policy and the others of its holder, and from neither alone. */
function* escalationTogether({ policy, beside }: CheckContext): Iterable<CheckHit> {
  if (beside.length === 0) return
  const here = openPatterns(policy)
  const others = beside.map((each) => ({ name: each.name, covers: openPatterns(each.policy) }))
  for (const { name, actions } of TO_PERMISSIONS) {
    const mine = actions.flatMap((action) => here(action) ?? [])
    const missing = actions.filter((action) => !here(action))
    const givers = missing.map((action) => others.find(({ covers }) => covers(action))?.name)
    const isTheirs = actions.every((action) => others.some(({ covers }) => covers(action)))
    const [first] = mine
    if (!first || missing.length === 0 || isTheirs || givers.includes(undefined)) continue
    const policies = [...new Set(givers)].join(', ')
    yield { span: first.span, data: { name, actions: actions.join(', '), missing: missing.join(', '), policies } }
  }
}

/** Checks of how much is granted. */
export const GRANT_CHECKS: readonly Check[] = [
  { code: 'grant-everything', severity: 'securityWarning', types: GRANTING, find: eachStatement(administrator) },
  { code: 'pass-role-any-role', severity: 'securityWarning', types: ['identity'], find: eachStatement(passRoleStar) },
  {
    code: 'pass-role-any-service',
    severity: 'suggestion',
    types: ['identity'],
    find: eachStatement(passRoleToAnyService),
  },
  { code: 'assume-any-role', severity: 'securityWarning', types: ['identity'], find: eachStatement(assumeAnyRole) },
  {
    code: 'linked-role-of-any-service',
    severity: 'securityWarning',
    types: ['identity'],
    find: eachStatement(anyLinkedRole),
  },
  { code: 'allow-not-action', severity: 'securityWarning', types: GRANTING, find: eachStatement(allowNotAction) },
  { code: 'allow-not-resource', severity: 'securityWarning', types: GRANTING, find: eachStatement(allowNotResource) },
  { code: 'privilege-escalation', severity: 'securityWarning', types: ['identity'], find: escalation },
  { code: 'privilege-escalations', severity: 'securityWarning', types: ['identity'], find: escalations },
  { code: 'privilege-escalation-together', severity: 'securityWarning', types: ['identity'], find: escalationTogether },
]

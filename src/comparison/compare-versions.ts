import { LAYERS } from '../iam/layers'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { compareAccess } from './compare-access'
import type { IsOver } from './difference-search'
import { serviceOfAction } from '../iam/action'
import { accountOfArn, isAccountId } from '../iam/arn'
import { comparedStatements, type ComparedStatement } from './compared-statements'
import type { AccessChange, AccessComparison, AccessDifference, AccessQuestion } from './comparison'
import { deniesAlone } from './denies-alone'
import { SOME_ACCOUNT } from './tried-request'

/** The account of a resource: its own callers alone can be allowed without its policy. */
function ownersOf({ resourceAccount }: AccessQuestion, statements: readonly ComparedStatement[]): readonly string[] {
  const named = statements.flatMap(({ statement }) =>
    (statement.resource?.values ?? []).map(({ text }) => accountOfArn(text)),
  )
  return [...new Set([...(resourceAccount === undefined ? [] : [resourceAccount]), ...named, SOME_ACCOUNT])].filter(
    isAccountId,
  )
}

/** All actions of the services that some statements are about; every action where that can be any service. */
function actionsAbout(statements: readonly ComparedStatement[]): readonly string[] {
  const services = statements.flatMap(({ statement: { action } }) =>
    action.not ? [''] : action.values.map(({ text }) => serviceOfAction(text)),
  )
  const isAny = services.some((service) => service === '' || /[*?]/.test(service))
  return isAny ? ['*'] : [...new Set(services)].map((service) => `${service}:*`)
}

/** Where a Deny differs of a layer that other policies can grant beside: the question what it stops of all that these may allow. */
function denyQuestion(question: AccessQuestion): AccessQuestion | null {
  const { layer, before, after } = question
  if (layer === null || LAYERS[layer].role !== 'grants') return null
  const { statements } = comparedStatements(before, after)
  const denies = statements.filter(({ side, statement }) => side !== 'both' && statement.effect === 'Deny')
  if (denies.length === 0) return null
  const hasResource = statements.some(({ statement }) => statement.resource !== null)
  const asked = {
    principal: { AWS: ownersOf(question, statements) },
    actions: actionsAbout(denies),
    ...(hasResource ? {} : { resources: null }),
  }
  return { ...question, before: deniesAlone(before, layer, asked), after: deniesAlone(after, layer, asked) }
}

const idOf = ({ grounds, callers: [widest] }: AccessChange): string =>
  JSON.stringify([grounds.resources, grounds.except, widest?.is, grounds.isStopped])

/** What the Deny statements differ in beyond what the policies themselves allow. */
function besides(found: AccessDifference, own: AccessDifference): AccessDifference {
  const told = new Map<string, Set<string>>()
  for (const change of own.changes) {
    const actions = told.get(idOf(change)) ?? new Set()
    for (const action of change.actions) actions.add(action)
    told.set(idOf(change), actions)
  }
  const isTold = (change: AccessChange): boolean => {
    const actions = told.get(idOf(change))
    return actions !== undefined && change.actions.every((action) => actions.has(action))
  }
  const changes = found.changes.filter((change) => !isTold(change))
  const outcome = changes.length > 0 ? 'some' : found.isComplete ? 'nothing' : 'cannot-say'
  return { ...found, changes, outcome }
}

/**
 * What a change of policies opens and takes away, as `compareAccess` finds it, and what its Deny statements do to requests
 * that another policy allows: a bucket's Deny stops also what an identity-based policy allows.
 */
export function compareVersions(
  question: AccessQuestion,
  reference: Reference = NO_REFERENCE,
  isOver: IsOver = () => false,
): AccessComparison {
  const own = compareAccess(question, reference, isOver)
  const ofDenies = denyQuestion(question)
  if (ofDenies === null) return own
  const { opened, lost } = compareAccess(ofDenies, reference, isOver)
  return { ...own, denies: { opened: besides(opened, own.opened), lost: besides(lost, own.lost) } }
}

import { matchKeyName } from '../../reference/action-keys'
import { matchArnType } from '../../reference/arn-template'
import type { ActionReference, KeyReference } from '../../reference/service-reference'
import type { ConditionEntry, Statement } from '../policy'
import { ALL_TYPES, type Check, type CheckContext, type CheckHit } from './check'
import { eachCondition } from './condition-checks'

const TAG_KEY = /^aws:(?:(?:request|resource)tag\/.+|tagkeys)$/

/** The resource types of an action that the statement's Resource takes in; all where it cannot be told. */
function typesIn({ resource }: Statement, { resources }: ActionReference): ActionReference['resources'] {
  if (!resource || resource.not) return resources
  const fitting = resources.filter(({ type }) =>
    resource.values.some(({ text }) => !text.startsWith('arn:') || matchArnType(text, type)),
  )
  return fitting.length > 0 ? fitting : resources
}

/**
 * Does a request for the action carry the tag key, by action and resource type, as the Service Authorization Reference
 * lists them? A resource type lists the tags of requests for whatever makes it, which says nothing of this action.
 */
function carriersOf(lowerKey: string, statement: Statement, { reference }: CheckContext) {
  const meant = new Map<string, readonly KeyReference[]>()
  const ofRequest = !lowerKey.startsWith('aws:resourcetag/')
  return (action: ActionReference): boolean => {
    let keys = meant.get(action.service)
    if (!keys) {
      keys = reference.service(action.service)?.keys.filter(({ name }) => matchKeyName(name, lowerKey)) ?? []
      meant.set(action.service, keys)
    }
    return keys.some(
      (each) =>
        action.keys.includes(each) ||
        typesIn(statement, action).some(
          ({ keys: own, type }) => own.includes(each) || (!ofRequest && type.keys.includes(each)),
        ),
    )
  }
}

const tagKey = (all: boolean) =>
  function* (
    { lowerKey, key, span, operator }: ConditionEntry,
    statement: Statement,
    context: CheckContext,
  ): Iterable<CheckHit> {
    if (!TAG_KEY.test(lowerKey) || operator.family === 'null' || operator.ifExists) return
    const actions = context.actions(statement) ?? []
    const carries = carriersOf(lowerKey, statement, context)
    const without = actions.filter((action) => !carries(action))
    if (without.length === 0 || (without.length === actions.length) !== all) return
    const named = without.slice(0, 3).map(({ service, name }) => `${service}:${name}`)
    yield {
      span,
      data: {
        key,
        actions: named.join(', '),
        without: without.length,
        all: actions.length,
        date: context.reference.list?.date ?? 'an unknown date',
      },
    }
  }

/** Checks of tags in conditions. */
export const TAG_CHECKS: readonly Check[] = [
  { code: 'tag-key-for-no-action', severity: 'warning', types: ALL_TYPES, find: eachCondition(tagKey(true)) },
  { code: 'tag-key-for-some-actions', severity: 'suggestion', types: ALL_TYPES, find: eachCondition(tagKey(false)) },
]

import { matchKeyName } from '../../reference/action-keys'
import { matchArnType } from '../../reference/arn-template'
import type { ActionReference, KeyReference } from '../../reference/service-reference'
import type { ConditionEntry, Statement } from '../policy'
import { allows, type Check, type CheckContext, type CheckHit } from './check'
import { eachCondition } from './condition-checks'
import { namesAction } from '../statement-names'

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
      keys = reference.service(action.service)?.keys.filter((one) => matchKeyName(one, lowerKey)) ?? []
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

/**
 * Services that ask for an action of their own where a request makes something with tags: by service, or by action where
 * each kind has its own.
 */
const TAGGERS: ReadonlyMap<string, string> = new Map([
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
  ['ec2', 'ec2:CreateTags'],
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html
  ['rds', 'rds:AddTagsToResource'],
  // https://docs.aws.amazon.com/kms/latest/developerguide/tag-permissions.html
  ['kms', 'kms:TagResource'],
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  ['secretsmanager', 'secretsmanager:TagResource'],
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
  ['sqs', 'sqs:TagQueue'],
  // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
  ['sns', 'sns:TagResource'],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_roles.html
  ['iam:createrole', 'iam:TagRole'],
  ['iam:createuser', 'iam:TagUser'],
  ['iam:createpolicy', 'iam:TagPolicy'],
  ['iam:createinstanceprofile', 'iam:TagInstanceProfile'],
])

const OF_REQUEST = /^aws:(?:requesttag\/.+|tagkeys)$/

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-requests */
function* tagActionMissing(entry: ConditionEntry, statement: Statement, context: CheckContext): Iterable<CheckHit> {
  const { lowerKey, key, span, operator } = entry
  const asks = operator.family !== 'null' && !operator.ifExists && !operator.negated && operator.set !== 'all'
  if (!allows(statement) || !OF_REQUEST.test(lowerKey) || !asks) return
  const carries = carriersOf(lowerKey, statement, context)
  const policies = [context.policy, ...context.beside.map(({ policy }) => policy)]
  const isAllowed = (tags: string) =>
    policies.some(({ statements }) => statements.some((each) => allows(each) && namesAction(each, tags)))
  for (const action of context.actions(statement) ?? []) {
    const name = `${action.service}:${action.name}`
    const tags = TAGGERS.get(name.toLowerCase()) ?? TAGGERS.get(action.service)
    if (tags === undefined || tags === name || action.level === 'Tagging' || !carries(action) || isAllowed(tags))
      continue
    yield { span, data: { key, action: name, tags } }
    return
  }
}

/** Checks of tags in conditions. */
export const TAG_CHECKS: readonly Check[] = [
  { code: 'tag-key-for-no-action', severity: 'warning', find: eachCondition(tagKey(true)) },
  { code: 'tag-key-for-some-actions', severity: 'suggestion', find: eachCondition(tagKey(false)) },
  { code: 'tag-action-missing', severity: 'warning', types: ['identity'], find: eachCondition(tagActionMissing) },
]

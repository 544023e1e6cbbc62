import { isRegionName } from '../../iam/regions-in-text'
import { isAccountId, splitArn } from '../../iam/arn'
import { replaceHoles } from '../../iam/find-holes'
import { PARTITIONS } from '../../iam/partitions'
import { hasWildcard } from '../../iam/wildcard'
import { didYouMean } from '../../reference/did-you-mean'
import { actionOf } from '../../reference/action-name'
import { matchArnType, typesMatching } from '../../reference/arn-template'
import type { ActionReference } from '../../reference/service-reference'
import { isShortApiArn } from '../../iam/short-api-arn'
import type { PolicyText, Statement } from '../policy'
import { eachStatement, replaceString, replaceWithEach, type Check, type CheckContext, type CheckHit } from './check'
import { LAYERS } from '../../iam/layers'

/** A check of each value of Resource and NotResource that is more than `*`. */
const eachArn = (find: (value: PolicyText, context: CheckContext) => Iterable<CheckHit>): Check['find'] =>
  eachStatement(function* ({ resource }, context) {
    for (const value of resource?.values ?? []) if (value.text !== '*') yield* find(value, context)
  })

function* notAnArn({ text, span }: PolicyText, { type }: CheckContext): Iterable<CheckHit> {
  if (text.startsWith('arn:') || (type === 'resource' && isShortApiArn(text))) return
  yield { span, data: { text } }
}

function* incomplete({ text, span }: PolicyText, { type }: CheckContext): Iterable<CheckHit> {
  if (!text.startsWith('arn:') || splitArn(text) || text.endsWith('*')) return
  if (LAYERS[type].completesArns) return
  yield { span, data: { text } }
}

function* partition({ text, span }: PolicyText): Iterable<CheckHit> {
  if (!text.startsWith('arn:')) return
  const [, written = ''] = text.split(':', 2)
  if (hasWildcard(written) || written.includes('$') || PARTITIONS.some((known) => known === written)) return
  const near = didYouMean(written, PARTITIONS).map((known) => `arn:${known}${text.slice(4 + written.length)}`)
  yield { span, data: { partition: written }, fixes: replaceWithEach(span, near) }
}

/** The fields of an ARN; a policy variable counts as one letter, for it may hold a colon. */
const fieldsOf = (text: string) => splitArn(text.replace(/\$\{[^{}]{0,200}\}/g, '$'))

function* account({ text, span }: PolicyText): Iterable<CheckHit> {
  const written = fieldsOf(text)?.[4] ?? ''
  if (!text.startsWith('arn:') || ['', 'aws', '*'].includes(written) || hasWildcard(written)) return
  if (!written.includes('$') && !isAccountId(written)) yield { span, data: { account: written } }
}

function* region({ text, span }: PolicyText): Iterable<CheckHit> {
  const written = fieldsOf(text)?.[3] ?? ''
  if (!text.startsWith('arn:') || written === '' || hasWildcard(written) || written.includes('$')) return
  if (!isRegionName(written)) yield { span, data: { region: written } }
}

/** Variables stand after the fifth colon only. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function* variableInField({ text, span }: PolicyText): Iterable<CheckHit> {
  const fields = fieldsOf(text)?.slice(0, 5) ?? []
  const variable = /\$\{[^{}]{0,200}\}/.exec(text)?.[0]
  if (variable && fields.some((field) => field.includes('$'))) yield { span, data: { text: variable } }
}

/**
 * Resource and the actions of a statement that has no NotAction and NotResource and names more than `*`. A resource
 * that may name another service's, by a wildcard in the service field, is left alone.
 */
function arnsBesideActions(statement: Statement, context: CheckContext) {
  const { resource } = statement
  const actions = context.actions(statement)
  if (!actions || actions.length === 0 || !resource || resource.not || resource.values.length === 0) return null
  const texts = resource.values.map(({ text }) => text)
  return texts.some((text) => text === '*' || !text.startsWith('arn:')) ? null : { actions, values: resource.values }
}

/** An ARN as a pattern: what is hidden or cut off may be anything. */
const asPattern = (text: string): string => replaceHoles(text, 'policy', '*')

/** The actions that the statement names one by one, each with its place. */
function* namedActions(
  { action }: Statement,
  { reference }: CheckContext,
): Iterable<readonly [PolicyText, ActionReference]> {
  for (const value of action.values) {
    const found = actionOf(value.text, reference)
    if (found) yield [value, found]
  }
}

function* needsStar(statement: Statement, context: CheckContext): Iterable<CheckHit> {
  if (!arnsBesideActions(statement, context)) return
  for (const [{ span }, { service, name, resources }] of namedActions(statement, context))
    if (resources.length === 0) yield { span, data: { action: `${service}:${name}` } }
}

/** Which of Region and account an ARN has. */
const filledFields = (arn: string): string =>
  (fieldsOf(arn) ?? [])
    .slice(3, 5)
    .map((field) => field !== '')
    .join()

/** An ARN of the service reference as people write one: `arn:aws:s3:::<bucket name>`. */
const withBlanks = (arn: string): string =>
  arn
    .replace('${Partition}', 'aws')
    .replaceAll(
      /\$\{(\w{1,60})\}/g,
      (_, name: string) => `<${name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase()}>`,
    )

function* noResourceForAction(statement: Statement, context: CheckContext): Iterable<CheckHit> {
  const beside = arnsBesideActions(statement, context)
  if (!beside) return
  for (const [{ span }, action] of namedActions(statement, context)) {
    const types = action.resources.map(({ type }) => type)
    const near = types.find(({ arn }) => beside.values.some(({ text }) => filledFields(text) === filledFields(arn)))
    const example = near ?? types[0]
    if (!example || beside.values.some(({ text }) => typesMatching(action, asPattern(text)).length > 0)) continue
    yield {
      span,
      data: {
        action: `${action.service}:${action.name}`,
        types: types.map(({ name }) => name).join(', '),
        example: withBlanks(example.arn),
      },
    }
  }
}

function* noActionForResource(statement: Statement, context: CheckContext): Iterable<CheckHit> {
  const beside = arnsBesideActions(statement, context)
  if (!beside) return
  const types = new Set(beside.actions.flatMap(({ resources }) => resources.map(({ type }) => type)))
  for (const { text, span } of beside.values) {
    if ([...types].some((type) => matchArnType(asPattern(text), type))) continue
    yield { span, data: { text }, fixes: objectsInstead(text, span, beside.actions) }
  }
}

/** A bucket where only object actions stand: the objects of the bucket were meant. */
function objectsInstead(text: string, span: PolicyText['span'], actions: readonly ActionReference[]) {
  const objects = `${text}/*`
  const fits = text.startsWith('arn:') && actions.some((action) => typesMatching(action, objects).length > 0)
  return fits && !text.includes('/') ? replaceString(span, objects) : []
}

/** Checks of what Resource and NotResource name. */
export const RESOURCE_CHECKS: readonly Check[] = [
  { code: 'resource-not-arn', severity: 'error', find: eachArn(notAnArn) },
  { code: 'resource-incomplete-arn', severity: 'error', find: eachArn(incomplete) },
  { code: 'resource-partition', severity: 'error', find: eachArn(partition) },
  { code: 'resource-account', severity: 'error', find: eachArn(account) },
  { code: 'resource-region', severity: 'warning', find: eachArn(region) },
  { code: 'resource-variable-in-field', severity: 'warning', find: eachArn(variableInField) },
  { code: 'action-needs-any-resource', severity: 'warning', find: eachStatement(needsStar) },
  { code: 'action-without-its-resource', severity: 'warning', find: eachStatement(noResourceForAction) },
  { code: 'resource-without-its-action', severity: 'warning', find: eachStatement(noActionForResource) },
]

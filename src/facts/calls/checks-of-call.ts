import { isCall, isOneOf } from '../../iam/call-patterns'
import { takesNoResource } from '../../iam/no-resource-actions'
import { actionsOfOperation } from '../../iam/operations'
import { CALL_FACTS, type CallFact, type CallFactId } from './call-facts'
import { CHECKED_RESOURCES, type CheckedResource } from './checked-resources'
import { resourceByParameters } from './find-resource'
import { keysOfParameters, type ToldKey } from './parameter-keys'
import { firstOf, parameterValues, plainParameter } from './parameter-values'
import { needsOfCall } from './needs-of-call'
import { PASSED_ROLES } from './passed-roles'
import { resourceOfRequest } from './resource-of-request'
import type { WhenCode } from './when'
import { askedOn, type MadeCall, type CallPlace, type MadeCheck, type TypesOfAction, type Looked } from './made-call'
import { firstInPath, isArnOf } from '../../iam/arn'

const MOST_CHECKS = 40
const MOST_OF_ONE = 6

const GAP = /\{([a-z]{1,40})\}/g

/** What the request is made for; `<name>` where nothing tells. */
const filled = (template: string, { values, place }: Looked, id: string): string =>
  template.replace(GAP, (_, name: string) => {
    if (name === 'id') return id
    if (name === 'partition') return place.partition || 'aws'
    const known = name === 'region' ? place.region : name === 'account' ? place.account : (values.get(name)?.[0] ?? '')
    return known === '' ? `<${name === 'databasename' ? 'database' : name === 'tablename' ? 'table' : name}>` : known
  })

/** Types of EC2 whose ARNs have no account. */
const WITHOUT_ACCOUNT: ReadonlySet<string> = new Set(['image', 'snapshot'])

const ec2Template = (type: string): string =>
  `arn:{partition}:ec2:{region}:${WITHOUT_ACCOUNT.has(type) ? '' : '{account}'}:${type}/{id}`

/** Is nothing known of the call but its name? */
const isUnknown = ({ call, values }: Looked): boolean => !call.isWhole && values.size === 0

function resourcesOf(row: CheckedResource, looked: Looked): readonly string[] {
  const template = row.arn ?? ec2Template(row.type)
  if (row.is === 'new') return [filled(template, looked, '*')]
  if (!template.includes('{id}')) return [filled(template, looked, '')]
  const named = firstOf(looked.values, row.by).slice(0, MOST_OF_ONE)
  if (named.length === 0)
    return row.is === 'named' && !isUnknown(looked) ? [] : [filled(template, looked, row.unknown ?? `<${row.type}>`)]
  return named.map((value) => {
    if (value.startsWith('arn:')) return value
    const whole = row.completed && !row.completed[0].test(value) ? `${value}${row.completed[1]}` : value
    return filled(template, looked, row.by.includes('copysource') ? whole.replace(/^\/|\?versionId=.*$/g, '') : whole)
  })
}

/** The value of a parameter; null where the call has none, or only shows that there is one. */
const knownValue = (values: readonly string[] | undefined): string | null =>
  values?.[0] === undefined || values[0] === 'true' ? null : values[0]

/** The resource of an action: what our own table makes of the parameters, else what the reference does. */
function resourceOf(
  action: string,
  { call, values, place }: Looked,
  types: TypesOfAction,
): { readonly type: string | null; readonly resource: string } | null {
  const listed = types(action)
  const own = resourceOfRequest(call.service, place, (name) => knownValue(values.get(plainParameter(name))))
  const type = listed.length === 1 ? listed[0]!.name : null
  return own === null ? resourceByParameters(listed, values, place) : { type, resource: own }
}

/** The checks of the action that bears the name of the operation, one for each resource. */
function ownChecks(looked: Looked, types: TypesOfAction): readonly MadeCheck[] {
  const { call, name, values } = looked
  const actions = actionsOfOperation(call.service, call.operation)
  const told = (action: string, type: string | null) =>
    keysOfParameters(values, action, type, call.isWhole || call.unread !== undefined, call.unread)
  const row = CHECKED_RESOURCES.find(({ calls }) => calls.includes(name))
  if (row !== undefined)
    return row.on
      .filter(({ unless }) => firstOf(values, unless ?? []).length === 0)
      .flatMap((one) => {
        const action = one.action ?? actions[0] ?? ''
        return resourcesOf(one, looked).map((resource): MadeCheck => ({
          action,
          type: one.type,
          resource,
          when: one.is === 'named' ? 'if-named' : 'each-resource',
          isCertain: one.is !== 'named' || !isUnknown(looked),
          keys: told(action, one.type),
          fact: null,
        }))
      })
  return actions.slice(0, actions.length > 1 && call.service !== 'kms' ? 1 : 2).map((action): MadeCheck => {
    const found = takesNoResource(action) ? { type: null, resource: '*' } : resourceOf(action, looked, types)
    return {
      action,
      type: found?.type ?? null,
      resource: found?.resource ?? '',
      when: 'always',
      isCertain: true,
      keys: told(action, found?.type ?? null),
      fact: null,
    }
  })
}

const isOf = ({ calls, exceptCalls }: Pick<CallFact, 'calls' | 'exceptCalls'>, { call, name }: Looked): boolean =>
  !isOneOf(exceptCalls ?? [], name) &&
  (isCall(calls, name) ||
    actionsOfOperation(call.service, call.operation)
      .slice(0, 1)
      .some((action) => isOneOf(calls, action)))

/** Does a parameter of the call ask for it? */
const asks = ({ parameters, values: begins }: Pick<CallFact, 'parameters' | 'values'>, { values }: Looked): boolean =>
  parameters.some((name) =>
    (values.get(name) ?? []).some(
      (value) => value !== '' && (begins === undefined || begins.some((one) => value.toLowerCase().startsWith(one))),
    ),
  )

/** Needs that a call only has where it asks for them by a parameter. */
export const BY_PARAMETER: ReadonlySet<WhenCode> = new Set([
  ...(['asks-for-it', 'names-version', 'sets-acl', 'sets-tags', 'passes-role'] as const),
  ...(['function-encrypted', 'repository-encrypted'] as const),
])

const roleOf = (value: string | undefined, looked: Looked): string => {
  if (value !== undefined && isArnOf(value, 'iam', 'role/')) return value
  const isName = value !== undefined && /^[\w+=,.@/-]{1,200}$/.test(value)
  return filled(`arn:{partition}:iam::{account}:role/{id}`, looked, isName ? value.replace(/^\//, '') : '<role>')
}

/** Parameters that name an instance profile, or what holds a role, and not the role. */
const HOLDERS =
  /^(?:iaminstanceprofile|taskdefinition|launchtemplate|mixedinstancespolicy|ec2attributes|instanceprofilename)$/

function passedChecks(looked: Looked): readonly MadeCheck[] {
  const rows = PASSED_ROLES.filter(({ calls }) => isCall(calls, looked.name))
  return rows.flatMap((row): MadeCheck[] => {
    const by = row.parameters.filter((name) => (looked.values.get(name) ?? []).length > 0)
    if (by.length === 0 && row.isAlways !== true && looked.call.isWhole) return []
    const named = by
      .filter((name) => !HOLDERS.test(name))
      .flatMap((name) => looked.values.get(name) ?? [])
      .filter((value) => value !== 'true')
    const roles = named.length > 0 ? [...new Set(named.map((one) => roleOf(one, looked)))] : [roleOf(undefined, looked)]
    return roles.slice(0, MOST_OF_ONE).map((resource): MadeCheck => ({
      action: 'iam:PassRole',
      type: 'role',
      resource,
      when: 'passes-role',
      isCertain: row.through === undefined && (row.isAlways === true || by.length > 0),
      keys: row.to === null || row.confirmed === 'unconfirmed' ? [] : [{ key: 'iam:PassedToService', value: row.to }],
      fact: 'pass-role',
    }))
  })
}

const keyOf = (looked: Looked): string => {
  const [value] = firstOf(looked.values, [
    'ssekmskeyid',
    'kmskeyid',
    'kmskeyarn',
    'keyid',
    'encryptionconfiguration.kmskey',
    'kmsmasterkeyid',
    'serversideencryption.kmskeyarn',
  ])
  if (value?.startsWith('arn:') && value.includes(':key/')) return value
  const id = value !== undefined && /^(?:mrk-)?[\da-f-]{32,40}$/i.test(value) ? value : '<key>'
  return filled('arn:{partition}:kms:{region}:{account}:key/{id}', looked, id)
}

/** A template of CloudFormation in a bucket, by either form of its address. */
const TEMPLATE_URL =
  /^https:\/\/(?:([a-z\d.-]{3,63})\.s3|s3)(?:[.-][a-z\d-]{1,30})?\.amazonaws\.com(?:\.cn)?\/([^?\s]{1,1000})/

/** The resources of a need, of which the gaps are filled by the call. */
function neededOn(id: CallFactId, row: CallFact, looked: Looked, own: readonly MadeCheck[]): readonly string[] {
  if (row.on === '*') return ['*']
  if (row.needs.some((action) => action.startsWith('kms:')) && row.on.includes(':kms:')) return [keyOf(looked)]
  const first = own[0]?.resource || askedOn(looked, own[0])
  if (row.on.includes('{sourceBucket}'))
    return own.filter(({ action }) => action === 's3:GetObject').map(({ resource }) => resource)
  if (row.on === '{resource}') return [first]
  if (id === 'ec2-tags-at-creation') {
    const types = firstOf(looked.values, ['tagspecifications.resourcetype', 'tagspecification.resourcetype'])
    return types.slice(0, MOST_OF_ONE).map((type) => filled(ec2Template(type), looked, '*'))
  }
  if (looked.call.service === 's3' && first.startsWith('arn:'))
    return [row.on.endsWith('/*') ? first : firstInPath(first)]
  const [, host, path] = TEMPLATE_URL.exec(firstOf(looked.values, ['templateurl'])[0] ?? '') ?? []
  if (row.on.includes(':s3:::') && path !== undefined)
    return [filled('arn:{partition}:s3:::{id}', looked, host === undefined ? path : `${host}/${path}`)]
  const [bucket] = firstOf(looked.values, ['s3bucket', 'code.s3bucket'])
  const [key] = firstOf(looked.values, ['s3key', 'code.s3key'])
  if (row.on.includes(':s3:::') && bucket !== undefined)
    return [filled('arn:{partition}:s3:::{id}', looked, `${bucket}/${key ?? '<key>'}`)]
  const kind = (arn: string) =>
    arn
      .split(':')
      .slice(2, 6)
      .join(':')
      .split(/[/*]/, 1)[0]!
      .replace(/^([^:]*):[^:]*:[^:]*:/, '$1:')
  if (first.startsWith('arn:') && kind(first) === kind(row.on)) return [first]
  return [filled(row.on.replaceAll('*', ''), looked, '')].map((arn) => (/[:/]$/.test(arn) ? `${arn}<name>` : arn))
}

function furtherChecks(looked: Looked, own: readonly MadeCheck[]): readonly MadeCheck[] {
  return (Object.entries(CALL_FACTS) as [CallFactId, CallFact][]).flatMap(([id, row]): MadeCheck[] => {
    // A row on further resources of the same action is about what `CHECKED_RESOURCES` lists.
    if (id === 'pass-role' || row.resources !== undefined || !isOf(row, looked)) return []
    const isAsked = asks(row, looked)
    if (row.isOnlyNamed && !isAsked) return []
    const isCertain = isAsked || (row.when === 'always' && row.parameters.length === 0)
    if (!isCertain && (row.isRare || row.when === 'part-of-it')) return []
    if (!isAsked && BY_PARAMETER.has(row.when) && looked.call.isWhole) return []
    const created = id === 'ec2-tags-at-creation' || id === 'elb-tags-at-creation'
    const keys: readonly ToldKey[] = created
      ? [{ key: `${looked.call.service}:CreateAction`, value: looked.call.operation }]
      : []
    return neededOn(id, row, looked, own).flatMap((resource) =>
      needsOfCall(row, looked.name)
        .filter((action) => !action.includes('*'))
        .map((action): MadeCheck => ({
          action,
          type: null,
          resource: takesNoResource(action) ? '*' : resource,
          when: row.when,
          isCertain,
          keys,
          fact: id,
        })),
    )
  })
}

const sameCheck = (one: MadeCheck, other: MadeCheck): boolean =>
  one.action.toLowerCase() === other.action.toLowerCase() && one.resource === other.resource

/**
 * Every check that AWS makes for a call, as far as the registry and the reference know them: those of its own action
 * first, one for each resource, then the roles that it hands over, and what else it needs.
 */
export function checksOfCall(call: MadeCall, place: CallPlace, types: TypesOfAction): readonly MadeCheck[] {
  const looked: Looked = {
    call,
    name: `${call.service}:${call.operation}`.toLowerCase(),
    values: parameterValues(call.parameters),
    place,
  }
  const own = ownChecks(looked, types)
  const all = [...own, ...passedChecks(looked), ...furtherChecks(looked, own)]
  return all.filter((check, i) => all.findIndex((other) => sameCheck(check, other)) === i).slice(0, MOST_CHECKS)
}

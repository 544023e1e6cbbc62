// Reads AWS's own machine-readable service reference, and completes the reference of the build with it.
// https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html

const fail = (what) => {
  throw new Error(`Not a file of AWS's service reference: ${what}.`)
}

const listOf = (value, what) =>
  value === undefined ? [] : Array.isArray(value) ? value : fail(`${what} is not a list`)
const nameOf = (value, what) =>
  typeof value?.Name === 'string' && value.Name !== '' ? value.Name : fail(`${what} has no Name`)
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** The access level, from the properties that AWS marks; an action with none of them reads. */
function levelOf({ Annotations }) {
  const { IsPermissionManagement, IsTaggingOnly, IsWrite, IsList } = Annotations?.Properties ?? {}
  if (IsPermissionManagement) return 'Permissions management'
  if (IsTaggingOnly) return 'Tagging'
  return IsWrite ? 'Write' : IsList ? 'List' : 'Read'
}

/** The list of services: `[{service, url}]`. */
export const readServiceList = (json) =>
  listOf(json, 'the list of services').map(({ service, url }) =>
    typeof service === 'string' && typeof url === 'string' ? { service, url } : fail('an entry has no service or url'),
  )

/**
 * One service: {prefix, actions, resourceTypes, keys} as the encoder of the build takes them, and `operations`, the
 * authorized actions ("s3:GetObject") by API operation, for services that have them.
 */
export function readServiceFile(json) {
  const prefix = nameOf(json, 'the service')
  return {
    prefix,
    actions: listOf(json.Actions, 'Actions').map((action) => ({
      name: nameOf(action, 'an action'),
      accessLevel: levelOf(action),
      conditionKeys: listOf(action.ActionConditionKeys, 'ActionConditionKeys'),
      resourceTypes: listOf(action.Resources, 'Resources').map((type) => ({
        name: nameOf(type, 'a resource of an action'),
        required: false,
      })),
    })),
    resourceTypes: listOf(json.Resources, 'Resources').flatMap((type) =>
      listOf(type.ARNFormats, 'ARNFormats')
        .slice(0, 1)
        .map((arn) => ({
          key: nameOf(type, 'a resource type'),
          arn,
          conditionKeys: listOf(type.ConditionKeys, 'ConditionKeys'),
        })),
    ),
    keys: listOf(json.ConditionKeys, 'ConditionKeys').map((key) => ({
      key: nameOf(key, 'a condition key'),
      type: listOf(key.Types, 'Types')[0] ?? 'String',
    })),
    operations: Object.fromEntries(
      listOf(json.Operations, 'Operations')
        .filter(({ AuthorizedActions }) => AuthorizedActions !== undefined)
        .map((operation) => [
          nameOf(operation, 'an operation'),
          listOf(operation.AuthorizedActions, 'AuthorizedActions').map(
            (action) => `${action.Service ?? prefix}:${nameOf(action, 'an authorized action')}`,
          ),
        ]),
    ),
  }
}

/** Operations that no action has the name of: what they are authorized as instead. */
export function operationExceptions({ prefix, operations }) {
  const exceptions = Object.entries(operations).filter(
    ([operation, actions]) => actions.length > 0 && !actions.includes(`${prefix}:${operation}`),
  )
  return Object.fromEntries(exceptions.toSorted(([a], [b]) => byName(a, b)))
}

/** What an action needs besides itself where the operation of its name is called; only where AWS says it. */
export function dependentActions({ prefix, operations }) {
  const needed = Object.entries(operations).flatMap(([operation, actions]) => {
    const own = `${prefix}:${operation}`
    const others = [...new Set(actions)].filter((action) => action !== own).toSorted()
    return actions.includes(own) && others.length > 0 ? [[own, others]] : []
  })
  return Object.fromEntries(needed.toSorted(([a], [b]) => byName(a, b)))
}

const lower = (text) => text.toLowerCase()

/** Adds to `known` what `found` has and it lacks, by a name without case. */
const completed = (known, found, key) => {
  const names = new Set(known.map((each) => lower(each[key])))
  return [...known, ...found.filter((each) => !names.has(lower(each[key])))].toSorted((a, b) => byName(a[key], b[key]))
}

/** The service of the build with what AWS's newer file has besides; what the build has, with its texts, stays. */
export function completeService(known, found) {
  const keys = completed(known.keys, found.keys, 'key')
  const resourceTypes = completed(known.resourceTypes, found.resourceTypes, 'key')
  const listed = new Set(keys.map(({ key }) => lower(key)))
  const types = new Set(resourceTypes.map(({ key }) => lower(key)))
  // Only names that the service's own lists explain: the encoder stores places in them.
  const explained = (item) => ({
    ...item,
    conditionKeys: item.conditionKeys?.filter((key) => listed.has(lower(key))),
    ...(item.resourceTypes ? { resourceTypes: item.resourceTypes.filter(({ name }) => types.has(lower(name))) } : {}),
  })
  return {
    ...known,
    keys,
    resourceTypes: resourceTypes.map(explained),
    actions: completed(known.actions, found.actions, 'name').map(explained),
  }
}

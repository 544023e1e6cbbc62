// The compact form of one service, version 1. src/reference/service-reference.ts reads it back.

const LEVELS = { Read: 'R', List: 'L', Write: 'W', Tagging: 'T', 'Permissions management': 'P' }

/** "Tagging, Write" and the like: the first word is the level. */
function levelOf(action) {
  const code = LEVELS[action.accessLevel.split(',')[0]]
  if (!code) throw new Error(`Unknown access level "${action.accessLevel}" of ${action.name}`)
  return code
}

const TYPES = {
  String: 's',
  ArrayOfString: 'S',
  ARN: 'a',
  ArrayOfARN: 'A',
  Bool: 'b',
  ArrayOfBool: 'B',
  Numeric: 'n',
  Date: 'd',
  IPAddress: 'i',
}

function typeOf(key) {
  const code = TYPES[key.type]
  if (!code) throw new Error(`Unknown type "${key.type}" of ${key.key}`)
  return code
}

const withoutTrailingEmpty = (tuple) => {
  const end = tuple.findLastIndex((part) => !Array.isArray(part) || part.length > 0)
  return tuple.slice(0, end + 1)
}

/**
 * {v, p prefix, n name,
 *  k keys     [name, type],
 *  r types    [name, ARN template, key indexes?],
 *  a actions  [name, level, key indexes?, links?]; a link is 2 × type index + required, in a list with its keys if any}
 */
export function encodeService({ prefix, name, actions, resourceTypes, keys }) {
  const keyIndex = new Map(keys.map((key, index) => [key.key.toLowerCase(), index]))
  const typeIndex = new Map(resourceTypes.map((type, index) => [type.key.toLowerCase(), index]))
  const indexesOf = (names = []) => names.map((each) => keyIndex.get(each.toLowerCase())).toSorted((a, b) => a - b)
  const encodeLink = (link) => {
    const code = 2 * typeIndex.get(link.name.toLowerCase()) + (link.required ? 1 : 0)
    return link.conditionKeys?.length ? [code, ...indexesOf(link.conditionKeys)] : code
  }
  return {
    v: 1,
    p: prefix,
    n: name,
    k: keys.map((key) => [key.key, typeOf(key)]),
    r: resourceTypes.map((type) => withoutTrailingEmpty([type.key, type.arn, indexesOf(type.conditionKeys)])),
    a: actions.map((action) =>
      withoutTrailingEmpty([
        action.name,
        levelOf(action),
        indexesOf(action.conditionKeys),
        (action.resourceTypes ?? []).map(encodeLink),
      ]),
    ),
  }
}

/** {v, a action descriptions, k key descriptions, d dependent actions by action name}, in the order of the service file. */
export function encodeDetail({ prefix, actions, keys }, dependents) {
  const own = actions.flatMap(({ name }) => {
    const list = dependents[`${prefix}:${name}`]
    return list ? [[name, list]] : []
  })
  return {
    v: 1,
    a: actions.map((action) => action.description ?? ''),
    k: keys.map((key) => key.description ?? ''),
    d: Object.fromEntries(own),
  }
}

/** All action names of a service, separated by spaces. */
export const namesOf = ({ actions }) => actions.map((action) => action.name).join(' ')

/** A letter an action, in the order of its names. */
export const levelsOf = ({ actions }) => actions.map(levelOf).join('')

/** The services, besides its own, whose ARNs its types of resources have: `*` where it can be any; none where there are no others. */
export function otherArnsOf({ prefix, resourceTypes }) {
  const services = new Set(resourceTypes.map(({ arn }) => arn.split(':')[2]))
  if ([...services].some((service) => service.includes('$'))) return ['*']
  services.delete(prefix)
  return services.size === 0 ? [] : [[...services].toSorted().join(' ')]
}

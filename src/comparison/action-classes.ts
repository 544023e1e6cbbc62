import { takesActionIn } from '../evaluation/match/match-action'
import { textClasses } from '../evaluation/operators/text-classes'
import { likePattern } from '../evaluation/operators/text-walk'
import { keysWith } from '../facts/keys/condition-keys'
import { matchAnyCase } from '../iam/wildcard'
import type { ValuesElement } from '../policy/policy'
import { actionsWithRules, kindOfAction } from '../evaluation/services/action-kind'
import { nameOfAction, serviceOfAction } from '../iam/action'
import { isOfAction, isOfMaking, madeLike, neverInReference } from '../reference/key-presence'
import type { Reference } from '../reference/reference'
import type { AccessLevel } from '../reference/service-reference'
import type { GroundStatement } from './ground-texts'
import { exampleOfType } from './example-arn'
import { ANY_OTHER, ANY_OTHER_SERVICE } from './named-actions'
import { riskOf } from './action-risk'
import { idOfType, plainestFirst, typesInIndex, type ResourceTypes, type TypeOfResources } from './resource-types'
import { servicesInOrder } from './services-in-order'
import { namesAll } from '../policy/statement-names'

/** An action as people read it, or for want of a reference the pattern that takes it in, and how much harm it can do. */
export interface ShownAction {
  readonly text: string
  readonly risk: number
}

/** Actions that the policies cannot tell apart, and that are asked of the same types of resources. */
export interface ActionClass {
  /** The riskiest of them. */
  readonly action: string
  /** All, the riskiest first. */
  readonly shown: readonly ShownAction[]
  /** What they are asked of. Null: nobody says. None: they take no resource. */
  readonly types: ResourceTypes
  /** The statements that take them in, by their index. */
  readonly statements: readonly number[]
}

/** The service that a pattern names plainly; null where it can be several. */
function serviceOf(text: string): string | null {
  const service = serviceOfAction(text)
  return service === '' || /[*?]/.test(service) ? null : service
}

/** The services that an element can be about; null: any. */
function servicesOf({ values, not }: ValuesElement): readonly string[] | null {
  if (not) return null
  const services = values.map(({ text }) => serviceOf(text))
  return services.some((service) => service === null) ? null : services.flatMap((service) => service ?? [])
}

/** What an element says of the actions of one service: those that it spells, in lower case, and the rest of it. */
interface SaidOfService {
  readonly spelled: ReadonlySet<string>
  readonly rest: ValuesElement
}

const isSpelled = (text: string): boolean => /^[\w:-]+$/.test(text)

function saidOf({ values, ...element }: ValuesElement, service: string): SaidOfService {
  const near = values.filter(({ text }) => (serviceOf(text) ?? service) === service)
  return {
    spelled: new Set(near.flatMap(({ text }) => (isSpelled(text) ? [text.toLowerCase()] : []))),
    rest: { ...element, values: near.filter(({ text }) => !isSpelled(text)) },
  }
}

const takes = ({ spelled, rest }: SaidOfService, lower: string): boolean =>
  spelled.has(lower) ? !rest.not : takesActionIn(rest, lower)

/** The services that any of the statements can be about; all of them where `asked` is null. */
function servicesAmong(
  asked: readonly GroundStatement[] | null,
  all: readonly GroundStatement[],
  reference: Reference,
  apart: Iterable<string>,
): readonly string[] {
  const services = new Set<string>()
  const isOfAny = asked === null || asked.some(({ statement }) => servicesOf(statement.action) === null)
  if (isOfAny) for (const service of reference.actions?.services.keys() ?? []) services.add(service)
  for (const { statement } of isOfAny ? all : asked)
    for (const { text } of statement.action.values) {
      const service = serviceOf(text)
      if (service !== null) services.add(service)
    }
  if (isOfAny) for (const service of [...apart, ANY_OTHER_SERVICE]) services.add(service)
  return servicesInOrder(services, asked ?? all, (service) => namesOf(service, reference) !== null)
}

interface NamedAction {
  readonly name: string
  readonly level: AccessLevel
  /** Made up, for want of a reference: it stands for what the patterns take in. */
  readonly isMade?: true
  /** It is one that AWS documents. */
  readonly isIndexed?: true
}

/** The actions of a service as the reference lists them, from whichever part of it is loaded; null: from none. */
function namesOf(service: string, reference: Reference): readonly NamedAction[] | null {
  const index = reference.actions?.services.get(service)
  if (index !== undefined)
    return index.names.map((name, i) => ({ name, level: index.levels[i] ?? 'Write', isIndexed: true }))
  return reference.service(service)?.actions ?? null
}

/**
 * The actions of a service that AWS documents, those that policies spell besides, and one that stands for any other. Of a
 * service without a reference: an action for each way in which the patterns can take one in.
 */
function actionsOf(service: string, near: readonly GroundStatement[], reference: Reference): readonly NamedAction[] {
  const known = namesOf(service, reference)
  const actions = [...(known ?? [])]
  const names = new Set(actions.map(({ name }) => name.toLowerCase()))
  const add = (name: string, isMade = false): void => {
    if (names.has(name.toLowerCase())) return
    names.add(name.toLowerCase())
    actions.push({ name, level: 'Write', ...(isMade && { isMade }) })
  }
  const texts = near.flatMap(({ statement }) => statement.action.values.map(({ text }) => text))
  for (const text of texts) if (serviceOf(text) === service && !/[*?]/.test(text)) add(text.slice(service.length + 1))
  add(ANY_OTHER)
  if (known !== null) return actions
  for (const action of actionsWithRules(service)) add(nameOfAction(action), true)
  const patterns = [...new Set(texts.map((text) => text.toLowerCase()))].filter((text) => !/^\*+$/.test(text))
  const classes = textClasses([], patterns.map(likePattern), likePattern(`${service}:?*`))
  for (const text of classes ?? patterns.map((one) => one.replaceAll('*', 'other').replaceAll('?', 'x')))
    if (text.startsWith(`${service}:`)) add(text.slice(service.length + 1), true)
  return actions
}

const OF_RESOURCE_OWNER = keysWith('ofResourceOwner')

/** Is it about every resource of every type alike, in conditions that every check can carry? */
const isAboutAll = ({ statement: { resource, conditions } }: GroundStatement): boolean =>
  namesAll(resource) && conditions.every(({ lowerKey }) => !isOfAction(lowerKey) && !OF_RESOURCE_OWNER.has(lowerKey))

/** Which keys that the statements test no request for the action carries, for each type of its resources. */
function keysNeverCarried(
  lower: string,
  types: ActionClass['types'],
  taken: readonly number[],
  statements: readonly GroundStatement[],
  reference: Reference,
): string {
  const tested = new Set(
    taken.flatMap((i) =>
      (statements[i]?.statement.conditions ?? []).map(({ lowerKey }) => lowerKey).filter(isOfAction),
    ),
  )
  if (tested.size === 0) return ''
  const isMaking = [...tested].some(isOfMaking)
  const known = (types ?? []).filter((type) => typeof type !== 'string').map(exampleOfType)
  const resources = known.length === 0 ? ['*'] : known.flatMap((one) => (isMaking ? [one, madeLike(one)] : [one]))
  return resources
    .map((resource) =>
      [...tested]
        .map(neverInReference(reference, lower, resource))
        .map(Number)
        .join(''),
    )
    .join()
}

/** Of these services some calls are decided by rules of their own. */
const APART: ReadonlySet<string> = new Set(['sts'])

/** An action as people read it: the narrowest pattern that takes it in, where it is made up. */
function shownAs(
  { action, isMade }: ClassedAction,
  taken: readonly number[],
  statements: readonly GroundStatement[],
): string {
  if (isMade !== true) return action
  const patterns = taken.flatMap((i) => (statements[i]?.statement.action.values ?? []).map(({ text }) => text))
  const [pattern = action] = patterns
    .filter((text) => matchAnyCase(text, action))
    .toSorted((one, other) => other.length - one.length)
  return pattern
}

interface ClassedAction extends NamedAction, Pick<ActionClass, 'action' | 'types'> {
  readonly risk: number
}

/**
 * The actions that the statements tell apart, in classes: those of which `isSeen` holds for the statements that take them
 * in, by their index. `changed`: the statements that a change is about; null: all of them.
 * `apart`: services for which no other stands.
 */
export function actionClasses(
  statements: readonly GroundStatement[],
  changed: ReadonlySet<number> | null,
  isSeen: (taken: readonly number[]) => boolean,
  reference: Reference,
  apart: Iterable<string>,
): readonly ActionClass[] {
  const asked = changed === null ? statements : statements.filter((_, i) => changed.has(i))
  const services = servicesAmong(changed === null ? null : asked, statements, reference, apart)
  const numbers = new Map<string, number>()
  const numberOf = (type: TypeOfResources): number => {
    const id = idOfType(type)
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  }
  const classes = new Map<string, { readonly actions: ClassedAction[]; readonly statements: readonly number[] }>()
  const ofServices = statements.map(({ statement }) => {
    const own = servicesOf(statement.action)
    return own && new Set(own)
  })
  for (const service of services) {
    const near = ofServices.flatMap((own, i) => (own === null || own.has(service) ? [i] : []))
    if (!isSeen(near)) continue
    const of = reference.service(service)
    const elsewhere = of === null ? typesInIndex(reference.actions?.services.get(service)) : null
    const nearby = near.map((i) => statements[i] as GroundStatement)
    const said = near.map((i) => ({
      i,
      ofService: saidOf((statements[i] as GroundStatement).statement.action, service),
    }))
    // Then one type of resource stands for all of them.
    const isOfAnyType = !APART.has(service) && nearby.every(isAboutAll)
    for (const named of actionsOf(service, nearby, reference)) {
      const action = `${service}:${named.name}`
      const lower = action.toLowerCase()
      const taken: number[] = []
      for (const { i, ofService } of said) if (takes(ofService, lower)) taken.push(i)
      if (!isSeen(taken)) continue
      const found = of?.byName.get(named.name.toLowerCase())
      const all = found?.resources.map(({ type }) => type) ?? (named.isIndexed ? elsewhere : null)
      const types = isOfAnyType && all !== null ? plainestFirst(all).slice(0, 1) : all
      const key = [
        taken.join(),
        isOfAnyType && types?.length === 1 ? `any ${service}` : (types?.map(numberOf).join() ?? `? ${service}`),
        kindOfAction(lower),
        keysNeverCarried(lower, types, taken, statements, reference),
      ].join(' ')
      const one = classes.get(key) ?? { actions: [], statements: taken }
      one.actions.push({ ...named, action, types, risk: riskOf(action, named.level) })
      classes.set(key, one)
    }
  }
  return [...classes.values()].map(({ actions, statements: taken }) => {
    const sorted = actions.toSorted((a, b) => a.risk - b.risk)
    const [{ action = '', types = null } = {}] = sorted
    const shown = sorted.map((one) => ({ text: shownAs(one, taken, statements), risk: one.risk }))
    return { action, shown, types: types && plainestFirst(types), statements: taken }
  })
}

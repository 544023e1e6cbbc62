import { serviceOfAction } from '../../iam/action'
import type { ElementResult, LayerResult, StatementResult } from '../evaluation'

/** An Allow that did not apply, and the elements that kept it from applying. */
export interface Miss {
  readonly statement: StatementResult
  readonly failed: readonly ElementResult[]
}

/**
 * How far from a match a failed element leaves its statement: a condition is nearer than another action. A statement that
 * names the action comes before all that do not, so that no action is said to be missing where one lists it.
 */
const DISTANCE: Readonly<Record<ElementResult['element'], number>> = {
  Effect: 1,
  Condition: 2,
  Resource: 5,
  NotResource: 5,
  Principal: 6,
  NotPrincipal: 6,
  Action: 200,
  NotAction: 200,
}

const FAR_ACTION = 12

/** An action of another service is further away than another action of the same one. */
const distanceOf = (element: ElementResult, service: string): number => {
  const isOtherService =
    element.element === 'Action' &&
    !element.values.some((value) => value.text.toLowerCase().startsWith(`${service.toLowerCase()}:`))
  return DISTANCE[element.element] + (isOtherService ? FAR_ACTION : 0)
}

const failedElements = (statement: StatementResult): readonly ElementResult[] =>
  statement.elements.filter((element) => element.matches !== 'yes')

/** What was ranked before, since several sentences ask the same of one result. */
const RANKED = new WeakMap<LayerResult, Map<string, readonly Miss[]>>()

const rank = (layer: LayerResult, action: string, level: number | null): readonly Miss[] => {
  const service = serviceOfAction(action)
  return layer.statements
    .filter((statement) => statement.effect === 'Allow' && statement.matches !== 'yes')
    .filter((statement) => level === null || statement.level === level)
    .map((statement) => ({ statement, failed: failedElements(statement) }))
    .map((miss) => ({ miss, far: miss.failed.reduce((sum, element) => sum + distanceOf(element, service), 0) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ miss }) => miss)
}

/** The Allows of a layer that did not apply, the nearest first. */
export const missesOf = (layer: LayerResult, action: string, level: number | null = null): readonly Miss[] => {
  const ranked = RANKED.get(layer) ?? new Map<string, readonly Miss[]>()
  const key = `${String(level)} ${action}`
  const misses = ranked.get(key) ?? rank(layer, action, level)
  RANKED.set(layer, ranked.set(key, misses))
  return misses
}

/** Does the statement fail on its action, so that it speaks of something else? */
export const isOtherAction = (miss: Miss): boolean =>
  miss.failed.some((element) => element.element === 'Action' || element.element === 'NotAction')

/** The elements that say why it did not apply: those that fail for certain before those that may. */
export const tellingElements = ({ failed }: Miss): readonly ElementResult[] => {
  const certain = failed.filter(({ matches }) => matches === 'no')
  return certain.length > 0 ? certain : failed
}

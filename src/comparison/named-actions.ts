import { serviceOfAction } from '../iam/action'

/** Stands for every action of a service that neither AWS nor a policy names. */
export const ANY_OTHER = 'AnyOther'

/** Stands for every service that no policy spells. */
export const ANY_OTHER_SERVICE = 'any-other-service'

/** Is it an action, or a pattern of actions, that AWS or a policy names? */
export const isNamedAction = (action: string): boolean =>
  !action.endsWith(`:${ANY_OTHER}`) && serviceOfAction(action) !== ANY_OTHER_SERVICE

/** Actions that can be named; where there are none, the services of which any other action is meant. */
export interface NamedActions {
  readonly named: readonly string[]
  /** "any-other-service" is every other one. */
  readonly othersOf: readonly string[]
}

/** Parts actions into those that have a name and those that stand for all others. */
export const namedActions = (actions: readonly string[]): NamedActions => ({
  named: actions.filter(isNamedAction),
  othersOf: [...new Set(actions.filter((one) => !isNamedAction(one)).map(serviceOfAction))],
})

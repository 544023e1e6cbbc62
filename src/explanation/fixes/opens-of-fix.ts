import type { AccessChange } from '../../comparison/comparison'
import type { Fix, FixChange } from '../explanation'
import type { Gain } from '../messages/opened'
import type { Reach } from '../../policy/reach'
import { type JudgedCase } from '../judged-case'
import { type Layer, PRINCIPAL_LAYERS } from '../../iam/layers'
import { serviceOfAction } from '../../iam/action'
import type { Fields } from '../../text/fields'
import { newStatements } from './fix-statements'

/** Does it open the gate to exactly what the request asks, by whoever asks it? */
export const isExact = (judged: JudgedCase, layer: Layer, reach: Reach): boolean => {
  const { action, resource } = judged.accessCase.request
  const { actions, resources, principal, when } = reach
  const isOne = actions.patterns.length === 1 && actions.patterns[0] === action && !actions.not
  const isThis = resources.patterns.length === 1 && resources.patterns[0] === resource && !resources.not
  return isOne && isThis && when.length === 0 && (principal !== null || layer === 'session')
}

/** Layers whose policies hang on the caller, so that nobody else’s requests meet them. */
export const OF_CALLER: readonly Layer[] = PRINCIPAL_LAYERS

/** Does a change open the layer to the action, the resource and the caller of the request alone? */
export const opensOf = (
  { accessCase: { request } }: JudgedCase,
  layer: Layer,
  reaches: readonly Reach[],
): Fix['opensTo'] => {
  const isOnly = ({ not, patterns }: Reach['actions'], text: string) =>
    !not && patterns.length === 1 && patterns[0] === text
  const isWhole = layer === 'trust' || (layer === 'resource' && serviceOfAction(request.action) === 'kms')
  return reaches.every(
    ({ actions, resources, principal }) =>
      isOnly(actions, request.action) &&
      (isWhole || isOnly(resources, request.resource)) &&
      (principal !== null || OF_CALLER.includes(layer)),
  )
    ? 'request'
    : 'wider'
}

/** A test that takes one value more is there as before, and lets in what carries the value. */
export function testsOfGain(
  { codes: [code, ...others], reach }: Fix,
  { grounds: { heldBackBy } }: AccessChange,
): Pick<Gain, 'heldBackBy' | 'where'> {
  const isKept = (key: string) =>
    code === 'add-condition-value' && others.length === 0 && reach.when.some((one) => one.key === key)
  return {
    heldBackBy: heldBackBy.filter((key) => !isKept(key)),
    where: heldBackBy.some(isKept) ? reach.when : [],
  }
}

/** The Denies of a policy that a change takes out or writes anew. */
const changedDenies = ({ before, after, ...change }: FixChange): readonly Fields[] =>
  newStatements({ ...change, before: after, after: before }).filter((one) => one['Effect'] === 'Deny')

/**
 * Does all of a fix let in the caller alone? An Allow beside an exception from a Deny does where the Deny goes on stopping
 * everyone else; under a test it stops only some.
 */
export const isForCallerAlone = ({ reach, reaches, changes }: Pick<Fix, 'reach' | 'reaches' | 'changes'>): boolean => {
  const isForOne = ({ principal }: Reach): boolean => principal !== null
  const lifted = changes.flatMap(changedDenies)
  if (lifted.length === 0) return isForOne(reach)
  return (
    reaches.every(isForOne) || (reaches.some(isForOne) && lifted.every((deny) => !Object.hasOwn(deny, 'Condition')))
  )
}

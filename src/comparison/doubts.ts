import { globsIntersect } from '../reference/glob'
import type { GroundCompared } from './ground-compared'
import { maskedPattern, holdsMask } from './masked-statement'

/** What one request of a class cannot stand for: other values of a variable, other texts in the place of a mask. */

/**
 * Can another value of a variable tell more than its sample does? Of an Allow that stands on both sides, beside changes of
 * Allows alone, it cannot: what a sample that no policy spells does not cover, no other value covers for every caller.
 */
export function isVariedBy(
  statements: readonly number[],
  all: readonly GroundCompared[],
  changed: ReadonlySet<number> | null,
): boolean {
  const isDeny = (i: number): boolean => all[i]?.statement.effect === 'Deny'
  const varied = statements.filter((i) => (all[i]?.ground.variables.length ?? 0) > 0)
  return (
    varied.some((i) => isDeny(i) || all[i]?.statement.resource?.not === true || changed?.has(i) !== false) ||
    (varied.length > 0 && statements.some((i) => changed?.has(i) === true && isDeny(i)))
  )
}

/** A request as the statements are written: those that take in its action, of these its resource, of these its context. */
export interface AsWritten {
  readonly resource: string
  readonly byAction: readonly number[]
  readonly byResource: readonly number[]
  readonly matched: readonly number[]
}

/** Does a statement without masks take in this resource, or leave it out, by what the resource's own mask stands for? */
function hangsOnMaskOf(resource: string, { statement }: GroundCompared, isTakenIn: boolean): boolean {
  if (statement.resource === null) return false
  const texts = statement.resource.values.map(({ text }) => text)
  const isFitting = isTakenIn !== statement.resource.not
  return texts.some((text) => (isFitting ? text.includes('?') : globsIntersect(text, maskedPattern(resource))))
}

/** Does a statement take the request in, or leave it out, by what masks stand for? */
export function hangsOnMask(
  { resource, byAction, byResource, matched }: AsWritten,
  all: readonly GroundCompared[],
): boolean {
  const isMasked = holdsMask(resource)
  return all.some((one, i) => {
    const { masked } = one
    if (masked?.hasAction !== true && !byAction.includes(i)) return false
    if (masked === null) return isMasked && hangsOnMaskOf(resource, one, byResource.includes(i))
    return matched.includes(i) ? !masked.isCertain : masked.mayTake(resource)
  })
}

/** Does one of these statements have a mask, or any statement one in its actions? */
export const isAnyMasked = (statements: readonly number[], all: readonly GroundCompared[]): boolean =>
  all.some(({ masked }, i) => masked !== null && (masked.hasAction || statements.includes(i)))

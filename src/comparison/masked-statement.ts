import { findHoles, holdsHole, isUnmistakable } from '../iam/find-holes'
import type { PolicyText, Statement } from '../policy/policy'
import { globsIntersect } from '../reference/glob'

/** What of a statement is masked, left out or filled in elsewhere: it can be any text. */
export interface MaskedStatement {
  readonly hasAction: boolean
  /** A request that it takes in as it is written, it takes in whatever its masks stand for. */
  readonly isCertain: boolean
  /** Can it take this resource in, by some text in the place of each mask? */
  readonly mayTake: (resource: string) => boolean
}

/** The masks in a text: by their shape, or since the case says so. */
const masksIn = (text: string, holes: readonly string[] = []): readonly string[] => [
  ...holes.filter((hole) => holdsHole(text, hole)),
  ...findHoles(text, 'policy').filter(isUnmistakable),
]

/** Does a text hold a mask? */
export const holdsMask = (text: string): boolean => masksIn(text).length > 0

/** An ARN or a pattern with anything in the place of its masks and variables. */
export const maskedPattern = (text: string, holes: readonly string[] = []): string =>
  masksIn(text, holes)
    .reduce((rest, mask) => rest.replaceAll(mask, '*'), text)
    .replace(/\$\{[^{}]{0,200}\}/g, '*')

/** Some layers complete such an ARN. */
const isShort = (text: string): boolean => text.split(':').length < 6

/** The masks of a statement, and those that a case names; null where it has none. */
export function maskedStatement(
  { action, resource, principal, conditions }: Statement,
  holes: readonly string[],
): MaskedStatement | null {
  const isMasked = (values: readonly PolicyText[]): boolean =>
    values.some(({ text }) => masksIn(text, holes).length > 0)
  const hasAction = isMasked(action.values)
  const hasResource = resource !== null && isMasked(resource.values)
  const hasRest = isMasked(principal?.values ?? []) || conditions.some(({ values }) => isMasked(values))
  if (!hasAction && !hasResource && !hasRest) return null
  const patterns = (resource?.values ?? []).map(({ text }) => maskedPattern(text, holes))
  const isLoose = resource?.values.some(({ text }) => /\.{3}|…/.test(text)) === true
  return {
    hasAction,
    isCertain: !hasAction && !hasRest && !isLoose && !(hasResource && resource.not),
    mayTake: (arn) =>
      resource === null ||
      resource.not ||
      patterns.some((one) => isShort(one) || globsIntersect(one, maskedPattern(arn))),
  }
}

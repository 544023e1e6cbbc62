import type { Layer } from '../../iam/layers'
import { onlyOne } from '../../text/only-one'
import { isSlip } from '../find-near-names'
import type { Clue, Facts, Observation } from '../knowledge'
import { someValues } from '../observe'
import { clueOf, type TextPlace } from './text-places'
import { READERS, type PlaceId } from './place-readers'

/** Two places that don't agree. */
export interface Disagreement {
  /** What is asked for or set up, and what it has to agree with. */
  readonly facts: Facts & { readonly asked: string; readonly there: string }
  /** The two places. */
  readonly clues: readonly Clue[]
  /** Where that isn't the layer of the row. */
  readonly layer?: Layer
}

/** Looks for two places that don't agree; null where they do, or nothing tells that both are of one thing. */
export type FindPair = (seen: Observation) => Disagreement | null

/** A name without its case and what stands between its words. */
const loose = (name: string): string => name.toLowerCase().replaceAll(/[-_.\s]/g, '')

/** Shorter names begin alike by chance. */
const LEAST = 5

/** Are two names nearly the same: one letter apart, or one the beginning of the other? */
export const areNear = (one: string, other: string): boolean =>
  loose(one) === loose(other) ||
  isSlip(one, other) ||
  (Math.min(one.length, other.length) >= LEAST && (one.startsWith(other) || other.startsWith(one)))

/** Two places with what fills the sentences besides. */
export const disagreement = (one: TextPlace, other: TextPlace, facts: Facts = {}): Disagreement => ({
  facts: { asked: one.value, there: other.value, ...facts },
  clues: [clueOf(one), clueOf(other)],
})

/** How two kinds of places are compared. */
interface Compared {
  /** Several may stand there of which none agrees; then the nearest one or all of them are told. */
  readonly ofSeveral?: true
  /** Only where the two are nearly the same: others are named differently on purpose. */
  readonly isNear?: true
}

/** Of the places there the one to name; null where one agrees, or nothing tells which is meant. */
function nearest(asked: string, there: readonly TextPlace[], { ofSeveral, isNear }: Compared): TextPlace | null {
  const [first] = there
  if (first === undefined || there.some(({ value }) => value === asked)) return null
  const near = there.find(({ value }) => areNear(asked, value))
  if (near !== undefined || isNear === true) return near ?? null
  return ofSeveral === true || onlyOne(there.map(({ value }) => value)) !== undefined ? first : null
}

/** The one value of a kind of place, which has to be one of those of another kind. */
export const same =
  (asked: PlaceId, there: PlaceId, how: Compared = {}): FindPair =>
  (seen) => {
    const places = READERS[asked](seen)
    const [first] = places
    if (first === undefined || onlyOne(places.map(({ value }) => value)) === undefined) return null
    const others = READERS[there](seen)
    const other = nearest(first.value, others, how)
    if (other === null) return null
    const listed = someValues([...new Set(others.map(({ value }) => value))])
    return disagreement(first, other, { there: areNear(first.value, other.value) ? other.value : listed })
  }

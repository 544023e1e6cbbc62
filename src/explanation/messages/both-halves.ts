import { say, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'

/** One of the two policies that a request across accounts needs. */
export interface HalfWords {
  /** The change of it. */
  readonly sentence: Phrase
  /** The account that it is in; null: the text does not name it. */
  readonly account: string | null
  readonly layer: Layer
}

const accountOf = ({ account, layer }: HalfWords): Phrase =>
  account === null
    ? layer === 'identity'
      ? say`the caller’s account`
      : say`the resource’s account`
    : say`account ${account}`

const ofBoth = (isSure: boolean): Phrase =>
  isSure ? say`Both accounts must allow it.` : say`Neither policy allows it, and across accounts both must.`

/** A repair of two halves. `isSure`: are the caller and the resource known to be in two accounts? */
export const bothHalves = (one: HalfWords, other: HalfWords, isSure: boolean): Phrase =>
  say`${ofBoth(isSure)} In ${accountOf(one)}: ${one.sentence} In ${accountOf(other)}: ${other.sentence}`

/** The half that is copied first. */
export const firstHalf = (one: HalfWords, isSure: boolean): Phrase =>
  say`${ofBoth(isSure)} First, in ${accountOf(one)}: ${one.sentence}`

/** The half that is copied behind it. */
export const secondHalf = (one: HalfWords): Phrase =>
  say`Then, in ${accountOf(one)}, unless it’s there already: ${one.sentence}`

/** What a new evaluation says of both, where other layers are not known. */
export const bothPass = (): Phrase =>
  say`The request then passes both policies. Other policies, not checked yet, could still block it.`

/** Who can make a repair of two halves. */
export const OWNERS_OF_HALVES = 'An administrator of each account'

/** The half that is not here, behind what a fix of the other one proves. */
export const otherHalf = ({ account, layer }: Omit<HalfWords, 'sentence'>): Phrase =>
  account === null
    ? say`Across accounts ${LAYER_PHRASES[layer].one} must allow it too.`
    : say`In account ${account}, ${LAYER_PHRASES[layer].one} must allow it too.`

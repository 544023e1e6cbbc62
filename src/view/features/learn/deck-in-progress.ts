import type { Deck } from '../../../permalink/deck'
import { sharedValue } from '../../state/shared-value'

const deck = sharedValue<Deck>({ title: '', notes: '', cards: [] })

/** Puts a deck into the builder, in the place of the one there. */
export const setDeckInProgress = deck.set

/** The deck in the builder: it stays while other pages are looked at, and is gone with the page. */
export const useDeckInProgress = deck.use

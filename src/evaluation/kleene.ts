import type { Truth } from './evaluation'

/** Kleene's three values as numbers, so that AND is the least and OR the greatest of them. */
export type Kleene = 0 | 1 | 2

/** It does not hold. */
export const NO = 0
/** It holds or not, by what is not known. */
export const UNKNOWN = 1
/** It holds. */
export const YES = 2

/** Both hold: the least of the two. */
export const and = (a: Kleene, b: Kleene): Kleene => Math.min(a, b) as Kleene
/** One of them holds: the greatest of the two. */
export const or = (a: Kleene, b: Kleene): Kleene => Math.max(a, b) as Kleene
/** It does not hold; what is unknown stays so. */
export const not = (a: Kleene): Kleene => (2 - a) as Kleene
/** What is known, as one of the three values. */
export const kleene = (value: boolean): Kleene => (value ? YES : NO)

const NAMES = ['no', 'unknown', 'yes'] as const

/** The word for it in a result. */
export const truthOf = (value: Kleene): Truth => NAMES[value]

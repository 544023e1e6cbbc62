import type { Truth } from './evaluation'

/** Kleene's three values as numbers, so that AND is the least and OR the greatest of them. */
export type Kleene = 0 | 1 | 2

export const NO = 0
export const UNKNOWN = 1
export const YES = 2

export const and = (a: Kleene, b: Kleene): Kleene => (a < b ? a : b)
export const or = (a: Kleene, b: Kleene): Kleene => (a > b ? a : b)
export const not = (a: Kleene): Kleene => (2 - a) as Kleene
export const kleene = (value: boolean): Kleene => (value ? YES : NO)

const NAMES = ['no', 'unknown', 'yes'] as const

/** The word for it in a result. */
export const truthOf = (value: Kleene): Truth => NAMES[value]

import type { Comparison } from '../../iam/condition-operators'
import type { PatternPart } from '../../iam/wildcard'
import type { ReasonCode } from '../reasons'
import type { TextPattern } from './text-classes'

/** A request value, read once for its operator's family. */
export interface RequestValue<T = unknown> {
  readonly text: string
  /** Null where the text does not parse. */
  readonly read: T | null
}

/** A policy value ready for comparison. */
export interface Compared<T> {
  /** Does a request value fit it? */
  fits(value: RequestValue<T>): boolean
  /** Why it does not fit. */
  difference(value: RequestValue<T>): ReasonCode
  /** False for an ARN operator whose value is no ARN: its statement then fails on the safe side. */
  readonly wellFormed?: boolean
}

/** A policy value as an operator compares it. */
export interface CompiledValue extends Compared<unknown> {
  readonly text: string
  readonly wellFormed: boolean
}

/**
 * How values are found that stand for all values of a key, as far as the values of policies tell them apart: a text
 * for each class of texts, or the points around bounds.
 */
export type Representatives =
  | {
      readonly kind: 'texts'
      /**
       * What fits a policy value: the text `itself`, a pattern, or `nothing`; null where that cannot be said. It must
       * agree with `fits` for every text.
       */
      readonly fitting: (text: string) => TextPattern | 'itself' | 'nothing' | null
      /** What must fit besides, for a text to be compared at all. */
      readonly readable: TextPattern | null
    }
  | {
      readonly kind: 'points'
      readonly isBound: (text: string) => boolean
      readonly around: (texts: readonly string[]) => readonly string[]
      /** Do these points stand for every value of a request? */
      readonly isComplete: (bounds: readonly string[]) => boolean
    }
  /** Only whether the key is there is asked. */
  | { readonly kind: 'presence' }

/** How the operators of a family read what a request carries and what a policy says, and compare the two. */
export interface FamilyComparison<T> {
  /** Reads a request value; null where it does not parse. */
  readonly read: (text: string) => T | null
  /** What is said of a request value that does not parse. */
  readonly unreadable: ReasonCode
  /** Prepares a policy value, whose parts say which text is literal. */
  readonly compile: (parts: readonly PatternPart[], text: string, comparison: Comparison) => Compared<T>
  readonly representatives: Representatives
}

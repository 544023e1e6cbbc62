import type { Comparison } from '../../iam/condition-operators'
import type { PatternPart } from '../../iam/wildcard'
import type { ReasonCode } from '../reason-codes'
import type { TextPattern } from './text-walk'

/** A request value, read once for its operator's family. */
export interface RequestValue<T = unknown> {
  readonly text: string
  /** Null where the text does not parse. */
  readonly read: T | null
}

/** A policy value ready for comparison. */
export interface CompiledValue {
  readonly text: string
  /** False for an ARN operator whose value is no ARN: its statement then fails on the safe side. */
  readonly wellFormed: boolean
  /** Does a request value fit it? */
  fits(value: RequestValue): boolean
  /** Why it does not fit. */
  difference(value: RequestValue): ReasonCode
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

/**
 * How the operators of a family read what a request carries and what a policy says, and compare the two: a value of the
 * request as `T`, one of the policy as `B`.
 */
export interface FamilyComparison<T, B> {
  /** Reads a request value; null where it does not parse. */
  readonly read: (text: string) => T | null
  /** What is said of a request value that does not parse. */
  readonly unreadable: ReasonCode
  /** Reads a policy value; its parts say which text is literal, null where none is. */
  readonly compile: (text: string, parts: readonly PatternPart[] | null) => B
  /** Can the policy value be compared at all? Left out where any can. */
  readonly isWellFormed?: (bound: B) => boolean
  /** Does a request value fit it? */
  readonly fits: (bound: B, value: RequestValue<T>, comparison: Comparison) => boolean
  /** Why it does not fit. */
  readonly difference: (bound: B, value: RequestValue<T>, text: string) => ReasonCode
  readonly representatives: Representatives
}

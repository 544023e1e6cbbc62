import type { RequestPrincipal } from '../iam/principal'
import type { Holes, RequestPart } from './holes'
import type { CaseProblem } from './case-messages'
import type { CaseFacts, CasePolicy } from './access-case'
import type { ByCaseLayer } from '../iam/layers'

/** What is attached in a layer: its policies, nothing, or nobody said. */
export type ReadLayer<T> =
  | { readonly state: 'given'; readonly items: readonly T[] }
  | { readonly state: 'none' | 'unknown' }

/** One level of SCPs or RCPs. */
export interface LevelReading {
  readonly target: string
  readonly policies: readonly CasePolicy[]
}

/** The value of a context key, with the key as written. */
export interface ContextReading {
  readonly key: string
  readonly values: readonly string[]
  readonly multivalued: boolean
  /** Two keys differ only in case: which value counts is undefined. */
  readonly ambiguous: boolean
}

/**
 * Which condition keys, in lower case, no check of an action on a resource carries: they are absent whatever else is
 * unknown. The action in lower case.
 */
export type NeverCarried = (lowerAction: string, resource: string) => (lowerKey: string) => boolean

/** The request of a case after validation. */
export interface RequestReading {
  readonly principal: RequestPrincipal
  readonly action: string
  readonly resource: string
  readonly resourceAccount: string | null
  /** By key in lower case. */
  readonly context: ReadonlyMap<string, ContextReading>
  readonly absentContext: ReadonlySet<string>
  readonly unknownContext: ReadonlySet<string>
  readonly otherContext: 'absent' | 'unknown'
}

/** The layers of a case after validation. */
export type PoliciesReading = ByCaseLayer<ReadLayer<CasePolicy>, ReadLayer<LevelReading>>

/** A case that can be judged, or why it cannot. */
export interface CaseReading {
  /** Null when the request cannot be read. */
  readonly request: RequestReading | null
  /** What the request may be besides, where it is only partly known: another kind of caller, or of resource. */
  readonly others: readonly RequestReading[]
  /** The parts of the request that are missing. */
  readonly missing: readonly RequestPart[]
  readonly holes: Holes
  readonly policies: PoliciesReading
  readonly facts: CaseFacts
  /** What is known of the keys of each action, besides what the caller's kind tells. */
  readonly neverCarried: NeverCarried
  readonly problems: readonly CaseProblem[]
  /** Is a layer that is not listed empty, or is nothing known of it? */
  readonly otherLayers: 'none' | 'unknown'
  /** Is anything declared unknown? */
  readonly open: boolean
}

import type { HowDenied } from '../iam/how-denied'
import type { CaseProblem } from '../case/case-messages'
import type { PolicyProblem } from '../policy/policy-messages'
import type { Span } from '../text/span'
import type { RequestPart } from '../case/holes'
import type { Limit, ReasonCode } from './reason-codes'
import type { StatementRef } from '../case/policy-ref'
import type { Layer, LayerSide } from '../iam/layers'
import type { PrincipalKind } from '../iam/principal'

/** AWS's own three words, and "depends": it hangs on something unknown. */
export type Decision = 'allowed' | HowDenied | 'depends'

/** What became of one layer; `none`: it is known that nothing is attached. */
export type LayerStatus = 'allows' | HowDenied | 'depends' | 'notGiven' | 'none' | 'notApplicable'

/** Kleene's three values: does it match? */
export type Truth = 'yes' | 'no' | 'unknown'

/** One value of an element (an action pattern, an ARN, a condition value) and what became of it. */
export interface ValueResult {
  readonly text: string
  readonly span: Span | null
  readonly matches: Truth
  readonly reason: ReasonCode
}

/** One element of a statement; for Condition one entry for each operator and key. */
export interface ElementResult {
  readonly element:
    | 'Principal'
    | 'NotPrincipal'
    | 'Action'
    | 'NotAction'
    | 'Resource'
    | 'NotResource'
    | 'Condition'
    | 'Effect'
  readonly matches: Truth
  readonly reason: ReasonCode
  readonly span: Span | null
  readonly values: readonly ValueResult[]
  /** Condition only: as the policy spells them. */
  readonly operator?: string
  readonly key?: string
  /** Condition only: what the request carries under the key; null when absent, undefined when unknown. */
  readonly actual?: readonly string[] | null
  /** Condition only: the key is absent, as it is from every check of the action on the resource. */
  readonly isNever?: true
}

/** What one statement did. */
export interface StatementResult extends StatementRef {
  readonly policyName: string
  readonly sid: string | null
  readonly effect: 'Allow' | 'Deny'
  /** Whether it allows or denies is not known: `effect` is then no more than one of the two. */
  readonly openEffect?: true
  readonly matches: Truth
  readonly span: Span | null
  readonly elements: readonly ElementResult[]
  /** The action does not match, so the other elements were not judged. */
  readonly stoppedAt?: 'Action'
}

/** One level of SCPs or RCPs. */
export interface LevelResult {
  readonly target: string
  readonly status: LayerStatus
  readonly reason: ReasonCode
}

/** What one layer decided, why, and every statement in it. */
export interface LayerResult {
  readonly layer: Layer
  readonly status: LayerStatus
  /** Would this layer have to change for the request to pass? */
  readonly blocking: boolean
  /** Of the status. */
  readonly reason: ReasonCode
  /** Whose side it stands on: the caller's account or the resource's. In one account both lanes are one. */
  readonly lane: LayerSide
  /** False when an implicit deny of this layer does not count here, because a resource-based policy names the caller. */
  readonly needed: boolean
  /** SCPs and RCPs: one entry a level, root first. */
  readonly levels?: readonly LevelResult[]
  readonly statements: readonly StatementResult[]
}

/** A context key of the request and where its value comes from. */
export interface ContextEntry {
  readonly key: string
  /** Null: known to be absent. */
  readonly values: readonly string[] | null
  readonly origin: 'given' | 'derived'
}

/** One way to settle a "depends": all of its conditions together turn the decision to `decision`. */
export interface SufficientCondition {
  readonly decision: Exclude<Decision, 'depends'>
  readonly requirements: readonly Requirement[]
}

/** What a key must be, or what a layer must do. */
export type Requirement =
  | {
      readonly kind: 'key'
      readonly key: string
      readonly operator: string
      readonly values: readonly string[]
      /** True: the operator's test must hold; false: it must fail. */
      readonly holds: boolean
    }
  | {
      readonly kind: 'layer'
      readonly layer: Layer
      readonly status: 'allows' | 'doesNotDeny' | 'denies' | 'doesNotAllow' | 'attached' | 'notAttached'
    }
  | HoleRequirement
  | {
      /** Whether what a hole stands for in a policy takes the request in. */
      readonly kind: 'statement'
      readonly hole: string
      readonly applies: boolean
    }
  | {
      /** Who the caller is of whom nothing is known. */
      readonly kind: 'caller'
      readonly is: PrincipalKind
    }

/**
 * What holes must stand for: the text, with the holes as they are written in it, must meet the operator with one of the
 * values, which may hold holes too; or must not.
 */
export interface HoleRequirement {
  readonly kind: 'hole'
  /** The holes of the case that it asks of, each once. */
  readonly holes: readonly string[]
  /** The part of the request that is missing and that it asks of. */
  readonly part: RequestPart | null
  readonly text: string
  readonly operator: string
  readonly values: readonly string[]
  readonly holds: boolean
}

/** Does the resource belong to the caller's account? */
export type Relation = 'sameAccount' | 'crossAccount' | 'unknown'

/** What a decision hangs on that depends. */
export interface DependsOn {
  readonly keys: readonly string[]
  readonly layers: readonly Layer[]
  /** Holes of the case, as it spells them; missing where the case has none. */
  readonly holes?: readonly string[]
  /** Parts of the request that are missing; not there where none is. */
  readonly parts?: readonly RequestPart[]
}

/** The answer of `evaluate`: plain JSON. */
export interface Evaluation {
  readonly decision: Decision
  /** The layer that AWS would name; "none" when allowed. */
  readonly layer: Layer | 'none'
  /** It is denied for certain, and which layer denies hangs on what is not known: `layer` is one that may. */
  readonly isLayerOpen?: true
  /** Name of the decisive policy. */
  readonly policy: string | null
  /** Sid of the decisive statement. */
  readonly sid: string | null
  /** Where the decisive statement stands; null for implicit denies. */
  readonly decisive: StatementRef | null
  readonly layers: readonly LayerResult[]
  /** Every layer that would have to change, in AWS's order of reporting. */
  readonly blocking: readonly Layer[]
  readonly dependsOn: DependsOn
  /** For "depends": the smallest statements of what would settle it. */
  readonly sufficientConditions: readonly SufficientCondition[]
  /** "unknown" where it hangs on a hole, or on who calls. */
  readonly relation: Relation
  /** Keys given, and keys derived from the principal and resource. */
  readonly context: readonly ContextEntry[]
  /** What the app does not model and that bears on this request, as codes. */
  readonly limits: readonly Limit[]
  /** What is wrong with the case itself. */
  readonly problems: readonly (CaseProblem | PolicyProblem)[]
}

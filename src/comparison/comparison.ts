import type { CaseLayer } from '../iam/layers'
import type { CaseFacts, CasePolicies, CaseRequest } from '../case/access-case'
import type { Decision } from '../evaluation/evaluation'
import type { TriedCaller } from './tried-callers'
import type { ComparedStatement } from './compared-statements'

/** What is compared: the policies of one layer, or of all layers of a case. */
export interface AccessQuestion {
  readonly before: CasePolicies
  readonly after: CasePolicies
  /** The one layer of which it is asked what it lets through; null: the decision over all layers. */
  readonly layer: CaseLayer | null
  /** Who calls, where all layers are compared. */
  readonly principal?: string
  /** The ARN of the caller's role, where it has a path: a session's ARN leaves it out. */
  readonly role?: string
  /** It is of two cases: then others than its caller count too, as far as the policies are about them. */
  readonly isOfCases?: true
  /** Who owns the resource, where its ARN does not say. */
  readonly resourceAccount?: string
  readonly facts?: CaseFacts
  /** Texts that stand for something unknown, besides those whose shape says so. */
  readonly holes?: readonly string[]
  /** A blank such as `<bucket>` is a name like any other, of something else than what is spelled. */
  readonly areBlanksNames?: true
}

/** A request that one side lets through and the other does not, as the evaluation finds on both. */
export interface Witness {
  readonly request: CaseRequest
  readonly before: Decision
  readonly after: Decision
}

/** What the statements say of the requests of a change, on the side that lets them through and on the other. */
export interface ChangeGrounds {
  /** The narrowest values of Resource that take them in. */
  readonly resources: readonly string[]
  /** Where that is every resource: those that are left out of it. */
  readonly except: readonly string[]
  /** The values of Resource that the other side allows the same actions on. */
  readonly elsewhere: readonly string[]
  /** The condition keys of what lets them pass: only requests that meet those tests do. */
  readonly onlyIf: readonly string[]
  /** The condition keys by which the other side holds them back. */
  readonly heldBackBy: readonly string[]
  /** A Deny of the other side stops them. */
  readonly isStopped: boolean
}

/** Access that is new, or lost: requests that differ for the same statements. */
export interface AccessChange {
  /** The most far-reaching first. */
  readonly actions: readonly string[]
  /** The widest first. */
  readonly callers: readonly TriedCaller[]
  readonly grounds: ChangeGrounds
  /** The statements that stand on one side alone and take these requests in. */
  readonly because: readonly ComparedStatement['place'][]
  /** On which side each of `because` stands. */
  readonly sides: readonly ('before' | 'after')[]
  /** It reaches anyone, by a statement that S3 would call public: no condition keeps it to fixed values. */
  readonly isPublic: boolean
  /** The first of its callers, actions and resources. */
  readonly witness: Witness
}

/** Why no other request can differ. */
export type ProofCode = 'same-statements' | 'only-less' | 'every-class-tried'

/** What was beyond the comparison. */
export type BeyondCode =
  | 'unreadable-policy'
  | 'masked-text'
  | 'policy-variables'
  | 'too-many-resources'
  | 'too-many-contexts'
  | 'too-many-requests'
  | 'too-long'
  | 'other-callers'
  | 'other-callers-of-case'

/** What one side lets through and the other does not. */
export interface AccessDifference {
  /** "nothing" and the completeness of "some" are proven; "cannot-say" where nothing was found and not all was tried. */
  readonly outcome: 'nothing' | 'some' | 'cannot-say'
  readonly changes: readonly AccessChange[]
  /** There is no other such request. */
  readonly isComplete: boolean
  readonly proof: ProofCode | null
  readonly beyond: readonly BeyondCode[]
}

/** What both sides let through. */
export interface SameAccess {
  /** By statements that changed. */
  readonly changes: readonly AccessChange[]
  /** How many statements stand on both sides. */
  readonly unchanged: number
  /** Actions that new statements name, and of which nothing passes: told only where all was tried. */
  readonly idle: readonly string[]
  /** Actions that lead to more together with others, by statements that stand on both sides. */
  readonly kept: readonly string[]
}

/** What a change of policies opens, and what it takes away. */
export interface AccessComparison {
  readonly opened: AccessDifference
  readonly lost: AccessDifference
  readonly same: SameAccess
  /** What its Deny statements do to what other policies may allow, besides; absent where none differs, or nobody asked. */
  readonly denies?: Readonly<Record<'opened' | 'lost', AccessDifference>>
}

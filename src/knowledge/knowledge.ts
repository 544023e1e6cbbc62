import type { HowDenied } from '../iam/how-denied'
import type { Denial } from '../denial/denial'
import type { SituationAnswers } from '../facts/situations/situations'
import type { RowMessage } from './messages/row-message'
import type { Policy } from '../policy/policy'
import type { Layer } from '../iam/layers'
import type { Confirmed, RowSource } from '../iam/row-source'

/** A policy that is here. */
export interface GivenPolicy {
  /** `trust` is the resource layer of an sts:AssumeRole* request. */
  readonly layer: Layer
  readonly name: string
  readonly policy: Policy
}

/** What the paste shows of the call itself. Keys are lower case without dashes and underscores; values are as written. */
export interface ShownCall {
  /** Parameters that it names: `acl` for `--acl`, `ACL=`, `"acl":`. */
  readonly parameters: ReadonlyMap<string, string>
  /** Commands of the AWS CLI: `s3 cp`, `s3 sync`. */
  readonly commands: ReadonlySet<string>
}

/**
 * What is seen of one denial. Null: neither said nor inferred. A text may hold masks, as people hide account ids.
 * Nothing here is what the evaluation found: these tables say what is likely where it cannot be proven.
 */
export interface Observation {
  readonly denial: Denial | null
  /** The action of the request: what AWS named, or what follows from the operation. */
  readonly action: string | null
  /** Did AWS name the action? Otherwise the call may have failed for another one. */
  readonly isActionNamed: boolean
  /** The operation that was called, in lower case: `s3:putobject`; `:putobject` where its service is not known. */
  readonly operation: string | null
  readonly resource: string | null
  readonly principal: string | null
  /** The pasted text, at most MAX_TEXT characters of it; and the same in lower case. */
  readonly text: string
  readonly lowerText: string
  readonly call: ShownCall
  readonly policies: readonly GivenPolicy[]
  /** Layers of which something is given, or that are known to be empty. */
  readonly givenLayers: ReadonlySet<Layer>
  /** By which words AWS manages the KMS key that the request is about. */
  readonly keyOfAws?: string | null
  /** Values of the request context, by key in lower case. */
  readonly context: ReadonlyMap<string, readonly string[]>
  /** What is said of the situations that the error is in, as far as it is at hand. */
  readonly situationAnswers?: SituationAnswers
  /** The condition key that is nearest to one that AWS does not have; null of all that it has, or may have. */
  readonly nearestKey?: (key: string) => string | null
  /** The one of some names that is nearest to what was written; null: none is near. */
  readonly nearestName?: (written: string, names: readonly string[]) => string | null
}

/** One thing seen that speaks for a cause, or against it. */
export interface Clue {
  readonly kind: ClueKind
  /** What it is about, as it is written: a parameter, an action, a value. */
  readonly text: string
  /** Of what was pasted the line that it stands in, from 1. */
  readonly line?: string
}

/** What a clue says; the sentence of each stands in the clue messages. */
export type ClueKind =
  /** The paste names this parameter of the call. */
  | 'parameter'
  /** Nothing in the paste shows that the call uses it. */
  | 'parameter-not-seen'
  /** The paste holds this text. */
  | 'text'
  /** The paste holds it in this line. */
  | 'in-line'
  /** The error says so in its own words. */
  | 'said'
  /** AWS asked for this action while another operation was called. */
  | 'asked-for'
  /** AWS asked for the action of the operation, on a resource beside the one that was meant. */
  | 'asked-beside'
  /** An Allow given here names what was called, so that something else may be missing. */
  | 'call-named'
  /** Identity-based policies are given here, and no Allow names this action. */
  | 'not-named'
  /** An Allow given here names this action. */
  | 'named'
  /** What a trust policy given here compares the claim with. */
  | 'compared-with'
  /** The subject of the token, as an event or a log shows it. */
  | 'subject'
  /** Who calls. */
  | 'caller'
  /** AWS's message says no more than that it denied. */
  | 'bare'
  /** AWS's message names this kind of policy. */
  | 'claimed'
  /** The action that AWS asked for. */
  | 'action-asked'
  /** A test of a policy given here, as it is written. */
  | 'test-written'
  /** A policy of the resource given here lets in everybody. */
  | 'open-to-all'
  /** The policy that AWS's message names. */
  | 'policy-named'
  /** A policy of AWS's own given here denies what was asked. */
  | 'policy-denies'
  /** AWS itself manages the key, as a description of it says. */
  | 'key-of-aws'
  /** The account that a policy of the bucket given here lets write objects, beside those who read. */
  | 'writer-named'
  /** What is asked for. */
  | 'resource-asked'
  /** What a policy given here names instead. */
  | 'resource-written'
  /** No page of AWS says so. */
  | 'unconfirmed'

/** How much in the evidence speaks for a cause. None of them is proof. */
export type Strength =
  /** A policy given here shows it whatever the request carries, as a test does that no value can meet. */
  | 'shown'
  /** The paste or a policy shows what the cause needs. */
  | 'supported'
  /** It fits the call, and nothing speaks for or against. */
  | 'possible'
  /** No cause by itself: it says who calls, or where a change belongs. */
  | 'context'

/** A check of a call; a text in braces stands for something that is not known. */
export interface CheckTemplate {
  /** Who is checked, where it is not the caller. */
  readonly principal?: string
  /** Who may stand in a policy in its place, as patterns in lower case. */
  readonly orPrincipals?: readonly string[]
  readonly action: string
  readonly resource: string
}

/** A statement to add; a text in braces stands for something that is not known. */
export interface NeededStatement {
  readonly effect: 'Allow'
  /** Only in a resource-based policy. */
  readonly principal?: Readonly<Record<string, string>>
  readonly actions: readonly string[]
  /** None in a trust policy. */
  readonly resource?: string
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** What would fix it: statements in a layer, or something that is no policy (the message says what). */
export interface KnownFix {
  readonly layer: Layer | 'none'
  readonly statements: readonly NeededStatement[]
  /** The command that does it where no policy changes; gaps in braces. Null: none does. */
  readonly run?: readonly string[] | null
  /** Values that a test of the policy lacks, by its condition key. */
  readonly values?: readonly { readonly key: string; readonly value: string }[]
}

/** What each row on a cause has. */
export interface KnowledgeRow extends RowSource {
  /** A command that shows whether it is so; gaps in braces. Its output can be pasted back. Null: the message says where to look. */
  readonly check: string | null
  /** Is the request to be changed first, and no policy? */
  readonly isOfRequest?: true
  /** May a policy be changed too, behind that? */
  readonly isOfPolicyToo?: true
  /** Is it that another made the call than was meant to? */
  readonly isOfCaller?: true
  /** Is a policy to be corrected, so that a change of it need not stand behind the words? */
  readonly isOfPolicy?: true
  /** Is what a policy here writes for the very action no action at all, so that nothing else has to be supposed? */
  readonly isSlip?: true
}

/** A row of a table that fits what was seen, with what speaks for and against it. What it can be the cause of, the explanation tests. */
export interface RowMatch<Id extends string = string> {
  readonly id: Id
  readonly layer: Layer | 'none'
  /** How that layer then denied; "none" where no policy did. */
  readonly decision: HowDenied | 'none'
  readonly strength: Strength
  readonly for: readonly Clue[]
  readonly against: readonly Clue[]
  /** Words with gaps filled; a gap that is not known stays in braces. Null: nothing to run. */
  readonly check: readonly string[] | null
  readonly fix: KnownFix
  /** The checks that the words of the text tell of, where AWS names no action; gaps in braces. */
  readonly asks?: readonly CheckTemplate[]
  /** The first of these that the policies given here don't let through is the cause. */
  readonly saysLack?: true
  /** Condition keys that the checks it asks for never carry. */
  readonly carriesNo?: readonly string[]
  /** Where the policies given here let all of these checks pass, another row is left, and this one is none. */
  readonly leaves?: string
  /** The checks that an Allow of the resource given here lets through, each for whom it names: a Deny may still stop them. */
  readonly letIn?: readonly CheckTemplate[]
  /** The text names the very resource that the row asks for, and not only words that fit it. */
  readonly isOfNamedThing?: true
  readonly page: string
  readonly confirmed: Confirmed
  /** What fills the gaps of its sentences. */
  readonly facts: Facts
  /** Its sentences, where they stand in no table of messages. */
  readonly said?: RowMessage
  /** The same of what is left where the policies given here let all of it through. */
  readonly left?: { readonly said: RowMessage; readonly check: readonly string[] | null }
}

/** Values for the gaps of sentences and templates, by name; a gap without a value stays open. */
export type Facts = Readonly<Record<string, string>>

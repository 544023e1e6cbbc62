import type { KnowledgeId } from '../knowledge/likely-causes'
import type { Decision } from '../evaluation/evaluation'
import type { Evidence } from './evidence'
import type { ShellCommand } from '../text/shell-quote'
import type { Words } from '../text/phrase'
import type { Layer } from '../iam/layers'
import type { NoPolicy } from './no-policy'

/**
 * How an answer is known; always exactly one. "proven": the given policies show it, whatever is not known, where need be
 * together with what AWS says. "claimed": AWS's message says it, and nothing that is given speaks against it. "likely": the
 * first of a ranked list of causes. "open": nothing can be said yet.
 */
export type Basis = 'proven' | 'claimed' | 'likely' | 'open'

/** The one line below the headline, with its place where it has one. */
export interface AnswerFact {
  readonly sentence: readonly Words[]
  /** Null: no policy here shows it. */
  readonly evidence: Evidence | null
  /** The line of that place in its policy, from 1. */
  readonly line: number | null
}

/** What would confirm or refute a cause. */
export interface CauseCheck {
  /** Empty where the command says it all. */
  readonly sentence: readonly Words[]
  /** Null: to be looked at by hand. */
  readonly command: ShellCommand | null
  /** Can what the command prints be pasted back? */
  readonly isPasted: boolean
}

/** Why a request can have been denied: by what is known of AWS, or by what layers and statements can do. */
export type CauseCode =
  | KnowledgeId
  | 'layer-not-given'
  | 'layer-lacks'
  | 'allow-unmet'
  | 'deny-open'
  | 'deny-shown'
  | 'deny-elsewhere'
  | 'claim-differs'
  | 'key-policy-lacks'
  | 'policy-of-another'
  | 'policy-not-in-effect'
  | 'trusted-already'
  | 'roles-exchanged'
  | 'called-by-another'

/**
 * What a cause stands on. Policies given here: "shown" (they lack it), "shown-beside" (they do, and another layer would be
 * enough), "shown-apart" (they speak of other services alone, and AWS names no action), "deny-matches" (a Deny matches, and only whether its layer applies is open), "deny-of-token" (a Deny hangs on the token), "open-allow", "open-deny", "open-effect" (it hangs on something unknown). Policies that are not given: "unseen-first",
 * "unseen-second", "unseen-half" (the caller's side of two accounts allows, the other one has to), "unseen-deny", "unseen-spoken-of" (the text speaks of them), "unseen-account" (if the resource is in another account). What is known of AWS: "fact-shown" (the policies
 * given here lack a further check), "check-shown" (the same, where the words tell the check and AWS names no action), "call-shown" (the call itself is wrong, and the text or a policy shows how), "fact-supported" (the text shows it), "fact-possible" (it fits the call). AWS's words: "claimed".
 */
export type Ground =
  | 'claimed'
  | 'shown'
  | 'shown-beside'
  | 'shown-apart'
  | 'deny-matches'
  | 'deny-of-token'
  | 'open-allow'
  | 'open-resource'
  | 'open-deny'
  | 'open-effect'
  | 'unseen-first'
  | 'unseen-second'
  | 'unseen-deny'
  | 'unseen-half'
  | 'unseen-spoken-of'
  | 'unseen-account'
  | 'call-shown'
  | 'check-shown'
  | 'fact-shown'
  | 'fact-supported'
  | 'fact-possible'

/** A check of the call beside the request itself: a further action, or another resource. */
export interface FurtherCheck {
  /** Null: whoever makes the call. */
  readonly principal: string | null
  readonly action: string
  /** With blanks in angle brackets for what is not known of it. */
  readonly resource: string
  /** Condition keys that it never carries, though its action has them. */
  readonly carriesNo?: readonly string[]
}

/** One thing that can have denied the request: a hypothesis, tested by the evaluation before it is told. */
export interface Cause {
  readonly code: CauseCode
  readonly ground: Ground
  /** How it is known that this denied. */
  readonly basis: Exclude<Basis, 'open'>
  /** How much the text shows of it, among causes of one ground. */
  readonly weight: number
  /** The evaluation or the text shows that it cannot be so; what refutes it is in `speaksAgainst`. */
  readonly isRefuted: boolean
  /** It is the text that shows it: then it is told, last and with its words. */
  readonly isRefutedByText?: true
  /** Nothing of the text shows that the call does what it takes. */
  readonly isUnseen?: true
  /** How much likelier or less likely than others of its ground what the text shows makes it. */
  readonly lift?: number
  /** The check that it is about; null: the request itself. */
  readonly about: FurtherCheck | null
  /** Where it denies; "none" for what is no policy's doing. */
  readonly layer: Layer | 'none'
  /** How it denies. */
  readonly decision: Decision | 'none'
  /** Its headline, where a row or the service's own words have one. */
  readonly title?: string
  readonly sentence: readonly Words[]
  /** What in this evidence makes it likely; what makes it unlikely. */
  readonly speaksFor: readonly (readonly Words[])[]
  readonly speaksAgainst: readonly (readonly Words[])[]
  /** What it stands on where AWS documents it nowhere. */
  readonly note: readonly Words[]
  readonly evidence: Evidence | null
  /** Where a policy here has the value that it speaks of, which shows nothing by itself. */
  readonly writtenAt?: Evidence | null
  readonly check: CauseCheck | null
  /** What would repair it. */
  readonly remedy: readonly Words[]
  /** Statements that the repair takes, for `layer`, where it takes any beside the least one for this request. */
  readonly statements: readonly Readonly<Record<string, unknown>>[]
  /** What its owner has to do is said in words: no change that is offered says it. */
  readonly isInWords?: true
  /** What would repair it is a change of a policy, though the table has it in words alone. */
  readonly isOfPolicy?: true
  /** The command that repairs it where no policy does. */
  readonly run?: ShellCommand
  /** AWS's page on it. */
  readonly page: string | null
}

/** A look that tells causes apart: what to find out, and what each outcome means. */
export interface DecidingQuestion {
  readonly headline: readonly Words[]
  /** What its own command looks for; the headline may begin with who called. */
  readonly look: readonly Words[]
  readonly sentence: readonly Words[]
  /** Null: something to look at by hand, or a name is missing that the command needs. */
  readonly command: ShellCommand | null
  /** The same with blanks for the names that are missing: to be read, never copied; null where none is. */
  readonly outline: ShellCommand | null
  readonly page: string
}

/** The answer to the question why AWS denied: one of four kinds, and what to do. */
export interface Answer {
  readonly basis: Basis
  /** What is proven, claimed or likeliest; "none" for what is no policy's doing, and while there is nothing to say. */
  readonly decision: Decision | 'none'
  readonly layer: Layer | 'none'
  /** At most MOST_WORDS words, with names in place of ARNs. */
  readonly headline: readonly Words[]
  readonly fact: AnswerFact | null
  /** What is AWS's word in it, and what the policies here add; empty where the answer needs no word of AWS. */
  readonly said: readonly Words[]
  /** Ranked, the likeliest first: what it can be, or under a claim what remains. */
  readonly causes: readonly Cause[]
  /** The one look that tells the causes apart, where none of them stands out: it comes first. */
  readonly question?: DecidingQuestion | null
  /** What else is worth saying. */
  readonly notes: readonly (readonly Words[])[]
  /** Who says it, where that is not AWS: another provider or program, or the client before AWS was asked. */
  readonly speaker?: 'other' | 'client'
  /** No policy decides it: then this is all that there is to say, and layers and policies have no part in it. */
  readonly noPolicy?: NoPolicy
  /** Layers that are not given here. */
  readonly notGiven: readonly Layer[]
}

/** Most words of a headline. */
export const MOST_WORDS = 12

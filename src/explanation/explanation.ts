import type { CallOutcome } from '../evaluation/call-outcome'
import type { Reach } from '../policy/reach'
import type { RequestPart } from '../case/holes'
import type { FindingCode } from './messages/findings'
import type { FixStandard } from './fixes/fix-standard'
import type { FixCode } from './messages/fixes'
import type { StepCode } from './messages/steps'
import type { Answer } from './answer'
import type { Decision, LayerStatus, Truth } from '../evaluation/evaluation'
import type { ShellCommand } from '../text/shell-quote'
import type { Evidence } from './evidence'
import type { Words } from '../text/phrase'
import type { Span } from '../text/span'
import type { CaseLayer, Layer, PolicyOwner } from '../iam/layers'
import type { StatementRef } from '../case/policy-ref'

/**
 * What is decided: by the evaluation, or, where it depends on something and AWS names a layer that the policies here show to
 * deny, by the two together; "none": there is nothing to judge. Where AWS denied and the policies allow it stays "allowed".
 */
export interface Decided {
  readonly decision: Decision | 'none'
  readonly layer: Layer | 'none'
}

/** AWS's claim beside our finding. */
export interface ClaimComparison {
  readonly outcome: 'noClaim' | 'agrees' | 'disagrees' | 'notGiven' | 'undecided' | 'changed'
  /** What AWS says, as AWS's claim. */
  readonly claim: readonly Words[]
  /** What we find beside it. */
  readonly finding: readonly Words[]
  /** When it disagrees: why the two can differ, the likeliest first. */
  readonly reasons: readonly (readonly Words[])[]
}

/** One thing that the explanation says, with its evidence and the AWS page that says why. */
export interface Finding {
  readonly code: FindingCode
  readonly sentence: readonly Words[]
  readonly evidence: readonly Evidence[]
  readonly page: string
}

/** A gate of the diagram: one layer on the request's way. */
export interface Gate {
  readonly layer: Layer
  /** As assistive technology reads it: "SCPs: explicit deny". */
  readonly label: string
  readonly name: string
  readonly status: LayerStatus
  readonly statusText: string
  readonly lane: 'caller' | 'resource'
  readonly blocking: boolean
  /** The gate that stopped the request, the one AWS would name. */
  readonly stopped: boolean
  /** False: its implicit deny does not count. */
  readonly needed: boolean
  /** What it is told as, where that is another thing than its policies make of it: AWS says that it stopped the request and no policy here shows it, or nothing of it is here. */
  readonly toldAs?: 'claimed' | 'notGiven'
  readonly sentence: readonly Words[]
  readonly evidence: Evidence | null
}

/** The way of the request as data: its lanes of gates, and where it ends. */
export interface Diagram {
  readonly lanes: readonly {
    readonly side: 'caller' | 'resource' | 'both'
    readonly title: string
    readonly gates: readonly Gate[]
  }[]
  readonly end: CallOutcome
}

/** One statement in the list "Why", with each element in words. */
export interface StatementStory {
  readonly layer: CaseLayer
  readonly evaluated: Layer
  readonly place: StatementRef
  readonly policyName: string
  readonly sid: string | null
  /** Null: it is not written. */
  readonly effect: 'Allow' | 'Deny' | null
  readonly matches: Truth
  readonly summary: readonly Words[]
  readonly elements: readonly {
    readonly element: string
    readonly matches: Truth
    readonly sentence: readonly Words[]
    readonly span: Span | null
    /** Each of its values, with what became of it as a clause. */
    readonly values: readonly {
      readonly text: string
      readonly matches: Truth
      readonly clause: readonly Words[]
      readonly span: Span | null
    }[]
  }[]
  readonly decisive: boolean
}

/** A context key that matters in this case, for the form on the left. */
export interface KeyQuestion {
  readonly key: string
  readonly state: 'known' | 'absent' | 'unknown'
  readonly values: readonly string[]
  readonly origin: 'given' | 'derived' | 'paste' | 'none'
  /** Values that the policies themselves speak of. */
  readonly offered: readonly string[]
  /** Does the verdict hang on it? */
  readonly decides: boolean
}

/** Everything that the page says of one evaluation, as data. */
export interface Explanation {
  /** The answer first: how it is known, in one headline, and what to do. */
  readonly answer: Answer
  readonly decided: Decided
  readonly claim: ClaimComparison
  readonly diagram: Diagram
  readonly findings: readonly Finding[]
  readonly statements: readonly StatementStory[]
  readonly keys: readonly KeyQuestion[]
}

/** One fact to fetch when the evidence is not enough. The commands' output can be pasted straight back. */
export interface NextStep {
  readonly code: StepCode
  readonly sentence: readonly Words[]
  /** Can what the commands print be pasted back? */
  readonly isPasted: boolean
  /** In their order; none where no command answers. */
  readonly commands: readonly ShellCommand[]
  /** What it would settle. */
  readonly settles: { readonly layers: readonly Layer[]; readonly keys: readonly string[] }
  /** True: part of the smallest set that settles the verdict; false: a way to confirm it. */
  readonly needed: boolean
  readonly page: string
}

/** A policy text before and after a fix. */
export interface FixChange {
  readonly layer: CaseLayer
  readonly level: number | null
  /** Index among the policies of the layer or level; null: a new policy. */
  readonly policy: number | null
  readonly name: string
  readonly before: string
  readonly after: string
  /** The part of the text that changes. */
  readonly edit: { readonly span: Span; readonly text: string }
  /**
   * A policy that is not given holds the place: the statements of `after` go into it. A policy of these alone would
   * replace it.
   */
  readonly isIntoUnseen?: true
}

/** A change of policies that makes the request pass one gate, proven by evaluating the changed case. */
export interface Fix {
  /** What each of its changes is. */
  readonly codes: readonly (FixCode | 'new-policy')[]
  readonly layer: Layer
  /** What to change. */
  readonly sentence: readonly Words[]
  /** What else it opens. */
  readonly opens: readonly Words[]
  /** What a new evaluation says: "The request then passes this gate; 1 other gate still blocks." */
  readonly proof: readonly Words[]
  readonly owner: PolicyOwner
  readonly ownerText: string
  readonly changes: readonly FixChange[]
  /** The widest of `reaches`. */
  readonly reach: Reach
  /** What each of its changes opens. */
  readonly reaches: readonly Reach[]
  /** How much it opens, for ranking; the least first. */
  readonly width: number
  /** The narrowest fix of its gate; the others are wider alternatives. */
  readonly least: boolean
  /** Gates that still block after it. */
  readonly remaining: readonly Layer[]
  readonly decisionAfter: Decision
  /** The statement that was added, where the fix adds one. */
  readonly statement: Readonly<Record<string, unknown>> | null
  /** What it opens: what the request asks, or more. */
  readonly opensTo: 'request' | 'wider'
  /** In what it goes beyond what was asked, by the policies before and after it; null: they could not be compared to the end. */
  readonly beyond?: { readonly action: boolean; readonly resource: boolean; readonly caller: boolean } | null
  /** It opens all that the least fix of its layer opens, and more: proven by comparing the two. */
  readonly isWider?: boolean
  /** It covers a request that carries what it tests, which this one is not known to. */
  readonly assumes?: true
  /** The standards that it doesn’t meet, with the reason; none where it is as good as a fix can be. */
  readonly failed?: readonly { readonly standard: FixStandard; readonly reason: readonly Words[] }[]
  /** What is to be filled in before it can be applied: `<account>`, `<bucket>`. */
  readonly blanks?: readonly string[]
  /** The policy that it changes is not given here: the fix is proven on what AWS says of it, and is there to be copied. */
  readonly isSupposed?: true
  /** Of a Deny: what the same attempt calls besides, which the fix lets through too. */
  readonly alsoCalled?: readonly string[]
  /** It repairs another cause than the first, which has fixes of its own. */
  readonly isOfOtherCause?: true
  /** The text doesn’t tell which service the call uses: of the fixes that say so, one is enough. */
  readonly isForOneService?: true
  /** It lets a service use a key, and nothing tells whether that is one whose policy can be changed. */
  readonly isOfUnknownKey?: true
}

/** What an identity-based policy that goes by its name alone can be. */
export type PolicyKind = 'managed' | 'inline'

/** A command of a fix. */
export interface FixCommand extends ShellCommand {
  /** Where the case leaves open which of several commands it is: when it is this one, in words. */
  readonly when: string | null
  /** The kind of policy that it is for, where it is one of several. */
  readonly kind: PolicyKind | null
}

/** A fix in the forms in which people apply it. */
export interface FixForms {
  readonly json: string
  /** None where AWS has no call for it, or where a name is missing that the call needs. */
  readonly cli: readonly FixCommand[]
  readonly terraform: string | null
  readonly cdk: string | null
  /** The policy that it goes into is not given: what puts a whole policy would replace that one. */
  readonly isIntoUnseen: boolean
  /** The policy that is left as it is, since the command and the code add one of their own; null: they change that one. */
  readonly besidePolicy: string | null
  /** The changes whose policy’s name in AWS is unknown, by their place: with it, there are forms. */
  readonly unnamed: readonly number[]
}

/** One thing to check when access is denied, and how far this case has come with it. */
export interface ChecklistItem {
  readonly code: 'claim' | 'keys' | 'accounts' | RequestPart | `layer-${Layer}`
  /** done: known, and it does not stop the request; blocks: known, and it does; open: not known; notApplicable: no need. */
  readonly state: 'done' | 'blocks' | 'open' | 'notApplicable'
  readonly sentence: readonly Words[]
  readonly layer: Layer | null
}

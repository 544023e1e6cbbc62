import type { ArnKind } from '../../iam/arn-in-text'
import type { Layer } from '../../iam/layers'
import type { RowSource } from '../../iam/row-source'

/** What decides in a situation: a layer of policies, none of them, or what the words leave open. */
type Decides = Layer | 'none' | 'open'

/**
 * Who is refused: a service by its principal, or one of these; "service" is one that only the words name, "vendor" is
 * somebody else's account, whose policies nobody here writes, "everyone" calls without
 * credentials.
 */
export type Refused =
  | `${string}.amazonaws.com`
  | 'service'
  | 'caller'
  | 'given-role'
  | 'linked-role'
  | 'other-account'
  | 'vendor'
  | 'app-user'
  | 'everyone'

/**
 * What a situation is recognised by, in the text of an error: the half of its row that reading a text needs. What is said of
 * it stands in the other half, `SituationAnswer`.
 */
export interface SituationShape {
  readonly decides: Decides
  /** The error codes that mean it. */
  readonly codes?: readonly string[]
  /** What the service says, each sentence a shape: see `patternOfShape`. */
  readonly says?: readonly string[]
  /** One of these has to stand in the text too, in lower case; of words parted by " … " all: such a row goes before others of the same sentence. */
  readonly near?: readonly string[]
  /** Words of the text, in lower case, that contradict it: then its sentence or pattern says something else, or less than another. */
  readonly unless?: readonly string[]
  /** The text names two accounts, or one of the words in `near` says so: such a row goes before others of the same sentence. */
  readonly isOfTwoAccounts?: true
  /** The text names two Regions, and one of the words in `near` where there are some: such a row goes before others of the same sentence. */
  readonly isOfTwoRegions?: true
  /**
   * Words of the message that mean it, whatever the code, where no shape tells them, or where a refusal near them may still be
   * AWS's own: a sentence outweighs a code near it, the words of a pattern do only as `overrules` says.
   */
  readonly pattern?: RegExp
  /** The IAM prefix of the service that was refused, or that says it. */
  readonly service?: string
  /** Who was refused; where it is left out, the words do not tell. */
  readonly refused?: Refused
  /** The service that works with the role, where its words are the same if the role doesn’t trust it. */
  readonly taker?: `${string}.amazonaws.com`
  /** What was refused, one of these. */
  readonly actions?: readonly string[]
  /** Further actions that its page lists for the same thing: what is refused next. */
  readonly also?: readonly string[]
  /** Under which keys of a bucket the service writes; gaps in braces. */
  readonly keys?: string
  /** On which resource, or on which of several, where the row itself says it; gaps in braces. */
  readonly on?: string | readonly string[]
  /** The key of its record whose value is the resource, an ARN of this kind. */
  readonly keyed?: { readonly key: string; readonly kind: ArnKind }
  /**
   * What a policy has to let through too, though the words name none: where that of the layer is here and does not, it is the
   * cause. Each action is tried on the resource, whose gaps in braces may be open; of several resources on the one of its
   * service that the text names.
   */
  readonly judgedBy?: {
    readonly layer: Layer
    readonly actions: readonly string[]
    readonly on: string | readonly string[]
  }
  /** What the statement has to test, so that it allows no more: for whom a service works, or which service a role is for. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /**
   * What the words of its pattern mean for a refusal near them that has no ARN. Those of a code without a message are none
   * ("codes"), all are none ("aws"), or those are that no client of AWS frames ("unframed"). "server": the words tell which
   * server answered, so that neither a refusal nor a code of AWS's own is from AWS.
   */
  readonly overrules?: 'codes' | 'aws' | 'unframed' | 'server'
  /** Nothing shows that AWS was asked: neither policies nor the caller tell more. */
  readonly isOfNoCall?: true
  /** The request was refused all the same: its words in the sentence of a denial say more of it. */
  readonly ofDenial?: true
  /** Does the service say the same where its role is not there at all? Then no edit of its trust policy is offered before it was looked at. */
  readonly isPerhapsWithoutRole?: true
  /** The row that says what is behind it where the role trusts the service already. */
  readonly whereTrusted?: string
  /** Is it something that the call needs besides that is refused, so that no statement for the call itself is offered? */
  readonly isBesideCall?: true
  /** Its words do not say that it is so: it is what usually lies behind them. */
  readonly isUsual?: true
  /** Who says it, where that is not AWS: another provider or program, or the client before AWS was asked. */
  readonly speaker?: 'other' | 'client'
}

/** One thing to change: in the call, in a setting, in the credentials, in a policy. */
export interface SituationChange extends RowSource {
  /** What to do. Text in backticks is code; a gap in braces is filled from what was pasted. */
  readonly says: string
  /** The command that does it. A gap that nothing fills becomes a blank to fill in. */
  readonly run?: string
  /** Is it what helps where the statement is there already, so that it is told before one, also with a command to be filled in? */
  readonly comesFirst?: true
  /** Words to add to the call, or to leave out of it. */
  readonly option?: { readonly is: 'added' | 'left out'; readonly words: string }
}

/** What a situation comes from where the policies given here let through all that was refused. */
export interface SituationLeft {
  readonly title: string
  readonly says: string
  readonly fix: string
  /** The command that decides it; gaps in braces. */
  readonly check: string
}

/** What is said of a situation. */
export interface SituationAnswer {
  /** What it is, at most twelve words. */
  readonly title: string
  /** The same, where the error names the service that speaks: its gap is `{saidBy}`. */
  readonly titleOf?: `${string}{saidBy}${string}`
  /** What it means, and who lacks what. Text in backticks is code; a gap in braces is filled from what was pasted. */
  readonly means: string
  /** The service's own permissions that decide in place of IAM's, by where they are granted. */
  readonly grantedIn?: string
  /** The command that decides whether it is so, where evidence fills each of its gaps. */
  readonly check?: string
  /** What it comes from where the policies given here let all of it through; without it, then it is refuted. */
  readonly left?: SituationLeft
  /** What to change; the first is what to do first. */
  readonly changes: readonly [SituationChange, ...SituationChange[]]
}

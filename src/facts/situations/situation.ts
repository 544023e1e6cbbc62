import type { Layer } from '../../iam/layers'

/** What decides in a situation: a layer of policies, none of them, or what the words leave open. */
type Decides = Layer | 'none' | 'open'

/**
 * What a situation is recognised by, in the text of an error: the half of its row that reading a text needs. What is said of
 * it stands in the other half, `SituationAnswer`.
 */
export interface SituationShape {
  readonly decides: Decides
  /** The error codes that mean it. */
  readonly codes?: readonly string[]
  /** Words of the message that mean it, whatever the code. */
  readonly pattern?: RegExp
  /** Its words near a code without a message ("codes"), or near a refusal without an ARN ("aws"), mean that it is no denial. */
  readonly overrules?: 'codes' | 'aws'
  /** The request was refused all the same: its words in the sentence of a denial say more of it. */
  readonly ofDenial?: true
  /** Somebody else than AWS refused. */
  readonly isForeign?: true
}

/** The day on which a row was compared with the text of its page; `unconfirmed` where it was not, or not all of it. */
type Confirmed = `${number}-${number}-${number}` | 'unconfirmed'

/** One thing to change: in the call, in a setting, in the credentials, in a policy. */
export interface SituationChange {
  /** What to do. Text in backticks is code; a gap in braces is filled from what was pasted. */
  readonly says: string
  /** The command that does it. A gap that nothing fills becomes a blank to fill in. */
  readonly run?: readonly string[]
  /** Words to add to the call, or to leave out of it. */
  readonly option?: { readonly is: 'added' | 'left out'; readonly words: readonly string[] }
  /** The AWS page that says so, or the provider's page for what is not AWS's. */
  readonly page: string
  readonly confirmed: Confirmed
}

/** What is said of a situation. */
export interface SituationAnswer {
  readonly title: string
  readonly means: string
  /** What to change; the first is what to do first. */
  readonly changes: readonly [SituationChange, ...SituationChange[]]
}

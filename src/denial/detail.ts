import type { Layer } from '../iam/layers'
import type { FoundCall } from './command-words'
import type { MatchedStatement } from './denial'
import type { Fragment, DenialSentence } from './denial-sentence'

/** The values of condition keys. */
export type Context = Readonly<Record<string, string | readonly string[]>>

/** What a structured source, such as a CloudTrail event, says beside the sentence. */
export interface Detail {
  /** The call that it records. */
  readonly call?: FoundCall
  /** Fields as the source states them. */
  readonly pieces?: Partial<Readonly<Record<'principal' | 'operation' | 'errorCode' | 'requestId', Fragment>>>
  readonly eventSource?: string | null
  readonly context: Context
  readonly matchedStatements?: readonly MatchedStatement[]
  /** Further layers of which a policy was judged and none allowed. */
  readonly lackingBesides?: readonly Layer[]
  /** What follows from the source without being a field of the message. */
  readonly inferred: Readonly<Record<string, string>>
}

/** A statement, and what a structured source says about it. */
export interface DetailedStatement {
  readonly statement: DenialSentence
  readonly detail: Detail | null
}

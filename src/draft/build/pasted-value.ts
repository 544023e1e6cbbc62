import type { Call } from '../../denial/call'
import type { TestedKey } from './tested-keys'

/** What a text says of a condition key beside its policies: it fits the name of the key, and nothing proves it. */
export interface PastedValue {
  readonly key: string
  /** None: what it lists of the kind does not have it. */
  readonly values: readonly string[]
  /** All that the text lists there, of which the request has one: `subnets`. */
  readonly listed: readonly string[]
  /** The words of the text that say so, on one line. */
  readonly written: string
  /** The parameter that the words set, as they spell it; null: they set none. */
  readonly parameter: string | null
  /** A token that the text prints says it. */
  readonly isOfToken?: true
}

/** The text beside its policies, with what it is about. */
export interface PastedText {
  readonly text: string
  readonly action: string
  readonly resource: string
  /** Who calls; empty where nothing says it. */
  readonly principal?: string
  /** Does an AWS service call, for something in an account? */
  readonly isOfService: boolean
  /** The call that failed, where the text shows it. */
  readonly call?: Call | undefined
  /** When it happened, where the text says it. */
  readonly time: string | null
}

/** The one value that some words of a text show. */
export const oneValue = (key: string, value: string, written: string): PastedValue => ({
  key,
  values: [value],
  listed: [value],
  written,
  parameter: null,
})

/** Finds the values of tested keys that a text shows, each key once: where no policy is given, none is tested. */
export type FindPastedValues = (tested: readonly TestedKey[], seen: PastedText) => readonly PastedValue[]

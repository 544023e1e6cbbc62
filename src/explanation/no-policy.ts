import type { SituationId } from '../facts/situations/situations'
import type { ShellCommand } from '../text/shell-quote'
import type { Span } from '../text/span'
import type { Words } from '../text/phrase'
import type { Instruction } from './instruction'

/** A command of the paste with words added to it, or with those marked that are to be left out. */
export interface MarkedCall {
  readonly is: 'added' | 'left out'
  readonly text: string
  /** The words in question, in `text`. */
  readonly marked: Span
}

/** Something worked out from the paste, or told by AWS's page: a clock's difference, when an address expires, who pays. */
export interface NoPolicyDetail {
  readonly name: readonly Words[]
  readonly value: readonly Words[]
}

/** An error that no policy decides. Layers, policies, a checklist and sample values have no say in it. */
export interface NoPolicy {
  /** Null: a setting refused it besides all policies. */
  readonly situation: SituationId | null
  /** Whose word it is: AWS's, another provider's or program's, or the client's before AWS was asked. */
  readonly speaker: 'aws' | 'other' | 'client'
  /** Where the text says it. */
  readonly quote: Span | null
  /** What it means, in whole sentences. */
  readonly means: readonly Words[]
  readonly details: readonly NoPolicyDetail[]
  /** What to do, the first thing first. */
  readonly changes: readonly Instruction[]
  /** The caller's own command, with what to change in it; null where the paste holds none or the change is another. */
  readonly call: MarkedCall | null
  /** What shows whether it is so, and changes nothing; null where no command does. */
  readonly check: ShellCommand | null
  /** The service's own permissions that decide instead, by the name of where they are granted; null: none do. */
  readonly grantedIn: string | null
  /** The page that says so. */
  readonly page: string | null
}

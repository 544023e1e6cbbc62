import { hasBlank } from '../../text/blank'
import type { CaseLayer } from '../../iam/layers'
import type { ShellCommand } from '../../text/shell-quote'
import type { Answer } from '../answer'
import type { Fix, NextStep } from '../explanation'
import type { Instruction, InstructionCommand } from '../instruction'
import type { CombinedChange } from './combine-fixes'
import type { OwnerMessage } from './owner-message'

/** All that an answer gives to act on. */
export interface ActionSources {
  readonly answer: Answer
  readonly instructions: readonly Instruction[]
  readonly fixes: readonly Fix[]
  /** What answers several denials of a paste. */
  readonly combined: { readonly whole: Pick<CombinedChange, 'policy' | 'denials' | 'areStatements'> | null }
  readonly message: OwnerMessage | null
  readonly steps: readonly NextStep[]
  /** One script in place of the steps that fetch policies. */
  readonly script: ShellCommand | null
  /** The command that makes a fix where its place takes no document. */
  readonly commandOf?: (fix: Fix) => ShellCommand | null
  /** Can the call take an option of the AWS CLI? Not, where another tool is seen to make it. */
  readonly takesOptions?: boolean
  /** The layers of which policies are here, or are said not to be. */
  readonly given: readonly CaseLayer[]
}

/**
 * What to do first. "copy-command": what changes the request, or a setting; "apply-fix": the least fix that is proven;
 * "copy-statement": what answers what AWS says, a policy of its own or statements for one that is there; "copy-policy": the policy that answers every denial of the
 * paste, and how many they are;
 * "copy-request": the message for whoever owns the policy in the way; "copy-decode": the command that decodes AWS's
 * message; "copy-check": what tells the causes apart; "copy-caller-check": what tells who called; "copy-script": what fetches what is missing; "none": there is nothing to do.
 */
export type PrimaryAction =
  | { readonly kind: 'apply-fix'; readonly fix: Fix }
  | { readonly kind: 'copy-request'; readonly text: string }
  | { readonly kind: 'copy-statement'; readonly text: string; readonly areStatements: boolean }
  | {
      readonly kind: 'copy-policy'
      readonly text: string
      readonly denials: number
      readonly areStatements: boolean
    }
  | {
      readonly kind: 'copy-command'
      readonly command: InstructionCommand
      /** The fix that the command makes. */
      readonly fix?: Fix
    }
  | {
      readonly kind: 'copy-decode' | 'copy-script' | 'copy-check' | 'copy-caller-check'
      readonly command: ShellCommand
    }
  | { readonly kind: 'none' }

/** Something to do first, where an answer has it. */
export type Offer = (remedy: ActionSources) => PrimaryAction | null

/** A command to be copied, where nothing of it is to be filled in. */
export const copied = (
  kind: 'copy-decode' | 'copy-script',
  command: ShellCommand | null | undefined,
): PrimaryAction | null => (command && !hasBlank(command.bash) ? { kind, command } : null)

/** The first fix, where it loosens nothing, and nothing of it is to be filled in. */
export const firstFix = (fixes: readonly Fix[]): Fix | null => {
  const fix = fixes.find(({ least }) => least)
  return fix === undefined || fix.failed !== undefined || (fix.blanks?.length ?? 0) > 0 ? null : fix
}

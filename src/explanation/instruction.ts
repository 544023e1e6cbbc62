import type { ShellCommand } from '../text/shell-quote'
import type { Words } from '../text/phrase'

/** A command of an instruction: to run, or words to add to the call that was denied or to leave out of it. */
export interface InstructionCommand extends ShellCommand {
  readonly is: 'run' | 'added' | 'left out'
  /** The command of the AWS CLI that takes the words so, where several spell them otherwise. */
  readonly of: string | null
}

/** A command as one that is run as it stands. */
export const toRun = (command: ShellCommand): InstructionCommand => ({ ...command, is: 'run', of: null })

/** Something to do that changes no policy: in the request, in a setting, in the credentials. */
export interface Instruction {
  /** What is changed: the call, or a setting; the call where it is not said. A check changes nothing. */
  readonly kind?: 'call' | 'setting' | 'check'
  readonly sentence: readonly Words[]
  /** Is it in the hands of whoever calls alone, as a new sign-in is? */
  readonly isOwn?: true
  /** Does nothing else help, since nobody here can edit the policy that decides? */
  readonly isAlone?: true
  /** None where no command does it. */
  readonly commands: readonly InstructionCommand[]
  readonly page: string | null
  /** The page does not say it, or was not found to. */
  readonly isUnconfirmed?: true
}

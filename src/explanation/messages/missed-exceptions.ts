import { serviceOfAction } from '../../iam/action'
import { code, join, say, type Phrase } from '../../text/phrase'

/** An exception as it is written, and as it is meant. */
interface ExceptionWords {
  readonly written: string
  readonly meant: string
}

/** Why an exception of a Deny misses what it is meant for. */
const EXCEPTION_DEFECTS = {
  path: () => say`The role has a path.`,
  session: () => say`${code('aws:PrincipalArn')} is the ARN of the role, never that of its session.`,
  profile: () => say`An instance profile calls nothing: its role does.`,
  'session-of-id': () => say`The id of a role’s session continues behind a colon.`,
  'made-again': () => say`Whoever is deleted and created again has a new id.`,
  slash: ({ written }: ExceptionWords) => say`${code(written)} doesn’t cover what is below it.`,
  parts: ({ written }: ExceptionWords) => say`${code(written)} doesn’t cover what is in it.`,
  operator: ({ written }: ExceptionWords) => say`Under ${code(written)} a ${code('*')} is a plain character.`,
  service: ({ meant }: ExceptionWords) => say`The prefix of this service is ${code(serviceOfAction(meant))}.`,
} as const

/** What is wrong with an exception. */
export type ExceptionDefect = keyof typeof EXCEPTION_DEFECTS

/** An exception that misses what it is meant for. */
export interface ExceptionMend extends ExceptionWords {
  readonly defect: ExceptionDefect
  /** Does it still exempt something as it is written, so that it stays beside the other? */
  readonly stays: boolean
}

const changeOf = ({ written, meant, stays }: ExceptionMend): Phrase =>
  stays ? say`add ${code(meant)} next to ${code(written)}` : say`replace ${code(written)} with ${code(meant)}`

/** What to change, behind whose exception it is, and why. */
export const mendWords = (whose: Phrase, mend: ExceptionMend): Phrase =>
  join(say`Correct what ${whose} exempts: ${changeOf(mend)}. `, EXCEPTION_DEFECTS[mend.defect](mend))

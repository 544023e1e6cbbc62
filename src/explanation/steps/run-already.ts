import type { ShellCommand } from '../../text/shell-quote'
import type { Answer, Cause } from '../answer'

/** A command of the AWS CLI up to its options. */
const COMMAND = /^aws ([a-z\d-]{2,40} [a-z\d-]{2,60})(?: |$)/

/** Options that change how an answer is printed, or where it comes from, and not what is asked. */
const OF_OUTPUT = /^--(?:output|query|region|profile|max-items|no-cli-pager)$/

const MOST_READ = 20_000

/** The options of a command, but for those of its output, with their values. */
function asked(bash: string): readonly string[] {
  const words = bash.split(/\s+/).map((word) => word.replaceAll(/^['"]|['"]$/g, ''))
  return words.filter((word, at) => at > 2 && !OF_OUTPUT.test(word) && !OF_OUTPUT.test(words[at - 1] ?? ''))
}

/** A line that begins another command, or says nothing. */
const NO_OUTPUT = /^\s{0,20}(?:$|[$#%>]\s|\w{1,30}@|aws\s)/

/** Does a text show what a command prints, or what AWS answered to it? Then nobody has to run it again. */
export function isRunAlready(text: string, { bash }: ShellCommand): boolean {
  const [, name] = COMMAND.exec(bash) ?? []
  if (name === undefined || bash.includes('\n')) return false
  const lines = text.slice(0, MOST_READ).split('\n')
  const words = asked(bash)
  return lines.some(
    (line, at) =>
      line.includes(`aws ${name}`) &&
      words.every((word) => line.includes(word)) &&
      at + 1 < lines.length &&
      !NO_OUTPUT.test(lines[at + 1] ?? ''),
  )
}

/** A cause without a check that the text shows to be made. */
const withoutCheck = (cause: Cause, text: string): Cause =>
  cause.check?.command && isRunAlready(text, cause.check.command) ? { ...cause, check: null } : cause

/** An answer that asks for no command again of which the text shows what it printed. */
export const withoutRunChecks = (answer: Answer, text: string): Answer => ({
  ...answer,
  causes: answer.causes.map((one) => withoutCheck(one, text)),
  ...(answer.noPolicy?.check &&
    isRunAlready(text, answer.noPolicy.check) && { noPolicy: { ...answer.noPolicy, check: null } }),
})

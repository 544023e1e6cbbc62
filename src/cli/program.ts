import { helpText } from './commands'
import { completionFor } from './completion'
import { EXIT, said, type Machine } from './machine'
import { CLI_MESSAGES } from './messages'
import { CommandError, readArguments, type CommandCall } from './read-arguments'

function completion({ words: [shell = ''] }: CommandCall, around: Machine): number {
  const text = completionFor(shell)
  if (text === null) throw new CommandError(CLI_MESSAGES['no-shell'])
  return said(around, text)
}

/** Runs the command; gives its exit code. Never throws. */
export async function runProgram(words: readonly string[], around: Machine): Promise<number> {
  try {
    const asked = readArguments(words)
    if (asked.isHelp) return said(around, helpText(around.out.columns))
    if (asked.isVersion) return said(around, `${around.version}\n`)
    if (asked.command === 'completion') return completion(asked, around)
    // All that reads errors and policies takes longer to load than to help.
    const { COMMAND_BODIES } = await import('./command-bodies')
    return await COMMAND_BODIES[asked.command](asked, around)
  } catch (error) {
    around.printError(`whydenied: ${error instanceof Error ? error.message : String(error)}\n`)
    return EXIT.failed
  }
}

import type { WholeReference } from '../reference/create-reference'

/** What a command that was run printed, and how it ended. */
export interface RunResult {
  readonly text: string
  readonly code: number
}

/** The machine around the command. */
export interface Machine {
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Is standard input a person? Then nothing is read from it unless it is asked for. */
  readonly isTyped: boolean
  /** Does somebody read what is printed, and in how many columns? */
  readonly out: { readonly isTerminal: boolean; readonly columns: number }
  readonly readInput: () => Promise<string>
  readonly readFile: (path: string) => Promise<string>
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Runs a command with our input, output and errors passed through; resolves with what it printed. */
  readonly run: (command: readonly string[]) => Promise<RunResult>
  readonly serve: () => Promise<void>
  readonly digest: (text: string) => string
  readonly reference: WholeReference | null
}

/** How the command ends. */
export const EXIT = { good: 0, unexpected: 1, failed: 2, denied: 3 } as const

/** Prints a text, and ends well. */
export const said = ({ print }: Machine, text: string): number => {
  print(text)
  return EXIT.good
}

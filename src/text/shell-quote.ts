/** The shells that commands are offered for. */
export type Shell = 'bash' | 'powershell'

const SAFE = /^[\w@%+=:,./-]+$/

/**
 * One argument of a command, quoted so that the shell takes it literally: nothing inside is expanded, ends the quote or
 * starts another command. Line breaks become spaces, since a pasted line break would run what stands before it.
 */
export function quoteArgument(text: string, shell: Shell): string {
  const line = text.replace(/[\r\n\0]+/g, ' ')
  if (SAFE.test(line)) return line
  // PowerShell takes curly single quotes for straight ones.
  return shell === 'bash' ? `'${line.replaceAll("'", `'\\''`)}'` : `'${line.replace(/['‘’‚‛]/g, '$&$&')}'`
}

/** A whole command: its words quoted where they need it. */
export const commandLine = (words: readonly string[], shell: Shell): string =>
  words.map((word) => quoteArgument(word, shell)).join(' ')

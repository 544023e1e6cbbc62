/** The shells that commands are offered for. */
export type Shell = 'bash' | 'powershell'

/** A command, ready to copy, in both shells. What it holds of a paste is quoted. */
export interface ShellCommand {
  readonly bash: string
  readonly powershell: string
}

/**
 * Words that a shell passes on as they stand. PowerShell takes a comma for a list, a leading `@` for splatting and a
 * leading digit for a number. https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
const SAFE: Readonly<Record<Shell, RegExp>> = {
  bash: /^[\w@%+=:,./-]+$/,
  powershell: /^(?:--?)?[a-z][\w+=:./-]*$/i,
}

/**
 * One argument of a command, quoted so that the shell takes it literally: nothing inside is expanded, ends the quote or
 * starts another command. Line breaks become spaces, since a pasted line break would run what stands before it.
 */
export function quoteArgument(text: string, shell: Shell): string {
  const line = text.replace(/[\r\n\0]+/g, ' ')
  if (SAFE[shell].test(line)) return line
  // PowerShell takes curly single quotes for straight ones.
  return shell === 'bash' ? `'${line.replaceAll("'", `'\\''`)}'` : `'${line.replace(/['‘’‚‛]/g, '$&$&')}'`
}

/** A whole command: its words quoted where they need it. */
export const commandLine = (words: readonly string[], shell: Shell): string =>
  words.map((word) => quoteArgument(word, shell)).join(' ')

/**
 * Does PowerShell hand this argument to a program as it is? Up to 7.2, and always in Windows PowerShell, it loses double
 * quotes and empty arguments, and a backslash before the quote that it adds itself.
 * https://learn.microsoft.com/powershell/scripting/learn/experimental-features#psnativecommandargumentpassing
 */
export const isPassedByPowerShell = (text: string): boolean =>
  text !== '' && !text.includes('"') && !(text.endsWith('\\') && /\s/.test(text))

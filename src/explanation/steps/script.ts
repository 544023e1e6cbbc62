import type { ShellCommand } from '../explanation'
import { commandLine, quoteArgument, type Shell } from '../../text/shell-quote'

/** A word of a command: literal text, or the variable of the loop around it. */
export type CommandWord = string | { readonly variable: string } | { readonly output: readonly CommandWord[] }

const word = (item: CommandWord, shell: Shell): string => {
  if (typeof item === 'string') return quoteArgument(item, shell)
  if ('variable' in item) return shell === 'bash' ? `"$${item.variable}"` : `$${item.variable}`
  return shell === 'bash' ? `"$(${line(item.output, shell)})"` : `(${line(item.output, shell)})`
}

const line = (words: readonly CommandWord[], shell: Shell): string => words.map((item) => word(item, shell)).join(' ')

const inBoth = (build: (shell: Shell) => string): ShellCommand => ({
  bash: build('bash'),
  powershell: build('powershell'),
})

/** One command. */
export const command = (...words: readonly CommandWord[]): ShellCommand => inBoth((shell) => line(words, shell))

/** One command whose words are all literal. */
export const literal = (words: readonly string[]): ShellCommand => inBoth((shell) => commandLine(words, shell))

/** A command for each name that another command lists. */
export const forEach = (variable: string, names: readonly CommandWord[], body: ShellCommand): ShellCommand => ({
  bash: `for ${variable} in $(${line(names, 'bash')}); do ${body.bash}; done`,
  powershell: `foreach ($${variable} in (${line(names, 'powershell')}) -split '\\s+' -ne '') { ${body.powershell} }`,
})

/** Two commands, one after the other. */
export const both = (first: ShellCommand, second: ShellCommand): ShellCommand => ({
  bash: `${first.bash}; ${second.bash}`,
  powershell: `${first.powershell}; ${second.powershell}`,
})

/** A command for the name that another command finds, unless it finds none. */
export const withFound = (variable: string, find: readonly CommandWord[], body: ShellCommand): ShellCommand => ({
  bash: `${variable}=$(${line(find, 'bash')}); [ "$${variable}" = None ] || ${body.bash}`,
  powershell: `$${variable} = ${line(find, 'powershell')}; if ($${variable} -ne 'None') { ${body.powershell} }`,
})

/** A command for a target and each of its parents, up to the root of the organization. */
export const upToRoot = (account: string, parent: readonly CommandWord[], body: ShellCommand): ShellCommand => ({
  bash: `target=${quoteArgument(account, 'bash')}; while [ -n "$target" ]; do ${body.bash}; case "$target" in r-*) target= ;; *) target=$(${line(parent, 'bash')}) ;; esac; done`,
  powershell: `$target = ${powershellString(account)}; while ($target) { ${body.powershell}; $target = if ($target -notlike 'r-*') { ${line(parent, 'powershell')} } }`,
})

const powershellString = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`

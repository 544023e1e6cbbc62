import { powershellString, throughFile } from '../../text/powershell-file'
import { isPassedByPowerShell, quoteArgument } from '../../text/shell-quote'
import type { ShellCommand } from '../../text/shell-quote'
import { pascalCase } from '../../text/letter-case'

/**
 * A word of a command: literal text, the variable of the loop around it, what another command prints, or a text with
 * variables in it, whose other parts hold nothing that a shell reads between double quotes.
 */
export type CommandWord =
  | string
  | { readonly variable: string }
  | { readonly output: readonly CommandWord[] }
  | { readonly template: readonly (string | { readonly variable: string })[] }

type Template = Extract<CommandWord, { template: unknown }>

/** A text with variables, which both shells write alike. */
const templateText = ({ template }: Template): string =>
  `"${template.map((part) => (typeof part === 'string' ? part.replace(/["$`\\]/g, '') : `\${${part.variable}}`)).join('')}"`

/** A line, and what has to stand before it. */
interface Line {
  readonly before: string
  readonly text: string
}

const bashWord = (item: CommandWord): string => {
  if (typeof item === 'string') return quoteArgument(item, 'bash')
  if ('template' in item) return templateText(item)
  return 'variable' in item ? `"$${item.variable}"` : `"$(${bashLine(item.output)})"`
}

const bashLine = (words: readonly CommandWord[]): string => words.map(bashWord).join(' ')

/** A variable for the value of an option: `$policyDocument` for --policy-document. */
const variableOf = (option: CommandWord | undefined, depth: number): string => {
  const [first = 'value', ...rest] = typeof option === 'string' ? (option.match(/[a-z]+/g) ?? []) : []
  const name = pascalCase(rest)
  return `${first}${name}${depth === 0 ? '' : depth}`
}

const powershellWord = (item: CommandWord, option: CommandWord | undefined, depth: number): Line => {
  if (typeof item === 'string')
    return isPassedByPowerShell(item)
      ? { before: '', text: quoteArgument(item, 'powershell') }
      : throughFile(item, variableOf(option, depth))
  if ('variable' in item) return { before: '', text: `$${item.variable}` }
  if ('template' in item) return { before: '', text: templateText(item) }
  const { before, text } = powershellLine(item.output, depth + 1)
  return { before, text: `(${text})` }
}

const powershellLine = (words: readonly CommandWord[], depth = 0): Line => {
  const lines = words.map((item, index) => powershellWord(item, words[index - 1], depth))
  return { before: lines.map(({ before }) => before).join(''), text: lines.map(({ text }) => text).join(' ') }
}

const powershell = (words: readonly CommandWord[]): string => {
  const { before, text } = powershellLine(words)
  return before + text
}

/** One command. */
export const command = (...words: readonly CommandWord[]): ShellCommand => ({
  bash: bashLine(words),
  powershell: powershell(words),
})

/** One command whose words are all literal. */
export const literal = (words: readonly string[]): ShellCommand => command(...words)

/** What is pasted back has to be JSON, whatever form the user's AWS CLI is set to. */
export const AS_JSON = ['--output', 'json'] as const

const indented = (lines: string): string => lines.replaceAll('\n', '\n  ')

/** A command for each name that another command lists. */
export const forEach = (variable: string, names: readonly CommandWord[], body: ShellCommand): ShellCommand => {
  const { before, text } = powershellLine(names)
  return {
    bash: `for ${variable} in $(${bashLine(names)}); do\n  ${indented(body.bash)}\ndone`,
    powershell: `${before}foreach ($${variable} in (${text}) -split '\\s+' -ne '') {\n  ${indented(body.powershell)}\n}`,
  }
}

/** Two commands, one after the other. */
export const both = (first: ShellCommand, second: ShellCommand): ShellCommand => ({
  bash: `${first.bash}\n${second.bash}`,
  powershell: `${first.powershell}\n${second.powershell}`,
})

/** A command for the name that another command finds, unless it finds none. */
export const withFound = (variable: string, find: readonly CommandWord[], body: ShellCommand): ShellCommand => {
  const { before, text } = powershellLine(find)
  return {
    bash: `${variable}=$(${bashLine(find)})\n[ "$${variable}" = None ] ||\n  ${indented(body.bash)}`,
    powershell: `${before}$${variable} = ${text}\nif ($${variable} -ne 'None') {\n  ${indented(body.powershell)}\n}`,
  }
}

/** A command for a target and each of its parents, up to the root of the organization. */
export const upToRoot = (account: string, parent: readonly CommandWord[], body: ShellCommand): ShellCommand => ({
  bash: [
    `target=${quoteArgument(account, 'bash')}`,
    'while [ -n "$target" ]; do',
    `  ${indented(body.bash)}`,
    '  case "$target" in',
    '    r-*) target= ;;',
    `    *) target=$(${bashLine(parent)}) ;;`,
    '  esac',
    'done',
  ].join('\n'),
  powershell: [
    `$target = ${powershellString(account)}`,
    'while ($target) {',
    `  ${indented(body.powershell)}`,
    `  $target = if ($target -notlike 'r-*') { ${powershell(parent)} }`,
    '}',
  ].join('\n'),
})

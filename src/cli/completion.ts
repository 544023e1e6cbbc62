import { COMMANDS, optionEntries, type CommandOption } from './commands'

const SHELLS = ['bash', 'zsh', 'fish'] as const

const commands = Object.keys(COMMANDS).join(' ')

/** What the value of an option can be, as a shell completes it. */
const valuesOf = ({ values = [], suffix = '' }: CommandOption): string => values.map((one) => one + suffix).join(' ')

/** An option by all its names. */
const namesOf = (name: string, { short }: CommandOption): readonly string[] => [
  `--${name}`,
  ...(short ? [`-${short}`] : []),
]

/** A text that stands between quotes of these shells. */
const quoted = (says: string): string => says.replaceAll(/['"$`\\[\]:]/g, '')

const inBash = (): string => {
  const valued = optionEntries().filter(([, option]) => option.values)
  const all = optionEntries().flatMap(([name, option]) => namesOf(name, option))
  return `_whydenied() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  # The layer of a policy is a word of its own here.
  if [[ "$word" == = ]]; then COMPREPLY=($(compgen -f)); return; fi
  if [[ "$before" == = ]]; then COMPREPLY=($(compgen -f -- "$word")); return; fi
  case "$before" in
${valued.map(([name, option]) => `    ${namesOf(name, option).join('|')}) COMPREPLY=($(compgen -W "${valuesOf(option)}" -- "$word")); ${option.suffix ? 'compopt -o nospace; ' : ''}return ;;`).join('\n')}
    completion) COMPREPLY=($(compgen -W "${SHELLS.join(' ')}" -- "$word")); return ;;
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${all.join(' ')}" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commands}" -- "$word") $(compgen -f -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _whydenied whydenied
`
}

const inZsh = (): string => {
  const value = (option: CommandOption) =>
    option.type === 'boolean'
      ? ''
      : option.suffix
        ? ':value:_whydenied_policy'
        : option.values
          ? `:value:(${valuesOf(option)})`
          : ':value:_files'
  const specs = optionEntries().flatMap(([name, option]) =>
    namesOf(name, option).map((one) => `'${option.multiple ? '*' : ''}${one}[${quoted(option.says)}]${value(option)}'`),
  )
  const policies = optionEntries().flatMap(([, option]) => (option.suffix ? [valuesOf(option)] : []))
  return `#compdef whydenied
_whydenied_policy() {
  if compset -P '*='; then _files; else compadd -S '' -- ${policies.join(' ')}; fi
}
_whydenied_first() {
  compadd -- ${commands}
  _files
}
_whydenied_more() {
  if [[ $words[2] == completion ]]; then compadd -- ${SHELLS.join(' ')}; else _files; fi
}
_whydenied() {
  _arguments '1: :_whydenied_first' '*: :_whydenied_more' ${specs.join(' ')}
}
_whydenied "$@"
`
}

const inFish = (): string => {
  const value = (option: CommandOption) =>
    option.type === 'boolean' ? '' : option.values ? ` -x -a "${valuesOf(option)}"` : ' -r'
  return `${[
    ...Object.entries(COMMANDS).map(
      ([name, { says }]) => `complete -c whydenied -n __fish_use_subcommand -a ${name} -d "${quoted(says)}"`,
    ),
    `complete -c whydenied -n "__fish_seen_subcommand_from completion" -x -a "${SHELLS.join(' ')}"`,
    ...optionEntries().map(
      ([name, option]) =>
        `complete -c whydenied -l ${name}${option.short ? ` -s ${option.short}` : ''} -d "${quoted(option.says)}"${value(option)}`,
    ),
  ].join('\n')}
`
}

const COMPLETIONS: Readonly<Record<(typeof SHELLS)[number], () => string>> = { bash: inBash, zsh: inZsh, fish: inFish }

/** Completion for a shell; null where there is none. */
export function completionFor(shell: string): string | null {
  const found = SHELLS.find((one) => one === shell)
  return found === undefined ? null : COMPLETIONS[found]()
}

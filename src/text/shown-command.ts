/** Options that change how a command prints what it finds, and not what it looks at. */
const OF_OUTPUT: ReadonlySet<string> = new Set(['--output', '--query', '--max-items', '--max-results', '--region'])

/** What a command looks at: the values behind its options. */
const lookedAt = (words: readonly string[]): readonly string[] =>
  words.slice(3).filter((word, at, all) => !word.startsWith('--') && !OF_OUTPUT.has(all[at - 1] ?? ''))

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** Is a command of the AWS CLI, for the same thing, in a text with what it printed? Nobody needs to run it again. */
export function isShownCommand(text: string, words: readonly string[]): boolean {
  const [program, service = '', operation = ''] = words
  if (program !== 'aws' || operation === '' || operation.startsWith('-')) return false
  const lines = text.slice(0, MOST_TEXT).split(/\r?\n/)
  const said = `aws ${service} ${operation}`
  return lines.some((line, at) => {
    const from = line.indexOf(said)
    const next = lines[at + 1]?.trim() ?? ''
    if (from < 0 || /[\w-]/.test(line.charAt(from + said.length))) return false
    const isAtPrompt = /(?:^|[$#>%])\s*$/.test(line.slice(0, from))
    return isAtPrompt && next !== '' && !/^[$#>]\s/.test(next) && lookedAt(words).every((one) => line.includes(one))
  })
}

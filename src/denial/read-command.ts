import { operationOfCommand, prefixOfCliService } from './command-names'
import { readWords, sortWords } from '../text/shell-words'
import { parametersOf, type FoundCall } from './command-words'
import type { Range } from '../text/mapped-text'
import { readTransfer } from './s3-command'
import { startWithVariables, withSettings } from './shell-settings'

const COMMAND = /(?<![\w./:@-])aws(?:2|\.exe)?\s(?=[a-z-])/g

/** What stands before a command that somebody ran: the beginning of a line, or a prompt. */
const AT_PROMPT = /(?:^|[\n'"]|[$%#>»❯+]\s?|[\])]\s|&&\s|;\s|\brunning:?\s|\bran:?\s|\bcommand:?\s)$/i

/** A word of the CLI for a service or a command. */
const NAME = /^[a-z][a-z\d-]{1,60}$/

/** Commands without a hyphen that are no words of prose after the name of a service. */
const SHORT = new Set(
  'invoke publish subscribe query scan decrypt encrypt sign verify deploy login tail search start stop'.split(' '),
)

/** Something that is left out, or stands in a variable that holds options. */
const ELIDED = /\.{3}|^\$|^\[|^--(?:cli-input|generate-cli|cli-binary)/

/** The call that the words behind `aws` make; `asked`: somebody ran them. */
export function callOfWords(words: readonly string[], asked: boolean, range: Range): FoundCall | null {
  const { plain, options } = sortWords(words)
  const [name = '', command = '', ...rest] = plain
  if (!NAME.test(name) || !NAME.test(command)) return null
  const isWhole = !words.some((word) => ELIDED.test(word))
  if (name === 's3') {
    const transfer = readTransfer(command, { plain: rest, options }, asked)
    return transfer && { service: 's3', ...transfer, isWhole, range }
  }
  if (!(asked && (command.includes('-') || SHORT.has(command))) && options.size === 0) return null
  const service = prefixOfCliService(name)
  return { service, operation: operationOfCommand(service, command), parameters: parametersOf(options), isWhole, range }
}

function readOne(text: string, at: number, from: number): FoundCall | null {
  const { words, end } = readWords(text, from)
  const start = startWithVariables(text, at)
  return callOfWords(words, AT_PROMPT.test(text.slice(Math.max(0, start - 40), start)), [at, end])
}

/** The command lines of the AWS CLI that stand in the text, in order. */
export function findCommands(text: string): FoundCall[] {
  const found: FoundCall[] = []
  let floor = 0
  for (const { 0: word, index } of text.matchAll(COMMAND)) {
    if (index < floor) continue
    const call = readOne(text, index, index + word.length)
    if (!call) continue
    found.push(call)
    floor = call.range[1]
  }
  return withSettings(text, found)
}

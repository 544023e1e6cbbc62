import { nameOfAction, serviceOfAction } from '../../iam/action'
import { onlyOne } from '../../text/only-one'
import { readWords } from '../../text/shell-words'
import { toRun, type InstructionCommand } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { literal } from './script'

const COMMAND = /(?:^|[\s$>`])(aws[ \t]+([a-z][a-z\d-]*)[ \t]+([a-z][a-z\d-]*))/g

/** Options whose values are not shown again. */
const SECRET = /^--.*(?:password|passphrase|secret|token|credential|private-key|key-material|auth)/i

/** More words than this a command to copy does not have. */
const MOST_WORDS = 40

/** `PutParameter` as the AWS CLI spells it. */
const commandName = (operation: string): string =>
  operation.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase()

/** A word without its quotes; null: the shell puts something in the place of a part, or the text left one out. */
function literalWord(word: string): string | null {
  const single = /^'([^']*)'$/.exec(word)?.[1]
  if (single !== undefined) return single
  const plain = /^"([^"\\]*)"$/.exec(word)?.[1] ?? word
  return /[$`"'\\<>|;&()…]|\.{3}|\*{2}/.test(plain) ? null : plain
}

/** The words of the one command in the text that made the call; of those of `aws s3` only `ofS3` where it is told. */
function commandOf({ accessCase, denial }: JudgedCase, ofS3?: string): readonly string[] | null {
  const { error = '', request } = accessCase
  const names = [nameOfAction(request.action), denial?.operation ?? ''].map(commandName)
  const isOfS3 = serviceOfAction(request.action) === 's3'
  const found: string[] = []
  for (const match of error.matchAll(COMMAND)) {
    const [whole, command = '', service = '', operation = ''] = match
    const isS3 = isOfS3 && service === 's3' && (ofS3 === undefined || operation === ofS3)
    if (!names.includes(operation) && !isS3) continue
    const { words } = readWords(error, match.index + whole.length - command.length)
    const read = words.map(literalWord)
    if (words.length > MOST_WORDS || words.some((word) => SECRET.test(word)) || read.includes(null)) return null
    found.push(JSON.stringify(read))
  }
  const one = onlyOne(found)
  return one === undefined ? null : (JSON.parse(one) as readonly string[])
}

/** The words with an option set to a value, or without it; null where it is not there, or has several values. */
function changed(words: readonly string[], option: string, value: string | null): readonly string[] | null {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`))
  if (at < 0) return null
  const rest = words.slice(at + 1)
  const next = rest.findIndex((word) => word.startsWith('--'))
  const values = words[at] === option ? rest.slice(0, next < 0 ? rest.length : next) : []
  if (values.length > 1) return null
  return words.toSpliced(at, 1 + values.length, ...(value === null ? [] : [option, value]))
}

/**
 * The command that made the call with an option set to the one value, or without it where that is null; none where the
 * values are several, or the text has no such command.
 */
export function correctedCalls(
  judged: JudgedCase,
  option: string,
  [value, ...others]: readonly (string | null)[],
): readonly InstructionCommand[] {
  const words = value === undefined || others.length > 0 ? null : commandOf(judged)
  const corrected = words && changed(words, option, value ?? null)
  return corrected === null ? [] : [toRun(literal(corrected))]
}

/** The `aws s3 ls` of the text with another prefix of the same bucket; none where it lists no bucket, or there is no such command. */
export function correctedListing(
  judged: JudgedCase,
  [prefix, ...others]: readonly string[],
): readonly InstructionCommand[] {
  const words = prefix === undefined || others.length > 0 ? null : commandOf(judged, 'ls')
  if (words?.slice(0, 3).join(' ') !== 'aws s3 ls') return []
  const listed = onlyOne(words.filter((word) => word.startsWith('s3://')))
  const bucket = /^s3:\/\/[^/]+/.exec(listed ?? '')?.[0]
  if (bucket === undefined) return []
  return [toRun(literal(words.map((word) => (word === listed ? `${bucket}/${prefix}` : word))))]
}

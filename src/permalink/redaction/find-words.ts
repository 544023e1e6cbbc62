import { append } from '../../text/append'
import { isPublicValue } from './kinds'
import { OPEN, piecesOf } from './open-names'
import { isFieldName, isSafeWord, type AwsNames } from './safe-words'

/** A word as a name would be written, with its wildcards; escapes of JSON and of addresses are no part of one. */
const WORD = /\\(?:u[\da-f]{4}|.)|%[\dA-F]{2}|(?:[\p{L}\p{M}\p{N}_@+=.*?-]|\$\{[^{}]{0,200}\})+/giu
/** Services as AWS writes them: one name before `amazonaws.com`. */
const SERVICE = /^[a-z\d-]{2,40}\.amazonaws\.com(?:\.cn)?$/
const VARIABLE = /\$\{([^{}]{0,200})\}/g
/** What is written as an action, though AWS has none of this name: most are mistyped. */
const LIKE_ACTION =
  /^(?:Accept|Add|Associate|Assume|Attach|Batch|Cancel|Copy|Create|Decode|Delete|Deregister|Describe|Detach|Disable|Disassociate|Enable|Execute|Export|Generate|Get|Head|Import|Invoke|List|Modify|Pass|Publish|Purge|Put|Query|Read|Register|Remove|Restore|Run|Scan|Send|Set|Simulate|Start|Stop|Tag|Terminate|Untag|Update|Upload|View|Write)[A-Z][A-Za-z]{2,40}\*?$/
/** An option of AWS's command line, and what stands before it. */
const OPTION = /^--[a-z\d]+(?:-[a-z\d]+)*$/
const OF_AWS_COMMAND = /(?:^|[\s'"`$(|;&])aws(?:\.exe)? [a-z\d-]+ [^\n]*(?:\\\n[^\n]*)*$/
const LONGEST_COMMAND = 600
/** What stands before a part of an address of the web. */
const IN_ADDRESS = /\bhttps?:\/\/[^\s"'<>`]{0,300}$/
const LONGEST_ADDRESS = 300
const PREFIX = /(?:^|[^\w-])([a-z][a-z\d-]{0,40}):$/

/** What follows the name of a field. */
const IS_FIELD = /^\\{0,4}["']\s{0,2}[:=]/
/** A word without the signs around it. */
function withoutEdges(run: string): string {
  const isEdge = (at: number) => '-.=+'.includes(run.charAt(at))
  let [start, end] = [0, run.length]
  while (start < end && isEdge(start)) start += 1
  while (end > start && isEdge(end - 1)) end -= 1
  return run.slice(start, end)
}

/** Is every part of a word between hyphens, or the whole, one that names nobody? */
const isSafe = (word: string, names: AwsNames): boolean =>
  isSafeWord(word, names) || word.split(/[-_]/).every((part) => part === '' || isSafeWord(part, names))

/**
 * The words of a text that may name somebody: all but those of IAM, of AWS and of plain speech. Parts of host names and of
 * mail addresses are words of their own; what holds a wildcard, or letters that hide a part of it, is one word.
 */
export function unsafeWords(text: string, names: AwsNames): readonly string[] {
  const found: string[] = []
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (run.startsWith('\\') || run.startsWith('%') || isPublicValue(withoutEdges(run))) continue
    // In an address a question mark stands before its query, not for a letter.
    if (run.includes('?') && IN_ADDRESS.test(text.slice(Math.max(0, index - LONGEST_ADDRESS), index))) {
      append(found, unsafeWords(run.replaceAll('?', ' '), names))
      continue
    }
    // Whoever writes a name of his own there is found out by its words.
    if (SERVICE.test(run) && isSafe(run.slice(0, run.indexOf('.')), names)) continue
    const [, prefix] = PREFIX.exec(text.slice(Math.max(0, index - 43), index)) ?? []
    if (prefix !== undefined && (names.matchesAction(prefix, run) || (names.has(prefix) && LIKE_ACTION.test(run))))
      continue
    if (IS_FIELD.test(text.slice(index + run.length, index + run.length + 8)) && isFieldName(run)) continue
    if (OPTION.test(run) && OF_AWS_COMMAND.test(text.slice(Math.max(0, index - LONGEST_COMMAND), index))) continue
    for (const [, inner = ''] of run.matchAll(VARIABLE)) append(found, unsafeWords(inner, names))
    if (OPEN.test(run)) {
      if (!piecesOf(run).every((part) => isSafe(withoutEdges(part), names))) found.push(withoutEdges(run))
      continue
    }
    for (const part of run.split(/[.@+=]/)) {
      const word = withoutEdges(part)
      if (word !== '' && !isSafe(word, names)) found.push(word)
    }
  }
  return found
}

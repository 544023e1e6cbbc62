import { stickyMatch } from './sticky-match'
/** The words of a command: its options by name, and what stands without one. */
export interface CommandWords {
  readonly plain: readonly string[]
  readonly options: ReadonlyMap<string, string | true>
}

/** One word: what stands in quotes, and what holds together without a blank. */
const WORD =
  /(?:'[[{][^']{0,2000}'|'(?:[^'\n[{][^'\n]{0,2000})?'|"[^"\n]{0,2000}"|<[^<>\n]{1,60}>|\$\([^()\n]{0,200}\)|[^\s'"|;&<>])+/y
const BLANK = /[ \t]*(?:\\\n|\n(?=--[a-z]))?[ \t]*/y
const MOST_WORDS = 120

/** A command that is longer than anybody writes. */
const LONGEST_COMMAND_LINE = 4_000

const unquoted = (word: string): string => word.replace(/'([^']*)'|"([^"]*)"/g, (_, one, two) => one ?? two ?? '')

/** The words of the command line from a place on, over the lines that it goes on in. */
export function readWords(text: string, from: number): { readonly words: readonly string[]; readonly end: number } {
  const line = text.slice(from, from + LONGEST_COMMAND_LINE)
  const words: string[] = []
  let end = 0
  for (let at = 0; words.length < MOST_WORDS;) {
    at += stickyMatch(BLANK, line, at)?.[0].length ?? 0
    const word = stickyMatch(WORD, line, at)?.[0]
    if (word === undefined) break
    words.push(word)
    at += word.length
    end = at
  }
  return { words, end: from + end }
}

/** Options that take no value, where a word follows that is none. */
const FLAGS = /^(?:no-|dry-run$|recursive$|delete$|quiet$|debug$|with-decryption$|force\b|only-show-errors$)/

/** Options that take several values, one after the other. */
const LISTS = /(?:ids|names|groups|arns|tags|specifications|subnets|instances|keys|targets|attachments)$/

/** Parts the words into options and others. */
export function sortWords(words: readonly string[]): CommandWords {
  const plain: string[] = []
  const options = new Map<string, string | true>()
  let last: string | null = null
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const option = /^--([a-z][a-z\d-]*)(?:=(.*))?$/s.exec(word)
    if (!option) {
      const list =
        plain.length > 1 && plain[0] !== 's3' && last !== null && LISTS.test(last) ? options.get(last) : undefined
      if (typeof list === 'string') options.set(last!, `${list} ${unquoted(word)}`)
      else plain.push(unquoted(word))
      continue
    }
    const [, name = '', value] = option
    last = name
    const next = words[i + 1]
    if (value !== undefined) options.set(name, unquoted(value))
    else if (next === undefined || /^--[a-z]/.test(next) || FLAGS.test(name)) options.set(name, true)
    else {
      options.set(name, unquoted(next))
      i++
    }
  }
  return { plain, options }
}

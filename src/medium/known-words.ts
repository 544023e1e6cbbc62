import { shapeWords } from '../facts/situations/find-says'

/** Words of AWS's messages: a line break inside one was put there by a terminal or a table. */
const WORDS = new Set(
  [
    'authorized authorization perform resource because identity-based resource-based policy policies allows action',
    'explicit service control permissions boundary session endpoint operation encoded failure message request',
    'status occurred calling error exception denied AccessDenied AccessDeniedException UnauthorizedOperation',
    'authorization-details complete details access deny not to with user no on an the in is because of for',
  ]
    .join(' ')
    .split(' '),
)

/** Is it a word of AWS's messages? */
export const isMessageWord = (word: string): boolean => WORDS.has(word) || WORDS.has(word.toLowerCase())

/** Is it a word of AWS's messages, or of what a service says in words of its own? */
const isWhole = (word: string): boolean => WORDS.has(word) || shapeWords().has(word.toLowerCase())

/** Is it a word of either? */
const isKnown = (word: string): boolean => isMessageWord(word) || isWhole(word)

const LETTER = /[a-z-]/i

/** The letters that a line ends with. */
export function lastWord(line: string): string {
  let start = line.length
  while (start > 0 && line.length - start < 30 && LETTER.test(line.charAt(start - 1))) start--
  return line.slice(start)
}

/** The letters that a line begins with, if they are a word and not the beginning of an action or of a name. */
export function firstWord(line: string): string {
  const word = /^[a-z-]{0,30}/i.exec(line)?.[0] ?? ''
  return /^(?:\w|:\S)/.test(line.slice(word.length, word.length + 2)) ? '' : word
}

/** Words that stand behind another, with which they are also written as one. */
const SECOND = new Set(['role', 'user', 'name', 'policy', 'profile', 'group'])

/** Does a line end inside a word that the next goes on with? */
export function breaksWord(line: string, next: string): boolean {
  const head = lastWord(line)
  const tail = firstWord(next)
  return head !== '' && tail !== '' && !(isKnown(head) && (isKnown(tail) || SECOND.has(tail))) && isWhole(head + tail)
}

import type { CasePolicies } from '../../case/access-case'

/** Keys that are another in almost every event, with the words without which no policy asks for them. */
const VOLATILE: readonly (readonly [key: string, words: readonly string[]])[] = [
  ['aws:currenttime', ['currenttime']],
  ['aws:epochtime', ['epochtime']],
  ['aws:tokenissuetime', ['tokenissuetime']],
  ['aws:useragent', ['useragent']],
  ['aws:sourceip', ['sourceip']],
  // A principal can also be named by the unique id that the user id begins with.
  ['aws:userid', ['userid', 'aroa', 'aida']],
]

/** The documents of both sides as one text in lower case; null where a text may spell a word otherwise. */
function wordsOf(sets: readonly CasePolicies[]): string | null {
  let isPlain = true
  const text = JSON.stringify(sets, (key, value: unknown) => {
    if (key === 'document' && typeof value === 'string' && value.includes('\\')) isPlain = false
    return value
  }).toLowerCase()
  return isPlain ? text : null
}

/** Keys, in lower case, that these policies never ask for: events that differ in nothing else are decided alike. */
export function droppableKeys(sets: readonly CasePolicies[]): ReadonlySet<string> {
  const text = wordsOf(sets)
  if (text === null) return new Set()
  return new Set(VOLATILE.filter(([, words]) => !words.some((word) => text.includes(word))).map(([key]) => key))
}

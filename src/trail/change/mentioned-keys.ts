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

/** What policies never ask for: events that differ in nothing else are decided alike. */
export interface Unasked {
  /** In lower case. */
  readonly keys: ReadonlySet<string>
  /** The name of a role session: policies tell sessions apart by their ARNs alone, or by keys. */
  readonly isSessionUnasked: boolean
}

/** What these policies never ask for. */
export function unaskedOf(sets: readonly CasePolicies[]): Unasked {
  const text = wordsOf(sets)
  if (text === null) return { keys: new Set(), isSessionUnasked: false }
  return {
    keys: new Set(VOLATILE.filter(([, words]) => !words.some((word) => text.includes(word))).map(([key]) => key)),
    isSessionUnasked: !text.includes('assumed-role'),
  }
}

/** The ARN of a session without its own name; any other text as it is. */
export function withoutSession(principal: string): string {
  const at = principal.indexOf(':assumed-role/')
  const slash = at < 0 ? -1 : principal.indexOf('/', at + ':assumed-role/'.length)
  return slash < 0 ? principal : `${principal.slice(0, slash)}/session`
}

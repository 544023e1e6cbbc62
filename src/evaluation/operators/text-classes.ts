import {
  after,
  charsAsked,
  charsOf,
  freshChar,
  patternStart,
  type State,
  type TextPattern,
  type WalkWork,
} from './text-walk'

/** Beginnings of exact texts. */
const MAX_BEGINNINGS = 3_000
/** Steps of the walk, counted once for each pattern and each place of it that is looked at. */
const MAX_WORK = 100_000
const MAX_CLASSES = 200

/**
 * The start of the walk through exact texts, all at once: a state is a beginning of some of them. Null when there are
 * too many.
 */
function textsStart(texts: readonly string[]): State | null {
  let made = 0
  const newState = (): State => ({
    mark: String.fromCharCode(made++),
    places: [],
    chars: '',
    accepts: false,
    isDead: false,
    named: [],
    colon: null,
    other: null,
    lead: () => none,
  })
  const none = newState()
  if (texts.length === 0) return none
  const start = newState()
  for (const text of texts) {
    let at = start
    for (let i = 0; i < text.length; i++) {
      const char = text.charAt(i)
      if (!at.chars.includes(char)) {
        if (made > MAX_BEGINNINGS) return null
        at.chars += char
        at.named.push(newState())
      }
      at = after(at, char)
    }
    at.accepts = true
  }
  return start
}

/**
 * Texts that stand for all texts: whatever a text is, one of these equals the same exact texts and fits the same
 * patterns. Null when there are too many. It walks all patterns at once, character by character. `within`: only texts
 * that fit it are asked for; more than `mostWork` steps are too many.
 */
export function textClasses(
  exact: readonly string[],
  patterns: readonly TextPattern[],
  within: TextPattern | null = null,
  mostWork = MAX_WORK,
): readonly string[] | null {
  const ofTexts = textsStart(exact)
  if (ofTexts === null) return null
  const work: WalkWork = { done: 0 }
  const walked = within === null ? patterns : [within, ...patterns]
  const other = freshChar(new Set(exact.join('') + walked.map(charsOf).join('')))
  const classes = new Map<string, string>()
  const seen = new Set<string>()
  const queue: { text: string; states: readonly State[]; chars: string }[] = []
  const visit = (before: string, char: string, reached: readonly State[]) => {
    if (within !== null && reached[1]?.isDead === true) return
    let key = ''
    for (const { mark } of reached) key += mark
    if (seen.has(key)) return
    seen.add(key)
    const text = before + char
    const states = reached.slice()
    const chars = charsAsked(other, states)
    // All that is to be looked at from here counts at once, so that a walk that is too long ends early.
    work.done += chars.length * states.length
    queue.push({ text, states, chars })
    if (within !== null && states[1]?.accepts !== true) return
    let id = states[0]?.accepts === true ? `=${text}` : ''
    if (id === '') for (const { accepts } of states) id += accepts ? '1' : '0'
    if (!classes.has(id)) classes.set(id, text)
  }
  visit('', '', [ofTexts, ...walked.map((pattern) => patternStart(pattern, work))])
  const reached: State[] = []
  for (const { text, states, chars } of queue) {
    for (let i = 0; i < chars.length; i++) {
      if (work.done > mostWork || classes.size > MAX_CLASSES) return null
      const char = chars.charAt(i)
      for (let walk = 0; walk < states.length; walk++) reached[walk] = after(states[walk] as State, char)
      visit(text, char, reached)
    }
  }
  return [...classes.values()]
}

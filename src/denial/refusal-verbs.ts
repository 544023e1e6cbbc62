import { once } from '../text/once'
import { spaced } from '../text/required-words'

/** A way to say that somebody may not do something; the action and the resource follow it. */
interface RefusalVerb {
  /** Begins at the verb: who was refused stands before it. */
  readonly words: string
  /** One of these stands in it, in small letters. */
  readonly within: readonly string[]
  /** Counts only where an action follows at once. */
  readonly beforeAction?: true
  /** What is needed rather than what was refused: where nobody is named it may be advice. */
  readonly advice?: true
}

const NOT = "(?:\\snot|n['’]t)"
const QUALITY = '(?:(?:required|necessary|needed|sufficient|enough|following|appropriate|correct)\\s){0,2}'
const TO_DO = 'to\\s(?:perform|call|make|invoke|execute|run|use|do)'

/** Ordered: where two begin at one place, the first wins. */
const VERBS: readonly RefusalVerb[] = [
  {
    // Not authorized.
    words:
      "(?:\\b(?:are|is)n['’]t|(?:\\bare\\s|is\\s|\\s)?\\b[Nn](?:ot|OT))\\s[Aa](?:uthori[sz]ed|UTHORI[SZ]ED)\\s(?:to\\s(?:perform|make|access|call|invoke|use)|perform)\\b",
    within: ['authori'],
  },
  {
    // Not allowed.
    words: `\\b(?:(?:are|is|was|were)(?:${NOT}\\s(?:allowed|permitted|entitled)|\\sunauthori[sz]ed)|[Uu]nauthori[sz]ed)\\s${TO_DO}`,
    beforeAction: true,
    within: ['allowed', 'permitted', 'entitled', 'unauthori'],
  },
  {
    // No permission to do it.
    words: `\\b(?:(?:do|does|did)${NOT}\\shave|ha[sd]\\s(?:no|insufficient))\\s(?:the\\s|any\\s)?${QUALITY}(?:IAM\\s)?(?:permissions?|authori[sz]ation|privileges?|access)\\s${TO_DO}`,
    beforeAction: true,
    within: ['have ', 'has no ', 'had no ', 'insufficient'],
  },
  {
    // No permission.
    words: `\\b(?:(?:do|does|did)${NOT}\\shave|ha[sd]\\s(?:no|insufficient)|is\\smissing|(?<!\\bis\\s)[Mm]issing|[Ll]acks?|(?<!n['’]t\\s|\\bnot\\s)(?:[Nn]eeds?|[Rr]equires?)|must\\shave)\\s(?:the\\s|an?\\s|any\\s)?${QUALITY}(?:IAM\\s)?permissions?(?:\\s(?:for|to))?`,
    beforeAction: true,
    advice: true,
    within: ['permission'],
  },
  {
    // An action that is missing.
    words: `\\b(?:(?:do|does|did)${NOT}\\shave|is\\smissing|lacks?|(?<!n['’]t\\s|\\bnot\\s)(?:needs?|requires?))\\s(?:the\\s)?(?:required\\s)?`,
    beforeAction: true,
    advice: true,
    within: ['have', 'missing', 'lack', 'need', 'require'],
  },
  {
    // Cannot.
    words: `\\b(?:[Cc]annot|[Cc]an(?:\\snot|['’]t)|[Cc]ould${NOT}|(?:is\\s|was\\s)?[Uu]nable\\sto)\\s(?:perform|call)`,
    beforeAction: true,
    within: ['can not', "can't", 'can’t', 'cannot', 'could', 'unable'],
  },
  {
    // Denied.
    words:
      '\\b(?:[Pp]ermissions?|[Aa]ccess)\\s(?:was\\s|is\\s)?[Dd]enied(?:\\s(?:to\\s(?:perform|call)|for|on|(?:when|while)\\s(?:calling|performing)))?(?:\\s(?:the\\s)?(?:API\\s)?(?:action|operation|call))?',
    beforeAction: true,
    within: ['denied'],
  },
  {
    // Permissions that are needed, and a list of them.
    words:
      '\\b[Pp]ermissions?\\s(?:is|are|was|were)\\s(?:needed|required|missing)(?:\\s(?:for|to|by)\\s(?:\\w{1,20}\\s){0,3}\\w{1,20})?',
    beforeAction: true,
    advice: true,
    within: ['permission'],
  },
  // Was denied.
  { words: '\\b(?:is|was|were|are|been)\\sdenied', within: ['denied'], beforeAction: true },
  // Code and action.
  {
    words: '\\b(?:AccessDenied(?:Exception)?|UnauthorizedOperation):',
    within: ['accessdenied', 'unauthorizedoperation'],
    beforeAction: true,
  },
  // Not authorized, without a verb.
  { words: '\\b[Nn]ot\\sauthori[sz]ed(?:\\sfor)?', within: ['authori'], beforeAction: true },
]

/** An action at once after the verb. */
const ACTION = '(?=\\s?:?\\s?(?:[-•*]\\s)?(?:the\\s)?["\'(]{0,2}[a-z][a-z\\d-]{1,40}:[A-Z])'

/** Each with its pattern, which a text without its words need not compile. */
const PATTERNS = VERBS.map(({ words, beforeAction, within, advice }) => ({
  within,
  advice: advice === true,
  pattern: once(() => new RegExp(words + (beforeAction ? ACTION : ''), 'g')),
}))

/** A verb of a refusal and its place. */
export interface FoundVerb {
  readonly start: number
  readonly end: number
  readonly advice: boolean
}

/** Every verb of a refusal in the text, in order. */
export function findVerbs(text: string): FoundVerb[] {
  const read = spaced(text)
  const sought = PATTERNS.filter(({ within }) => within.some((words) => read.includes(words))).map(
    ({ pattern, advice }) => ({ pattern: pattern(), advice, next: undefined as RegExpExecArray | null | undefined }),
  )
  const found: FoundVerb[] = []
  for (let at = 0; ;) {
    let first: (typeof sought)[number] | null = null
    for (const one of sought) {
      if (one.next === undefined || (one.next !== null && one.next.index < at)) {
        one.pattern.lastIndex = at
        one.next = one.pattern.exec(text)
      }
      if (one.next && (!first?.next || one.next.index < first.next.index)) first = one
    }
    if (!first?.next) return found
    const { 0: words, index } = first.next
    at = index + words.length
    found.push({ start: index + (/^\s/.test(words) ? 1 : 0), end: at, advice: first.advice })
  }
}

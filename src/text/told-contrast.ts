import { either } from './either'
import { GOES } from './said-to-work'

/** What is said of one call in a few clauses: that it goes through, or that it doesn't. */
export interface TellingClauses {
  readonly works: readonly string[]
  readonly fails: readonly string[]
}

const TROUBLE = String.raw`(?:an?\s|any\s)?(?:problems?|trouble|errors?|issues?)`

/** That something is let through, also in words that name what it does. */
const WORKS = either(
  new RegExp(GOES),
  /\b(?:go|goes|went|gets?|got)\sthrough\b/,
  new RegExp(
    String.raw`\b(?:reads?|writes?|written|lists?|copies|uploads?|downloads?|starts?|builds?|is|are)\b[^.\n]{1,60}\b(?:fine|ok|okay|happily|w\/o|without\s${TROUBLE})(?![\w-])`,
  ),
)

const FAILS = either(
  /\b(?:fails?|failed|failing|denied|refused|rejected|forbidden|40[13]|errors?|AccessDenied)\b/,
  /\b(?:breaks?|stops?|stopped|never|cannot|not|only)\b/,
  /n['’]t\b/,
  /\bgives?\s(?:me\s)?(?:this|that|the)\b/,
)

const NO_TROUBLE = new RegExp(String.raw`\b(?:without|w\/o|no)\s${TROUBLE}\b`, 'gi')

/** A sentence without its words that nothing went wrong. */
const withoutNoTrouble = (sentence: string): string => sentence.replaceAll(NO_TROUBLE, '')

/** What makes a wish, a question, a rule or a guess of a sentence. */
const NO_REPORT = either(
  /\b(?:should|would|could|might|must|expect(?:ed)?|supposed\sto)\b/,
  /\b(?:maybe|perhaps|probably|whether|in\stheory|I\s(?:think|guess|assume))\b/,
  /\b(?:to\s(?:make|get)\sit|make\ssure|docs?\ssays?|according\sto)\b/,
)

/** Does a sentence say how it is? A wish, a question, a rule or a guess doesn’t. */
export const isReport = (sentence: string): boolean => !NO_REPORT.test(sentence)

/** Where a clause ends and another one can say the opposite. */
const BORDER = /(?<=[,;])\s|\s(?=(?:but|while|whereas|yet|however|though)\s)|\s[–—-]\s/

const LONGEST = 600

const kindOf = (piece: string): 'works' | 'fails' | null =>
  FAILS.test(withoutNoTrouble(piece)) ? 'fails' : WORKS.test(piece) ? 'works' : null

/** A sentence as what of it is said to work and what to fail; a clause that says neither belongs to the one before it. */
function clausesOf(sentence: string): TellingClauses {
  const works: string[] = []
  const fails: string[] = []
  let before = ''
  let kind: 'works' | 'fails' | null = null
  let part = ''
  const keep = (): void => {
    if (kind === 'works') works.push(part)
    else if (kind === 'fails') fails.push(part)
  }
  for (const piece of sentence.split(BORDER)) {
    const is = kindOf(piece)
    if (is === null || is === kind) {
      if (kind === null) before = `${before} ${piece}`.trim()
      else part = `${part} ${piece}`
      continue
    }
    keep()
    part = kind === null ? `${before} ${piece}`.trim() : piece
    kind = is
  }
  keep()
  return { works, fails }
}

/** What the sentences of a text say works and what they say fails; a wish, a guess or a rule says neither. */
export function tellingClauses(sentences: readonly string[]): TellingClauses {
  const told = sentences.filter((one) => one.length <= LONGEST && isReport(one)).map(clausesOf)
  return { works: told.flatMap(({ works }) => works), fails: told.flatMap(({ fails }) => fails) }
}

const NO_SENTENCE = /^\s{0,20}["{}[\]|+<>$#%]|^\s{0,20}(?:at|File|Caused by)\s|^\d{4}-\d\d-\d\d[T ]\d/

/** The sentences that people write round what a program printed, in lines that begin otherwise than its own; what is longer is none. */
export const writtenSentences = (text: string, ofProgram = NO_SENTENCE): readonly string[] =>
  text
    .split(/\n|(?<=[.!?;])\s/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.length <= LONGEST && !one.endsWith('?') && !ofProgram.test(one))

/** Some span of time, such as a token or a session lasts. */
const SPAN = String.raw`(?:(?:about|around|roughly|exactly|some|precisely|ca\.?|~)\s?){0,2}(?:\d{1,3}|an?|one|two|half\san|a\squarter\sof\san|another\squarter\sof\san|ten|twelve|fifteen|sixty)\s?(?:-\s?)?(?:min(?:ute)?s?|h(?:ou)?rs?|h)\b`

const FOR_A_TIME = either(
  new RegExp(
    String.raw`\b(?:for|within|in|during|gives?\s(?:me|us)|lasts?)\s(?:(?:the|only|exactly)\s)?(?:first\s)?${SPAN}`,
  ),
  new RegExp(String.raw`\bfirst\s${SPAN}`),
  /\bfirst\s(?:\w{1,14}\s)?(?:connections?|inserts?|requests?|calls?|quer(?:y|ies)|writes?|hour)\b/,
)

const AFTER_SPAN = new RegExp(String.raw`\bafter\s(?:the\sfirst\s)?${SPAN}`, 'i')

const AFTER_A_TIME = either(AFTER_SPAN, /\b(?:afterwards?|then|later|until)\b/)

const HELPS = String.raw`fix(?:es|ed)?|helps?|helped|cures?|gives?`
const GOES_AGAIN = String.raw`(?:is|are|it['’]?s|works?|runs?|goes)\s(?:\w{1,8}\s){0,2}(?:again|fine|another)`

/** That a restart of the program helps. */
const RESTARTED = new RegExp(
  String.raw`\b(?:re-?starts?|re-?started|re-?starting|re-?boot\w{0,3}|re-?deploy\w{0,4}|bounc(?:e|ing))\b[^.\n]{1,60}\b(?:${HELPS}|${GOES_AGAIN})\b`,
  'i',
)

/** That it is refused until it is started again. */
const UNTIL_RESTART = /\b(?:until|unless)\s(?:I|we|it|somebody|someone)\s(?:\w{1,10}\s){0,2}re-?(?:start|deploy|boot)/i

const REFUSED =
  /\b(?:fails?|failed|denied|refused|rejected|403|401|errors?|expired|stops?|stopped|breaks?|PAM|then\s(?:this|these|the\s(?:same\s)?errors?))\b/i

/** That it goes through for some time or after a restart, and is refused then: words of the text, null where they say nothing of it. */
export function worksForATime(sentences: readonly string[]): string | null {
  const told = sentences.filter(isReport)
  const restarted = told.find(
    (one) =>
      RESTARTED.test(one) &&
      (FOR_A_TIME.test(one) || told.some((other) => AFTER_A_TIME.test(other) && REFUSED.test(other))),
  )
  if (restarted !== undefined) return restarted
  for (const [at, one] of told.entries()) {
    if (!FOR_A_TIME.test(one) || !isFine(one)) continue
    if (UNTIL_RESTART.test(one)) return one
    const both = `${one} ${told[at + 1] ?? ''}`
    if (AFTER_A_TIME.test(both) && REFUSED.test(withoutNoTrouble(both))) return one
  }
  return told.find((one) => AFTER_SPAN.test(one) && isFine(one) && REFUSED.test(one)) ?? null
}

/** What is the same in two accounts: then the permissions in it are too. */
const SAME_SETUP =
  /\b(?:same|identical|unchanged)\s(?:[\w-]{1,20}\s){0,3}?(?:templates?|stacks?|roles?|polic(?:y|ies)|terraform|modules?|code|config(?:uration)?|set-?up|pipelines?|scripts?|deployments?|app|cdk)\b/i

/** An account beside the one of the call. */
const OTHER_ACCOUNT =
  /\b(?:in|into|on)\s(?:(?:our|the|my|an?|two|three|all|every|both|of|its|their)\s){0,3}(?:other|another|different|second|sandbox|sand-box|dev|development|test|testing|staging|stage|qa|prod|production|personal|private|playground|standalone)\s(?:[\w-]{1,20}\s){0,2}?accounts?\b/i

/** That the same set-up goes through in another account and not in this one: words of the text, null where they don't say it. */
export function worksInAnotherAccount(sentences: readonly string[]): string | null {
  const told = sentences.filter((one) => SAME_SETUP.test(one) && OTHER_ACCOUNT.test(one))
  const { works } = tellingClauses(told)
  return works.find((one) => SAME_SETUP.test(one) && OTHER_ACCOUNT.test(one)) ?? null
}

const isFine = (sentence: string): boolean => WORKS.test(sentence) || withoutNoTrouble(sentence) !== sentence

/** What is left out where a call goes through without it: an option of a command, or a thing by its name. */
const OPTION_NAMES = [
  ...['options?', 'flags?', 'parameters?', 'headers?', 'tags?', 'ACLs?', 'conditions?', 'prefix', 'metadata'],
  ...['session\\sname', 'roleSessionName', 'encryption', 'SSE', 'KMS', 'checksum', 'content[- ]type'],
  ...['multi-?tenancy', 'org\\s?id'],
]
const OPTION = String.raw`(--[a-z][a-z-]{1,40}|(?:[\w-]{2,30}\s){0,3}(?:${OPTION_NAMES.join('|')}))`

const LEAVES_OUT = String.raw`leave\sout|omit|removed?|drop|dropped|disabled?|(?:switch|turn)(?:ed)?\soff`

/** Each with the option as its one group. */
const LEFT_OUT = either(
  new RegExp(
    String.raw`\b(?:without|w\/o|leaving\sout|omitting)\s(?:(?:the|any|an?|that|this|a\scustom)\s){0,2}${OPTION}\b`,
  ),
  new RegExp(
    String.raw`\b(?:if|when|once|as\ssoon\sas)\s(?:I|we|you)\s(?:${LEAVES_OUT})\s(?:the\s|that\s)?${OPTION}\b`,
  ),
  new RegExp(String.raw`\b(?:if|when|once)\s(?:I|we)\s(?:switch|turn)(?:ed)?\s(?:the\s)?${OPTION}\soff\b`),
)

/** What the text says the same call goes through without; null where it says that of nothing. */
export function worksWithout(
  sentences: readonly string[],
): { readonly option: string; readonly sentence: string } | null {
  for (const sentence of sentences) {
    if (!isReport(sentence)) continue
    const [words = '', ...options] = LEFT_OUT.exec(sentence) ?? []
    const option = options.find((one) => one !== undefined)
    if (option === undefined) continue
    const isWorking =
      kindOf(sentence.replace(words, ' ')) === 'works' ||
      tellingClauses([sentence]).works.some((one) => one.includes(words))
    if (isWorking) return { option, sentence }
  }
  return null
}

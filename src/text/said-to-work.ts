const WORDS =
  '(?:works|worked|succeeds|succeeded|passes|goes through|runs fine|(?:is|are) (?:ok|fine)|(?:do|does|did) work)'

/** That something works, in the words of a pattern; "to get it to work" says nothing. */
export const WORKS = String.raw`\b${WORDS}\b`

/** The same, and that something runs as it should: "the other one pulls fine". */
export const GOES = String.raw`${WORKS}|\b(?:work|working|succeed)\b|\b(?:pulls?|runs?|deploys?|answers?|loads?|connects?|mounts?|sends?|delivers?)\b[^.\n]{0,24}\b(?:fine|ok|okay|happily|normally|without (?:a )?problems?)\b|\b(?:gets?|logs?|signs?) in\b`

/** What turns such words around. */
export const WORKS_NOT = String.raw`\b(?:not|never|no longer|nor|neither|fails?|failed|denied|stopped|should|would|used to|until)\b|n['’]t\b`

/** A command of the AWS CLI in a sentence that goes on to say that it works. */
const IN_TICKS = new RegExp('`((?:\\$ )?aws [^`\\n]{3,400})`([^.\\n`]{0,60}?' + WORKS + ')', 'gi')

/** A word of a command that no sentence has: an option with its value, a path, a place, a file before a place in S3. */
const ITS_OWN = String.raw` (?:--[a-z-]{2,40}(?:[ =][\w./:@-]{1,120})?|[\w-]{0,60}[./:][\w./:@-]{1,200}|[\w-]{1,60}(?= s3:))`

const UNTICKED = String.raw`(?<![\w./:@\x60-])(aws [a-z\d-]{2,30} [a-z\d-]{2,40}(?:${ITS_OWN}){0,12})`
const ALWAYS = '(?: (?:also|always|even|itself|still))?'
const NOT_AT_TIMES = String.raw`\b(?! (?:before|for|if|last|only|unless|until|when|yesterday)\b)`

/** One without ticks, of which the very next word says so, without a condition and not of the past. */
const PLAIN = new RegExp(`${UNTICKED}${ALWAYS} ${WORDS}${NOT_AT_TIMES}`, 'g')

/** A command whose last word is the file that it writes: any word can be its name. */
const WRITES_FILE = /^aws (?:s3 (?:cp|mv|sync)(?: [^ ]{1,300})?|lambda invoke(?: .{1,300})?|s3api get-object .{1,300})$/

/** One behind words that say so. */
const BEHIND =
  /\b(?:this|that|what|following) (?:works|worked|succeeds|succeeded)(?: fine)?:?\s{0,3}`((?:\$ )?aws [^`\n]{3,400})`/gi

/**
 * A look at policies or settings, in a line of its own, with what it printed in the line below: an error is no JSON. A look at
 * the thing itself names what was asked for.
 */
const WITH_OUTPUT =
  /^[^\w\n]{0,6}(aws [a-z\d-]{2,30} (?:describe-|list-|get-[a-z-]{0,30}(?:polic(?:y|ies)|encryption|controls|location|block|identity))[^`\n]{0,400})\n[^\S\n]{0,8}[{[]\s{0,9}["{[]/gm

/** A listing with what it printed: objects with their dates, or folders. */
const WITH_LISTING = /^[^\w\n]{0,6}(aws s3 ls[^\n`]{0,300})\n[^\S\n]{0,30}(?:\d{4}-\d\d-\d\d \d\d:\d\d|PRE )/gm

/** A listing of which a sentence says what it showed. */
const LISTED = /\b(aws s3 ls s3:\/\/[\w./-]{3,200}) (?:is empty|shows|lists|prints)\b/gi

/** What turns these words around behind a command: also that something else works. */
const NEGATED = new RegExp(String.raw`${WORKS_NOT}|\b(?:but|error|forbidden)\b`, 'i')

/** Where a text has commands that it says work: they are not the call that failed. */
export function workingCommands(text: string): readonly (readonly [start: number, end: number])[] {
  const named = [...text.matchAll(IN_TICKS)].filter(([, , rest = '']) => !NEGATED.test(rest))
  const plain = [...text.matchAll(PLAIN)].filter(([, code = '']) => !WRITES_FILE.test(code))
  const told = [
    ...plain,
    ...text.matchAll(BEHIND),
    ...text.matchAll(WITH_OUTPUT),
    ...text.matchAll(WITH_LISTING),
    ...text.matchAll(LISTED),
  ]
  return [...named, ...told]
    .map(({ 0: all, 1: code = '', index }) => {
      const start = index + all.indexOf(code)
      return [start, start + code.length] as const
    })
    .toSorted(([one], [other]) => one - other)
}

/** A text with blanks in the place of these commands, as long as before. */
export const withoutWorking = (text: string): string =>
  workingCommands(text).reduce(
    (left, [start, end]) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )

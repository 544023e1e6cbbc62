import { linesOf, type LinePlace } from '../text/lines-of'
import { breaksWord, firstWord, isMessageWord, lastWord } from './known-words'
import { timeLength } from './line-prefixes'

/** A line without its indentation, and how long it was with it. */
export interface Line extends LinePlace {
  readonly text: string
  readonly width: number
  /** Whether one blank is all that stands before it. */
  readonly isAfterBlank: boolean
}

/** The lines of a text without their indentation. */
export const bareLines = (text: string): readonly Line[] =>
  linesOf(text).map(({ start: from, end }) => {
    const line = text.slice(from, end)
    const bare = line.trimStart()
    const start = end - bare.length
    return { text: bare, width: line.length, start, end, isAfterBlank: start === from + 1 && line.startsWith(' ') }
  })

/** How far a line is indented. */
export const indentOf = (line: Line): number => line.width - line.text.length

/** Columns at which mails, chats and terminals break a line between two words. */
const NARROWEST = 56
const WIDEST = 160

/** What begins a line of its own wherever it stands: a prompt, an item, a time, a frame, a part of JSON, a command. */
const OWN_LINE =
  /^(?:[$#>*+•·✖❌✗✘-]+\s|[{}\]<|│]|\d{4}[-/]\d\d|\[?\d\d:\d\d|(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:|1\d{12}[\t ]|\d{1,3}[.)]\s|at\s|Caused by|Traceback|During handling|[\w.-]{1,40}\s?=\s|aws\s|[dl-][rwx-]{9})/

/** What begins one where the line before ends with its own end: a list, a quoted word, a name with its value. */
const OWN_AFTER_END = /^(?:["'`[]|\w[\w .-]{0,40}:(?:\s|$))/

/** What ends a line of its own: the end of a sentence, a part of JSON. */
const ENDS_LINE = /[.!?;{}[\],|\\]$/

/** A command as it is typed, or the options that it goes on with. */
const COMMAND = /^(?:[$#>]\s|aws\s|--[a-z])/

/** Below a command stands what it printed, unless it goes on there: with an option, or with the value of its last one. */
const isPrinted = (line: Line, next: Line): boolean =>
  COMMAND.test(line.text) && !next.text.startsWith('--') && !/(?:^|\s)--[\w-]{1,40}$/.test(line.text.trimEnd())

/** A word that wants another behind it. */
const WANTS_MORE = /\s(?:an?|and|at|by|for|from|in|is|no|not|of|on|or|the|to|was|with)$/

/** A capital that begins a line of its own, where the line before ends with no word that wants another. */
const isNewLine = (line: Line, next: Line): boolean =>
  /^[A-Z][a-z]+(?:\s|$)/.test(next.text) && !WANTS_MORE.test(line.text)

const wordAhead = (line: Line): number => /^\S*/.exec(line.text)?.[0].length ?? 0

/** Does a bracket that the line opens close on another? */
const isInBrackets = ({ text }: Line): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

/** Does a quote that the line opens close on the next one? */
const isInQuotes = (line: Line, next: Line): boolean =>
  line.text.split('"').length % 2 === 0 && /^[^"]{0,400}"/.test(next.text)

/** What a line ends with, back to its last blank. */
const lastToken = ({ text }: Line): string => text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t')) + 1)

/** An ARN, an address or a path. */
const NAME = /arn:aws|\//

/** Would the first word of the next line not have fitted behind a line that is as wide as the widest? */
const isFull = (line: Line, next: Line, widest: number): boolean =>
  line.text !== '' && next.text !== '' && indentOf(next) <= 1 && line.width + 1 + wordAhead(next) > widest

/** What tells of a break between two lines: that one line goes on, that a long name may, that none does, or nothing. */
type Sign = 'goes-on' | 'cut' | 'ends' | 'none'

/** Is the first word of the next line one of AWS's messages, and no rest of a name? */
const beginsWord = (next: Line): boolean => isMessageWord(firstWord(next.text))

/** A label of AWS's sentences, and what it names. */
const namesNext = (text: string, next: Line): boolean =>
  text.endsWith(':') && /^["'`]?(?:arn:aws|[a-z\d-]{2,30}:[A-Z][a-z])/.test(next.text)

/** Two whole words: a screen that cuts at its width leaves the blank between them. */
export const isBetweenWords = (line: Line, next: Line): boolean =>
  isMessageWord(lastWord(line.text)) && beginsWord(next)

/** A long name that was cut at the width of the screen. */
const isCutName = (line: Line, next: Line, widest: number): boolean =>
  line.width === widest &&
  NAME.test(lastToken(line)) &&
  /^(?!\d{1,9}\s|[A-Z][a-z]{0,20}\s|[\w.-]{1,30} ?[=:](?:\s|$))[\w/-]/.test(next.text) &&
  indentOf(next) === 0 &&
  !beginsWord(next)

/** Widths of screens: hardly a line is as wide by chance. */
const SCREENS: ReadonlySet<number> = new Set([72, 76, 78, 79, 80, 100, 120, 132, 140, 160])

/** A word that was cut at the width of a screen. */
const isCutWord = (line: Line, next: Line, widest: number): boolean =>
  line.width === widest &&
  indentOf(next) === 0 &&
  /[\w/:.,-]$/.test(line.text) &&
  !/[.!?-]{2}$/.test(line.text) &&
  /^(?!\d{1,9}\s|[\w.-]{1,30} ?[=:](?:\s|$))[a-z\d/:.\])}…-]/.test(next.text)

function signOf(line: Line, next: Line, widest: number): Sign {
  const text = line.text.trimEnd()
  // Whatever stays open in the line before, a log wrote another.
  if (isPrinted(line, next) || timeLength(next.text) > 0) return 'ends'
  if (COMMAND.test(text) && /\s--[\w-]{1,40}$/.test(text)) return 'goes-on'
  if (isInQuotes(line, next) || breaksWord(text, next.text)) return 'goes-on'
  // A blank that stood at the column begins the next line.
  if (line.width === widest && next.isAfterBlank && /^[\w("'`]/.test(next.text)) return 'goes-on'
  if (isInBrackets(line)) return OWN_LINE.test(next.text) ? 'none' : 'goes-on'
  if (OWN_LINE.test(next.text)) return 'ends'
  if (ENDS_LINE.test(text)) return OWN_AFTER_END.test(next.text) || isNewLine(line, next) ? 'ends' : 'none'
  if (WANTS_MORE.test(text) || isBetweenWords(line, next) || namesNext(text, next)) return 'goes-on'
  if (isCutName(line, next, widest) || isCutWord(line, next, widest)) return 'cut'
  // What follows the widest line never fitted behind it.
  if (line.width < widest - 1 && GOES_ON.test(next.text)) return 'goes-on'
  if (isNewLine(line, next) && !/\s[a-z]{2,}$/.test(text)) return 'ends'
  return OWN_AFTER_END.test(next.text) && !/[a-z:]$/.test(text) ? 'ends' : 'none'
}

/** A sentence goes on so, and no name with its value. */
const GOES_ON = /^(?:\(|[a-z]{1,30}(?![\w.:/=-])(?! [\w.-]{1,30} ?[=:](?:\s|$)))/

/** Is one cut enough to tell? A name that is whole can end a line, unless the next goes on with the rest of one. */
const isPlainlyCut = (line: Line, next: string): boolean => {
  const name = lastToken(line)
  return !NAME.test(name) || /^\S{0,200}[/:\d]/.test(next) || (name.includes('arn:') && name.split(':').length < 6)
}

/** Words that go on with a sentence behind a name: no name goes on with one of them and a blank. */
const GOES_ON_WITH =
  /^(?:an?|and|are|as|because|before|but|by|can|cannot|does|explicit|for|from|has|in|is|no|not|of|on|or|that|the|to|was|when|which|with)(?:[.,;:)]?\s|$)/i

/** Is the last word of a line one of AWS's messages, and no end of a name? */
const endsWhole = (line: Line): boolean => isMessageWord(lastToken(line).replace(/[:,.;)]$/, ''))

const ARN = 'arn:aws'

/** What an id of AWS begins with, as far as the line shows it, and what may be its rest. */
const ID_BEGUN = /(?:^|[^a-z\d-])[a-z]{1,10}-([\da-f]{2,16})$/
const ID_GOES_ON = /^([\da-f]{1,15})(?![\w-])/

/** With both parts it is as long as the ids of AWS are. */
function isCutId(line: Line, next: Line): boolean {
  const [begun, rest] = [ID_BEGUN.exec(lastToken(line))?.[1], ID_GOES_ON.exec(next.text)?.[1]]
  return begun !== undefined && rest !== undefined && [8, 17].includes(begun.length + rest.length)
}

/** Does an ARN begin before a break and end its first part behind it? */
function isCutArn(name: string, next: Line): boolean {
  const at = (name + next.text.slice(0, ARN.length)).lastIndexOf(ARN)
  return at >= 0 && at < name.length && at + ARN.length > name.length
}

/** What begins a word of prose, a number of it, or a name with its value. */
const NO_REST = /^(?:\d{1,9}[\s:,]|[A-Z][a-z]{0,20}\s|[\w.-]{1,30} ?[=:](?:\s|$)|\D{0,4}$)/

/**
 * Is a break surely inside a name: an ARN that lacks a part, an ARN or an address whose next word is no word of prose, an id
 * whose halves are as long as one? Whoever joins two words that are none says what nobody wrote.
 */
export function isInName(line: Line, next: Line, widest: number): boolean {
  const name = lastToken(line)
  if (indentOf(next) > 0 || !/^[\w/:-]/.test(next.text) || beginsWord(next) || GOES_ON_WITH.test(next.text))
    return false
  if (line.width !== widest) return /arn:aws|:\/\//.test(name) && /[-/]$/.test(name) && /^[\w-]/.test(next.text)
  if (isCutId(line, next) || isCutArn(name, next)) return true
  const arn = name.slice(Math.max(0, name.indexOf(ARN)))
  const isArn = arn.startsWith(ARN)
  if (isArn && arn.split(':').length < 6) return true
  if (NO_REST.test(next.text)) return false
  if (isArn) return /^[\w.]{0,80}[/:\d_-]\w/.test(next.text)
  return name.includes('://') && /^[\w.-]{0,80}\/\w/.test(next.text)
}

/**
 * What stood at a break: nothing where a word or a name was surely cut, a blank where words surely stand on both sides, else
 * the line end stays where a screen cut the lines, and a mail put it in the place of a blank.
 */
function stoodAt(line: Line, next: Line, widest: number, isHard: boolean): ' ' | '' | undefined {
  if (/\s$/.test(line.text)) return ''
  if (breaksWord(line.text, next.text) || isInName(line, next, widest)) return ''
  const isBetween = GOES_ON_WITH.test(next.text) || WANTS_MORE.test(line.text) || endsWhole(line)
  return isBetween || !isHard || line.width !== widest || isBetweenWords(line, next) ? ' ' : undefined
}

/**
 * What stood at the line breaks that were put in where the next word did not fit: a blank, or nothing where a long name was cut.
 * Such breaks are told by sentences, quotes and brackets that go on behind them; where few do, by chance lines can be as long as each other.
 */
export function softBreaks(lines: readonly Line[], isOwn: (at: number) => boolean): readonly (' ' | '' | undefined)[] {
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0)
  if (widest < NARROWEST || widest > WIDEST) return []
  const signs = lines.map((line, i): Sign | null => {
    const next = lines[i + 1]
    return next === undefined || !isFull(line, next, widest) || isOwn(line.end + 1) ? null : signOf(line, next, widest)
  })
  const count = (wanted: Sign) => signs.filter((sign) => sign === wanted).length
  const [goOn, cut, end] = [count('goes-on'), count('cut'), count('ends')]
  const isCutOnce =
    cut === 1 &&
    SCREENS.has(widest) &&
    lines.some((line, i) => signs[i] === 'cut' && isPlainlyCut(line, lines[i + 1]?.text ?? ''))
  if (goOn === 0 ? !(isCutOnce || cut > 1) || end > cut : goOn === 1 && end > 0 && cut === 0) return []
  // A terminal cuts all lines at the same column, which is no break between words.
  const full = lines.filter((_, i) => (signs[i] ?? 'ends') !== 'ends')
  const ragged = full.filter(({ width }) => width < widest - 1).length
  const isSure = lines.some((line, i) => {
    const next = lines[i + 1]
    const isSoft = line.width < widest - 1 || (next !== undefined && indentOf(next) === 0 && isBetweenWords(line, next))
    return signs[i] === 'goes-on' && isSoft
  })
  const isHard = !isSure && full.filter(({ width }) => width === widest).length > ragged
  return lines.map((line, i) => {
    const sign = signs[i]
    const next = lines[i + 1]
    if (next === undefined || sign === null || sign === undefined || sign === 'ends') return undefined
    return sign === 'none' && goOn + cut < 2 ? undefined : stoodAt(line, next, widest, isHard)
  })
}

import { readDocument, statementNode } from '../case/case-documents'
import { annotatePolicy } from '../diagnosis/annotations'
import type { AnswerDocument } from '../diagnosis/answer-document'
import type { Diagnosis } from '../diagnosis/diagnosis'
import type { PolicySource } from '../diagnosis/draft-of-texts'
import type { Remedy } from '../explanation/fixes/remedies'
import { INSTRUCTION_TEXT } from '../explanation/messages/instructions'
import { messageText } from '../text/message-text'
import { own } from '../text/own'
import { respaced } from '../text/respaced'
import { createSource, type Position } from '../text/source'
import type { Span } from '../text/span'
import { BASIS_WORDS, CLI_MESSAGES, ANSWER_WORDS } from './messages'
import { wrapped } from './wrapped'

/** How an answer is printed. */
export interface TerminalLook {
  readonly width: number
  readonly hasColor: boolean
}

/** A place in a file that was given. */
export interface FilePlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** False: the policy is laid out anew, as where it stands on one line, and the lines are of that text. */
  readonly isInFile: boolean
  /** The whole of the first line. */
  readonly text: string
  /** Why this place matters, in a few words; empty where that is said already. */
  readonly reason: string
}

/** Most lines of an answer. */
const MOST_LINES = 12

/** A line of a policy is shown up to here. */
const SHORTEST_WIDTH = 40

const FEWEST_CARETS = 4

const COLORS = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const

const painted =
  (hasColor: boolean) =>
  (color: keyof typeof COLORS, text: string): string =>
    hasColor && text !== '' ? `\u001B[${COLORS[color]}m${text}\u001B[0m` : text

/** Nothing of a text from outside reaches the terminal as a command to it. */
const CONTROLS = /[^\P{Cc}\t\n]/gu

const plain = (text: string): string => text.replaceAll(CONTROLS, '\u{FFFD}')

/** Where a span of a policy stands in the file that it was read from; null where the file says it in other signs. */
function spanInFile({ text, whole, span: [from, to] }: PolicySource, span: Span): Span | null {
  const own = respaced(text, span, whole.slice(from, to))
  return own && [from + own[0], from + own[1]]
}

/** Where the decisive place of an answer stands in the files that were given; null where it stands in none. */
export function placeOfAnswer(diagnosis: Diagnosis, sources: readonly PolicySource[]): FilePlace | null {
  const { explanation, built, evaluation } = diagnosis
  const evidence = explanation?.answer.fact?.evidence ?? null
  if (evidence === null || built === null) return null
  const spot = { layer: evidence.layer, level: evidence.place.level, policy: evidence.place.policy }
  const document = readDocument(built.accessCase, spot)
  const span = evidence.span ?? (document && statementNode(document, evidence.place)?.span) ?? null
  if (document === null || span === null) return null
  const source = sources.find(({ text }) => text === document.text && text !== '')
  const inFile = source ? spanInFile(source, span) : null
  const read = createSource(source && inFile ? source.whole : document.text)
  const [start, end] = (inFile ?? span).map((offset) => read.positionAt(offset)) as [Position, Position]
  const marks = annotatePolicy(evaluation, built.accessCase.request, spot).underlines
  const mark = marks.find(({ span: [one, other] }) => one < span[1] && other > span[0])
  const text = read.text.slice(read.offsetAt({ line: start.line, column: 1 })).split(/\r?\n/, 1)[0] ?? ''
  return {
    file: source?.name ?? document.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    isInFile: inFile !== null,
    text,
    reason: mark?.hover ?? '',
  }
}

/** A line of a policy as a compiler shows it: gutter, line, caret, reason. */
function frameOf(place: FilePlace, { width, hasColor }: TerminalLook): readonly string[] {
  const paint = painted(hasColor)
  const number = String(place.line)
  const gutter = ' '.repeat(number.length)
  const indent = place.text.length - place.text.trimStart().length
  const text = plain(place.text.slice(indent))
  const room = width - number.length - 4
  const at = Math.max(place.column - 1 - indent, 0)
  // Of a long line the part that matters is shown.
  const from = at > room - 20 ? Math.max(at - 10, 0) : 0
  const shown = text.slice(from, from + room)
  const end = place.endLine === place.line ? place.endColumn - 1 - indent : text.length
  const left = room - (at - from)
  // The reason is worth more than the rest of the carets.
  const most = Math.max(FEWEST_CARETS, left - plain(place.reason).length - 1)
  const carets = '^'.repeat(Math.max(1, Math.min(end - at, left, most)))
  const reason = plain(place.reason).slice(0, Math.max(0, left - carets.length - 1))
  return [
    `${gutter}${paint('cyan', '-->')} ${plain(place.file)}${place.isInFile ? `:${place.line}:${place.column}` : ` ${CLI_MESSAGES['laid-out']}`}`,
    `${paint('cyan', `${number} |`)} ${shown}`,
    `${paint('cyan', `${gutter} |`)} ${' '.repeat(at - from)}${paint('red', `${carets} ${reason}`.trimEnd())}`,
  ]
}

const TONES: Readonly<Record<string, keyof typeof COLORS>> = {
  ALLOWED: 'green',
  DENIED: 'red',
  OPEN: 'yellow',
  REFUSED: 'yellow',
}

const diffOf = (diff: string): readonly string[] => diff.split('\n').filter((line) => /^[+-]/.test(line))

/** The one thing to run next; null where no command helps. */
function nextCommand(document: AnswerDocument, remedy: Remedy | null): string | null {
  const primary = remedy?.primary
  // The script of all layers is long; a report has it.
  if (primary?.kind === 'copy-command' && primary.command.is !== 'run')
    return INSTRUCTION_TEXT.option([primary.command])
  if (primary && 'command' in primary && primary.kind !== 'copy-script') return primary.command.bash
  const check = document.causes[0]?.check?.command
  return check ?? document.missing[0]?.commands[0] ?? document.instructions[0]?.commands[0] ?? null
}

/** An answer for a terminal, the answer first, in at most twelve lines. */
export function terminalAnswer(
  document: AnswerDocument,
  place: FilePlace | null,
  remedy: Remedy | null,
  look: TerminalLook,
): string {
  const width = Math.max(look.width, SHORTEST_WIDTH)
  const paint = painted(look.hasColor)
  const word = own(ANSWER_WORDS, document.decision) ?? document.decision
  const tone = own(TONES, word) ?? 'yellow'
  const [first = '', ...others] = wrapped(
    `${word} ${plain(document.headline)} (${own(BASIS_WORDS, document.basis) ?? document.basis})`,
    width,
  )
  const head = [paint(tone, word) + paint('bold', first.slice(word.length)), ...others]
  const fact = document.fact ? wrapped(plain(document.fact.sentence), width, '  ') : []
  const frame = place ? frameOf(place, { ...look, width }) : []
  const [cause] = document.causes
  const isSaid = cause === undefined || [document.fact?.sentence, document.headline].includes(cause.sentence)
  const fix = document.fixes[0]
  const todo = fix?.sentence ?? document.instructions[0]?.sentence ?? cause?.remedy ?? ''
  const statement = remedy?.fixes[0]?.statement ?? null
  // A statement that is added stands on one line, to be taken over whole.
  const changes =
    statement === null ? (fix?.changes ?? []).flatMap(({ diff }) => diffOf(diff)) : [`+ ${JSON.stringify(statement)}`]
  const command = nextCommand(document, remedy)
  const next = command === null ? [] : plain(command).split('\n')
  const mend = todo === '' ? [] : wrapped(`${CLI_MESSAGES.fix}: ${plain(todo)}`, width)
  const least = Math.min(changes.length, 1)
  const why = isSaid ? [] : wrapped(plain(cause.sentence), width, '  ')
  // In few columns words take many lines: what mends it goes before the line, and the line before what says more of it.
  let free = MOST_LINES - head.length - mend.length - least
  const fitting = (lines: readonly string[]): readonly string[] => {
    if (lines.length > free) return []
    free -= lines.length
    return lines
  }
  const line = fitting(frame)
  const told = [...head, ...fitting(fact), ...line, ...fitting(why)]
  // A command is whole, or is not there: half of a loop can't be run.
  const isShort = told.length + mend.length + least + next.length <= MOST_LINES
  const shown = isShort ? next : [CLI_MESSAGES['next-is-long']]
  const tail = next.length === 0 ? [] : [`${CLI_MESSAGES.next}: ${shown[0]}`, ...shown.slice(1)]
  const room = Math.max(MOST_LINES - told.length - mend.length - tail.length, 0)
  const diff =
    changes.length <= room
      ? changes
      : [
          ...changes.slice(0, Math.max(room - 1, 0)),
          messageText(CLI_MESSAGES.more, { count: changes.length - Math.max(room - 1, 0) }),
        ]
  const coloured = diff.map((line) =>
    paint(line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : 'dim', plain(line)),
  )
  const lines = [...told, ...mend, ...coloured, ...tail].slice(0, MOST_LINES)
  const meaning = cause === undefined ? [] : wrapped(messageText(CLI_MESSAGES.meaning, { code: cause.code }), width)
  // It is whole, or is not there.
  const hasRoom = lines.length + meaning.length <= MOST_LINES
  return `${[...lines, ...(hasRoom ? meaning : [])].join('\n')}\n`
}

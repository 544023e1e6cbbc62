import type { Range } from '../text/mapped-text'
import type { DenialSentence } from './denial-sentence'
import { isRefusal, situationOfCode } from '../facts/situations/situations'
import { DENIAL_CODE, UNUSUAL_CODE, WRAPPER_FIELDS, type Wrapper, type WrapperField } from './wrapper'

/** A statement with what its wrappers say about it. */
export interface Linked {
  readonly statement: DenialSentence
  readonly fields: Partial<Readonly<Record<WrapperField, Range>>>
}

/** A number so large that nothing is chosen at that price. */
const NEVER = Number.POSITIVE_INFINITY

interface Neighbourhood {
  readonly text: string
  readonly statement: DenialSentence
  /** Where the statement before ends, and the one after begins. */
  readonly from: number
  readonly to: number
}

const crossesBlankLine = (text: string, from: number, to: number) => /\n\s*\n/.test(text.slice(from, to))

/** Does the sentence say something else than that something was refused? */
const isNoRefusal = ({ situation }: DenialSentence): boolean => situation !== undefined && !isRefusal(situation)

/** A wrapper inside the sentence says nothing about it, unless the wrapper is all there is. */
function costInside(statement: DenialSentence, wrapper: Wrapper, field: WrapperField): number {
  if (statement.row === 'code alone' || isNoRefusal(statement)) return wrapper.rank * 100
  return field === 'errorCode' && wrapper.rank > 0 ? wrapper.rank * 100 + 60 : NEVER
}

/** How far a wrapper is from being the one of this statement: rank first, then line, then distance. */
function costOf(here: Neighbourhood, wrapper: Wrapper, field: WrapperField): number {
  const { text, statement, from, to } = here
  const before = wrapper.end <= statement.start
  if (wrapper.start < statement.end && statement.start < wrapper.end) return costInside(statement, wrapper, field)
  if (before ? wrapper.side === 'after' || wrapper.start < from : wrapper.side === 'before' || wrapper.end > to)
    return NEVER
  const gap = before ? text.slice(wrapper.end, statement.start) : text.slice(statement.end, wrapper.start)
  if (gap.length > wrapper.reach) return NEVER
  if (wrapper.side === 'before' && wrapper.reach < 600 && crossesBlankLine(gap, 0, gap.length)) return NEVER
  const otherLine = gap.includes('\n') && wrapper.side === 'near' ? 250 : 0
  const wrongSide = before && field === 'requestId' ? 100 : 0
  return wrapper.rank * 100 + otherLine + wrongSide + gap.length / 20
}

/** Did the operation of a frame fail for a reason of its own, which no policy decides? Then what was denied is another call. */
function failedOtherwise({ text, statement }: Neighbourhood, { fields: { errorCode } }: Wrapper): boolean {
  if (statement.row !== 'code alone' || errorCode === undefined) return false
  const code = text.slice(...errorCode)
  const situation = DENIAL_CODE.test(code) ? null : situationOfCode(code)
  return situation !== null && !isRefusal(situation)
}

/** Codes of other kinds of errors do not become the code of a denial, unless its own wrapper says so. */
function fits(here: Neighbourhood, wrapper: Wrapper, field: WrapperField, range: Range): boolean {
  if (field === 'operation') return !failedOtherwise(here, wrapper)
  if (field !== 'errorCode' || wrapper.rank === 0) return true
  if (here.statement.row === 'code alone' && here.statement.start === wrapper.start) return true
  const code = here.text.slice(range[0], range[1])
  if (DENIAL_CODE.test(code)) return true
  if (isNoRefusal(here.statement)) return situationOfCode(code) !== null
  return UNUSUAL_CODE.test(code) && here.statement.start - range[1] >= 0 && here.statement.start - range[1] < 12
}

function linkOne(here: Neighbourhood, wrappers: readonly Wrapper[]): Linked {
  const fields: Partial<Record<WrapperField, Range>> = {}
  for (const field of WRAPPER_FIELDS) {
    let best = NEVER
    for (const wrapper of wrappers) {
      const range = wrapper.fields[field]
      if (!range || !fits(here, wrapper, field, range)) continue
      const cost = costOf(here, wrapper, field)
      if (cost >= best) continue
      best = cost
      fields[field] = range
    }
  }
  return { statement: here.statement, fields }
}

/** Does one message go on with the next sentence, as where AWS writes "…, or User: …"? */
const goesOn = (text: string, { end }: DenialSentence, { start }: DenialSentence): boolean =>
  start - end < 8 && /^,\s(?:or\s|and\s)?$/.test(text.slice(end, start))

function firstOfMessage(text: string, statements: readonly DenialSentence[], i: number): number {
  let first = i
  while (first > 0 && i - first < MOST_IN_MESSAGE && goesOn(text, statements[first - 1]!, statements[first]!)) first--
  return first
}

function lastOfMessage(text: string, statements: readonly DenialSentence[], i: number): number {
  let last = i
  while (
    last + 1 < statements.length &&
    last - i < MOST_IN_MESSAGE &&
    goesOn(text, statements[last]!, statements[last + 1]!)
  )
    last++
  return last
}

const MOST_IN_MESSAGE = 8

/** Gives each statement the operation, code, request id and service that its wrappers state. Both lists are in order. */
export function link(text: string, statements: readonly DenialSentence[], wrappers: readonly Wrapper[]): Linked[] {
  let low = 0
  return statements.map((statement, i) => {
    const from = statements[firstOfMessage(text, statements, i) - 1]?.end ?? 0
    const to = statements[lastOfMessage(text, statements, i) + 1]?.start ?? text.length
    while (low < wrappers.length && (wrappers[low]?.end ?? 0) <= from - 1) low++
    const near: Wrapper[] = []
    for (let w = low; w < wrappers.length; w++) {
      const wrapper = wrappers[w]
      if (!wrapper || wrapper.start > to) break
      near.push(wrapper)
    }
    return linkOne({ text, statement, from, to }, near)
  })
}

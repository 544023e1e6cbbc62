import type { Opening } from '../../../lessons/likely-requests'
import type { RepairResult } from '../../../lessons/check-repair'
import type { ComparedRepair } from '../../../lessons/compare-repair'
import { layerTitle, policyTitle } from '../../../iam/layer-titles'
import { message } from '../../../text/message'
import { plainText, type Phrase } from '../../../text/phrase'
import { CALLER_WORDS, REPAIR_WORDS } from './messages'
import type { Tone } from '../../ui/tone'
import { inSentence } from './in-sentence'

/** A sentence, with the list that it announces. */
export interface RepairMessage {
  readonly tone: Tone
  readonly text: string
  readonly items?: readonly Phrase[]
}

const MOST_SAID = 6

/** Requests in words: which, for whom, and by which layer alone. */
function inWords({ sentence, caller, layer }: Opening): Phrase {
  const who = caller === null ? [] : message(REPAIR_WORDS.forWhom, { who: CALLER_WORDS[caller.is] })
  const by = layer === null ? [] : message(REPAIR_WORDS.inLayer, { layer: policyTitle(layer) })
  return [...by, ...sentence, ...who]
}

const listed = (openings: readonly Opening[]): readonly Phrase[] => [
  ...openings.slice(0, MOST_SAID).map(inWords),
  ...(openings.length > MOST_SAID ? [message(REPAIR_WORDS.andMore, { count: openings.length - MOST_SAID })] : []),
]

const text = (phrase: Phrase): string => plainText(phrase)

/** What is said of a repair that works: room that it leaves, or how far it is known to open nothing. */
function worksMessage(compared: ComparedRepair | null, others: number): RepairMessage {
  if (compared === null) {
    const tried =
      others === 0 ? '' : others === 1 ? REPAIR_WORDS.oneOther : text(message(REPAIR_WORDS.others, { count: others }))
    return { tone: 'allow', text: `${REPAIR_WORDS.works}${tried} ${REPAIR_WORDS.notCompared}` }
  }
  const { alsoAllows, leavesRoom, isProven } = compared
  const also = listed(alsoAllows)
  const room = listed(leavesRoom)
  const items = [...also, ...(also.length > 0 && room.length > 0 ? [message(REPAIR_WORDS.leavesRoom)] : []), ...room]
  const [first] = [
    ...(also.length > 0 ? [REPAIR_WORDS.alsoAllows] : []),
    ...(room.length > 0 ? [REPAIR_WORDS.leavesRoom] : []),
  ]
  if (first !== undefined) return { tone: 'allow', text: `${REPAIR_WORDS.works} ${first}`, items }
  return { tone: 'allow', text: `${REPAIR_WORDS.works} ${isProven ? REPAIR_WORDS.proven : REPAIR_WORDS.inPart}` }
}

/** What is sure and what may be, each with its verb. */
const sureOrNot = (does: string, sure: readonly string[], may: string, open: readonly string[]): string =>
  [sure.length > 0 ? `${does} ${inSentence(sure)}` : '', open.length > 0 ? `${may} ${inSentence(open)}` : '']
    .filter((part) => part !== '')
    .join(', and ')

/** What to say of a repair; `others` counts the requests that it was tried with beside that of the case. */
export function repairMessage(result: RepairResult, others: number): RepairMessage {
  switch (result.outcome) {
    case 'works':
      return worksMessage(result.compared, others)
    case 'wide':
      return {
        tone: 'depends',
        text: result.compared.loses.length > 0 ? REPAIR_WORDS.wideAndLoses : REPAIR_WORDS.wide,
        items: [...listed(result.compared.opens), ...listed(result.compared.loses)],
      }
    case 'loses':
      return { tone: 'depends', text: REPAIR_WORDS.loses, items: listed(result.compared.loses) }
    case 'tooOpen':
      return {
        tone: 'depends',
        text: text(
          message(REPAIR_WORDS.tooOpen, {
            what: sureOrNot('also allows', result.opens, 'may also allow', result.mayOpen),
          }),
        ),
      }
    case 'tooNarrow':
      return {
        tone: 'depends',
        text: text(
          message(REPAIR_WORDS.tooNarrow, { what: sureOrNot('denies', result.lacks, 'may deny', result.mayLack) }),
        ),
      }
    case 'depends':
      return {
        tone: 'depends',
        text: text(message(REPAIR_WORDS.depends, { keys: inSentence(result.keys) || REPAIR_WORDS.whatIsUnknown })),
      }
    case 'unreadable':
      return { tone: 'deny', text: text(message(REPAIR_WORDS.unreadable, { names: inSentence(result.names) })) }
    case 'malformed':
      return { tone: 'deny', text: text(message(REPAIR_WORDS.malformed, { names: inSentence(result.names) })) }
    case 'otherQuestion':
      return { tone: 'depends', text: REPAIR_WORDS.otherQuestion }
    case 'stillDenied':
      return {
        tone: 'deny',
        text: text(
          message(REPAIR_WORDS.stillDenied, {
            layers: inSentence(result.blocking.map((layer) => layerTitle(layer))) || REPAIR_WORDS.noLayer,
          }),
        ),
      }
  }
}

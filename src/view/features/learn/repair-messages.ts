import type { RepairResult } from '../../../lessons/check-repair'
import type { OpenedBeside, Opening } from '../../../lessons/newly-opened'
import type { Tone } from '../../ui/tone'
import { inSentence } from './in-sentence'
import { layerTitle } from '../../../iam/layer-titles'

/** A sentence, with the list that it announces. */
export interface RepairMessage {
  readonly tone: Tone
  readonly text: string
  readonly items?: readonly string[]
}

/** A request that a repair opens, in words. */
function openingInWords({ layer, action, resource, principal, context }: Opening): string {
  const keys = Object.entries(context).map(([key, value]) => `${key} ${value === null ? 'absent' : String(value)}`)
  const parts = [
    resource === '*' ? action : `${action} on ${resource}`,
    principal === null ? '' : `by ${principal}`,
    keys.length === 0 ? '' : `with ${keys.join(', ')}`,
    layer === null ? '' : `(passes the ${layerTitle(layer)} alone)`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** What is said of a repair that works: what it opens besides, or how far it is known to open nothing. */
function worksMessage(beside: OpenedBeside | null, others: number): RepairMessage {
  const works = 'It works: the request is allowed.'
  if (beside === null) {
    const tried =
      others === 0
        ? ''
        : ` ${others === 1 ? 'The other request' : `The ${others} other requests`} that it was tried with ${others === 1 ? 'comes' : 'come'} out as asked.`
    return { tone: 'allow', text: `${works}${tried} What else it opens was not looked for.` }
  }
  const { openings, isProven } = beside
  if (openings.length > 0) {
    const isSure = openings.some((opening) => opening.isSure)
    return {
      tone: 'depends',
      text: `${works} It ${isSure ? 'also opens' : 'may also open'} more than the task asks for. Can it be narrower?`,
      items: openings.map((opening) => (isSure && !opening.isSure ? 'perhaps ' : '') + openingInWords(opening)),
    }
  }
  return {
    tone: 'allow',
    text: isProven
      ? `${works} Nothing else was opened: tried for every action, resource, caller and value that these policies tell apart.`
      : `${works} Nothing else was found open; what these policies tell apart could be tried in part only.`,
  }
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
      return worksMessage(result.beside, others)
    case 'tooOpen':
      return {
        tone: 'depends',
        text: `The request passes, but this repair ${sureOrNot('also allows', result.opens, 'may also allow', result.mayOpen)}. Can it be narrower?`,
      }
    case 'tooNarrow':
      return {
        tone: 'depends',
        text: `The request passes, but not all that the task asks for: this repair ${sureOrNot('denies', result.lacks, 'may deny', result.mayLack)}.`,
      }
    case 'depends':
      return {
        tone: 'depends',
        text: `Whether the request passes now depends on ${inSentence(result.keys) || 'what this case does not say'}, of which nothing is known here. Decide by what the case tells.`,
      }
    case 'unreadable':
      return {
        tone: 'deny',
        text: `This is not complete JSON yet: ${inSentence(result.names)}. Look for a missing comma, quote or bracket.`,
      }
    case 'malformed':
      return { tone: 'deny', text: `IAM would not take this as a policy: ${inSentence(result.names)}.` }
    case 'otherQuestion':
      return { tone: 'depends', text: 'The request itself was changed. Repair what decides on it instead.' }
    case 'stillDenied':
      return {
        tone: 'deny',
        text: `Still denied. Shut: ${inSentence(result.blocking.map((layer) => layerTitle(layer)))}.`,
      }
  }
}

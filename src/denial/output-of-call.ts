import type { SituationShape } from '../facts/situations/situation-row'
import { SITUATIONS } from '../facts/situations/situations'
import type { FoundCall } from './command-words'
import type { DenialSentence } from './denial-sentence'

/** Operations that print what is there: messages, events and states. */
const PRINTS = /^(?:Get|List|Describe|Receive|Lookup|Filter|BatchGet|Search)/

/** What a command printed, in the line below it. */
const OUTPUT = /^\s{0,8}\n\s{0,20}(?:[{[]|"\w{1,60}"\s?:)/

/** The command was refused, or the client that was to send it stopped. */
const FAILED = /\ban?\serror\soccurred\b|\b(?:error|exception):\s/i

/** Does the refusal stand in what the call printed, so that it is told of something else? */
export function isPrintedBy(
  text: string,
  { operation, range: [, end] }: FoundCall,
  { start, situation, pieces }: DenialSentence,
): boolean {
  if (situation !== undefined || pieces.principal !== undefined || pieces.action !== undefined) return false
  const between = text.slice(end, start)
  return PRINTS.test(operation) && OUTPUT.test(between) && !FAILED.test(between)
}

/** Is it a call that printed how a service was refused, so that it was let through itself? */
function isAnsweredBy(call: FoundCall, { situation, start }: DenialSentence): boolean {
  if (situation === undefined || call.isDeclared === true || start < call.range[1]) return false
  const { refused }: SituationShape = SITUATIONS[situation]
  return refused?.endsWith('.amazonaws.com') === true && PRINTS.test(call.operation)
}

/** Does a refusal stand in the answer of a call, which was let through then? */
export const isOfOutput = (text: string, call: FoundCall | null, statement: DenialSentence): boolean =>
  call !== null && (isAnsweredBy(call, statement) || isPrintedBy(text, call, statement))

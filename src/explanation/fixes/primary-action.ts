import { hasBlank } from '../../text/blank'
import { toRun, type Instruction } from '../instruction'
import { copied, firstFix, type ActionSources, type Offer, type PrimaryAction } from './action-offer'
import { isOfCallAlone } from '../causes/call-first'
import { areStatements, fixText } from './copied-text'
import { askWho, check, checkOfLayer, checkOfSaid, inEffect, isOfService, isSaid, script } from './look-offers'
import { searchesEvents, showsOnly } from './look-commands'

/** What AWS's message holds comes before anything that is thought of it. */
const decode: Offer = ({ answer, steps }) =>
  answer.basis === 'proven'
    ? null
    : copied('copy-decode', steps.find(({ code }) => code === 'decode-message')?.commands[0])

/** What the request or a setting can do comes before a change of a policy; what is still to be filled in only whoever calls knows. */
const instruct: Offer = ({ answer, instructions, takesOptions = true }) => {
  const [first] = instructions
  // What is only usual is looked at before a command changes anything; of a policy that others own, they are asked first.
  if (first?.kind === 'check' && (answer.noPolicy || (answer.decision === 'explicitDeny' && !answer.question)))
    return null
  const isWhole = (bash: string) => !hasBlank(bash) || first?.isOwn === true
  const command = first?.commands.find(
    ({ is, bash }) => (is === 'run' || (is === 'added' && takesOptions)) && isWhole(bash),
  )
  return command === undefined ? null : { kind: 'copy-command', command }
}

/** Does a change of the call come first? Then nothing that stands behind it is what to do first. */
const isOfCallFirst = ([first]: readonly Instruction[]): boolean =>
  first !== undefined && (first.kind ?? 'call') === 'call'

/** An offer that stands behind what is to be changed in the call. */
const behindCall =
  (offer: Offer): Offer =>
  (remedy) =>
    isOfCallFirst(remedy.instructions) ? null : offer(remedy)

const apply: Offer = ({ fixes }) => {
  const fix = firstFix(fixes)
  return fix && !fix.isSupposed ? { kind: 'apply-fix', fix } : null
}

const statement: Offer = ({ fixes }) => {
  const fix = firstFix(fixes)
  return fix?.isSupposed
    ? { kind: 'copy-statement', text: fixText(fix.changes), areStatements: areStatements(fix.changes) }
    : null
}

/** An offer to change a policy; what takes a statement by a call alone gets the call. */
const byCall =
  (offer: Offer): Offer =>
  (remedy) => {
    const offered = offer(remedy)
    const fix = firstFix(remedy.fixes)
    const command = offered && fix && remedy.commandOf?.(fix)
    return command && !hasBlank(command.bash) ? { kind: 'copy-command', command: toRun(command), fix } : offered
  }

/** The change of all denials, to be copied. */
export const copiedWhole = ({
  policy,
  denials,
  areStatements,
}: NonNullable<ActionSources['combined']['whole']>): PrimaryAction => ({
  kind: 'copy-policy',
  text: policy,
  denials,
  areStatements,
})

const together: Offer = ({ combined: { whole } }) => (whole && !hasBlank(whole.policy) ? copiedWhole(whole) : null)

/** Where the headline is a look that tells the causes apart, it is what to do, unless a name is missing. */
const askQuestion: Offer = ({ answer: { question } }) =>
  question?.command ? { kind: 'copy-check', command: question.command } : null

/** Is the policy that denies to be corrected? Nobody asks for an exception from a mistake. */
const isToCorrect = ({ answer, instructions: [first] }: ActionSources): boolean =>
  answer.decision === 'explicitDeny' && first?.kind === 'setting'

/** Does whoever calls make the call pass without anybody else, as with an option or a new sign-in? Nobody is asked first. */
const isDoneByCall = ({ answer: { decision }, instructions }: ActionSources): boolean => {
  const [first] = instructions
  if (first === undefined || !isOfCallFirst(instructions)) return false
  return decision === 'implicitDeny' || first.commands.length > 0 || first.isOwn === true
}

/** What shows what the call can be changed to, where a table has a look for it. */
const lookOfFirst = ({ basis, causes: [first] }: ActionSources['answer']): PrimaryAction | null => {
  const command = basis === 'likely' ? undefined : first?.check?.command
  return command && showsOnly(command.bash) && !searchesEvents(command.bash) && !hasBlank(command.bash)
    ? { kind: 'copy-command', command: toRun(command) }
    : null
}

/** Where nothing tells whose policy it is, it is looked for before anybody is asked. */
const request: Offer = (remedy) => {
  const { answer, message } = remedy
  if (isSaid(answer) && isOfService(answer)) return null
  const isOpen = answer.basis === 'likely' && answer.layer === 'none'
  if (message && isDoneByCall(remedy)) return lookOfFirst(answer) ?? { kind: 'none' }
  return message && !hasBlank(message.text) && !isOpen && !isToCorrect(remedy)
    ? { kind: 'copy-request', text: message.text }
    : null
}

/** In this order; the first that has something to offer is what to do first. */
const OFFERS: readonly Offer[] = [
  decode,
  instruct,
  behindCall(byCall(apply)),
  behindCall(together),
  askQuestion,
  behindCall(askWho),
  behindCall(byCall(statement)),
  inEffect,
  checkOfSaid,
  request,
  checkOfLayer,
  script,
  check,
]

/** The one thing to do first about an answer. */
export const primaryAction = (remedy: ActionSources): PrimaryAction => {
  // Nothing is to be fetched or asked for where the call itself is what is wrong.
  if (isOfCallAlone(remedy.answer)) return instruct(remedy) ?? { kind: 'none' }
  if (remedy.answer.decision === 'allowed' && remedy.answer.basis === 'proven') return { kind: 'none' }
  for (const offer of OFFERS) {
    const action = offer(remedy)
    if (action !== null) return action
  }
  return { kind: 'none' }
}

import { hasBlank } from '../../text/blank'
import { SITUATIONS } from '../../facts/situations/situations'
import type { Fix, NextStep } from '../explanation'
import type { Instruction, InstructionCommand } from '../instruction'
import type { ShellCommand } from '../../text/shell-quote'
import type { Answer } from '../answer'
import { fieldsOf } from '../../text/fields'
import { fetchesGiven, looksUp, needsName, neededWithCommand, showsOnly } from './look-commands'
import { isOfCallAlone } from '../causes/call-first'
import type { CombinedChange } from './combine-fixes'
import { fixText } from './copied-text'
import type { OwnerMessage } from './owner-message'
import { namesPrincipals } from '../../iam/layers'
import { isKnownCause } from '../../knowledge/likely-causes'

/** All that an answer gives to act on. */
export interface ActionSources {
  readonly answer: Answer
  readonly instructions: readonly Instruction[]
  readonly fixes: readonly Fix[]
  /** What answers several denials of a paste. */
  readonly combined: { readonly whole: Pick<CombinedChange, 'policy' | 'denials' | 'areStatements'> | null }
  readonly message: OwnerMessage | null
  readonly steps: readonly NextStep[]
  /** One script in place of the steps that fetch policies. */
  readonly script: ShellCommand | null
}

/**
 * What to do first. "copy-command": what changes the request, or a setting; "apply-fix": the least fix that is proven;
 * "copy-statement": the statement that answers what AWS says; "copy-policy": the policy that answers every denial of the
 * paste, and how many they are;
 * "copy-request": the message for whoever owns the policy in the way; "copy-decode": the command that decodes AWS's
 * message; "copy-check": what tells the causes apart; "copy-caller-check": what tells who called; "copy-script": what fetches what is missing; "none": there is nothing to do.
 */
export type PrimaryAction =
  | { readonly kind: 'apply-fix'; readonly fix: Fix }
  | { readonly kind: 'copy-statement' | 'copy-request'; readonly text: string }
  | {
      readonly kind: 'copy-policy'
      readonly text: string
      readonly denials: number
      readonly areStatements: boolean
    }
  | { readonly kind: 'copy-command'; readonly command: InstructionCommand }
  | {
      readonly kind: 'copy-decode' | 'copy-script' | 'copy-check' | 'copy-caller-check'
      readonly command: ShellCommand
    }
  | { readonly kind: 'none' }

type Offer = (remedy: ActionSources) => PrimaryAction | null

/** A command to be copied, where nothing of it is to be filled in. */
const copied = (kind: 'copy-decode' | 'copy-script', command: ShellCommand | null | undefined): PrimaryAction | null =>
  command && !hasBlank(command.bash) ? { kind, command } : null

/** What AWS's message holds comes before anything that is thought of it. */
const decode: Offer = ({ answer, steps }) =>
  answer.basis === 'proven'
    ? null
    : copied('copy-decode', steps.find(({ code }) => code === 'decode-message')?.commands[0])

/** What the request or a setting can do comes before a change of a policy; what is still to be filled in is no step. */
const instruct: Offer = ({ instructions }) => {
  const command = instructions[0]?.commands.find(({ is, bash }) => (is === 'run' || is === 'added') && !hasBlank(bash))
  return command ? { kind: 'copy-command', command } : null
}

/** Does a change of the call come first? Then nothing that stands behind it is what to do first. */
const isOfCallFirst = ([first]: readonly Instruction[]): boolean =>
  first !== undefined && (first.kind ?? 'call') === 'call'

/** An offer that stands behind what is to be changed in the call. */
const behindCall =
  (offer: Offer): Offer =>
  (remedy) =>
    isOfCallFirst(remedy.instructions) ? null : offer(remedy)

/** The first fix, where it loosens nothing, and nothing of it is to be filled in. */
const firstFix = (fixes: readonly Fix[]): Fix | null => {
  const fix = fixes.find(({ least }) => least)
  return fix === undefined || fix.failed !== undefined || (fix.blanks?.length ?? 0) > 0 ? null : fix
}

const apply: Offer = ({ fixes }) => {
  const fix = firstFix(fixes)
  return fix && !fix.isSupposed ? { kind: 'apply-fix', fix } : null
}

const statement: Offer = ({ fixes }) => {
  const fix = firstFix(fixes)
  return fix?.isSupposed ? { kind: 'copy-statement', text: fixText(fix.changes) } : null
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

/** Is the first fix for a service? Then whoever runs a command is not who called. */
const isForService = ([first]: readonly Fix[]): boolean =>
  fieldsOf(first?.statement?.['Principal'])['Service'] !== undefined

/** Is it known whose policy the first fix changes: one that is here, or that of a thing, with nothing to be filled in? */
const isPlaced = ({ causes }: Answer, fixes: readonly Fix[]): boolean => {
  const fix = fixes.find(({ least }) => least)
  if (fix === undefined) return false
  const isShown = causes.some(({ layer, evidence }) => layer === fix.layer && (evidence ?? null) !== null)
  return isShown || (namesPrincipals(fix.layer) && firstFix(fixes) !== null)
}

/** Where AWS gives no reason and the text no caller: who called tells most causes apart. */
const askWho: Offer = ({ answer, steps, fixes }) => {
  const { basis, decision } = answer
  const command =
    basis === 'likely' && decision !== 'none' && !isForService(fixes) && !isPlaced(answer, fixes)
      ? steps.find(({ code }) => code === 'who-am-i')?.commands[0]
      : undefined
  return command ? { kind: 'copy-caller-check', command } : null
}

/** Is the policy that denies to be corrected? Nobody asks for an exception from a mistake. */
const isToCorrect = ({ answer, instructions: [first] }: ActionSources): boolean =>
  answer.decision === 'explicitDeny' && first?.kind === 'setting'

/** Does whoever calls make the call pass without anybody else, as with an option or a new sign-in? Nobody is asked first. */
const isDoneByCall = ({ answer: { decision }, instructions }: ActionSources): boolean => {
  const [first] = instructions
  if (first === undefined || !isOfCallFirst(instructions)) return false
  return decision === 'implicitDeny' || first.commands.length > 0 || first.isOwn === true
}

/** Where nothing tells whose policy it is, it is looked for before anybody is asked. */
const request: Offer = (remedy) => {
  const { answer, message } = remedy
  const isOpen = answer.basis === 'likely' && answer.layer === 'none'
  if (message && isDoneByCall(remedy)) return { kind: 'none' }
  return message && !hasBlank(message.text) && !isOpen && !isToCorrect(remedy)
    ? { kind: 'copy-request', text: message.text }
    : null
}

/** Is there nothing to fetch, since what is known decides and no policy is to be changed? */
const isSettled = ({ basis }: Answer, fixes: readonly Fix[], instructions: readonly Instruction[]): boolean =>
  basis === 'proven' && fixes.length === 0 && instructions.length > 0

/** Does the service say in words of its own what it is? Then what shows that comes before the policies of other layers. */
const isSaid = ({ basis, causes: [first] }: Answer): boolean =>
  basis === 'likely' && first !== undefined && Object.hasOwn(SITUATIONS, first.code)

/** No policy is to be fetched where none is the cause. */
const script: Offer = ({ answer, script: whole, steps, fixes, instructions }) => {
  if ((answer.decision === 'none' && answer.basis !== 'open') || isSettled(answer, fixes, instructions)) return null
  // A missing Allow that is proven is not looked for in other layers.
  if (answer.basis === 'proven' && answer.decision === 'implicitDeny') return null
  const { layer } = answer
  const isHere = (answer.fact?.evidence ?? null) !== null
  // Whose policy it is, need not be asked where it is here.
  const needed = neededWithCommand(steps).filter(({ code }) => !isHere || code !== 'who-am-i')
  // AWS named the layer, and its statement is here: only what that statement tests is still to be looked up, unless a table says what is wrong.
  if (answer.basis === 'claimed' && instructions.length > 0 && isHere)
    return isKnownCause(answer.causes[0]?.code ?? '') ? null : copied('copy-script', looksUp(needed))
  // What a session was given, whoever made it knows; what nobody can edit, need not be seen.
  if (instructions[0]?.isAlone === true || (layer === 'session' && instructions.length > 0)) return null
  const ofLayer = needed.find(({ settles: { layers } }) => layers.length === 0 || layers.some((one) => one === layer))
  // Where AWS names the layer or a policy here shows it, and what to do is said, those of other layers tell nothing of it.
  const isSeen = answer.basis === 'claimed' || isHere
  const isTold = instructions.length > 0 || (isSeen && fixes.length > 0)
  const isShown = isTold && needed.length > 0 && ofLayer === undefined
  if (isShown || needsName(needed, layer)) return null
  return copied('copy-script', isSaid(answer) ? ofLayer?.commands[0] : (whole ?? needed[0]?.commands[0]))
}

/** Where the likely layer can’t be fetched, since nothing names whose it is: what shows one of its causes comes before the policies of other layers. */
const checkOfLayer: Offer = (remedy) => {
  const {
    answer: { basis, layer, causes },
    steps,
  } = remedy
  if (basis !== 'likely' || layer === null || layer === 'none') return null
  if (neededWithCommand(steps).some(({ settles: { layers } }) => layers.includes(layer))) return null
  const command = causes
    .filter((cause) => cause.layer === layer)
    .flatMap(({ check: look }) => look?.command ?? [])
    .find((one) => !hasBlank(one.bash) && !fetchesGiven(remedy, one))
  return command ? { kind: 'copy-command', command: { ...command, is: 'run', of: null } } : null
}

/** Where no policy is to be changed or fetched: what shows whether the likeliest cause is it. */
const check: Offer = (remedy) => {
  const {
    answer: { basis, causes, noPolicy },
    instructions,
  } = remedy
  const looks = noPolicy
    ? instructions
        .toSorted((one, other) => Number(other.kind === 'check') - Number(one.kind === 'check'))
        .flatMap(({ commands }) => commands)
        .filter(({ is, bash }) => is === 'run' && !hasBlank(bash) && showsOnly(bash))
    : []
  const command = basis === 'likely' && !noPolicy ? causes[0]?.check?.command : looks[0]
  return command && !hasBlank(command.bash) && !fetchesGiven(remedy, command)
    ? { kind: 'copy-command', command: { ...command, is: 'run', of: null } }
    : null
}

/** What the service says has a check of its own: it comes before a search for any denial, also where a name is to be filled in. */
const checkOfSaid: Offer = (remedy) => {
  const { answer } = remedy
  if (!isSaid(answer)) return null
  // What is to be done with a name filled in comes before a look that needs one too.
  const isToldAlready = remedy.instructions.length > 0
  const own = answer.noPolicy || isToldAlready ? undefined : answer.causes[0]?.check?.command
  return (
    check(remedy) ??
    (own && !fetchesGiven(remedy, own) ? { kind: 'copy-command', command: { ...own, is: 'run', of: null } } : null)
  )
}

/** In this order; the first that has something to offer is what to do first. */
const OFFERS: readonly Offer[] = [
  decode,
  instruct,
  behindCall(apply),
  behindCall(together),
  askQuestion,
  behindCall(askWho),
  behindCall(statement),
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

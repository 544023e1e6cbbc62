import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { hasBlank } from '../../text/blank'
import { fieldsOf } from '../../text/fields'
import { own } from '../../text/own'
import type { Answer } from '../answer'
import type { Fix } from '../explanation'
import type { Instruction } from '../instruction'
import { namesPrincipals } from '../../iam/layers'
import { isKnownCause } from '../../knowledge/likely-causes'
import { copied, firstFix, type ActionSources, type Offer } from './action-offer'
import { fetchesGiven, looksUp, needsName, neededWithCommand, showsOnly } from './look-commands'

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

/** Does the service say in words of its own what it is? Then what shows that comes before the policies of other layers. */
export const isSaid = ({ basis, causes: [first] }: Answer): boolean =>
  basis === 'likely' && first !== undefined && Object.hasOwn(SITUATIONS, first.code)

/** Is it known what to do about what the service says? Then no look at anything else comes first. */
const saysWhatToDo = ({ answer, fixes, instructions }: ActionSources): boolean =>
  isSaid(answer) && (fixes.length > 0 || instructions.length > 0)

/** Where AWS gives no reason and the text no caller: who called tells most causes apart, unless the service says what to do. */
export const askWho: Offer = (remedy) => {
  const { answer, steps, fixes } = remedy
  const isAsked = answer.basis === 'likely' && answer.decision !== 'none' && !isForService(fixes)
  const command =
    isAsked && !isPlaced(answer, fixes) && !saysWhatToDo(remedy)
      ? steps.find(({ code }) => code === 'who-am-i')?.commands[0]
      : undefined
  return command ? { kind: 'copy-caller-check', command } : null
}

/** Was it no caller whom the service refused, but itself or its role? Then nobody asks for more in its name. */
export const isOfService = ({ causes: [first] }: Answer): boolean =>
  /amazonaws|-role$|^service$/.test(own<SituationShape>(SITUATIONS, first?.code ?? '')?.refused ?? '')

/** Is there nothing to fetch, since what is known decides and no policy is to be changed? */
const isSettled = ({ basis }: Answer, fixes: readonly Fix[], instructions: readonly Instruction[]): boolean =>
  basis === 'proven' && fixes.length === 0 && instructions.length > 0

/** No policy is to be fetched where none is the cause. */
export const script: Offer = (remedy) => {
  const { answer, script: whole, steps, fixes, instructions } = remedy
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
  const isFetched = needed.some(({ settles: { layers } }) => layers.some((one) => one === layer))
  const isNamed = layer !== undefined && layer !== 'none'
  const isMended = isSeen && answer.decision === 'implicitDeny' && isNamed && fixes.length > 0 && !isFetched
  const isShown = isMended || (isTold && needed.length > 0 && ofLayer === undefined)
  if (isShown || needsName(needed, layer)) return null
  // What a service says to do comes before a search for any denial.
  const isSearch = ofLayer?.code === 'who-am-i' || ofLayer?.settles.layers.length === 0
  if (isSearch && saysWhatToDo(remedy)) return null
  return copied('copy-script', isSaid(answer) ? ofLayer?.commands[0] : (whole ?? needed[0]?.commands[0]))
}

/** Where the likely layer can’t be fetched, since nothing names whose it is: what shows one of its causes comes before the policies of other layers. */
export const checkOfLayer: Offer = (remedy) => {
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
export const check: Offer = (remedy) => {
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
export const checkOfSaid: Offer = (remedy) => {
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

import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { hasBlank } from '../../text/blank'
import { fieldsOf } from '../../text/fields'
import type { ShellCommand } from '../../text/shell-quote'
import { own } from '../../text/own'
import type { Answer } from '../answer'
import type { Fix, NextStep } from '../explanation'
import { toRun } from '../instruction'
import { namesPrincipals } from '../../iam/layers'
import { isKnownCause } from '../../knowledge/likely-causes'
import { copied, firstFix, type ActionSources, type Offer } from './action-offer'
import {
  fetchesGiven,
  looksUp,
  needsName,
  neededWithCommand,
  searchesEvents,
  settlesLayer,
  showsOnly,
} from './look-commands'

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

/** Is there nothing to fetch: no policy is the cause, or what is known decides? A missing Allow that is proven is not looked for in other layers. */
const isSettled = ({ answer: { basis, decision }, fixes, instructions }: ActionSources): boolean =>
  (decision === 'none' && basis !== 'open') ||
  (basis === 'proven' && (decision === 'implicitDeny' || (fixes.length === 0 && instructions.length > 0)))

/** Is the statement that the answer stands on here? */
const isHere = ({ fact }: Answer): boolean => (fact?.evidence ?? null) !== null

/** What shows the layer of the answer, or a part of the request that all layers ask for. */
const lookAt = (needed: readonly NextStep[], layer: Answer['layer']): NextStep | undefined =>
  needed.find((step) => step.settles.layers.length === 0 || settlesLayer(step, layer))

/** Is it said what to do about a layer that AWS names or that is here, while only policies of other layers are left to fetch? They tell nothing of it. */
function isOfOthers({ answer, fixes, instructions }: ActionSources, needed: readonly NextStep[]): boolean {
  const { basis, decision, layer } = answer
  const isSeen = basis === 'claimed' || isHere(answer)
  const isMended = isSeen && decision === 'implicitDeny' && layer !== 'none' && fixes.length > 0
  if (isMended && !needed.some((step) => settlesLayer(step, layer))) return true
  const isTold = instructions.length > 0 || (isSeen && fixes.length > 0)
  return isTold && needed.length > 0 && lookAt(needed, layer) === undefined
}

/** Is it a search for an event, where it is said what to do? */
const isIdleSearch = ({ instructions }: ActionSources, { bash }: ShellCommand): boolean =>
  instructions.length > 0 && searchesEvents(bash)

/** Is it such a search, where the call is to be changed? What is to be looked up is said as a look. */
const isIdleLook = ({ instructions: [first] }: ActionSources, { bash }: ShellCommand): boolean =>
  first !== undefined && (first.kind ?? 'call') === 'call' && searchesEvents(bash)

/** The policies that are missing, in one script; or only what is to be looked up. */
export const script: Offer = (remedy) => {
  const { answer, script: whole, steps, instructions } = remedy
  const { basis, layer } = answer
  if (isSettled(remedy)) return null
  // Whose policy it is, need not be asked where it is here.
  const needed = neededWithCommand(steps).filter(({ code }) => !isHere(answer) || code !== 'who-am-i')
  // AWS named the layer, and its statement is here: only what that statement tests is still to be looked up, unless a table says what is wrong.
  if (basis === 'claimed' && instructions.length > 0 && isHere(answer))
    return isKnownCause(answer.causes[0]?.code ?? '') ? null : copied('copy-script', looksUp(needed))
  // What a session was given, whoever made it knows; what nobody can edit, need not be seen.
  if (instructions[0]?.isAlone === true || (layer === 'session' && instructions.length > 0)) return null
  if (isOfOthers(remedy, needed) || needsName(needed, layer)) return null
  const look = lookAt(needed, layer)
  // What a service says to do comes before a search for any denial.
  const isSearch = look?.code === 'who-am-i' || look?.settles.layers.length === 0
  if (isSearch && saysWhatToDo(remedy)) return null
  const command = isSaid(answer) ? look?.commands[0] : (whole ?? needed[0]?.commands[0])
  return command && isIdleSearch(remedy, command) ? null : copied('copy-script', command)
}

/** AWS says that a layer does not allow, and what is given of it does: which of its policies are in effect, is what decides. */
export const inEffect: Offer = ({ answer: { basis, decision, causes } }) => {
  const isOtherwise =
    basis === 'claimed' && decision === 'implicitDeny' && causes.some(({ code }) => code === 'claim-differs')
  const command = isOtherwise ? causes[0]?.check?.command : undefined
  return command && !hasBlank(command.bash) ? copied('copy-script', command) : null
}

/** Where the likely layer can’t be fetched, since nothing names whose it is: what shows one of its causes comes before the policies of other layers. */
export const checkOfLayer: Offer = (remedy) => {
  const {
    answer: { basis, layer, causes },
    steps,
  } = remedy
  if (basis !== 'likely' || layer === null || layer === 'none') return null
  if (neededWithCommand(steps).some((step) => settlesLayer(step, layer))) return null
  const command = causes
    .filter((cause, at) => cause.layer === layer && (at === 0 || remedy.instructions.length === 0))
    .flatMap(({ check: look }) => look?.command ?? [])
    .find((one) => !hasBlank(one.bash) && !fetchesGiven(remedy, one))
  return command ? { kind: 'copy-command', command: toRun(command) } : null
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
  return command && !hasBlank(command.bash) && !fetchesGiven(remedy, command) && !isIdleLook(remedy, command)
    ? { kind: 'copy-command', command: toRun(command) }
    : null
}

/**
 * What the service says has a check of its own: it comes before a search for any denial. One that needs a name stands
 * with its cause, and no search takes its place.
 */
export const checkOfSaid: Offer = (remedy) => {
  const { answer } = remedy
  if (!isSaid(answer)) return null
  const own = answer.noPolicy || remedy.instructions.length > 0 ? undefined : answer.causes[0]?.check?.command
  const looked = check(remedy)
  if (looked || !own || fetchesGiven(remedy, own)) return looked
  return hasBlank(own.bash) ? { kind: 'none' } : { kind: 'copy-command', command: toRun(own) }
}

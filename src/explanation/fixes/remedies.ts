import { hasBlank } from '../../text/blank'
import type { CasePolicies } from '../../case/access-case'
import { policiesOfLayer } from '../../case/layer-policies'
import { CASE_LAYERS, LAYERS, type CaseLayer } from '../../iam/layers'
import type { Denial } from '../../denial/denial'
import type { Draft } from '../../draft/draft'
import type { Answer } from '../answer'
import { answerFixes } from './answer-fixes'
import { combineFixes, type CombinedChanges } from './combine-fixes'
import { takesOptions } from './takes-options'
import { ownCommand } from './own-command'
import { ownerMessage, type OwnerMessage } from './owner-message'
import type { PrimaryAction } from './action-offer'
import { copiedWhole, primaryAction } from './primary-action'
import { explainChecklist } from '../steps/checklist'
import type { ShellCommand } from '../../text/shell-quote'
import type { ChecklistItem, Fix, NextStep } from '../explanation'
import type { Instruction } from '../instruction'
import { fixScopes, type FixScope } from './fix-scopes'
import { remembering, type JudgedCase } from '../judged-case'
import { explainNextSteps } from '../steps/next-steps'
import { oneScript } from '../steps/one-script'
import { whatToDo } from './what-to-do'

/** What there is to repair: a judged case, and what is answered of it. */
export interface RepairInput {
  readonly judged: JudgedCase
  readonly answer: Answer
  /** The other denials of the paste, and the draft that they are judged in; null: there is one. */
  readonly together: { readonly draft: Draft; readonly denials: readonly Denial[] } | null
}

/** What can be done about a denial. */
export interface Remedy {
  /** What to do that changes no policy: to be done first, or where none is the cause. */
  readonly instructions: readonly Instruction[]
  readonly fixes: readonly Fix[]
  /** One change in place of one for each denial of the paste. */
  readonly combined: CombinedChanges
  /** What to send to whoever owns the policy in the way. */
  readonly message: OwnerMessage | null
  readonly steps: readonly NextStep[]
  /** One script in place of the steps that fetch policies. */
  readonly script: ShellCommand | null
  /** The layers of which policies are here, or are said not to be. */
  readonly given: readonly CaseLayer[]
  readonly checklist: readonly ChecklistItem[]
  /** The one thing to do first. */
  readonly primary: PrimaryAction
}

const NOTHING_COMBINED: CombinedChanges = { changes: [], explicitDenies: 0, whole: null, apart: null }

const givenLayers = (policies: CasePolicies): readonly CaseLayer[] =>
  CASE_LAYERS.filter(
    (layer) => policiesOfLayer(policies, layer).length > 0 || policies.noneAttached?.includes(LAYERS[layer].key),
  )

/** Fixes and next steps. Each fix is judged again, so this is worth its time only once the hand rests. */
export function explainRemedies({ judged: given, answer, together }: RepairInput): Remedy {
  const judged = remembering(given)
  const { situationAnswers, policyMemory } = judged
  const fixes = answerFixes(judged, answer)
  const told = {
    instructions: whatToDo(judged, answer, fixes),
    fixes,
    combined: together ? combineFixes({ ...together, situationAnswers, policyMemory }) : NOTHING_COMBINED,
    message: ownerMessage(judged, answer, fixes),
    steps: explainNextSteps(judged),
    script: oneScript(judged, ({ bash }) => !hasBlank(bash)),
    given: givenLayers(judged.accessCase.policies),
  }
  const commandOf = (fix: Fix) => ownCommand(judged, fix)
  const sources = { answer, ...told, commandOf, takesOptions: takesOptions(judged.accessCase.error ?? '') }
  return { ...told, primary: primaryAction(sources), checklist: explainChecklist(judged) }
}

/** A remedy, and for each of its fixes how far it can reach. */
export interface Treatment {
  readonly remedy: Remedy
  readonly reaches: readonly (readonly FixScope[])[]
}

/** The remedy with all the reaches that can be chosen: each is compared with what was allowed before, which takes its time too. */
export function explainTreatment(input: RepairInput): Treatment {
  const judged = remembering(input.judged)
  const remedy = explainRemedies({ ...input, judged })
  return { remedy, reaches: remedy.fixes.map((fix) => (fix.least ? fixScopes(judged, fix) : [])) }
}

/** A remedy whose least fixes reach as far as is chosen. */
export interface ScopedRemedy extends Remedy {
  /** How far they can reach, the narrowest first; none where they have one reach only. */
  readonly scopes: readonly string[]
  /** The number in the list of fixes, counted from 1, of what the button does; null: it is a step, or a change of all. */
  readonly fixNumber: number | null
}

/** Does the first fix loosen what somebody else decided, so that whom to ask comes before it? */
export const asksFirst = (fixes: readonly Fix[]): boolean =>
  fixes.find(({ least }) => least)?.failed?.some(({ standard }) => standard === 'keeps guards') === true

/** The list of fixes has what changes no policy, then the fixes, with whom to ask before or behind them. */
function numberOf({ instructions, fixes }: Remedy, primary: PrimaryAction): number | null {
  const before = instructions.length
  if (primary.kind === 'copy-statement' || ('fix' in primary && primary.fix)) return before + 1
  if (primary.kind === 'copy-request')
    return before + 1 + (asksFirst(fixes) ? 0 : fixes.filter(({ least }) => least).length)
  const isOfCall = (bash: string) => instructions[0]?.commands.some((one) => one.bash === bash) === true
  return primary.kind === 'copy-command' && isOfCall(primary.command.bash) ? 1 : null
}

/** What to do first: about all denials of the paste where they are looked at together, about the one if it is looked at alone. */
function primaryOf(
  remedy: Remedy,
  { judged, answer }: Pick<RepairInput, 'judged' | 'answer'>,
  isTogether: boolean | null,
): PrimaryAction {
  const { whole } = remedy.combined
  if (isTogether && whole) return copiedWhole(whole)
  const combined = isTogether === null ? remedy.combined : NOTHING_COMBINED
  return primaryAction({
    ...remedy,
    answer,
    combined,
    commandOf: (fix) => ownCommand(judged, fix),
    takesOptions: takesOptions(judged.accessCase.error ?? ''),
  })
}

/**
 * The same remedy in one of its scopes, counted from 0. `isTogether`: whether the reader looks at all denials of the paste
 * or at one; null: that is open.
 */
export function scopeRemedy(
  { remedy, reaches }: Treatment,
  { judged, answer }: RepairInput,
  scope: number,
  isTogether: boolean | null,
): ScopedRemedy {
  const scopes = (reaches.find((one) => one.length > 0) ?? []).map(({ label }) => label)
  const fixes = scope === 0 ? remedy.fixes : remedy.fixes.map((fix, at) => reaches[at]?.[scope]?.fix ?? fix)
  const primary = primaryOf({ ...remedy, fixes }, { judged, answer }, isTogether)
  return { ...remedy, fixes, primary, scopes, fixNumber: numberOf({ ...remedy, fixes }, primary) }
}

import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import type { Decision } from '../evaluation/evaluation'
import { parsePolicy } from '../policy/parse-policy'
import { parseJson } from '../text/parse-json'
import type { Severity } from '../text/problem'
import { changeLayers } from './change-layers'
import { judge } from './judge'
import { openedBeside, type OpenedBeside } from './newly-opened'
import type { Lesson, Probe, RepairChange, Wanted } from './lesson'
import { probeDraft, type ToRepair } from './probe-draft'
import type { CaseLayer, Layer } from '../iam/layers'

/** The repaired policies under the request that tells what is not right with them. */
interface Telling {
  readonly telling: Draft
}

/** What became of a repair. */
export type RepairResult =
  /** It passes, with what the repair opens beside what was asked for; null where that was not looked for. */
  | { readonly outcome: 'works'; readonly beside: OpenedBeside | null }
  | (Telling & { readonly outcome: 'stillDenied'; readonly decision: Decision; readonly blocking: readonly Layer[] })
  /** It passes only under conditions on what nobody knows of this request. */
  | (Telling & { readonly outcome: 'depends'; readonly keys: readonly string[] })
  /** Policies that are not JSON, by name. */
  | { readonly outcome: 'unreadable'; readonly names: readonly string[] }
  /** Policies that are JSON, and that IAM would not take, by name. */
  | { readonly outcome: 'malformed'; readonly names: readonly string[] }
  /** The request passes, but not all that the task asks for: what is denied, and what may be. */
  | (Telling & {
      readonly outcome: 'tooNarrow'
      readonly lacks: readonly string[]
      readonly mayLack: readonly string[]
    })
  /** The request passes, and so do requests that must not, or may pass by what nobody knows. */
  | (Telling & { readonly outcome: 'tooOpen'; readonly opens: readonly string[]; readonly mayOpen: readonly string[] })
  /** The request itself was changed, so that another question was answered. */
  | { readonly outcome: 'otherQuestion' }

/** The request of a draft without the keys that the lesson lets be changed. */
function questionOf(draft: Draft, freeKeys: readonly string[]): string {
  const { principal, action, resource, resourceAccount, context } = buildCase(draft).accessCase.request
  const free = new Set(freeKeys.map((key) => key.toLowerCase()))
  const fixed = Object.entries(context ?? {}).filter(([key]) => !free.has(key.toLowerCase()))
  return JSON.stringify([principal, action, resource, resourceAccount ?? null, fixed.sort()])
}

interface Written {
  readonly layer: CaseLayer
  readonly name: string
  readonly text: string
}

const hasError = ({ problems }: { readonly problems: readonly { readonly severity: Severity }[] }) =>
  problems.some(({ severity }) => severity === 'error')

const isNoJson = ({ text }: Written) => hasError(parseJson(text))
const isMalformed = ({ layer, text }: Written) => hasError(parsePolicy(text, layer))

/**
 * Tries a repair: the request and all that is wanted must pass, every probe must not. Any repair that does so works; what
 * it opens besides is looked for over `actions`, those of AWS's reference.
 */
export function checkRepair(
  { draft, repair }: ToRepair,
  repaired: Draft,
  actions: readonly string[] | null = null,
): RepairResult {
  const { keys = [], wants = [] } = repair
  if (questionOf(draft, keys) !== questionOf(repaired, keys)) return { outcome: 'otherQuestion' }
  const written = repair.layers.flatMap((layer) =>
    draftPoliciesOf(repaired.layers, layer).map((policy): Written => ({ layer, ...policy })),
  )
  const namesOf = (isWrong: (policy: Written) => boolean) => written.filter(isWrong).map(({ name }) => name)
  const unreadable = namesOf(isNoJson)
  if (unreadable.length > 0) return { outcome: 'unreadable', names: unreadable }
  const malformed = namesOf(isMalformed)
  if (malformed.length > 0) return { outcome: 'malformed', names: malformed }
  const { decision, blocking, dependsOn } = judge(repaired)
  if (decision === 'depends') return { outcome: 'depends', keys: dependsOn.keys, telling: repaired }
  if (decision !== 'allowed') return { outcome: 'stillDenied', decision, blocking, telling: repaired }
  const decided = <One extends Probe | Wanted>(all: readonly One[]) =>
    all.map((one) => ({ one, decision: judge(probeDraft(repaired, one)).decision }))
  const opened = decided(repair.probes)
  const open = opened.filter(({ decision }) => decision === 'allowed').map(({ one }) => one)
  const mayBeOpen = opened.filter(({ decision }) => decision === 'depends').map(({ one }) => one)
  const [telling] = [...open, ...mayBeOpen]
  if (telling)
    return {
      outcome: 'tooOpen',
      opens: open.map(({ opens }) => opens),
      mayOpen: mayBeOpen.map(({ opens }) => opens),
      telling: probeDraft(repaired, telling),
    }
  const asking = decided(wants)
  const mayLack = asking.filter(({ decision }) => decision === 'depends').map(({ one }) => one)
  const lacking = asking.filter(({ decision }) => /Deny$/.test(decision)).map(({ one }) => one)
  const [missing] = [...lacking, ...mayLack]
  if (missing)
    return {
      outcome: 'tooNarrow',
      lacks: lacking.map(({ what }) => what),
      mayLack: mayLack.map(({ what }) => what),
      telling: probeDraft(repaired, missing),
    }
  // Where nobody says what is meant, all that a repair opens may be.
  if (actions === null || !repair.solution) return { outcome: 'works', beside: null }
  const wanted = { ...changed(draft, repair.solution), context: repaired.context }
  const asked = wants.flatMap(({ request }) => request ?? [])
  return { outcome: 'works', beside: openedBeside({ before: draft, after: repaired, wanted }, actions, asked) }
}

function changed(draft: Draft, { layers = {}, context = {} }: RepairChange): Draft {
  return { ...changeLayers(draft, layers), context: { ...draft.context, ...context } }
}

/** The draft after the repair that the lesson shows, or after the one that opens too much. */
export const applyRepair = (lesson: Lesson, which: 'solution' | 'tooOpen'): Draft =>
  changed(lesson.draft, lesson.repair[which])

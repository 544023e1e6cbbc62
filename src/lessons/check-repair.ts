import { buildCase } from '../draft/build-case'
import type { ContextEdit, Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit-layers'
import type { Decision } from '../evaluation/evaluation'
import { parseJson } from '../text/parse-json'
import { changeLayers } from './change-layers'
import { judge } from './judge'
import { openedBeside, type OpenedBeside } from './newly-opened'
import type { Lesson, Probe, Wanted } from './lesson'
import type { CaseLayer, Layer } from '../iam/layers'

/** What became of a repair. */
export type RepairResult =
  /** It passes, with what the repair opens beside what was asked for; null where that was not looked for. */
  | { readonly outcome: 'works'; readonly beside: OpenedBeside | null }
  | { readonly outcome: 'stillDenied'; readonly decision: Decision; readonly blocking: readonly Layer[] }
  /** It passes only under conditions on what nobody knows of this request. */
  | { readonly outcome: 'depends'; readonly keys: readonly string[] }
  /** Policies that are not JSON, by name. */
  | { readonly outcome: 'unreadable'; readonly names: readonly string[] }
  /** The request passes, but not all that the task asks for. */
  | { readonly outcome: 'tooNarrow'; readonly lacks: readonly string[] }
  /** The request passes, and so do requests that must not. */
  | { readonly outcome: 'tooOpen'; readonly opens: readonly string[] }
  /** The request itself was changed, so that another question was answered. */
  | { readonly outcome: 'otherQuestion' }

const editOf = (value: string | null): ContextEdit =>
  value === null ? { state: 'absent' } : { state: 'known', values: [value] }

/** The same policies under another request. */
function probeDraft(draft: Draft, probe: Probe | Wanted): Draft {
  const bare = 'hasNoPolicy' in probe ? changeLayers(draft, { identity: [] }) : draft
  const edits = Object.entries(probe.context ?? {}).map(([key, value]) => [key, editOf(value)] as const)
  return {
    ...bare,
    request: { ...draft.request, ...probe.request },
    context: { ...draft.context, ...Object.fromEntries(edits) },
  }
}

/** The request of a draft without the keys that the lesson lets be changed. */
function questionOf(draft: Draft, freeKeys: readonly string[]): string {
  const { principal, action, resource, resourceAccount, context } = buildCase(draft).accessCase.request
  const free = new Set(freeKeys.map((key) => key.toLowerCase()))
  const fixed = Object.entries(context ?? {}).filter(([key]) => !free.has(key.toLowerCase()))
  return JSON.stringify([principal, action, resource, resourceAccount ?? null, fixed.sort()])
}

/** The policies of a lesson's layers whose text is no JSON. */
function unreadableIn({ layers }: Draft, editable: readonly CaseLayer[]): readonly string[] {
  return editable
    .flatMap((layer) => draftPoliciesOf(layers, layer))
    .filter(({ text }) => parseJson(text).problems.some(({ severity }) => severity === 'error'))
    .map(({ name }) => name)
}

/**
 * Tries a repair: the request and all that is wanted must pass, every probe must not. Any repair that does so works; what
 * it opens besides is looked for over `actions`, those of AWS's reference.
 */
export function checkRepair(lesson: Lesson, repaired: Draft, actions: readonly string[] | null = null): RepairResult {
  const { repair, draft } = lesson
  const keys = repair.keys ?? []
  if (questionOf(draft, keys) !== questionOf(repaired, keys)) return { outcome: 'otherQuestion' }
  const names = unreadableIn(repaired, repair.layers)
  if (names.length > 0) return { outcome: 'unreadable', names }
  const { decision, blocking, dependsOn } = judge(repaired)
  if (decision === 'depends') return { outcome: 'depends', keys: dependsOn.keys }
  if (decision !== 'allowed') return { outcome: 'stillDenied', decision, blocking }
  const opens = repair.probes.filter((probe) => {
    const found = judge(probeDraft(repaired, probe)).decision
    return found === 'allowed' || found === 'depends'
  })
  if (opens.length > 0) return { outcome: 'tooOpen', opens: opens.map((probe) => probe.opens) }
  const lacking = (repair.wants ?? []).filter((wanted) => judge(probeDraft(repaired, wanted)).decision !== 'allowed')
  if (lacking.length > 0) return { outcome: 'tooNarrow', lacks: lacking.map(({ what }) => what) }
  if (actions === null) return { outcome: 'works', beside: null }
  const wanted = { ...applyRepair(lesson, 'solution'), context: repaired.context }
  const asked = (repair.wants ?? []).flatMap(({ request }) => request ?? [])
  return { outcome: 'works', beside: openedBeside({ before: draft, after: repaired, wanted }, actions, asked) }
}

/** The draft after the repair that the lesson shows, or after the one that opens too much. */
export function applyRepair(lesson: Lesson, which: 'solution' | 'tooOpen'): Draft {
  const { layers = {}, context = {} } = lesson.repair[which]
  const changed = changeLayers(lesson.draft, layers)
  return { ...changed, context: { ...changed.context, ...context } }
}

import { buildCase } from '../draft/build-case'
import type { ContextEdit, Draft } from '../draft/draft'
import type { Decision, Layer } from '../evaluation/evaluation'
import { judge } from './judge'
import type { LayerChange, Lesson, Probe } from './lesson'

/** What became of a repair. */
export type RepairResult =
  | { readonly outcome: 'works' }
  | { readonly outcome: 'stillDenied'; readonly decision: Decision; readonly blocking: readonly Layer[] }
  /** The request passes, and so do requests that must not. */
  | { readonly outcome: 'tooOpen'; readonly opens: readonly string[] }
  /** The request itself was changed, so that another question was answered. */
  | { readonly outcome: 'otherQuestion' }

/** A draft with the policies of some layers replaced; a layer without policies has none attached. */
export function changeLayers(draft: Draft, change: LayerChange): Draft {
  const { scps, rcps, ...rest } = change
  const tree = (levels: NonNullable<typeof scps>) => ({ state: levels.length > 0 ? 'given' : 'none', levels }) as const
  const layers = Object.fromEntries(
    Object.entries(rest).map(([layer, policies]) => [
      layer,
      { state: policies.length > 0 ? 'given' : 'none', policies } as const,
    ]),
  )
  return {
    ...draft,
    layers: {
      ...draft.layers,
      ...layers,
      ...(scps ? { scps: tree(scps) } : {}),
      ...(rcps ? { rcps: tree(rcps) } : {}),
    },
  }
}

const editOf = (value: string | null): ContextEdit =>
  value === null ? { state: 'absent' } : { state: 'known', values: [value] }

/** The same policies under another request. */
function probeDraft(draft: Draft, probe: Probe): Draft {
  const edits = Object.entries(probe.context ?? {}).map(([key, value]) => [key, editOf(value)] as const)
  return {
    ...draft,
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

/** Tries a repair: the request must pass, every probe must not. Any repair that does both works. */
export function checkRepair(lesson: Lesson, repaired: Draft): RepairResult {
  const { repair, draft } = lesson
  const keys = repair.keys ?? []
  if (questionOf(draft, keys) !== questionOf(repaired, keys)) return { outcome: 'otherQuestion' }
  const { decision, blocking } = judge(repaired)
  if (decision !== 'allowed') return { outcome: 'stillDenied', decision, blocking }
  const opens = repair.probes.filter((probe) => {
    const found = judge(probeDraft(repaired, probe)).decision
    return found === 'allowed' || found === 'depends'
  })
  return opens.length === 0 ? { outcome: 'works' } : { outcome: 'tooOpen', opens: opens.map((probe) => probe.opens) }
}

/** The draft after the repair that the lesson shows, or after the one that opens too much. */
export function applyRepair(lesson: Lesson, which: 'solution' | 'tooOpen'): Draft {
  const { layers = {}, context = {} } = lesson.repair[which]
  const changed = changeLayers(lesson.draft, layers)
  return { ...changed, context: { ...changed.context, ...context } }
}

import type { ContextEdit, Draft } from '../draft/draft'
import { changeLayers } from './change-layers'
import type { Probe, RepairTask, Wanted } from './lesson'

/** A case to repair: a lesson, or what else asks for it. */
export interface ToRepair {
  readonly draft: Draft
  readonly repair: RepairTask
}

const editOf = (value: string | null): ContextEdit =>
  value === null ? { state: 'absent' } : { state: 'known', values: [value] }

/** The same policies under another request. */
export function probeDraft(draft: Draft, probe: Probe | Wanted): Draft {
  const bare = 'hasNoPolicy' in probe ? changeLayers(draft, { identity: [] }) : draft
  const edits = Object.entries(probe.context ?? {}).map(([key, value]) => [key, editOf(value)] as const)
  return {
    ...bare,
    request: { ...draft.request, ...probe.request },
    context: { ...draft.context, ...Object.fromEntries(edits) },
  }
}

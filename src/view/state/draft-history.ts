import { EMPTY_DRAFT, type Draft } from '../../draft/draft'

/** The draft with the way back and the way forward. */
export interface DraftHistory {
  readonly past: readonly Draft[]
  readonly draft: Draft
  readonly future: readonly Draft[]
  /** The group of the last edit: edits of one group in a row are one step back. */
  readonly group: string | null
}

/** What can happen to the draft: a pure edit, a step back or forward, or another draft altogether. */
export type DraftAction =
  | { readonly kind: 'edit'; readonly edit: (draft: Draft) => Draft; readonly group?: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'open'; readonly draft: Draft }

/** Takes the credentials out of a draft that takes the place of another. */
export type CleanDraft = (next: Draft, before: Draft) => Draft

const STEPS_KEPT = 200

/** The history of a fresh page. */
export const EMPTY_HISTORY: DraftHistory = { past: [], draft: EMPTY_DRAFT, future: [], group: null }

/** The next history. An edit that changes nothing leaves the history as it is; no credential comes into it. */
export function reduceHistory(history: DraftHistory, action: DraftAction, clean: CleanDraft): DraftHistory {
  const { past, draft, future } = history
  switch (action.kind) {
    case 'edit': {
      const next = clean(action.edit(draft), draft)
      if (next === draft) return history
      const group = action.group ?? null
      if (group !== null && group === history.group) return { past, draft: next, future: [], group }
      return { past: [...past, draft].slice(-STEPS_KEPT), draft: next, future: [], group }
    }
    case 'open':
      return {
        past: [...past, draft].slice(-STEPS_KEPT),
        draft: clean(action.draft, draft),
        future: [],
        group: null,
      }
    case 'undo': {
      const before = past.at(-1)
      if (before === undefined) return history
      return { past: past.slice(0, -1), draft: before, future: [draft, ...future], group: null }
    }
    case 'redo': {
      const [after, ...rest] = future
      if (after === undefined) return history
      return { past: [...past, draft], draft: after, future: rest, group: null }
    }
  }
}

import { createContext, use, useSyncExternalStore } from 'react'
import type { Draft } from '../../draft/draft'
import type { Evidence } from '../../explanation/evidence'
import type { DiagnosisStore } from './diagnosis-store'
import type { PageDiagnosis } from './page-diagnosis'
import type { DraftAction } from './draft-history'
import type { CaseLayer } from '../../iam/layers'

/** The draft as a part of the page sees it, and the ways to change it. The hold itself never changes: ask it, or listen. */
export interface DraftHold {
  readonly get: () => Draft
  readonly subscribe: (listener: () => void) => () => void
  readonly dispatch: (action: DraftAction) => void
  /** Short for an edit action. Edits with the same group in a row are one step of undo. */
  readonly edit: (edit: (draft: Draft) => Draft, group?: string) => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** What the panes look at together: the layer whose tab is open, and the evidence to reveal in the editor. */
export interface Focus {
  readonly layer: CaseLayer
  readonly showLayer: (layer: CaseLayer) => void
  /** Did the reader choose that layer, since the last that came in? */
  readonly isLayerChosen: boolean
  /** The evidence last asked for. A second request for the same place has another `turn`. */
  readonly revealed: { readonly evidence: Evidence; readonly turn: number } | null
  /** Opens the layer's tab and shows the place in the editor. */
  readonly reveal: (evidence: Evidence) => void
  /** The step of the gates that is shown, by its place: a verdict that is worked out again keeps it. Null: the whole picture. */
  readonly step: number | null
  /** Shows a step, and the place in the text that it speaks of where the text stands beside the diagram. */
  readonly showStep: (step: number | null, evidence?: Evidence | null) => void
}

/** When what is done is judged, and each check of the call. */
export interface Judging {
  /** Now, where it is short: see `DiagnosisStore.settle`. */
  readonly now: () => void
  readonly stop: () => void
  readonly again: () => void
  /** See `Diagnoser.ofCheck`. */
  readonly ofCheck: DiagnosisStore['ofCheck']
}

/** Holds the way to stop the judging; read it with `useJudging`. */
export const JudgingContext = createContext<Judging | null>(null)
/** Holds the draft and its edits; read it with `useDraft`, `useDraftPart` or `useDraftHold`. */
export const DraftContext = createContext<DraftHold | null>(null)
/** Holds the diagnosis of the draft; read it with `useDiagnosis`. */
export const DiagnosisContext = createContext<PageDiagnosis | null>(null)
/** Holds what the page looks at; read it with `useFocus`. */
export const FocusContext = createContext<Focus | null>(null)

function required<T>(value: T | null): T {
  if (value === null) throw new Error('The workbench is missing above this component.')
  return value
}

/** The draft and the ways to change it, for who draws nothing of it. */
export function useDraftHold(): DraftHold {
  return required(use(DraftContext))
}

/**
 * A part of the draft, as it is now: who takes a part is drawn again where that part changes, and not at every key.
 * `select` gives the same object for the same draft.
 */
export function useDraftPart<Part>(select: (draft: Draft) => Part): Part {
  const { subscribe, get } = useDraftHold()
  return useSyncExternalStore(subscribe, () => select(get()))
}

const whole = (draft: Draft): Draft => draft

/** The whole draft and its edits; changes at every keystroke. */
export function useDraft(): Pick<DraftHold, 'dispatch' | 'edit'> & { readonly draft: Draft } {
  const { dispatch, edit } = useDraftHold()
  return { draft: useDraftPart(whole), dispatch, edit }
}

/** Is there a step back, and one forward? */
export function useSteps(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { subscribe, canUndo, canRedo } = useDraftHold()
  return { canUndo: useSyncExternalStore(subscribe, canUndo), canRedo: useSyncExternalStore(subscribe, canRedo) }
}

/** Everything that is derived from the draft; follows it a moment later. */
export function useDiagnosis(): PageDiagnosis {
  return required(use(DiagnosisContext))
}

/** The ways to judge at once, to stop what takes long, and to begin it again. */
export function useJudging(): Judging {
  return required(use(JudgingContext))
}

/** Which layer and which evidence the panes look at. */
export function useFocus(): Focus {
  return required(use(FocusContext))
}

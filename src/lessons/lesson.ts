import type { Draft, DraftLevel, DraftPolicy } from '../draft/draft'
import type { Expected } from './sketch'
import type { ByCaseLayer, CaseLayer, Layer } from '../iam/layers'

/** Something to look at before answering, and the layer that it is in. */
export interface LookAt {
  readonly text: string
  readonly layer?: CaseLayer
}

/** An answer to choose, and what to say to the person who chose it. */
export interface Option {
  readonly text: string
  readonly right?: true
  readonly reply: string
}

/** One step of the reveal: a sentence, and the gate that it speaks of. */
export interface RevealStep {
  readonly text: string
  readonly gate?: Layer
}

/** The policies of some layers, in place of those of the case. */
export type LayerChange = Partial<ByCaseLayer<readonly DraftPolicy[], readonly DraftLevel[]>>

/** A request beside the one of the case that a repair must not let through. */
export interface Probe {
  /** What would have been opened, as the end of "This repair also lets …". */
  readonly opens: string
  readonly request?: Draft['request']
  /** Context keys of the probe; null: absent. */
  readonly context?: Readonly<Record<string, string | null>>
  /** The principal is another one and has no policy of its own: the policies that are edited are not attached to it. */
  readonly hasNoPolicy?: true
}

/** A request beside the one of the case that the task asks for too, or that passed before. */
export interface Wanted {
  /** What would be missing, as in "The request passes, but … would be denied". */
  readonly what: string
  readonly request?: Draft['request']
  /** Context keys of the request; null: absent. */
  readonly context?: Readonly<Record<string, string | null>>
}

/** What may be changed, and what a repair is tried against. */
export interface RepairTask {
  /** Layers that may be edited. */
  readonly layers: readonly CaseLayer[]
  /** Keys of the context that may be set: repairs that change the request and no policy. */
  readonly keys?: readonly string[]
  /** Requests that must stay denied. */
  readonly probes: readonly Probe[]
  /** Requests that must pass as well. */
  readonly wants?: readonly Wanted[]
  /** The task names the caller's role, and none of its sessions: each of them must pass. */
  readonly isForRole?: boolean
  /** One repair that works. */
  readonly solution?: RepairChange
}

/** Policies and context keys in the place of those of the case. */
export interface RepairChange {
  readonly layers?: LayerChange
  readonly context?: Draft['context']
}

/** What the learner repairs. */
export interface Repair extends RepairTask {
  readonly task: string
  readonly hint: string
  /** Shown when asked for. */
  readonly solution: RepairChange
  /** One that opens too much. */
  readonly tooOpen: RepairChange
}

/** One idea of IAM's evaluation, taught on a case of real shape. */
export interface Lesson {
  readonly id: string
  readonly title: string
  readonly idea: string
  readonly draft: Draft
  readonly expect: Expected
  readonly look: readonly LookAt[]
  readonly question: { readonly text: string; readonly options: readonly Option[] }
  readonly reveal: readonly RevealStep[]
  readonly repair: Repair
  readonly remember: string
  readonly page: { readonly title: string; readonly url: string }
}

import type { CaseLayer } from '../iam/layers'

/** A request that the author of an exercise tries a repair with. What is empty is as in the case. */
export interface AskedProbe {
  readonly must: 'stayDenied' | 'beAllowed'
  /** What the request stands for, in the author's words; may be empty. */
  readonly words: string
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** Context keys that are otherwise; null: absent. */
  readonly context: Readonly<Record<string, string | null>>
}

/** The repair that an exercise asks for once its question is answered. */
export interface AskedRepair {
  /** The task, in the author's words. */
  readonly task: string
  /** The layers whose policies may be changed. */
  readonly layers: readonly CaseLayer[]
  readonly probes: readonly AskedProbe[]
  /** The texts of all policies of the case, in the order of its layers, as the author repairs it; none where it is missing. */
  readonly solution?: readonly string[]
}

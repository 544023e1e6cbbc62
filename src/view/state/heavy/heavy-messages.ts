import type { Draft } from '../../../draft/draft'
import type { PasteReading } from '../../../draft/paste/read-paste-with'
import type { Denial } from '../../../denial/denial'
import type { RepairInput, Treatment } from '../../../explanation/fixes/remedies'
import type { ManagedPolicyText } from '../../../policy/managed-names'
import type { ReferencePart } from '../../../reference/reference-part'
import type { PolicyAnswer, PolicyQuestion } from '../../../diagnosis/policy-answer'
import type { Diagnosis } from '../../../diagnosis/diagnosis'

/** A longer text is read in a worker, and a draft of more is judged there: it could hold up the page. In characters. */
export const LONGEST_HERE = 10_000

/** What was read beside the page, and what the page then need not look for. */
export interface FarReading {
  readonly reading: PasteReading
  /** Texts of it in which no secret is, each with what may be kept of it. */
  readonly looked: ReadonlyMap<string, string>
}

/** What the page asks of the worker, and what it answers, by the kind of work. */
export interface HeavyWork {
  readonly read: {
    readonly ask: {
      readonly text: string
      /** Null: what can be read without loading anything. */
      readonly readers: { readonly yaml: boolean; readonly managed: readonly ManagedPolicyText[] } | null
    }
    readonly answer: FarReading
  }
  readonly judge: {
    readonly ask: {
      readonly draft: Draft
      /** What is known of its paste; null where it was not read yet. */
      readonly denials: readonly Denial[] | null
      /** What was read of its paste is here: the answer leaves it out. */
      readonly isRead: boolean
      readonly reference: ReferencePart
    }
    readonly answer: Omit<Diagnosis, 'draft'>
  }
  readonly policy: {
    readonly ask: PolicyQuestion & { readonly reference: ReferencePart }
    readonly answer: PolicyAnswer
  }
  readonly remedy: { readonly ask: RepairInput; readonly answer: Treatment }
}

/** One kind of work that is done beside the page. */
export type HeavyKind = keyof HeavyWork

/** A request as it is sent. */
export type HeavyRequest = {
  readonly [Kind in HeavyKind]: { readonly kind: Kind; readonly ask: HeavyWork[Kind]['ask'] }
}[HeavyKind]

/** An answer as it comes; null: the work failed. */
export type HeavyAnswer = { readonly [Kind in HeavyKind]: HeavyWork[Kind]['answer'] }[HeavyKind] | null

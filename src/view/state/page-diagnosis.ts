import type { Diagnosis } from '../../diagnosis/diagnosis'

/** A diagnosis as the page has it. */
export interface PageDiagnosis extends Diagnosis {
  /** "pending": it is being worked out, and takes a while; "stopped": the user did not wait for it. */
  readonly progress: 'done' | 'pending' | 'stopped'
}

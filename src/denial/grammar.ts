import type { SituationId } from '../facts/situations/situations'
import type { Implied } from './denial-sentence'
import type { SaidSentence } from './speaking-service'

/** A sentence of an error, and what stands round it. */
export interface Read extends SaidSentence {
  /** A code or the name of an exception says that it is an error. */
  readonly isFramed: boolean
  /** The frame of an SDK names the operation or the code: then it is the caller who was refused. */
  readonly isCalled: boolean
}

/** What follows from the structure of a sentence. */
export interface Grammar {
  readonly situation?: SituationId
  readonly layer?: 'trust' | 'resource'
  readonly service?: string
  readonly named?: Readonly<Record<string, string>>
  readonly implies: Implied
}

/** A part of what is implied, where there is one. */
export const given = <K extends keyof Implied>(name: K, value: string | undefined): Implied =>
  value === undefined ? {} : { [name]: value }

/** Words of a refusal itself, where no service and no role is spoken of. */
export const DENIED =
  /\bdenied\b|\bAccessDenied\b|\binsufficient\b|\bforbidden\b|\b403\b|\bpermissions?\b|\bauthori[sz]ed\b|\bprivileges?\b/i

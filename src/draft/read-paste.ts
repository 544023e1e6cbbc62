import type { Denial } from '../denial/denial'
import { parseDenials } from '../denial/parse-denials'
import { findPolicies } from '../policy/find-policies'
import type { FoundPolicy } from '../policy/found-policy'

/** What a paste holds. */
export interface PasteReading {
  /** What may be kept of the paste; every span speaks of this text. */
  readonly text: string
  readonly denials: readonly Denial[]
  readonly policies: readonly FoundPolicy[]
}

/** Says what a paste holds: errors, policies, a case, a link. Never throws. */
export function readPaste(text: string): PasteReading {
  return { text, denials: parseDenials(text), policies: findPolicies(text) }
}

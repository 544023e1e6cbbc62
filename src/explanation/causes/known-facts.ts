import type { Cause } from '../answer'

/** What the tables know of a denial: what can have caused it, and who calls, where that says where a change belongs. */
export interface KnownFacts {
  readonly causes: readonly Cause[]
  readonly callers: readonly Cause[]
}

/** Nothing is known besides. */
export const NO_FACTS: KnownFacts = { causes: [], callers: [] }

/** Does the evidence show something of a cause that is known, and nothing refute it? */
export const isSupported = ({ ground, isRefuted }: Cause): boolean =>
  !isRefuted &&
  (ground === 'fact-supported' || ground === 'fact-shown' || ground === 'check-shown' || ground === 'call-shown')

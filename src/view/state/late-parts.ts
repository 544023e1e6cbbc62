import type { WholeParts } from '../../explanation/whole-parts'
import type { LatePart } from '../../text/lacks'

type Loads = { readonly [Part in LatePart]: () => Promise<WholeParts[Part]> }

/** The parts of an answer that a bare error can do without, by the name that asks for them. */
export const LATE_PARTS: Loads = {
  given: async () => (await import('../../explanation/late-given')).GIVEN_PART,
  rows: async () => (await import('../../explanation/late-rows')).ROW_MESSAGES,
}

/** Fetches them ahead; who needs one asks again. */
export function fetchLateParts(): void {
  for (const load of Object.values(LATE_PARTS)) void load().catch(() => undefined)
}

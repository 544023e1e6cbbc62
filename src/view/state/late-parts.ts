/** The parts of an answer that a bare error can do without, by the name that asks for them. */
export const LATE_PARTS = {
  given: () => import('../../explanation/late-given'),
  rows: () => import('../../explanation/late-rows'),
}

/** Fetches them ahead; who needs one asks again. */
export function fetchLateParts(): void {
  for (const load of Object.values(LATE_PARTS)) void load().catch(() => undefined)
}

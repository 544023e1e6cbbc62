import type { EventParts } from '../event-parts'
import { resourcePatternOf } from '../resource-kind'
import { readPart, writePart, type PartName } from '../scan/pack-parts'

/** Bytes that the different parts of a kind may take; what comes then is kept with less in it. */
export const PART_LIMITS: Readonly<Record<PartName, number>> = {
  caller: 40_000_000,
  call: 10_000_000,
  place: 25_000_000,
  answer: 15_000_000,
  target: 110_000_000,
  extra: 20_000_000,
}

/** What is kept of a part where there is no room for more that are different: who and what kind, and not each by itself. */
const THIN: { readonly [Name in PartName]: (part: EventParts[Name]) => EventParts[Name] } = {
  caller: ({ principal }) => ({ principal: { ...principal, name: principal.arn }, context: {} }),
  call: (call) => call,
  place: ({ region, recorder }) => ({ region, recorder, context: {} }),
  answer: ({ authorizationId: _, ...answer }) => ({ ...answer, message: null }),
  target: ({ resource, resourceAccount }) => ({
    resource: resource === null ? null : resourcePatternOf(resource),
    resourceAccount,
    resources: [],
  }),
  extra: () => ({ context: {} }),
}

/** The text of a part with less in it. */
export function thinPart<Name extends PartName>(name: Name, text: string): string {
  return writePart(name, THIN[name](readPart(name, text)))
}

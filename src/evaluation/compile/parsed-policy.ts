import { parsePolicy, type Mark } from '../../policy/parse-policy'
import type { Policy } from '../../policy/policy'
import { READING_ORDER, type Layer } from '../../iam/layers'
import { keepLast } from '../../text/keep-last'

/** How the holes of a case are put into its policies. */
export interface Marking {
  readonly mark: Mark
  /** Can a hole stand in a text? */
  readonly touches: (text: string) => boolean
}

/** So many texts of a type are remembered, as what was read of them: from key to key all but one stay as they are. */
const REMEMBERED = 64
const LONGEST = 20_000

const remembered = new Map(READING_ORDER.map((layer) => [layer, keepLast<Policy>(REMEMBERED)]))

/** A policy as it is read with the holes of a case; one in which none stands is read once, as long as it is asked for. */
export function parsedPolicy(document: unknown, layer: Layer, marking: Marking | null): Policy {
  const isAlike = typeof document === 'string' && document.length <= LONGEST && marking?.touches(document) !== true
  if (!isAlike) return parsePolicy(document, layer, marking?.mark ?? null)
  const read = () => parsePolicy(document, layer)
  return remembered.get(layer)?.(document, read) ?? read()
}

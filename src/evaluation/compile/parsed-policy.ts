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

/** What is asked of a policy: not the tree that it was read from. */
export interface ReadPolicy extends Omit<Policy, 'root'> {
  /** It is the very one that was given before for this text, and that is given for it again. */
  readonly isRemembered?: true
}

/** So many texts of a type are remembered: from key to key all but one stay as they are. */
const REMEMBERED = 64
const LONGEST_REMEMBERED = 20_000

const remembered = new Map(READING_ORDER.map((layer) => [layer, keepLast<{ policy: ReadPolicy | null }>(REMEMBERED)]))

/**
 * A policy as it is read with the holes of a case. What was read of one in which none stands is kept from the second
 * time on, as long as it is asked for: most texts are asked for once.
 */
export function parsedPolicy(document: unknown, layer: Layer, marking: Marking | null): ReadPolicy {
  const isAlike =
    typeof document === 'string' && document.length <= LONGEST_REMEMBERED && marking?.touches(document) !== true
  if (!isAlike) return parsePolicy(document, layer, marking?.mark ?? null)
  let isFirst = false
  const kept = remembered.get(layer)?.(document, () => {
    isFirst = true
    return { policy: null }
  })
  if (kept === undefined || isFirst) return parsePolicy(document, layer)
  return (kept.policy ??= withoutTree(parsePolicy(document, layer)))
}

const withoutTree = ({ version, statements, problems, valid }: Policy): ReadPolicy => ({
  version,
  statements,
  problems,
  valid,
  isRemembered: true,
})

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

/** Reads a policy with the holes of a case. */
export type ParsesPolicy = (document: unknown, layer: Layer, marking: Marking | null) => ReadPolicy

/** What was read of policies before, for who judges them again: it changes how long an evaluation takes, and nothing that it says. */
export interface PolicyMemory {
  readonly parsed: ParsesPolicy
}

/** Reads a policy anew. */
export const parseAnew: ParsesPolicy = (document, layer, marking) => parsePolicy(document, layer, marking?.mark ?? null)

/** So many texts of a type are remembered: from key to key all but one stay as they are. */
const REMEMBERED = 64
const LONGEST_REMEMBERED = 20_000

/**
 * A memory that holds nothing yet. What was read of a text in which no hole stands is kept from the second time on, as
 * long as it is asked for: most texts are asked for once.
 */
export function createPolicyMemory(): PolicyMemory {
  const remembered = new Map(READING_ORDER.map((layer) => [layer, keepLast<{ policy: ReadPolicy | null }>(REMEMBERED)]))
  return {
    parsed(document, layer, marking) {
      const isAlike =
        typeof document === 'string' && document.length <= LONGEST_REMEMBERED && marking?.touches(document) !== true
      if (!isAlike) return parseAnew(document, layer, marking)
      let isFirst = false
      const kept = remembered.get(layer)?.(document, () => {
        isFirst = true
        return { policy: null }
      })
      if (kept === undefined || isFirst) return parsePolicy(document, layer)
      return (kept.policy ??= withoutTree(parsePolicy(document, layer)))
    },
  }
}

const withoutTree = ({ version, statements, problems, valid }: Policy): ReadPolicy => ({
  version,
  statements,
  problems,
  valid,
  isRemembered: true,
})

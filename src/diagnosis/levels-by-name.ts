import type { DraftLevel } from '../draft/draft'
import type { CaseLayer } from '../iam/layers'
import { isAccountId } from '../iam/arn'
import { documentKey } from '../draft/paste/apply-found-policy'
import { FULL_AWS_ACCESS } from '../policy/organizations'

/** A policy of an organization, with the name that it was given under. */
export interface LevelText {
  readonly layer: CaseLayer
  readonly name: string
  readonly text: string
}

const LEVEL =
  /\s{0,3}\(?\b(?:attached (?:to|on)|on|at) (?:the )?(?:organi[sz]ation['’]?s? )?(?:(root)\b|((?:OU|organi[sz]ational unit) ["'`]?[\w./-]{1,80})|(ou-[a-z\d]{4,32}-[a-z\d]{8,32})|(?:account )?(\d{12})\b).{0,80}$/i

const ROOT = 'Root'

/** Above all the root, below the account. */
const depthOf = (target: string): number => (target === ROOT ? 0 : isAccountId(target) ? 2 : 1)

/**
 * The levels that the names of policies say they are attached to: "baseline (attached to OU Apps)". Null where a name says
 * none, all say the same, or FullAWSAccess is not among them: then it is not known what else hangs there.
 */
export function levelsByName(texts: readonly LevelText[]): readonly DraftLevel[] | null {
  const levels = new Map<string, DraftLevel>()
  for (const { name, text } of texts) {
    const found = LEVEL.exec(name)
    if (found === null) return null
    const [, root, unit, id, account] = found
    const target = root === undefined ? (unit ?? id ?? account ?? ROOT) : ROOT
    const policy = { name: name.slice(0, found.index).trim(), text }
    levels.set(target, { target, policies: [...(levels.get(target)?.policies ?? []), policy] })
  }
  const isWhole = texts.some(({ text }) => documentKey(text) === documentKey(FULL_AWS_ACCESS.text))
  return levels.size < 2 || !isWhole
    ? null
    : [...levels.values()].toSorted((one, other) => depthOf(one.target) - depthOf(other.target))
}

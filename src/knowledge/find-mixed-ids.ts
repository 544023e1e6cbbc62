import { howDenied, claimedLayer } from '../denial/denial'
import type { Layer } from '../iam/layers'
import type { Statement } from '../policy/policy'
import { allowsOf, mayCoverResource } from './given-policies'
import type { Clue, Facts, Observation, RowMatch } from './knowledge'
import { MIXED_IDS, type MixedIdRowId } from './mixed-ids'
import { matchOfRow } from './match-of-row'

const matchOf = (
  seen: Observation,
  id: MixedIdRowId,
  layer: Layer,
  clues: readonly Clue[],
  facts: Facts,
): RowMatch<MixedIdRowId> =>
  matchOfRow(seen, MIXED_IDS[id], { id, layer, decision: 'implicitDeny', strength: 'shown', for: clues, facts })

const IDENTITY_ID = /\$\{cognito-identity\.amazonaws\.com:sub\}/i

/** How code takes the subject out of the token of a user pool. */
const SUB_OF_TOKEN =
  /\bsub\b[^\n]{1,60}\b(?:getIdToken|id_?token)\b|\b(?:getIdToken|id_?token)\b[^\n]{1,60}\bsub\b|\b(?:payload|claims|attributes|userinfo|decoded|user)(?:\.|\[["'])sub\b|\buserSub\b|\buser ?pool[^\n]{1,60}\bsub\b|\bsub\b[^\n]{1,60}\buser ?pool/i

const UUID = /(?<![\w:-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/i

const textsOf = ({ resource, conditions }: Statement): readonly string[] => [
  ...(resource?.values.map(({ text }) => text) ?? []),
  ...conditions.flatMap(({ values }) => values.map(({ text }) => text)),
]

/** The id of an identity pool has a Region before it, which the subject of a user pool has not: what the call puts in its place. */
const subInCall = ({ resource, text }: Observation, written: string): string | null =>
  (written.startsWith('arn:') ? UUID.exec(resource ?? '')?.[0] : SUB_OF_TOKEN.exec(text)?.[0]) ?? null

/** The policy is for the id of an identity pool, and the call has the subject of a user pool. */
function subOfUserPool(seen: Observation): readonly RowMatch<MixedIdRowId>[] {
  const allows = allowsOf(seen.policies, 'identity', seen.action ?? '')
  const [found] = allows.flatMap(({ statement }) =>
    textsOf(statement)
      .filter((text) => IDENTITY_ID.test(text))
      .map((written) => ({ statement, written })),
  )
  const sub = found === undefined ? null : subInCall(seen, found.written)
  if (found === undefined || sub === null) return []
  const { statement, written } = found
  // A statement that is on something else is missed by that first, whatever its tests compare.
  const isMissedFirst = !written.startsWith('arn:') && !mayCoverResource(statement, seen.resource)
  const clues: readonly Clue[] = [
    { kind: isMissedFirst ? 'test-written' : 'resource-written', text: written },
    { kind: 'text', text: sub },
  ]
  const facts = { variable: IDENTITY_ID.exec(written)?.[0] ?? '' }
  const match = matchOf(seen, 'sub-of-user-pool', 'identity', clues, facts)
  return [isMissedFirst ? { ...match, strength: 'supported' } : match]
}

/** AWS shows a principal so once it was deleted. */
const UNIQUE_ID = /^A(?:ROA|IDA)[A-Z\d]{12,124}$/

/** The policy names nobody any more: the id of a user or role that was deleted. */
function deletedPrincipal(seen: Observation): readonly RowMatch<MixedIdRowId>[] {
  const claimed = claimedLayer(seen.denial)
  return (['resource', 'trust'] as const)
    .filter((layer) => claimed === null || claimed === layer)
    .flatMap((layer) =>
      allowsOf(seen.policies, layer, seen.action ?? '').flatMap(({ statement: { principal } }) => {
        const id =
          principal?.not === false ? principal.values.find(({ text }) => UNIQUE_ID.test(text))?.text : undefined
        return id === undefined
          ? []
          : [matchOf(seen, 'principal-by-id-of-deleted', layer, [{ kind: 'resource-written', text: id }], { id })]
      }),
    )
    .slice(0, 1)
}

/** Ids in policy and call that are of one person or thing, and not the same. */
export const findMixedIds = (seen: Observation): readonly RowMatch<MixedIdRowId>[] =>
  seen.action === null || howDenied(seen.denial) === 'explicitDeny'
    ? []
    : [...subOfUserPool(seen), ...deletedPrincipal(seen)]

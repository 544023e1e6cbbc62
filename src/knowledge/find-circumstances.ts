import { matchWildcard } from '../iam/wildcard'
import { CIRCUMSTANCES, type Circumstance, type CircumstanceId } from './circumstances'
import type { CheckTemplate, RowMatch, Clue, Observation } from './knowledge'
import { claimedLayer, factsOf, fill, textsIn } from './observe'
import { letsInEverybody, publicStatement, roleSparedAlone } from './given-policies'
import type { Layer } from '../iam/layers'

const DECISIONS = { explicit: 'explicitDeny', implicit: 'implicitDeny', none: 'none' } as const

/** What of a list is met; null: the row has no such list. */
type Met = readonly Clue[] | null

const matching = (patterns: readonly string[] | undefined, text: string | null, kind: Clue['kind']): Met => {
  if (patterns === undefined) return null
  const isMet = text !== null && patterns.some((pattern) => matchWildcard(pattern, text.toLowerCase()))
  return isMet ? [{ kind, text }] : []
}

const holding = (texts: readonly string[] | undefined, seen: Observation): Met =>
  texts === undefined ? null : textsIn(seen, texts)

const ofCall = (calls: readonly string[] | undefined, { isActionNamed, operation, action }: Observation): Met => {
  if (calls === undefined) return null
  if (isActionNamed) return []
  const met = [operation, action].some((name) => name !== null && calls.includes(name.toLowerCase()))
  return met ? [{ kind: 'bare', text: '' }] : []
}

const claimedBy = ({ claimed, decision }: Circumstance, { denial }: Observation): Met => {
  if (claimed === undefined && decision === undefined) return null
  const isMet =
    (claimed === undefined || (denial !== null && claimed.includes(denial.layer))) &&
    (decision === undefined || denial?.decision === decision)
  return isMet ? [{ kind: 'claimed', text: '' }] : []
}

const sparing = ({ sparesRoleAlone }: Circumstance, seen: Observation): Met => {
  if (sparesRoleAlone === undefined) return null
  const role = roleSparedAlone(seen)
  return role === null ? [] : [{ kind: 'test-written', text: `NotPrincipal: ${role}` }]
}

const changing = ({ isOfChange }: Circumstance, { denial }: Observation): Met =>
  isOfChange === undefined
    ? null
    : denial?.changedBefore === undefined || denial.decision === 'explicit'
      ? []
      : [{ kind: 'text', text: denial.changedBefore }]

const publicClues = ({ policies }: Observation): readonly Clue[] =>
  publicStatement(policies) === null ? [] : [{ kind: 'open-to-all', text: '"Principal": "*"' }]

/** Layers that limit requests whatever the caller's own policies allow. */
const LIMITS: ReadonlySet<Layer> = new Set<Layer>(['scp', 'rcp', 'endpoint'])

/** Does AWS name a layer in which nothing that the row says can be changed? */
const isBeside = ({ strength, layer, isOfAnyLayer }: Circumstance, seen: Observation): boolean => {
  const claimed = claimedLayer(seen)
  return strength === 'context' && layer === 'identity' && !isOfAnyLayer && claimed !== null && LIMITS.has(claimed)
}

/** A guard that denies shows what the call reaches besides what was asked. */
const isOfGuard = ({ isOfAnyLayer }: Circumstance, { denial }: Observation): boolean =>
  isOfAnyLayer === true && denial?.decision === 'explicit'

/** What holds whichever layer denies, denies as AWS says. */
const saidOf = ({ isOfAnyLayer }: Circumstance, { denial }: Observation): 'explicit' | 'implicit' =>
  isOfAnyLayer && denial?.decision === 'explicit' ? 'explicit' : 'implicit'

/** Clues that every such call has: a policy of the layer that is given says more. */
const OF_CALL: ReadonlySet<Clue['kind']> = new Set(['action-asked', 'resource-asked', 'caller', 'bare'])

const isWeak = (row: Circumstance, seen: Observation, met: readonly Clue[], signs: readonly Clue[]): boolean => {
  if (row.signs !== undefined && signs.length === 0 && !isOfGuard(row, seen)) return true
  const isGiven = row.layer !== 'none' && row.asks === undefined && seen.givenLayers.has(row.layer)
  return isGiven && row.strength === 'supported' && [...met, ...signs].every(({ kind }) => OF_CALL.has(kind))
}

/** A check of a service, or of whom a policy of the resource names in its place. */
const namedIn = ({ policies }: Observation, check: CheckTemplate): CheckTemplate => {
  const { orPrincipals = [] } = check
  const names = policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .flatMap(({ principal }) => principal?.values.map(({ text }) => text) ?? [])
  const principal = names.find((name) => orPrincipals.some((pattern) => matchWildcard(pattern, name.toLowerCase())))
  return principal === undefined ? check : { ...check, principal }
}

const causeOf = (id: CircumstanceId, row: Circumstance, seen: Observation): readonly RowMatch<CircumstanceId>[] => {
  const met = [
    matching(row.actions, seen.action, 'action-asked'),
    ofCall(row.calls, seen),
    matching(row.principals, seen.principal, 'caller'),
    matching(row.resources, seen.resource, 'resource-asked'),
    holding(row.texts, seen),
    holding(row.alsoTexts, seen),
    claimedBy(row, seen),
    sparing(row, seen),
    changing(row, seen),
  ].filter((clues) => clues !== null)
  // What is no denial at all says what it is in its words alone.
  if (seen.denial?.kind === 'not-authorization' && row.texts === undefined) return []
  if (row.unlessTexts !== undefined && textsIn(seen, row.unlessTexts).length > 0) return []
  if (row.isOfNamedCallers === true && letsInEverybody(seen.policies)) return []
  if (isBeside(row, seen) || met.length === 0 || met.some((clues) => clues.length === 0)) return []
  const signs = [...(holding(row.signs, seen) ?? []), ...(row.isOfPublicPolicy === true ? publicClues(seen) : [])]
  const facts = factsOf(seen)
  return [
    {
      id,
      layer: row.strength === 'context' || row.isOfAnyLayer ? (claimedLayer(seen) ?? row.layer) : row.layer,
      decision: DECISIONS[row.layer === 'none' ? 'none' : (row.denies ?? row.decision ?? saidOf(row, seen))],
      strength: isWeak(row, seen, met.flat(), signs) ? 'possible' : row.strength,
      for: [...met.flat(), ...signs],
      against: [],
      ...(row.asks && {
        asks: row.asks.map((one) => ({ ...namedIn(seen, one), resource: fill(one.resource, facts) })),
      }),
      ...(row.leaves !== undefined && { leaves: row.leaves }),
      check: row.check?.map((word) => fill(word, facts)) ?? null,
      fix: {
        layer: row.layer,
        ...('run' in row && { run: row.run?.map((word) => fill(word, facts)) ?? null }),
        statements: row.grant
          ? [
              {
                effect: 'Allow',
                principal: { Service: row.grant.service },
                actions: row.grant.actions,
                resource: fill(row.grant.resource, facts),
                ...(row.grant.condition && { condition: row.grant.condition }),
              },
            ]
          : [],
      },
      page: row.page,
      confirmed: row.confirmed,
      facts,
    },
  ]
}

/** What who calls, what is asked and the words of the message say. */
export const findCircumstances = (seen: Observation): readonly RowMatch<CircumstanceId>[] => {
  return (Object.entries(CIRCUMSTANCES) as [CircumstanceId, Circumstance][]).flatMap(([id, row]) =>
    causeOf(id, row, seen),
  )
}

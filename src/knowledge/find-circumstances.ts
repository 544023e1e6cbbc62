import type { HowDenied } from '../iam/how-denied'
import { howDenied, claimedLayer } from '../denial/denial'
import { own } from '../text/own'
import { isKeyWith } from '../facts/keys/condition-keys'
import { SITUATIONS } from '../facts/situations/situations'
import { serviceOfAction } from '../iam/action'
import { matchWildcard } from '../iam/wildcard'
import { CIRCUMSTANCES, type Circumstance, type CircumstanceId } from './circumstances'
import { shownBy } from './find-shown-facts'
import type { CheckTemplate, Clue, Facts, Observation, RowMatch } from './knowledge'
import { factsOf, fill, textsIn, filledWords } from './observe'
import { denyingOfAws, endpointLacking, isNamedByAllow } from './given-policies'
import { guardOf } from './guard-of-row'
import { ROW_EVIDENCE } from './row-evidence'
import { statementsOfRow } from './statements-of-row'
import type { Layer } from '../iam/layers'
import type { Statement } from '../policy/policy'
import { namesAction } from '../policy/statement-names'

const ROWS = Object.entries(CIRCUMSTANCES) as readonly (readonly [CircumstanceId, Circumstance])[]

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

const naming = ({ names }: Circumstance, facts: Facts): Met =>
  names?.flatMap((gap): readonly Clue[] => {
    const name = own(facts, gap)
    return name ? [{ kind: 'text', text: name }] : []
  }) ?? null

const claimedBy = ({ claimed, decision }: Circumstance, { denial }: Observation): Met => {
  if (claimed === undefined && decision === undefined) return null
  const isMet =
    (claimed === undefined || (denial !== null && claimed.includes(denial.layer))) &&
    (decision === undefined || howDenied(denial) === decision)
  if (!isMet) return []
  return denial?.layer === 'unknown' ? null : [{ kind: 'claimed', text: '' }]
}

/** Is the policy that AWS names one of the row's? Where it names none, one that is here and denies. */
const ofPolicies = ({ policies }: Circumstance, seen: Observation): Met => {
  const named = seen.denial?.layerPolicyArn ?? null
  if (policies === undefined || named !== null) return matching(policies, named, 'policy-named')
  return denyingOfAws(seen).flatMap((one) => matching(policies, one, 'policy-denies') ?? [])
}

const lacking = ({ lacksAtEndpoint: lacks }: Circumstance, seen: Observation): Met => {
  if (lacks === undefined) return null
  const given = endpointLacking(seen.policies, lacks.action, fill(lacks.resource, factsOf(seen)))
  return given === null ? [] : [{ kind: 'bare', text: '' }]
}

const showing = ({ shown }: Circumstance, seen: Observation): Met => {
  if (shown === undefined) return null
  return shownBy(seen)
    .filter(({ id }) => shown.includes(id) && (id !== 'made-at-once' || isNamedByAllow(seen)))
    .map((one) => ({ kind: 'text', text: one.text }))
}

/** Layers that limit requests whatever the caller's own policies allow. */
const LIMITS: ReadonlySet<Layer> = new Set<Layer>(['scp', 'rcp', 'endpoint', 'session'])

/** Does AWS name a layer in which nothing that the row says can be changed? */
const isBeside = ({ strength, layer, isOfAnyLayer }: Circumstance, seen: Observation): boolean => {
  const claimed = claimedLayer(seen.denial)
  return strength === 'context' && layer === 'identity' && !isOfAnyLayer && claimed !== null && LIMITS.has(claimed)
}

/** A guard that denies shows what the call reaches besides what was asked. */
const isOfGuard = ({ isOfAnyLayer }: Circumstance, { denial }: Observation): boolean =>
  isOfAnyLayer === true && howDenied(denial) === 'explicitDeny'

/** What holds whichever layer denies, denies as AWS says. */
const saidOf = ({ isOfAnyLayer }: Circumstance, { denial }: Observation): HowDenied =>
  (isOfAnyLayer && howDenied(denial)) || 'implicitDeny'

/** The Allows of the resource's policies given here that name who may stand in the place of a service that is checked, with no other condition than whom it works for. */
const lettingIn = ({ policies }: Observation, check: CheckTemplate): readonly Statement[] =>
  policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .filter(
      (statement) =>
        statement.effect === 'Allow' &&
        statement.conditions.every(({ lowerKey, operator }) => isKeyWith(lowerKey, 'ofSource') && !operator.negated) &&
        namesAction(statement, check.action) &&
        statement.principal?.not === false &&
        standingIn(statement, check).length > 0,
    )

/** Whom of those who may stand in the place of the service a statement names. */
const standingIn = ({ principal: named }: Statement, { principal, orPrincipals = [] }: CheckTemplate) => {
  const patterns = [...orPrincipals, ...(principal === undefined ? [] : [principal])]
  return (named?.values ?? [])
    .map(({ text }) => text)
    .filter((text) => patterns.some((pattern) => matchWildcard(pattern, text.toLowerCase())))
}

const isPassed = (seen: Observation, { asks = [] }: Circumstance): boolean =>
  asks.length > 0 && asks.every((check) => lettingIn(seen, check).length > 0)

/** The checks that the policies given here pass, of the row that leaves this one: each for whom an Allow names, on what it names. */
function passedFor(id: CircumstanceId, seen: Observation): readonly CheckTemplate[] {
  const rows = ROWS.flatMap(([, row]) => (row.leaves === id ? [row] : []))
  // One that applies and is not passed still stands before what is left.
  if (rows.some((row) => !isPassed(seen, row) && metBy(row, seen) !== null)) return []
  return rows
    .flatMap((row) => (isPassed(seen, row) ? (row.asks ?? []) : []))
    .flatMap((check) =>
      lettingIn(seen, check).flatMap((statement) =>
        standingIn(statement, check).map((principal) => ({
          principal,
          action: check.action,
          resource: statement.resource?.not === false ? (statement.resource.values[0]?.text ?? '*') : '*',
        })),
      ),
    )
}

/** Does the error's own sentence already tell who was refused what the row asks for? */
const isTold = ({ asks = [] }: Circumstance, { denial }: Observation): boolean => {
  const told = denial?.situation ? SITUATIONS[denial.situation] : undefined
  return told?.refused !== undefined && asks.some(({ action }) => serviceOfAction(action) === told.service)
}

/** Clues, each once: a text can be asked for twice. */
const eachOnce = (clues: readonly Clue[]): readonly Clue[] =>
  clues.filter(({ kind, text }, at) => clues.findIndex((one) => one.kind === kind && one.text === text) === at)

/** All that a row can ask, those that most rows fail and that cost least first. */
const ASKED: readonly ((row: Circumstance, seen: Observation) => Met)[] = [
  (row, seen) => matching(row.actions, seen.action, 'action-asked'),
  (row, seen) => ofCall(row.calls, seen),
  (row, seen) => matching(row.principals, seen.principal, 'caller'),
  (row, seen) => matching(row.resources, seen.resource, 'resource-asked'),
  (row, seen) => holding(row.texts, seen),
  (row, seen) => holding(row.alsoTexts, seen),
  (row, seen) => naming(row, factsOf(seen)),
  claimedBy,
  showing,
  ofPolicies,
  lacking,
]

/** What shows that all holds that a row asks; null where some does not, and of a row that asks nothing. */
function metBy(row: Circumstance, seen: Observation): Met {
  const all: (readonly Clue[])[] = []
  for (const askedOf of ASKED) {
    const clues = askedOf(row, seen)
    if (clues?.length === 0) return null
    if (clues !== null) all.push(clues)
  }
  for (const name of row.evidence ?? []) {
    const clues = ROW_EVIDENCE[name](seen)
    if (clues === null) return null
    all.push(clues)
  }
  return all.length === 0 ? null : all.flat()
}

const causeOf = (id: CircumstanceId, row: Circumstance, seen: Observation): readonly RowMatch<CircumstanceId>[] => {
  const met = metBy(row, seen)
  if (met === null) return []
  // What is no denial at all says what it is in its words alone.
  if (seen.denial?.kind === 'not-authorization' && row.texts === undefined) return []
  if (row.unlessTexts !== undefined && textsIn(seen, row.unlessTexts).length > 0) return []
  if ((matching(row.unlessResources, seen.resource, 'resource-asked') ?? []).length > 0) return []
  if ((matching(row.unlessActions, seen.action, 'action-asked') ?? []).length > 0) return []
  if ((matching(row.unlessPrincipals, seen.principal, 'caller') ?? []).length > 0) return []
  if (seen.policies.some(({ layer }) => row.unlessGiven?.includes(layer))) return []
  if (row.unlessShown !== undefined && shownBy(seen).some(({ id: fact }) => row.unlessShown?.includes(fact))) return []
  if (row.isOfAnyService === true && isTold(row, seen)) return []
  const guard = guardOf(row, seen)
  if (isPassed(seen, row) || guard === 'other') return []
  if (isBeside(row, seen)) return []
  const signs = [
    ...(holding(row.signs, seen) ?? []),
    ...(row.signsOf ?? []).flatMap((name) => ROW_EVIDENCE[name](seen) ?? []),
  ]
  const facts = factsOf(seen)
  const letIn = passedFor(id, seen)
  // The Deny given here tests what the row speaks of, and the text has its signs.
  const isSeen = row.isOfAnyLayer === true && guard === 'shown' && signs.length > 0
  const isUnsigned = row.signs !== undefined && signs.length === 0 && guard !== 'shown' && !isOfGuard(row, seen)
  return [
    {
      id,
      layer: row.strength === 'context' || row.isOfAnyLayer ? (claimedLayer(seen.denial) ?? row.layer) : row.layer,
      decision: row.layer === 'none' ? 'none' : (row.denies ?? row.decision ?? saidOf(row, seen)),
      strength: letIn.length > 0 ? 'supported' : isUnsigned ? 'possible' : isSeen ? 'shown' : row.strength,
      for: eachOnce([...met, ...signs]),
      against: [],
      ...(row.asks && {
        asks: row.asks.map((one) => ({ ...one, resource: fill(one.resource, facts) })),
      }),
      ...(row.saysLack && { saysLack: row.saysLack }),
      ...(row.leaves !== undefined && { leaves: row.leaves }),
      ...(letIn.length > 0 && { letIn }),
      check: filledWords(row.check, facts),
      fix: {
        layer: row.layer,
        ...('run' in row && { run: filledWords(row.run, facts) }),
        statements: statementsOfRow(row, facts),
      },
      page: row.page,
      confirmed: row.confirmed,
      facts,
    },
  ]
}

/** What who calls, what is asked and the words of the message say. */
export const findCircumstances = (seen: Observation): readonly RowMatch<CircumstanceId>[] => {
  const found = ROWS.flatMap(([id, row]) => causeOf(id, row, seen))
  const left = new Set<string>(found.flatMap(({ id, letIn }) => (letIn === undefined ? [] : [id])))
  return found.filter(({ id }) => {
    const { unlessLeft }: Circumstance = CIRCUMSTANCES[id]
    return unlessLeft === undefined || !left.has(unlessLeft)
  })
}

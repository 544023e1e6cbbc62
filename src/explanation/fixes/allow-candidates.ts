import { hasVariables } from './deny-edit'
import type { LayerResult } from '../../evaluation/evaluation'
import { ANY_PART } from '../../iam/any-part'
import { missTooPhrase, neverMatchPhrase, together } from '../messages/fixes'
import { missesOf, type Miss } from '../../evaluation/describe/nearest-miss'
import type { Reach } from '../../policy/reach'
import type { JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { documentText, type CaseDocument } from '../../case/case-documents'
import { correctAction } from './correct-action'
import { correctCondition } from './correct-condition'
import { correctResource, likelySameDefect, neverMatching, sameDefect } from './correct-resource'
import { appendStatement } from './edit-json'
import { keptTests } from './kept-conditions'
import { isUnnamed } from './named-resource'
import { formOfOthers, ownForm, ownPart } from './own-part'
import { extend } from './extend-statement'
import { isBeneathPoint, isHeld, isPlace, whereOf } from './fit-place'
import { exactly, leastStatement, type LeastStatement, type StatementJson } from '../causes/least-statement'
import { only } from '../../policy/reach'
import { referenceOfPart } from '../../reference/reference-part'
import { neverInReference } from '../../reference/key-presence'
import { fieldsOf } from '../../text/fields'
import { LAYERS, caseLayerOf, holdsOne, type Layer } from '../../iam/layers'
import type { PolicyTarget } from '../../case/policy-ref'
import { policiesIn } from '../../case/layer-policies'
import { statementsIn } from '../../policy/statements-in'
import type { Phrase } from '../../text/phrase'
import { lastingFor } from './asked-objects'

/** The first level whose policies allow nothing here; null in a layer without levels. */
const levelOf = ({ levels }: LayerResult): number | null => {
  const index = levels?.findIndex(({ status }) => status === 'implicitDeny') ?? -1
  return index < 0 ? null : index
}

/** The policies of the layer that a fix can go into: those of the level that allows nothing, where it has levels. */
const places = ({ judged, layer, result }: Obstacle): readonly PolicyTarget[] => {
  const level = levelOf(result)
  const of = caseLayerOf(layer)
  return policiesIn(judged.accessCase.policies, { layer: of, level }).map((_, policy) => ({
    layer: of,
    level,
    policy,
  }))
}

const policyDocument = (statement: StatementJson): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)

/** A name for a policy that does not exist yet. */
export const newName = (layer: Layer): string =>
  holdsOne(layer) ? LAYERS[layer].policy : `new ${LAYERS[layer].policy}`

/** The document to edit: the one that holds the nearest miss, else the first that can be edited. */
const targetDocument = (obstacle: Obstacle, misses: readonly Miss[]): CaseDocument | null => {
  const near = misses[0]?.statement.policy
  const all = places(obstacle)
  for (const place of [...all.filter(({ policy }) => policy === near), ...all]) {
    const document = documentAt(obstacle.judged, place)
    if (document !== null && isPlace(obstacle, document)) return document
  }
  return null
}

const inNewPolicy = (obstacle: Obstacle, least: LeastStatement): FixCandidate => {
  const place = { layer: caseLayerOf(obstacle.layer), level: levelOf(obstacle.result), policy: null }
  return {
    code: 'new-policy',
    place,
    name: newName(obstacle.layer),
    after: policyDocument(least.statement),
    reach: { ...least.reach, principal: least.reach.principal ?? attachedTo(obstacle) },
    assumes: assumedBy(obstacle.judged, least),
    value: '',
    where: whereOf(obstacle, place),
    statement: least.statement,
  }
}

/** What the request has to carry for a statement to cover it, and is not known to carry. */
const assumedBy = ({ evaluation }: JudgedCase, { reach }: LeastStatement): Reach['when'] =>
  reach.when.filter(({ key, values }) => {
    const known = evaluation.context.find((entry) => entry.key.toLowerCase() === key.toLowerCase())
    return known === undefined || known.values === null || values.some((value) => value.includes('<'))
  })

/** A new identity-based policy hangs on the caller alone. */
const attachedTo = ({ judged, layer }: Obstacle): string | null =>
  layer === 'identity' ? (stepFacts(judged).entity?.arn ?? null) : null

const inDocument = (obstacle: Obstacle, document: CaseDocument, least: LeastStatement): FixCandidate | null => {
  const after = edited(document, appendStatement(document.text, document.root, least.statement))
  if (after === null) return null
  return {
    code: 'add-statement',
    place: document.place,
    name: document.name,
    after,
    reach: least.reach,
    assumes: assumedBy(obstacle.judged, least),
    value: '',
    where: whereOf(obstacle, document.place),
    statement: least.statement,
  }
}

/** The statement that allows the request, and nothing wider. */
const statements = (obstacle: Obstacle, document: CaseDocument | null): readonly FixCandidate[] => {
  const { judged, layer } = obstacle
  const text = document?.text ?? ''
  const asked = exactly(judged, document === null || hasVariables(text)).replaceAll(ANY_PART, '*')
  const { condition, unmet, asWritten = [], resource: meant = null } = keptTests(obstacle, levelOf(obstacle.result))
  const resource =
    ownForm(judged, layer) ??
    formOfOthers(judged, layer) ??
    (meant !== null && isUnnamed(asked) ? meant : lastingFor(judged, asked, judged.accessCase.request.action))
  // What its tests keep shut is opened by what meets them, and never by a statement without them.
  if (unmet.length > 0 || (document !== null && isBeneathPoint(obstacle, document))) return []
  const found = leastStatement(judged, layer, resource === '' ? '*' : resource, text, condition)
  if (found === null) return []
  const least = forAll(
    testing(found, asWritten),
    sameDefect(judged, missesOf(obstacle.result, judged.accessCase.request.action)[0]).filter(
      (one) => !isNeverWith(judged, one, resource, condition),
    ),
  )
  const candidate = document ? inDocument(obstacle, document, least) : inNewPolicy(obstacle, least)
  return candidate ? [candidate] : []
}

/** A statement that goes on testing some keys as another one does: what it reaches is not told by one value of theirs. */
const testing = ({ statement, reach }: LeastStatement, keys: readonly string[]): LeastStatement => {
  const isKept = (key: string) => keys.some((one) => one.toLowerCase() === key.toLowerCase())
  const tests = [...(reach.tests ?? []), ...keys]
  return keys.length === 0
    ? { statement, reach }
    : { statement, reach: { ...reach, when: reach.when.filter(({ key }) => !isKept(key)), tests } }
}

/** Does no request for an action on a resource carry what a condition tests? */
const isNeverWith = (
  judged: JudgedCase,
  action: string,
  resource: string,
  condition: StatementJson | null,
): boolean => {
  const { services } = judged
  if (services === undefined || condition === null) return false
  const isNever = neverInReference(referenceOfPart(services), action.toLowerCase(), resource)
  return Object.values(condition).some((tests) =>
    Object.keys(fieldsOf(tests)).some((key) => isNever(key.toLowerCase())),
  )
}

/** One statement for all actions that miss for the same reason. */
const forAll = (least: LeastStatement, others: readonly string[]): LeastStatement =>
  others.length === 0
    ? least
    : {
        statement: { ...least.statement, Action: [...least.reach.actions.patterns, ...others] },
        reach: { ...least.reach, actions: only(...least.reach.actions.patterns, ...others) },
      }

const FULL_ACCESS: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' }

/** A level that allows nothing at all usually lost FullAWSAccess. */
const fullAccess = (obstacle: Obstacle): readonly FixCandidate[] => {
  const level = levelOf(obstacle.result)
  // Beside an allow list it would allow all that the list leaves out, and at another level nothing.
  if (obstacle.layer !== 'scp' || (hasPolicies(obstacle, level) && !hasDeniesAlone(obstacle))) return []
  const place: PolicyTarget = { layer: 'scp', level, policy: null }
  return [
    {
      code: 'attach-full-access',
      place,
      name: 'FullAWSAccess',
      after: policyDocument(FULL_ACCESS),
      reach: { actions: only('*'), resources: only('*'), principal: null, when: [] },
      value: '',
      where: whereOf(obstacle, place),
      statement: null,
    },
  ]
}

const hasPolicies = ({ judged }: Obstacle, level: number | null): boolean =>
  policiesIn(judged.accessCase.policies, { layer: 'scp', level }).length > 0

/** Does a level that has policies hold Deny statements alone? One Allow would open one call of all that it shuts. */
const hasDeniesAlone = (obstacle: Obstacle): boolean => {
  const level = levelOf(obstacle.result)
  if (obstacle.layer !== 'scp' || level === null) return false
  const there = policiesIn(obstacle.judged.accessCase.policies, { layer: 'scp', level }).flatMap(({ document }) =>
    statementsIn(documentText(document)),
  )
  return there.length > 0 && there.every((one) => one['Effect'] === 'Deny')
}

/** What is to be known of the other actions of the statement beside which a fix stands. */
const notesOn = (judged: JudgedCase, miss: Miss | undefined): Phrase | undefined => {
  const [never, likely] = [neverMatching(judged, miss), likelySameDefect(judged, miss)]
  const notes = [
    ...(never.length > 0 ? [neverMatchPhrase(never)] : []),
    ...(likely.length > 0 ? [missTooPhrase(likely)] : []),
  ]
  return notes.length === 0 ? undefined : together(notes)
}

const withNote = (candidate: FixCandidate, note: Phrase | undefined): FixCandidate =>
  note === undefined ? candidate : { ...candidate, note }

/** How many near misses are tried for an extension. */
const MAX_MISSES = 3

/** Changes that may give a layer the Allow that it lacks. */
export const allowCandidates = (obstacle: Obstacle): readonly FixCandidate[] => {
  const { judged, layer, result } = obstacle
  if (hasDeniesAlone(obstacle)) return fullAccess(obstacle)
  const misses = missesOf(result, judged.accessCase.request.action, levelOf(result))
  const document = targetDocument(obstacle, misses)
  // Where a layer holds one policy, it is the one to edit.
  const isTaken = document === null && holdsOne(layer) && places(obstacle).some((place) => isHeld(obstacle, place))
  // Of a part that each caller has of its own nobody is given that of another.
  const isOfEach = ownPart(judged, layer) !== null
  const note = notesOn(judged, misses[0])
  const spelled = document ? correctAction(obstacle, misses) : []
  if (spelled.length > 0) return spelled
  const corrected = misses[0] && document && !isOfEach ? correctResource(obstacle, misses[0]) : []
  if (corrected && corrected.length > 0) return corrected.map((one) => withNote(one, note))
  const conditions = misses[0] && document && !isOfEach ? correctCondition(obstacle, misses[0]) : []
  if (conditions.length > 0) return conditions.map((one) => withNote(one, note))
  const isGuarded = keptTests(obstacle, levelOf(result)).condition !== null
  const extended = misses.slice(0, MAX_MISSES).flatMap((miss) => extend(obstacle, miss) ?? [])
  return [
    ...(isTaken || isOfEach ? [] : statements(obstacle, document).map((one) => withNote(one, note))),
    ...extended.filter(
      ({ code, reach }) =>
        (!isOfEach || code !== 'add-resource') &&
        // Beside a statement with tests, another one without them would do without what they guard.
        (!isGuarded || code !== 'add-action' || (reach.tests ?? []).length > 0),
    ),
    ...fullAccess(obstacle),
  ]
}

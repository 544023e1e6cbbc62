import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import type { Evaluation, LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { Fix, FixChange } from '../explanation'
import type { Reach } from '../../policy/reach'
import * as say from '../messages/fixes'
import { refusalIn } from '../words/layer-fact'
import { judgedWith, isJudgeable, layerResult, type JudgedCase } from '../judged-case'
import { refusingSetting } from '../words/block-public-access'
import { wholeCase } from '../../case/whole-case'
import { allowCandidates } from './allow-candidates'
import { apply, type FixCandidate, type Obstacle } from './candidate'
import { denyCandidates, LIFTS_DENY, MENDS } from './deny-candidates'
import { namesRoleOfSession } from './exempt-principal'
import { readDocument } from '../../case/case-documents'
import { newStatements } from './fix-statements'
import { onlyOne } from '../../text/only-one'
import { textDifference } from './text-difference'
import { namedIn, widthOf } from '../../policy/reach'
import { slimCase } from './slim-case'
import { distinct, sentenceOf } from './step-sentences'
import { LAYERS, type Layer } from '../../iam/layers'
import { joinLists } from './join-lists'
import { worthOffering } from './worth-offering'
import { withOpened } from './opened-by-fix'
import { isExact, opensOf } from './opens-of-fix'
import { ownerOfFix } from './owner-of-fix'
import { asListed } from './listed-origin'
import { narrowestFirst } from './narrowest-first'
import { isUnseen } from './unseen-policy'
import { ADDS, isSpared, unsureOf } from './unsure-change'

/** Obstacles that one gate can hold one behind the other: a Deny, a second one, a missing Allow, another level. */
const MAX_STEPS = 8

/** Fixes of one gate that are offered. */
const MAX_FIXES = 4

const isLayerToFix = ({ status, blocking, needed }: LayerResult): boolean =>
  !blocking &&
  (status === 'allows' || status === 'none' || status === 'notApplicable' || (status === 'implicitDeny' && !needed))

const isShut = ({ status, blocking, needed }: LayerResult): boolean =>
  status === 'explicitDeny' || blocking || (status === 'implicitDeny' && needed)

const firstDeny = (result: LayerResult): StatementResult | null =>
  result.statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes') ?? null

const candidatesFor = (obstacle: Obstacle, suspect: StatementResult | null = null): readonly FixCandidate[] => {
  const deny = firstDeny(obstacle.result) ?? suspect
  // No Allow lifts Denies of which one or another always matches.
  const { decision } = obstacle.judged.evaluation
  const isDeniedByAll =
    deny === null && decision === 'explicitDeny' && obstacle.result.blocking && obstacle.result.status === 'depends'
  const found = isDeniedByAll ? joinLists(obstacle) : deny ? denyCandidates(obstacle, deny) : allowCandidates(obstacle)
  const different = [...new Map(found.map((one) => [`${JSON.stringify(one.place)} ${one.after}`, one])).values()]
  return different.toSorted(
    (one, other) =>
      Number(MENDS[other.code] === true) - Number(MENDS[one.code] === true) ||
      Number(LIFTS_DENY[one.code]) - Number(LIFTS_DENY[other.code]) ||
      widthOf(obstacle.layer, one.reach) - widthOf(obstacle.layer, other.reach),
  )
}

/** Does a fix lift a Deny that somebody could have met? */
const liftsDeny = ({ codes }: Fix): boolean => codes.some((code) => LIFTS_DENY[code])

/** Does it mend each Deny that it changes? What else it does adds an Allow. */
const isMend = ({ codes }: Fix): boolean =>
  codes.some((code) => MENDS[code]) && codes.every((code) => MENDS[code] || !LIFTS_DENY[code])

/** A judged case in which changes are tried: on the policies as they are, and on the few that have a say. */
interface Trial extends JudgedCase {
  readonly slim: AccessCase
  readonly suspicion: Suspicion | null
}

/** A gate that AWS says is shut, while the policies here leave it open whether it is. */
export interface Suspicion {
  readonly layer: Layer
  /** The Deny that can be it; null: what is missing is an Allow. */
  readonly deny: StatementResult | null
}

const after = (trial: Trial, candidate: FixCandidate): Trial => {
  const slim = apply(trial.slim, candidate)
  return {
    ...trial,
    accessCase: apply(trial.accessCase, candidate),
    slim,
    evaluation: evaluate(slim, judgedWith(trial)),
  }
}

interface Path {
  readonly steps: readonly FixCandidate[]
  readonly end: Trial
}

const isProgress = (layer: Layer, before: LayerResult, now: LayerResult): boolean => {
  const denies = (result: LayerResult) =>
    result.statements.filter(({ effect, matches }) => effect === 'Deny' && matches === 'yes').length
  const silent = (result: LayerResult) => (result.levels ?? []).filter(({ status }) => status === 'implicitDeny').length
  return (
    denies(now) < denies(before) ||
    silent(now) < silent(before) ||
    (firstDeny(before) !== null && firstDeny(now) === null)
  )
}

/** Makes the request pass the gate, one obstacle after the other, each with the least change that helps. */
const complete = (path: Path, layer: Layer): Path | null => {
  let { steps, end } = path
  while (steps.length < MAX_STEPS) {
    const result = layerResult(end.evaluation, layer)
    if (result === null || isLayerToFix(result)) return { steps, end }
    if (!isShut(result)) return null
    const next = nextStep(end, result, layer, steps[0]?.code)
    if (next === null) return null
    steps = [...steps, next.candidate]
    end = next.end
  }
  return null
}

/** Changes of a whole statement: where a narrower one lifts the next, it is the better. */
const WHOLE: ReadonlySet<FixCandidate['code']> = new Set(['exempt-principal', 'remove-statement'])

/** The next change that helps: of the kind of the first where one is, so that one kind of change is asked for. */
const nextStep = (judged: Trial, result: LayerResult, layer: Layer, first?: FixCandidate['code']) => {
  const found = candidatesFor({ judged, layer, result })
  const isAlike = ({ code }: FixCandidate) => code === first && !WHOLE.has(code)
  for (const candidate of [...found.filter(isAlike), ...found.filter((one) => !isAlike(one))]) {
    const end = after(judged, candidate)
    const now = layerResult(end.evaluation, layer)
    if (now && (isLayerToFix(now) || isProgress(layer, result, now))) return { candidate, end }
  }
  return null
}

/** What several changes open together. */
const joined = (layer: Layer, steps: readonly FixCandidate[]): Reach => {
  const [first, ...others] = steps
    .map(({ reach }) => reach)
    .toSorted((one, other) => widthOf(layer, other) - widthOf(layer, one))
  return first ?? others[0] ?? { actions: NOTHING, resources: NOTHING, principal: null, when: [] }
}

const NOTHING = { not: false, patterns: [] } as const

/** One change a document, from its text in the case to its text at the end. */
const changesOf = (judged: JudgedCase, layer: Layer, steps: readonly FixCandidate[]): readonly FixChange[] => {
  const last = new Map(
    steps.map((step) => [JSON.stringify([step.place, step.place.policy === null ? step.name : '']), step]),
  )
  return [...last.values()].map(({ place, name, after: text }) => {
    const before = readDocument(judged.accessCase, place)?.text ?? ''
    const change = { ...place, name, before, after: text, edit: textDifference(before, text) }
    // The policy that is given is another resource's, and this one's is not replaced.
    return place.policy === null && isUnseen(judged.accessCase, layer) ? { ...change, isIntoUnseen: true } : change
  })
}

/** Whom a step lets in is told by name, also a service, where all that changes is for that one. */
const toldReach = ({ reach }: FixCandidate, changes: readonly FixChange[]): Reach => {
  const named = changes.flatMap(newStatements).map(namedIn)
  return reach.principal !== null || named.length === 0 ? reach : { ...reach, principal: onlyOne(named) ?? null }
}

const toFix = (judged: JudgedCase, layer: Layer, { steps, end }: Path): Fix => {
  const { action } = judged.accessCase.request
  const reach = joined(layer, steps)
  const remaining = end.evaluation.layers.filter((one) => one.layer !== layer && isShut(one)).map((one) => one.layer)
  const isUnsure = end.evaluation.decision === 'depends'
  const own = layerResult(end.evaluation, layer)
  const single = steps.length === 1 ? steps[0] : undefined
  const changes = changesOf(judged, layer, steps)
  const isIntoUnseen = changes.some((change) => change.isIntoUnseen === true)
  return {
    codes: steps.map(({ code }) => code),
    layer,
    sentence: say.together(steps.map((step) => sentenceOf(layer, action, single !== undefined, step))),
    opens:
      single && isExact(judged, layer, reach)
        ? say.opensNothingElse()
        : say.together(distinct(steps.map((step) => say.opensPhrase(layer, toldReach(step, changes))))),
    proof: say.together([
      isIntoUnseen
        ? say.unseenProof()
        : own !== null && !isLayerToFix(own)
          ? unsureOf(own, single)
          : say.proofPhrase(remaining, isUnsure),
      ...steps.flatMap(({ note }) => (note === undefined ? [] : [note])),
      ...(namesRoleOfSession(judged, steps) ? [say.pathOfRole()] : []),
    ]),
    owner: LAYERS[layer].owner,
    ownerText: ownerOfFix(judged, layer),
    changes,
    reach,
    reaches: steps.map((step) => step.reach),
    width: Math.max(...steps.map((step) => widthOf(layer, step.reach))),
    least: false,
    remaining,
    decisionAfter: end.evaluation.decision,
    statement: single?.statement ?? null,
    opensTo: opensOf(
      judged,
      layer,
      steps.map((step) => step.reach),
    ),
    ...(steps.some(({ assumes = [] }) => assumes.length > 0) && { assumes: true as const }),
    ...(isIntoUnseen && { isSupposed: true as const }),
  }
}

/** The fixes of one gate: the least that works first, then wider ones. */
const fixesOf = (judged: Trial, result: LayerResult): readonly Fix[] => {
  const { layer } = result
  const suspect = judged.suspicion?.layer === layer ? judged.suspicion.deny : null
  const fixes: Fix[] = []
  /** After these nothing forbids it any more, and what is not known decides. */
  const unsure: Fix[] = []
  for (const candidate of candidatesFor({ judged, layer, result }, suspect)) {
    if (fixes.length === MAX_FIXES) break
    const end = after(judged, candidate)
    const now = layerResult(end.evaluation, layer)
    if (!now) continue
    if (suspect !== null) {
      if (isSpared(result, now) || MENDS[candidate.code]) fixes.push(toFix(judged, layer, { steps: [candidate], end }))
      continue
    }
    if (now.status === 'depends' && (ADDS[candidate.code] || MENDS[candidate.code] || candidate.statement !== null))
      unsure.push(toFix(judged, layer, { steps: [candidate], end }))
    if (!isLayerToFix(now) && !isProgress(layer, result, now)) continue
    const path = complete({ steps: [candidate], end }, layer)
    if (path) fixes.push(toFix(judged, layer, path))
  }
  // The plain statement comes first, also where what is not known decides of it alone.
  const plain = fixes.some(({ statement }) => statement !== null) ? [] : unsure.filter((fix) => fix.statement !== null)
  // Where a Deny is not what it was meant to be, it is mended, and nobody is exempted from it.
  const mends = [...fixes, ...unsure].filter(isMend)
  const found = fixes.length > 0 ? [...plain, ...fixes] : unsure
  const ranked = (mends.length > 0 ? mends : found).slice(0, MAX_FIXES).map((fix) => withOpened(judged, fix))
  const parted = [false, true].flatMap((lifts) =>
    asListed(
      narrowestFirst(
        judged,
        ranked.filter((fix) => liftsDeny(fix) === lifts),
        (one, other) => one.width - other.width,
      ),
    ),
  )
  const worth = worthOffering(judged, null, parted)
  return worth.map((fix, index) => ({ ...fix, least: index === 0 }))
}

/** Gates in the order of repair: what denies explicitly first, then what would have to allow. */
const shutGates = ({ layers, blocking }: Evaluation, suspicion: Suspicion | null): readonly LayerResult[] => {
  const rank = (layer: Layer) => (blocking.includes(layer) ? blocking.indexOf(layer) : blocking.length)
  return layers
    .filter((result) => isShut(result) || result.layer === suspicion?.layer)
    .toSorted((one, other) => rank(one.layer) - rank(other.layer))
}

/**
 * Every gate that stops the request, with the least change that makes it pass, each proven by evaluating it; and so for
 * the gate that AWS says is shut, where there is such a suspicion.
 */
export const explainFixes = (given: JudgedCase, suspicion: Suspicion | null = null): readonly Fix[] => {
  const judged = { ...given, accessCase: wholeCase(given.accessCase) }
  return isJudgeable(judged) && refusingSetting(judged) === null
    ? fixesOfAll({ ...judged, slim: slimCase(judged), suspicion })
    : []
}

const fixesOfAll = (trial: Trial): readonly Fix[] =>
  shutGates(trial.evaluation, trial.suspicion)
    .filter((result) => refusalIn(trial, result) === null)
    .flatMap((result) => fixesOf(trial, result))

import { readDocument, withDocument } from '../../case/case-documents'
import type { AccessCase } from '../../case/access-case'
import { widthOf } from '../../policy/reach'
import { workOf } from '../../facts/calls/same-work'
import { parsePrincipal } from '../../iam/principal'
import type { PolicyTarget } from '../../case/policy-ref'
import type { FurtherCheck } from '../answer'
import { askingCheck } from '../causes/asking-check'
import type { Fix, FixChange } from '../explanation'
import { layerResult, type JudgedCase } from '../judged-case'
import * as say from '../messages/fixes'
import type { FixCandidate } from './candidate'
import { denyCandidates, LIFTS_DENY } from './deny-candidates'
import { distinct } from './step-sentences'
import { textDifference } from './text-difference'
import { checksOfWork } from './with-same-work'

/** Denies that one check is lifted of, one after the other. */
const MOST_DENIES = 4

/** Changes of one kind, whether they are kept to one action or to one resource. */
const kindOf = (code: string): string => code.replace(/-(?:for|on)-[a-z-]{1,30}$/, '')

/** Does a change open actions of the attempt and no other: as the fix does it, or on this one resource? */
function isWithin(fix: Fix, actions: ReadonlySet<string>, resource: string, { code, reach }: FixCandidate): boolean {
  const opens = reach.actions.patterns.map((one) => one.toLowerCase())
  const isOfAttempt = !reach.actions.not && opens.length > 0 && opens.every((one) => actions.has(one))
  const isAlike = fix.codes.some((one) => kindOf(one) === kindOf(code))
  const isOnThis = !reach.resources.not && reach.resources.patterns.join() === resource
  return isOfAttempt && (isAlike || isOnThis)
}

/** A case in which one more check of the attempt is lifted of the Denies that apply to it. */
interface Lifted {
  readonly accessCase: AccessCase
  readonly steps: readonly FixCandidate[]
}

/** Lifts the Denies of a layer that are sure to apply to a check; null: a change of this kind would open more than the attempt. */
function lift(
  judged: JudgedCase,
  fix: Fix,
  check: FurtherCheck,
  actions: ReadonlySet<string>,
  before: Lifted,
): Lifted | null {
  let { accessCase, steps } = before
  for (let step = 0; step < MOST_DENIES; step += 1) {
    const asked = askingCheck({ ...judged, accessCase }, check)
    const result = layerResult(asked.evaluation, fix.layer)
    const deny = result?.statements.find(
      ({ effect, openEffect, matches }) => effect === 'Deny' && openEffect !== true && matches === 'yes',
    )
    if (!result || !deny) return { accessCase, steps }
    const candidates = denyCandidates({ judged: asked, layer: fix.layer, result }, deny).filter((one) =>
      isWithin(fix, actions, check.resource, one),
    )
    const candidate = candidates.find(({ code }) => fix.codes.includes(code)) ?? candidates[0]
    if (candidate === undefined) return null
    accessCase = withDocument(accessCase, candidate.place, candidate.name, candidate.after)
    steps = [...steps, candidate]
  }
  return null
}

const isAt = (one: PolicyTarget, other: PolicyTarget): boolean =>
  one.layer === other.layer && one.level === other.level && one.policy === other.policy

/** The changes of a fix as they come out, with those of the other policies that the attempt meets. */
function changesOf(
  judged: JudgedCase,
  { changes }: Fix,
  end: AccessCase,
  steps: readonly FixCandidate[],
): readonly FixChange[] {
  const others = steps.filter(({ place }, index) => {
    const isNew = !changes.some((one) => isAt(one, place))
    return isNew && steps.findIndex((one) => isAt(one.place, place)) === index
  })
  const made = others.map(({ place, name }): FixChange => {
    const before = readDocument(judged.accessCase, place)?.text ?? ''
    return { ...place, name, before, after: before, edit: textDifference(before, before) }
  })
  return [...changes, ...made].map((change) => {
    const after = readDocument(end, change)?.text ?? change.after
    return { ...change, after, edit: textDifference(change.before, after) }
  })
}

/** The fix of a Deny with what the same Denies refuse the rest of the attempt; null: they refuse no more, or it can’t be lifted alone. */
function wholeDeny(judged: JudgedCase, fix: Fix, checks: readonly FurtherCheck[]): Fix | null {
  const { request } = judged.accessCase
  const actions = new Set([request.action, ...checks.map(({ action }) => action)].map((one) => one.toLowerCase()))
  const fixed = fix.changes.reduce(
    (before, change) => withDocument(before, change, change.name, change.after),
    judged.accessCase,
  )
  let lifted: Lifted = { accessCase: fixed, steps: [] }
  const opened: string[] = []
  for (const check of checks) {
    const next = lift(judged, fix, check, actions, lifted)
    if (next === null) return null
    if (next.steps.length > lifted.steps.length) opened.push(check.action)
    lifted = next
  }
  if (opened.length === 0) return null
  const { beyond: _ofOne, ...rest } = fix
  const { accessCase, steps } = lifted
  const alsoCalled = [...new Set(opened)]
  const reaches = [...fix.reaches, ...steps.map(({ reach }) => reach)]
  return {
    ...rest,
    sentence: say.deniedWorkSentence(fix.sentence, alsoCalled),
    alsoCalled,
    opens: say.together(distinct(reaches.map((reach) => say.opensPhrase(fix.layer, reach)))),
    changes: changesOf(judged, fix, accessCase, steps),
    reaches,
    width: Math.max(fix.width, ...steps.map(({ reach }) => widthOf(fix.layer, reach))),
  }
}

/**
 * The fixes of Denies, each for the whole attempt where the refused call is one that no client makes alone: to be let off for
 * one action only would move the denial to the next, and the change of a policy that others own would be for nothing.
 */
export function withDeniedWork(judged: JudgedCase, fixes: readonly Fix[]): readonly Fix[] {
  const { request, error = '' } = judged.accessCase
  const isOfService = parsePrincipal(request.principal)?.kind === 'service'
  if (isOfService || !fixes.some(({ codes }) => codes.some((one) => LIFTS_DENY[one]))) return fixes
  const work = workOf(request.action, request.resource, error.toLowerCase())
  if (work === null) return fixes
  return fixes.map((fix) =>
    fix.codes.some((one) => LIFTS_DENY[one])
      ? (wholeDeny(judged, fix, checksOfWork(judged, fix.layer, work)) ?? fix)
      : fix,
  )
}

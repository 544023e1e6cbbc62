import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import type { Decision } from '../evaluation/evaluation'
import { isRefused } from '../policy/accepted-policy'
import { parsePolicy } from '../policy/parse-policy'
import { parseJson } from '../text/parse-json'
import type { Severity } from '../text/problem'
import { changeLayers } from './change-layers'
import { judge } from './judge'
import { compareRepair, type ComparedRepair, type ToCompare } from './compare-repair'
import type { Reference } from '../reference/reference'
import type { Lesson, Probe, RepairChange, Wanted } from './lesson'
import { parsePrincipal } from '../iam/principal'
import { probeDraft, type ToRepair } from './probe-draft'
import type { CaseLayer, Layer } from '../iam/layers'
import { serviceOfAction } from '../iam/action'

/** The repaired policies under the request that tells what is not right with them. */
interface Telling {
  readonly telling: Draft
}

/** What became of a repair. */
export type RepairResult =
  /** It passes, and opens and takes away nothing that counts; null where that was not looked for. */
  | { readonly outcome: 'works'; readonly compared: ComparedRepair | null }
  /** It passes, and so does what nobody asked for: that is no repair. */
  | { readonly outcome: 'wide'; readonly compared: ComparedRepair }
  /** It passes, and takes away what was allowed before and must stay. */
  | { readonly outcome: 'loses'; readonly compared: ComparedRepair }
  | (Telling & { readonly outcome: 'stillDenied'; readonly decision: Decision; readonly blocking: readonly Layer[] })
  /** It passes only under conditions on what nobody knows of this request. */
  | (Telling & { readonly outcome: 'depends'; readonly keys: readonly string[] })
  /** Policies that are not JSON, by name. */
  | { readonly outcome: 'unreadable'; readonly names: readonly string[] }
  /** Policies that are JSON, and that IAM would not take, by name. */
  | { readonly outcome: 'malformed'; readonly names: readonly string[] }
  /** The request passes, but not all that the task asks for: what is denied, and what may be. */
  | (Telling & {
      readonly outcome: 'tooNarrow'
      readonly lacks: readonly string[]
      readonly mayLack: readonly string[]
    })
  /** The request passes, and so do requests that must not, or may pass by what nobody knows. */
  | (Telling & { readonly outcome: 'tooOpen'; readonly opens: readonly string[]; readonly mayOpen: readonly string[] })
  /** The request itself was changed, so that another question was answered. */
  | { readonly outcome: 'otherQuestion' }

/** The request of a draft without the keys that the lesson lets be changed. */
function questionOf(draft: Draft, freeKeys: readonly string[]): string {
  const { principal, action, resource, resourceAccount, context } = buildCase(draft).accessCase.request
  const free = new Set(freeKeys.map((key) => key.toLowerCase()))
  const fixed = Object.entries(context ?? {}).filter(([key]) => !free.has(key.toLowerCase()))
  return JSON.stringify([principal, action, resource, resourceAccount ?? null, fixed.sort()])
}

interface Written {
  readonly layer: CaseLayer
  readonly name: string
  readonly text: string
}

const hasError = ({ problems }: { readonly problems: readonly { readonly severity: Severity }[] }) =>
  problems.some(({ severity }) => severity === 'error')

const isNoJson = ({ text }: Written) => hasError(parseJson(text))

/** Would AWS refuse it, also where it took the policy before the repair? */
const isMalformed =
  (draft: Draft) =>
  ({ layer, name, text }: Written): boolean => {
    if (hasError(parsePolicy(text, layer))) return true
    const before = draftPoliciesOf(draft.layers, layer).find((one) => one.name === name)
    const isTrust = layer === 'resource' && serviceOfAction(buildCase(draft).accessCase.request.action) === 'sts'
    return isRefused(before?.text ?? null, text, { layer: isTrust ? 'trust' : layer, namedByAws: [] })
  }

/**
 * Tries a repair: the request and all that is wanted must pass, every probe must not. With AWS's reference it is also held
 * against the policies before and the repair that is asked for: what else it opens, and what it takes away, is no repair.
 */
export function checkRepair(task: ToRepair, repaired: Draft, reference: Reference | null = null): RepairResult {
  const { draft, repair } = task
  const { keys = [], wants = [] } = repair
  if (questionOf(draft, keys) !== questionOf(repaired, keys)) return { outcome: 'otherQuestion' }
  const written = repair.layers.flatMap((layer) =>
    draftPoliciesOf(repaired.layers, layer).map((policy): Written => ({ layer, ...policy })),
  )
  const namesOf = (isWrong: (policy: Written) => boolean) => written.filter(isWrong).map(({ name }) => name)
  const unreadable = namesOf(isNoJson)
  if (unreadable.length > 0) return { outcome: 'unreadable', names: unreadable }
  const malformed = namesOf(isMalformed(draft))
  if (malformed.length > 0) return { outcome: 'malformed', names: malformed }
  const { decision, blocking, dependsOn } = judge(repaired)
  if (decision === 'depends') return { outcome: 'depends', keys: dependsOn.keys, telling: repaired }
  if (decision !== 'allowed') return { outcome: 'stillDenied', decision, blocking, telling: repaired }
  const decided = <One extends Probe | Wanted>(all: readonly One[]) =>
    all.map((one) => ({ one, decision: judge(probeDraft(repaired, one)).decision }))
  const opened = decided(repair.probes)
  const open = opened.filter(({ decision }) => decision === 'allowed').map(({ one }) => one)
  const mayBeOpen = opened.filter(({ decision }) => decision === 'depends').map(({ one }) => one)
  const [telling] = [...open, ...mayBeOpen]
  if (telling)
    return {
      outcome: 'tooOpen',
      opens: open.map(({ opens }) => opens),
      mayOpen: mayBeOpen.map(({ opens }) => opens),
      telling: probeDraft(repaired, telling),
    }
  const asking = decided(wants)
  const mayLack = asking.filter(({ decision }) => decision === 'depends').map(({ one }) => one)
  const lacking = asking.filter(({ decision }) => /Deny$/.test(decision)).map(({ one }) => one)
  const [missing] = [...lacking, ...mayLack]
  if (missing)
    return {
      outcome: 'tooNarrow',
      lacks: lacking.map(({ what }) => what),
      mayLack: mayLack.map(({ what }) => what),
      telling: probeDraft(repaired, missing),
    }
  const another = anotherSession(task, repaired)
  if (another !== null) return { outcome: 'tooNarrow', lacks: [SESSION_WORDS], mayLack: [], telling: another }
  return reference === null
    ? { outcome: 'works', compared: null }
    : graded(compareRepair(toCompare(task, repaired), reference))
}

const SESSION_WORDS = 'other sessions of the same role'

/** Another session of the caller's role, where the task lets it pass and this repair does not; else null. */
function anotherSession({ draft, repair: { solution, isForRole } }: ToRepair, repaired: Draft): Draft | null {
  const { principal } = buildCase(repaired).accessCase.request
  if (parsePrincipal(principal)?.kind !== 'roleSession') return null
  const request = { principal: `${principal.slice(0, principal.lastIndexOf('/'))}/another-session` }
  const passes = (one: Draft) => judge(probeDraft(one, { what: '', request })).decision === 'allowed'
  const mustPass = solution === undefined ? isForRole === true : passes(changed(draft, solution))
  return mustPass && !passes(repaired) ? probeDraft(repaired, { what: '', request }) : null
}

/** What is compared of a repair that lets its request through. */
export function toCompare({ draft, repair: { solution, wants = [] } }: ToRepair, repaired: Draft): ToCompare {
  const caseOf = (one: Draft) => buildCase(one).accessCase
  const asked = [repaired, ...wants.map((wanted) => probeDraft(repaired, wanted))].map((one) => caseOf(one).request)
  return {
    before: caseOf(draft),
    after: caseOf(repaired),
    wanted: solution === undefined ? null : caseOf(changed(draft, solution)),
    asked: new Set(asked.map(({ action }) => action.toLowerCase())),
    askedOn: asked.map(({ resource }) => resource),
  }
}

/** The outcome of a repair that lets its request through, by what it opens and takes away. */
export const graded = (compared: ComparedRepair): RepairResult => ({
  outcome: compared.opens.length > 0 ? 'wide' : compared.loses.length > 0 ? 'loses' : 'works',
  compared,
})

/** The services that the comparison needs to know: those of actions, and those whose ARNs are named. */
export function servicesToCompare({ before, after, wanted }: ToCompare): readonly string[] {
  const texts = [before, after, ...(wanted === null ? [] : [wanted])].map(({ policies, request }) =>
    JSON.stringify([policies, request.action]),
  )
  const named = texts.flatMap((text) => [...text.matchAll(/"(?:arn:[a-z-]{1,20}:)?([a-z\d-]{1,40}):/gi)])
  return [...new Set(named.flatMap(([, service]) => service?.toLowerCase() ?? []))].toSorted()
}

function changed(draft: Draft, { layers = {}, context = {} }: RepairChange): Draft {
  return { ...changeLayers(draft, layers), context: { ...draft.context, ...context } }
}

/** The draft after the repair that the lesson shows, or after the one that opens too much. */
export const applyRepair = (lesson: Lesson, which: 'solution' | 'tooOpen'): Draft =>
  changed(lesson.draft, lesson.repair[which])

import { newNodes, groupsIn, type Node } from './decision-diagram'
import type { Holes } from '../../case/holes'
import { once } from '../../text/once'
import type { Decision, DependsOn, SufficientCondition } from '../evaluation'
import { decisionOf, type Outlook } from '../decide/decide'
import type { LayerOutcomes, Reading } from '../decide/layer-verdict'
import { UNKNOWN } from '../kleene'
import type { Question } from '../question'
import { freeGroup, keyGroup, layerGroup, type Group, type Scenario } from './scenarios'
import { sufficientConditionsOf } from './sufficient-conditions'
import type { Outcome } from '../match/evaluate-statement'
import { holeGroups, marksThatMatter } from './hole-groups'
import { memoKey } from './memo-key'
import { newAssumptions, assuming, type AssumedLayers } from './assumptions'

/** What a decision that depends comes to, what it hangs on, and what would settle it. */
export interface Solution {
  /** Other than `depends` when every way in which the unknown can turn out ends in the same decision. */
  readonly decision: Decision
  /** Each way in which the decision is reached, when it does not depend after all. */
  readonly ways: readonly AssumedLayers[]
  /** The rest, of one that depends: found when it is asked for. */
  readonly rest: () => Dependence
}

/** What a decision hangs on, and what would settle it. */
export interface Dependence {
  readonly dependsOn: DependsOn
  readonly sufficientConditions: readonly SufficientCondition[]
}

/** What is open: layers, what is asked besides them, and the holes that questions speak of. */
export interface Open {
  readonly layers: readonly LayerOutcomes[]
  readonly asked: readonly Question[]
  readonly holes: Holes
  /** How many texts may be tried for holes that belong together. */
  readonly fillings: number
}

/** How many ways are looked at before it is said that it depends. */
const MAX_DECISIONS = 4_000
/** The same, counted once for each question that a way is read for. */
const MAX_READ = 100_000
/** Ways of one decision that are looked at for the layers that stand in the way. */
const MAX_ENDS = 64

/** Of a decision that hangs on nothing. */
export const NO_DEPENDENCE: Dependence = { dependsOn: { keys: [], layers: [] }, sufficientConditions: [] }

const nothing = (): Dependence => NO_DEPENDENCE

/**
 * Tries the ways in which unknown keys and layers can turn out, given the layers of which something is open. A way is
 * followed only as far as the decision still depends, and no further where an earlier one has left the same open. Once
 * two ways have ended differently, of a way that is denied only that counts which denies it leaves open. For the decision
 * the first way that ends otherwise than those before ends the search; what it hangs on is searched for when it is asked
 * for. What makes no difference is not named.
 */
export function solveUnknowns(
  open: Open,
  plain: Reading,
  decideUnder: (assumed: AssumedLayers) => Outlook,
  mayBeAbsent: (lowerKey: string) => boolean,
): Solution {
  const groups = groupsOf(open, mayBeAbsent)
  const explore = (aim: Aim) => exploreWays(open, groups, plain, decideUnder, aim)
  const { root, ends } = explore('decision')
  if (root.group === null && root.decision !== 'depends') {
    const ways = ends.map((scenarios) => assuming(scenarios, open.layers, plain))
    return { decision: root.decision, ways, rest: nothing }
  }
  return { decision: 'depends', ways: [], rest: once(() => dependenceOf(explore('dependence'), open.holes, groups)) }
}

/** What ways are followed for: whether the decision depends, or what it hangs on. */
type Aim = 'decision' | 'dependence'

/** What was found on the ways. */
interface Explored {
  readonly root: Node
  /** Of some ways that ended, what was assumed on them. */
  readonly ends: readonly (readonly Scenario[])[]
  /** There are more ways than are looked at. */
  readonly isCut: boolean
}

function dependenceOf({ root, isCut }: Explored, holes: Holes, groups: readonly Group[]): Dependence {
  const matter = groupsIn(root)
  const used = isCut ? groups : groups.filter((_, index) => matter.has(index))
  return {
    dependsOn: dependsOn(used, holes, (group) => (isCut ? group.marks : marksThatMatter(root, groups, group))),
    sufficientConditions: sufficientConditionsOf(root, groups),
  }
}

/** Follows the ways: for the decision until two have ended differently, else all. */
function exploreWays(
  open: Open,
  groups: readonly Group[],
  plain: Reading,
  decideUnder: (assumed: AssumedLayers) => Outlook,
  aim: Aim,
): Explored {
  const isBrief = aim === 'decision'
  const nodes = newNodes()
  const known = new Map<string, Node>()
  const assumptions = newAssumptions(open.layers, plain)
  const leftOpen = memoKey(assumptions, open.asked)
  const path: Scenario[] = []
  const ends: (readonly Scenario[])[] = []
  let budget = waysToTry(open.layers)
  let first: Decision | null = null
  let differ = false
  let isOver = false
  const end = (from: number, decision: Decision): Node => {
    if (ends.length < MAX_ENDS) ends.push(path.slice(0, from))
    first ??= decision
    differ ||= decision !== first || decision === 'depends'
    if (differ && isBrief) isOver = true
    return nodes.outcome(decision)
  }
  const follow = (from: number, wasDenied: boolean): Node => {
    const id = leftOpen(from, wasDenied)
    const before = known.get(id)
    if (before !== undefined) return before
    if (--budget < 0) isOver ||= isBrief
    if (budget < 0 || isOver) return nodes.outcome('depends')
    const outlook = decideUnder(assumptions)
    const isDenied = differ && outlook === 'denied'
    const deniedId = isDenied && !wasDenied ? leftOpen(from, true) : id
    const node = known.get(deniedId) ?? branch(from, outlook, isDenied)
    if (isOver) return node
    known.set(id, node)
    known.set(deniedId, node)
    return node
  }
  const branch = (from: number, outlook: Outlook, isDenied: boolean): Node => {
    const group = groups[from]
    const decision = decisionOf(outlook)
    if (decision !== 'depends' || group === undefined) return end(from, decision)
    const children: Node[] = []
    for (const scenario of group.scenarios) {
      path[from] = scenario
      assumptions.assume(scenario)
      children.push(follow(from + 1, isDenied))
      assumptions.takeBack(scenario)
      if (isOver) return nodes.outcome('depends')
    }
    return nodes.branch(from, children)
  }
  const root = follow(0, false)
  return { root, ends, isCut: budget < 0 }
}

/** How many ways are looked at, fewer where each takes longer to read. */
function waysToTry(judged: readonly LayerOutcomes[]): number {
  let open = 1
  const count = ({ matches, questions }: Outcome) => {
    if (matches === UNKNOWN) open += questions.length
  }
  for (const layer of judged) eachOutcome(layer, count)
  return Math.min(MAX_DECISIONS, Math.ceil(MAX_READ / open))
}

function eachOutcome({ levels, grants }: LayerOutcomes, visit: (outcome: Outcome) => void): void {
  for (const { outcomes } of levels) outcomes.forEach(visit)
  grants.forEach(visit)
}

/** Everything unknown that statements or layers hang on, in groups that turn out together. */
function groupsOf(
  { layers: judged, asked, holes, fillings }: Open,
  mayBeAbsent: (lowerKey: string) => boolean,
): readonly Group[] {
  const byKey = new Map<string, Map<string, Question>>()
  const free = new Map<string, Question>()
  const ofHoles = new Map<string, Question>()
  const layers: Group[] = []
  const collect = (question: Question) => {
    const [key] = question.keys
    if (question.holes?.tests) ofHoles.set(question.id, question)
    else if (question.answer === null || key === undefined) free.set(question.id, question)
    else {
      const lower = key.toLowerCase()
      const questions = byKey.get(lower) ?? new Map<string, Question>()
      byKey.set(lower, questions.set(question.id, question))
    }
  }
  asked.forEach(collect)
  for (const one of judged) {
    const { layer, state, levels, maybeExempt } = one
    if (maybeExempt !== null && (state === 'unknown' || levels.length > 0)) collect(maybeExempt)
    if (state === 'unknown' || levels.some(({ unreadable }) => unreadable)) {
      layers.push(layerGroup(layer))
    }
    eachOutcome(one, ({ matches, questions }) => {
      if (matches === UNKNOWN) questions.forEach(collect)
    })
  }
  const ofKeys = [...byKey].flatMap(([key, byId]): readonly Group[] => {
    const questions = [...byId.values()]
    const group = keyGroup(questions, mayBeAbsent(key))
    return group === null ? questions.map(freeGroup) : [group]
  })
  return [
    ...holeGroups([...ofHoles.values()], holes, fillings),
    ...ofKeys,
    ...[...free.values()].map(freeGroup),
    ...layers,
  ]
}

function dependsOn(used: readonly Group[], holes: Holes, marksOf: (group: Group) => readonly string[]): DependsOn {
  const keys = new Map<string, string>()
  for (const key of used.flatMap((group) => group.keys)) {
    if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
  }
  const open = [...new Set(used.flatMap(marksOf))].map((mark) => holes.of(mark))
  const names = [...new Set(open.filter(({ part }) => part === null).map(({ name }) => name))]
  const parts = [...new Set(open.flatMap(({ part }) => part ?? []))]
  return {
    keys: [...keys.values()],
    layers: [...new Set(used.flatMap(({ layer }) => layer ?? []))],
    ...(holes.none ? {} : { holes: names }),
    ...(parts.length === 0 ? {} : { parts }),
  }
}

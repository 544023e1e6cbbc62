import { newNodes, groupsIn, type Node } from './decision-diagram'
import type { Decision, Layer, Settlement } from './evaluation'
import type { JudgedLayer } from './judge-layer'
import type { LayerVerdict, Reading } from './layer-verdict'
import { kleene, NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { Question } from './question'
import { freeGroup, keyGroup, layerGroup, type Group, type Scenario } from './scenarios'
import { settlementsOf } from './settlements'
import type { Outcome } from './evaluate-statement'
import { residue } from './residue'

/** What a decision that depends hangs on, and what would settle it. */
export interface Settled {
  /** Other than `depends` when every way in which the unknown can turn out ends in the same decision. */
  readonly decision: Decision
  /** Each way in which the decision is reached, when it does not depend after all. */
  readonly readings: readonly Reading[]
  readonly dependsOn: { readonly keys: readonly string[]; readonly layers: readonly Layer[] }
  readonly settlements: readonly Settlement[]
}

type DecideUnder = (reading: Reading) => Decision

/** Finds what a decision comes to that depends. */
export type Settler<S> = (
  judged: readonly JudgedLayer[],
  plain: Reading,
  decideUnder: DecideUnder,
  mayBeAbsent: (lowerKey: string) => boolean,
) => S

/** How many ways are looked at before it is said that it depends. */
const MAX_DECISIONS = 4_000
/** The same, counted once for each question that a way is read for. */
const MAX_READ = 100_000
/** Ways of one decision that are looked at for the layers that stand in the way. */
export const MAX_READINGS = 64

/**
 * Tries the ways in which unknown keys and layers can turn out. A way is followed only as far as the decision still
 * depends, and no further where an earlier one has left the same open. What makes no difference is not named.
 */
export const settle: Settler<Settled> = (judged, plain, decideUnder, mayBeAbsent) => {
  const groups = groupsOf(judged, plain, mayBeAbsent)
  const nodes = newNodes()
  const known = new Map<string, Node>()
  const leftOpen = residue(judged)
  const { reading, learn, forget } = newTrial(plain)
  const path: Scenario[] = []
  const ends: (readonly Scenario[])[] = []
  let budget = waysToTry(judged)
  const follow = (from: number): Node => {
    const id = `${from} ${leftOpen(reading)}`
    const before = known.get(id)
    if (before !== undefined) return before
    if (--budget < 0) return nodes.outcome('depends')
    const decision = decideUnder(reading)
    const group = groups[from]
    let node: Node
    if (decision !== 'depends' || group === undefined) {
      if (ends.length < MAX_READINGS) ends.push(path.slice(0, from))
      node = nodes.outcome(decision)
    } else {
      const children: Node[] = []
      for (const scenario of group.scenarios) {
        path[from] = scenario
        learn(scenario)
        children.push(follow(from + 1))
        forget(scenario)
      }
      node = nodes.branch(from, children)
    }
    known.set(id, node)
    return node
  }
  const root = follow(0)
  if (root.group === null && root.decision !== 'depends') {
    const readings = ends.map((scenarios) => readingOf(scenarios, plain))
    return { decision: root.decision, readings, dependsOn: { keys: [], layers: [] }, settlements: [] }
  }
  const matter = groupsIn(root)
  const used = budget < 0 ? groups : groups.filter((_, index) => matter.has(index))
  return {
    decision: 'depends',
    readings: [],
    dependsOn: dependsOn(used),
    settlements: settlementsOf(root, groups),
  }
}

/** How many ways are looked at, fewer where each takes longer to read. */
export function waysToTry(judged: readonly JudgedLayer[]): number {
  let open = 1
  for (const { levels, grants } of judged)
    for (const { matches, questions } of [...levels.flatMap(({ outcomes }) => outcomes), ...grants])
      if (matches === UNKNOWN) open += questions.length
  return Math.min(MAX_DECISIONS, Math.ceil(MAX_READ / open))
}

/** Everything unknown that statements or layers hang on, in groups that turn out together. */
export function groupsOf(
  judged: readonly JudgedLayer[],
  plain: Reading,
  mayBeAbsent: (lowerKey: string) => boolean,
): readonly Group[] {
  const byKey = new Map<string, Map<string, Question>>()
  const free = new Map<string, Question>()
  const layers: Group[] = []
  const collect = (question: Question) => {
    const [key] = question.keys
    if (question.answer === null || key === undefined) free.set(question.id, question)
    else {
      const lower = key.toLowerCase()
      const questions = byKey.get(lower) ?? new Map<string, Question>()
      byKey.set(lower, questions.set(question.id, question))
    }
  }
  for (const { layer, state, levels, grants, maybeExempt } of judged) {
    if (maybeExempt !== null && (state === 'unknown' || levels.length > 0)) collect(maybeExempt)
    if (state === 'unknown' || levels.some(({ unreadable }) => unreadable)) {
      layers.push(layerGroup(layer))
    }
    for (const { matches, questions } of [...levels.flatMap(({ outcomes }) => outcomes), ...grants]) {
      if (matches === UNKNOWN) questions.forEach(collect)
    }
  }
  const ofKeys = [...byKey].flatMap(([key, byId]): readonly Group[] => {
    const questions = [...byId.values()]
    const group = keyGroup(questions, mayBeAbsent(key))
    return group === null ? questions.map(freeGroup) : [group]
  })
  return [...ofKeys, ...[...free.values()].map(freeGroup), ...layers]
}

/** A reading that follows what is learned and forgotten. */
export interface Trial {
  readonly reading: Reading
  readonly learn: (scenario: Scenario) => void
  readonly forget: (scenario: Scenario) => void
}

/** A trial in which nothing has been learned yet. */
export function newTrial(plain: Reading): Trial {
  const answers = new Map<string, Kleene>()
  const layers = new Map<Layer, LayerVerdict>()
  const answer = (question: Question): Kleene => answers.get(question.id) ?? UNKNOWN
  const layerOf = (layer: Layer): LayerVerdict => layers.get(layer) ?? plain.layer(layer)
  return {
    reading: {
      match: (outcome) => (outcome.matches === UNKNOWN ? all(outcome, answer) : outcome.matches),
      exempt: answer,
      layer: layerOf,
      unreadable: plain.unreadable === null ? null : layerOf,
    },
    learn: ({ literals }) => {
      for (const literal of literals) {
        if (literal.kind === 'layer') layers.set(literal.layer, literal.verdict)
        else if (literal.kind === 'answer') answers.set(literal.question.id, kleene(literal.holds))
      }
    },
    forget: ({ literals }) => {
      for (const literal of literals) {
        if (literal.kind === 'layer') layers.delete(literal.layer)
        else if (literal.kind === 'answer') answers.delete(literal.question.id)
      }
    },
  }
}

/** The reading under which exactly these scenarios are met. */
export function readingOf(scenarios: readonly Scenario[], plain: Reading): Reading {
  const { reading, learn } = newTrial(plain)
  scenarios.forEach(learn)
  return reading
}

function all({ questions }: Outcome, answer: (question: Question) => Kleene): Kleene {
  let matches: Kleene = YES
  for (const question of questions) {
    const one = answer(question)
    if (one === NO) return NO
    if (one === UNKNOWN) matches = UNKNOWN
  }
  return matches
}

function dependsOn(used: readonly Group[]): Settled['dependsOn'] {
  const keys = new Map<string, string>()
  for (const key of used.flatMap((group) => group.keys)) {
    if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
  }
  return { keys: [...keys.values()], layers: [...new Set(used.flatMap(({ layer }) => layer ?? []))] }
}

import type { StatementOutcome } from './evaluate-statement'
import type { Decision, Layer, Requirement, Settlement } from './evaluation'
import type { JudgedLayer } from './judge-layer'
import type { Reading } from './layer-verdict'
import { kleene, NO, UNKNOWN, YES, type Kleene } from './kleene'
import type { Question } from './question'
import {
  freeGroup,
  implies,
  keyGroup,
  layerGroup,
  requirementFrom,
  weakened,
  type Group,
  type Literal,
} from './scenarios'

/** What a decision that depends hangs on, and what would settle it. */
export interface Settled {
  /** Other than `depends` when every way in which the unknown can turn out ends in the same decision. */
  readonly decision: Decision
  /** Under which the decision is reached, when it does not depend after all. */
  readonly reading: Reading | null
  readonly dependsOn: { readonly keys: readonly string[]; readonly layers: readonly Layer[] }
  readonly settlements: readonly Settlement[]
}

type DecideUnder = (reading: Reading) => Decision

interface Leaf {
  readonly decision: Decision
  readonly literals: readonly Literal[]
  readonly realistic: boolean
}

const MAX_DECISIONS = 6_000
const MAX_SETTLEMENTS = 4

/**
 * Tries the ways in which unknown keys and layers can turn out, and keeps for each decision the least that leads to
 * it. A way is followed only as far as the decision still depends.
 */
export function settle(judged: readonly JudgedLayer[], plain: Reading, decideUnder: DecideUnder): Settled {
  const { groups, complete } = groupsOf(judged, plain)
  const leaves: Leaf[] = []
  let budget = MAX_DECISIONS
  const follow = (from: number, literals: readonly Literal[], realistic: boolean): void => {
    if (--budget < 0) return
    const decision = decideUnder(readingOf(literals, plain))
    const group = groups[from]
    if (decision !== 'depends' || group === undefined) leaves.push({ decision, literals, realistic })
    else for (const one of group.scenarios) follow(from + 1, [...literals, ...one.literals], realistic && one.realistic)
  }
  follow(0, [], true)
  const exhausted = budget >= 0 && complete
  const decisions = new Set(leaves.map(({ decision }) => decision))
  const [only] = decisions
  const [first] = leaves
  if (exhausted && decisions.size === 1 && only !== undefined && only !== 'depends' && first !== undefined) {
    const reading = readingOf(first.literals, plain)
    return { decision: only, reading, dependsOn: { keys: [], layers: [] }, settlements: [] }
  }
  const minimal = cover(leaves, plain, decideUnder)
  const used = exhausted ? minimal.flatMap(({ literals }) => literals) : groups.flatMap(literalsOf)
  return {
    decision: 'depends',
    reading: null,
    dependsOn: dependsOn(used, groups),
    settlements: settlementsOf(minimal.filter(({ realistic }) => realistic)),
  }
}

/** Everything unknown that statements or layers hang on, in groups that turn out together. */
function groupsOf(judged: readonly JudgedLayer[], plain: Reading): { groups: readonly Group[]; complete: boolean } {
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
  for (const { layer, state, levels, maybeExempt } of judged) {
    if (maybeExempt !== null && (state === 'unknown' || levels.length > 0)) collect(maybeExempt)
    if (state === 'unknown' || (plain.unreadable !== null && levels.some(({ unreadable }) => unreadable))) {
      layers.push(layerGroup(layer))
    }
    for (const { outcomes } of levels) {
      for (const { matches, questions } of outcomes) if (matches === UNKNOWN) questions.forEach(collect)
    }
  }
  const groups: Group[] = []
  let complete = true
  for (const [key, questions] of byKey) {
    const group = keyGroup(key, [...questions.values()])
    if (group === null) {
      complete = false
      groups.push(...[...questions.values()].map(freeGroup))
    } else groups.push(group)
  }
  return { groups: [...groups, ...[...free.values()].map(freeGroup), ...layers], complete }
}

/** The reading under which exactly these things are known. */
function readingOf(literals: readonly Literal[], plain: Reading): Reading {
  const answers = new Map<string, Kleene>()
  const layers = new Map<Layer, Extract<Literal, { kind: 'layer' }>>()
  for (const literal of literals) {
    if (literal.kind === 'layer') layers.set(literal.layer, literal)
    else answers.set(literal.question.id, kleene(literal.holds))
  }
  const answer = (question: Question): Kleene => answers.get(question.id) ?? UNKNOWN
  return {
    match: (outcome) => (outcome.matches === UNKNOWN ? all(outcome, answer) : outcome.matches),
    exempt: answer,
    layer: (layer) => layers.get(layer)?.verdict ?? plain.layer(layer),
    unreadable:
      plain.unreadable === null
        ? null
        : (layer) => layers.get(layer)?.verdict ?? plain.unreadable?.(layer) ?? plain.layer(layer),
  }
}

function all({ questions }: StatementOutcome, answer: (question: Question) => Kleene): Kleene {
  let matches: Kleene = YES
  for (const question of questions) {
    const one = answer(question)
    if (one === NO) return NO
    if (one === UNKNOWN) matches = UNKNOWN
  }
  return matches
}

/** The least that leads to each decision; a way that an earlier finding covers is not looked at again. */
function cover(leaves: readonly Leaf[], plain: Reading, decideUnder: DecideUnder): readonly Leaf[] {
  const found: Leaf[] = []
  // What surely can turn out so comes first.
  for (const leaf of [...leaves].sort((a, b) => Number(b.realistic) - Number(a.realistic))) {
    if (leaf.decision === 'depends') continue
    const covers = (other: Leaf) =>
      other.decision === leaf.decision &&
      other.literals.every((weak) => leaf.literals.some((one) => implies(one, weak)))
    if (!found.some(covers)) found.push({ ...leaf, literals: minimise(leaf, plain, decideUnder) })
  }
  return found
}

/** Leaves out, or weakens, whatever the decision does not need. */
function minimise({ decision, literals }: Leaf, plain: Reading, decideUnder: DecideUnder): readonly Literal[] {
  let kept = literals
  for (const literal of literals) {
    const without = kept.filter((other) => other !== literal)
    const weaker = [null, ...weakened(literal)].map((other) => (other === null ? without : [...without, other]))
    kept = weaker.find((some) => decideUnder(readingOf(some, plain)) === decision) ?? kept
  }
  return kept
}

const literalsOf = ({ scenarios }: Group): readonly Literal[] => scenarios.flatMap(({ literals }) => literals)

function dependsOn(used: readonly Literal[], groups: readonly Group[]): Settled['dependsOn'] {
  const keys = new Map<string, string>()
  const layers = new Set<Layer>()
  for (const literal of used) {
    if (literal.kind === 'layer') layers.add(literal.layer)
    else {
      for (const key of literal.question.keys) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
      if (literal.question.keys.length === 0) layers.add('boundary')
    }
  }
  const order = groups.flatMap(({ layer }) => (layer === null ? [] : [layer]))
  return { keys: [...keys.values()], layers: [...new Set(order)].filter((layer) => layers.has(layer)) }
}

const RANK: Readonly<Record<Decision, number>> = { allowed: 0, explicitDeny: 1, implicitDeny: 2, depends: 3 }

function settlementsOf(leaves: readonly Leaf[]): readonly Settlement[] {
  const found = new Map<string, { settlement: Settlement; ids: ReadonlySet<string> }>()
  for (const { decision, literals } of leaves) {
    if (decision === 'depends') continue
    const requirements = distinct(literals.map(requirementFrom))
    const ids = new Set(requirements.map((requirement) => JSON.stringify(requirement)))
    found.set(`${decision} ${[...ids].sort().join()}`, { settlement: { decision, requirements }, ids })
  }
  const list = [...found.values()].sort(
    (a, b) => RANK[a.settlement.decision] - RANK[b.settlement.decision] || a.ids.size - b.ids.size,
  )
  const kept: typeof list = []
  for (const one of list) {
    const same = kept.filter(({ settlement }) => settlement.decision === one.settlement.decision)
    if (same.length >= MAX_SETTLEMENTS) continue
    if (!same.some(({ ids }) => [...ids].every((id) => one.ids.has(id)))) kept.push(one)
  }
  return kept.map(({ settlement }) => settlement)
}

function distinct(requirements: readonly Requirement[]): readonly Requirement[] {
  return [...new Map(requirements.map((requirement) => [JSON.stringify(requirement), requirement])).values()]
}

import { alwaysEnds, waysOf, type Node, type Way } from './decision-diagram'
import type { Decision, Requirement, Settlement } from './evaluation'
import { agrees, requirementFrom, wordsFor, type Group, type Literal } from './scenarios'

const MAX_SETTLEMENTS = 4
const MAX_WAYS = 2_000

/** What must be so for a decision, for each group that it asks. */
type Terms = ReadonlyMap<number, readonly Literal[]>

interface Found {
  readonly decision: Decision
  readonly terms: Terms
}

/** The least that leads to each decision. */
export function settlementsOf(root: Node, groups: readonly Group[]): readonly Settlement[] {
  const found: Found[] = []
  const unlikely = (group: number, scenario: number) => groups[group]?.scenarios[scenario]?.realistic !== true
  for (const { decision, way } of waysOf(root, MAX_WAYS, unlikely)) {
    if (decision === 'depends') continue
    const covered = found.some((one) => one.decision === decision && allows(one.terms, way, groups))
    if (!covered) found.push({ decision, terms: leastTerms(root, decision, way, groups) })
  }
  return shortest(found)
}

/** Is a way within what the terms ask? A group that the way does not meet may turn out in any way. */
const allows = (terms: Terms, way: Way, groups: readonly Group[]): boolean =>
  [...terms].every(([group, words]) => {
    const scenario = groups[group]?.scenarios[way.get(group) ?? -1]
    return scenario !== undefined && words.every((word) => agrees(scenario, word))
  })

/** Leaves out every group that the decision does not need, and says the rest in the fewest and weakest words. */
function leastTerms(root: Node, decision: Decision, way: Way, groups: readonly Group[]): Terms {
  const left = new Map([...way].map(([group, scenario]) => [group, new Set([scenario])]))
  const suffices = () => alwaysEnds(root, decision, (group, scenario) => left.get(group)?.has(scenario) !== false)
  for (const [group, only] of [...left]) {
    left.delete(group)
    if (!suffices()) left.set(group, only)
  }
  const terms = new Map<number, readonly Literal[]>()
  for (const group of left.keys()) {
    const { scenarios } = groups[group] as Group
    const scenario = scenarios[way.get(group) as number] as Group['scenarios'][number]
    const settles = (words: readonly Literal[]) => {
      left.set(group, meant(scenarios, words))
      return suffices()
    }
    const single = wordsFor(scenario)
      .map((word) => ({ words: [word], wide: meant(scenarios, [word]).size }))
      .sort((a, b) => b.wide - a.wide || Number(fails(a.words)) - Number(fails(b.words)))
      .find(({ words }) => settles(words))
    let words: readonly Literal[] = single?.words ?? scenario.literals
    if (single === undefined) {
      for (const word of scenario.literals) {
        const fewer = words.filter((other) => other !== word)
        if (settles(fewer)) words = fewer
      }
    }
    left.set(group, meant(scenarios, words))
    terms.set(group, words)
  }
  return terms
}

/** Of two words that mean the same, the one without "not" is simpler. */
const fails = (words: readonly Literal[]): boolean =>
  words.some((word) => {
    const requirement = requirementFrom(word)
    return requirement.kind === 'key' && !requirement.holds
  })

/** The scenarios in which these words hold. */
const meant = (scenarios: Group['scenarios'], words: readonly Literal[]): Set<number> =>
  new Set(scenarios.flatMap((scenario, i) => (words.every((word) => agrees(scenario, word)) ? [i] : [])))

const RANK: Readonly<Record<Decision, number>> = { allowed: 0, explicitDeny: 1, implicitDeny: 2, depends: 3 }

function shortest(found: readonly Found[]): readonly Settlement[] {
  const byText = new Map<string, { settlement: Settlement; ids: ReadonlySet<string>; first: number }>()
  for (const { decision, terms } of found) {
    if (decision === 'depends') continue
    const requirements = distinct([...terms.values()].flatMap((words) => words.map(requirementFrom))).sort(
      (a, b) => Number(isWeak(a)) - Number(isWeak(b)),
    )
    if (requirements.some(isUnsaid)) continue
    const ids = new Set(requirements.map((requirement) => JSON.stringify(requirement)))
    byText.set(`${decision} ${[...ids].sort().join()}`, {
      settlement: { decision, requirements },
      ids,
      first: Math.min(...terms.keys()),
    })
  }
  const list = [...byText.values()].sort(
    (a, b) => RANK[a.settlement.decision] - RANK[b.settlement.decision] || a.ids.size - b.ids.size || a.first - b.first,
  )
  const kept: typeof list = []
  for (const one of list) {
    const same = kept.filter(({ settlement }) => settlement.decision === one.settlement.decision)
    if (same.length >= MAX_SETTLEMENTS) continue
    if (!same.some(({ ids }) => [...ids].every((id) => one.ids.has(id)))) kept.push(one)
  }
  return kept.map(({ settlement }) => settlement)
}

/** Too many values would do to name them. */
const isUnsaid = (requirement: Requirement): boolean => requirement.kind === 'key' && requirement.values.length === 0

/** A layer that merely must not deny is told last. */
const isWeak = (requirement: Requirement): boolean =>
  requirement.kind === 'layer' && requirement.status === 'doesNotDeny'

function distinct(requirements: readonly Requirement[]): Requirement[] {
  return [...new Map(requirements.map((requirement) => [JSON.stringify(requirement), requirement])).values()]
}

import { endsOf, visitWays, type Left, type Node, type Way } from './decision-diagram'
import type { Decision, Requirement, SufficientCondition } from '../evaluation'
import { agrees, requirementsFrom, type Group, type Assumption, type Scenario } from './scenarios'

const MAX_CONDITIONS = 4
const MAX_WAYS = 2_000
/** Ways that are put in the least words, counted once for each group. */
const MAX_WORDED = 2_000

/** An assumption as it is said to a person. */
interface Word {
  readonly assumption: Assumption
  readonly requirements: readonly Requirement[]
  /** The scenarios of its group in which it holds, and how many. */
  readonly wide: readonly boolean[]
  readonly size: number
}

/** Makes words, each once. */
class Words {
  private readonly said = new Map<Assumption, Word>()
  private readonly ranked = new Map<Scenario, readonly Word[]>()
  private readonly ids = new Map<Word, readonly number[]>()
  private readonly texts = new Map<string, number>()

  /** The word for an assumption, given the scenarios of its group. */
  for(assumption: Assumption, scenarios: Group['scenarios']): Word {
    let word = this.said.get(assumption)
    if (word === undefined) {
      const wide = scenarios.map((scenario) => agrees(scenario, assumption))
      word = { assumption, requirements: requirementsFrom(assumption), wide, size: wide.filter(Boolean).length }
      this.said.set(assumption, word)
    }
    return word
  }

  /** What can be said of a scenario in one word, the weakest first. */
  rankedFor(scenario: Scenario, scenarios: Group['scenarios']): readonly Word[] {
    let words = this.ranked.get(scenario)
    if (words === undefined) {
      words = scenario.words
        .map((assumption) => this.for(assumption, scenarios))
        .sort((a, b) => b.size - a.size || Number(fails(a)) - Number(fails(b)))
      this.ranked.set(scenario, words)
    }
    return words
  }

  /** Adds what a word requires to what others do, each thing once. */
  addTo(byId: Map<number, Requirement>, word: Word): void {
    const ids = this.idsOf(word)
    for (let i = 0; i < ids.length; i++) byId.set(ids[i] as number, word.requirements[i] as Requirement)
  }

  /** The id of each thing that a word requires; equal ones have equal ids. */
  private idsOf(word: Word): readonly number[] {
    let ids = this.ids.get(word)
    if (ids === undefined) {
      ids = word.requirements.map((requirement) => {
        const text = JSON.stringify(requirement)
        const id = this.texts.get(text) ?? this.texts.size
        this.texts.set(text, id)
        return id
      })
      this.ids.set(word, ids)
    }
    return ids
  }
}

/** What must be so for a decision, for each group that it asks. */
type Terms = ReadonlyMap<number, readonly Word[]>

interface Found {
  readonly decision: SufficientCondition['decision']
  readonly terms: Terms
  /** The scenarios in which the terms hold, of each group that they ask. */
  readonly left: Left
}

/** The least that leads to each decision. */
export function sufficientConditionsOf(root: Node, groups: readonly Group[]): readonly SufficientCondition[] {
  const found: Found[] = []
  const words = new Words()
  const alwaysEnds = endsOf(root)
  const unlikely = (group: number, scenario: number) => groups[group]?.scenarios[scenario]?.realistic !== true
  visitWays(root, MAX_WAYS, unlikely, (decision, way) => {
    if (decision === 'depends' || found.length * groups.length > MAX_WORDED) return
    for (const one of found) if (one.decision === decision && allows(one.left, way)) return
    found.push(leastTerms((left) => alwaysEnds(decision, left), decision, way, groups, words))
  })
  return shortest(found, words)
}

/** Is a way within what the terms ask? */
function allows(left: Left, way: Way): boolean {
  for (let group = 0; group < left.length; group++) {
    const scenarios = left[group]
    if (scenarios !== undefined && scenarios[way[group] ?? -1] !== true) return false
  }
  return true
}

/** Leaves out every group that the decision does not need, and says the rest in the fewest and weakest words. */
function leastTerms(
  endsSo: (left: Left) => boolean,
  decision: Found['decision'],
  way: Way,
  groups: readonly Group[],
  words: Words,
): Found {
  const left: Left[number][] = way.map((met, group) =>
    met < 0 ? undefined : groups[group]?.scenarios.map((_, i) => i === met),
  )
  const suffices = () => endsSo(left)
  for (const [group, only] of left.entries()) {
    left[group] = undefined
    if (only !== undefined && !suffices()) left[group] = only
  }
  const terms = new Map<number, readonly Word[]>()
  for (const [group, only] of left.entries()) {
    if (only === undefined) continue
    const { scenarios } = groups[group] as Group
    const scenario = scenarios[way[group] as number] as Scenario
    const fewest = fewestWords(scenarios, scenario, words, (wide) => {
      left[group] = wide
      return suffices()
    })
    left[group] = meant(scenarios, fewest)
    terms.set(group, fewest)
  }
  return { decision, terms, left }
}

/** The fewest words of a scenario that settle it, the weakest first. */
function fewestWords(
  scenarios: Group['scenarios'],
  scenario: Scenario,
  words: Words,
  settles: (wide: readonly boolean[]) => boolean,
): readonly Word[] {
  const single = words.rankedFor(scenario, scenarios).find(({ wide }) => settles(wide))
  if (single !== undefined) return [single]
  // Which words keep each scenario out: it is let in when the last of them goes.
  const against = scenarios.map((one) => new Set(scenario.assumptions.filter((word) => !agrees(one, word))))
  const needed = new Set(scenario.assumptions)
  for (const word of scenario.assumptions) {
    if (!settles(against.map((left) => left.size === 0 || (left.size === 1 && left.has(word))))) continue
    needed.delete(word)
    for (const left of against) left.delete(word)
  }
  return [...needed].map((assumption) => words.for(assumption, scenarios))
}

/** Of two words that mean the same, the one without "not" is simpler. */
const fails = ({ requirements }: Word): boolean =>
  requirements.some((requirement) => requirement.kind === 'key' && !requirement.holds)

/** The scenarios in which these words hold. */
const meant = (scenarios: Group['scenarios'], words: readonly Word[]): readonly boolean[] =>
  scenarios.map((_, i) => words.every(({ wide }) => wide[i] === true))

const RANK: Readonly<Record<Decision, number>> = { allowed: 0, explicitDeny: 1, implicitDeny: 2, depends: 3 }

interface Listed {
  readonly condition: SufficientCondition
  /** What it requires, each by its id. */
  readonly byId: ReadonlyMap<number, Requirement>
  /** The first group that it asks. */
  readonly first: number
}

function shortest(found: readonly Found[], words: Words): readonly SufficientCondition[] {
  const byText = new Map<string, Listed>()
  for (const { decision, terms } of found) {
    const byId = new Map<number, Requirement>()
    for (const group of terms.values()) for (const word of group) words.addTo(byId, word)
    const requirements = [...byId.values()]
    if (requirements.some(isUnsaid)) continue
    if (requirements.some(isWeak)) requirements.sort((a, b) => Number(isWeak(a)) - Number(isWeak(b)))
    const [first = Infinity] = terms.keys()
    byText.set(`${decision} ${[...byId.keys()].sort((a, b) => a - b).join()}`, {
      condition: { decision, requirements },
      byId,
      first,
    })
  }
  const list = [...byText.values()].sort(
    (a, b) => RANK[a.condition.decision] - RANK[b.condition.decision] || a.byId.size - b.byId.size || a.first - b.first,
  )
  const kept: Listed[] = []
  for (const one of list) {
    const same = kept.filter(({ condition }) => condition.decision === one.condition.decision)
    if (same.length < MAX_CONDITIONS && !same.some((shorter) => asksWithin(shorter, one))) kept.push(one)
  }
  return kept.map(({ condition }) => condition)
}

/** Is all that the one requires among what the other does? */
function asksWithin({ byId }: Listed, { byId: other }: Listed): boolean {
  for (const id of byId.keys()) if (!other.has(id)) return false
  return true
}

/** Too many values would do to name them. */
const isUnsaid = (requirement: Requirement): boolean => requirement.kind === 'key' && requirement.values.length === 0

/** A layer that merely must not deny is told last. */
const isWeak = (requirement: Requirement): boolean =>
  requirement.kind === 'layer' && requirement.status === 'doesNotDeny'

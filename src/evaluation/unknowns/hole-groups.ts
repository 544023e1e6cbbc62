import type { Holes } from '../../case/holes'
import { groupsIn, type Node } from './decision-diagram'
import { freeGroup, type Group, type Assumption, type Scenario } from './scenarios'
import { Filling } from '../holes/filling'
import type { HoleTest } from '../holes/hole-test'
import type { Question } from '../question'
import { choicesOfAllOutcomes } from '../holes/all-outcomes'
import { sampleTexts } from '../holes/sample-texts'
import { append } from '../../text/append'

/** Tests of which every outcome is held possible. */
const MAX_FREE = 6

/**
 * The questions on holes in groups that turn out together: those of which one hole tells of several. At most so many texts
 * are tried for each group.
 */
export function holeGroups(questions: readonly Question[], holes: Holes, most: number): readonly Group[] {
  return connected(questions).flatMap((together) => {
    const group = holeGroup(together, holes, most)
    return group === null ? together.map(freeGroup) : [group]
  })
}

/** Questions in sets that have no hole in common. */
function connected(questions: readonly Question[]): readonly (readonly Question[])[] {
  const sets: { marks: Set<string>; questions: Question[] }[] = []
  for (const question of questions) {
    const marks = question.holes?.marks ?? []
    const touched = sets.filter((set) => marks.some((mark) => set.marks.has(mark)))
    const [first, ...others] = touched
    const into = first ?? { marks: new Set<string>(), questions: [] }
    if (first === undefined) sets.push(into)
    for (const other of others) {
      other.marks.forEach((mark) => into.marks.add(mark))
      append(into.questions, other.questions)
      sets.splice(sets.indexOf(other), 1)
    }
    marks.forEach((mark) => into.marks.add(mark))
    into.questions.push(question)
  }
  return sets.map((set) => set.questions)
}

/**
 * The ways in which the questions can be answered; null where nobody knows the texts that are all that matter, so that every
 * outcome is held possible, of many tests one by one.
 */
function holeGroup(questions: readonly Question[], of: Holes, most: number): Group | null {
  const tests = new Map<string, HoleTest>()
  for (const { holes } of questions) for (const test of holes?.tests ?? []) tests.set(test.id, test)
  const all = [...tests.values()]
  const isMany = tests.size > MAX_FREE
  const marks = [...new Set(questions.flatMap(({ holes }) => holes?.marks ?? []))]
  const at = new Map(all.map(({ id }, i) => [id, i]))
  const answersOf = (passed: readonly boolean[]): readonly boolean[] =>
    questions.map(
      ({ holes }) => holes?.holds?.((holes.tests ?? []).map(({ id }) => passed[at.get(id) ?? -1] === true)) === true,
    )
  const scenarios = new Map<string, { index: number; answers: readonly boolean[]; realistic: boolean }>()
  const add = (passed: readonly boolean[], realistic: boolean): number => {
    const answers = answersOf(passed)
    const id = answers.map(Number).join('')
    const known = scenarios.get(id)
    if (known !== undefined) return known.index
    const index = scenarios.size
    scenarios.set(id, { index, answers, realistic })
    return index
  }
  const tryTexts = (texts: readonly string[]) => {
    const filling = new Filling(new Map(marks.map((mark, i) => [mark, texts[i] ?? ''])))
    const passed = all.map((test) => test.passes(filling))
    return { texts, scenario: add(passed, true) }
  }
  const isEach = () => questions.length < MAX_FREE && scenarios.size === 1 << questions.length
  const tried = isMany ? [] : sampleTexts(marks, all, of, most).map(tryTexts)
  if (!isEach()) {
    // What no sample showed comes about by some other text, or by none.
    const whole = choicesOfAllOutcomes(marks, all, of)
    if (whole !== null) {
      const scenarioOf = new Map<number, number>()
      for (const { texts, outcome } of whole) {
        const scenario = scenarioOf.get(outcome) ?? tryTexts(texts).scenario
        scenarioOf.set(outcome, scenario)
        tried.push({ texts, scenario })
      }
    } else if (isMany) return null
    else
      for (let bits = 0; bits < 1 << all.length; bits++) {
        const passed = all.map((_, i) => ((bits >> i) & 1) === 1)
        add(passed, false)
      }
  }
  const either = [true, false].map((holds) =>
    questions.map((question): Assumption => ({ kind: 'answer', question, holds })),
  )
  return {
    keys: [],
    marks,
    layer: null,
    tried,
    scenarios: [...scenarios.values()].map(({ answers, realistic }): Scenario => {
      const words = answers.map((holds, i) => either[holds ? 0 : 1]?.[i] as Assumption)
      return { assumptions: words, words, realistic }
    }),
  }
}

/** The marks of a group that make a difference by themselves: those of which two texts lead to different ends. */
export function marksThatMatter(root: Node, groups: readonly Group[], group: Group): readonly string[] {
  const { marks, tried } = group
  if (tried === undefined || marks.length < 2) return marks
  const lead = nodesOf(root, groups.indexOf(group))
  const matter = marks.filter((_, at) => {
    const alike = alikeBut(at, tried)
    return lead.some((children) =>
      alike.some(([first, ...others]) => others.some((one) => children[one] !== children[first!])),
    )
  })
  return matter.length === 0 ? marks : matter
}

/** The scenarios of the texts that differ at one mark only, each set once. */
function alikeBut(mark: number, tried: NonNullable<Group['tried']>): readonly (readonly number[])[] {
  const sets = new Map<string, Set<number>>()
  for (const { texts, scenario } of tried) {
    const id = JSON.stringify(texts.filter((_text, i) => i !== mark))
    const set = sets.get(id)
    if (set === undefined) sets.set(id, new Set([scenario]))
    else set.add(scenario)
  }
  return [...sets.values()].filter(({ size }) => size > 1).map((set) => [...set])
}

/** For each node that asks a group, where its scenarios lead. */
function nodesOf(root: Node, group: number): readonly (readonly number[])[] {
  const found: (readonly number[])[] = []
  const seen = new Set<Node>()
  const visit = (node: Node) => {
    if (seen.has(node) || node.group === null) return
    seen.add(node)
    if (node.group === group) found.push(node.children.map(({ id }) => id))
    node.children.forEach(visit)
  }
  if (groupsIn(root).has(group)) visit(root)
  return found
}

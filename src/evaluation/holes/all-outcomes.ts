import { holdsChar } from '../../case/hole-domain'
import type { Holes } from '../../case/holes'
import { append } from '../../text/append'
import { UNKNOWN } from '../kleene'
import { FitMachine, type Fit } from './fit-machine'
import type { HoleTest } from './hole-test'
import { matchMarked } from './match-marked'

/** More is not tried: it then is not known which outcomes there are. */
const MOST_STEPS = 30_000
const MOST_CLASSES = 400
const MOST_CHOICES = 4_000
const MOST_OUTCOMES = 128
const MOST_TOLD = 300

/** A character that no text here speaks of, if there is one. */
const OTHERS = 'xqzkwjvybfghlmnoprstuacdei7391845206XQZ~'

/** Where the text of a hole is read: by which machine, from which of its states. */
interface Entry {
  readonly machine: number
  readonly state: number
}

/** Texts that lead each machine to the same state from wherever they are read, by the shortest of them. */
interface TextClass {
  readonly text: string
  /** By entry: the state after it. */
  readonly after: readonly number[]
}

/** What one hole does, in classes. */
interface HoleTexts {
  readonly entries: Entry[]
  classes: readonly TextClass[]
}

/** Is counted down while work is done. */
interface Budget {
  steps: number
}

/** The classes of the texts of a hole; null where there are too many. */
function classesOf(
  mark: string,
  entries: readonly Entry[],
  machines: readonly FitMachine[],
  holes: Holes,
  budget: Budget,
): readonly TextClass[] | null {
  const { chars, min, max } = holes.of(mark).domain
  const own = new Set(entries.flatMap(({ machine }) => [...(machines[machine]?.chars ?? [])]))
  const fresh = [...OTHERS].find((char) => !own.has(char) && holdsChar(chars, char))
  const alphabet = [...own, ...(fresh === undefined ? [] : [fresh])].filter((char) => holdsChar(chars, char))
  const seen = new Set<string>()
  const found = new Map<string, TextClass>()
  let open: TextClass[] = [{ text: '', after: entries.map(({ state }) => state) }]
  for (let length = 0; open.length > 0 && length <= max; length++) {
    const next: TextClass[] = []
    for (const one of open) {
      const states = one.after.join()
      if (length >= min && !found.has(states)) found.set(states, one)
      if (found.size > MOST_CLASSES) return null
      for (const char of alphabet) {
        if (--budget.steps < 0) return null
        const after = entries.map(({ machine }, i) => machines[machine]?.feed(one.after[i] ?? 0, char) ?? 0)
        // What follows a text can follow a shorter one that leads to the same states, once that is long enough.
        const key = `${Math.min(length + 1, min)} ${after.join()}`
        if (seen.has(key)) continue
        seen.add(key)
        next.push({ text: one.text + char, after })
      }
    }
    open = next
  }
  return [...found.values()]
}

const indexOfEntry = (entries: readonly Entry[], machine: number, state: number): number =>
  entries.findIndex((one) => one.machine === machine && one.state === state)

/** The states that a machine can be in where it comes to each of its holes; adds those that are new. Were any? */
function spread(machine: FitMachine, at: number, texts: ReadonlyMap<string, HoleTexts>): boolean {
  let states = new Set([machine.start])
  let grew = false
  for (const part of machine.parts) {
    const next = new Set<number>()
    if (part.mark === null) for (const state of states) next.add(machine.through(state, part.tokens))
    else {
      const of = texts.get(part.mark)
      for (const state of states) {
        const index = indexOfEntry(of?.entries ?? [], at, state)
        if (index >= 0) for (const { after } of of?.classes ?? []) next.add(after[index] ?? machine.start)
        else {
          of?.entries.push({ machine: at, state })
          grew = true
        }
      }
    }
    states = next
  }
  return grew
}

/** Holes with the classes of their texts, for all machines that read them; null where that is too much. */
function holeTexts(
  marks: readonly string[],
  machines: readonly FitMachine[],
  holes: Holes,
  budget: Budget,
): ReadonlyMap<string, HoleTexts> | null {
  const texts = new Map(marks.map((mark): [string, HoleTexts] => [mark, { entries: [], classes: [] }]))
  const grows = () => machines.map((machine, at) => spread(machine, at, texts)).some(Boolean)
  while (grows()) {
    for (const [mark, of] of texts) {
      const classes = classesOf(mark, of.entries, machines, holes, budget)
      if (classes === null) return null
      of.classes = classes
    }
  }
  return texts
}

/** Does the pattern of a machine fit where each hole has the text of a class? */
function fits(
  machine: FitMachine,
  at: number,
  chosen: ReadonlyMap<string, TextClass>,
  texts: ReadonlyMap<string, HoleTexts>,
): boolean {
  let state = machine.start
  for (const part of machine.parts) {
    if (part.mark === null) state = machine.through(state, part.tokens)
    else {
      const index = indexOfEntry(texts.get(part.mark)?.entries ?? [], at, state)
      state = chosen.get(part.mark)?.after[index] ?? state
    }
  }
  return machine.accepts(state)
}

/** Texts of the holes, one for each mark, and a number that is the same where the tests come out alike. */
interface HoleChoice {
  readonly texts: readonly string[]
  readonly outcome: number
}

/**
 * Choices of texts, such that every way in which the tests can come out together comes about by one of them. Null where
 * nobody can tell: a test says not what it compares, or there is too much to try.
 */
export function choicesOfAllOutcomes(
  marks: readonly string[],
  tests: readonly HoleTest[],
  holes: Holes,
): readonly HoleChoice[] | null {
  const fitsOf: Fit[] = []
  for (const { fits: compared } of tests) {
    if (compared === undefined) return null
    // What comes out alike whatever the holes are tells nothing apart.
    append(
      fitsOf,
      compared.filter(({ pattern, text }) => matchMarked(pattern, text, holes) === UNKNOWN),
    )
  }
  const machines: FitMachine[] = []
  for (const fit of fitsOf) {
    const machine = FitMachine.of(fit)
    if (machine === null) return null
    machines.push(machine)
  }
  const budget: Budget = { steps: MOST_STEPS }
  const texts = holeTexts(marks, machines, holes, budget)
  if (texts === null) return null
  const lists = marks.map((mark) => {
    const classes = texts.get(mark)?.classes ?? []
    return classes.length > 0 ? classes : [{ text: anyTextOf(mark, holes), after: [] }]
  })
  if (lists.reduce((product, list) => product * list.length, 1) > MOST_CHOICES) return null
  const outcomes = new Map<string, number>()
  const choices: HoleChoice[] = []
  const choose = (from: number, chosen: Map<string, TextClass>): void => {
    const mark = marks[from]
    if (mark !== undefined) {
      for (const one of lists[from] ?? []) choose(from + 1, chosen.set(mark, one))
      return
    }
    const fitting = machines.map((machine, at) => Number(fits(machine, at, chosen, texts))).join('')
    const known = outcomes.get(fitting)
    const outcome = known ?? outcomes.size
    if (known === undefined) outcomes.set(fitting, outcome)
    // A text for each outcome is enough to tell them; of several holes it matters which of them makes the difference.
    if (known === undefined || choices.length < MOST_TOLD)
      choices.push({ texts: marks.map((one) => chosen.get(one)?.text ?? ''), outcome })
  }
  choose(0, new Map())
  return outcomes.size > MOST_OUTCOMES ? null : choices
}

/** Some text of a hole that no comparison reads. */
const anyTextOf = (mark: string, holes: Holes): string => {
  const { chars, min } = holes.of(mark).domain
  return (chars === 'digits' ? '7' : 'x').repeat(min)
}

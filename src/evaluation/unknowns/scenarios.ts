import type { Requirement } from '../evaluation'
import type { LayerVerdict } from '../decide/layer-verdict'
import { NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { Question } from '../question'
import { someStatesOf, statesOf, type Sample } from '../operators/representatives'
import type { Layer } from '../../iam/layers'

/** One thing that may be so: a question's answer, whether a key is there, or what a layer does. */
export type Assumption =
  | { readonly kind: 'answer'; readonly question: Question; readonly holds: boolean }
  | { readonly kind: 'presence'; readonly key: string; readonly present: boolean }
  | { readonly kind: 'layer'; readonly layer: Layer; readonly verdict: LayerVerdict; readonly status: LayerStatusWord }

type LayerStatusWord = Extract<Requirement, { kind: 'layer' }>['status']

/** One way in which a group of unknown things can turn out; all its assumptions hold together. */
export interface Scenario {
  readonly assumptions: readonly Assumption[]
  /** What can be said of it in one word: the things that hold in it, and weaker things that follow from them. */
  readonly words: readonly Assumption[]
  /** False where it is not certain that any value turns out so. */
  readonly realistic: boolean
}

/** Unknown things that turn out together: the questions on one key, or one layer. */
export interface Group {
  /** As the policy spells them. */
  readonly keys: readonly string[]
  /** The marks of the holes that it hangs on. */
  readonly marks: readonly string[]
  readonly layer: Layer | null
  readonly scenarios: readonly Scenario[]
  /** For holes: which texts were tried, one for each mark, and which scenario each choice leads to. */
  readonly tried?: readonly { readonly texts: readonly string[]; readonly scenario: number }[]
}

const MAX_CORES = 5
/** Values that are tried, counted once for each text that they are compared with. */
const MAX_COMPARISONS = 60_000

/** The ways in which the questions on one key can be answered; null when there are too many. */
export function keyGroup(questions: readonly Question[], mayBeAbsent: boolean): Group | null {
  const [key = ''] = questions.flatMap((question) => question.keys)
  const probes = questions.flatMap(({ probe }) => (probe === null ? [] : [probe]))
  const likely = questions.flatMap((question) => question.samples)
  const some = questions.length === 1 && probes[0] ? someStatesOf(key, mayBeAbsent, probes[0], likely) : []
  const { samples, complete } = isAnsweredBothWays(questions, some)
    ? { samples: some, complete: true }
    : statesOf(key, mayBeAbsent, probes, likely)
  const texts = probes.reduce((sum, probe) => sum + Math.max(probe.texts.length, 1), 1)
  const tried = samples.slice(0, Math.ceil(MAX_COMPARISONS / texts))
  const covered = complete && tried.length === samples.length && probes.length === questions.length
  const cores = [...new Set(questions.map(coreOf))]
  if (!covered && cores.length > MAX_CORES) return null
  const found = new Map<string, { answers: readonly boolean[]; states: Set<'present' | 'absent' | 'any'> }>()
  const add = (answers: readonly boolean[], state: 'present' | 'absent' | 'any') => {
    let id = ''
    for (const holds of answers) id += holds ? '1' : '0'
    const one = found.get(id)
    if (one === undefined) found.set(id, { answers, states: new Set([state]) })
    else if (state !== 'any') one.states.add(state)
  }
  for (const sample of tried) add(answersTo(questions, sample), sample === 'absent' ? 'absent' : 'present')
  if (!covered) {
    for (let bits = 0; bits < 1 << cores.length; bits++) {
      const truth = (question: Question) => ((bits >> cores.indexOf(coreOf(question))) & 1) === 1
      add(
        questions.map((question) => truth(question) !== (question.probe?.negated === true)),
        'any',
      )
    }
  }
  const yes = questions.map((question): Assumption => ({ kind: 'answer', question, holds: true }))
  const no = questions.map((question): Assumption => ({ kind: 'answer', question, holds: false }))
  const scenarios = [...found.values()].map(({ answers, states }): Scenario => {
    const assumptions = answers.map((holds, i) => (holds ? yes : no)[i] as Assumption)
    const [state] = states
    const presence: readonly Assumption[] =
      states.size === 1 && state !== 'any' ? [{ kind: 'presence', key, present: state === 'present' }] : []
    const all = presence.length === 0 ? assumptions : [...presence, ...assumptions]
    return { assumptions: all, words: all, realistic: state !== 'any' }
  })
  return { keys: [key], marks: [], layer: null, scenarios }
}

const answersTo = (questions: readonly Question[], sample: Sample): readonly boolean[] =>
  questions.map(({ answer }) => answer?.(sample) === true)

/** Is any of the questions answered by one value of its key so, and by another otherwise? */
function isAnsweredBothWays(questions: readonly Question[], samples: readonly Sample[]): boolean {
  const seen = new Set<boolean>()
  return samples.some((sample) => {
    if (sample !== 'absent') for (const holds of answersTo(questions, sample)) seen.add(holds)
    return seen.size > 1
  })
}

const coreOf = ({ id, probe }: Question): string => probe?.core ?? id

/** A question that hangs on several keys, or on none: it may be answered either way. */
export const freeGroup = (question: Question): Group => ({
  keys: question.keys,
  marks: question.holes?.marks ?? [],
  layer: question.keys.length === 0 && question.holes === undefined ? 'boundary' : null,
  scenarios: [true, false].map((holds): Scenario => {
    const assumptions: readonly Assumption[] = [{ kind: 'answer', question, holds }]
    return { assumptions, words: assumptions, realistic: true }
  }),
})

const verdict = (deny: Kleene, allow: Kleene): LayerVerdict => ({
  deny,
  allow,
  grants: { direct: allow, role: allow, account: allow },
})

/** What a layer can do that nobody gave, or whose policy cannot be read: deny, allow as much as it can, or neither. */
export function layerGroup(layer: Layer): Group {
  const one = (status: LayerStatusWord, what: LayerVerdict): Scenario => {
    const assumption: Assumption = { kind: 'layer', layer, status, verdict: what }
    const words: readonly Assumption[] =
      status === 'denies' ? [assumption] : [{ ...assumption, status: 'doesNotDeny' }, assumption]
    return { assumptions: [assumption], words, realistic: true }
  }
  return {
    keys: [],
    marks: [],
    layer,
    scenarios: [
      one('denies', verdict(YES, UNKNOWN)),
      one('allows', verdict(NO, YES)),
      one('doesNotAllow', verdict(NO, NO)),
    ],
  }
}

/** Can a scenario be, where this holds? */
export function agrees({ assumptions }: Scenario, word: Assumption): boolean {
  return assumptions.every((assumption) => {
    switch (assumption.kind) {
      case 'answer':
        return word.kind !== 'answer' || word.question !== assumption.question || word.holds === assumption.holds
      case 'presence':
        return word.kind !== 'presence' || word.present === assumption.present
      case 'layer':
        return (
          assumption === word ||
          (word.kind === 'layer' && word.status === 'doesNotDeny' && assumption.status !== 'denies')
        )
    }
  })
}

/** What an assumption requires, for a person. */
export function requirementsFrom(assumption: Assumption): readonly Requirement[] {
  switch (assumption.kind) {
    case 'answer':
      return assumption.question.requirements(assumption.holds)
    case 'presence':
      return [
        { kind: 'key', key: assumption.key, operator: 'Null', values: [String(!assumption.present)], holds: true },
      ]
    case 'layer':
      return [{ kind: 'layer', layer: assumption.layer, status: assumption.status }]
  }
}

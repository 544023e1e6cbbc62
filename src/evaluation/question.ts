import type { ContextReading } from '../case/case-reading'
import type { OperatorFamily } from '../iam/condition-operators'
import type { Requirement } from './evaluation'
import type { HoleQuestion } from './holes/hole-test'

/** What a question compares, so that values can be found that answer it one way and the other. */
export interface ComparisonProbe {
  /** Questions of one class on one key can be answered in every possible way by a few sample values. */
  readonly family: OperatorFamily
  /** Equal cores have equal answers for every value that is present and parses, up to negation. */
  readonly core: string
  readonly negated: boolean
  readonly set: boolean
  readonly texts: readonly string[]
  /** A text holds `*` or `?` that a variable put there, which are plain characters. */
  readonly literalWildcards: boolean
}

/** What an unknown match hangs on: a test of a key, or of a layer, that would settle it. */
export interface Question {
  /** Equal questions have equal ids. */
  readonly id: string
  /** The keys that it asks of, as spelled in the policy. */
  readonly keys: readonly string[]
  /** The answer for a state of the key; null when it hangs on more than one key. */
  readonly answer: ((state: ContextReading | 'absent') => boolean) | null
  /** What must be so, all of it, for the answer to be yes, or no. */
  readonly requirements: (holds: boolean) => readonly Requirement[]
  /** Null where it is no test of a condition operator. */
  readonly probe: ComparisonProbe | null
  /** Values of the key that are likely to answer it. */
  readonly samples: readonly string[]
  /** Set where it asks of holes. */
  readonly holes?: HoleQuestion
}

/** A question whose answer is told by these texts: yes for values that equal or fit one of them, or no for them. */
export const textProbe = (
  id: string,
  texts: readonly string[],
  family: 'string' | 'stringLike' = 'string',
): ComparisonProbe => ({
  family,
  core: id,
  negated: false,
  set: false,
  texts,
  literalWildcards: false,
})

/** Does any of these hold? */
export function anyOf(open: readonly Question[]): Question {
  const [only, ...others] = open
  if (only !== undefined && others.length === 0) return only
  const keys = [...new Set(open.flatMap((question) => question.keys))]
  const oneKey = new Set(keys.map((key) => key.toLowerCase())).size === 1 && open.every(({ answer }) => answer !== null)
  const id = `any ${open.map((question) => question.id).join(' ')}`
  const any: Question = {
    id,
    keys,
    answer: oneKey ? (state) => open.some(({ answer }) => answer?.(state) === true) : null,
    requirements: (holds) =>
      merged(
        open.map(({ requirements }) => requirements(holds)),
        holds,
      ),
    // Values that fit each of them are among the samples.
    probe: null,
    samples: open.flatMap(({ samples }) => samples),
  }
  return open.some(({ holes }) => holes !== undefined) ? joined(id, open, false, any) : any
}

/** What must be so for any of several tests to hold, or for none: one test of a key where their values are alternatives. */
function merged(tests: readonly (readonly Requirement[])[], holds: boolean): readonly Requirement[] {
  const [first] = tests
  const joined = joinedOf(tests.flat())
  if (joined !== null && tests.every(({ length }) => length === 1)) return [joined]
  return holds ? (first ?? []) : tests.flat()
}

function joinedOf(requirements: readonly Requirement[]): Requirement | null {
  const [first] = requirements
  // Of every operator that is asked here one more value is one more way to pass; Null asks of the key itself.
  if (first?.kind !== 'key' || first.operator === 'Null') return null
  const isAlike = (one: Requirement): one is typeof first =>
    one.kind === 'key' &&
    one.key.toLowerCase() === first.key.toLowerCase() &&
    one.operator === first.operator &&
    one.holds === first.holds
  if (!requirements.every(isAlike)) return null
  return { ...first, values: [...new Set(requirements.flatMap(({ values }) => values))] }
}

/** Does none of these hold? */
export function noneOf(open: readonly Question[]): Question {
  const any = anyOf(open)
  const { answer } = any
  const none: Question = {
    id: `none ${any.id}`,
    keys: any.keys,
    answer: answer === null ? null : (state) => !answer(state),
    requirements: (holds) => any.requirements(!holds),
    probe: any.probe,
    samples: any.samples,
  }
  return any.holes === undefined ? none : joined(none.id, [any], true, none)
}

/** Any or none of several questions, some of which ask of holes. */
function joined(id: string, open: readonly Question[], negated: boolean, joint: Question): Question {
  const keys = [...new Set(open.flatMap((question) => question.keys))]
  const marks = [...new Set(open.flatMap(({ holes }) => holes?.marks ?? []))]
  const asked = open.map(({ holes }) => holes?.tests ?? null)
  const all = asked.flatMap((tests) => tests ?? [])
  const isMixed = keys.length > 0 || asked.includes(null)
  const holds = (passed: readonly boolean[]): boolean => {
    let at = 0
    const any = open.some(({ holes }) => {
      const own = passed.slice(at, (at += holes?.tests?.length ?? 0))
      return holes?.holds?.(own) === true
    })
    return any !== negated
  }
  return { ...joint, id, keys, answer: null, probe: null, holes: { marks, tests: isMixed ? null : all, holds } }
}

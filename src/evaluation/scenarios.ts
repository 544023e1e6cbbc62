import type { Layer, Requirement } from './evaluation'
import type { LayerVerdict } from './layer-verdict'
import { NO, UNKNOWN, YES } from './kleene'
import { NO_GRANTS } from './match-principal'
import type { Probe, Question } from './question'
import { sampleStates } from './sample-values'

/** One thing that may be so: a question's answer, or what a layer does. */
export type Literal =
  | { readonly kind: 'answer'; readonly question: Question; readonly holds: boolean }
  | { readonly kind: 'layer'; readonly layer: Layer; readonly verdict: LayerVerdict; readonly status: LayerStatusWord }

type LayerStatusWord = Extract<Requirement, { kind: 'layer' }>['status']

/** One way in which a group of unknown things can turn out; all its literals hold together. */
export interface Scenario {
  readonly literals: readonly Literal[]
  /** False where it is not certain that any value turns out so. */
  readonly realistic: boolean
}

/** Unknown things that turn out together: the questions on one key, or one layer. */
export interface Group {
  readonly keys: readonly string[]
  readonly layer: Layer | null
  readonly scenarios: readonly Scenario[]
}

const MAX_CORES = 5

/** The ways in which the questions on one key can be answered; null when there are too many. */
export function keyGroup(lowerKey: string, questions: readonly Question[]): Group | null {
  const probes = questions.map(({ probe }) => probe)
  const keys = [...new Set(questions.flatMap((question) => question.keys))]
  const known = probes.filter((probe) => probe !== null)
  const { samples, complete } = sampleStates(
    keys[0] ?? lowerKey,
    known,
    questions.flatMap((question) => question.samples),
  )
  const scenarios = new Map<string, Scenario>()
  const add = (answers: readonly boolean[], realistic: boolean) => {
    const id = answers.map(Number).join('')
    if (scenarios.has(id)) return
    const literals = questions.map((question, i): Literal => ({ kind: 'answer', question, holds: answers[i] === true }))
    scenarios.set(id, { literals, realistic })
  }
  for (const sample of samples)
    add(
      questions.map(({ answer }) => answer?.(sample) === true),
      true,
    )
  if (!complete || known.length < probes.length) {
    const cores = [...new Set(questions.map(coreOf))]
    if (cores.length > MAX_CORES) return null
    for (let bits = 0; bits < 1 << cores.length; bits++) {
      const truth = (question: Question) => ((bits >> cores.indexOf(coreOf(question))) & 1) === 1
      add(
        questions.map((question) => truth(question) !== (question.probe?.negated === true)),
        false,
      )
    }
  }
  return { keys: keys.slice(0, 1), layer: null, scenarios: [...scenarios.values()] }
}

const coreOf = ({ id, probe }: { id: string; probe: Probe | null }): string => probe?.core ?? id

/** A question that hangs on several keys, or on none: it may be answered either way. */
export const freeGroup = (question: Question): Group => ({
  keys: question.keys,
  layer: question.keys.length === 0 ? 'boundary' : null,
  scenarios: [true, false].map((holds) => ({ literals: [{ kind: 'answer', question, holds }], realistic: true })),
})

const verdict = (deny: 0 | 1 | 2, allow: 0 | 1 | 2): LayerVerdict => ({
  deny,
  allow,
  grants: { direct: allow, role: allow, account: allow },
})

/** What a layer can do that nobody gave, or whose policy cannot be read. */
export function layerGroup(layer: Layer): Group {
  const one = (status: LayerStatusWord, what: LayerVerdict): Literal => ({
    kind: 'layer',
    layer,
    status,
    verdict: what,
  })
  const denies = one('denies', verdict(YES, UNKNOWN))
  const allows = one('allows', verdict(NO, YES))
  const silent = one('doesNotAllow', verdict(NO, NO))
  const named = (grants: Partial<LayerVerdict['grants']>) =>
    one('allows', { deny: NO, allow: YES, grants: { ...NO_GRANTS, ...grants } })
  const isResource = layer === 'resource' || layer === 'trust'
  const realistic = [
    denies,
    ...(isResource ? [named({ direct: YES })] : [allows]),
    ...(layer === 'rcp' ? [] : [silent]),
  ]
  const rest = isResource ? [named({ role: YES }), named({ account: YES })] : []
  return {
    keys: [],
    layer,
    scenarios: [
      ...realistic.map((literal) => ({ literals: [literal], realistic: true })),
      ...rest.map((literal) => ({ literals: [literal], realistic: false })),
    ],
  }
}

/** Weaker things that a literal also says, the weakest first; a settlement keeps the weakest that is enough. */
export function weakened(literal: Literal): readonly Literal[] {
  if (literal.kind === 'answer' || literal.status === 'denies') return []
  const notDeny: Literal = { ...literal, status: 'doesNotDeny', verdict: verdict(NO, UNKNOWN) }
  const notAllow: Literal = { ...literal, status: 'doesNotAllow', verdict: verdict(UNKNOWN, NO) }
  return literal.status === 'doesNotAllow' ? [notDeny, notAllow] : [notDeny]
}

/** Does one thing that is so make the other so? */
export function implies(one: Literal, weaker: Literal): boolean {
  if (one.kind === 'answer') {
    return weaker.kind === 'answer' && one.question.id === weaker.question.id && one.holds === weaker.holds
  }
  if (weaker.kind === 'answer' || one.layer !== weaker.layer) return false
  return one.status === weaker.status || (weaker.status === 'doesNotDeny' && one.status !== 'denies')
}

/** What a literal requires, for a person. */
export const requirementFrom = (literal: Literal): Requirement =>
  literal.kind === 'answer'
    ? literal.question.requirement(literal.holds)
    : { kind: 'layer', layer: literal.layer, status: literal.status }

import { isOtherAction, missesOf, tellingElements, type Miss } from '../evaluation/describe/nearest-miss'
import type { AccessCase } from '../case/access-case'
import type { RequestPart } from '../case/holes'
import { decisiveLines, elementLines, layerLines, statementLines, sufficientConditionLine } from './decisive-lines'
import type { Layer } from '../iam/layers'
import type { Decision, Evaluation, Relation } from '../evaluation/evaluation'
import type { ReasonCode } from '../evaluation/reason-codes'

/** A case with what IAM says of it, and why. */
export interface Vector extends Omit<AccessCase, 'version'> {
  readonly id: string
  /** A sentence that stands alone. */
  readonly why: string
  /** Evaluated with AWS's service reference at hand. */
  readonly withReference?: true
  readonly expect: Expectation
}

/** What a vector asserts of an evaluation. */
export interface Expectation {
  readonly decision: Decision
  /** Why it is decided so, all of it: the lines of `decisiveLines`. */
  readonly because: readonly string[]
  /** What would settle it, all of it: the lines of `sufficientConditionLine`, in any order. There where it depends. */
  readonly settles?: readonly string[]
  readonly layer?: Layer | 'none'
  /** Where AWS does not document which of several denying layers it names. */
  readonly layerAnyOf?: readonly Layer[]
  /** Does it hang on what is not known which layer denies? */
  readonly isLayerOpen?: boolean
  readonly policy?: string | null
  readonly sid?: string | null
  readonly blocking?: readonly Layer[]
  readonly keys?: readonly string[]
  readonly layers?: readonly Layer[]
  /** The holes that decide. */
  readonly holes?: readonly string[]
  /** The missing parts that decide. */
  readonly parts?: readonly RequestPart[]
  /** What is not modelled and bears on it, all of it, in any order. */
  readonly limits?: readonly string[]
  /** The layers whose implicit deny would count, in the order of reporting. */
  readonly needed?: readonly Layer[]
  readonly relation?: Relation
  /** The context keys that are told, in their order, each with where its value comes from. */
  readonly context?: readonly string[]
  /** What each layer does and why: the lines of `layerLines`. */
  readonly each?: readonly string[]
  /** Whether each statement applies, as far as is known: the lines of `statementLines`. */
  readonly statements?: readonly string[]
  /** What is said of each element of each statement: the lines of `elementLines`. */
  readonly elements?: readonly string[]
  /** The holes that what settles it asks of, each once. */
  readonly asks?: readonly string[]
  /** The Allows that did not apply, the nearest of each layer first, each with what it fails on. */
  readonly misses?: readonly string[]
  /** What is wrong with the case and its policies, each with where it stands. */
  readonly problems?: readonly string[]
  /** A reason code that stands somewhere in the answer, where it does not decide. */
  readonly reason?: ReasonCode
}

type Observed = { -readonly [field in keyof Expectation]: unknown }

/** How each field of an expectation is read off an answer; what is expected itself, where the answer meets it. */
const READ: {
  readonly [field in keyof Required<Expectation>]: (
    got: Evaluation,
    wanted: NonNullable<Expectation[field]>,
    action: string,
  ) => unknown
} = {
  decision: ({ decision }) => decision,
  because: decisiveLines,
  settles: ({ sufficientConditions }, wanted) => inOrderOf(wanted, sufficientConditions.map(sufficientConditionLine)),
  layer: ({ layer }) => layer,
  layerAnyOf: ({ layer }, wanted) => (wanted.some((one) => one === layer) ? wanted : layer),
  isLayerOpen: ({ isLayerOpen = false }) => isLayerOpen,
  policy: ({ policy }) => policy,
  sid: ({ sid }) => sid,
  blocking: ({ blocking }) => blocking,
  keys: ({ dependsOn }, wanted) => inOrderOf(wanted, dependsOn.keys),
  layers: ({ dependsOn }, wanted) => inOrderOf(wanted, dependsOn.layers),
  holes: ({ dependsOn }, wanted) => inOrderOf(wanted, dependsOn.holes ?? []),
  parts: ({ dependsOn }, wanted) => inOrderOf(wanted, dependsOn.parts ?? []),
  limits: ({ limits }, wanted) => inOrderOf(wanted, limits),
  needed: ({ layers }) => layers.filter(({ needed }) => needed).map(({ layer }) => layer),
  relation: ({ relation }) => relation,
  context: ({ context }) => context.map(({ key, values, origin }) => `${key} ${values === null ? 'absent' : origin}`),
  each: layerLines,
  statements: statementLines,
  elements: elementLines,
  asks: ({ sufficientConditions }) => [
    ...new Set(
      sufficientConditions.flatMap(({ requirements }) =>
        requirements.flatMap((one) => (one.kind === 'hole' ? one.holes : [])),
      ),
    ),
  ],
  misses: missLines,
  problems: ({ problems }) => problems.map(problemLine),
  reason: (got, wanted) => (reasonsOf(got).has(wanted) ? wanted : null),
}

/** The fields that an expectation can have. */
export const EXPECTED_FIELDS: readonly string[] = Object.keys(READ)

/** What an answer has in the place of each field that is expected; equal to what is expected where it meets it. */
export function observed(wanted: Expectation, got: Evaluation, action: string): Observed {
  const fields = Object.entries(wanted) as [keyof Expectation, unknown][]
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      Object.hasOwn(READ, field) ? READ[field](got, value as never, action) : undefined,
    ]),
  ) as Observed
}

const inOrderOf = (wanted: readonly string[], got: readonly string[]): readonly string[] => {
  const place = (text: string) => (wanted.includes(text) ? wanted.indexOf(text) : wanted.length)
  return [...got].sort((a, b) => place(a) - place(b))
}

const problemLine = ({ code, data = {} }: Evaluation['problems'][number]): string =>
  [code, ...['layer', 'target', 'policy'].flatMap((place) => data[place] ?? [])].join(' ')

/** Of a layer with levels: those of all its levels, then those of each. */
function missLines({ layers }: Evaluation, _: readonly string[], action: string): readonly string[] {
  return layers.flatMap((layer) =>
    [null, ...(layer.levels ?? []).keys()].flatMap((level) =>
      missesOf(layer, action, level).map(
        (miss) => `${layer.layer}${level === null ? '' : ` ${level}`}${missLine(miss)}`,
      ),
    ),
  )
}

function missLine(miss: Miss): string {
  const { sid, statement } = miss.statement
  const telling = tellingElements(miss).map(({ element, operator, key }) =>
    operator === undefined ? element : `${operator} ${key}`,
  )
  return ` ${sid ?? statement}: ${isOtherAction(miss) ? 'another action, ' : ''}${telling.join(', ')}`
}

function reasonsOf({ layers }: Evaluation): ReadonlySet<string> {
  const reasons = new Set<string>()
  for (const layer of layers) {
    reasons.add(layer.reason)
    for (const level of layer.levels ?? []) reasons.add(level.reason)
    for (const element of layer.statements.flatMap(({ elements }) => elements)) {
      reasons.add(element.reason)
      for (const { reason } of element.values) reasons.add(reason)
    }
  }
  return reasons
}

/** Actions that a case compiled once is asked of, with keys of their own. */
export const SWEEP: readonly string[] = ['ec2:RunInstances', 's3:GetObject', 'sts:AssumeRole', 'sqs:SendMessage']
/** The keys that they carry. */
export const SWEEP_CONTEXT: Readonly<Record<string, string | string[]>> = {
  'demo:k': '5',
  'aws:TagKeys': ['x'],
  'aws:PrincipalTag/t': 'y',
}

/** The case of a vector. */
export const caseOf = ({ request, policies, facts, holes, looseHoles, holeForms, filled }: Vector): AccessCase => ({
  version: 1,
  request,
  policies: policies ?? {},
  ...(facts === undefined ? {} : { facts }),
  ...(holes === undefined ? {} : { holes }),
  ...(looseHoles === undefined ? {} : { looseHoles }),
  ...(holeForms === undefined ? {} : { holeForms }),
  ...(filled === undefined ? {} : { filled }),
})

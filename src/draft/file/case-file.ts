import { isScalarValue } from '../../text/is-scalar'
import { fieldsOf, textOf, type Fields } from '../../text/fields'
import type { AccessCase, CasePolicy } from '../../case/access-case'
import type { CaseProblem } from '../../case/case-messages'
import type { ReadLayer, LevelReading } from '../../case/case-reading'
import { mapPolicies } from '../../case/layer-policies'
import { readCase } from '../../case/read-case'
import { byCaseLayer } from '../../iam/layers'
import { buildCase, type BuiltCase } from '../build/build-case'
import {
  EMPTY_DRAFT,
  REQUEST_FIELDS,
  type ContextEdit,
  type Draft,
  type DraftCheck,
  type DraftLayer,
  type DraftLevels,
  type DraftPolicy,
  type RequestField,
} from '../draft'
import { withChecks } from '../checks/edit-checks'
import { testsFrom } from '../checks/kept-tests'
import { checksFrom } from '../checks/linked-requests'
import { isDeeperThan } from '../../text/is-deeper-than'
import { maskCredentials } from './mask-credentials'
import { withoutCredentials } from './without-credentials'
import { policyOfCheck } from '../checks/further-check'
import { DRAFT_LIMITS, type RestoredDraft } from './restore-draft'
import type { Denial } from '../../denial/denial'
import { parseDenials } from '../../denial/parse-denials'

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as unknown[]).filter((item) => typeof item === 'string') : []

/** A document as text: as it is, or laid out; nothing where there is none. */
const textOfDocument = (document: unknown): string =>
  typeof document === 'string' ? document : document === null ? '' : (JSON.stringify(document, null, 2) ?? '')

const draftPolicy = ({ document, ...policy }: CasePolicy): DraftPolicy => ({
  ...policy,
  text: textOfDocument(document),
})

const STATES = { given: 'given', none: 'none', unknown: 'notGiven' } as const

const draftLayer = (layer: ReadLayer<CasePolicy>): DraftLayer => ({
  state: STATES[layer.state],
  policies: layer.state === 'given' ? layer.items.map(draftPolicy) : [],
})

const draftLevels = (layer: ReadLayer<LevelReading>): DraftLevels => ({
  state: STATES[layer.state],
  levels:
    layer.state === 'given'
      ? layer.items.map(({ target, policies }) => ({ target, policies: policies.map(draftPolicy) }))
      : [],
})

/** Accounts that follow from the request itself: a case that leaves them out means the same. */
const IMPLIED = new Set(['account-of-principal', 'account-of-resource'])

/** The fields of the case that its error does not give by itself. */
function requestEdits(request: Fields, { fields: built }: BuiltCase): Draft['request'] {
  const edits: { -readonly [F in RequestField]?: string } = {}
  for (const field of REQUEST_FIELDS) {
    const value = textOf(request[field])
    const { value: fromPaste, inference } = built[field]
    const isImplied = value === '' && IMPLIED.has(inference ?? '')
    if (value !== fromPaste && !isImplied) edits[field] = value
  }
  return edits
}

interface CaseKey {
  readonly key: string
  readonly values: readonly string[]
  readonly multivalued: boolean
}

const keysOf = (context: unknown): readonly CaseKey[] =>
  Object.entries(fieldsOf(context)).map(([key, value]) => ({
    key,
    values: (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isScalarValue).map(String),
    multivalued: Array.isArray(value),
  }))

/** The keys of the case that its error does not give by itself, and those that it gives although the case does not. */
function contextEdits(request: Fields, otherContext: Draft['otherContext'], built: BuiltCase): Draft['context'] {
  const edits = new Map<string, readonly [key: string, edit: ContextEdit]>()
  const fromPaste = new Map(built.context.map((key) => [key.key.toLowerCase(), key]))
  for (const { key } of built.context) edits.set(key.toLowerCase(), [key, { state: otherContext }])
  for (const { key, values, multivalued } of keysOf(request['context'])) {
    const said = fromPaste.get(key.toLowerCase())
    const isSame = said !== undefined && JSON.stringify(said.values) === JSON.stringify(values)
    const list = multivalued ? { multivalued: true as const } : {}
    if (isSame) edits.delete(key.toLowerCase())
    else edits.set(key.toLowerCase(), [key, { state: 'known', values, ...list }])
  }
  for (const state of ['absent', 'unknown'] as const)
    for (const key of textsOf(request[`${state}Context`])) edits.set(key.toLowerCase(), [key, { state }])
  return Object.fromEntries(edits.values())
}

/** Which denial of the error the request of the case speaks of. */
function chosenOf(error: string, denials: readonly Denial[], request: Fields): number {
  const score = (index: number): number => {
    const { fields: built } = buildCase({ ...EMPTY_DRAFT, paste: error, chosen: index }, denials)
    return REQUEST_FIELDS.filter((field) => built[field].value === textOf(request[field])).length
  }
  const scores = denials.slice(0, MOST_DENIALS).map((_, index) => score(index))
  return Math.max(scores.indexOf(Math.max(...scores)), 0)
}

const MOST_DENIALS = 100

/** What keeps a value from being a case at all. A request that cannot be judged yet is for the form to complete. */
const FATAL: ReadonlySet<string> = new Set([
  'case-not-object',
  'case-version',
  'case-request-missing',
  'case-context-not-object',
  'case-policies-not-object',
  'case-facts-not-object',
  'case-too-large',
])

const tooDeep = (limit: number): CaseProblem => ({
  code: 'case-too-large',
  severity: 'error',
  span: null,
  data: { limit, what: 'levels of nesting' },
})

/** Makes a draft of a case, or says what keeps a value from being one. What its error gives is not taken as edited. */
export function restoreCase(value: unknown): RestoredDraft {
  const { depth } = DRAFT_LIMITS
  if (isDeeperThan(value, depth)) return { problem: tooDeep(depth) }
  const reading = readCase(value)
  const fatal = reading.problems.find(({ code }) => FATAL.has(code))
  if (fatal) return { problem: fatal }
  const { title, error, request: given, facts } = fieldsOf(value)
  const request = fieldsOf(given)
  const paste = maskCredentials(textOf(error)).text
  const otherContext = request['otherContext'] === 'unknown' ? 'unknown' : 'absent'
  const denials = parseDenials(paste)
  const chosen = chosenOf(paste, denials, request)
  const bare: Draft = { ...EMPTY_DRAFT, title: textOf(title), paste, chosen, otherContext }
  const asked: Draft = { ...bare, request: requestEdits(request, buildCase(bare, denials)) }
  const { policies } = reading
  const draft: Draft = {
    ...asked,
    context: contextEdits(request, otherContext, buildCase(asked, denials)),
    layers: byCaseLayer(
      (layer) => draftLayer(policies[layer]),
      (layer) => draftLevels(policies[layer]),
    ),
    facts: { ...fieldsOf(facts) },
  }
  const whole = withHoles(draft, fieldsOf(value), denials)
  const tests = testsFrom(fieldsOf(value)['tests'])
  const checked = withChecks(whole, restoredChecks(whole, fieldsOf(value), denials))
  return { draft: withoutCredentials(tests.length === 0 ? checked : { ...checked, tests }) }
}

/** What the case says of its holes, where their shape does not tell it already. */
function withHoles(draft: Draft, given: Fields, denials: readonly Denial[]): Draft {
  const filled = fieldsOf(given['filled'])
  const shaped = new Set(buildCase(draft, denials).holes.map(({ name }) => name))
  const told = textsOf(given['holes']).flatMap((hole): readonly (readonly [string, string | null])[] => {
    const text = Object.hasOwn(filled, hole) ? textOf(filled[hole]) : ''
    return text === '' && shaped.has(hole) ? [] : [[hole, text === '' ? null : text]]
  })
  return told.length === 0 ? draft : { ...draft, holes: Object.fromEntries(told) }
}

/** The further checks of a case. One on the resource of the request shares its policy, where they are the same. */
function restoredChecks(draft: Draft, { linked, policies }: Fields, denials: readonly Denial[]): readonly DraftCheck[] {
  const checks = checksFrom(linked, fieldsOf(policies)['otherLayers'], draftPolicy)
  if (checks.length === 0) return checks
  const { request } = buildCase(draft, denials).accessCase
  return checks.map((check) => {
    const { policy, ...rest } = check
    const isSame = JSON.stringify(policy) === JSON.stringify(draft.layers.resource)
    return isSame && policyOfCheck(request, check.action, check.resource) === undefined ? rest : check
  })
}

/** A text as a JSON value, where the value writes itself as that text again; else the text. */
function documentOfText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return textOfDocument(value) === text && typeof value === 'object' ? value : text
  } catch {
    return text
  }
}

const withDocument = (policy: CasePolicy): CasePolicy => ({
  ...policy,
  document: documentOfText(textOf(policy.document)),
})

/** The case of a draft as a file holds it: documents as JSON wherever nothing of their text is lost. */
export function caseFromDraft(draft: Draft): AccessCase {
  const { accessCase } = buildCase(draft)
  const policies = mapPolicies(accessCase.policies, withDocument)
  const linked = accessCase.linked?.map((check) =>
    check.policy === undefined ? check : { ...check, policy: withDocument(check.policy) },
  )
  // The file holds what was typed.
  const typed = draft.paste === '' ? {} : { error: draft.paste }
  return { ...accessCase, ...typed, policies, ...(linked && { linked }) }
}

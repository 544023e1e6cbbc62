import type { AccessCase, CaseRequest, ContextValue } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import { casePoliciesOf } from './case-policies'
import { chosenDenial } from './chosen-denial'
import { REQUEST_FIELDS, type Draft, type RequestField } from '../draft'
import { findCaseHoles, type BuiltHole } from './find-case-holes'
import { withoutBlanks } from '../../iam/blank-fields'
import { linkedRequestsOf } from '../checks/linked-requests'
import { isMaskedAction, isReadable } from './readable-value'
import type { Span } from '../../text/span'
import { inferContext, inferField, type InferenceCode } from './inferences'
import { denialsOf } from './known-denials'

/** Where a value comes from: AWS's text, a rule of inference, the user, or nowhere yet. */
export type Origin = 'said' | 'inferred' | 'edited' | 'missing'

/** One field of the request with where it comes from. */
export interface BuiltField {
  /** Empty while it is missing. */
  readonly value: string
  readonly origin: Origin
  /** The rule, where it is inferred. */
  readonly inference: InferenceCode | null
  /** What the paste gives, also where it cannot be used as it is; null where it gives nothing. */
  readonly fromPaste: string | null
}

/** One context key that somebody speaks of. */
export interface BuiltKey {
  readonly key: string
  readonly state: 'known' | 'absent' | 'unknown'
  readonly values: readonly string[]
  /** A list, though it may hold one value. */
  readonly multivalued: boolean
  /** Also: from the decoded message of the denial. */
  readonly origin: Exclude<Origin, 'missing'> | 'decoded'
  readonly inference: InferenceCode | null
}

/** A draft as a question that can be judged, and where each part of it comes from. */
export interface BuiltCase {
  /** A field that is missing is the empty string. */
  readonly accessCase: AccessCase
  /** The fields of which nothing is known: the evaluation holds for whatever they are. */
  readonly missing: readonly RequestField[]
  readonly fields: Readonly<Record<RequestField, BuiltField>>
  readonly context: readonly BuiltKey[]
  /** What is masked or left out in the request and in the policies. */
  readonly holes: readonly BuiltHole[]
  /** The denial that the request comes from. */
  readonly denial: Denial | null
}

/** An account that is left empty means the caller's, so only these three may be missing. */
const NEEDED: readonly RequestField[] = ['principal', 'action', 'resource']

type Fields = Readonly<Record<RequestField, BuiltField>>

/** What the denial says or implies of one field, given the fields before it. */
function fieldFromPaste(
  field: RequestField,
  said: string | null,
  denial: Denial | null,
  before: Partial<Fields>,
): Omit<BuiltField, 'fromPaste'> {
  if (said !== null && isReadable(field, said)) return { value: said, origin: 'said', inference: null }
  const inferred = inferField(field, said, denial, (other) => before[other]?.value ?? '')
  return inferred
    ? { value: inferred.value, origin: 'inferred', inference: inferred.code }
    : { value: '', origin: 'missing', inference: null }
}

/** Does an ellipsis stand right behind a part of the text, so that the end of its last word is cut off? */
const isCutOff = (paste: string, spans: readonly Span[] = []): boolean =>
  /^(?:\.{3}|…)/.test(paste.slice(spans.at(-1)?.[1] ?? Infinity).slice(0, 3))

/** An action of which a part is masked is none that can be judged; what else is edited stands as it is. */
const judged = (field: RequestField, edit: string): string => (field === 'action' && isMaskedAction(edit) ? '' : edit)

function buildFields({ request, paste: text }: Draft, denial: Denial | null): Fields {
  const fields: Partial<Record<RequestField, BuiltField>> = {}
  for (const field of REQUEST_FIELDS) {
    const written = field === 'resourceAccount' ? null : (denial?.[field] ?? null)
    const isCut = field === 'action' && written !== null && isCutOff(text, denial?.parts.action)
    const said = isCut ? `${written}…` : written
    const paste = fieldFromPaste(field, said, denial, fields)
    const fromPaste = paste.origin === 'missing' ? said : paste.value
    const edit = request[field]?.trim()
    const isEdited = edit !== undefined && (edit !== '' || NEEDED.includes(field))
    fields[field] = isEdited
      ? { value: judged(field, edit), origin: 'edited', inference: null, fromPaste }
      : { ...paste, fromPaste }
  }
  return fields as Fields
}

const listOf = (value: ContextValue): readonly string[] => (typeof value === 'string' ? [value] : value)

/** Are the keys of a denial those of its decoded message? The details of an authorization name the policies of their statements. */
const isDecoded = ({ matchedStatements, parts }: Denial): boolean =>
  matchedStatements !== undefined &&
  parts.authorizationId === undefined &&
  matchedStatements.every(({ policy }) => policy === undefined)

/** Every key that the user, the denial or a rule speaks of; the user wins over the denial, and that over a rule. */
function buildContext(draft: Draft, denial: Denial | null, fields: Fields): readonly BuiltKey[] {
  const keys = new Map<string, BuiltKey>()
  const put = (key: BuiltKey) => keys.set(key.key.toLowerCase(), key)
  for (const { key, state, values, code } of inferContext(denial, (field) => fields[field].value))
    put({ key, state, values, multivalued: false, origin: 'inferred', inference: code })
  for (const [key, value] of Object.entries(denial?.context ?? {}))
    put({
      key,
      state: 'known',
      values: listOf(value),
      multivalued: typeof value !== 'string',
      origin: denial && isDecoded(denial) ? 'decoded' : 'said',
      inference: null,
    })
  for (const [key, edit] of Object.entries(draft.context))
    put({
      key,
      state: edit.state,
      values: edit.state === 'known' ? edit.values : [],
      multivalued: edit.state === 'known' && edit.multivalued === true,
      origin: 'edited',
      inference: null,
    })
  return [...keys.values()]
}

function contextOf(keys: readonly BuiltKey[]): Record<string, ContextValue> {
  const known = keys.filter(({ state }) => state === 'known')
  return Object.fromEntries(
    known.map(({ key, values, multivalued }) => [key, values.length === 1 && !multivalued ? values[0]! : values]),
  )
}

const namesOf = (keys: readonly BuiltKey[], state: BuiltKey['state']): readonly string[] =>
  keys.filter((key) => key.state === state).map(({ key }) => key)

/** Turns a draft into a case, and says of each part where it comes from. `denials` spares a second reading. */
export function buildCase(draft: Draft, denials: readonly Denial[] = denialsOf(draft.paste)): BuiltCase {
  const denial = chosenDenial(draft, denials)
  const fields = buildFields(draft, denial)
  const keys = buildContext(draft, denial, fields)
  const texts = {
    principal: withoutBlanks(fields.principal.value),
    action: fields.action.value,
    resource: withoutBlanks(fields.resource.value),
    resourceAccount: fields.resourceAccount.value,
  }
  const resources = denials.flatMap(({ resource, inferred }) => resource ?? inferred.resource ?? [])
  const holes = findCaseHoles(draft, texts, resources)
  const loose = holes.filter(({ isLoose }) => isLoose).map(({ name }) => name)
  const filled = holes.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))
  const request: CaseRequest = {
    principal: texts.principal,
    action: texts.action,
    resource: texts.resource,
    ...(fields.resourceAccount.value === '' ? {} : { resourceAccount: fields.resourceAccount.value }),
    context: contextOf(keys),
    otherContext: draft.otherContext,
    absentContext: namesOf(keys, 'absent'),
    ...(namesOf(keys, 'unknown').length > 0 ? { unknownContext: namesOf(keys, 'unknown') } : {}),
  }
  const accessCase: AccessCase = {
    version: 1,
    ...(draft.title === '' ? {} : { title: draft.title }),
    ...(draft.paste === '' ? {} : { error: draft.paste }),
    request,
    policies: casePoliciesOf(draft),
    facts: draft.facts,
    ...(holes.length === 0 ? {} : { holes: holes.map(({ name }) => name) }),
    ...(loose.length === 0 ? {} : { looseHoles: loose }),
    ...(filled.length === 0 ? {} : { filled: Object.fromEntries(filled) }),
    ...(draft.linked === undefined ? {} : { linked: linkedRequestsOf(draft) }),
  }
  const missing = NEEDED.filter((field) => fields[field].value === '')
  return { accessCase, missing, fields, context: keys, holes, denial }
}

/** The request that a draft asks about, each field empty while it is missing. */
export function requestOf(draft: Draft): Readonly<Record<RequestField, string>> {
  const { fields } = buildCase(draft)
  return {
    principal: fields.principal.value,
    action: fields.action.value,
    resource: fields.resource.value,
    resourceAccount: fields.resourceAccount.value,
  }
}

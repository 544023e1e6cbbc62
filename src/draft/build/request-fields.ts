import { REQUEST_PARTS } from '../../iam/request-parts'
import { hasHoleInAction } from '../../iam/find-holes'
import type { Denial } from '../../denial/denial'
import type { Span } from '../../text/span'
import { REQUEST_FIELDS, type Draft, type RequestField } from '../draft'
import { chosenDenial } from './chosen-denial'
import { inferField } from './infer-fields'
import type { InferenceCode, RuleInput } from './inference'
import { parseDenials } from '../../denial/parse-denials'
import { isReadable } from './readable-value'
import { openCall } from './open-call'
import { besidePolicies } from './beside-policies'
import { resourceOfPolicy } from './resource-of-policy'
import { holderInNames } from './holder-in-names'
import { withMaskedAccount } from './masked-account'
import { rowQuestion } from './row-question'
import { serviceAsWritten } from './service-name'

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

/** The fields that may be missing: an account that is left empty means the caller's. */
export const NEEDED: readonly RequestField[] = REQUEST_PARTS

/** Each field of the request. */
export type RequestFields = Readonly<Record<RequestField, BuiltField>>

/** What the denial says or implies of one field. */
function fieldFromPaste(field: RequestField, said: string | null, input: RuleInput): Omit<BuiltField, 'fromPaste'> {
  if (said !== null && isReadable(field, said)) return { value: said, origin: 'said', inference: null }
  const inferred = inferField(field, said, input)
  return inferred
    ? { value: inferred.value, origin: 'inferred', inference: inferred.code }
    : { value: '', origin: 'missing', inference: null }
}

/** Does an ellipsis stand right behind a part of the text, so that the end of its last word is cut off? */
const isCutOff = (paste: string, spans: readonly Span[] = []): boolean =>
  /^(?:\.{3}|…)/.test(paste.slice(spans.at(-1)?.[1] ?? Infinity).slice(0, 3))

/** An action of which a part is masked is none that can be judged; what else is edited stands as it is. */
const judged = (field: RequestField, edit: string): string => (field === 'action' && hasHoleInAction(edit) ? '' : edit)

/** Each field of the request, as the user typed it or as the denial says or implies it. */
export function buildFields(draft: Draft, denial: Denial | null): RequestFields {
  const { request, paste: text } = draft
  const row = rowQuestion(draft, denial) ?? openCall(draft, denial)
  const service = serviceAsWritten(draft, denial)
  const fields: Partial<Record<RequestField, BuiltField>> = {}
  // Each follows from those before it.
  const ofPolicy = (action: string) => resourceOfPolicy(draft, () => besidePolicies(text), action)
  const holder = () => holderInNames(draft)
  const input: RuleInput = {
    denial,
    field: (before) => fields[before]?.value ?? '',
    row,
    text,
    service,
    holder,
    ofPolicy,
  }
  for (const field of REQUEST_FIELDS) {
    const written = field === 'resourceAccount' ? null : (denial?.[field] ?? null)
    const isCut = field === 'action' && written !== null && isCutOff(text, denial?.parts.action)
    const whole = field === 'resource' && written !== null ? withMaskedAccount(draft, written) : written
    const said = isCut ? `${written}…` : whole
    const paste = fieldFromPaste(field, said, input)
    const fromPaste = paste.origin === 'missing' ? said : paste.value
    const edit = request[field]?.trim()
    const isEdited = edit !== undefined && (edit !== '' || NEEDED.includes(field))
    fields[field] = isEdited
      ? { value: judged(field, edit), origin: 'edited', inference: null, fromPaste }
      : { ...paste, fromPaste }
  }
  return fields as RequestFields
}

/** The fields of a request, each empty while it is missing. */
export type RequestParts = Readonly<Record<RequestField, string>>

/** The request that a draft asks about, each field empty while it is missing. */
export function requestOf(
  draft: Draft,
  denial: Denial | null = chosenDenial(draft, parseDenials(draft.paste)),
): RequestParts {
  const fields = buildFields(draft, denial)
  return {
    principal: fields.principal.value,
    action: fields.action.value,
    resource: fields.resource.value,
    resourceAccount: fields.resourceAccount.value,
  }
}

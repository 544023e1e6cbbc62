import type { AccessCase, CaseRequest, ContextValue } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import { casePoliciesOf } from './case-policies'
import { chosenDenial } from './chosen-denial'
import type { Draft, RequestField } from '../draft'
import { findCaseHoles, type BuiltHole } from './find-case-holes'
import { parseArn } from '../../iam/arn'
import { withoutBlanks } from '../../iam/blank-fields'
import { factsOfPolicies, pastedFacts } from './pasted-facts'
import { formOfReference } from '../../facts/reference-forms'
import { linkedRequestsOf } from '../checks/linked-requests'
import { plainDraft, type PlainDraft } from './plain-draft'
import { buildContext, type BuiltKey } from './request-context'
import { buildFields, NEEDED, type BuiltField } from './request-fields'
import { parseDenials } from '../../denial/parse-denials'

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

/** The keys whose value is known, as a request has them. */
export function contextOfKeys(keys: readonly BuiltKey[]): Record<string, ContextValue> {
  const known = keys.filter(({ state }) => state === 'known')
  return Object.fromEntries(
    known.map(({ key, values, multivalued }) => [key, values.length === 1 && !multivalued ? values[0]! : values]),
  )
}

/** The names of the keys in one state. */
export const namesOfKeys = (keys: readonly BuiltKey[], state: BuiltKey['state']): readonly string[] =>
  keys.filter((key) => key.state === state).map(({ key }) => key)

/** Turns a draft into a case, and says of each part where it comes from. `denials` spares a second reading. */
export function buildCase(draft: Draft, denials: readonly Denial[] = parseDenials(draft.paste)): BuiltCase {
  return buildPlainCase(plainDraft(draft, denials))
}

/** The same of what stands there as it was written. */
export function buildPlainCase({ draft, denials }: PlainDraft): BuiltCase {
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
  const { partition = 'aws' } = parseArn(texts.resource) ?? parseArn(texts.principal) ?? {}
  const forms = holes.flatMap(({ name }): readonly (readonly [string, string])[] => {
    const form = formOfReference(name, partition)
    return form === null ? [] : [[name, form]]
  })
  const request: CaseRequest = {
    principal: texts.principal,
    action: texts.action,
    resource: texts.resource,
    ...(fields.resourceAccount.value === '' ? {} : { resourceAccount: fields.resourceAccount.value }),
    context: contextOfKeys(keys),
    otherContext: draft.otherContext,
    absentContext: namesOfKeys(keys, 'absent'),
    ...(namesOfKeys(keys, 'unknown').length > 0 ? { unknownContext: namesOfKeys(keys, 'unknown') } : {}),
  }
  const accessCase: AccessCase = {
    version: 1,
    ...(draft.title === '' ? {} : { title: draft.title }),
    ...(draft.paste === '' ? {} : { error: draft.paste }),
    request,
    policies: casePoliciesOf(draft),
    facts: { ...factsOfPolicies(draft.layers.resource.policies), ...pastedFacts(draft.paste), ...draft.facts },
    ...(holes.length === 0 ? {} : { holes: holes.map(({ name }) => name) }),
    ...(loose.length === 0 ? {} : { looseHoles: loose }),
    ...(forms.length === 0 ? {} : { holeForms: Object.fromEntries(forms) }),
    ...(filled.length === 0 ? {} : { filled: Object.fromEntries(filled) }),
    ...(draft.linked === undefined ? {} : { linked: linkedRequestsOf(draft) }),
    ...(draft.tests === undefined ? {} : { tests: draft.tests }),
  }
  const missing = NEEDED.filter((field) => fields[field].value === '')
  return { accessCase, missing, fields, context: keys, holes, denial }
}

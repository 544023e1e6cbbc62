import { splitArn } from '../iam/arn'
import { hasWildcard, matchWildcard } from '../iam/wildcard'
import { PLACEHOLDER, templateToGlob } from './arn-placeholder'
import { FIELD, globsIntersect } from './glob'
import type { ActionReference, ResourceTypeReference } from './service-reference'
import { own } from '../text/own'

/** What this case knows of an ARN's parts. */
export interface ArnFill {
  readonly partition: string
  readonly region: string | null
  readonly account: string | null
}

/** A template's placeholders that a case can fill, by name in lower case. */
const FILLED: Readonly<Record<string, (fill: ArnFill) => string | null>> = {
  partition: (fill) => fill.partition,
  region: (fill) => fill.region,
  account: (fill) => fill.account,
}

/** A template's text, with what is known filled in; `other` gives the rest, "*" if not said. */
export function fillArnTemplate(template: string, fill: ArnFill, other: (name: string) => string = () => '*'): string {
  return template.replace(
    PLACEHOLDER,
    (_, dollar: string | undefined, angle: string | undefined) =>
      own(FILLED, (dollar ?? '').toLowerCase())?.(fill) ?? other(dollar ?? angle ?? ''),
  )
}

/** A template of an ARN as a pattern: in the fields before the resource a placeholder holds no colon. */
function arnTemplateToGlob(template: string): string {
  const fields = template.split(':')
  const ahead = fields.slice(0, 5).map((field) => field.replace(PLACEHOLDER, FIELD))
  return [...ahead, templateToGlob(fields.slice(5).join(':'))].join(':')
}

/**
 * An ARN pattern as evaluation reads it: policy variables can stand for anything, and in an identity-based policy
 * missing fields are completed with "*".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function arnToGlob(arn: string): string {
  const glob = arn.replace(/\$\{[^{}]{0,200}\}/g, '*')
  const missing = 6 - glob.split(':').length
  return missing > 0 && !glob.endsWith('*') ? glob + ':*'.repeat(missing) : glob
}

/** One field of an ARN beside one of a template. */
const matchField = (field: string, template: string) =>
  field === template || (template.includes('$') && globsIntersect(field, template.replace(PLACEHOLDER, FIELD)))

/** Where no `*` stands before the resource part, the fields lie side by side and are compared one by one. */
function matchFields(fields: readonly string[], template: string): boolean {
  const wanted = splitArn(template)
  return (
    wanted !== null &&
    AHEAD.every((index) => matchField(fields[index] ?? '', wanted[index] ?? '')) &&
    globsIntersect(fields[5] ?? '', templateToGlob(wanted[5]))
  )
}

/** The service first: it tells most templates apart. */
const AHEAD = [2, 0, 1, 3, 4] as const

/** Does a template fit the ARN, or any ARN of a pattern? */
function fitsTemplate(glob: string, template: string): boolean {
  const fields = splitArn(glob)
  return fields && !fields.slice(0, 5).some((field) => hasWildcard(field) || field.includes(FIELD))
    ? matchFields(fields, template)
    : globsIntersect(glob, arnTemplateToGlob(template))
}

/** Is every ARN of the pattern of this type? */
const isWithin = (glob: string, { arn }: ResourceTypeReference) => matchWildcard(templateToGlob(arn), glob)

/** Can this ARN, or a pattern of ARNs, name a resource of the type? What a narrower type claims whole is not of this one. */
export function matchArnType(arn: string, type: ResourceTypeReference): boolean {
  if (arn === '*') return true
  const glob = arnToGlob(arn)
  return fitsTemplate(glob, type.arn) && !type.narrower.some((narrow) => isWithin(glob, narrow))
}

/** The resource types that an action can be limited to; none: only "*" names its resource. */
export const resourceTypesOf = (action: ActionReference): readonly ResourceTypeReference[] =>
  action.resources.map((resource) => resource.type)

/** The ARN of a request as a pattern: a `*` before the resource part stands for one field that is not known. */
export function withOpenFields(arn: string): string {
  const fields = splitArn(arn)
  return fields === null
    ? arn
    : [...fields.slice(0, 5).map((field) => field.replaceAll('*', FIELD)), fields[5]].join(':')
}

/** The resource types of the action that an ARN can name. */
export const typesMatching = (action: ActionReference, arn: string): readonly ResourceTypeReference[] =>
  resourceTypesOf(action).filter((type) => matchArnType(arn, type))

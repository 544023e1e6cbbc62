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

/** A template as patterns: whole, and its fields where it has all of them. In the fields before the resource a placeholder holds no colon. */
interface TemplateGlobs {
  readonly whole: string
  readonly ahead: readonly string[] | null
  readonly resource: string
  /** With "*" in the place of each placeholder. */
  readonly loose: string
}

const TEMPLATES = new WeakMap<ResourceTypeReference, TemplateGlobs>()

function readTemplate(template: string): TemplateGlobs {
  const fields = template.split(':')
  const ahead = fields.slice(0, 5).map((field) => field.replace(PLACEHOLDER, FIELD))
  const resource = templateToGlob(fields.slice(5).join(':'))
  return {
    whole: [...ahead, resource].join(':'),
    ahead: splitArn(template) === null ? null : ahead,
    resource,
    loose: templateToGlob(template),
  }
}

function globsOf(type: ResourceTypeReference): TemplateGlobs {
  let globs = TEMPLATES.get(type)
  if (globs === undefined) TEMPLATES.set(type, (globs = readTemplate(type.arn)))
  return globs
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

/** An ARN pattern, and its fields where no `*` stands before the resource: those lie beside the fields of a template. */
interface ArnGlob {
  readonly whole: string
  readonly fields: readonly string[] | null
}

function readArn(arn: string): ArnGlob {
  const whole = arnToGlob(arn)
  const fields = splitArn(whole)
  const isOpen = fields?.slice(0, 5).some((field) => hasWildcard(field) || field.includes(FIELD))
  return { whole, fields: isOpen === false ? fields : null }
}

/** One field of an ARN beside one of a template. */
const matchField = (field: string, template: string) =>
  template === FIELD || field === template || (template.includes(FIELD) && globsIntersect(field, template))

const matchResource = (resource: string, template: string): boolean =>
  hasWildcard(resource) ? globsIntersect(resource, template) : matchWildcard(template, resource)

/** The service and the resource first: they tell most templates apart. */
const matchFields = (fields: readonly string[], ahead: readonly string[], resource: string): boolean =>
  matchField(fields[2] ?? '', ahead[2] ?? '') &&
  matchResource(fields[5] ?? '', resource) &&
  [0, 1, 3, 4].every((index) => matchField(fields[index] ?? '', ahead[index] ?? ''))

/** Does a template fit the ARN, or any ARN of a pattern? */
const fitsTemplate = ({ whole, fields }: ArnGlob, template: TemplateGlobs): boolean =>
  fields !== null
    ? template.ahead !== null && matchFields(fields, template.ahead, template.resource)
    : globsIntersect(whole, template.whole)

/** Is every ARN of the pattern of this type? */
const isWithin = (glob: string, type: ResourceTypeReference) => matchWildcard(globsOf(type).loose, glob)

const isOfType = (arn: ArnGlob, type: ResourceTypeReference): boolean =>
  fitsTemplate(arn, globsOf(type)) && !type.narrower.some((narrow) => isWithin(arn.whole, narrow))

/** Of which ARNs it is known whether they are of a type: the same few are asked of again and again. */
const KNOWN = new WeakMap<ResourceTypeReference, Map<string, boolean>>()

/** Then they are forgotten. */
const MOST_KNOWN = 300

/** Can ARNs name a resource of the type? `read` is the ARN as a pattern, for those that were not asked of before. */
function isKnownOfType(arn: string, type: ResourceTypeReference, read: () => ArnGlob): boolean {
  let known = KNOWN.get(type)
  if (known === undefined || known.size >= MOST_KNOWN) KNOWN.set(type, (known = new Map()))
  let is = known.get(arn)
  if (is === undefined) known.set(arn, (is = isOfType(read(), type)))
  return is
}

/** Can this ARN, or a pattern of ARNs, name a resource of the type? What a narrower type claims whole is not of this one. */
export const matchArnType = (arn: string, type: ResourceTypeReference): boolean =>
  arn === '*' || isKnownOfType(arn, type, () => readArn(arn))

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
export function typesMatching(action: ActionReference, arn: string): readonly ResourceTypeReference[] {
  const types = resourceTypesOf(action)
  if (arn === '*' || types.length === 0) return types
  let read: ArnGlob | null = null
  const readOnce = (): ArnGlob => (read ??= readArn(arn))
  return types.filter((type) => isKnownOfType(arn, type, readOnce))
}

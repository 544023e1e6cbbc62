import { FIELD, globsIntersect } from './glob'
import type { ActionReference, ResourceTypeReference } from './service-reference'

const PLACEHOLDER = /\$\{([^{}]*)\}|<([^<>]*)>/g

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
      FILLED[(dollar ?? '').toLowerCase()]?.(fill) ?? other(dollar ?? angle ?? ''),
  )
}

/** A template, or the template of a condition key, as a pattern: each placeholder is "*". */
export const templateToGlob = (template: string): string => template.replace(PLACEHOLDER, '*')

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
  const glob = arn.replace(/\$\{[^}]*\}/g, '*')
  const missing = 6 - glob.split(':').length
  return missing > 0 && !glob.endsWith('*') ? glob + ':*'.repeat(missing) : glob
}

/** Can this ARN, or a pattern of ARNs, name a resource of the type? */
export function matchArnTemplate(arn: string, template: string): boolean {
  return arn === '*' || globsIntersect(arnToGlob(arn), arnTemplateToGlob(template))
}

/** The resource types that an action can be limited to; none: only "*" names its resource. */
export const resourceTypesOf = (action: ActionReference): readonly ResourceTypeReference[] =>
  action.resources.map((resource) => resource.type)

/** The resource types of the action that an ARN can name. */
export const typesMatching = (action: ActionReference, arn: string): readonly ResourceTypeReference[] =>
  resourceTypesOf(action).filter((type) => matchArnTemplate(arn, type.arn))

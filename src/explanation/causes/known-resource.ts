import { arnsIn, namesNoOne, serviceOfArn, splitArn } from '../../iam/arn'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { isOfShape, resourceShapes } from '../../iam/resource-shapes'
import { matchWildcard } from '../../iam/wildcard'
import { partsOfThing } from '../../knowledge/arn-parts'
import type { Facts } from '../../knowledge/knowledge'
import { thingsNamedIn } from '../../knowledge/named-things'
import { observe } from '../../knowledge/observe'
import { resourcesInPolicies } from '../../policy/statements-of-layer'
import { fillArnTemplate, matchArnType, resourceTypesOf, typesMatching } from '../../reference/arn-template'
import { referenceOfPart } from '../../reference/reference-part'
import type { ActionReference } from '../../reference/service-reference'
import { onlyOne } from '../../text/only-one'
import { textValues, withTextValues } from './text-values'
import type { JudgedCase } from '../judged-case'

/** Text that is looked through for ARNs. */
const MOST_TEXT = 200_000

/** What a URL has behind an ARN. */
const BEHIND = /\/invocations.{0,100}$/

/** What a resource is in: its ARN cut before each part at its end, the shortest first. */
function wholesOf(arn: string): readonly string[] {
  const fields = splitArn(arn)
  if (fields === null) return []
  const ahead = arn.slice(0, arn.length - fields[5].length)
  const ends = [...fields[5].matchAll(/[/:]/g)].map(({ index }) => index).slice(-MOST_PARTS)
  return ends.map((end) => ahead + fields[5].slice(0, end))
}

/** Parts at the end of an ARN that are looked through. */
const MOST_PARTS = 20

/** An alias or a version of a function: AWS's list names the function alone, and each of them has a policy of its own. */
const OF_VERSION = /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):[^:]+$/

/**
 * A resource that an action can be asked for with: where it is on the parts of a thing alone, or on what a thing is in, these
 * in place of it.
 */
export const fitting = (judged: JudgedCase, action: string, resource: string): string => {
  if (!resource.startsWith('arn:') || OF_VERSION.test(resource)) return resource
  if (canHave(judged, action, resource) !== false) return resource
  const others = [...partsOfThing(resource), ...wholesOf(resource)]
  return others.find((one) => canHave(judged, action, one) === true) ?? resource
}

const known = ({ services }: JudgedCase, action: string): ActionReference | undefined =>
  services === undefined
    ? undefined
    : referenceOfPart(services).service(serviceOfAction(action))?.byName.get(nameOfAction(action).toLowerCase())

/** Can an ARN be that of a resource of an action? */
export function fitsAction(judged: JudgedCase, action: string, arn: string): boolean {
  const isKnown = isOfShape(arn, action)
  if (isKnown !== null) return isKnown
  const reference = known(judged, action)
  return reference !== undefined && typesMatching(reference, arn).length > 0
}

/** Can an action be asked for with a resource of this ARN, or of this pattern? Null: what it has is not known here. */
export function canHave(judged: JudgedCase, action: string, arn: string): boolean | null {
  const reference = known(judged, action)
  if (reference !== undefined) return typesMatching(reference, arn).length > 0
  const shapes = resourceShapes(action.toLowerCase()) ?? []
  if (shapes.length === 0) return null
  const isOfService = shapes.some((shape) => serviceOfAction(shape) === serviceOfArn(arn))
  const isPlain = !/[*?$<]/.test(arn)
  return isOfService && (!isPlain || fitsAction(judged, action, arn)) ? null : false
}

/** Is an ARN of no kind that an action has: by the type in it, not by what stands behind? Of a bucket its objects are another kind. */
export function isOfNoKind(judged: JudgedCase, action: string, arn: string): boolean {
  if (canHave(judged, action, arn) !== false) return false
  const kind = kindOfArn(arn)
  const reference = known(judged, action)
  const types = reference === undefined ? [] : resourceTypesOf(reference)
  return serviceOfArn(arn) === 's3' || !types.some((type) => kindOfArn(type.arn) === kind)
}

/** The service and the type of a resource, as its ARN has them. */
export const kindOfArn = (arn: string): string => {
  const fields = arn.split(':')
  return `${fields[2] ?? ''}:${/^[a-z-]*/i.exec(fields.slice(5).join(':'))?.[0] ?? ''}`
}

/** Is what is written of none of the types that a resource has, among those of an action? Then the action lacks that type. */
export function isOfOtherTypes(judged: JudgedCase, action: string, written: string, resource: string): boolean {
  const reference = known(judged, action)
  if (reference === undefined || !resource.startsWith('arn:')) return false
  const asked = typesMatching(reference, resource)
  const types = typesMatching(reference, written)
  return asked.length > 0 && types.length > 0 && types.every((type) => !asked.includes(type))
}

/** Of these the text names callers and targets alike, but for those whose caller comes with a token. */
const IS_OF_ROLES = /^(?:iam|sts):(?!AssumeRoleWith)/i

/**
 * The one ARN of the text, or of a policy of the resource, that the action can have; null: there is none, or several.
 * `alone`: the text to be looked through in place of both.
 */
export function resourceInText(judged: JudgedCase, action: string, alone?: string): string | null {
  if (IS_OF_ROLES.test(action)) return null
  const { accessCase, denial, evaluation } = judged
  const text = alone ?? accessCase.error ?? ''
  const written = arnsIn(text.slice(0, MOST_TEXT)).map((arn) => arn.replace(BEHIND, ''))
  const inPolicies =
    alone !== undefined
      ? []
      : observe(accessCase, denial, evaluation.context)
          .policies.filter(({ layer }) => layer === 'resource')
          .flatMap(({ policy }) =>
            policy.statements.flatMap(({ resource }) => resource?.values.map(({ text }) => text) ?? []),
          )
  const whole = [...written, ...inPolicies].filter((arn) => !namesNoOne(arn))
  const isOfAction = (arn: string) => fitsAction(judged, action, arn.replace(OF_VERSION, '$1'))
  return onlyOne(whole.filter(isOfAction)) ?? null
}

const inWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^a-z\d ]+/gi, ' ')
    .toLowerCase()

/** What the given policies name of the service of an action, where each of them means one thing. */
export function namedByPolicies({ accessCase }: JudgedCase, action: string): Facts {
  const written = resourcesInPolicies(accessCase.policies)
  return thingsNamedIn(written.filter((arn) => serviceOfArn(arn) === serviceOfAction(action)).join('\n'))
}

/** The ARN that the one type of resource of an action has, with a blank for each part that nobody says. */
export function blankOfType(judged: JudgedCase, action: string): string | null {
  const reference = known(judged, action)
  const [type, ...others] = reference === undefined ? [] : resourceTypesOf(reference)
  if (type === undefined || others.length > 0) return null
  const values = { ...namedByPolicies(judged, action), ...textValues(judged) }
  const fill = {
    partition: values['partition'] ?? 'aws',
    region: values['region'] ?? '<region>',
    account: values['account'] ?? '<account>',
  }
  const filled = fillArnTemplate(type.arn, fill, (name) => {
    return withTextValues(`<${inWords(name)}>`, values)
  })
  return splitArn(filled) === null ? null : filled
}

/** Types of resources that a Deny can have to leave as they are. */
const MOST_TYPES = 12

/**
 * Patterns of the types of resources that an action has and some patterns never cover: a `NotResource` in their place would
 * deny them too. None for `*`; null: the patterns cover part of a type, or it is not known.
 */
export function typesBeside(
  judged: JudgedCase,
  action: string,
  patterns: readonly unknown[],
): readonly string[] | null {
  if (patterns.includes('*')) return []
  const reference = known(judged, action)
  const written = patterns.filter((one): one is string => typeof one === 'string' && !one.includes('${'))
  if (reference === undefined || written.length < patterns.length) return null
  const partition = splitArn(written[0] ?? '')?.[1] ?? 'aws'
  const types = resourceTypesOf(reference).map((type) => ({
    all: fillArnTemplate(type.arn, { partition, region: null, account: null }),
    isCovered: written.some((pattern) => matchArnType(pattern, type)),
  }))
  const isWhole = types.every(
    ({ all, isCovered }) => !isCovered || written.some((pattern) => matchWildcard(pattern, all)),
  )
  const beside = types.filter(({ isCovered }) => !isCovered).map(({ all }) => all)
  return isWhole && beside.length <= MOST_TYPES ? beside : null
}

import { completeArn, wholeArn } from '../evaluation/match/resource-pattern'
import { likePattern, textClasses, type TextPattern } from '../evaluation/operators/text-classes'
import { LAYERS } from '../iam/layers'
import { matchWildcard } from '../iam/wildcard'
import { PLACEHOLDER, templateToGlob } from '../reference/arn-placeholder'
import { matchArnType } from '../reference/arn-template'
import { FIELD, globsIntersect } from '../reference/glob'
import type { ResourceTypeReference } from '../reference/service-reference'
import { append } from '../text/append'
import { exampleArn } from './example-arn'
import type { GroundCompared } from './ground-compared'

/** Resources that the policies cannot tell apart. */
export interface ResourceClass {
  /** One of them. */
  readonly resource: string
  /** The statements that take it in, of those that were asked about. */
  readonly statements: readonly number[]
}

/** The resources of some types, in classes; `isComplete` where there are no others. */
export interface ResourceClasses {
  readonly classes: readonly ResourceClass[]
  readonly isComplete: boolean
}

/** A value of Resource as patterns of whole ARNs: an incomplete one fits as it is, or completed. */
function wholePatterns(text: string, { layer }: GroundCompared): readonly string[] {
  if (text === '*') return [text]
  const short = wholeArn(text, '')
  if (short !== null) return [short]
  const completed = LAYERS[layer].completesArns ? completeArn(text) : null
  return completed === null ? [text] : [text, completed]
}

const patternsOf = (compared: GroundCompared): readonly string[] =>
  (compared.ground.statement.resource?.values ?? []).flatMap(({ text }) => wholePatterns(text, compared))

/** Does Resource or NotResource take it in? A statement without either is about the resource that has the policy. */
export function takesResource(compared: GroundCompared, resource: string): boolean {
  const { resource: element } = compared.ground.statement
  if (element === null) return true
  return patternsOf(compared).some((pattern) => matchWildcard(pattern, resource)) !== element.not
}

/** A template of ARNs with its first fields filled, and a run of at least one character for each placeholder. */
function withinTemplate(template: string, partition: string): TextPattern {
  const fields = template.split(':')
  return fields.flatMap((field, i) => {
    const colon = i === 0 ? [] : likePattern(':')
    if (i === 1) return [...colon, ...likePattern(partition)]
    const run: TextPattern =
      i < 5
        ? [
            { chars: '', others: true, colon: false, repeated: false },
            { chars: '', others: true, colon: false, repeated: true },
          ]
        : likePattern('?*')
    const parts = field.split(PLACEHOLDER_PARTS)
    return [...colon, ...parts.flatMap((part, at) => (at % 2 === 1 ? run : likePattern(part)))]
  })
}

const PLACEHOLDER_PARTS = /(\$\{[^{}]*\}|<[^<>]*>)/

/** The template as a pattern whose wildcards stay within the fields of the ARN. */
const templateGlob = (template: string): string =>
  template
    .split(':')
    .map((field, i) => field.replace(PLACEHOLDER, i < 5 ? FIELD : '*'))
    .join(':')

/** A pattern whose wildcards stay within the fields of the ARN, as its author means it. */
const fieldByField = (pattern: string): string =>
  pattern
    .split(':')
    .map((field, i, { length }) => (i < 5 && length > 5 ? field.replaceAll('*', FIELD) : field))
    .join(':')

const ANY_ARN_PATTERN = likePattern('arn:?*:?*:*:*:?*')

/**
 * Texts of each class within a template. Where a text is of a narrower type, as an object is among buckets, what that type
 * claims is told apart from the rest of the class.
 */
function classesWithin(
  patterns: readonly TextPattern[],
  within: TextPattern,
  type: ResourceTypeReference | null,
): readonly string[] | null {
  const found = textClasses([], patterns, within)
  if (found === null || type === null) return found
  const claimed = found.filter((text) => !matchArnType(text, type))
  const claiming = type.narrower.filter((narrow) =>
    claimed.some((text) => matchArnType(text, { ...narrow, narrower: [] })),
  )
  if (claiming.length === 0) return found
  const apart = claiming.map(({ arn }) => likePattern(templateToGlob(arn)))
  return textClasses([], [...patterns, ...apart], within)
}

/** The classes of the resources of one type. */
function classesOfType(
  type: ResourceTypeReference | null,
  statements: readonly number[],
  all: readonly GroundCompared[],
): ResourceClasses {
  const glob = type === null ? 'arn:*' : templateGlob(type.arn)
  const patterns = new Set<string>()
  for (const i of statements)
    for (const pattern of patternsOf(all[i] as GroundCompared)) {
      if (pattern !== '*' && globsIntersect(pattern, glob)) patterns.add(pattern)
    }
  const example = type === null ? 'arn:aws:example:us-east-1:111122223333:example' : exampleArn(type.arn)
  const classOf = (resource: string): ResourceClass => ({
    resource,
    statements: statements.filter((i) => takesResource(all[i] as GroundCompared, resource)),
  })
  if (patterns.size === 0) return { classes: [classOf(example)], isComplete: true }
  const partitions = new Set(['aws'])
  for (const pattern of patterns) {
    const partition = pattern.split(':')[1] ?? ''
    if (partition !== '' && !/[*?]/.test(partition)) partitions.add(partition)
  }
  const texts: string[] = [example]
  let isComplete = true
  for (const partition of partitions) {
    const within = type === null ? ANY_ARN_PATTERN : withinTemplate(type.arn, partition)
    const found = classesWithin([...patterns].map(likePattern), within, type)
    if (found === null) {
      isComplete = false
      for (const pattern of patterns) texts.push(pattern.replaceAll('*', 'example').replaceAll('?', 'x'))
    } else append(texts, found)
  }
  const seen = new Map<string, ResourceClass>()
  for (const text of texts) {
    if (type !== null && !matchArnType(text, type)) continue
    const one = classOf(readable(text, [...patterns], type))
    const key = one.statements.join()
    if (!seen.has(key)) seen.set(key, one)
  }
  return { classes: [...seen.values()], isComplete }
}

/** The same class of resources, with words in the place of single letters where that changes nothing. */
function readable(text: string, patterns: readonly string[], type: ResourceTypeReference | null): string {
  const fits = (candidate: string): string =>
    patterns.map((pattern) => Number(matchWildcard(pattern, candidate))).join('')
  const wanted = fits(text)
  const isSame = (candidate: string): boolean =>
    fits(candidate) === wanted && (type === null || matchArnType(candidate, type))
  const fields = text.split(':')
  let best = text
  const attempt = (index: number, value: string): void => {
    const changed = best.split(':')
    if (changed[index] === undefined || changed[index] === '') return
    changed[index] = value
    const candidate = changed.join(':')
    if (isSame(candidate)) best = candidate
  }
  for (const region of ['ap-south-1', 'us-east-1']) attempt(3, region)
  for (const account of ['999988887777', '111122223333']) attempt(4, account)
  const rest = fields.slice(5).join(':')
  const head = best.split(':').slice(0, 5).join(':')
  let tail = rest
  for (const part of rest.split(/[/:]/)) {
    if (part.length > 1 || part === '') continue
    const at = tail.indexOf(part)
    const candidate = `${tail.slice(0, at)}example${tail.slice(at + 1)}`
    if (isSame(`${head}:${candidate}`)) tail = candidate
  }
  const whole = isSame(`${head}:${tail}`) ? `${head}:${tail}` : best
  const longer = /[/:]$/.test(whole) ? `${whole}example` : whole
  return isSame(longer) ? longer : whole
}

/** The resources that actions of these types can be asked of, as far as the statements tell them apart. */
export function resourceClasses(
  types: readonly ResourceTypeReference[] | null,
  statements: readonly number[],
  all: readonly GroundCompared[],
): ResourceClasses {
  if (types !== null && types.length === 0) {
    const taken = statements.filter((i) => takesResource(all[i] as GroundCompared, '*'))
    return { classes: [{ resource: '*', statements: taken }], isComplete: true }
  }
  if (types === null) return classesOfType(null, statements, all)
  const patterns = statements.flatMap((i) => patternsOf(all[i] as GroundCompared)).map(fieldByField)
  const isPlain = (type: ResourceTypeReference): boolean =>
    patterns.some((pattern) => globsIntersect(pattern, templateGlob(type.arn)))
  const found = types
    .toSorted((one, other) => Number(isPlain(other)) - Number(isPlain(one)))
    .map((type) => classesOfType(type, statements, all))
  return { classes: found.flatMap(({ classes }) => classes), isComplete: found.every(({ isComplete }) => isComplete) }
}

import { arnPattern, likePattern, type TextPattern } from '../evaluation/operators/text-walk'
import { textClasses } from '../evaluation/operators/text-classes'
import { templateToGlob } from '../reference/arn-placeholder'
import { matchArnType } from '../reference/arn-template'
import { FIELD, globsIntersect } from '../reference/glob'
import type { ResourceTypeReference } from '../reference/service-reference'
import { append } from '../text/append'
import { apartTexts } from './apart-texts'
import { exampleOfType } from './example-arn'
import type { GroundCompared } from './ground-compared'
import { leastResources, levelPlace, type DecidedTogether } from './least-resources'
import { LeastTexts } from './least-texts'
import { readableArn } from './readable-arn'
import { takesResource, templateGlob, withinTemplate } from './resource-patterns'
import type { ResourceTypes, TypeOfResources } from './resource-types'

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

/** Steps of a walk through all classes; where they are more, only those on which a change can be seen are told apart. */
const MOST_WORK = 4_000

/** The ARNs of a service, of whatever type; "": of any service. */
const arnsOf = (service: string): Template =>
  service === ''
    ? { within: likePattern('arn:?*:?*:*:*:?*'), whole: 'arn:*' }
    : { within: arnPattern(['arn', '?*', service, '*', '*', '?*']), whole: `arn:*:${service}:*` }

const globOfArns = (service: string): string =>
  service === '' ? 'arn:*' : `arn:${FIELD}:${service}:${FIELD}:${FIELD}:*`

/** A template in which patterns lie, and the same with `*` for all that is open in it. */
interface Template {
  readonly within: TextPattern
  readonly whole: string
}

const textsWithin = (patterns: readonly string[], { within, whole }: Template): readonly string[] | null =>
  apartTexts(patterns, within, whole) ?? textClasses([], patterns.map(likePattern), within, MOST_WORK)

/**
 * Texts of each class within a template. Where a text is of a narrower type, as an object is among buckets, what that type
 * claims is told apart from the rest of the class.
 */
function classesWithin(
  patterns: readonly string[],
  template: Template,
  type: ResourceTypeReference | null,
): readonly string[] | null {
  const found = textsWithin(patterns, template)
  if (found === null || type === null) return found
  const claimed = found.filter((text) => !matchArnType(text, type))
  const claiming = type.narrower.filter((narrow) =>
    claimed.some((text) => matchArnType(text, { ...narrow, narrower: [] })),
  )
  if (claiming.length === 0) return found
  return textsWithin([...patterns, ...claiming.map(({ arn }) => templateToGlob(arn))], template)
}

/** ARNs of a type that stand for all of them, as they were found. */
interface TypeTexts {
  readonly texts: readonly string[]
  readonly isComplete: boolean
}

/** The partitions that patterns name. */
function partitionsOf(patterns: readonly string[]): readonly string[] {
  const named = patterns.map((pattern) => pattern.split(':')[1] ?? '')
  return [...new Set(['aws', ...named.filter((one) => one !== '' && !/[*?]/.test(one))])]
}

/** What is known of one type of resource. */
interface KnownType {
  /** Null: ARNs of whatever type, of the service or of any. */
  readonly type: ResourceTypeReference | null
  readonly service: string
  readonly glob: string
  readonly relevant: Map<string, boolean>
  /** Where patterns lie within a template, by partition. */
  readonly within: Map<string, Template>
  readonly texts: Map<string, TypeTexts>
  readonly readable: Map<string, string>
}

/** The classes of resources among some statements. */
export class ResourceClassifier {
  private readonly types = new Map<TypeOfResources, KnownType>()
  private readonly walks = new LeastTexts()
  private readonly decided: DecidedTogether | null

  /** `isAllowNeeded`: of the one layer that is compared, both sides built alike, nothing passes without an Allow; null: there are several. */
  constructor(
    private readonly all: readonly GroundCompared[],
    isAllowNeeded: boolean | null,
  ) {
    this.decided = isAllowNeeded === null ? null : { places: [...new Set(all.map(levelPlace))], isAllowNeeded }
  }

  private knownType(of: TypeOfResources): KnownType {
    let known = this.types.get(of)
    if (known === undefined) {
      const [type, service] = typeof of === 'string' ? [null, of] : [of, '']
      const glob = type === null ? globOfArns(service) : templateGlob(type.arn)
      known = { type, service, glob, relevant: new Map(), within: new Map(), texts: new Map(), readable: new Map() }
      this.types.set(of, known)
    }
    return known
  }

  private classesOfType(of: TypeOfResources, statements: readonly number[]): ResourceClasses {
    if (of === '*') return this.classOfNone(statements)
    const known = this.knownType(of)
    const asked = statements.map((i) => this.all[i] as GroundCompared)
    const patterns = [...new Set(asked.flatMap((one) => one.patterns))].filter(
      (pattern) => pattern !== '*' && isRelevant(known, pattern),
    )
    const key = patterns.join('\n')
    let found = known.texts.get(key)
    if (found === undefined) known.texts.set(key, (found = findTexts(known, patterns)))
    const least = found.isComplete || this.decided === null ? null : this.leastOf(known, patterns, asked, this.decided)
    const seen = new Map<string, ResourceClass>()
    for (const text of least ?? found.texts) {
      const taken = statements.filter((i) => takesResource(this.all[i] as GroundCompared, text))
      const id = taken.join()
      if (seen.has(id)) continue
      const isWhole = patterns.length === 0
      seen.set(id, { resource: isWhole ? text : readableOf(known, text, patterns, key), statements: taken })
    }
    return { classes: [...seen.values()], isComplete: found.isComplete || least !== null }
  }

  /** Those on which a change can be seen; null: these are too many too. */
  private leastOf(
    known: KnownType,
    patterns: readonly string[],
    asked: readonly GroundCompared[],
    decided: DecidedTogether,
  ): readonly string[] | null {
    const all: string[] = []
    const sought = {
      isRelevant: (pattern: string) => isRelevant(known, pattern),
      others: (known.type?.narrower ?? []).map(({ arn }) => templateToGlob(arn)),
    }
    for (const partition of partitionsOf(patterns)) {
      const template = withinOf(known, partition).within
      const found = leastResources(asked, { ...sought, template }, this.walks, decided)
      if (found === null) return null
      append(all, found)
    }
    return all.filter((text) => isOfType(known, text))
  }

  /** What takes no resource is asked of `*`. */
  private classOfNone(statements: readonly number[]): ResourceClasses {
    const taken = statements.filter((i) => takesResource(this.all[i] as GroundCompared, '*'))
    return { classes: [{ resource: '*', statements: taken }], isComplete: true }
  }

  /** The resources that actions of these types can be asked of, as far as the statements tell them apart. */
  classesOf(types: ResourceTypes, statements: readonly number[]): ResourceClasses {
    if (types === null) return this.classesOfType('', statements)
    if (types.length === 0) return this.classOfNone(statements)
    const patterns = [...new Set(statements.flatMap((i) => (this.all[i] as GroundCompared).fields))]
    const isPlain = (type: TypeOfResources): boolean =>
      type !== '*' && patterns.some((pattern) => isRelevant(this.knownType(type), pattern))
    const plain = types.length === 1 ? types : types.filter(isPlain)
    const found = [...plain, ...types.filter((type) => !plain.includes(type))].map((type) =>
      this.classesOfType(type, statements),
    )
    return { classes: found.flatMap(({ classes }) => classes), isComplete: found.every(({ isComplete }) => isComplete) }
  }
}

/** Can a resource of the type be of the pattern? */
function isRelevant({ relevant, glob }: KnownType, pattern: string): boolean {
  let is = relevant.get(pattern)
  if (is === undefined) relevant.set(pattern, (is = globsIntersect(pattern, glob)))
  return is
}

function withinOf({ type, service, within }: KnownType, partition: string): Template {
  if (type === null) return arnsOf(service)
  let template = within.get(partition)
  if (template === undefined) {
    const whole = templateToGlob(type.arn).replace(/^arn:[^:]*/, `arn:${partition}`)
    within.set(partition, (template = { within: withinTemplate(type.arn, partition), whole }))
  }
  return template
}

function readableOf({ type, readable }: KnownType, text: string, patterns: readonly string[], key: string): string {
  const id = `${text} ${key}`
  let better = readable.get(id)
  if (better === undefined) readable.set(id, (better = readableArn(text, patterns, type)))
  return better
}

const isOfType = ({ type }: KnownType, arn: string): boolean => type === null || matchArnType(arn, type)

function findTexts(known: KnownType, patterns: readonly string[]): TypeTexts {
  const { type, service } = known
  const example = type === null ? `arn:aws:${service || 'example'}:us-east-1:111122223333:example` : exampleOfType(type)
  if (patterns.length === 0) return { texts: [example], isComplete: true }
  const texts: string[] = [example]
  let isComplete = true
  for (const partition of partitionsOf(patterns)) {
    const found = classesWithin(patterns, withinOf(known, partition), type)
    if (found === null) {
      isComplete = false
      for (const pattern of patterns) texts.push(pattern.replaceAll('*', 'example').replaceAll('?', 'x'))
    } else append(texts, found)
  }
  return { texts: texts.filter((text) => isOfType(known, text)), isComplete }
}

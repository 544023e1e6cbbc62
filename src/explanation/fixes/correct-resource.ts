import { WITHOUT_PARTS } from '../../facts/arns-without-parts'
import { splitArn, serviceOfArn } from '../../iam/arn'
import { fillBlanks } from '../../iam/blank-fields'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import type { ElementResult } from '../../evaluation/evaluation'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import { targetPhrase } from '../messages/statements'
import { lastingResource } from '../../policy/one-off-ids'
import { only, reachOf } from '../../policy/reach'
import { caseLayerOf } from '../../iam/layers'
import { memberOf, statementNode } from '../../case/case-documents'
import { takesNoResource } from '../../iam/no-resource-actions'
import { resourceShapes } from '../../iam/resource-shapes'
import { partsMeant } from '../../knowledge/arn-parts'
import { awsDenied, targetOf, type JudgedCase } from '../judged-case'
import { BETWEEN_VALUES } from '../messages/fixes'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { addValue, replaceValue } from './edit-json'
import { canHave, isOfOtherTypes } from '../causes/known-resource'
import { keysOfTests } from './fix-statements'

const valuesOf = ({ statement }: Miss, name: ElementResult['element']): readonly string[] =>
  statement.elements.find(({ element }) => element === name)?.values.map(({ text }) => text) ?? []

/** An element that alone keeps a statement from applying, for certain. */
const soleFailure = ({ failed }: Miss): ElementResult | null => {
  const [one, ...others] = failed
  return one !== undefined && others.length === 0 && one.matches === 'no' ? one : null
}

/** An ARN with the Region and the account that it leaves empty, as the request has them. */
function filledFields(written: string, asked: string): string {
  const wanted = splitArn(asked)
  return wanted === null ? written : fillBlanks(written, (field) => (field === 'region' ? wanted[3] : wanted[4]))
}

/** The same where every ARN of its service names them; null: it covers the request no better. */
function withEmptyFields(written: string, asked: string): string | null {
  const filled = filledFields(written, asked)
  return filled !== written && matchWildcard(filled, asked) ? filled : null
}

/** Actions that a statement names one by one; none where it names others by a pattern. */
const namedActions = (miss: Miss): readonly string[] => {
  const actions = valuesOf(miss, 'Action')
  return actions.some(hasWildcard) ? [] : actions
}

const isBlank = (field: string): boolean => field === '' || field.startsWith('<')

/**
 * What is asked for, as the statement writes the same thing of another type: with its Region and account where the text says
 * neither, and with the pattern that it has behind the type.
 */
function ofType(written: string, asked: string): string {
  const [from, to] = [splitArn(written), splitArn(asked)]
  if (from === null || to === null) return asked
  const [prefix, partition, service, ...place] = to
  const [region, account] = place.map((field, at) => (at < 2 && isBlank(field) ? (from[at + 3] ?? field) : field))
  const [named, meant] = [from[5], to[5]].map((rest) => rest.slice(rest.indexOf('/') + 1))
  const type = to[5].slice(0, to[5].indexOf('/') + 1)
  const rest = type !== '' && matchWildcard(named ?? '', meant ?? '') ? `${type}${named}` : to[5]
  return [prefix, partition, service, region, account, rest].join(':')
}

/** ARNs that hold an id of AWS’s, and what such an id, or a pattern for it, looks like. */
const IDS: readonly { readonly arn: RegExp; readonly id: RegExp }[] = [
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
  { arn: /^arn:[^:]*:rds-db:[^:]*:[^:]*:dbuser:([^/]*)\//, id: /^(?:db|cluster|prx)-|[*?$<{]/i },
]

/** Does an ARN hold a name in the place of an id, so that no request has it? */
const isNameForId = (written: string): boolean =>
  IDS.some(({ arn, id }) => {
    const [, found] = arn.exec(written) ?? []
    return found !== undefined && !id.test(found)
  })

/** A resource that no action of the statement can have, where each of them can have the one asked for. */
function ofOtherType(judged: JudgedCase, miss: Miss, written: string): string | null {
  const { resource } = judged.accessCase.request
  const actions = namedActions(miss)
  const isNever =
    actions.length > 0 &&
    (isNameForId(written) || actions.every((action) => canHave(judged, action, written) === false))
  const isRight = actions.every((action) => canHave(judged, action, resource) === true)
  return isNever && isRight ? ofType(written, lastingResource(resource, judged.accessCase.request.action)) : null
}

/** How the resources of a statement are put right. */
interface Correction {
  /** All of them, as they are then. */
  readonly all: readonly string[]
  /** Those that change or come in addition. */
  readonly changed: readonly string[]
}

const replaced = (written: readonly string[], by: (one: string) => string | null): Correction | null => {
  const all = written.map((one) => by(one) ?? one)
  const changed = all.filter((one, at) => one !== written[at])
  return changed.length === 0 ? null : { all, changed }
}

/** The Region and the account that the resources leave empty, in each of them. */
function fillingFields(judged: JudgedCase, written: readonly string[]): Correction | null {
  const { resource } = judged.accessCase.request
  return written.some((one) => withEmptyFields(one, resource) !== null)
    ? replaced(written, (one) => filledFields(one, resource))
    : null
}

/** Services in whose ARNs no name has two slashes in a row. */
const OF_SLASHES: ReadonlySet<string> = new Set(['ssm', 'iam', 'secretsmanager', 'ecr'])

/** An ARN that no request ever has, without what is too much in it; null: it covers the request no better. */
function withoutExcess(written: string, asked: string): string | null {
  const service = serviceOfArn(written)
  const plain = WITHOUT_PARTS.has(service) ? written.replace(/:\*$/, '') : written
  const spelled = (OF_SLASHES.has(service) ? plain.replace(/\/{2,4}/g, '/') : plain).trim()
  return spelled !== written && matchWildcard(spelled, asked) ? spelled : null
}

/** Can an action of the statement be asked for with what is written, so that it stays beside what is added? */
const isOfUse = (judged: JudgedCase, miss: Miss, written: string): boolean =>
  valuesOf(miss, 'Action').some((action) => hasWildcard(action) || canHave(judged, action, written) !== false)

/** The parts of the things that the statement names, where its actions are on these: in place of the things, or beside them. */
function ofParts(judged: JudgedCase, miss: Miss, written: readonly string[]): Correction | null {
  const meant = partsMeant(written, judged.accessCase.request.resource)
  const changed = [...meant.values()]
  if (changed.length === 0) return null
  const all = written.flatMap((one) => {
    const parts = meant.get(one)
    return parts === undefined ? [one] : isOfUse(judged, miss, one) ? [one, parts] : [parts]
  })
  return { all, changed }
}

/** A reference to the ARN of a bucket that a template holds, as in `${Photos.Arn}`: an action on objects never meets it. */
const ARN_OF_THING = /^\$\{[\w.:-]{1,120}\.[aA]rn\}$/

const ON_OBJECTS = 's3:::{name}/{rest}'

/** The objects of a bucket that a template names by its ARN, for a statement that is about objects alone. */
function ofReference(judged: JudgedCase, miss: Miss, written: readonly string[]): Correction | null {
  const [one, ...others] = written
  const isOnObjects = (action: string) => resourceShapes(action.toLowerCase())?.join() === ON_OBJECTS
  const isFor = namedActions(miss).length > 0 && namedActions(miss).every(isOnObjects) && awsDenied(judged)
  return one !== undefined && others.length === 0 && isFor && ARN_OF_THING.test(one)
    ? replaced(written, () => `${one}/*`)
    : null
}

/** What is wrong with the resources of a statement that misses the request by these alone. */
function correctionOf(judged: JudgedCase, miss: Miss): Correction | null {
  const [failure, ...others] = miss.failed
  const written = valuesOf(miss, 'Resource')
  if (failure?.element !== 'Resource' || others.length > 0) return null
  if (failure.matches === 'unknown') return ofReference(judged, miss, written)
  const fields = fillingFields(judged, written)
  if (fields !== null) return fields
  const { resource } = judged.accessCase.request
  const spelled = replaced(written, (text) => withoutExcess(text, resource))
  if (spelled !== null) return spelled
  const [one = '', ...more] = written
  // A version or an alias of what was asked for is a resource of its own: requests for it pass, and go on passing.
  const isQualified = one.startsWith(`${judged.accessCase.request.resource}:`)
  const isOfOther = more.length === 0 && !one.includes('${') && !isQualified
  return ofParts(judged, miss, written) ?? (isOfOther ? replaced(written, () => ofOtherType(judged, miss, one)) : null)
}

/**
 * A statement whose resources can never be met, for a Region or an account that they lack, as its actions are on parts of
 * what it names, or as none of its actions has such a resource: the resources are corrected, for all actions of the statement.
 */
export function correctResource(obstacle: Obstacle, miss: Miss): readonly FixCandidate[] {
  const { judged, layer } = obstacle
  const correction = correctionOf(judged, miss)
  const place = { layer: caseLayerOf(layer), level: miss.statement.level, policy: miss.statement.policy }
  const document = documentAt(judged, place)
  const node = document && statementNode(document, miss.statement)
  const held = node && memberOf(node, 'Resource')?.value
  if (correction === null || !document || !node || !held) return []
  const { all, changed } = correction
  const isAdded = all.length > valuesOf(miss, 'Resource').length
  const [only_, ...rest] = changed
  const edit =
    isAdded && rest.length === 0 && all.at(-1) === only_
      ? addValue(document.text, held, only_)
      : replaceValue(document.text, held, all.length === 1 && held.kind !== 'array' ? all[0] : all)
  const after = edited(document, edit)
  return after === null
    ? []
    : [
        {
          code: isAdded ? 'add-resource' : 'correct-resource',
          place,
          name: document.name,
          after,
          reach: { ...reachOf(node), resources: only(...changed), tests: keysOfTests(miss.statement) },
          value: changed.join(BETWEEN_VALUES),
          where: targetPhrase(targetOf(judged, layer, miss.statement)),
          statement: null,
        },
      ]
}

/** Is it known what an ARN of a statement names, so that it can be of the wrong type? */
const isPlain = (text: string): boolean => text.startsWith('arn:') && !/\$\{|</.test(text)

/**
 * The other actions of a statement that miss for the same reason: their type of resource is that of the request, and no
 * resource that the statement names is of it.
 */
export function sameDefect(judged: JudgedCase, miss: Miss | undefined): readonly string[] {
  const { action, resource } = judged.accessCase.request
  const written = miss === undefined ? [] : valuesOf(miss, 'Resource')
  if (miss === undefined || soleFailure(miss)?.element !== 'Resource' || !written.every(isPlain)) return []
  const isOfNone = (one: string) =>
    written.every((arn) => canHave(judged, one, arn) === false || isOfOtherTypes(judged, one, arn, resource))
  // An action without a resource is asked for on `*` alone.
  const isAsked = (one: string) => (resource === '*' ? takesNoResource(one) : canHave(judged, one, resource) === true)
  if (!isAsked(action) || !isOfNone(action)) return []
  return namedActions(miss).filter((one) => one.toLowerCase() !== action.toLowerCase() && isOfNone(one) && isAsked(one))
}

/** The other actions of a statement whose resource a template leaves open: AWS says that it is not that of the request. */
export function likelySameDefect(judged: JudgedCase, miss: Miss | undefined): readonly string[] {
  const { action, resource } = judged.accessCase.request
  const [failure, ...others] = miss?.failed ?? []
  const isOpen = failure?.element === 'Resource' && failure.matches === 'unknown' && others.length === 0
  if (miss === undefined || !isOpen || !resource.startsWith('arn:') || !awsDenied(judged)) return []
  return namedActions(miss).filter(
    (one) => one.toLowerCase() !== action.toLowerCase() && canHave(judged, one, resource) === true,
  )
}

/** Actions of a statement that none of its resources can ever be asked for with, for all that is changed beside it. */
export function neverMatching(judged: JudgedCase, miss: Miss | undefined): readonly string[] {
  const written = miss === undefined ? [] : valuesOf(miss, 'Resource')
  if (miss === undefined || written.length === 0 || !written.every(isPlain)) return []
  const { action, resource } = judged.accessCase.request
  const repaired = sameDefect(judged, miss)
  return namedActions(miss).filter(
    (one) =>
      !repaired.includes(one) &&
      one.toLowerCase() !== action.toLowerCase() &&
      [...written, resource].every((arn) => canHave(judged, one, arn) === false),
  )
}

import { splitArn } from '../../iam/arn'
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
import { awsDenied, targetOf, type Situation } from '../situation'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { replaceValue } from './edit-json'
import { canHave } from './known-resource'

const valuesOf = ({ statement }: Miss, name: ElementResult['element']): readonly string[] =>
  statement.elements.find(({ element }) => element === name)?.values.map(({ text }) => text) ?? []

/** An element that alone keeps a statement from applying, for certain. */
const soleFailure = ({ failed }: Miss): ElementResult | null => {
  const [one, ...others] = failed
  return one !== undefined && others.length === 0 && one.matches === 'no' ? one : null
}

/**
 * An ARN with the Region and the account that it leaves empty, as the request has them, where every ARN of its service names
 * them; null: it covers the request no better.
 */
function withEmptyFields(written: string, asked: string): string | null {
  const wanted = splitArn(asked)
  if (wanted === null) return null
  const filled = fillBlanks(written, (field) => (field === 'region' ? wanted[3] : wanted[4]))
  return filled !== written && matchWildcard(filled, asked) ? filled : null
}

/** Actions that a statement names one by one; none where it names others by a pattern. */
const namedActions = (miss: Miss): readonly string[] => {
  const actions = valuesOf(miss, 'Action')
  return actions.some(hasWildcard) ? [] : actions
}

/** A resource that no action of the statement can have, where each of them can have the one asked for. */
function ofOtherType(situation: Situation, miss: Miss, written: string): string | null {
  const { resource } = situation.accessCase.request
  const actions = namedActions(miss)
  const isNever = actions.length > 0 && actions.every((action) => canHave(situation, action, written) === false)
  const isRight = actions.every((action) => canHave(situation, action, resource) === true)
  return isNever && isRight ? lastingResource(resource) : null
}

/**
 * A statement whose one resource can never be met, for a Region or an account that it lacks, or as none of its actions has
 * such a resource: the resource is corrected, for all actions of the statement.
 */
export function correctResource(obstacle: Obstacle, miss: Miss): readonly FixCandidate[] {
  const { situation, layer } = obstacle
  const failure = soleFailure(miss)
  const [written, ...others] = valuesOf(miss, 'Resource')
  if (failure?.element !== 'Resource' || written === undefined || others.length > 0 || written.includes('${')) return []
  const { resource } = situation.accessCase.request
  const value = withEmptyFields(written, resource) ?? ofOtherType(situation, miss, written)
  const place = { layer: caseLayerOf(layer), level: miss.statement.level, policy: miss.statement.policy }
  const document = documentAt(situation, place)
  const node = document && statementNode(document, miss.statement)
  const held = node && memberOf(node, 'Resource')?.value
  if (value === null || !document || !node || !held) return []
  const target = held.kind === 'array' ? held.items[0] : held
  const after = target && edited(document, replaceValue(document.text, target, value))
  return after
    ? [
        {
          code: 'correct-resource',
          place,
          name: document.name,
          after,
          reach: { ...reachOf(node), resources: only(value), tests: testKeys(miss) },
          value,
          where: targetPhrase(targetOf(situation, layer, miss.statement)),
          statement: null,
        },
      ]
    : []
}

const testKeys = ({ statement }: Miss): readonly string[] =>
  statement.elements.flatMap(({ element, key }) => (element === 'Condition' && key ? [key] : []))

/** Is it known what an ARN of a statement names, so that it can be of the wrong type? */
const isPlain = (text: string): boolean => text.startsWith('arn:') && !/\$\{|</.test(text)

/**
 * The other actions of a statement that miss for the same reason: their type of resource is that of the request, and no
 * resource that the statement names is of it.
 */
export function sameDefect(situation: Situation, miss: Miss | undefined): readonly string[] {
  const { action, resource } = situation.accessCase.request
  const written = miss === undefined ? [] : valuesOf(miss, 'Resource')
  if (miss === undefined || soleFailure(miss)?.element !== 'Resource' || !written.every(isPlain)) return []
  const isOfNone = (one: string) => written.every((arn) => canHave(situation, one, arn) === false)
  // An action without a resource is asked for on `*` alone.
  const isAsked = (one: string) =>
    resource === '*' ? takesNoResource(one) : canHave(situation, one, resource) === true
  if (!isAsked(action) || !isOfNone(action)) return []
  return namedActions(miss).filter((one) => one.toLowerCase() !== action.toLowerCase() && isOfNone(one) && isAsked(one))
}

/** The other actions of a statement whose resource a template leaves open: AWS says that it is not that of the request. */
export function likelySameDefect(situation: Situation, miss: Miss | undefined): readonly string[] {
  const { action, resource } = situation.accessCase.request
  const [failure, ...others] = miss?.failed ?? []
  const isOpen = failure?.element === 'Resource' && failure.matches === 'unknown' && others.length === 0
  if (miss === undefined || !isOpen || !resource.startsWith('arn:') || !awsDenied(situation)) return []
  return namedActions(miss).filter(
    (one) => one.toLowerCase() !== action.toLowerCase() && canHave(situation, one, resource) === true,
  )
}

/** Actions of a statement that none of its resources can ever be asked for with, for all that is changed beside it. */
export function neverMatching(situation: Situation, miss: Miss | undefined): readonly string[] {
  const written = miss === undefined ? [] : valuesOf(miss, 'Resource')
  if (miss === undefined || written.length === 0 || !written.every(isPlain)) return []
  const { action, resource } = situation.accessCase.request
  const repaired = sameDefect(situation, miss)
  return namedActions(miss).filter(
    (one) =>
      !repaired.includes(one) &&
      one.toLowerCase() !== action.toLowerCase() &&
      [...written, resource].every((arn) => canHave(situation, one, arn) === false),
  )
}

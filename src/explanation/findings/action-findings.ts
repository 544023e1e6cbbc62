import { splitAction, nameOfAction } from '../../iam/action'
import { isFields } from '../../text/fields'
import { writtenValues } from '../messages/conditions'
import type { ElementResult } from '../../evaluation/evaluation'
import { actionsOfOperation } from '../../iam/operations'
import { hasWildcard, matchAnyCase } from '../../iam/wildcard'
import { furtherActionsOf } from '../../facts/calls/needs-of-call'
import { actionExists } from '../../reference/action-name'
import { didYouMean } from '../../reference/did-you-mean'
import { missesOf } from '../../evaluation/describe/nearest-miss'
import { awsDenied, layerResult } from '../judged-case'
import { proof, who, type Missed, type Rules, type FindingContext } from './finding-context'
import { layersWhere, type Layer } from '../../iam/layers'

type Codes =
  | 'request-action-unknown'
  | 'action-misspelled'
  | 'action-named-after-operation'
  | 'action-nearly-the-same'
  | 'action-wildcard-does-not-reach'
  | 'allow-not-action'
  | 'allow-not-resource'
  | 'missing-action'
  | 'call-needs-more-actions'

/** The layers that have to name an action for it to be allowed. */
const NAMING = layersWhere({
  identity: true,
  resource: true,
  trust: true,
  boundary: true,
  session: true,
  scp: false,
  rcp: false,
  endpoint: true,
})

const failed = ({ failed: elements }: Missed, name: ElementResult['element']): ElementResult | null =>
  elements.find(({ element }) => element === name) ?? null

interface Written {
  readonly miss: Missed
  readonly element: ElementResult
  readonly text: string
}

/** Each action that a statement names and that does not cover the request's. */
const writtenActions = (scene: FindingContext): readonly Written[] =>
  scene.misses.flatMap((miss) => {
    const element = failed(miss, 'Action')
    return element ? writtenValues(element).map((text) => ({ miss, element, text })) : []
  })

const evidence = ({ miss, element, text }: Written) => {
  const span = element.values.find((value) => value.text === text)?.span ?? element.span
  return proof(miss, { ...element, span })
}

/** The operation of the request, when its permission has another name. */
const isOperationName = (text: string, action: string): boolean => {
  const parts = splitAction(text)
  if (parts === null || hasWildcard(text)) return false
  const [needed] = actionsOfOperation(parts.service, parts.name)
  return (
    needed !== undefined && needed.toLowerCase() === action.toLowerCase() && text.toLowerCase() !== needed.toLowerCase()
  )
}

/** Names that the text may have meant: of its service where the reference is loaded, else the action that was asked. */
const suggestionsFor = (scene: FindingContext, text: string): readonly string[] => {
  const { action } = scene.accessCase.request
  const parts = splitAction(text)
  if (parts === null || hasWildcard(text)) return []
  const known = scene.reference.service(parts.service)?.actions.map(({ name }) => `${parts.service}:${name}`)
  const near = didYouMean(text, [...new Set([action, ...(known ?? [])])])
  return near.filter((name) => name.toLowerCase() !== text.toLowerCase())
}

/** Misspelled: the reference does not know it. */
const isMisspelled = (scene: FindingContext, text: string): boolean =>
  !hasWildcard(text) &&
  !isOperationName(text, scene.accessCase.request.action) &&
  actionExists(text, scene.reference) === false

/** One letter more, less or other, or two neighbours swapped. */
const isNearly = (text: string, action: string): boolean => {
  const one = text.toLowerCase()
  const other = action.toLowerCase()
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start += 1
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const odd = one.slice(start, one.length - end)
  const otherOdd = other.slice(start, other.length - end)
  const isSwap = odd.length === 2 && odd[0] === otherOdd[1] && odd[1] === otherOdd[0]
  return one !== other && !hasWildcard(text) && ((odd.length < 2 && otherOdd.length < 2) || isSwap)
}

const isPatternOf = (service: string, text: string): boolean =>
  hasWildcard(text) && text.toLowerCase().startsWith(`${service}:`)

/** The Allow of each layer that comes nearest. */
const nearestMisses = (scene: FindingContext): readonly Missed[] =>
  scene.evaluation.layers.flatMap((layer) => {
    const [near] = missesOf(layer, scene.accessCase.request.action)
    return scene.misses.filter(({ statement }) => statement === near?.statement)
  })

const sameService = (scene: FindingContext, layer: Layer): readonly string[] => {
  const statements = layerResult(scene.evaluation, layer)?.statements ?? []
  const actions = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Action').flatMap(writtenValues))
  return [...new Set(actions)].filter((text) => text.toLowerCase().startsWith(`${scene.service}:`))
}

const speaksOf = (scene: FindingContext, layer: Layer): boolean =>
  layerResult(scene.evaluation, layer)?.statements.some(
    ({ effect, elements }) =>
      effect === 'Allow' && elements.some(({ element, matches }) => /Action$/.test(element) && matches === 'yes'),
  ) ?? false

const isAllowed = (scene: FindingContext, action: string): boolean =>
  (layerResult(scene.evaluation, 'identity')?.statements ?? []).some(
    ({ effect, elements }) =>
      effect === 'Allow' &&
      elements.some(
        ({ element, values }) => element === 'Action' && values.some(({ text }) => matchAnyCase(text, action)),
      ),
  )

/** Is it one of the further checks of this call? */
const isChecked = ({ accessCase: { linked } }: FindingContext, action: string): boolean =>
  Array.isArray(linked) &&
  (linked as readonly unknown[]).some(
    (check) => isFields(check) && String(check.action).toLowerCase() === action.toLowerCase(),
  )

/** What the same call needs besides: from our own table of calls that fail often, else from the reference. */
const furtherActions = (scene: FindingContext): readonly string[] => {
  const { action } = scene.accessCase.request
  const name = nameOfAction(action).toLowerCase()
  const fromReference = scene.reference.detail(scene.service)?.dependents.get(name) ?? []
  return furtherActionsOf(action, fromReference)
}

/** What an Allow does not reach by its actions, and what else the call needs. */
export const ACTION_RULES: Rules<Codes> = {
  'request-action-unknown': (scene) => {
    const { action } = scene.accessCase.request
    // Several actions of which a service needs one stand as a pattern.
    return !hasWildcard(action) && actionExists(action, scene.reference) === false
      ? [{ facts: { action, suggested: suggestionsFor(scene, action) }, evidence: [] }]
      : []
  },
  'action-misspelled': (scene) =>
    writtenActions(scene)
      .filter(({ text }) => isMisspelled(scene, text))
      .map((written) => ({
        facts: { who: who(scene, written.miss), written: written.text, suggested: suggestionsFor(scene, written.text) },
        evidence: evidence(written),
      })),
  'action-named-after-operation': (scene) =>
    writtenActions(scene)
      .filter(({ text }) => isOperationName(text, scene.accessCase.request.action))
      .map((written) => ({
        facts: { who: who(scene, written.miss), written: written.text, action: scene.accessCase.request.action },
        evidence: evidence(written),
      })),
  'action-nearly-the-same': (scene) =>
    writtenActions(scene)
      .filter(({ text }) => isNearly(text, scene.accessCase.request.action) && !isMisspelled(scene, text))
      .filter(({ text }) => !isOperationName(text, scene.accessCase.request.action))
      .map((written) => ({
        facts: { who: who(scene, written.miss), written: written.text, action: scene.accessCase.request.action },
        evidence: evidence(written),
      })),
  'action-wildcard-does-not-reach': (scene) =>
    nearestMisses(scene).flatMap((miss) => {
      const element = failed(miss, 'Action')
      const patterns = element ? writtenValues(element).filter((text) => isPatternOf(scene.service, text)) : []
      if (!element || patterns.length === 0) return []
      const facts = { who: who(scene, miss), patterns, action: scene.accessCase.request.action }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'allow-not-action': (scene) =>
    scene.misses.flatMap((miss) => {
      const element = failed(miss, 'NotAction')
      if (!element) return []
      const facts = { who: who(scene, miss), except: writtenValues(element), action: scene.accessCase.request.action }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'allow-not-resource': (scene) =>
    scene.misses.flatMap((miss) => {
      const element = failed(miss, 'NotResource')
      if (!element || failed(miss, 'Action') || failed(miss, 'NotAction')) return []
      const facts = {
        who: who(scene, miss),
        except: writtenValues(element),
        resource: scene.accessCase.request.resource,
      }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'missing-action': (scene) =>
    scene.evaluation.layers
      .filter(
        ({ layer, status, statements }) =>
          NAMING.includes(layer) && status === 'implicitDeny' && statements.some(({ effect }) => effect === 'Allow'),
      )
      .filter(({ layer }) => !speaksOf(scene, layer))
      .map(({ layer }) => ({
        facts: { action: scene.accessCase.request.action, layer, others: sameService(scene, layer) },
        evidence: scene.misses
          .filter((miss) => miss.layer.layer === layer)
          .slice(0, 1)
          .flatMap((miss) => proof(miss)),
      })),
  'call-needs-more-actions': (scene) => {
    const identity = layerResult(scene.evaluation, 'identity')
    const isMissing = identity?.status === 'implicitDeny' && identity.blocking && !speaksOf(scene, 'identity')
    // Where AWS names the layer, it speaks of the action in its message, and of no other.
    const isPuzzle = scene.evaluation.decision === 'allowed' && awsDenied(scene) && scene.denial?.layer === 'unknown'
    if (!isMissing && !isPuzzle) return []
    const asked = scene.accessCase.request.action.toLowerCase()
    const more = furtherActions(scene).filter(
      (action) => action.toLowerCase() !== asked && !isAllowed(scene, action) && !isChecked(scene, action),
    )
    if (more.length === 0) return []
    return [{ facts: { action: scene.accessCase.request.action, more }, evidence: [] }]
  },
}

import type { ElementResult, Layer } from '../../evaluation/evaluation'
import { actionsOfOperation } from '../../iam/operations'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import { actionExists, splitAction } from '../../reference/action-name'
import { didYouMean } from '../../reference/did-you-mean'
import { layerResult } from '../situation'
import { proof, textsOf, who, type Missed, type Rules, type Scene } from './scene'
import { DEPENDENT_ACTIONS } from './dependent-actions'

type Codes =
  | 'action-misspelled'
  | 'action-named-after-operation'
  | 'action-wildcard-does-not-reach'
  | 'allow-not-action'
  | 'allow-not-resource'
  | 'missing-action'
  | 'call-needs-more-actions'

/** The layers that have to name an action for it to be allowed. */
const GRANTING: readonly Layer[] = ['identity', 'boundary', 'session', 'resource', 'trust', 'endpoint']

const failed = ({ failed: elements }: Missed, name: ElementResult['element']): ElementResult | null =>
  elements.find(({ element }) => element === name) ?? null

interface Written {
  readonly miss: Missed
  readonly element: ElementResult
  readonly text: string
}

/** Each action that a statement names and that does not cover the request's. */
const writtenActions = (scene: Scene): readonly Written[] =>
  scene.misses.flatMap((miss) => {
    const element = failed(miss, 'Action')
    return element ? textsOf(element).map((text) => ({ miss, element, text })) : []
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
const suggestionsFor = (scene: Scene, text: string): readonly string[] => {
  const { action } = scene.accessCase.request
  const parts = splitAction(text)
  if (parts === null || hasWildcard(text)) return []
  const known = scene.reference.service(parts.service)?.actions.map(({ name }) => `${parts.service}:${name}`)
  const near = didYouMean(text, [...new Set([action, ...(known ?? [])])])
  return near.filter((name) => name.toLowerCase() !== text.toLowerCase())
}

/** Misspelled: the reference does not know it, or, while it is not loaded, it is a letter or two from the action asked. */
const isMisspelled = (scene: Scene, text: string): boolean => {
  const { action } = scene.accessCase.request
  if (hasWildcard(text) || isOperationName(text, action)) return false
  const exists = actionExists(text, scene.reference)
  if (exists !== null) return !exists && suggestionsFor(scene, text).length > 0
  const [near] = didYouMean(text, [action], 1)
  return near === action && Math.abs(text.length - action.length) <= 2 && isTypo(text, action)
}

/** Two names that differ by letters, not by a word: GetObject and GetObjects, not GetObject and PutObject. */
const isTypo = (text: string, action: string): boolean => {
  const words = (name: string) => name.split(/(?=[A-Z])/)
  const written = words(text.slice(text.indexOf(':') + 1))
  const asked = words(action.slice(action.indexOf(':') + 1))
  if (written.length !== asked.length) return true
  const odd = written.filter((word, index) => word !== asked[index])
  return odd.every((word) => {
    const other = asked[written.indexOf(word)] ?? ''
    return (
      Math.abs(word.length - other.length) <= 2 &&
      shared(word, other) >= Math.min(word.length, other.length) - 2 &&
      other.length > 3
    )
  })
}

/** How many letters two words share, in order, from the start and from the end. */
const shared = (one: string, other: string): number => {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return start + end
}

const sameService = (scene: Scene, layer: Layer): readonly string[] => {
  const statements = layerResult(scene.evaluation, layer)?.statements ?? []
  const actions = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Action').flatMap(textsOf))
  return [...new Set(actions)].filter((text) => text.toLowerCase().startsWith(`${scene.service}:`))
}

const speaksOf = (scene: Scene, layer: Layer): boolean =>
  layerResult(scene.evaluation, layer)?.statements.some(
    ({ effect, elements }) =>
      effect === 'Allow' && elements.some(({ element, matches }) => /Action$/.test(element) && matches === 'yes'),
  ) ?? false

const isAllowed = (scene: Scene, action: string): boolean =>
  (layerResult(scene.evaluation, 'identity')?.statements ?? []).some(
    ({ effect, elements }) =>
      effect === 'Allow' &&
      elements.some(
        ({ element, values }) =>
          element === 'Action' && values.some(({ text }) => matchWildcard(text.toLowerCase(), action.toLowerCase())),
      ),
  )

/** What the same call needs besides: from our own table of calls that fail often, else from the reference. */
const furtherActions = (scene: Scene): readonly string[] => {
  const { action } = scene.accessCase.request
  const name = action.slice(action.indexOf(':') + 1).toLowerCase()
  const fromReference = scene.reference.detail(scene.service)?.dependents.get(name) ?? []
  return [...new Set([...(DEPENDENT_ACTIONS[action.toLowerCase()] ?? []), ...fromReference])]
}

/** What an Allow does not reach by its actions, and what else the call needs. */
export const ACTION_RULES: Rules<Codes> = {
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
  'action-wildcard-does-not-reach': (scene) =>
    writtenActions(scene)
      .filter(({ text }) => hasWildcard(text) && text.toLowerCase().startsWith(`${scene.service}:`))
      .map((written) => ({
        facts: { who: who(scene, written.miss), written: written.text, action: scene.accessCase.request.action },
        evidence: evidence(written),
      })),
  'allow-not-action': (scene) =>
    scene.misses.flatMap((miss) => {
      const element = failed(miss, 'NotAction')
      if (!element) return []
      const facts = { who: who(scene, miss), except: textsOf(element), action: scene.accessCase.request.action }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'allow-not-resource': (scene) =>
    scene.misses.flatMap((miss) => {
      const element = failed(miss, 'NotResource')
      if (!element || failed(miss, 'Action') || failed(miss, 'NotAction')) return []
      const facts = { who: who(scene, miss), except: textsOf(element), resource: scene.accessCase.request.resource }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'missing-action': (scene) =>
    scene.evaluation.layers
      .filter(
        ({ layer, status, statements }) =>
          GRANTING.includes(layer) && status === 'implicitDeny' && statements.length > 0,
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
    const more = furtherActions(scene).filter((action) => !isAllowed(scene, action))
    if (more.length === 0) return []
    return [{ facts: { action: scene.accessCase.request.action, more }, evidence: [] }]
  },
}

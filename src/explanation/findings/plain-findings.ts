import { writtenValues } from '../messages/conditions'
import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { layerClause } from '../messages/elements'
import { denyFact, targetPhrase } from '../messages/statements'
import { isBesidesPolicies, isDeniedInAnyCase, refusalIn } from '../words/layer-fact'
import { whateverPhrase } from '../messages/depends'
import { parsePrincipal } from '../../iam/principal'
import { layersBesideClaim } from '../words/claim-reading'
import { unreadIn } from '../words/unread'
import { deniesForAbsentKey } from './deny-findings'
import { isRightButForOne, liesBelow } from '../../iam/arn-fields'
import { failsOnlyOn, proof, who, type Rules, type FindingContext } from './finding-context'
import { levelsOf } from '../../case/layer-policies'

type Codes =
  | 'explicit-deny'
  | 'denied-in-any-case'
  | 'refused-whatever-policies-say'
  | 'policy-not-readable'
  | 'nothing-attached'
  | 'no-allow-statement'
  | 'resource-not-named'
  | 'principal-not-named'
  | 'principal-names-other-session'
  | 'hangs-on-key'
  | 'hangs-on-layers'

const isSilent = ({ status, blocking }: LayerResult): boolean =>
  blocking && (status === 'implicitDeny' || status === 'none')

const emptyLevels = (scene: FindingContext, { layer, levels }: LayerResult) =>
  (levels ?? []).flatMap(({ reason }, index) =>
    reason === 'level-empty' ? [targetPhrase(levelsOf(scene.accessCase.policies, layer)[index]?.target ?? null)] : [],
  )

/** Resources that differ in a way that has a finding of its own. */
const TOLD: readonly string[] = [
  'bucket-not-object',
  'object-not-bucket',
  'case-differs',
  'wildcard-does-not-reach',
  'question-mark-one-character',
  'request-names-no-resource',
  'variables-need-version-2012',
  'variable-without-value',
]

const isTold = ({ values }: ElementResult, resource: string): boolean =>
  values.some(
    ({ reason, text }) => TOLD.includes(reason) || isRightButForOne(text, resource) || liesBelow(text, resource),
  )

/** A session of the caller's role under another name. */
const otherSession = ({ caller }: FindingContext, text: string): { readonly role: string } | null => {
  const named = parsePrincipal(text)
  if (caller?.kind !== 'roleSession' || named?.kind !== 'roleSession') return null
  const isSameRole = named.account === caller.account && named.name === caller.name
  return isSameRole
    ? { role: `arn:${caller.partition ?? 'aws'}:iam::${caller.account ?? ''}:role/${caller.name}` }
    : null
}

/** What any specialist would say first: the Deny that applies, and what is missing. */
export const PLAIN_RULES: Rules<Codes> = {
  'explicit-deny': (scene) =>
    scene.denies
      .filter((deny) => deny.layer.status === 'explicitDeny' && !deniesForAbsentKey(deny))
      .map((deny) => ({
        facts: { who: who(scene, deny), layer: deny.layer.layer, fact: denyFact(deny.statement) },
        evidence: proof(deny),
      })),
  'denied-in-any-case': (scene) =>
    scene.evaluation.layers
      .filter((layer) => isDeniedInAnyCase(scene, layer))
      .map((result) => ({
        facts: { layer: result.layer, keys: whateverPhrase(result, scene.evaluation, scene.accessCase.request) },
        evidence: [],
      })),
  'refused-whatever-policies-say': (scene) =>
    scene.evaluation.layers.flatMap((result) => {
      const { reason, blocking, status } = result
      const isShut = blocking && status === 'notApplicable'
      const why = refusalIn(scene, result) ?? (isShut ? layerClause(reason, scene.accessCase.request) : null)
      return why ? [{ facts: { why }, evidence: [] }] : []
    }),
  'policy-not-readable': (scene) =>
    scene.evaluation.layers.flatMap((result) => {
      const unread = unreadIn(scene, result)
      return unread ? [{ facts: { layer: result.layer, ...unread }, evidence: [] }] : []
    }),
  'nothing-attached': (scene) => {
    const { action } = scene.accessCase.request
    return scene.evaluation.layers.filter(isSilent).flatMap((result) => {
      const { layer, statements, levels } = result
      const facts = (level: ReturnType<typeof targetPhrase>) => ({ facts: { layer, level, action }, evidence: [] })
      if (levels) return emptyLevels(scene, result).map(facts)
      return statements.length === 0 && !isBesidesPolicies(scene, result) ? [facts([])] : []
    })
  },
  'no-allow-statement': (scene) =>
    scene.evaluation.layers
      .filter((layer) => isSilent(layer) && layer.statements.length > 0)
      .filter(({ statements }) => statements.every(({ effect }) => effect === 'Deny'))
      .map(({ layer }) => ({ facts: { layer }, evidence: [] })),
  'resource-not-named': (scene) =>
    scene.misses
      .filter((miss) => failsOnlyOn(miss, 'Resource', 'Condition'))
      .flatMap((miss) =>
        miss.failed
          .filter(
            (element) =>
              element.element === 'Resource' &&
              element.matches === 'no' &&
              !isTold(element, scene.accessCase.request.resource),
          )
          .map((element) => ({
            facts: {
              who: who(scene, miss),
              names: writtenValues(element),
              resource: scene.accessCase.request.resource,
            },
            evidence: proof(miss, element),
          })),
      ),
  'principal-not-named': (scene) =>
    scene.misses
      .filter((miss) => miss.layer.layer !== 'trust' && miss.layer.blocking)
      .filter((miss) => failsOnlyOn(miss, 'Principal', 'NotPrincipal', 'Condition'))
      .flatMap((miss) =>
        miss.failed
          .filter(({ element, matches }) => element === 'Principal' && matches === 'no')
          .filter(({ values }) => !values.some(({ text }) => otherSession(scene, text)))
          .map((element) => ({
            facts: { who: who(scene, miss), names: writtenValues(element), caller: scene.accessCase.request.principal },
            evidence: proof(miss, element),
          })),
      ),
  'principal-names-other-session': (scene) =>
    scene.misses
      .filter((miss) => failsOnlyOn(miss, 'Principal', 'Condition'))
      .flatMap((miss) =>
        miss.failed.flatMap((element) =>
          element.values.flatMap(({ text, span }) => {
            const other = element.element === 'Principal' ? otherSession(scene, text) : null
            if (other === null) return []
            const facts = { who: who(scene, miss), written: text, ...other }
            return [{ facts, evidence: proof(miss, { ...element, span: span ?? element.span }) }]
          }),
        ),
      ),
  'hangs-on-key': (scene) =>
    scene.isOpen ? scene.evaluation.dependsOn.keys.map((key) => ({ facts: { key }, evidence: [] })) : [],
  'hangs-on-layers': (scene) => {
    const layers = layersBesideClaim(scene)
    return scene.isOpen && layers.length > 0 ? [{ facts: { layers }, evidence: [] }] : []
  },
}

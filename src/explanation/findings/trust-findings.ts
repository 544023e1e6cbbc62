import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { parsePolicy } from '../../policy/parse-policy'
import { actualClause, clauseOf, writtenValues } from '../messages/conditions'
import { isBesidesPolicies } from '../words/layer-fact'
import { awsDenied, layerResult } from '../judged-case'
import {
  allowOf,
  conditionsOf,
  failsOnlyOn,
  isKey,
  layerThat,
  proof,
  who,
  SOURCE_KEYS,
  type Missed,
  type Rules,
  type FindingContext,
} from './finding-context'

type Codes =
  | 'cross-account-caller-side-missing'
  | 'cross-account-resource-side-missing'
  | 'trust-without-caller'
  | 'trust-external-id-wrong'
  | 'trust-external-id-absent'
  | 'trust-deleted-principal'
  | 'caller-without-assume-role'
  | 'oidc-subject-differs'
  | 'oidc-audience-differs'
  | 'key-policy-without-account'
  | 's3-denied-because-of-kms'
  | 's3-block-public-access'
  | 'service-principal-source'

const trustMisses = (scene: FindingContext): readonly Missed[] =>
  scene.misses.filter(({ layer }) => layer.layer === 'trust')

const isUniqueId = (text: string): boolean => /^A(?:IDA|ROA)[A-Z0-9]{12,}$/.test(text)

const principals = (element: ElementResult): readonly string[] =>
  writtenValues(element).filter((text) => !isUniqueId(text))

/** The resource's side: its own policy, or the role's trust policy. */
const resourceSide = (scene: FindingContext): LayerResult | null =>
  layerResult(scene.evaluation, 'trust') ?? layerResult(scene.evaluation, 'resource')

const isShut = (layer: LayerResult | null): boolean =>
  layer !== null && layer.blocking && (layer.status === 'implicitDeny' || layer.status === 'none')

const resourceAccount = ({ arn, accessCase }: FindingContext): string =>
  arn?.account || (accessCase.request.resourceAccount ?? '')

/** Does a test of the token fail, whoever it is that calls, or nothing else? Texts seldom name who calls with a token. */
const failsByToken = ({ failed, ...miss }: Missed): boolean =>
  failsOnlyOn(
    { ...miss, failed: failed.filter((one) => one.element !== 'Principal' || one.matches === 'no') },
    'Condition',
  )

/** Tests of a trust policy on a claim of a token: GitHub's, GitLab's or another provider's. */
const claimTests = (scene: FindingContext, claim: ':sub' | ':aud') =>
  trustMisses(scene)
    .filter(failsByToken)
    .flatMap((miss) =>
      miss.failed
        .filter(({ key }) => (key ?? '').toLowerCase().endsWith(claim))
        .map((element) => ({
          facts: { who: who(scene, miss), wanted: writtenValues(element), got: element.actual?.[0] ?? null },
          evidence: proof(miss, element),
        })),
    )

const externalIdTests = (scene: FindingContext) =>
  trustMisses(scene)
    .filter((miss) => failsOnlyOn(miss, 'Condition'))
    .flatMap((miss) =>
      miss.failed.filter((element) => isKey(element, 'sts:externalid')).map((element) => ({ miss, element })),
    )

const isAccountNamed = (element: ElementResult): boolean =>
  element.values.some(({ reason }) => reason === 'account-named')

/** Does the resource's own policy name an account in any statement, whatever its action? */
const namesAnAccount = ({ accessCase }: FindingContext): boolean =>
  parsePolicy(accessCase.policies.resource?.document, 'resource').statements.some(
    ({ effect, principal }) => effect === 'Allow' && principal?.values.some(({ names }) => names.kind === 'account'),
  )

const KMS_OPERATIONS = /^(?:put|get|copy|head|upload|complete|create)\w*object|^createmultipartupload|^uploadpart/i

/** What trust policies, key policies and policies across accounts ask for. */
export const TRUST_RULES: Rules<Codes> = {
  'cross-account-caller-side-missing': (scene) => {
    const side = resourceSide(scene)
    const allow = side && allowOf(side)
    const isMissing = isShut(layerResult(scene.evaluation, 'identity'))
    if (scene.evaluation.relation !== 'crossAccount' || !allow || !isMissing) return []
    const facts = { action: scene.accessCase.request.action, account: scene.caller?.account ?? '' }
    return [{ facts, evidence: proof(allow) }]
  },
  'cross-account-resource-side-missing': (scene) => {
    const identity = layerThat(scene, 'identity', 'allows')
    const allow = identity && allowOf(identity)
    const side = resourceSide(scene)
    // A trust policy that names somebody else has a finding of its own.
    const isTold = side?.layer === 'trust' && trustMisses(scene).length > 0
    if (scene.evaluation.relation !== 'crossAccount' || !allow || !side || !isShut(side) || isTold) return []
    // What no policy there can change, or what cannot be read, is told as such.
    if (isBesidesPolicies(scene, side)) return []
    const facts = { action: scene.accessCase.request.action, account: resourceAccount(scene), side: side.layer }
    return [{ facts, evidence: proof(allow) }]
  },
  'trust-without-caller': (scene) =>
    trustMisses(scene).flatMap((miss) => {
      const element = miss.failed.find((one) => one.element === 'Principal' && one.matches === 'no')
      const trusted = element ? principals(element) : []
      if (!element || trusted.length === 0) return []
      const facts = { who: who(scene, miss), names: trusted, caller: scene.accessCase.request.principal }
      return [{ facts, evidence: proof(miss, element) }]
    }),
  'trust-external-id-wrong': (scene) =>
    externalIdTests(scene).flatMap(({ miss, element }) =>
      element.actual?.[0] === undefined
        ? []
        : [
            {
              facts: { who: who(scene, miss), wanted: writtenValues(element), got: element.actual[0] },
              evidence: proof(miss, element),
            },
          ],
    ),
  'trust-external-id-absent': (scene) =>
    externalIdTests(scene).flatMap(({ miss, element }) =>
      element.actual === null
        ? [{ facts: { who: who(scene, miss), wanted: writtenValues(element) }, evidence: proof(miss, element) }]
        : [],
    ),
  'trust-deleted-principal': (scene) =>
    scene.misses
      .filter(({ layer }) => layer.layer === 'trust' || layer.layer === 'resource')
      .flatMap((miss) =>
        miss.failed
          .filter(({ element }) => element === 'Principal')
          .flatMap((element) =>
            writtenValues(element)
              .filter(isUniqueId)
              .map((id) => ({ facts: { who: who(scene, miss), id }, evidence: proof(miss, element) })),
          ),
      ),
  'caller-without-assume-role': (scene) => {
    const trust = layerResult(scene.evaluation, 'trust')
    const allow = trust && allowOf(trust)
    const isAccount = allow?.statement.elements.some((one) => one.element === 'Principal' && isAccountNamed(one))
    if (!allow || !isAccount || !isShut(layerResult(scene.evaluation, 'identity'))) return []
    const { action, resource } = scene.accessCase.request
    return [{ facts: { action, role: resource }, evidence: proof(allow) }]
  },
  'oidc-subject-differs': (scene) => claimTests(scene, ':sub'),
  'oidc-audience-differs': (scene) => claimTests(scene, ':aud'),
  'key-policy-without-account': (scene) => {
    const policy = layerThat(scene, 'resource', 'implicitDeny')
    const identity = layerThat(scene, 'identity', 'allows')
    if (scene.service !== 'kms' || !policy || !identity || scene.evaluation.relation !== 'sameAccount') return []
    const namesAccount = namesAnAccount(scene)
    const first = policy.statements[0]
    if (namesAccount) return []
    return [
      {
        facts: { account: resourceAccount(scene) || (scene.caller?.account ?? '') },
        evidence: first ? proof({ layer: policy, statement: first }) : [],
      },
    ]
  },
  's3-denied-because-of-kms': (scene) => {
    const operation = scene.denial?.operation ?? null
    const via = scene.evaluation.context.find(({ key }) => key.toLowerCase() === 'kms:viaservice')?.values?.[0]
    const isS3 = via?.startsWith('s3.') || (operation !== null && KMS_OPERATIONS.test(operation))
    if (scene.service !== 'kms' || !isS3) return []
    return [{ facts: { action: scene.accessCase.request.action, operation }, evidence: [] }]
  },
  's3-block-public-access': (scene) => {
    const policy = layerResult(scene.evaluation, 'resource')
    const allow = policy && allowOf(policy)
    const isBlocked = policy?.reason === 'public-access-blocked'
    const isPublic = allow?.statement.elements.some(
      (one) => one.element === 'Principal' && one.values.some(({ reason }) => reason === 'everyone-named'),
    )
    const isFree = allow ? conditionsOf(allow.statement).length === 0 : false
    const isOutside = scene.evaluation.relation === 'crossAccount' || scene.caller?.kind === 'anonymous'
    const isPuzzle = scene.service === 's3' && awsDenied(scene) && isPublic && isFree && isOutside
    return isBlocked || isPuzzle ? [{ facts: {}, evidence: allow ? proof(allow) : [] }] : []
  },
  'service-principal-source': (scene) =>
    scene.caller?.kind !== 'service'
      ? []
      : scene.misses
          .filter((miss) => failsOnlyOn(miss, 'Condition'))
          .flatMap((miss) =>
            miss.failed
              .filter((one) => isKey(one, ...SOURCE_KEYS))
              .map((element) => ({
                facts: {
                  who: who(scene, miss),
                  key: element.key ?? '',
                  wants: clauseOf(element),
                  got: actualClause(element),
                },
                evidence: proof(miss, element),
              })),
          ),
}

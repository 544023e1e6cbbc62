import { isDenial } from '../../iam/how-denied'
import { ENDPOINT_KEY } from '../../facts/keys/condition-keys'
import { writtenValues } from '../messages/conditions'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import { targetPhrase } from '../messages/statements'
import { awsDenied } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { allowOf, layerThat, proof, who, type Rules, type FindingContext } from './finding-context'
import { layersWhere } from '../../iam/layers'
import { levelsOf } from '../../case/layer-policies'

type Codes =
  | 'scp-level-without-full-access'
  | 'ceiling-over-administrator'
  | 'service-linked-role'
  | 'create-service-linked-role'
  | 'boundary-is-no-grant'
  | 'session-policy-limits'
  | 'federation-token-without-session-policy'
  | 'cognito-implied-session-policy'
  | 'endpoint-policy-limits'

const CEILINGS = layersWhere({
  identity: false,
  resource: false,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: true,
  endpoint: false,
})

const allowsAll = ({ elements, effect, matches }: StatementResult): boolean => {
  const has = (name: string) =>
    elements.some(({ element, values }) => element === name && values.some((v) => v.text === '*'))
  const isFree = elements.every(({ element }) => element !== 'Condition')
  return effect === 'Allow' && matches === 'yes' && isFree && has('Action') && has('Resource')
}

const isBlocking = ({ status, blocking }: LayerResult): boolean => blocking && isDenial(status)

const actionsOf = ({ elements }: StatementResult): readonly string[] =>
  elements.filter(({ element }) => element === 'Action').flatMap(writtenValues)

/** The levels that hold policies, none of which allows everything. */
const levelsWithoutFullAccess = (scene: FindingContext) => {
  const scp = layerThat(scene, 'scp', 'implicitDeny')
  if (scp === null) return []
  return (scp.levels ?? []).flatMap((level, index) => {
    const statements = scp.statements.filter((statement) => statement.level === index)
    const isOpen = statements.some(
      (one) =>
        one.effect === 'Allow' && one.elements.some((e) => e.element === 'Action' && writtenValues(e).includes('*')),
    )
    const allowed = [...new Set(statements.filter(({ effect }) => effect === 'Allow').flatMap(actionsOf))]
    const isRead = level.reason !== 'layer-unreadable'
    return level.status === 'implicitDeny' && isRead && !isOpen ? [{ index, allowed, first: statements[0] }] : []
  })
}

const isCognitoGuest = (scene: FindingContext): boolean =>
  contextValue(scene.evaluation.context, 'aws:FederatedProvider') === 'cognito-identity.amazonaws.com' ||
  (scene.caller?.sessionName ?? '') === 'CognitoIdentityCredentials'

/** What limits a request from above, or around it. */
export const CEILING_RULES: Rules<Codes> = {
  'scp-level-without-full-access': (scene) => {
    const scp = layerThat(scene, 'scp', 'implicitDeny')
    return levelsWithoutFullAccess(scene).map(({ index, allowed, first }) => ({
      facts: { level: targetPhrase(levelsOf(scene.accessCase.policies, 'scp')[index]?.target ?? null), allowed },
      evidence: scp && first ? proof({ layer: scp, statement: first }) : [],
    }))
  },
  'ceiling-over-administrator': (scene) => {
    const identity = layerThat(scene, 'identity', 'allows')
    const statement = identity?.statements.find(allowsAll)
    if (!identity || !statement) return []
    return scene.evaluation.layers
      .filter((layer) => CEILINGS.includes(layer.layer) && isBlocking(layer))
      .map(({ layer }) => ({
        facts: { layer, who: who(scene, { layer: identity, statement }) },
        evidence: proof({ layer: identity, statement }),
      }))
  },
  'service-linked-role': (scene) => {
    const arn = contextValue(scene.evaluation.context, 'aws:PrincipalArn') ?? scene.accessCase.request.principal
    return arn.includes(':role/aws-service-role/') ? [{ facts: { role: arn }, evidence: [] }] : []
  },
  'create-service-linked-role': (scene) => {
    const { action } = scene.accessCase.request
    if (action.toLowerCase() !== 'iam:createservicelinkedrole') return []
    const named = contextValue(scene.evaluation.context, 'iam:AWSServiceName')
    const inArn = scene.arn?.resource.split('/')[2] ?? null
    return [{ facts: { service: named ?? inArn }, evidence: [] }]
  },
  'boundary-is-no-grant': (scene) => {
    const boundary = layerThat(scene, 'boundary', 'allows')
    const allow = boundary && allowOf(boundary)
    if (!allow || !layerThat(scene, 'identity', 'implicitDeny', 'none')?.blocking) return []
    return [{ facts: { action: scene.accessCase.request.action }, evidence: proof(allow) }]
  },
  'session-policy-limits': (scene) => {
    const session = layerThat(scene, 'session', 'implicitDeny', 'explicitDeny')
    const identity = layerThat(scene, 'identity', 'allows')
    const first = session?.statements[0]
    if (!session?.blocking || !identity || !first) return []
    return [
      { facts: { action: scene.accessCase.request.action }, evidence: proof({ layer: session, statement: first }) },
    ]
  },
  'federation-token-without-session-policy': (scene) =>
    scene.evaluation.layers.some(({ reason }) => reason === 'session-policy-required')
      ? [{ facts: {}, evidence: [] }]
      : [],
  'cognito-implied-session-policy': (scene) =>
    isCognitoGuest(scene) && awsDenied(scene) && layerThat(scene, 'identity', 'allows')
      ? [{ facts: { action: scene.accessCase.request.action }, evidence: [] }]
      : [],
  'endpoint-policy-limits': (scene) => {
    const endpoint = layerThat(scene, 'endpoint', 'implicitDeny', 'explicitDeny')
    const first = endpoint?.statements[0]
    if (!endpoint?.blocking) return []
    const facts = { endpoint: contextValue(scene.evaluation.context, ENDPOINT_KEY) }
    return [{ facts, evidence: first ? proof({ layer: endpoint, statement: first }) : [] }]
  },
}

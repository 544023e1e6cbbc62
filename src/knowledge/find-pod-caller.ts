import { BEFORE_ROLE_NAME } from '../iam/arn-in-text'
import { ENDS_IN_INSTANCE } from '../iam/principal'
import { literalSubject } from './find-token-mistakes'
import type { Observation } from './knowledge'
import type { WrongCaller } from './wrong-caller'

/** The session of an instance. Pods on it that have no credentials of their own call as this session. */
export const OF_NODE = new RegExp(String.raw`:assumed-role\/([^/]{1,64})${ENDS_IN_INSTANCE}`)
const POD_ROLE = new RegExp(
  String.raw`eks\.amazonaws\.com\/role-arn\\?["']?\s{0,3}[:=]\s{0,3}[\\"']{0,2}${BEFORE_ROLE_NAME}([\w+=,.@-]{1,64})`,
)
/** The role that a pod has in its environment, with the token of its service account. */
const POD_ENVIRONMENT = new RegExp(
  String.raw`\bAWS_ROLE_ARN["']?\s?[:=]\s{0,3}["']?${BEFORE_ROLE_NAME}([\w+=,.@-]{1,64})`,
)
const POD_TOKEN = /\bAWS_WEB_IDENTITY_TOKEN_FILE["']?\s?[:=]\s{0,3}["']?\/var\/run\/secrets\/eks\.amazonaws\.com\//
const POD_IDENTITY = /\bpod[ -]?identity[ -]?associations?\b|\bpod identity\b|\bpods\.eks\.amazonaws\.com\b/i
const NO_POD_IDENTITY = /\b(?:no|without|not|instead of|never)\s(?:\w+\s){0,3}pod[ -]?identity/i
const SERVICE_ACCOUNT_ROLES = /\bIRSA\b|\bIAM roles? for service accounts?\b/i
const NO_SERVICE_ACCOUNT_ROLES =
  /\b(?:no|without|not|instead of|never|n['’]t)\s(?:\w+\s){0,3}(?:IRSA\b|IAM roles? for service accounts?\b)/i
/** That pods run on as they were before. */
const NOT_RESTARTED =
  /\b(?:not|never|n['’]t|without)\s(?:been\s|yet\s|a\s){0,2}(?:restart(?:ed|ing)?|rolled|recreated)\b/i
/** The service account of a pod: in its manifest, or the default one in the column of a list. */
const USED_ACCOUNT =
  /\bserviceAccount(?:Name)?["']?\s?[:=]\s?["']?(?<named>[\w.-]{1,63})|^[\w.-]{1,63}\s{1,20}(?<listed>default)\s*$|\bserviceAccount(?:Name)? (?:is )?(?<unset>not set|unset|missing)\b/gm
/** A container without the token, as a count or an empty answer shows it. */
const NO_TOKEN = /AWS_WEB_IDENTITY_TOKEN_FILE\b[^\n]{0,40}(?:\n\s{0,4}0\b|\bnot set|\bempty|\bmissing)/i

/** What a container prints of its own environment, by the variables of AWS. */
const PRINTED_ENVIRONMENT = /\benv\s?\|\s?grep\s[^\n|]{0,20}AWS[^\n]{0,400}(?:\n[^\n]{1,400}){0,8}/g
const CREDENTIALS_IN_IT = /\bAWS_(?:WEB_IDENTITY|ROLE_ARN|CONTAINER|ACCESS_KEY)/

/** Does a container print an environment that has variables of AWS, and none with credentials? */
const printsNoCredentials = (text: string): boolean =>
  [...text.matchAll(PRINTED_ENVIRONMENT)].some(([all]) => /\bAWS_\w{2,40}=/.test(all) && !CREDENTIALS_IN_IT.test(all))

/** What the kubelet does itself, as the node. */
const OF_KUBELET = /^ecr:/i

/** A pod that calls as its node, though it is to have a role. */
export function podAsNode({ text, principal, action, policies }: Observation): WrongCaller | null {
  if (OF_KUBELET.test(action ?? '')) return null
  const node = OF_NODE.exec(principal ?? '')?.[1]
  if (node === undefined && principal !== null) return null
  const [inPod = '', ownRole] = POD_TOKEN.test(text) ? (POD_ENVIRONMENT.exec(text) ?? []) : []
  if (node !== undefined && ownRole !== undefined && ownRole !== node)
    return { id: 'pod-role-not-read', words: [inPod], facts: { podRole: ownRole } }
  const [podWords = '', podRole] = POD_ROLE.exec(text) ?? []
  if (podRole !== undefined && podRole !== node) {
    const used = [...text.matchAll(USED_ACCOUNT)].map(
      ({ groups }) => groups?.['named'] ?? (groups?.['unset'] === undefined ? (groups?.['listed'] ?? '') : 'default'),
    )
    const words = [podWords.slice(podWords.indexOf('arn:'))]
    if (used.includes('default') && !/\bsa(?:\/| )default\b/.test(text))
      return { id: 'pod-under-another-account', words: ['default', ...words], facts: { podRole, used: 'default' } }
    const literal = node === undefined ? null : literalSubject(policies)
    if (literal !== null) return { id: 'pod-role-takes-no-token', words, facts: { podRole, written: literal } }
    if (node !== undefined || NO_TOKEN.test(text) || printsNoCredentials(text))
      return { id: 'pod-without-its-role', words, facts: { podRole } }
    return null
  }
  const [roles] = NO_SERVICE_ACCOUNT_ROLES.test(text) ? [] : (SERVICE_ACCOUNT_ROLES.exec(text) ?? [])
  if (node !== undefined && roles !== undefined) {
    const id = NOT_RESTARTED.test(text) ? 'pod-not-restarted' : 'service-account-role-not-used'
    return { id, words: [roles], facts: { nodeRole: node } }
  }
  const [identity] = NO_POD_IDENTITY.test(text) ? [] : (POD_IDENTITY.exec(text) ?? [])
  return node === undefined || identity === undefined || podRole !== undefined
    ? null
    : { id: 'pod-identity-not-used', words: [identity], facts: { nodeRole: node } }
}

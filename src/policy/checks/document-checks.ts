import type { JsonMember, JsonNode } from '../../text/json-node'
import type { Policy } from '../policy'
import { allows, replaceString, type Check, type CheckContext, type CheckHit } from './check'
import { READING_ORDER, WITHOUT_PRINCIPAL, canGrant, hasLevels, layersWhere, type Layer } from '../../iam/layers'

const rootMember = ({ root }: Policy, name: string): JsonMember | undefined =>
  root?.kind === 'object' ? root.members.find(({ key }) => key === name) : undefined

const WANTED = '2012-10-17'

/** The fix puts Version first, indented as the member that stands first now. */
function* versionMissing({ policy, text }: CheckContext): Iterable<CheckHit> {
  const { root } = policy
  if (root?.kind !== 'object' || rootMember(policy, 'Version')) return
  const first = root.members[0]
  if (text === null || !first) return yield { span: root.span[0] < 0 ? null : root.span }
  const [start] = first.keySpan
  const lead = text.slice(root.span[0] + 1, start)
  const edit = { span: [start, start] as const, text: `"Version": "${WANTED}",${lead.includes('\n') ? lead : ' '}` }
  yield { span: root.span, fixes: [{ code: 'add-version', data: {}, edits: [edit] }] }
}

function* versionOld({ policy }: CheckContext): Iterable<CheckHit> {
  const value = rootMember(policy, 'Version')?.value
  if (policy.version !== '2008-10-17' || !value) return
  const fixes = replaceString(value.span[0] < 0 ? null : value.span, WANTED).map((fix) => ({
    ...fix,
    code: 'use-version' as const,
  }))
  yield { span: value.span, fixes }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html */
function* idForbidden({ policy }: CheckContext): Iterable<CheckHit> {
  const member = rootMember(policy, 'Id')
  if (member) yield { span: member.keySpan }
}

/** The nodes of all Sids. */
function sidsOf({ policy }: CheckContext): readonly (JsonNode & { readonly kind: 'string' })[] {
  const statement = rootMember(policy, 'Statement')?.value
  const nodes = statement?.kind === 'array' ? statement.items : statement ? [statement] : []
  return nodes.flatMap((node) => {
    const value = node.kind === 'object' ? node.members.find(({ key }) => key === 'Sid')?.value : undefined
    return value?.kind === 'string' ? [value] : []
  })
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
function* sidCharacters(context: CheckContext): Iterable<CheckHit> {
  for (const { value, span } of sidsOf(context)) {
    if (/^[A-Z0-9]*$/i.test(value)) continue
    yield {
      span,
      data: { sid: value },
      fixes: replaceString(span[0] < 0 ? null : span, value.replace(/[^A-Z0-9]/gi, '')),
    }
  }
}

/** Tab, line breaks and U+0020 to U+00FF. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function* characters({ text }: CheckContext): Iterable<CheckHit> {
  const at = text?.search(/[^\t\n\r\u0020-\u00FF]/) ?? -1
  if (text && at >= 0)
    yield { span: [at, at + 1], data: { character: String.fromCodePoint(text.codePointAt(at) ?? 0) } }
}

interface Quota {
  readonly limit: number
  /** Can AWS raise it for an account? */
  readonly raisable: boolean
  /** IAM leaves white space out of its count, Organizations and VPC count it. */
  readonly whiteSpace: boolean
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const QUOTAS: Readonly<Record<Layer, Quota | null>> = {
  // Each service has its own.
  resource: null,
  identity: { limit: 6_144, raisable: true, whiteSpace: false },
  boundary: { limit: 6_144, raisable: false, whiteSpace: false },
  session: { limit: 2_048, raisable: false, whiteSpace: false },
  trust: { limit: 2_048, raisable: true, whiteSpace: false },
  scp: { limit: 10_240, raisable: false, whiteSpace: true },
  rcp: { limit: 5_120, raisable: false, whiteSpace: true },
  endpoint: { limit: 20_480, raisable: false, whiteSpace: true },
}

/** How long a policy is, as AWS counts it for its type, and how long it may be; null where each service has its own quota. */
export function policyLength(text: string, type: Layer): { readonly length: number; readonly limit: number } | null {
  const quota = QUOTAS[type]
  if (!quota) return null
  return { length: quota.whiteSpace ? text.length : text.replace(/\s+/g, '').length, limit: quota.limit }
}

function* tooLong({ text, type, policy }: CheckContext): Iterable<CheckHit> {
  if (text === null || !policy.root) return
  const counted = policyLength(text, type)
  if (counted !== null && counted.length > counted.limit) yield { span: policy.root.span, data: { ...counted } }
}

/** A boundary or session policy gives nothing and limits everything: without an Allow nothing is left. */
function* allowsNothing({ policy }: CheckContext): Iterable<CheckHit> {
  if (policy.statements.length > 0 && !policy.statements.some(allows)) yield { span: policy.root?.span ?? null }
}

/** Checks of the document as a whole. */
export const DOCUMENT_CHECKS: readonly Check[] = [
  { code: 'version-missing', severity: 'warning', find: versionMissing },
  { code: 'version-outdated', severity: 'suggestion', find: versionOld },
  { code: 'id-forbidden', severity: 'error', types: WITHOUT_PRINCIPAL, find: idForbidden },
  {
    code: 'sid-characters',
    severity: 'error',
    types: layersWhere({
      identity: true,
      resource: false,
      trust: true,
      boundary: true,
      session: true,
      scp: true,
      rcp: true,
      endpoint: false,
    }),
    find: sidCharacters,
  },
  {
    code: 'characters-forbidden',
    severity: 'error',
    types: layersWhere({
      identity: true,
      resource: false,
      trust: true,
      boundary: true,
      session: true,
      scp: false,
      rcp: false,
      endpoint: false,
    }),
    find: characters,
  },
  {
    code: 'policy-too-long',
    severity: 'error',
    types: READING_ORDER.filter((layer) => QUOTAS[layer]?.raisable === false),
    find: tooLong,
  },
  {
    code: 'policy-longer-than-default',
    severity: 'warning',
    types: READING_ORDER.filter((layer) => QUOTAS[layer]?.raisable === true),
    find: tooLong,
  },
  {
    code: 'limit-allows-nothing',
    severity: 'warning',
    types: READING_ORDER.filter((layer) => !canGrant(layer) && !hasLevels(layer)),
    find: allowsNothing,
  },
]

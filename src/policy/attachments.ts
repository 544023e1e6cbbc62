import { lastInPath } from '../iam/arn'
import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import type { FoundPolicy } from './found-policy'
import { listOf, member, stringsOf, textMember } from '../text/json-tree'
import type { IdentifiedPolicy } from './place-policy'
import { builtInDocument, organizationsLayer } from './organizations'
import type { CaseLayer } from '../iam/layers'

/** A policy that a paste says is attached, named by its ARN. */
export interface Attachment {
  readonly arn: string
  readonly name: string
  readonly layer: CaseLayer
  readonly source: string | null
  readonly owner: string | null
  readonly as: FoundPolicy['recognisedAs']
  readonly span: Span
}

/** What a user, group or role is called in `source` and `owner`. */
function holderOf(node: JsonNode): { readonly source: string | null; readonly owner: string | null } {
  const arn = textMember(node, 'Arn')
  for (const kind of ['Role', 'User', 'Group'] as const) {
    const name = textMember(node, `${kind}Name`)
    if (name === null) continue
    const source = kind === 'Group' ? `group:${name}` : kind.toLowerCase()
    return { source, owner: arn ?? `${kind.toLowerCase()}/${name}` }
  }
  return { source: null, owner: null }
}

/** The attachments that an object of the paste states: managed policies, a permissions boundary, organization policies. */
export function attachmentsOf(node: JsonNode, span: (node: JsonNode) => Span): readonly Attachment[] {
  const holder = holderOf(node)
  const managed = [...listOf(member(node, 'AttachedManagedPolicies')), ...listOf(member(node, 'AttachedPolicies'))]
  const boundary = member(node, 'PermissionsBoundary')
  const boundaryArn = textMember(boundary, 'PermissionsBoundaryArn')
  const organizations = listOf(member(node, 'Policies'))
  return [
    ...managed.flatMap((entry): Attachment[] => {
      const arn = textMember(entry, 'PolicyArn')
      const name = textMember(entry, 'PolicyName')
      if (arn === null) return []
      return [
        {
          arn,
          name: name ?? lastInPath(arn),
          layer: 'identity',
          ...holder,
          as: 'iam-attached-policy',
          span: span(entry),
        },
      ]
    }),
    ...(boundary && boundaryArn !== null
      ? [
          {
            arn: boundaryArn,
            name: lastInPath(boundaryArn),
            layer: 'boundary' as const,
            ...holder,
            as: 'iam-permissions-boundary' as const,
            span: span(boundary),
          },
        ]
      : []),
    ...organizations.flatMap((entry): Attachment[] => {
      const layer = organizationsLayer(entry)
      const name = textMember(entry, 'Name')
      const arn = textMember(entry, 'Arn')
      if (layer === null || name === null || arn === null) return []
      return [{ arn, name, layer, source: null, owner: null, as: 'organizations-policy-list', span: span(entry) }]
    }),
  ]
}

/** What iam list-attached-role-policies and its like print where there are none. */
export function saysNothingAttached(node: JsonNode): boolean {
  const attached = member(node, 'AttachedPolicies')
  return attached?.kind === 'array' && attached.items.length === 0
}

/** A policy that allows nothing, in the place of managed policies that are not there. */
export const nothingAttached = (span: Span): IdentifiedPolicy => ({
  name: 'no managed policies',
  text: JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2),
  layer: 'identity',
  candidates: ['identity'],
  level: null,
  source: null,
  owner: null,
  members: [],
  service: null,
  span,
  recognisedAs: 'iam-attached-policy',
  notes: [{ code: 'nothing-attached', data: {} }],
  holes: [],
  arn: null,
})

/** Which users each group has, as get-account-authorization-details lists them. */
export function groupMembersOf(users: readonly JsonNode[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const user of users) {
    const arn = textMember(user, 'Arn')
    if (arn === null) continue
    for (const group of stringsOf(member(user, 'GroupList'))) members.set(group, [...(members.get(group) ?? []), arn])
  }
  return members
}

/** One attached policy, with its document where the paste has it or AWS never changes it. */
function attach(attachment: Attachment, document: FoundPolicy | undefined): FoundPolicy {
  const { arn, name, layer, source, owner, as, span } = attachment
  const place = { name, layer, candidates: [layer], level: null, source, owner, members: [], service: null }
  if (document) return { ...document, ...place, recognisedAs: as }
  const text = builtInDocument(arn)
  const note = {
    code: text === null ? ('document-not-in-paste' as const) : ('built-in-document' as const),
    data: { arn },
  }
  return { ...place, text: text ?? '', span, recognisedAs: as, notes: [note], holes: [] }
}

/**
 * Puts attached policies in the place of the documents that they name. A managed policy that nobody in the paste has
 * attached stays as it was, unless the paste lists who has what attached: then it concerns nobody.
 */
export function joinAttachments(
  found: readonly FoundPolicy[],
  documents: ReadonlyMap<string, FoundPolicy>,
  attachments: readonly Attachment[],
  listsHolders: boolean,
): readonly FoundPolicy[] {
  const attached = attachments.map((attachment) => attach(attachment, documents.get(attachment.arn)))
  const named = new Set(attachments.map(({ arn }) => documents.get(arn)))
  const known = new Set(documents.values())
  const loose = found.filter((policy) => !named.has(policy) && !(listsHolders && known.has(policy)))
  return [...loose, ...attached]
}

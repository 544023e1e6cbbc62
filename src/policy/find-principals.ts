import { isIdentityArn } from '../iam/arn'
import { findJson } from '../text/find-json'
import type { JsonNode } from '../text/json-node'
import { listOf, member, textMember } from '../text/json-tree'
import { parseJson } from '../text/parse-json'

/** A user or role as AWS describes it. */
export interface FoundPrincipal {
  /** With its path. */
  readonly arn: string
  /** All its tags; null where the paste does not tell them. */
  readonly tags: Readonly<Record<string, string>> | null
  /** No permissions boundary is attached: the description would name it. */
  readonly hasNoBoundary: boolean
}

const LONGEST_SEARCHED = 16_000_000
const LARGE = { length: LONGEST_SEARCHED, values: 1_500_000 }
const MOST = 50_000

/**
 * Where a description of one user or role stands whole: list-users and list-roles leave the tags and the boundary out.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
 */
const WHOLE = ['Role', 'User', 'RoleDetailList', 'UserDetailList'] as const
const PART = ['Roles', 'Users'] as const

function tagsOf(node: JsonNode): Readonly<Record<string, string>> {
  const tags = listOf(member(node, 'Tags')).flatMap((tag) => {
    const [key, value] = [textMember(tag, 'Key'), textMember(tag, 'Value')]
    return key === null || value === null ? [] : [[key, value] as const]
  })
  return Object.fromEntries(tags)
}

function describe(node: JsonNode, isWhole: boolean): readonly FoundPrincipal[] {
  const arn = textMember(node, 'Arn') ?? ''
  if (!isIdentityArn(arn)) return []
  const saysTags = isWhole || member(node, 'Tags') !== undefined
  const hasNoBoundary = isWhole && member(node, 'PermissionsBoundary') === undefined
  return [{ arn, tags: saysTags ? tagsOf(node) : null, hasNoBoundary }]
}

const principalsIn = (root: JsonNode): readonly FoundPrincipal[] => [
  ...WHOLE.flatMap((key) => listOf(member(root, key)).flatMap((node) => describe(node, true))),
  ...PART.flatMap((key) => listOf(member(root, key)).flatMap((node) => describe(node, false))),
]

/** The users and roles that a text describes: what get-role, get-user and get-account-authorization-details print. */
export function findPrincipals(text: string): readonly FoundPrincipal[] {
  if (text.length > LONGEST_SEARCHED || !text.includes('"Arn"') || !/"(?:Role|User)(?:s|DetailList)?"/.test(text))
    return []
  const found = findJson(text).flatMap(({ complete, span: [start, end] }) => {
    const { root } = complete ? parseJson(text.slice(start, end), LARGE) : { root: null }
    return root === null ? [] : principalsIn(root)
  })
  return found.slice(0, MOST)
}

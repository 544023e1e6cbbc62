import type { JsonMember, JsonNode } from '../text/json-node'
import { textMember } from '../text/json-tree'
import { onlyOne } from '../text/only-one'
import type { HclBlock } from '../text/parse-hcl'

const KINDS = ['role', 'user', 'group'] as const

const HOLDER = /^\$\{aws_iam_(role|user|group)\.([\w-]+)(?:\[[^\]]*\])?\.(?:name|id)\}$/

/** The names of the roles, users and groups of a configuration, by "KIND.LABEL". */
export type HolderNames = ReadonlyMap<string, string>

/** The names that a configuration gives to its roles, users and groups, with the references in them. */
export function holderNames(blocks: readonly HclBlock[]): HolderNames {
  const names = new Map<string, string>()
  for (const { type, labels, body } of blocks) {
    const kind = KINDS.find((one) => labels[0] === `aws_iam_${one}`)
    const prefix = textMember(body, 'name_prefix')
    // Terraform ends such a name with characters of its own.
    const name = textMember(body, 'name') ?? (prefix === null ? null : `${prefix}\${suffix}`)
    if (kind === undefined || (type !== 'resource' && type !== 'data') || name === null) continue
    names.set(`${kind}.${labels[1] ?? ''}`, name)
  }
  return names
}

/** The name that a reference to a role, user or group stands for; the text itself where it is none that is known. */
function nameOf(text: string, names: HolderNames): string {
  const [, kind, label] = HOLDER.exec(text) ?? []
  return names.get(`${kind}.${label}`) ?? text
}

/** The role, user or group whose inline policy a block is, as "KIND/LABEL", where it is one to which the configuration gives no name. */
export function unnamedHolder({ labels, body }: HclBlock, names: HolderNames): string | null {
  const kind = KINDS.find((one) => labels[0] === `aws_iam_${one}_policy`)
  const [, of, label] = HOLDER.exec(kind === undefined ? '' : (textMember(body, kind) ?? '')) ?? []
  return of === undefined || label === undefined || of !== kind || names.has(`${of}.${label}`) ? null : `${of}/${label}`
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word.length > 2 && word !== 'role' && word !== 'user')

/**
 * Is a holder without a name plainly another than those that the configuration names? Who calls one by its name and another by a
 * reference means two; where the label has a word of a name, it may be that one.
 */
export function isAnotherThan(holder: string, named: readonly string[]): boolean {
  const [kind = '', label = ''] = holder.split('/')
  const ofKind = named.filter((one) => one.startsWith(`${kind}/`))
  const words = wordsOf(label)
  const isOwn = (name: string): boolean => wordsOf(name).some((word) => words.includes(word))
  return ofKind.length > 0 && words.length > 0 && !ofKind.some((one) => isOwn(one.slice(kind.length + 1)))
}

/** Puts the names of roles, users and groups in the place of the references that say what a policy is attached to. */
export function withHolderNames<Node extends JsonNode>(body: Node, names: HolderNames): Node {
  if (body.kind !== 'object') return body
  const named = ({ key, value, ...rest }: JsonMember): JsonMember => {
    const isHolder = KINDS.some((kind) => kind === key) && value.kind === 'string'
    return { ...rest, key, value: isHolder ? { ...value, value: nameOf(value.value, names) } : value }
  }
  return { ...body, members: body.members.map(named) }
}

const MANAGED = /^\$\{aws_iam_policy\.([\w-]+)(?:\[[^\]]*\])?\.arn\}$/
const ATTACHES: ReadonlySet<string> = new Set(['policy_arn', 'managed_policy_arns', 'policy_arns'])

/** What a managed policy is used as. */
interface ManagedUse {
  readonly layer: 'identity' | 'boundary'
  /** What it is attached to, as "KIND/NAME"; null: to several, or the configuration gives no name. */
  readonly owner: string | null
}

/** Whose a block of a kind is: the role that it makes, or that it attaches something to. */
function holderOf({ labels, body }: HclBlock, names: HolderNames): string | null {
  const type = labels[0] ?? ''
  const kind = KINDS.find((one) => type === `aws_iam_${one}` || type === `aws_iam_${one}_policy_attachment`)
  if (kind === undefined) return null
  const name =
    type === `aws_iam_${kind}` ? names.get(`${kind}.${labels[1] ?? ''}`) : nameOf(textMember(body, kind) ?? '${', names)
  return name === undefined || name.startsWith('${') ? null : `${kind}/${name}`
}

/** What the blocks make of each managed policy, by its label: attached to somebody, or the boundary of somebody. */
export function usesOfManaged(blocks: readonly HclBlock[], names: HolderNames): ReadonlyMap<string, ManagedUse> {
  const boundaries = new Set<string>()
  const owners = new Map<string, (string | null)[]>()
  const see = (node: JsonNode, key: string, owner: string | null): void => {
    if (node.kind === 'array') node.items.forEach((item) => see(item, key, owner))
    if (node.kind === 'object') node.members.forEach((each) => see(each.value, each.key, owner))
    const label = node.kind === 'string' ? MANAGED.exec(node.value)?.[1] : undefined
    if (label === undefined) return
    if (key === 'permissions_boundary') boundaries.add(label)
    else if (ATTACHES.has(key)) owners.set(label, [...(owners.get(label) ?? []), owner])
  }
  for (const block of blocks) see(block.body, '', holderOf(block, names))
  const attached = [...owners].map(
    ([label, all]) => [label, { layer: 'identity', owner: onlyOne(all) ?? null }] as const,
  )
  return new Map<string, ManagedUse>([
    ...attached,
    ...[...boundaries].map((label) => [label, { layer: 'boundary', owner: null }] as const),
  ])
}

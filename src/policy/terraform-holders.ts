import type { JsonMember, JsonNode } from '../text/json-node'
import { listOf, member, textMember } from '../text/json-tree'
import { onlyOne } from '../text/only-one'
import type { HclBlock } from '../text/parse-hcl'

const KINDS = ['role', 'user', 'group'] as const

type Kind = (typeof KINDS)[number]

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

/** What the managed policy of a label is attached to, where that is one role, user or group whose name is written out. */
export function holdersOfManaged(blocks: readonly HclBlock[], names: HolderNames): ReadonlyMap<string, string> {
  const attached = new Map<string, Set<string | null>>()
  const attach = (policy: JsonNode | undefined, kind: Kind, holder: string | null): void => {
    const label = policy?.kind === 'string' ? MANAGED.exec(policy.value)?.[1] : undefined
    if (label === undefined) return
    const name = holder === null ? null : nameOf(holder, names)
    const owner = name === null || name.startsWith('${') ? null : `${kind}/${name}`
    attached.set(label, (attached.get(label) ?? new Set()).add(owner))
  }
  for (const { labels, body } of blocks) {
    for (const kind of KINDS) {
      if (labels[0] === `aws_iam_${kind}_policy_attachment`)
        attach(member(body, 'policy_arn'), kind, textMember(body, kind))
      if (labels[0] !== `aws_iam_${kind}`) continue
      for (const policy of listOf(member(body, 'managed_policy_arns'))) attach(policy, kind, textMember(body, 'name'))
    }
  }
  return new Map(
    [...attached].flatMap(([label, holders]) => {
      const holder = onlyOne(holders)
      return holder === null || holder === undefined ? [] : [[label, holder] as const]
    }),
  )
}

import type { JsonMember, JsonNode } from '../text/json-node'
import { parseHclBlock, parseHclExpression, type HclBlock } from '../text/parse-hcl'
import type { Span } from '../text/span'
import { printDocument } from './document-text'
import type { FoundNote, FoundPolicy } from './found-policy'
import { documentOfDataSource, isPartial } from './terraform-document'
import { policiesOfPermissions } from './permissions'
import { readTree, type TreeSource } from './read-tree'
import { holderNames, isAnotherThan, unnamedHolder, usesOfManaged, withHolderNames } from './terraform-holders'

const LONGEST_TEXT = 2_000_000
const MOST_POLICIES = 500
const BLOCK = /^[ \t]*(?=(?:resource|data)[ \t]+"aws_)/gm
const JSONENCODE = /\bjsonencode\s*\(/g

/** Blocks and calls that do not end are read up to the end of the text: only so many of them are tried. */
const MOST_BROKEN = 50

function blocksOf(text: string): readonly HclBlock[] {
  const blocks: HclBlock[] = []
  let broken = 0
  for (const { index, 0: indent } of text.matchAll(BLOCK)) {
    const start = index + indent.length
    if (broken > MOST_BROKEN) break
    if ((blocks.at(-1)?.span[1] ?? 0) > start) continue
    const block = parseHclBlock(text, start)
    if (block) blocks.push(block)
    else broken += 1
  }
  return blocks
}

/** The arguments of the jsonencode calls that stand in no block. */
function looseArguments(text: string, blocks: readonly HclBlock[]): readonly JsonNode[] {
  const found: JsonNode[] = []
  let broken = 0
  for (const { index, 0: call } of text.matchAll(JSONENCODE)) {
    if (broken > MOST_BROKEN) break
    if (blocks.some(({ span: [start, end] }) => index >= start && index < end)) continue
    const argument = parseHclExpression(text, index + call.length)
    if (argument) found.push(argument)
    // What was only gone past may reach to the end of the text: the next call would go there again.
    if (!argument || argument.kind === 'string') broken += 1
  }
  return found
}

/** The documents of the data sources of a configuration, by name. */
type DataDocuments = ReadonlyMap<string, JsonNode>

const REFERENCE = /^\$\{data\.aws_iam_policy_document\.([\w-]+)(?:\[[^\]]*\])?\.json\}$/

/** Puts the argument in the place of a jsonencode call, and the document in the place of a reference to one. */
function resolve(node: JsonNode, documents: DataDocuments, used: Set<string>): JsonNode {
  if (node.kind === 'string') {
    const name = REFERENCE.exec(node.value)?.[1] ?? ''
    const document = documents.get(name)
    if (document) used.add(name)
    return document ?? node
  }
  if (node.kind !== 'object') return node
  const [call] = node.members
  const argument =
    node.members.length === 1 && call?.key === 'jsonencode()' && call.value.kind === 'array'
      ? call.value.items[0]
      : null
  if (argument) return argument
  return {
    ...node,
    members: node.members.map((each): JsonMember => ({ ...each, value: resolve(each.value, documents, used) })),
  }
}

/** As `source` names what a policy is attached to. */
const kindOf = (owner: string): string =>
  owner.startsWith('group/') ? owner.replace('/', ':') : owner.slice(0, owner.indexOf('/'))

const NONE: Span = [0, 0]

/** A resource as Terraform's state writes it: its type beside what it holds; its name is the key it stands under. */
function asResource({ labels, body, span }: HclBlock): JsonNode {
  const [type = '', name = ''] = labels
  const typeMember: JsonMember = { key: 'type', keySpan: NONE, value: { kind: 'string', value: type, span: NONE } }
  const resource: JsonNode = { kind: 'object', span, members: [typeMember, ...body.members] }
  return { kind: 'object', span, members: [{ key: name, keySpan: NONE, value: resource }] }
}

const FORMAT: FoundNote = { code: 'converted-to-json', data: { format: 'Terraform' } }

const sourceWith = (notes: readonly FoundNote[]): TreeSource => ({
  spanOf: ({ span }) => span,
  textOf: printDocument,
  notes: [FORMAT, ...notes],
})

/** The policies of a Terraform configuration or plan, as JSON. */
export function findTerraformPolicies(text: string): readonly FoundPolicy[] {
  if (text.length > LONGEST_TEXT || !/jsonencode|"aws_/.test(text)) return []
  const all = blocksOf(text)
  const isPermission = ({ labels }: HclBlock) => labels[0] === 'aws_lambda_permission'
  const blocks = [...all.filter((block) => !isPermission(block)), ...policiesOfPermissions(all)]
  const data = blocks.filter(({ type, labels }) => type === 'data' && labels[0] === 'aws_iam_policy_document')
  const documents = new Map(data.map((block) => [block.labels[1] ?? '', documentOfDataSource(block, text)]))
  const partial = new Set(data.filter(isPartial).map(({ labels }) => labels[1] ?? ''))
  const used = new Set<string>()
  const names = holderNames(blocks)
  const uses = usesOfManaged(blocks, names)
  const notesOf = (names: Iterable<string>): readonly FoundNote[] => {
    const parts = [...names].filter((name) => partial.has(name))
    return parts.length > 0 ? [{ code: 'unreadable-parts', data: { parts: parts.join(', ') } }] : []
  }
  const read = (node: JsonNode, names: Iterable<string>) => readTree(node, sourceWith(notesOf(names)), MOST_POLICIES)
  const ofResources = blocks.flatMap((block) => {
    if (block.type !== 'resource') return []
    const inBlock = new Set<string>()
    const resolved = resolve(withHolderNames(block.body, names), documents, inBlock)
    for (const name of inBlock) used.add(name)
    const label = block.labels[0] === 'aws_iam_policy' ? (block.labels[1] ?? '') : null
    const use = label === null ? undefined : uses.get(label)
    return read(asResource({ ...block, body: resolved as HclBlock['body'] }), inBlock).map((policy) => ({
      ...policy,
      ...(use && { layer: use.layer, candidates: [use.layer] }),
      ...(use?.owner && { owner: use.owner, source: kindOf(use.owner) }),
      unnamed: unnamedHolder(block, names),
    }))
  })
  const named = ofResources.flatMap(({ owner, source }) => (owner !== null && source !== null ? [owner] : []))
  const held = ofResources.map(({ unnamed, ...policy }): FoundPolicy =>
    policy.owner === null && unnamed !== null && isAnotherThan(unnamed, named) ? { ...policy, owner: unnamed } : policy,
  )
  const ofData = [...documents].flatMap(([name, document]) => (used.has(name) ? [] : read(document, [name])))
  const loose = looseArguments(text, blocks).flatMap((argument) => read(argument, []))
  return [...held, ...ofData, ...loose]
}

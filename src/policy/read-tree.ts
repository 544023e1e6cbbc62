import { formatJson } from '../text/format-json'
import { valueOfNode } from '../text/json-value'
import { JSON_MESSAGES } from '../text/json-messages'
import { textOfCode } from '../text/message-text'
import { parseJson } from '../text/parse-json'
import { createSource } from '../text/source'
import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import {
  attachmentsOf,
  groupMembersOf,
  joinAttachments,
  nothingAttached,
  saysNothingAttached,
  type Attachment,
} from './attachments'
import { printDocument, textAsWritten, textOfString } from './document-text'
import { isWholeJson, policyTrees } from './policy-trees'
import type { FoundNote, FoundPolicy } from './found-policy'
import { fillIntrinsics, hasIntrinsics } from './intrinsics'
import { LEFT_OUT } from '../text/loose/values'
import { holesIn, placeholdersIn } from './placeholders'
import { listOf, member, type JsonObject } from '../text/json-tree'
import { madeForOf, placePolicy, type Around, type IdentifiedPolicy } from './place-policy'
import { isDocument, isStatement } from './policy-shape'
import { append } from '../text/append'

/** How to speak of a node of a tree: where it stands in the paste, and the text of it. */
export interface TreeSource {
  readonly spanOf: (node: JsonNode) => Span
  readonly textOf: (node: JsonNode) => string
  /** Does a node stand in the text as JSON that AWS takes? */
  readonly isJson?: (node: JsonNode) => boolean
  /** Is a node a value of code, an argument or what is assigned, that need not be JSON? */
  readonly isCode?: (node: JsonNode) => boolean
  /** What keeps a node from being JSON, where it is no more than a slip. */
  readonly slipsOf?: (node: JsonNode) => readonly FoundNote[]
  readonly notes: readonly FoundNote[]
}

const DEEPEST = 60
const LONGEST_STRING = 1_000_000

/** A string's own JSON: as it is, or percent-encoded as the IAM API sends it. */
function innerJson(value: string): string | null {
  const start = value.trimStart().slice(0, 3)
  if (value.length > LONGEST_STRING) return null
  if (start.startsWith('{') || start.startsWith('[')) return value
  if (start !== '%7B' && start !== '%7b') return null
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

const isEqual = (one: JsonNode, other: JsonNode): boolean =>
  JSON.stringify(valueOfNode(one)) === JSON.stringify(valueOfNode(other))

/** One bracket that is missing makes so many faults. A text with more, or with other signs, is written in another notation. */
const MOST_SLIPS = 5
const OTHER_NOTATION: ReadonlySet<string> = new Set(['json-invalid-symbol', 'json-comment'])

/** The first fault of a text that is JSON but for a slip. */
function slipsIn(text: string): readonly FoundNote[] {
  const { problems } = parseJson(text)
  const [first] = problems
  if (first === undefined || first.span === null || problems.length > MOST_SLIPS) return []
  if (problems.some(({ code }) => OTHER_NOTATION.has(code))) return []
  const problem = textOfCode(JSON_MESSAGES[first.code], first.data ?? {})
  return [{ code: 'slip', data: { ...createSource(text).positionAt(first.span[0]), problem } }]
}

/** What stands before a value of code: an open call, or a name and what assigns to it. */
const BEFORE_VALUE = /(?:\w\(|[\w\])]\s{0,3}=)\s{0,40}$/

/** Trees of JSON, whole or broken, or of code: a document's text as it stands where that is JSON, over lines. */
function sourceOf(text: string, spanOf: TreeSource['spanOf']): TreeSource {
  const isJson = (node: JsonNode): boolean => {
    const reading = parseJson(text.slice(...node.span))
    return isWholeJson(reading) && isEqual(reading.root!, node)
  }
  const textOf = (node: JsonNode): string => {
    if (!isJson(node)) return printDocument(node)
    const written = text.slice(...node.span)
    return written.includes('\n') ? textAsWritten(text, node.span) : formatJson(written)
  }
  const isCode = ({ span: [start] }: JsonNode): boolean => BEFORE_VALUE.test(text.slice(Math.max(0, start - 60), start))
  return { spanOf, textOf, isJson, isCode, slipsOf: ({ span }) => slipsIn(text.slice(...span)), notes: [] }
}

/** A document that stands for a name. */
interface NamedDocument {
  readonly name: string
  readonly document: JsonNode
}

/** Reads an object that stands for a document by a name, such as a policy template of SAM; null for any other. */
export type TemplateReader = (node: JsonObject) => NamedDocument | null

/** Collects the policies of one tree. */
class TreeReader {
  readonly found: IdentifiedPolicy[] = []
  readonly attachments: Attachment[] = []
  private users: readonly JsonNode[] = []
  private listsHolders = false

  constructor(
    private readonly limit: number,
    private readonly templates: TemplateReader | undefined,
  ) {}

  visit(node: JsonNode, key: string, around: readonly Around[], source: TreeSource): void {
    if (around.length > DEEPEST || this.found.length >= this.limit) return
    if (node.kind === 'string') this.visitString(node, key, around, source)
    else if (isDocument(node)) this.add(node, key, around, source, [])
    else if (isStatement(node)) this.add(node, key, around, source, [node])
    else if (node.kind === 'array') this.visitItems(node.items, key, around, source, node)
    else if (node.kind === 'object') this.visitObject(node, around, source)
  }

  private visitItems(
    items: readonly JsonNode[],
    key: string,
    around: readonly Around[],
    source: TreeSource,
    list: JsonNode,
  ) {
    if (items.length > 0 && items.every(isStatement)) this.add(list, key, around, source, items)
    else for (const item of items) this.visit(item, key, around, source)
  }

  private visitObject(node: JsonObject, around: readonly Around[], source: TreeSource) {
    const template = this.templates?.(node)
    if (template) return this.addTemplate(template, source.spanOf(node), around, source.notes)
    append(this.attachments, attachmentsOf(node, source.spanOf))
    if (saysNothingAttached(node)) this.found.push(nothingAttached(source.spanOf(node)))
    const users = listOf(member(node, 'UserDetailList'))
    if (users.length > 0) this.users = [...this.users, ...users]
    if (users.length > 0 || listOf(member(node, 'RoleDetailList')).length > 0) this.listsHolders = true
    for (const { key, value } of node.members) this.visit(value, key, [{ node, key }, ...around], source)
  }

  private visitString(
    node: Extract<JsonNode, { kind: 'string' }>,
    key: string,
    around: readonly Around[],
    source: TreeSource,
  ) {
    const text = innerJson(node.value)
    if (text === null) return
    const span = source.spanOf(node)
    for (const root of policyTrees(text))
      this.visit(
        root,
        key,
        around,
        sourceOf(text, () => span),
      )
  }

  private add(node: JsonNode, key: string, around: readonly Around[], source: TreeSource, loose: readonly JsonNode[]) {
    const isLoose = loose.length > 0
    const form = isLoose ? listAsDocument(loose) : node
    const filled = hasIntrinsics(form) ? fillIntrinsics(form) : null
    const written = () => (isLoose ? wrapStatements(loose.map((item) => source.textOf(item))) : source.textOf(node))
    const text = filled ? printDocument(filled) : written()
    const names = placeholdersIn(text)
    const isOther = (isLoose ? loose : [node]).some((each) => source.isJson?.(each) === false)
    const isCode = isOther && source.isCode?.(node) === true
    const isRepaired = isOther && !isCode
    const notes: readonly FoundNote[] = [
      ...source.notes,
      ...(isCode ? [{ code: 'converted-to-json' as const, data: { format: 'code' } }] : []),
      ...(isRepaired
        ? [{ code: 'repaired' as const, data: {} }, ...(isLoose ? [] : (source.slipsOf?.(node) ?? []))]
        : []),
      ...(isLoose ? [{ code: 'statements-wrapped' as const, data: { count: loose.length } }] : []),
      ...(names.length > 0 ? [{ code: 'placeholders' as const, data: { names: names.join(', ') } }] : []),
      ...(text.includes(`"${LEFT_OUT}"`) ? [{ code: 'left-out' as const, data: {} }] : []),
    ]
    const read = { text, span: source.spanOf(node), notes, holes: holesIn(text) }
    const policy = placePolicy(filled ?? form, key, around, read)
    if (policy === null) return
    const isBare = policy.recognisedAs === 'document'
    const as = isBare && isLoose ? 'statements' : isBare && isRepaired ? 'broken-document' : policy.recognisedAs
    this.found.push({ ...policy, recognisedAs: as })
  }

  /** A policy template is attached to the role that SAM makes for a function. */
  private addTemplate(
    { name, document }: NamedDocument,
    span: Span,
    around: readonly Around[],
    notes: readonly FoundNote[],
  ) {
    const before = this.found.length
    this.add(document, name, around, { spanOf: () => span, textOf: printDocument, notes }, [])
    const added = this.found.splice(before).map((policy): IdentifiedPolicy => ({
      ...policy,
      name,
      layer: 'identity',
      candidates: ['identity'],
      source: 'role',
      ...madeForOf(around),
      service: null,
      recognisedAs: 'cloudformation',
    }))
    append(this.found, added)
  }

  /** Everything found, with attached policies in the place of the documents they name. */
  finish(): readonly FoundPolicy[] {
    const documents = new Map<string, FoundPolicy>()
    const members = groupMembersOf(this.users)
    const policies = this.found.map(({ arn, ...policy }) => {
      if (arn !== null) documents.set(arn, policy)
      return policy
    })
    return joinAttachments(policies, documents, this.attachments, this.listsHolders).map((policy) =>
      policy.source?.startsWith('group:')
        ? { ...policy, members: members.get(policy.source.slice('group:'.length)) ?? [] }
        : policy,
    )
  }
}

const listAsDocument = (items: readonly JsonNode[]): JsonNode => ({
  kind: 'object',
  span: [0, 0],
  members: [{ key: 'Statement', keySpan: [0, 0], value: { kind: 'array', items, span: [0, 0] } }],
})

/** Statements without a document around them, made into one. */
function wrapStatements(statements: readonly string[]): string {
  return textOfString(`{"Version": "2012-10-17", "Statement": [${statements.join(', ').replaceAll('\n', ' ')}]}`)
}

/** Every policy in a tree, whatever the tree was written as. */
export function readTree(
  root: JsonNode,
  source: TreeSource,
  limit: number,
  templates?: TemplateReader,
): readonly FoundPolicy[] {
  const reader = new TreeReader(limit, templates)
  reader.visit(root, '', [], source)
  return reader.finish()
}

/** Every policy in a text of JSON, whole or broken, or of code. */
export function readTrees(text: string, limit: number, templates?: TemplateReader): readonly FoundPolicy[] {
  const reader = new TreeReader(limit, templates)
  for (const root of policyTrees(text))
    reader.visit(
      root,
      '',
      [],
      sourceOf(text, ({ span }) => span),
    )
  return reader.finish()
}

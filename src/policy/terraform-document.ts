import type { JsonNode } from '../text/json-node'
import type { HclBlock } from '../text/parse-hcl'
import { completeStatement, unknownStatement } from './complete-statement'
import { textMember } from '../text/json-tree'
import { isProperties, statementOfProperties } from './statement-forms'
import { listNode, objectNode, textNode } from './tree-parts'

/** Arguments that take statements from elsewhere, so that the document here is not the whole of it. */
const FROM_ELSEWHERE: ReadonlySet<string> = new Set([
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
  'dynamic statement',
])

const holdsDynamic = (node: JsonNode): boolean =>
  node.kind === 'object' && node.members.some(({ key, value }) => key.startsWith('dynamic ') || holdsDynamic(value))

const isFromElsewhere = ({ body }: HclBlock): boolean => body.members.some(({ key }) => FROM_ELSEWHERE.has(key))

/** Is part of the document made elsewhere, or only when it is planned? */
export const isPartial = (block: HclBlock): boolean => isFromElsewhere(block) || holdsDynamic(block.body)

/**
 * The document that a data source `aws_iam_policy_document` makes; what comes from elsewhere is one statement of which
 * nothing is known. `text` is what the block was read from.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function documentOfDataSource(block: HclBlock, text: string): JsonNode {
  const { body, span } = block
  const none: ReadonlySet<JsonNode> = new Set()
  const statements = body.members.flatMap(({ key, value }) => {
    if (key !== 'statement') return []
    if (value.kind !== 'object' || !isProperties(value)) return [unknownStatement(value)]
    return [completeStatement(statementOfProperties(value, { text, cut: none }), none)]
  })
  const id = textMember(body, 'policy_id')
  return objectNode(
    [
      ['Version', textNode(textMember(body, 'version') ?? '2012-10-17', span)],
      ...(id === null ? [] : [['Id', textNode(id, span)] as const]),
      ['Statement', listNode(isFromElsewhere(block) ? [...statements, unknownStatement(body)] : statements, span)],
    ],
    span,
  )
}

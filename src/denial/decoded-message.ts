import type { MatchedStatement } from './denial'
import type { DetailedStatement } from './detail'
import { enclosingObjects, itemsUnder, readRecord, textUnder, under, type RecordNode } from './record-tree'
import { pieceOf, type Fragment, type FragmentName } from './denial-sentence'
import { setOwn } from '../text/own'
import { serviceOfAction } from '../iam/action'

/** Entries of a decoded message's conditions that describe the request and are no condition keys. */
const DESCRIPTION = new Set([
  'aws:resource',
  'aws:account',
  'aws:region',
  'aws:service',
  'aws:type',
  'aws:arn',
  'aws:resourcebeingcreated',
])

const valuesUnder = (node: RecordNode, ...path: string[]): string[] =>
  itemsUnder(node, ...path).flatMap((item) => textUnder(item, 'value') ?? (item.kind === 'text' ? item.value : []))

/** The conditions of a decoded message, also in the shape of the API's oldest sample. */
function conditionsUnder(node: RecordNode | null, ...path: string[]): [string, string[]][] {
  return itemsUnder(node, ...path).flatMap((entry): [string, string[]][] => {
    const item = under(entry, 'item') ?? entry
    const key = textUnder(item, 'key')
    return key === null ? [] : [[key, valuesUnder(item, 'values')]]
  })
}

function matchedOf(node: RecordNode): MatchedStatement {
  const effect = textUnder(node, 'effect')
  return {
    sid: textUnder(node, 'statementId'),
    effect: effect?.toUpperCase() === 'ALLOW' ? 'Allow' : 'Deny',
    principals: valuesUnder(node, 'principals'),
    actions: valuesUnder(node, 'actions'),
    resources: valuesUnder(node, 'resources'),
    conditions: Object.fromEntries(conditionsUnder(node, 'conditions')),
  }
}

const isTrue = (value: string | null) => value?.toLowerCase() === 'true'

function readDecoded(text: string, root: RecordNode): DetailedStatement | null {
  const allowed = textUnder(root, 'allowed')
  if (allowed === null || isTrue(allowed)) return null
  const explicit = textUnder(root, 'explicitDeny')
  const pieces: Partial<Record<FragmentName, Fragment>> = {}
  const take = (name: FragmentName, ...path: string[]) => {
    const node = under(root, ...path)
    if (node?.kind === 'text' && textUnder(root, ...path) !== null) pieces[name] ??= pieceOf(text, ...node.range)
  }
  take('principal', 'context', 'principal', 'arn')
  for (const name of ['action', 'resource'] as const) take(name, 'context', name)
  // What a query picked out of it stands side by side.
  for (const name of ['principal', 'action', 'resource'] as const) take(name, name)
  const conditions = conditionsUnder(root, 'context', 'conditions')
  const described = new Map(conditions.map(([key, values]) => [key.toLowerCase(), values[0] ?? '']))
  const context: Record<string, string | readonly string[]> = {}
  for (const [key, values] of conditions) {
    if (!DESCRIPTION.has(key.toLowerCase()) && !/\*{3}/.test(key))
      setOwn(context, key, values.length === 1 ? (values[0] ?? '') : values)
  }
  const id = textUnder(root, 'context', 'principal', 'id')
  const name = textUnder(root, 'context', 'principal', 'name')
  if (id !== null) context['aws:userid'] = id
  if (name !== null) context['aws:username'] = name
  const matched = itemsUnder(root, 'matchedStatements').map(matchedOf)
  const service = described.get('aws:service') ?? 'ec2'
  const region = described.get('aws:region')
  return {
    statement: {
      row: 'decoded authorization message',
      start: root.range[0],
      end: root.range[1],
      pieces,
      decision: explicit === null ? 'unknown' : isTrue(explicit) ? 'explicit' : 'implicit',
      layer: 'unknown',
      service: serviceOfAction(pieces.action?.value ?? '') || service,
    },
    detail: {
      context,
      matchedStatements: matched,
      inferred: {
        ...(region === undefined ? {} : { region }),
        // seen where a permissions boundary denied; the message itself never names the kind of policy
        ...(matched.some((s) => s.principals?.includes('SCOPE_POLICY_ISSUER')) ? { layer: 'boundary' } : {}),
      },
    },
  }
}

/** Decoded authorization messages: the CLI's answer, or the JSON in it. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export function findDecodedMessages(text: string): DetailedStatement[] {
  if (!text.includes('matchedStatements') && !text.includes('explicitDeny')) return []
  const places = [...text.matchAll(/["']?allowed["']?\s?:\s?["']?(?:true|false)\b/gi)].map((match) => match.index)
  return enclosingObjects(text, places).flatMap((range) => readDecoded(text, readRecord(text, range)) ?? [])
}

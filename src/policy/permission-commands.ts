import type { JsonNode } from '../text/json-node'
import { listOf, member, textMember } from '../text/json-tree'
import { parseJson } from '../text/parse-json'
import { readWords, sortWords } from '../text/shell-words'
import type { Span } from '../text/span'
import { printDocument } from './document-text'
import type { FoundPolicy } from './found-policy'
import { documentOf, permissionArguments, statementOfPermission } from './permissions'
import { placeholdersIn } from './placeholders'
import { objectNode, textNode } from './tree-parts'

const COMMAND = /(?<![\w./:@-])aws(?:2|\.exe)?\s+lambda\s+add-permission\b/g
const MOST = 50

/** The permissions that commands of the CLI add to the policy of a function. */
export function findPermissionCommands(text: string): readonly FoundPolicy[] {
  if (!text.includes('add-permission')) return []
  return [...text.matchAll(COMMAND)].slice(0, MOST).flatMap(({ index, 0: head }): FoundPolicy[] => {
    const { words, end } = readWords(text, index + head.length)
    const span: Span = [index, end]
    const options = [...sortWords(words).options].flatMap(([name, value]) =>
      value === true ? [] : [[name, textNode(value, span)] as const],
    )
    const found = permissionArguments(objectNode(options, span))
    if (found === null) return []
    const document = printDocument(documentOf([statementOfPermission(found, span)], span))
    const names = placeholdersIn(document)
    return [
      {
        name: 'function policy',
        text: document,
        layer: 'resource',
        candidates: ['resource'],
        level: null,
        source: null,
        owner: null,
        members: [],
        service: 'lambda',
        span,
        recognisedAs: 'resource-policy',
        notes: names.length > 0 ? [{ code: 'placeholders', data: { names: names.join(', ') } }] : [],
        holes: [],
      },
    ]
  })
}

const isPermission = ({ service, layer, recognisedAs }: FoundPolicy): boolean =>
  service === 'lambda' &&
  layer === 'resource' &&
  (recognisedAs === 'cloudformation' || recognisedAs === 'resource-policy')

const statementsOf = ({ text }: FoundPolicy): readonly JsonNode[] =>
  listOf(member(parseJson(text).root ?? undefined, 'Statement'))

/** Permissions of one function are statements of one policy. */
export function joinPermissions(found: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const permissions = found.filter(isPermission)
  if (permissions.length < 2) return found
  const byFunction = new Map<string, FoundPolicy[]>()
  for (const one of permissions) {
    const of = textMember(statementsOf(one)[0], 'Resource') ?? ''
    byFunction.set(of, [...(byFunction.get(of) ?? []), one])
  }
  const joined = [...byFunction.values()].map((of): FoundPolicy => {
    const [first] = of as [FoundPolicy, ...FoundPolicy[]]
    const text = printDocument(documentOf(of.flatMap(statementsOf), first.span))
    return of.length === 1 ? first : { ...first, text, holes: [...new Set(of.flatMap((one) => one.holes))] }
  })
  return found.flatMap((one) => (isPermission(one) ? joined.filter(({ span }) => span === one.span) : [one]))
}

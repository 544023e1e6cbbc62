import { DESCRIBE_MESSAGES } from './messages/describe'
import { textOfCode } from '../text/message-text'
import { fillArnTemplate } from './arn-template'
import { plainSnippet, stringItem, type CompletionItem, type CompletionRequest } from './completion'
import { codeList } from './describe'
import { statementActions } from './statement-actions'
import type { ResourceTypeReference } from './service-reference'

/** The types that the statement's actions work on, each with the actions that take it. */
function typesOf({ cursor, reference }: CompletionRequest) {
  const types = new Map<ResourceTypeReference, string[]>()
  for (const action of statementActions(cursor.statement, reference))
    for (const { type } of action.resources) {
      const takers = types.get(type)
      if (takers) takers.push(action.name)
      else types.set(type, [action.name])
    }
  return [...types].toSorted(([, a], [, b]) => b.length - a.length)
}

/** A template as a snippet: what the case does not know is a stop to type at. */
function snippetOf(template: string, { fill }: CompletionRequest): string {
  let stop = 0
  const marked = fillArnTemplate(template, fill, (name) => `\u0000${name}\u0000`)
  return marked
    .split('\u0000')
    .map((part, index) => (index % 2 === 0 ? plainSnippet(part) : `\${${(stop += 1)}:${part}}`))
    .join('')
}

/** Offers this case's resource, the ARNs that the statement's actions work on, and "*". */
export function completeResources(request: CompletionRequest): readonly CompletionItem[] {
  const { cursor, resource, fill } = request
  const ofCase =
    resource && resource !== '*' && !cursor.values.includes(resource)
      ? [stringItem(cursor, { label: resource, kind: 'resource', detail: 'the resource of this case' })]
      : []
  const ofTypes = typesOf(request).map(([type, takers]) =>
    stringItem(cursor, {
      label: fillArnTemplate(type.arn, fill, (name) => `<${name}>`),
      kind: 'resource',
      insert: snippetOf(type.arn, request),
      snippet: true,
      filter: fillArnTemplate(type.arn, fill, () => ''),
      detail: type.name,
      documentation: textOfCode(DESCRIBE_MESSAGES.typeOfActions, { type: type.name, actions: codeList(takers) }),
    }),
  )
  return [...ofCase, ...ofTypes, stringItem(cursor, { label: '*', kind: 'resource', detail: 'any resource' })]
}

import { own } from '../text/own'
import type { JsonNode } from '../text/json-node'
import type { TemplateReader } from './read-tree'
import { intrinsicText, placeholder } from './intrinsics'
import { member } from '../text/json-tree'
import TEMPLATES from './sam-templates.json'
import { listNode, objectNode, textNode } from './tree-parts'

/** A statement of a template: actions and resources with blanks between, parameters as `${Name}`. */
interface TemplateStatement {
  readonly actions: string
  readonly resources: string
  /** Operator, key and value. */
  readonly condition?: readonly string[]
}

const TABLE: Readonly<Record<string, readonly TemplateStatement[]>> = TEMPLATES

/**
 * The document of a policy template of AWS SAM, `{"S3ReadPolicy": {"BucketName": …}}`; null for anything else.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const samPolicy: TemplateReader = (node) => {
  const [only] = node.members
  const template = only && node.members.length === 1 ? own(TABLE, only.key) : undefined
  if (!only || !template) return null
  if (only.value.kind !== 'object' && only.value.kind !== 'null') return null
  // A resource of a template can have such a name too: a use of one gives parameters of it, and nothing else.
  const parameters = new Set([...JSON.stringify(template).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))
  if (only.value.kind === 'object' && only.value.members.some(({ key }) => !parameters.has(key))) return null
  const { span } = node
  const fill = (text: string): string =>
    text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => {
      const value = member(only.value, name)
      return value ? (intrinsicText(value) ?? placeholder(name)) : whole
    })
  const texts = (list: string): JsonNode =>
    listNode(
      list.split(' ').map((each) => textNode(fill(each), span)),
      span,
    )
  const statements = template.map(({ actions, resources, condition: [operator, key, value] = [] }) => {
    const test = operator && key && value ? objectNode([[key, textNode(fill(value), span)]], span) : null
    return objectNode(
      [
        ['Effect', textNode('Allow', span)],
        ['Action', texts(actions)],
        ['Resource', texts(resources)],
        ...(test && operator ? [['Condition', objectNode([[operator, test]], span)] as const] : []),
      ],
      span,
    )
  })
  const document = objectNode(
    [
      ['Version', textNode('2012-10-17', span)],
      ['Statement', listNode(statements, span)],
    ],
    span,
  )
  return { name: only.key, document }
}

import { POLICY_ELEMENTS, type PolicyElement } from '../../reference/elements'
import { ELEMENT_MESSAGES } from '../../reference/messages/elements'
import { LAYERS, type Layer, type Presence } from '../../iam/layers'
import { own } from '../../text/own'

/** The part of JSON Schema that policies need. https://json-schema.org/draft-07 */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean'
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
}

const text: JsonSchema = { type: 'string' }
const listOrOne = (one: JsonSchema): JsonSchema => ({ anyOf: [one, { type: 'array', items: one }] })
const texts = listOrOne(text)
const star = listOrOne({ enum: ['*'] })
const value: JsonSchema = { anyOf: [text, { type: 'number' }, { type: 'boolean' }] }

const closed = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
})
const mapOf = (each: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: each })

const principal: JsonSchema = {
  anyOf: [{ enum: ['*'] }, closed({ AWS: texts, Service: texts, Federated: texts, CanonicalUser: texts })],
}

/** What stands behind each element of a statement. */
const VALUES: Readonly<Record<string, JsonSchema>> = {
  Version: { enum: ['2012-10-17', '2008-10-17'] },
  Id: text,
  Sid: text,
  Effect: { enum: ['Allow', 'Deny'] },
  Principal: principal,
  NotPrincipal: principal,
  Action: texts,
  NotAction: texts,
  Resource: texts,
  NotResource: texts,
  Condition: mapOf(mapOf(listOrOne(value))),
}

/** What a type asks of a statement besides its elements. */
const MORE: Readonly<Record<Layer, JsonSchema | null>> = {
  identity: null,
  resource: null,
  trust: null,
  boundary: null,
  session: null,
  scp: null,
  endpoint: null,
  // Only AWS's own RCPFullAWSAccess allows. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
  rcp: {
    properties: { Principal: { anyOf: [{ enum: ['*'] }, closed({ AWS: star })] } },
    anyOf: [
      { properties: { Effect: { enum: ['Deny'] } } },
      { properties: { Effect: { enum: ['Allow'] }, Action: star, Resource: star }, not: { required: ['Condition'] } },
    ],
  },
}

/** Must one of a pair of elements, such as Action and NotAction, stand in each statement? */
const PAIRS: readonly (readonly [names: readonly string[], presence: (type: Layer) => Presence])[] = [
  [['Principal', 'NotPrincipal'], (type) => LAYERS[type].principal],
  [['Action', 'NotAction'], () => 'required'],
  [['Resource', 'NotResource'], (type) => LAYERS[type].resource],
]

const propertiesOf = (of: PolicyElement['of'], type: Layer, more: Readonly<Record<string, JsonSchema>> = {}) =>
  Object.fromEntries(
    POLICY_ELEMENTS.filter((element) => element.of === of && element.legalIn(type)).map(({ name }) => {
      const { sentence = '' } = own(ELEMENT_MESSAGES, name) ?? {}
      return [name, { ...(own(more, name) ?? own(VALUES, name)), description: sentence }]
    }),
  )

/** At most one of a pair, or exactly one. */
function pairOf(names: readonly string[], presence: Presence): JsonSchema {
  const present = names.map((name): JsonSchema => ({ required: [name] }))
  return presence === 'required' ? { oneOf: present } : { not: { required: names } }
}

function statementOf(type: Layer): JsonSchema {
  const more = MORE[type]
  return {
    ...closed(propertiesOf('statement', type)),
    required: ['Effect'],
    allOf: [...PAIRS.map(([names, presence]) => pairOf(names, presence(type))), ...(more ? [more] : [])],
  }
}

/** The grammar of a policy type as a JSON Schema, for editors that know nothing of IAM. */
export function policySchema(type: Layer): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `AWS ${LAYERS[type].name}`,
    ...closed(propertiesOf('policy', type, { Statement: listOrOne(statementOf(type)) })),
    required: ['Statement'],
  }
}

import { splitAction } from '../iam/action'
import { own } from '../text/own'
import { CONDITION_KEYS } from '../facts/keys/condition-keys'
import { contentOfKey } from '../facts/keys/key-contents'
import { memberItem, stringItem, type CompletionItem, type CompletionRequest } from './completion'
import { POLICY_ELEMENTS } from './elements'
import { ELEMENT_MESSAGES } from './messages/elements'
import { elementStrings } from './policy-cursor'
import { STATEMENT_SNIPPETS } from './snippets'
import type { Layer } from '../iam/layers'
import { capital } from '../text/letter-case'

/** What stands behind an element's name as it is inserted. */
const VALUES: Readonly<Record<string, string>> = {
  Version: '"2012-10-17"',
  Id: '"$0"',
  Statement: '[\n\t{\n\t\t$0\n\t}\n]',
  Sid: '"$0"',
  Effect: '"${1|Allow,Deny|}"',
  Principal: '{ $0 }',
  NotPrincipal: '{ $0 }',
  Action: '["$0"]',
  NotAction: '["$0"]',
  Resource: '["$0"]',
  NotResource: '["$0"]',
  Condition: '{ $0 }',
}

/** The value of an element where the policy type leaves less choice. */
const ONLY: Readonly<Record<Layer, Readonly<Record<string, string>>>> = {
  identity: {},
  resource: {},
  trust: {},
  boundary: {},
  session: {},
  scp: {},
  endpoint: {},
  rcp: { Effect: '"Deny"', Principal: '"*"' },
}

/** Offers the elements that may stand here and do not yet. */
export function completeElements({ cursor, type }: CompletionRequest): readonly CompletionItem[] {
  const of = cursor.path.length === 0 ? 'policy' : 'statement'
  return POLICY_ELEMENTS.filter(
    (element) =>
      element.of === of &&
      element.legalIn(type) &&
      !cursor.siblings.includes(element.name) &&
      !(element.excludes !== null && cursor.siblings.includes(element.excludes)),
  ).map(({ name }) => {
    const { sentence = '', page = '' } = own(ELEMENT_MESSAGES, name) ?? {}
    const offer = { label: name, kind: 'element' as const, documentation: sentence, page }
    return memberItem(cursor, offer, own(ONLY[type], name) ?? own(VALUES, name) ?? '"$0"')
  })
}

/** Offers whole statements where one may stand. */
export function completeStatements({ cursor, type }: CompletionRequest): readonly CompletionItem[] {
  if (cursor.quoted || cursor.path[0] !== 'Statement') return []
  return STATEMENT_SNIPPETS.filter(({ types }) => types.includes(type)).map(({ label, detail, lines }) => ({
    label,
    kind: 'snippet',
    detail,
    insert: `{\n\t${lines.join('\n\t')}\n}`,
    snippet: true,
    span: cursor.span,
    filter: label,
    documentation: '',
    page: '',
    again: false,
  }))
}

/** Offers the two effects, or the one that the policy type takes. */
export function completeEffect({ cursor, type }: CompletionRequest): readonly CompletionItem[] {
  const effects = type === 'rcp' ? ['Deny'] : ['Allow', 'Deny']
  return effects.map((label) => stringItem(cursor, { label, kind: 'value' }))
}

/** Offers the versions of the policy language. */
export function completeVersion({ cursor }: CompletionRequest): readonly CompletionItem[] {
  return [
    stringItem(cursor, { label: '2012-10-17', kind: 'value', detail: 'the present one' }),
    stringItem(cursor, { label: '2008-10-17', kind: 'value', detail: 'without policy variables' }),
  ]
}

/** Offers a name for the statement, made from what it does. */
export function completeSid({ cursor }: CompletionRequest): readonly CompletionItem[] {
  const [effect = 'Allow'] = elementStrings(cursor.statement, 'Effect')
  const [action = ''] = elementStrings(cursor.statement, 'Action')
  const parts = splitAction(action)
  const words = parts ? `${capital(parts.service)}${parts.name}` : 'Everything'
  const label = `${effect}${words}`.replace(/[^a-z0-9]/gi, '')
  return [stringItem(cursor, { label, kind: 'value', detail: 'from what the statement does' })]
}

/** Keys that people use as policy variables; a tag key is told by its name. */
const VARIABLES = CONDITION_KEYS.filter(({ name, multivalued }) => name.startsWith('aws:') && !multivalued)

/** Offers policy variables where `${` has been typed; null where it has not. */
export function completeVariables({ cursor }: CompletionRequest): readonly CompletionItem[] | null {
  const open = cursor.before.lastIndexOf('${')
  if (open === -1 || cursor.before.indexOf('}', open) !== -1) return null
  const start = cursor.span[0] + open + 2
  const end = cursor.span[0] + cursor.before.length
  const close = cursor.after.startsWith('}') ? '' : '}'
  const base = {
    kind: 'variable' as const,
    span: [start, end] as const,
    documentation: '',
    page: '',
    snippet: false,
    again: false,
  }
  return [
    ...VARIABLES.map(({ name, when }) => ({
      ...base,
      label: name,
      insert: name.endsWith('/') ? name : `${name}${close}`,
      filter: name,
      detail: when,
      documentation: contentOfKey(name),
    })),
    ...['*', '?', '$'].map((sign) => ({
      ...base,
      label: sign,
      insert: `${sign}${close}`,
      filter: sign,
      detail: 'the character itself',
    })),
  ]
}

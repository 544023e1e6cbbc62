import { splitAction } from '../iam/action'
import { own } from '../text/own'
import { findConditionKey, globalKeyPage } from '../facts/keys/condition-keys'
import { parseOperator } from '../iam/condition-operators'
import { hasWildcard } from '../iam/wildcard'
import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import { findKey } from './action-keys'
import { expandAction } from './action-name'
import { matchArnType } from './arn-template'
import { elementNames } from './complete-policy'
import type { EditorContext } from './completion'
import { POLICY_ELEMENTS } from './elements'
import { codeList, describeAction, describeKey, describeOperator } from './describe'
import { ELEMENT_MESSAGES } from './messages/elements'
import { HOVER_MESSAGES } from './messages/hovers'
import { OPERATORS_PAGE, SETS_PAGE } from './messages/operators'
import { servicePage } from './pages'
import { findCursor, type PolicyCursor } from './policy-cursor'
import type { Reference } from './reference'
import { statementActions } from './statement-actions'
import { LAYERS, type Layer } from '../iam/layers'

/** What an editor shows over a place of a policy. */
export interface PolicyHover {
  readonly span: Span
  readonly title: string
  /** Markdown. */
  readonly text: string
  /** The AWS page that says more; empty where there is none. */
  readonly page: string
}

type Words = Omit<PolicyHover, 'span'>

/** Most actions that a wildcard's hover names. */
const MOST_NAMES = 40

const fill = (sentence: string, data: Readonly<Record<string, string | number>>) =>
  sentence.replace(/\{(\w{1,20})\}/g, (gap, name: string) => String(own(data, name) ?? gap))

/** May, must or must not an element stand in a policy of this type? Empty for a name that is no element. */
function presenceOf(name: string, type: Layer): string {
  const element = POLICY_ELEMENTS.find((each) => each.name === name)
  if (!element) return ''
  const { plural } = LAYERS[type]
  const other = POLICY_ELEMENTS.find((each) => each.name === element.excludes && each.legalIn(type))?.name
  if (!element.legalIn(type)) return fill(HOVER_MESSAGES['element-forbidden'], { plural })
  if (!element.neededIn(type)) return fill(HOVER_MESSAGES['element-optional'], { plural })
  return other === undefined
    ? fill(HOVER_MESSAGES['element-needed'], { plural })
    : fill(HOVER_MESSAGES['element-needed-or'], { plural, other })
}

function elementWords(name: string, { type }: EditorContext): Words | null {
  const message = own(ELEMENT_MESSAGES, name)
  if (!message) return null
  const text = [message.sentence, presenceOf(name, type)].filter(Boolean).join('\n\n')
  return { title: name, text, page: message.page }
}

function operatorWords(written: string): Words | null {
  const operator = parseOperator(written)
  if (!operator) return null
  return {
    title: operator.name,
    text: describeOperator(operator),
    page: operator.set === 'none' ? OPERATORS_PAGE : SETS_PAGE,
  }
}

function keyWords(written: string, { reference }: EditorContext): Words | null {
  const service = reference.service(splitAction(written)?.service ?? '')
  const known = findConditionKey(written) ?? (service ? findKey(service, written) : null)
  if (!known) return null
  const page = written.toLowerCase().startsWith('aws:')
    ? globalKeyPage(written)
    : service
      ? servicePage(service.name)
      : ''
  return { title: written, text: describeKey({ ...known, name: written }, reference), page }
}

function actionWords(written: string, { reference }: EditorContext): Words | null {
  if (written === '*')
    return { title: '*', text: HOVER_MESSAGES['every-action'], page: ELEMENT_MESSAGES.Action?.page ?? '' }
  const parts = splitAction(written)
  const service = parts ? reference.service(parts.service) : null
  if (!parts || !service) return parts ? serviceWords(written, parts.service, reference) : null
  const page = servicePage(service.name)
  const found = expandAction(parts.name, service)
  if (!hasWildcard(parts.name)) {
    const [action] = found
    return action
      ? {
          title: `${service.prefix}:${action.name}`,
          text: describeAction(action, reference.detail(service.prefix)),
          page,
        }
      : {
          title: written,
          text: fill(HOVER_MESSAGES['unknown-action'], {
            service: service.name,
            date: reference.list?.date ?? 'an unknown date',
          }),
          page,
        }
  }
  const sentence = fill(HOVER_MESSAGES['pattern'], {
    count: found.length,
    all: service.actions.length,
    service: service.name,
  })
  return {
    title: written,
    text: `${sentence}\n\n${codeList(
      found.map(({ name }) => name),
      MOST_NAMES,
    )}`,
    page,
  }
}

function serviceWords(written: string, prefix: string, { list }: Reference): Words | null {
  const service = list?.services.get(prefix)
  return service ? { title: written, text: service.name, page: servicePage(service.name) } : null
}

function resourceWords(
  written: string,
  { cursor, reference }: EditorContext & { readonly cursor: PolicyCursor },
): Words | null {
  if (written === '*')
    return { title: '*', text: HOVER_MESSAGES['every-resource'], page: ELEMENT_MESSAGES.Resource?.page ?? '' }
  const actions = statementActions(cursor.statement, reference)
  const takers = new Map<string, string[]>()
  for (const { name, resources } of actions)
    for (const { type } of resources)
      if (matchArnType(written, type)) takers.set(type.name, [...(takers.get(type.name) ?? []), name])
  if (takers.size === 0) return null
  const lines = [...takers].map(([type, names]) => `- \`${type}\`: ${codeList(names, 8)}`)
  return {
    title: written,
    text: `${HOVER_MESSAGES['resource-types']}\n\n${lines.join('\n')}`,
    page: ELEMENT_MESSAGES.Resource?.page ?? '',
  }
}

/** What stands under each name, counted from the statement down. */
function wordsAt(cursor: PolicyCursor, context: EditorContext): Words | null {
  const steps = elementNames(cursor)
  const written = cursor.before + cursor.after
  const [element = ''] = steps
  if (cursor.at === 'key') {
    if (element === 'Condition') return steps.length === 1 ? operatorWords(written) : keyWords(written, context)
    return elementWords(written, context)
  }
  switch (element) {
    case 'Action':
    case 'NotAction':
      return actionWords(written, context)
    case 'Resource':
    case 'NotResource':
      return resourceWords(written, { ...context, cursor })
    default:
      return null
  }
}

/** What to say of the place under the pointer; null where there is nothing to say. */
export function hoverPolicy(
  root: JsonNode | null,
  text: string,
  offset: number,
  context: EditorContext,
): PolicyHover | null {
  const cursor = findCursor(root, text, offset)
  if (!cursor?.quoted) return null
  const words = wordsAt(cursor, context)
  return words && { span: cursor.token, ...words }
}

import { DESCRIBE_MESSAGES } from './messages/describe'
import { messageText } from '../text/message-text'
import { findConditionKey } from '../facts/keys/condition-keys'
import { contentOfKey } from '../facts/keys/key-contents'
import type { ConditionOperator } from '../iam/condition-operators'
import { keysOf, matchKeyName } from './action-keys'
import { OPERATOR_WORDS, OPERATOR_PARTS } from './messages/operators'
import { TYPE_NAMES } from './operator-types'
import type { Reference } from './reference'
import type { ActionReference, KeyReference, ServiceDetail } from './service-reference'

const MOST = 12

/** A list in code marks, cut with a count of the rest. */
export function codeList(names: readonly string[], most = MOST): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``)
  const rest = names.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

const line = (title: string, names: readonly string[]) => (names.length > 0 ? `${title}: ${codeList(names)}` : '')

/** An action in Markdown: what it grants, what it can be limited to, and what it needs besides. */
export function describeAction(action: ActionReference, detail: ServiceDetail | null): string {
  const name = action.name.toLowerCase()
  return [
    detail?.actions.get(name) ?? '',
    `Access level: ${action.level}`,
    action.resources.length > 0
      ? line('Resource types', [...new Set(action.resources.map(({ type }) => type.name))])
      : DESCRIBE_MESSAGES.takesNoResource,
    line(
      'Condition keys',
      keysOf(action).map((key) => key.name),
    ),
    line('Also needs', detail?.dependents.get(name) ?? []),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

/** The type of a key in words. */
const keyTypeText = ({ type, multivalued }: Pick<KeyReference, 'type' | 'multivalued'>): string =>
  multivalued ? `list of ${TYPE_NAMES[type]}` : TYPE_NAMES[type]

/** A condition key in Markdown: its type, what it holds, and when a request carries it. */
export function describeKey(key: Pick<KeyReference, 'name' | 'type' | 'multivalued'>, reference: Reference): string {
  const prefix = key.name.slice(0, key.name.indexOf(':'))
  const known = findConditionKey(key.name)
  const documented = reference.service(prefix)?.keys.find((one) => matchKeyName(one, key.name))
  return [
    contentOfKey(key.name) || (reference.detail(prefix)?.keys.get((documented ?? key).name.toLowerCase()) ?? ''),
    `Type: ${keyTypeText(key)}`,
    known ? messageText(DESCRIBE_MESSAGES.aRequestCarriesIt, { when: known.when }) : '',
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

/** A condition operator in Markdown, with what its set operator and IfExists add. */
export function describeOperator({ base, set, ifExists, negated }: ConditionOperator): string {
  const parts = [
    OPERATOR_WORDS[base].asks + (negated && set === 'none' && !ifExists ? ` ${OPERATOR_PARTS.negated}` : ''),
    set === 'any' ? OPERATOR_PARTS.ForAnyValue : set === 'all' ? OPERATOR_PARTS.ForAllValues : '',
    ifExists ? OPERATOR_PARTS.ifExists : '',
  ]
  return parts.filter((text) => text !== '').join('\n\n')
}

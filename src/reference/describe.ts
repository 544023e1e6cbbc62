import { keysOf } from './action-keys'
import { TYPE_NAMES } from './operator-types'
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
      ? line(
          'Resource types',
          action.resources.map(({ type }) => type.name),
        )
      : 'Takes no resource: only `*` names it.',
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
export const keyTypeText = ({ type, multivalued }: Pick<KeyReference, 'type' | 'multivalued'>): string =>
  multivalued ? `list of ${TYPE_NAMES[type]}` : TYPE_NAMES[type]

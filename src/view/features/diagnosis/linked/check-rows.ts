import { checkTable, type CheckRow } from '../../../../diagnosis/check-table'
import { resourcePart } from '../../../../iam/arn'
import { messageText } from '../../../../text/message-text'
import { useDiagnosis } from '../../../state/workbench'
import { ANSWER_TEXTS } from '../answer-messages'

/**
 * The checks of the call that failed, a row each; none where each such call makes one: what only some of them need is
 * offered.
 */
export function useCheckRows(): readonly CheckRow[] {
  const rows = checkTable(useDiagnosis())
  return rows.filter(({ isCertain }) => isCertain).length < 2 ? [] : rows
}

/** How many checks every such call needs, and how many only some of them. */
export function checksNeeded(rows: readonly CheckRow[]): string {
  const sure = rows.filter(({ isCertain }) => isCertain).length
  const more = rows.length - sure
  return messageText(more > 0 ? ANSWER_TEXTS.needsSomeMore : ANSWER_TEXTS.needsChecks, {
    checks: `${sure} checks`,
    more: `${more}`,
  })
}

/**
 * What tells a resource apart: its ARN is long, and all of a call begin alike; the whole is there where it is pointed at. What is
 * not known of it is a blank.
 */
export function shortResource(resource: string, type = ''): string {
  if (resource === '') return '<resource>'
  const part = resourcePart(resource).replace(/([\w-]{1,40})([/:])$/, '$1$2<$1>')
  return type === '' || part.startsWith(type) ? part : `${type} ${part}`
}

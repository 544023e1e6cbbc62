import { CALL_MESSAGES } from '../facts/calls/messages'
import { LATE_ROW_MESSAGES, type RowId } from './likely-causes'
import { CIRCUMSTANCE_MESSAGES } from './messages/circumstances'
import { COMPARED_VALUE_MESSAGES } from './messages/compared-values'
import { CONDITION_TRAP_MESSAGES } from './messages/condition-traps'
import { OTHER_MESSAGES } from './messages/others'
import { RESOURCE_MESSAGES } from './messages/resources'
import type { RowMessage } from './messages/row-message'
import { TOKEN_MESSAGES } from './messages/tokens'

/** The sentences of every row. */
export const ROW_MESSAGES: Readonly<Record<RowId, RowMessage>> = {
  ...CALL_MESSAGES,
  ...CIRCUMSTANCE_MESSAGES,
  ...CONDITION_TRAP_MESSAGES,
  ...COMPARED_VALUE_MESSAGES,
  ...OTHER_MESSAGES,
  ...RESOURCE_MESSAGES,
  ...TOKEN_MESSAGES,
}

LATE_ROW_MESSAGES.give(ROW_MESSAGES)

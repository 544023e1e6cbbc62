import { CALL_MESSAGES } from '../facts/calls/messages'
import type { RowMessages } from './likely-causes'
import { CIRCUMSTANCE_MESSAGES } from './messages/circumstances'
import { COMPARED_VALUE_MESSAGES } from './messages/compared-values'
import { CONDITION_TRAP_MESSAGES } from './messages/condition-traps'
import { OTHER_MESSAGES } from './messages/others'
import { PAIR_MESSAGES } from './messages/pairs'
import { RESOURCE_MESSAGES } from './messages/resources'
import { TOKEN_MESSAGES } from './messages/tokens'

/** The sentences of every row. */
export const ROW_MESSAGES: RowMessages = {
  ...CALL_MESSAGES,
  ...CIRCUMSTANCE_MESSAGES,
  ...CONDITION_TRAP_MESSAGES,
  ...COMPARED_VALUE_MESSAGES,
  ...OTHER_MESSAGES,
  ...PAIR_MESSAGES,
  ...RESOURCE_MESSAGES,
  ...TOKEN_MESSAGES,
}

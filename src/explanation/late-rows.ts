// What is said of each row that the knowledge of AWS has, as a part of its own.
export { ROW_MESSAGES } from '../knowledge/row-messages'

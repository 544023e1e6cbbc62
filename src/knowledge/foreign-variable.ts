import type { KnowledgeRow } from './knowledge'

/** A variable that only the policies of another system fill in. */
export const FOREIGN_VARIABLE = {
  'iot-variable-in-iam-policy': {
    check: null,
    page: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html',
    confirmed: '2026-11-29',
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type ForeignVariableId = keyof typeof FOREIGN_VARIABLE

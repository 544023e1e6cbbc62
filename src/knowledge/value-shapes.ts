import type { KnowledgeRow } from './knowledge'

/** The row on them. */
export const VALUE_SHAPE_ROWS = {
  'condition-value-of-another-kind': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    confirmed: '2026-11-26',
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type ValueShapeRowId = keyof typeof VALUE_SHAPE_ROWS

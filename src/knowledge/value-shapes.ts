import type { KnowledgeRow } from './knowledge'

/** The rows on them. */
export const VALUE_SHAPE_ROWS = {
  'condition-value-of-another-kind': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    confirmed: '2026-11-26',
    check: null,
  },
  'condition-value-of-another-key': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    confirmed: '2026-12-01',
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type ValueShapeRowId = keyof typeof VALUE_SHAPE_ROWS

import type { KnowledgeRow } from './knowledge'

/** The row on actions that take no resource, so that only `"Resource": "*"` covers them. */
export const NO_RESOURCE = {
  'action-takes-no-resource': {
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    confirmed: '2026-11-25',
    check: null,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type NoResourceId = keyof typeof NO_RESOURCE

import type { KnowledgeRow } from './knowledge'
import { DOCS } from '../iam/aws-docs'

/** Ids of one person or thing that people take for another one of it. Those of condition keys are told by the forms of their values. */
export const MIXED_IDS = {
  'sub-of-user-pool': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}cognito/latest/developerguide/attributes-for-access-control.html`,
    confirmed: '2026-11-30',
  },
  'principal-by-id-of-deleted': {
    isOfPolicy: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_elements_principal.html`,
    confirmed: '2026-11-30',
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type MixedIdRowId = keyof typeof MIXED_IDS

import type { KnowledgeRow } from './knowledge'

/** An ARN that was passed where AWS makes one out of a name. */
export const NESTED_ARN = {
  'arn-in-an-arn': {
    isOfRequest: true,
    check: null,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    confirmed: '2026-11-28',
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type NestedArnId = keyof typeof NESTED_ARN

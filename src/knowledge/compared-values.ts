import type { KnowledgeRow } from './knowledge'
import { DOCS } from '../iam/aws-docs'

/** A row on two values. */
export interface ComparedValueRow extends KnowledgeRow {
  /** Its statement is for all that has a tag: the resource stays the pattern that the policy has. */
  readonly keepsResource?: true
}

const row = (page: string): KnowledgeRow => ({ page: DOCS + page, confirmed: '2026-11-29', check: null })

/** A row on what a policy has to say instead. */
const ofPolicy = (page: string): KnowledgeRow => ({ isOfPolicy: true, ...row(page) })

/** What two values of a paste show that are not the same: one of a policy, one of the call. */
export const COMPARED_VALUES = {
  'source-address-is-private': ofPolicy(
    'IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  ),
  'source-address-of-api-is-private': ofPolicy(
    'apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html',
  ),
  'source-of-another': ofPolicy('IAM/latest/UserGuide/confused-deputy.html'),
  'source-of-another-kind': ofPolicy('IAM/latest/UserGuide/confused-deputy.html'),
  'principal-pattern-without-path': ofPolicy(
    'IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  ),
  'context-of-bucket-key': ofPolicy('AmazonS3/latest/userguide/bucket-key.html'),
  'source-is-the-target': ofPolicy('AmazonS3/latest/userguide/enable-server-access-logging.html'),
  'condition-key-misspelt': ofPolicy('IAM/latest/UserGuide/reference_policies_condition-keys.html'),
  'tag-key-nearly-the-same': row('IAM/latest/UserGuide/access_tags.html'),
  'tag-key-of-another': { keepsResource: true, ...row('IAM/latest/UserGuide/access_tags.html') },
  'tag-not-sent': row('IAM/latest/UserGuide/access_tags.html#access_tags_control-requests'),
  'tag-not-sent-by-service': ofPolicy('IAM/latest/UserGuide/access_tags.html#access_tags_control-requests'),
  'variable-without-value': row('IAM/latest/UserGuide/reference_policies_variables.html'),
  'tag-of-center-session': {
    isOfRequest: true,
    ...row('singlesignon/latest/userguide/attributesforaccesscontrol.html'),
  },
  'tag-of-chained-session': {
    isOfRequest: true,
    ...row('IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining'),
  },
  'tag-of-caller-denies': { isOfRequest: true, ...row('IAM/latest/UserGuide/reference_policies_variables.html') },
  'session-name-in-userid': row('IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-tableinfotouse'),
  'user-id-as-session': ofPolicy('IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-tableinfotouse'),
} as const satisfies Readonly<Record<string, ComparedValueRow>>

/** The id of a row. */
export type ComparedValueId = keyof typeof COMPARED_VALUES

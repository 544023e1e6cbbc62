import type { Denial } from '../../denial/denial'
import type { RequestField } from '../draft'
import type { RowQuestion } from './row-question'

/** Why a value is inferred: the code of a rule below; its sentence stands in the message table. */
export type InferenceCode =
  | 'principal-from-text'
  | 'action-from-operation'
  | 'resource-from-text'
  | 'resource-from-phrase'
  | 'action-takes-no-resource'
  | 'account-from-text'
  | 'account-of-resource'
  | 'account-of-principal'
  | 'region-of-resource'
  | 'region-of-global-service'
  | 'service-of-linked-role'
  | 'region-of-call'
  | 'endpoint-of-call'
  | 'role-with-path'
  | 'session-of-caller'
  | 'https-is-usual'
  | 'address-without-tls'
  | 'made-by-service'
  | 'option-of-mount'
  | 'sent-by-service'
  | 'service-that-calls-kms'
  | 'called-directly'
  | 'tags-alone'
  | 'not-with-parts'
  | 'external-id-of-redshift'
  | 'parameter-of-call'
  | 'resource-of-action'
  | 'value-in-paste'
  | 'not-in-call'
  | 'check-of-call'
  | 'row-of-words'
  | 'resource-of-policy'
  | 'holder-in-names'

/** What a rule may look at: the denial, and the fields that come before its own. */
export interface RuleInput {
  readonly denial: Denial | null
  /** What the words of a service speak of, where a policy given here is the one that decides. */
  readonly row?: RowQuestion | null
  /** The service that the words say was refused, as the policy given here writes its name. */
  readonly service?: string | null
  readonly field: (field: RequestField) => string
  /** The user or role whose policies are given here, by their names. */
  readonly holder?: () => string | null
  /** The ARN of what an action is asked of, by the policy of it that is given here. */
  readonly ofPolicy?: (action: string) => string | null
  /** The whole text of the paste. */
  readonly text?: string
}

/** So much of a text is looked through. */
export const MOST_READ = 200_000

import type { CaseLayer } from '../iam/layers'
import type { RecognisedAs } from './found-policy'

/** A place where AWS's tools and templates put a policy, recognised by the names around it. */
export interface Container {
  readonly as: RecognisedAs
  /** The member that holds the document. */
  readonly key: string
  /** Members that stand beside it. */
  readonly beside?: readonly string[]
  /** A member that it stands somewhere below. */
  readonly below?: string
  /** The Type of the CloudFormation or Terraform resource that it stands in. */
  readonly type?: string
  /** Null: ask, unless it has a principal and no candidates are given: then it is a resource's. */
  readonly layer: CaseLayer | null
  readonly candidates?: readonly CaseLayer[]
  readonly service?: string
  readonly source?: 'user' | 'group' | 'role'
  /** Members that name the policy, the first that is there, beside the document or around it. */
  readonly name?: readonly string[]
  /** Members that name what the policy is attached to, likewise. */
  readonly owner?: readonly string[]
  /** Where it has no name of its own. */
  readonly called: string
}

import type { CaseLayer, LayerKey, LAYERS } from '../iam/layers'

/** A policy as it stands in a case. A document is a JSON value, or JSON text, which keeps its positions. */
export interface CasePolicy {
  readonly name: string
  readonly document: unknown
  /** Where an identity-based policy hangs: "user", "group:NAME" or "role"; of a device, "certificate". */
  readonly source?: string
  /** Nobody said that it belongs to its layer: it stands where it most likely does. */
  readonly isAssumed?: true
}

/** One level of the organization: the root, an OU, or the account. */
export interface CaseLevel {
  readonly target: string
  readonly policies: readonly CasePolicy[]
}

/** The value of a context key; a list is a multivalued key. */
export type ContextValue = string | readonly string[]

/** The request: who asks to do what, on what, with which context keys. */
export interface CaseRequest {
  /**
   * User, role, assumed-role session, federated-user session, root, service, identity provider, or "anonymous". Of the
   * next three each is empty where it is unknown; a file may leave it out then, or hold null.
   */
  readonly principal: string
  readonly action: string
  /** "*" where the action takes no resource. */
  readonly resource: string
  /** Needed where the ARN has no account; the principal's account if absent. */
  readonly resourceAccount?: string
  readonly context?: Readonly<Record<string, ContextValue>>
  /** What a key that is not listed means. */
  readonly otherContext?: 'absent' | 'unknown'
  /** Keys that are known to be absent, whatever `otherContext` says. */
  readonly absentContext?: readonly string[]
  /** Keys of which nothing is known, whatever `otherContext` says and whatever the principal would say of itself. */
  readonly unknownContext?: readonly string[]
}

/** What a layer holds in a case file. */
interface Held {
  readonly levels: readonly CaseLevel[]
  readonly list: readonly CasePolicy[]
  readonly one: CasePolicy
}

type LayersOfCase = {
  readonly [L in CaseLayer as (typeof LAYERS)[L]['key']]?: Held[(typeof LAYERS)[L]['holds']]
}

/** The policies of a case, by the keys of the registry of layers; `resource` holds a role's trust policy for sts:AssumeRole*. */
export interface CasePolicies extends LayersOfCase {
  /** What a layer that is not listed means: none attached, or not given. */
  readonly otherLayers?: 'none' | 'unknown'
  /** Layers known to have nothing attached, whatever `otherLayers` says. */
  readonly noneAttached?: readonly LayerKey[]
}

/** A request together with its evidence: one authorization question. Plain JSON, version 1. */
export interface AccessCase {
  readonly version: 1
  readonly title?: string
  readonly error?: string
  readonly request: CaseRequest
  readonly policies: CasePolicies
  /** What no policy can say. Each absent fact has its ordinary default. */
  readonly facts?: CaseFacts
  /**
   * Texts that stand for something unknown wherever they occur in principal, resource, accounts and policies: the same
   * text is the same unknown, but for `...` and `…`, each of which is one of its own.
   */
  readonly holes?: readonly string[]
  /**
   * Holes that hide texts of several kinds, as a mask that a log puts over accounts and names alike: another text at each
   * place.
   */
  readonly looseHoles?: readonly string[]
  /** What some of the holes look like: an ARN with `{region}`, `{account}`, `{path}` and `{name}` for what is open in it. */
  readonly holeForms?: Readonly<Record<string, string>>
  /** What some of the holes are taken to stand for, by hand: plain text, for each place where the hole stands. */
  readonly filled?: Readonly<Record<string, string>>
  /** Further checks that the same call needs, each on its own resource. */
  readonly linked?: readonly LinkedRequest[]
  /** Requests with the decision that is expected of them, judged with the policies of the case. */
  readonly tests?: readonly KeptTest[]
}

/** A request that has to pass, or must not. */
export interface KeptTest {
  /** Who asks, where it is another one than in the request of the case. */
  readonly principal?: string
  readonly action: string
  readonly resource: string
  readonly resourceAccount?: string
  readonly context?: Readonly<Record<string, ContextValue>>
  readonly expect: 'allowed' | 'denied'
}

/** A further check of a call: the same principal and policies, its own action, resource and resource-based policy. */
export interface LinkedRequest {
  readonly title?: string
  readonly action: string
  readonly resource: string
  readonly resourceAccount?: string
  /** Keys that this check has besides, or otherwise than, the first. */
  readonly context?: Readonly<Record<string, ContextValue>>
  /** Keys that this check is known not to have. */
  readonly absentContext?: readonly string[]
  /** Keys of which nothing is known in this check. */
  readonly unknownContext?: readonly string[]
  /** The resource-based policy of this resource, such as the key policy. */
  readonly policy?: CasePolicy
  /** The resource is known to have no policy of its own, whatever `otherLayers` says. */
  readonly hasNoPolicy?: boolean
}

/** A grant on the KMS key of the request. It only allows, and counts beside the key policy. */
export interface KmsGrant {
  /** Account, user, role, role session or service principal. */
  readonly grantee: string
  /** Operations as the grant names them, e.g. "Decrypt". */
  readonly operations: readonly string[]
}

/** Facts beside the policies. Extended by table in this file only. */
export interface CaseFacts {
  /** The organization's management account: SCPs and RCPs do not reach it. */
  readonly managementAccount?: string
  /** ARN of the IAM user whose GetFederationToken call made the federated-user session. */
  readonly federatedBy?: string
  /** Grants on the KMS key; none by default. */
  readonly kmsGrants?: readonly KmsGrant[]
  /** Who manages the KMS key; RCPs do not reach AWS managed keys. "customer" by default. */
  readonly kmsKeyManager?: 'aws' | 'customer'
  /** Does S3 Block Public Access restrict public buckets here, at any of its levels? False by default. */
  readonly s3RestrictPublicBuckets?: boolean
  /** Account that owns the S3 object, where Object Ownership is not "bucket owner enforced". The bucket's by default. */
  readonly s3ObjectOwner?: string
  /** Kind of the VPC endpoint. By default "gateway" for S3 and DynamoDB, "interface" for the rest. */
  readonly endpointType?: 'gateway' | 'interface'
  /** Canonical user id of the caller's account, for CanonicalUser principals of S3. */
  readonly canonicalUser?: string
  readonly [fact: string]: unknown
}

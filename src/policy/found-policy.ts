import type { Span } from '../text/span'
import type { CaseLayer } from '../iam/layers'

/** How a policy is recognised: by its container, or by its own shape. */
export const RECOGNISED_AS = [
  'document',
  'broken-document',
  'statements',
  'iam-inline-policy',
  'iam-managed-policy',
  'iam-attached-policy',
  'iam-permissions-boundary',
  'iam-trust-policy',
  'organizations-policy',
  'organizations-policy-list',
  'resource-policy',
  'vpc-endpoint-policy',
  'cloudformation',
  'terraform',
] as const

/** One of the ways to recognise a policy. */
export type RecognisedAs = (typeof RECOGNISED_AS)[number]

/** Something to know about a found policy; the sentence stands in a message table. */
export interface FoundNote {
  readonly code: FoundNoteCode
  readonly data: Readonly<Record<string, string | number>>
}

/** What is worth knowing of how a policy was read from a paste. */
export type FoundNoteCode =
  | 'document-not-in-paste'
  | 'placeholders'
  | 'statements-wrapped'
  | 'not-the-default-version'
  | 'converted-to-json'
  | 'unreadable-parts'
  | 'repaired'
  | 'slip'
  | 'left-out'
  | 'nothing-attached'
  | 'built-in-document'

/** A policy that a paste holds or names, and where it belongs. */
export interface FoundPolicy {
  readonly name: string
  /** Is it called as its file is? It keeps that name wherever it is put. */
  readonly isCalledByFile?: true
  /** The document's text: as it stands in the paste where that is JSON. Empty where the paste only names the policy. */
  readonly text: string
  /** Where it belongs, when the paste says so or its shape leaves no choice; null: ask, offering `candidates`. */
  readonly layer: CaseLayer | null
  /** Every layer that it may belong to, the likeliest first. */
  readonly candidates: readonly CaseLayer[]
  /** The root, OU or account that an SCP or RCP hangs on, where the paste says so. */
  readonly level: string | null
  /** Where an identity-based policy hangs: "user", "group:NAME" or "role". */
  readonly source: string | null
  /** The user, group, role or resource that it is attached to: its ARN, or as much as the paste says ("role/NAME"). */
  readonly owner: string | null
  /** The logical id of the role that a template makes for it, where the template gives that no name. */
  readonly madeFor?: string
  /** For a group's policy, the ARNs of its users that the paste lists. */
  readonly members: readonly string[]
  /** The service whose requests a resource-based or endpoint policy governs, e.g. "s3"; "sts" for a trust policy. */
  readonly service: string | null
  /** Where in the paste. */
  readonly span: Span
  readonly recognisedAs: RecognisedAs
  readonly notes: readonly FoundNote[]
  /** Texts in the document that stand for something that is not written: references, and an ellipsis for what is left out. */
  readonly holes: readonly string[]
}

/** What is not known of a policy of which the text says only where it belongs. */
export const NOTHING_BESIDE = {
  level: null,
  source: null,
  owner: null,
  members: [],
  service: null,
  notes: [],
  holes: [],
} as const satisfies Partial<FoundPolicy>

/** Is it a document alone, of which nothing but its form tells what it is? */
export const isBareDocument = ({ recognisedAs }: FoundPolicy): boolean =>
  recognisedAs === 'document' || recognisedAs === 'broken-document' || recognisedAs === 'statements'

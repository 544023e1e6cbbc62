import type { KeptTest } from '../case/access-case'
import { byCaseLayer, type ByCaseLayer } from '../iam/layers'

/** What the user typed or pasted, and nothing else: everything on the page is recomputed from it. */
export interface Draft {
  readonly title: string
  /** The raw text of the paste box. */
  readonly paste: string
  /** Which of several denials in the paste, from 0. */
  readonly chosen: number
  /** What the user changed in the request form; a field that is missing is filled from the paste. */
  readonly request: {
    readonly principal?: string
    readonly action?: string
    readonly resource?: string
    readonly resourceAccount?: string
  }
  /** Context keys that the user set, by key as written. */
  readonly context: Readonly<Record<string, ContextEdit>>
  /** What a key means that nobody set. */
  readonly otherContext: 'unknown' | 'absent'
  readonly layers: DraftLayers
  /** The policies that AWS's message speaks of, while changes are tried on them. */
  readonly judged?: DraftLayers
  /** Whose the policies on the caller's side are, while the error that stands names no caller. */
  readonly policiesOf?: string
  /** What no policy can say, e.g. the organization's management account. */
  readonly facts: Readonly<Record<string, unknown>>
  /**
   * What the user says that holes stand for, by the hole as it is written: a text, or null for something that is a hole
   * though its shape does not tell. None where it is missing.
   */
  readonly holes?: Readonly<Record<string, string | null>>
  /** Further checks of the same call that the user added; none where it is missing. */
  readonly linked?: readonly DraftCheck[]
  /** Requests with the decision that is expected of them; none where it is missing. */
  readonly tests?: readonly KeptTest[]
}

/** A further check of a call: the same principal and policies, another action and resource. */
export interface DraftCheck {
  readonly action: string
  readonly resource: string
  /** Needed where the ARN has no account. */
  readonly resourceAccount?: string
  /** Keys that this check has besides, or otherwise than, the request. */
  readonly context: Readonly<Record<string, ContextEdit>>
  /** The policy of this resource, such as the key policy; where it is missing, that of the request's resource. */
  readonly policy?: DraftLayer
}

/** The fields of the request form. */
export const REQUEST_FIELDS = ['principal', 'action', 'resource', 'resourceAccount'] as const

/** A field of the request that the user can type over. */
export type RequestField = (typeof REQUEST_FIELDS)[number]

/** What the user says of one context key. */
export type ContextEdit =
  | {
      readonly state: 'known'
      readonly values: readonly string[]
      /** A list, though it may hold one value: told apart from a single value where it matters. */
      readonly multivalued?: true
    }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }

/** "notGiven": nobody said. "none": nothing is attached. "given": the policies stand here. */
export type LayerState = 'notGiven' | 'none' | 'given'

/** One policy as the user gave it. */
export interface DraftPolicy {
  readonly name: string
  /** The text in the editor, possibly broken JSON. */
  readonly text: string
  /** Where an identity-based policy hangs: "user", "group:NAME" or "role". */
  readonly source?: string
  /** Nobody said that it belongs here: it counts where it most likely does until somebody says. */
  readonly isAssumed?: true
}

/** A layer without levels, as the user gave it. */
export interface DraftLayer {
  readonly state: LayerState
  readonly policies: readonly DraftPolicy[]
}

/** One level of an organization: the root, an OU or the account. */
export interface DraftLevel {
  readonly target: string
  readonly policies: readonly DraftPolicy[]
}

/** A layer whose policies hang on the levels of an organization. */
export interface DraftLevels {
  readonly state: LayerState
  /** Root first, the account last. */
  readonly levels: readonly DraftLevel[]
}

/** `resource` holds a role's trust policy for sts:AssumeRole*. */
export type DraftLayers = ByCaseLayer<DraftLayer, DraftLevels>

/** The context keys that a draft tells beyond another. */
export const keysAdded = (before: Draft, after: Draft): readonly string[] =>
  Object.keys(after.context).filter((key) => !Object.hasOwn(before.context, key))

/** The draft of a fresh page. */
export const EMPTY_DRAFT: Draft = {
  title: '',
  paste: '',
  chosen: 0,
  request: {},
  context: {},
  otherContext: 'unknown',
  layers: byCaseLayer<DraftLayer, DraftLevels>(
    () => ({ state: 'notGiven', policies: [] }),
    () => ({ state: 'notGiven', levels: [] }),
  ),
  facts: {},
}

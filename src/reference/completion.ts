import type { Span } from '../text/span'
import type { ArnFill } from './arn-template'
import type { PolicyCursor } from './policy-cursor'
import type { Reference } from './reference'
import type { Layer } from '../iam/layers'

/** What a completion inserts. */
export type CompletionKind =
  | 'service'
  | 'action'
  | 'resource'
  | 'operator'
  | 'key'
  | 'value'
  | 'variable'
  | 'principal'
  | 'element'
  | 'snippet'

/** One thing to insert. `insert` is a snippet with `$1` stops where `snippet` is true, plain text otherwise. */
export interface CompletionItem {
  readonly label: string
  readonly kind: CompletionKind
  readonly insert: string
  readonly snippet: boolean
  /** The text that it replaces. */
  readonly span: Span
  /** What the typed text is compared with: what stands in `span` must begin it. */
  readonly filter: string
  /** A few words beside the label. */
  readonly detail: string
  /** Markdown below it. */
  readonly documentation: string
  /** The page that says more; empty where there is none. */
  readonly page: string
  /** Ask for completion again right after it: a service wants its action, a key its value. */
  readonly again: boolean
}

/** What an editor knows of the case around the policy, and of the reference. */
export interface EditorContext {
  readonly type: Layer
  readonly fill: ArnFill
  /** The case's principal, action and resource, where it has them. */
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly reference: Reference
}

/** What a list of completions is made from, wherever the cursor stands. */
export interface CompletionRequest extends EditorContext {
  readonly cursor: PolicyCursor
}

type Offer = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>

const BLANK = { snippet: false, detail: '', documentation: '', page: '', again: false }

/** Escapes what means something in a snippet. */
export const plainSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** An item that stands as a JSON string: it gets quotes where the cursor is in none. */
export function stringItem(cursor: PolicyCursor, offer: Offer): CompletionItem {
  const insert = offer.insert ?? offer.label
  return {
    ...BLANK,
    span: cursor.span,
    filter: offer.label,
    ...offer,
    insert: cursor.quoted ? insert : `"${insert}"`,
  }
}

/** An item that names a member; `value` is the snippet of its value and is left out where a value stands already. */
export function memberItem(cursor: PolicyCursor, offer: Offer, value: string): CompletionItem {
  if (cursor.hasValue) return stringItem(cursor, offer)
  return {
    ...BLANK,
    filter: cursor.quoted ? `"${offer.label}"` : offer.label,
    span: cursor.token,
    ...offer,
    snippet: true,
    insert: `"${plainSnippet(offer.label)}": ${value}`,
  }
}

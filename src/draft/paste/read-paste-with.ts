import type { MessageData } from '../../text/message-text'
import type { Denial } from '../../denial/denial'
import {
  hasNeeds,
  NO_NEEDS,
  type FindPolicies,
  type PolicyNeeds,
  type PolicyReaders,
} from '../../policy/policy-readers'
import { mayHoldPolicies, policyNeeds } from '../../policy/policy-signs'
import type { FoundPolicy } from '../../policy/found-policy'
import { findPrincipals, type FoundPrincipal } from '../../policy/find-principals'
import { isCaseFile } from '../file/is-case-file'
import type { RestoredDraft } from '../file/restore-draft'
import type { Draft } from '../draft'
import { maskCredentials } from '../file/mask-credentials'
import { parseDenials, type ReadDenials } from '../../denial/parse-denials'
import type { PASTE_MESSAGES, PasteProblem, PasteProblemCode } from '../messages/paste-messages'
import type { Lacks } from '../../text/lacks'
import { undress as undressAnew, type Undress } from '../../medium/plain-text'
import { changedText } from '../../policy/change-signs'
import { parsedJson } from '../../text/parsed-json'

/** What a paste holds. */
export interface PasteReading {
  /** What may be kept of the paste; every span speaks of this text. */
  readonly text: string
  readonly denials: readonly Denial[]
  readonly policies: readonly FoundPolicy[]
  /** The users and roles that it describes. */
  readonly principals: readonly FoundPrincipal[]
  /** The draft of a case file: it takes the place of the whole draft. */
  readonly caseDraft: Draft | null
  /** The fragment of a link of this app without its number sign: a case "1/…", an exercise "x1/…", a deck "d1/…". */
  readonly link: string | null
  /** What to tell the person who pasted it; sentences stand in PASTE_MESSAGES, those of a case in CASE_MESSAGES. */
  readonly problems: readonly PasteProblem[]
  /** Where there are any: read again with readers for them. */
  readonly needs: PolicyNeeds
}

const LONGEST_LINK = 200_000
const LINK = /^(?:https?:\/\/[^\s#]*)?#([xd]?\d{1,4}\/[\w\-.~%+=&/]+)$/

/** The fragment of a link of this app, also where a mail broke it over lines. */
function linkIn(text: string): string | null {
  if (text.length > LONGEST_LINK) return null
  const start = text.trimStart()
  if (!/^(?:https?:\/\/|#[xd]?\d)/.test(start) || !/#[xd]?\d/.test(start)) return null
  return LINK.exec(text.replaceAll(/\s+/g, ''))?.[1] ?? null
}

const problem = <Code extends PasteProblemCode>(
  code: Code,
  ...[data]: MessageData<(typeof PASTE_MESSAGES)[Code]>
): PasteProblem => ({
  code,
  severity: 'warning',
  span: null,
  data: data ?? {},
})

const NOTHING = { denials: [], policies: [], principals: [], caseDraft: null, link: null, needs: NO_NEEDS }

/** A policy that AWS's message names is not said to be attached: it may be what the call was about. */
const isNamedByDenial = ({ recognisedAs, span: [start, end] }: FoundPolicy, denials: readonly Denial[]): boolean =>
  recognisedAs === 'iam-attached-policy' && denials.some(({ span: [from, to] }) => start < to && end > from)

/** What reads the policies of a paste, and the case of a file. */
export interface PolicyPart {
  readonly findPolicies: FindPolicies
  readonly restoreCase: (file: unknown) => RestoredDraft
}

/** What a paste is read with. */
export interface ReadingHelp {
  /** Of policies that need a reader of their own. */
  readonly readers?: PolicyReaders | undefined
  readonly denialsOf?: ReadDenials | undefined
  readonly undress?: Undress | undefined
  /** As far as it is loaded: a text that surely holds no policy is read without it. */
  readonly policies?: PolicyPart | undefined
}

/** Says what a paste holds: errors, policies, a case, a link; and what of it is not kept. Never throws. */
export function readPasteWith(paste: string, help: ReadingHelp & { readonly policies: PolicyPart }): PasteReading
/** With what is here: the part that it lacks, where the paste can't be read without. */
export function readPasteWith(paste: string, help: ReadingHelp): PasteReading | Lacks
/** See above. */
export function readPasteWith(
  paste: string,
  { readers, denialsOf, undress = undressAnew, policies: part }: ReadingHelp,
): PasteReading | Lacks {
  const { text, removed } = maskCredentials(paste)
  const warnings = removed > 0 ? [problem('credentials-removed', { count: removed })] : []
  const link = linkIn(text)
  if (link !== null) return { ...NOTHING, text, link, problems: warnings }
  const value = text.trimStart().startsWith('{') ? parsedJson(text) : null
  if (isCaseFile(value)) {
    if (part === undefined) return { lacks: 'policies' }
    const restored = part.restoreCase(value)
    const isDraft = 'draft' in restored
    const problems = isDraft ? warnings : [...warnings, restored.problem]
    return { ...NOTHING, text, caseDraft: isDraft ? restored.draft : null, problems }
  }
  // All that reads the text reads it as it was written.
  const plain = undress(text)
  const changed = changedText(text, plain)
  const written = changed?.text ?? text
  // Readers are for what a text names without any other sign.
  const mayHold = readers !== undefined || mayHoldPolicies(text, written)
  if (mayHold && part === undefined) return { lacks: 'policies' }
  const found = mayHold ? (part?.findPolicies(text, readers, changed) ?? []) : []
  const denials = denialsOf?.(text) ?? parseDenials(text, plain)
  const policies = found.filter((policy) => !isNamedByDenial(policy, denials))
  const needs = readers === undefined ? policyNeeds(written, policies) : NO_NEEDS
  const principals = findPrincipals(plain?.untimed.text ?? text)
  const isNothing = denials.length + policies.length + principals.length === 0 && !hasNeeds(needs) && text.trim() !== ''
  const problems = isNothing ? [...warnings, problem('nothing-recognised')] : warnings
  return { ...NOTHING, text, denials, policies, principals, problems, needs }
}

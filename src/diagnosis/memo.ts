import type { Denial } from '../denial/denial'
import { parseDenials, type ReadDenials } from '../denial/parse-denials'
import type { Draft } from '../draft/draft'
import { undress, type Undress } from '../medium/plain-text'
import type { PasteReading } from '../draft/paste/read-paste-with'
import { createPolicyMemory, type PolicyMemory } from '../evaluation/compile/parsed-policy'
import type { Known } from '../evaluation/evaluate'
import type { PolicyReaders } from '../policy/policy-readers'
import type { Diagnosis, OpenedAt } from './diagnosis'

/** What the last diagnosis was made of, so that the next need not make it again. */
export interface LastDiagnosis {
  read: { readonly paste: string; readonly readers: PolicyReaders | undefined; readonly reading: PasteReading } | null
  /** The policies before the changes that are tried, and how far they explain AWS's denial. */
  judged: { readonly before: Draft; readonly reference: Known['reference'] | null; readonly explains: 0 | 1 | 2 } | null
  done: Diagnosis | null
  opening: { readonly paste: string; readonly policies: number; readonly at: OpenedAt } | null
}

/**
 * What was worked out before, for who diagnoses one draft after the other: it changes how long an answer takes, and which
 * of its parts are the same objects as before, and never what it says.
 */
export interface Memo {
  /** The denials of a text, read once as long as it is asked about. */
  readonly denialsOf: ReadDenials
  /** The text as it was written, made once as long as it is asked about. */
  readonly undress: Undress
  /** What is remembered of a text; null: it was not read lately. */
  readonly knownDenials: (text: string) => readonly Denial[] | null
  /** Takes over what was read of a text elsewhere, so that it is not read again. */
  readonly rememberDenials: (text: string, denials: readonly Denial[]) => void
  /** Of the policies that were read, for the evaluation. */
  readonly policyMemory: PolicyMemory
  readonly last: LastDiagnosis
  /** Lets go of everything. */
  readonly forget: () => void
}

/** Of so many the places are: they weigh much more. */
const UNDRESSED = 2

/** Keeps what is known of the texts that were asked about last. */
function keep<Value>(known: Map<string, Value>, text: string, value: Value, most: number): Value {
  known.delete(text)
  known.set(text, value)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return value
}

/** So many texts are remembered with what was read of them: a text is asked about at every step from paste to answer. */
const REMEMBERED = 4

const NOTHING: LastDiagnosis = { read: null, judged: null, done: null, opening: null }

/** A memo that holds nothing yet. */
export function createMemo(): Memo {
  const texts = new Map<string, readonly Denial[]>()
  let policies = createPolicyMemory()
  const last = { ...NOTHING }

  const plain = new Map<string, ReturnType<Undress>>()
  const undressOnce: Undress = (text) => keep(plain, text, plain.get(text) ?? undress(text), UNDRESSED)

  return {
    last,
    policyMemory: { parsed: (document, layer, marking) => policies.parsed(document, layer, marking) },
    rememberDenials: (text, denials) => void keep(texts, text, denials, REMEMBERED),
    undress: undressOnce,
    knownDenials: (text) => texts.get(text) ?? null,
    denialsOf: (text) => keep(texts, text, texts.get(text) ?? parseDenials(text, undressOnce(text)), REMEMBERED),
    forget() {
      texts.clear()
      plain.clear()
      policies = createPolicyMemory()
      Object.assign(last, NOTHING)
    },
  }
}

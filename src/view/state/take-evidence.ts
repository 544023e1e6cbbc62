import type { PolicyLayer } from '../../case/access-case'
import { CASE_MESSAGES } from '../../case/case-messages'
import type { Draft } from '../../draft/draft'
import { PASTE_MESSAGES } from '../../draft/paste-messages'
import { takePaste, type AskedPolicy, type PasteOutcome } from '../../draft/take-paste'
import { tabOf } from '../shared/policy-tabs'
import { fillMessage } from '../ui/fill-message'
import type { IntakeNotice } from './intake'

/** What became of a text: another draft, or a link to open; and what to say and to ask. */
export interface TakenEvidence {
  readonly draft: Draft
  readonly link: string | null
  readonly notices: readonly IntakeNotice[]
  readonly asked: readonly AskedPolicy[]
  /** Where policies went that came without an error; null: the verdict says what to look at. */
  readonly layer: PolicyLayer | null
}

const MESSAGES: Readonly<Record<string, string>> = { ...CASE_MESSAGES, ...PASTE_MESSAGES }

/** What to say of a paste. That nothing was recognised is said under the box, for as long as it is so. */
function noticesOf({ reading, placed }: PasteOutcome): readonly IntakeNotice[] {
  const problems = reading.problems
    .filter(({ code }) => code !== 'nothing-recognised')
    .map(({ code, data }): IntakeNotice => ({ tone: 'depends', text: fillMessage(MESSAGES[code] ?? code, data) }))
  const put = placed.map(({ policy, layer }) => `${policy.name} to ${tabOf(layer).name}`)
  return put.length === 0 ? problems : [...problems, { tone: 'allow', text: `Added ${put.join(', ')}.` }]
}

/**
 * Takes a text into a draft. What was asked before (`waiting`) is tried again with what the text tells. The reader of
 * YAML is only fetched for a text that looks like it.
 */
export async function takeEvidence(
  draft: Draft,
  text: string,
  waiting: readonly AskedPolicy[],
): Promise<TakenEvidence> {
  const policies = waiting.map(({ policy }) => policy)
  const first = takePaste(draft, text, undefined, policies)
  const outcome = first.reading.needsYaml
    ? takePaste(draft, text, (await import('../../text/parse-yaml')).parseYaml, policies)
    : first
  return {
    draft: outcome.draft,
    link: outcome.reading.link,
    notices: noticesOf(outcome),
    asked: outcome.asked,
    layer: outcome.reading.denials.length === 0 ? (outcome.placed.at(-1)?.layer ?? null) : null,
  }
}

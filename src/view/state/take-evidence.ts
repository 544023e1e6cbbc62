import { CASE_MESSAGES } from '../../case/case-messages'
import type { Draft } from '../../draft/draft'
import { PASTE_MESSAGES } from '../../draft/paste-messages'
import type { PasteReading } from '../../draft/read-paste'
import { takeReading, type UnplacedPolicy, type PlacedPolicy } from '../../draft/take-paste'
import { tabOf } from '../shared/policy-tabs'
import { fillMessage } from '../../text/fill-message'
import type { IntakeNotice } from './intake'
import type { TakenEvidence } from './work'

const MESSAGES = { ...CASE_MESSAGES, ...PASTE_MESSAGES }

/** What to say of a paste. That nothing was recognised is said under the box, for as long as it is so. */
function noticesOf(reading: PasteReading, placed: readonly PlacedPolicy[]): readonly IntakeNotice[] {
  const problems = reading.problems
    .filter(({ code }) => code !== 'nothing-recognised')
    .map(({ code, data }): IntakeNotice => ({ tone: 'depends', text: fillMessage(MESSAGES[code], data) }))
  const put = placed.map(({ policy, layer }) => `${policy.name} to ${tabOf(layer).name}`)
  return put.length === 0 ? problems : [...problems, { tone: 'allow', text: `Added ${put.join(', ')}.` }]
}

/** Takes what was read of a text into a draft. What was asked before is tried again with what the text tells. */
export function takeEvidence(draft: Draft, reading: PasteReading, waiting: readonly UnplacedPolicy[]): TakenEvidence {
  const outcome = takeReading(
    draft,
    reading,
    waiting.map(({ policy }) => policy),
  )
  return {
    draft: outcome.draft,
    notices: noticesOf(reading, outcome.placed),
    asked: outcome.asked,
    layer: reading.denials.length === 0 ? (outcome.placed.at(-1)?.layer ?? null) : null,
  }
}

import { CASE_MESSAGES } from '../../case/case-messages'
import { chosenDenial, isSameRequest } from '../../draft/build/chosen-denial'
import type { Draft, DraftLayers } from '../../draft/draft'
import { editLayers } from '../../draft/edit/edit-draft'
import { containersOf, policiesOn, removePolicy } from '../../draft/edit/edit-layers'
import { denialsOf } from '../../draft/build/known-denials'
import { FOUND_MESSAGES, PASTE_MESSAGES } from '../../draft/messages/paste-messages'
import { failedCalls } from '../../draft/paste/failed-reads'
import type { PasteReading } from '../../draft/paste/read-paste'
import { setPaste } from '../../draft/paste/set-paste'
import { bringBack, startAnew } from '../../draft/edit/keep-or-drop-layers'
import type { PlacedPolicy, UnplacedPolicy } from '../../draft/paste/place-policies'
import { takeReading, type PlacingOutcome } from '../../draft/paste/take-paste'
import type { CaseLayer } from '../../iam/layers'
import type { FoundNoteCode } from '../../policy/found-policy'
import { tabOf } from '../shared/policy-tabs'
import { fillMessage } from '../../text/fill-message'
import type { IntakeNotice } from './notices'
import type { TakenEvidence, WorkAction } from './work'

const MESSAGES = { ...CASE_MESSAGES, ...PASTE_MESSAGES }

/** What an answer to a notice does: it changes the draft as it then is, and the notice goes. */
type Answer = (edit: (draft: Draft) => Draft) => () => void

const ANOTHER_CALLER =
  'This error is of another caller. The policies that were given for the one before are not counted for this one.'

const ANOTHER_RESOURCE =
  'This error is about another resource. What was given of the policy of the one before is not counted for this one.'

/** What the commands said of layers that hold nothing. */
const noneAttached = (empty: readonly CaseLayer[]): string =>
  empty.length === 0
    ? ''
    : ` AWS says that there is none, so none attached: ${empty.map((layer) => tabOf(layer).name).join(', ')}.`

/** What is said of how a policy was read, where it is counted otherwise than it was written. */
const TOLD_OF_COUNTED: ReadonlySet<FoundNoteCode> = new Set([
  'repaired',
  'unreadable-parts',
  'left-out',
  'not-the-default-version',
])

/** A sentence after another, each once, for what is to be known of policies that are counted. */
const notesOf = (placed: readonly PlacedPolicy[]): string => {
  const notes = placed
    .flatMap(({ policy }) => policy.notes)
    .filter(({ code }) => TOLD_OF_COUNTED.has(code))
    .map(({ code, data }) => fillMessage(FOUND_MESSAGES[code], data))
  return [...new Set(notes)].map((note) => ` ${note}`).join('')
}

/** A policy that AWS's message put somewhere, and the way to have it asked instead. */
function byClaim(one: PlacedPolicy, answer: Answer): IntakeNotice {
  const { policy, layer } = one
  return {
    tone: 'allow',
    text: `Added ${policy.name} to ${tabOf(layer).name}, the layer that AWS names.${notesOf([one])}`,
    actions: [{ label: 'Move', run: answer((draft) => editLayers(draft, (all) => takeOut(all, layer, policy.name))) }],
  }
}

function takeOut(layers: DraftLayers, layer: CaseLayer, name: string): DraftLayers {
  const places = containersOf(layers, layer).flatMap((container) =>
    policiesOn(layers, container).flatMap((policy, at) => (policy.name === name ? [{ ...container, policy: at }] : [])),
  )
  const [place] = places.toReversed()
  return place === undefined ? layers : removePolicy(layers, place)
}

/** What to say of a paste. That nothing was recognised is said under the box, for as long as it is so. */
function noticesOf(
  { problems, text }: PasteReading,
  { placed, keys, dropped, relation, failedReads, empty }: PlacingOutcome,
  answer: Answer,
): readonly IntakeNotice[] {
  const told = problems
    .filter(({ code }) => code !== 'nothing-recognised')
    .map(({ code, data }): IntakeNotice => ({ tone: 'depends', text: fillMessage(MESSAGES[code], data) }))
  const put = placed
    .filter(({ isByClaim }) => !isByClaim)
    .map(
      ({ policy, layer, checked }) =>
        `${policy.name} to ${tabOf(layer).name}${checked === null ? '' : ` of ${checked}`}`,
    )
    .concat(keys.length === 0 ? [] : [`${keys.join(', ')} to the request’s context`])
  const asks: IntakeNotice = {
    tone: 'depends',
    text: relation === 'otherResource' ? ANOTHER_RESOURCE : ANOTHER_CALLER,
    actions: [
      {
        label: relation === 'otherResource' ? 'Keep it' : 'Keep the policies',
        run: answer((draft) => (dropped === null ? draft : bringBack(draft, dropped))),
      },
      { label: 'Start anew', run: answer(startAnew) },
    ],
  }
  const failed: IntakeNotice = {
    tone: 'depends',
    text: `Your error stays. Of the commands that fetch policies these failed: ${failedCalls(failedReads).join(', ')}.${noneAttached(empty)}`,
    actions: [{ label: 'Look at these errors instead', run: answer((draft) => setPaste(draft, text)) }],
  }
  return [
    ...(dropped === null ? [] : [asks]),
    ...(failedReads.length === 0 ? [] : [failed]),
    ...told,
    ...(put.length === 0
      ? []
      : [
          {
            tone: 'allow' as const,
            text: `Added ${put.join(', ')}.${notesOf(placed.filter(({ isByClaim }) => !isByClaim))}`,
          },
        ]),
    ...placed.filter(({ isByClaim }) => isByClaim).map((one) => byClaim(one, answer)),
  ]
}

/** The one thing that all are; null where they differ, or are none. */
const onlyOf = <T>(all: readonly T[]): T | null => (new Set(all).size === 1 ? (all[0] ?? null) : null)

const isOfSameError = (before: Draft, after: Draft): boolean =>
  before.paste === after.paste ||
  isSameRequest(chosenDenial(before, denialsOf(before.paste)), chosenDenial(after, denialsOf(after.paste)))

/**
 * Takes what was read of a text into a draft. What was asked before is tried again with what the text tells.
 * `dispatch` is for the answers to what the page then asks.
 */
export function takeEvidence(
  draft: Draft,
  reading: PasteReading,
  waiting: readonly UnplacedPolicy[],
  dispatch: (action: WorkAction) => void,
): TakenEvidence {
  const outcome = takeReading(
    draft,
    reading,
    waiting.map(({ policy }) => policy),
  )
  const answer: Answer = (edit) => () => {
    dispatch({ kind: 'edit', edit })
    dispatch({ kind: 'tell', notices: [] })
  }
  return {
    draft: outcome.draft,
    notices: noticesOf(reading, outcome, answer),
    asked: outcome.asked,
    // A new error has an answer of its own, which says what to look at, and so has what came for several layers.
    layer: isOfSameError(draft, outcome.draft) ? onlyOf(outcome.placed.map(({ layer }) => layer)) : null,
  }
}

import { withoutSources } from './without-sources'
import { CASE_MESSAGES } from '../case/case-messages'
import { parseDenials, type ReadDenials } from '../denial/parse-denials'
import { chosenDenial, isSameRequest } from '../draft/build/chosen-denial'
import type { Draft, DraftLayers } from '../draft/draft'
import { editLayers } from '../draft/edit/edit-draft'
import { containersOf, policiesOn, removePolicy } from '../draft/edit/edit-layers'
import { bringBack, startAnew } from '../draft/edit/keep-or-drop-layers'
import { FOUND_MESSAGES, PASTE_MESSAGES } from '../draft/messages/paste-messages'
import { applyFoundPolicy } from '../draft/paste/apply-found-policy'
import { failedCalls } from '../draft/paste/failed-reads'
import type { PasteReading } from '../draft/paste/read-paste-with'
import { setPaste } from '../draft/paste/set-paste'
import type { PlacedBy } from '../draft/paste/open-layers'
import { asItStands, type PlacedPolicy, type UnplacedPolicy } from '../draft/paste/place-policies'
import { questionOf } from '../draft/paste/relation'
import { takeReading, type PlacingOutcome } from '../draft/paste/take-reading'
import { LAYERS, type CaseLayer } from '../iam/layers'
import type { FoundNoteCode } from '../policy/found-policy'
import type { FindPolicies } from '../policy/policy-readers'
import { textOfCode } from '../text/message-text'
import { messageText } from '../text/message-text'
import { EVIDENCE_MESSAGES, EVIDENCE_OFFERS } from './evidence-messages'

/** What can be done about something that was said: it changes the draft as it then is. */
export interface EvidenceOffer {
  readonly label: string
  readonly edit: (draft: Draft) => Draft
}

/** A sentence about what was taken, or could not be. */
export interface EvidenceNotice {
  readonly tone: 'deny' | 'depends' | 'allow'
  readonly text: string
  readonly offers: readonly EvidenceOffer[]
}

/** What became of a text that was taken into a draft. */
export interface TakenEvidence {
  readonly draft: Draft
  readonly notices: readonly EvidenceNotice[]
  /** Policies that nobody can place but the user. */
  readonly asked: readonly UnplacedPolicy[]
  /** Where policies went that came without an error; null: the answer says what to look at. */
  readonly layer: CaseLayer | null
}

const MESSAGES = { ...CASE_MESSAGES, ...PASTE_MESSAGES }

const namesOf = (layers: readonly CaseLayer[]): string => layers.map((layer) => LAYERS[layer].tab).join(', ')

/** What is said of how a policy was read, where it is counted otherwise than it was written. */
const TOLD_OF_COUNTED: ReadonlySet<FoundNoteCode> = new Set([
  'repaired',
  'slip',
  'unreadable-parts',
  'left-out',
  'not-the-default-version',
])

/** A sentence after another, each once, for what is to be known of policies that are counted. */
const notesOf = (placed: readonly PlacedPolicy[]): readonly string[] => {
  const notes = placed
    .flatMap(({ policy }) => policy.notes)
    .filter(({ code }) => TOLD_OF_COUNTED.has(code))
    .map(({ code, data }) => textOfCode(FOUND_MESSAGES[code], data))
  return [...new Set(notes)]
}

const notice = (
  tone: EvidenceNotice['tone'],
  sentences: readonly string[],
  offers: readonly EvidenceOffer[] = [],
): EvidenceNotice => ({ tone, text: sentences.join(' '), offers })

/** A policy that AWS's message put somewhere, and the way to have it asked instead. */
function byClaim(one: PlacedPolicy): EvidenceNotice {
  const { policy, layer } = one
  const sentence = messageText(EVIDENCE_MESSAGES['added-by-claim'], { policy: policy.name, layer: LAYERS[layer].tab })
  const move = (draft: Draft) => editLayers(draft, (all) => takeOut(all, layer, policy.name))
  return notice('allow', [sentence, ...notesOf([one])], [{ label: EVIDENCE_OFFERS['move-policy'], edit: move }])
}

/** A policy that counts where it most likely is; where it belongs is asked. */
function byLook(one: PlacedPolicy): EvidenceNotice {
  const { policy, layer } = one
  const sentence = messageText(EVIDENCE_MESSAGES['added-by-look'], { policy: policy.name, layer: LAYERS[layer].tab })
  return notice('allow', [sentence, ...notesOf([one])])
}

function takeOut(layers: DraftLayers, layer: CaseLayer, name: string): DraftLayers {
  const places = containersOf(layers, layer).flatMap((container) =>
    policiesOn(layers, container).flatMap((policy, at) => (policy.name === name ? [{ ...container, policy: at }] : [])),
  )
  const [place] = places.toReversed()
  return place === undefined ? layers : removePolicy(layers, place)
}

function ofDropped({ dropped, relation }: PlacingOutcome): readonly EvidenceNotice[] {
  if (dropped === null) return []
  const isOfResource = relation === 'otherResource'
  const sentence = EVIDENCE_MESSAGES[isOfResource ? 'another-resource' : 'another-caller']
  return [
    notice(
      'depends',
      [sentence],
      [
        {
          label: EVIDENCE_OFFERS[isOfResource ? 'keep-layer' : 'keep-layers'],
          edit: (draft) => bringBack(draft, dropped),
        },
        { label: EVIDENCE_OFFERS['start-anew'], edit: startAnew },
      ],
    ),
  ]
}

function ofFailedReads(
  text: string,
  { failedReads, empty }: PlacingOutcome,
  denialsOf: ReadDenials,
): readonly EvidenceNotice[] {
  if (failedReads.length === 0) return []
  const failed = messageText(EVIDENCE_MESSAGES['reads-failed'], { calls: failedCalls(failedReads).join(', ') })
  const none = messageText(EVIDENCE_MESSAGES['none-attached'], { layers: namesOf(empty) })
  const look = { label: EVIDENCE_OFFERS['look-at-errors'], edit: (draft: Draft) => setPaste(draft, text, denialsOf) }
  return [notice('depends', empty.length === 0 ? [failed] : [failed, none], [look])]
}

function ofPlaced({ placed, keys }: PlacingOutcome): readonly EvidenceNotice[] {
  const plain = placed.filter(({ by }) => by === 'paste')
  const what = plain.map(({ policy: { name }, layer, checked }) => {
    const where = { policy: name, layer: LAYERS[layer].tab }
    return checked === null
      ? messageText(EVIDENCE_MESSAGES['policy-to-layer'], where)
      : messageText(EVIDENCE_MESSAGES['policy-of-check'], { ...where, action: checked })
  })
  if (keys.length > 0) what.push(messageText(EVIDENCE_MESSAGES['keys-to-context'], { keys: keys.join(', ') }))
  const added = messageText(EVIDENCE_MESSAGES.added, { what: what.join(', ') })
  return [
    ...(what.length === 0 ? [] : [notice('allow', [added, ...notesOf(plain)])]),
    ...placed.filter(({ by }) => by === 'claim').map(byClaim),
    ...placed.filter(({ by }) => by === 'look').map(byLook),
  ]
}

/** What is wrong with a text. That nothing was recognised is for who shows the text to say, for as long as it is so. */
const ofProblems = ({ problems }: PasteReading): readonly EvidenceNotice[] =>
  problems
    .filter(({ code }) => code !== 'nothing-recognised')
    .map(({ code, data }) => notice('depends', [textOfCode(MESSAGES[code], data)]))

/** The one thing that all are; null where they differ, or are none. */
const onlyOf = <T>(all: readonly T[]): T | null => (new Set(all).size === 1 ? (all[0] ?? null) : null)

const isOfSameError = (before: Draft, after: Draft, denialsOf: ReadDenials): boolean =>
  before.paste === after.paste ||
  isSameRequest(chosenDenial(before, denialsOf(before.paste)), chosenDenial(after, denialsOf(after.paste)))

/**
 * Takes what was read of a text into a draft, and says what became of it. What was asked before (`waiting`) is tried
 * again with what the text tells. `findPolicies`: see `takeReading`.
 */
export function takeEvidence(
  draft: Draft,
  reading: PasteReading,
  findPolicies: FindPolicies | null,
  waiting: readonly UnplacedPolicy[] = [],
  denialsOf: ReadDenials = parseDenials,
): TakenEvidence {
  const outcome = takeReading(draft, reading, findPolicies, waiting, denialsOf)
  return {
    draft: withoutSources(outcome.draft, denialsOf),
    notices: [
      ...ofDropped(outcome),
      ...ofFailedReads(reading.text, outcome, denialsOf),
      ...ofProblems(reading),
      ...ofPlaced(outcome),
    ],
    asked: outcome.asked,
    // A new error has an answer of its own, which says what to look at, and so has what came for several layers.
    layer: isOfSameError(draft, outcome.draft, denialsOf) ? onlyOf(outcome.placed.map(({ layer }) => layer)) : null,
  }
}

/** Puts a policy that was asked about into a layer; one that counted somewhere meanwhile is moved from there. */
export const putPolicy = (
  draft: Draft,
  asked: UnplacedPolicy,
  layer: CaseLayer,
  denialsOf: ReadDenials = parseDenials,
  by?: PlacedBy,
): Draft =>
  applyFoundPolicy(
    draft,
    asItStands(draft.layers, asked) ?? asked.policy,
    layer,
    questionOf(draft, denialsOf).request,
    by,
  )

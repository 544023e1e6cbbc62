import { howDenied } from '../denial/denial'
import type { RequestParts } from '../draft/build/request-fields'
import type { PolicyContainer } from '../case/policy-ref'
import { EMPTY_DRAFT, type Draft, type DraftLayers } from '../draft/draft'
import { editLayers } from '../draft/edit/edit-draft'
import { changePolicy, containersOf, policiesOn, removePolicy } from '../draft/edit/edit-layers'
import { ASK_MESSAGES, type AskReason } from '../draft/messages/paste-messages'
import { readPaste } from '../draft/paste/read-paste'
import type { PasteReading } from '../draft/paste/read-paste-with'
import { fillFoundPolicy } from '../draft/paste/fill-found-policy'
import type { UnplacedPolicy } from '../draft/paste/place-policies'
import { placementOf } from '../draft/paste/placement-rules'
import { questionOf } from '../draft/paste/relation'
import { CASE_LAYERS, hasLevels, type CaseLayer } from '../iam/layers'
import { findPolicies } from '../policy/find-policies'
import type { FoundPolicy } from '../policy/found-policy'
import { tellLayerByName } from '../policy/layer-from-heading'
import type { ManagedPolicyText } from '../policy/managed-names'
import { hasNeeds, type PolicyReaders } from '../policy/policy-readers'
import type { WholeReference } from '../reference/create-reference'
import { parsePolicy } from '../policy/parse-policy'
import { serviceOfAction } from '../iam/action'
import type { Span } from '../text/span'
import { keptOfTwo } from './kept-of-two'
import { levelsByName, type LevelText } from './levels-by-name'
import { createMemo, type Memo } from './memo'
import { nameOfManaged, readersOf } from './readers-of'
import { putPolicy, takeEvidence } from './take-evidence'

/** A longer text in which nothing was recognised stays out. */
const LONGEST_BESIDE = 8_000

/** A text with the name that people know it by. */
export interface GivenText {
  readonly name: string
  readonly text: string
  /** Where its policies belong, as who gives it says; null: as the text itself says. */
  readonly layer: CaseLayer | null
}

/** Where the text of a policy stands in a text that was given. */
export interface PolicySource {
  readonly name: string
  /** What was given, whole. */
  readonly whole: string
  /** The policy as it was read, which can be laid out anew, and what it stands in. */
  readonly text: string
  readonly span: Span
}

/** What several texts come to. */
export interface TakenTexts {
  readonly draft: Draft
  /** What is to be known of how they were read. */
  readonly notices: readonly string[]
  /** Policies of which nobody said where they belong, and where they were put. */
  readonly assumed: readonly { readonly name: string; readonly layer: CaseLayer }[]
  /** Texts in which nothing was recognised. */
  readonly unread: readonly string[]
  readonly sources: readonly PolicySource[]
  /** What reads the policies of these texts, where they need readers. */
  readonly readers: PolicyReaders | undefined
}

/** What files are called that hold the policies of a layer. */
const FILE_NAMES: Readonly<Record<CaseLayer, RegExp | null>> = {
  scp: /(?:^|[^a-z])scps?(?:[^a-z]|$)|service.?control/i,
  rcp: /(?:^|[^a-z])rcps?(?:[^a-z]|$)|resource.?control/i,
  boundary: /boundar(?:y|ies)/i,
  endpoint: /endpoint|vpce/i,
  session: /session/i,
  identity: null,
  resource: null,
}

/** Where a policy goes that nobody places: among the layers that it can be of, what its file is called, else the likeliest. One that plainly is another's goes nowhere unless somebody says so. */
function placeByLook(
  { policy, reason }: UnplacedPolicy,
  request: RequestParts,
  name: string,
): CaseLayer | { readonly ask: AskReason } {
  const likeliest = policy.candidates.find((layer) => FILE_NAMES[layer]?.test(name)) ?? policy.candidates[0]
  const isOpen = reason === 'layer-unknown' || reason === 'layer-assumed'
  if (!isOpen || likeliest === undefined) return { ask: reason }
  const placement = placementOf(fillFoundPolicy({ ...policy, layer: likeliest }, likeliest, request), request, false)
  return 'layer' in placement ? placement.layer : placement
}

const isUnnamed = ({ recognisedAs }: FoundPolicy): boolean =>
  recognisedAs === 'document' || recognisedAs === 'statements'

function managedTexts(names: readonly string[], reference: WholeReference | null): readonly ManagedPolicyText[] {
  return names.flatMap((each) => {
    const managed = reference?.managedPolicy(nameOfManaged(each)) ?? null
    return managed === null
      ? []
      : [{ name: managed.name, arn: managed.arn, text: JSON.stringify(managed.document, null, 2) }]
  })
}

async function read(
  text: string,
  reference: WholeReference | null,
  memory: Memo,
): Promise<{ readonly reading: PasteReading; readonly readers?: PolicyReaders }> {
  const first = readPaste(text, undefined, memory)
  if (first.link !== null || !hasNeeds(first.needs)) return { reading: first }
  const { yaml, managed } = first.needs
  const readers = await readersOf(yaml, managedTexts(managed, reference), managed.length > 0)
  return { reading: readPaste(text, readers, memory), readers }
}

/** Without the place that a list of attachments keeps for a policy, where the policy itself is here under its name. */
function withoutBlank(layers: DraftLayers, container: PolicyContainer, name: string): DraftLayers {
  const blank = policiesOn(layers, container).findIndex((one) => one.name === name && one.text.trim() === '')
  return blank < 0 ? layers : removePolicy(layers, { ...container, policy: blank })
}

/** Policies of a text that is said to be of a layer. Of a template that says itself where each belongs, those of other layers stay where it says. */
function placedAs(policies: readonly FoundPolicy[], layer: CaseLayer): readonly FoundPolicy[] {
  const hasOwn = policies.some((policy) => policy.layer === layer)
  return policies.map((policy) =>
    hasOwn && policy.layer !== null && policy.layer !== layer ? policy : { ...policy, layer, candidates: [layer] },
  )
}

/** Are they AWS IoT policies, which are attached to a certificate or an identity, and to no resource? */
const isOfDevices = (policies: readonly FoundPolicy[]): boolean =>
  policies.length > 0 &&
  policies.every(({ text }) => {
    const { statements } = parsePolicy(text, 'identity')
    return (
      statements.length > 0 &&
      statements.every(
        ({ principal, action }) =>
          principal === null && !action.not && action.values.every((one) => serviceOfAction(one.text) === 'iot'),
      )
    )
  })

/** The draft with the policies of a text called as the text is, where they have no name of their own. */
function named(draft: Draft, policies: readonly FoundPolicy[], name: string): Draft {
  const texts = new Set(policies.filter(isUnnamed).map(({ text }) => text))
  const places = CASE_LAYERS.flatMap((layer) =>
    containersOf(draft.layers, layer).flatMap((container) =>
      policiesOn(draft.layers, container).flatMap(({ text }, at) =>
        texts.has(text) ? [{ ...container, policy: at }] : [],
      ),
    ),
  )
  const [place] = places
  return place === undefined || places.length !== 1
    ? draft
    : editLayers(draft, (layers) => withoutBlank(changePolicy(layers, place, { name }), place, name))
}

/**
 * The draft that texts come to, one after the other, as if each was pasted. A policy of which nobody says where it belongs
 * goes where it most looks like, which is told.
 */
export async function draftOfTexts(
  texts: readonly GivenText[],
  reference: WholeReference | null = null,
  memo: Memo = createMemo(),
): Promise<TakenTexts> {
  const { denialsOf } = memo
  let draft: Draft = EMPTY_DRAFT
  const notices: string[] = []
  const assumed: { name: string; layer: CaseLayer }[] = []
  const unread: string[] = []
  // What is no policy of IAM, as a list of who may do what in a cluster or a collection, tells of the error all the same.
  const beside: string[] = []
  const sources: PolicySource[] = []
  let readers: PolicyReaders | undefined
  const onLevels: LevelText[] = []
  // The layers of which AWS says that nothing in them allows the request.
  const withoutAllow = new Set<string | null>()
  for (const { name, text, layer: told } of texts) {
    const { reading, readers: own } = await read(text, reference, memo)
    const layer = told === 'resource' && isOfDevices(reading.policies) ? 'identity' : told
    readers = own ?? readers
    const policies =
      layer === null
        ? reading.policies.map((policy) => tellLayerByName(policy, name))
        : placedAs(reading.policies, layer)
    const before = draft
    const taken = takeEvidence(draft, { ...reading, policies }, findPolicies, [], denialsOf)
    draft = taken.draft
    for (const asked of taken.asked) {
      const isOfLayer = layer !== null && (asked.policy.layer ?? layer) === layer
      // What a command prints says whose it is: whoever calls it the caller's own policy has taken it for another's.
      if (layer === 'identity' && asked.reason === 'other-principal') {
        notices.push(`${name}: ${ASK_MESSAGES[asked.reason]}`)
        beside.push(text)
        continue
      }
      const place = isOfLayer ? layer : placeByLook(asked, questionOf(draft, denialsOf).request, name)
      if (typeof place !== 'string') notices.push(`${name}: ${ASK_MESSAGES[place.ask]}`)
      else {
        draft = putPolicy(draft, asked, place, denialsOf, isOfLayer ? 'paste' : 'look')
        if (!isOfLayer) assumed.push({ name, layer: place })
      }
    }
    draft = named(draft, policies, name)
    if (layer === 'endpoint' || layer === 'resource') draft = keptOfTwo(before, draft, layer, denialsOf)
    for (const { tone, text: told } of taken.notices) if (tone !== 'allow') notices.push(told)
    for (const one of reading.denials) if (howDenied(one) === 'implicitDeny') withoutAllow.add(one.layer)
    if (layer !== null && hasLevels(layer))
      for (const { text: own } of policies) onLevels.push({ layer, name, text: own })
    if (reading.problems.some(({ code }) => code === 'nothing-recognised')) {
      unread.push(name)
      if (text.length <= LONGEST_BESIDE) beside.push(`${name}\n${text}`)
    }
    for (const { text: own, span } of policies) sources.push({ name, whole: reading.text, text: own, span })
  }
  for (const layer of CASE_LAYERS.filter(hasLevels)) {
    const levels = withoutAllow.has(layer) ? levelsByName(onLevels.filter((one) => one.layer === layer)) : null
    if (levels !== null) draft = editLayers(draft, (layers) => ({ ...layers, [layer]: { state: 'given', levels } }))
  }
  if (beside.length > 0 && denialsOf(draft.paste).length > 0)
    draft = { ...draft, paste: [draft.paste, ...beside].join('\n\n') }
  return { draft, notices, assumed, unread, sources, readers }
}

import { DETAILS_TEXTS } from './details-messages'
import { serviceOfAction } from '../../../iam/action'
import { FileJson2 } from 'lucide-react'
import { applyFoundPolicy, assumedOf, isPlaced } from '../../../draft/paste/apply-found-policy'
import { checksOf, draftOfCheck, editOfCheck } from '../../../draft/checks/edit-checks'
import { ASK_MESSAGES, FOUND_MESSAGES } from '../../../draft/messages/paste-messages'
import { isSetAside, placementOf } from '../../../draft/paste/placement-rules'
import { standsEdited } from '../../../draft/paste/stands-edited'
import type { Draft } from '../../../draft/draft'
import { draftPoliciesOf } from '../../../draft/edit/edit-layers'
import { asItStands, type UnplacedPolicy } from '../../../draft/paste/place-policies'
import { layerThatAwsNames, tabOf } from '../../shared/policy-tabs'
import { Button } from '../../ui/Button'
import { textOfCode } from '../../../text/message-text'
import { focusLayer, scrollToLandmark } from '../../ui/landmarks'
import { useShown } from '../../ui/use-shown'
import { READ_AS } from '../../shared/read-as'
import { useIsFresh } from '../../state/fresh-draft'
import { useAsked, useIntake } from '../../state/intake'
import { useShownCheck } from '../../state/shown-check'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { CASE_LAYERS, type CaseLayer } from '../../../iam/layers'
import type { FoundPolicy } from '../../../policy/found-policy'
import { Name } from '../../ui/Name'

/** So many policies are asked for before the reader asks for more. */
const OFFERS_AT_FIRST = 20

interface OfferProps {
  readonly asked: UnplacedPolicy
  /** Is there no error yet? Then the answer says how the policy was read. */
  readonly isAlone: boolean
  /** The action of the request. */
  readonly action: string
  /** The layer that AWS names. */
  readonly claimed: CaseLayer | null
  /** Where it counts meanwhile; null: nowhere. */
  readonly counted: CaseLayer | null
  /** Where it must not go: it would take the place of the policy that decides. */
  readonly never: CaseLayer | null
  /** The further checks whose resources have policies of their own. */
  readonly checks: readonly OwnPolicyCheck[]
  readonly onPut: (layer: CaseLayer) => void
  readonly onPutForCheck: (at: number) => void
}

/** A further check, counted from 0, whose resource has a policy of its own. */
interface OwnPolicyCheck {
  readonly at: number
  readonly action: string
}

/** Every layer, the likely ones first, and of these the one where it counts or that AWS names: which it is is for the reader to say. */
function layersFor({ candidates }: FoundPolicy, first: CaseLayer | null, never: CaseLayer | null) {
  const others = CASE_LAYERS.filter((layer) => !candidates.includes(layer) && layer !== never)
  const likely = candidates
    .filter((layer) => layer !== never)
    .sort((one, other) => Number(other === first) - Number(one === first))
  return [
    ...likely.map((layer, index) => ({ layer, look: index === 0 ? ('accent' as const) : ('secondary' as const) })),
    ...others.map((layer) => ({ layer, look: 'quiet' as const })),
  ]
}

/** Does a policy speak of the service of an action? */
const speaksOf = (text: string, action: string): boolean => text.includes(`"${serviceOfAction(action)}:`)

function Offer({
  asked: { policy, reason },
  isAlone,
  action,
  claimed,
  counted,
  never,
  checks,
  onPut,
  onPutForCheck,
}: OfferProps) {
  const fitting = policy.candidates.includes('resource') ? checks : []
  const likely = fitting.find(({ action }) => speaksOf(policy.text, action))
  return (
    <li className="px-3 py-2.5">
      <p className="flex items-center gap-2 text-sm">
        <FileJson2 size={14} aria-hidden className="shrink-0 text-muted" />
        <span className="min-w-0 truncate font-medium" title={policy.name}>
          <Name text={policy.name} />
        </span>
      </p>
      <p className="mt-0.5 text-xs text-muted">
        {ASK_MESSAGES[reason]}
        {policy.notes
          .filter(({ code }) => !(isAlone && READ_AS.has(code)))
          .map(({ code, data }) => (
            <span key={code}> {textOfCode(FOUND_MESSAGES[code], data)}</span>
          ))}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <span className="text-xs text-muted">{isSetAside(reason) ? 'Not used. Add it anyway to' : 'Put it into'}</span>
        {fitting.map(({ at, action: checked }) => (
          <Button
            key={at}
            size="small"
            look={likely?.at === at ? 'accent' : 'secondary'}
            aria-label={`Put ${policy.name} into ${tabOf('resource').name} of ${checked}`}
            onClick={() => onPutForCheck(at)}
          >
            {tabOf('resource').short} of {checked}
          </Button>
        ))}
        {layersFor(policy, counted ?? claimed, never).map(({ layer, look }) => (
          <Button
            key={layer}
            size="small"
            look={look === 'accent' && likely !== undefined ? 'secondary' : look}
            aria-label={`Put ${policy.name} into ${tabOf(layer).name}`}
            onClick={() => onPut(layer)}
          >
            {tabOf(layer).short}
            {layer === counted && ` (${DETAILS_TEXTS.countsHere})`}
            {layer === 'resource' && fitting.length > 0 && ` of ${action}`}
          </Button>
        ))}
      </div>
    </li>
  )
}

/** The layer in which a policy counts until somebody says where it belongs. */
const countedLayer = ({ layers }: Draft, asked: UnplacedPolicy): CaseLayer | null =>
  asked.reason === 'layer-assumed'
    ? (assumedOf(layers, asItStands(layers, asked) ?? asked.policy)?.ref.layer ?? null)
    : null

/** A policy of another service's resource, where that of the request's own is here. */
const takenLayer = ({ layers }: Draft, { reason }: UnplacedPolicy): CaseLayer | null =>
  reason === 'other-service' && draftPoliciesOf(layers, 'resource').length > 0 ? 'resource' : null

const NO_REQUEST = { principal: '', action: '', resource: '' }

const headingOf = (offers: readonly UnplacedPolicy[]): string => {
  const isOne = offers.length === 1
  if (offers.every(({ reason }) => isSetAside(reason))) return isOne ? 'A policy isn’t used' : 'Policies aren’t used'
  return isOne ? DETAILS_TEXTS.whereDoesThisPolicy : DETAILS_TEXTS.whereDoThesePolicies
}

/** The policies that only the user can place, each with the layers that it may go into. */
export function PolicyOffers() {
  const { put } = useIntake()
  const asked = useAsked()
  const isFresh = useIsFresh()
  const { draft, edit } = useDraft()
  const call = useShownCheck()
  const { reading, built } = useDiagnosis()
  const { showLayer } = useFocus()
  const found = reading?.policies ?? []
  const inText = found
    .filter((policy) => !asked.some((other) => other.policy.text === policy.text))
    .filter((policy) => !CASE_LAYERS.some((layer) => isPlaced(draft.layers, policy, layer)))
    .filter((policy) => !standsEdited(draft.layers, policy, found))
    .map((policy): UnplacedPolicy => {
      const placement = placementOf(policy, built?.accessCase.request ?? NO_REQUEST, false)
      return { policy, reason: 'ask' in placement ? placement.ask : 'layer-unknown' }
    })
  const linked = checksOf(draft)
  const own = linked.flatMap(({ action, policy }, at) => (policy === undefined ? [] : [{ at, action }]))
  const isWithCheck = ({ policy }: UnplacedPolicy) =>
    own.some(({ at }) => isPlaced(draftOfCheck(draft, at).layers, policy, 'resource'))
  const claimed = layerThatAwsNames(built?.denial ?? null)
  const offers = [...asked, ...inText].filter(
    (offer) => !isWithCheck(offer) && asItStands(draft.layers, offer) !== null,
  )
  const { rows, more } = useShown(offers, OFFERS_AT_FIRST)
  if (offers.length === 0) return null
  return (
    <section aria-label="Policies in the paste">
      <h3 className="eyebrow">{headingOf(offers)}</h3>
      <ul className="mt-1.5 divide-y divide-line rounded-lg border border-line bg-surface">
        {rows.map((offer, index) => (
          <Offer
            key={index}
            asked={offer}
            isAlone={isFresh}
            action={built?.accessCase.request.action ?? ''}
            claimed={claimed}
            counted={countedLayer(draft, offer)}
            never={takenLayer(draft, offer)}
            checks={own}
            onPut={(layer) => {
              void put(offer, layer).then(() => focusLayer(layer))
              call?.show(0)
              showLayer(layer)
              scrollToLandmark('diagnosis', 'nearest')
            }}
            onPutForCheck={(at) => {
              edit((before) => editOfCheck(before, at, (seen) => applyFoundPolicy(seen, offer.policy, 'resource')))
              call?.show(at + 1)
              showLayer('resource')
            }}
          />
        ))}
      </ul>
      {more}
    </section>
  )
}

import { isDenial } from '../../../iam/how-denied'
import { memo, useState } from 'react'
import type { Answer } from '../../../explanation/answer'
import { claimText } from '../../../explanation/messages/claimed-layer'
import { caseLayerOf, LAYERS, REPORTING_ORDER, type CaseLayer, type Layer, type LayerSide } from '../../../iam/layers'
import { POLICIES_TEXTS } from './messages'
import { Sign } from '../../shared/Sign'
import type { SignName } from '../../shared/sign-shapes'
import { tabOf } from '../../shared/policy-tabs'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Tab, TabList } from '../../ui/Tabs'
import { isSameBut } from '../../../text/replace-equal-deep'
import type { RailLayer } from './layer-sign'

/** The layers with what each does, and which of them is open. */
export interface LayerRailProps {
  readonly rows: readonly RailLayer[]
  /** The accounts of caller and resource, where they are two. */
  readonly accounts: Readonly<Record<LayerSide, string>> | null
  readonly answer: Answer | null
  /** The layer whose policies are shown; null: a question comes first. */
  readonly open: CaseLayer | null
  /** Is nothing known of any layer, on an empty page or by AWS's message? Then that is said once, and the rail is one line. */
  readonly slim: 'empty' | 'asked' | null
  /** Does no layer play a part yet, since a policy alone is looked at? */
  readonly isHidden: boolean
}

/** What a layer of which nothing is given has to say, a phone folds away. */
const isFoldable = ({ layer, status, evaluated }: RailLayer, answer: Answer | null, open: CaseLayer | null): boolean =>
  status === 'notGiven' && layer !== open && claimOn(answer, evaluated) === null

/** Fewer are shown as they are. */
const LEAST_FOLDED = 2

const SIDES: readonly LayerSide[] = ['caller', 'resource']
const SIDE_NAMES: Readonly<Record<LayerSide, string>> = { caller: 'caller', resource: 'resource' }

/** The layers in the order in which AWS reports them: the list of the policies' tabs, with what each layer does. */
export function LayerRail({ rows, accounts, answer, open, slim, isHidden }: LayerRailProps) {
  const isSlim = slim !== null
  const [isWhole, setWhole] = useState(false)
  const foldable = rows.filter((row) => isFoldable(row, answer, open))
  const isFolded =
    !isWhole && !isSlim && answer !== null && answer.decision !== 'none' && foldable.length >= LEAST_FOLDED
  const ordered = REPORTING_ORDER.flatMap((layer) => rows.filter((row) => row.layer === layer))
  const groups = accounts
    ? SIDES.map((side) => ({
        side,
        account: accounts[side],
        rows: ordered.filter((row) => LAYERS[row.layer].side === side),
      }))
    : [{ side: null, account: '', rows: ordered }]
  return (
    <div
      className={classNames(
        'order-3 min-w-0 border-line bg-canvas desk:[grid-area:rail] max-desk:border-y max-desk:pb-1.5',
        isHidden ? 'hidden' : slim === 'empty' && 'max-desk:hidden',
      )}
    >
      <TabList aria-label="Policy layers" className="flex-col px-3 py-1.5 desk:px-4 max-desk:border-b-0">
        {groups.map(({ side, account, rows: shown }) => (
          <div
            key={side ?? 'one'}
            className={classNames(
              'flex min-w-0 flex-col desk:flex-row desk:items-stretch',
              isFolded && shown.every((row) => foldable.includes(row)) && 'max-desk:hidden',
            )}
          >
            {side && (
              <span
                aria-hidden
                className="flex w-28 shrink-0 flex-col justify-center px-2 text-2xs text-muted tabular-nums max-desk:w-auto max-desk:flex-row max-desk:justify-start max-desk:gap-1.5 max-desk:py-1"
              >
                {account || 'account'}
                <span>{SIDE_NAMES[side]}</span>
              </span>
            )}
            <div
              className={classNames(
                'grid min-w-0 flex-1 grid-cols-2 gap-1 desk:items-center',
                side ? 'desk:grid-cols-5' : 'desk:flex',
              )}
            >
              {shown.map((row) => (
                <LayerTab
                  key={row.layer}
                  row={row}
                  account={side ? `${SIDE_NAMES[side]}’s account${account && ` ${account}`}` : ''}
                  claim={claimOn(answer, row.evaluated)}
                  told={toldOf(row, answer)}
                  sign={canNotHelp(row, answer) ? 'notApplicable' : row.sign}
                  isSlim={isSlim}
                  isEntry={open === null && row === ordered[0]}
                  isFolded={isFolded && foldable.includes(row)}
                />
              ))}
              {/* Once, where there are two accounts. */}
              {isSlim && side !== 'caller' && (
                <span className="ml-auto px-2 text-xs whitespace-nowrap text-muted max-desk:hidden">
                  {slim === 'asked' ? POLICIES_TEXTS.awsNamedNone : POLICIES_TEXTS.noneGiven}
                </span>
              )}
            </div>
          </div>
        ))}
      </TabList>
      {isFolded && (
        <Button look="quiet" className="ml-3 desk:hidden" aria-expanded={false} onClick={() => setWhole(true)}>
          {foldable.length} more layers · not given
        </Button>
      )}
    </div>
  )
}

type Claim = 'stops' | 'claimed' | 'likely' | null

/** What the answer says of a layer. */
const claimOn = (answer: Answer | null, layer: Layer): Claim => {
  if (answer === null || answer.layer === 'none' || caseLayerOf(answer.layer) !== caseLayerOf(layer)) return null
  if (!isDenial(answer.decision)) return null
  return answer.basis === 'proven' ? 'stops' : answer.basis === 'open' ? null : answer.basis
}

const CLAIM_LOOKS: Readonly<Record<NonNullable<Claim>, string>> = {
  stops: 'border-deny-line bg-deny-soft',
  claimed: 'border-deny-line bg-deny-soft hatched',
  likely: 'border-depends-line border-dashed bg-depends-soft',
}

const saidOf = (claim: Claim, answer: Answer | null, state: string): string => {
  if (claim === 'claimed' && answer !== null) return claimText(answer.decision)
  return claim === 'likely' ? 'likely' : state
}

/** A Deny of the organization stands whatever a layer below it allows. */
const canNotHelp = ({ status, evaluated }: RailLayer, answer: Answer | null): boolean =>
  status === 'notGiven' &&
  answer?.decision === 'explicitDeny' &&
  answer.basis !== 'likely' &&
  (answer.layer === 'scp' || answer.layer === 'rcp') &&
  answer.layer !== evaluated

/** The state of a layer in a word or two. */
const toldOf = (row: RailLayer, answer: Answer | null): string =>
  canNotHelp(row, answer) ? POLICIES_TEXTS.canNotHelp : saidOf(claimOn(answer, row.evaluated), answer, row.state)

interface LayerTabProps {
  readonly isSlim: boolean
  readonly row: RailLayer
  readonly account: string
  readonly claim: Claim
  /** The state of the layer in a word or two. */
  readonly told: string
  readonly sign: SignName | null
  /** Is it where the keys come in, since no layer is open? */
  readonly isEntry: boolean
  /** Is it left out on a phone? */
  readonly isFolded: boolean
}

const LayerTab = memo(
  function LayerTab({ row, account, claim, told, sign, isEntry, isFolded, isSlim }: LayerTabProps) {
    const { layer, evaluated, status, text, state, count } = row
    const tab = tabOf(layer)
    return (
      <Tab
        value={layer}
        aria-label={tab.name}
        aria-description={[text, told === state ? '' : told, account].filter(Boolean).join('; ')}
        data-layer={evaluated}
        data-status={status}
        title={`${tab.name}: ${text}`}
        {...(isEntry && { tabIndex: 0 })}
        className={classNames(
          'min-w-0 rounded-lg border! px-2! py-1',
          isSlim ? 'min-h-8 desk:min-h-11' : 'min-h-11 flex-1 basis-0 desk:max-w-48',
          'aria-selected:shadow-[inset_0_-2px_0_0_var(--accent-solid)] forced-colors:aria-selected:border-b-4!',
          claim === null ? 'border-transparent! hover:bg-hover' : CLAIM_LOOKS[claim],
          isFolded && 'max-desk:hidden',
        )}
      >
        {sign && <Sign name={sign} size={16} className={isSlim ? '' : 'mt-0.5 self-start'} />}
        <span className="flex min-w-0 flex-col items-start leading-tight">
          <span className="font-medium text-ink">
            {LAYERS[evaluated].short}
            {isSlim && claim === 'likely' && <span className="font-normal text-depends"> · likely</span>}
            {count > 0 && <span className="font-normal text-muted"> · {count}</span>}
          </span>
          <span
            className={classNames(
              'max-w-full truncate text-2xs',
              isSlim && 'sr-only',
              claim === null || claim === 'likely' ? 'text-muted' : 'font-medium text-deny',
            )}
          >
            {told}
          </span>
        </span>
      </Tab>
    )
  },
  (before, after) => isSameBut('', before, after),
)

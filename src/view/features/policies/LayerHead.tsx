import { POLICIES_TEXTS } from './messages'
import { memo, useMemo } from 'react'
import type { Draft, DraftLayers, DraftLevel, DraftPolicy, LayerState } from '../../../draft/draft'
import { editLayers } from '../../../draft/edit/edit-draft'
import {
  addLevel,
  changePolicy,
  countPolicies,
  policiesOn,
  removeLevel,
  removePolicy,
  renameLevel,
  setState,
} from '../../../draft/edit/edit-layers'
import { hasNeeds, type PolicyReaders } from '../../../policy/policy-readers'
import { classNames } from '../../ui/class-names'
import { Segmented } from '../../ui/Segmented'
import { AddPolicy } from './AddPolicy'
import { policySign, resultOf } from './layer-sign'
import { LevelTree } from './LevelTree'
import { PasteArea } from './PasteArea'
import { PolicyChips, type ChipPolicy } from './PolicyChips'
import type { PolicyTab } from '../../shared/policy-tabs'
import { LayerCommands } from './LayerCommands'
import { LAYER_WORDS } from '../../shared/layer-words'
import { useIntake } from '../../state/intake'
import { replaceEqualDeep } from '../../../text/replace-equal-deep'
import { namesLayers, needsOf, takePolicy, takePolicyText } from './take-policies'
import { judgedEvaluation } from '../../../diagnosis/diagnosis'
import { useDiagnosis, useDraftHold, useDraftPart } from '../../state/workbench'
import { newestSpot } from './choose-spot'
import type { PolicyContainer, PolicyRef } from '../../../case/policy-ref'
import { hasLevels, holdsOne, type CaseLayer } from '../../../iam/layers'

const STATES: readonly { readonly value: LayerState; readonly label: string }[] = [
  { value: 'given', label: 'Given' },
  { value: 'none', label: 'None attached' },
  { value: 'notGiven', label: 'Not given' },
]

const NEW_LEVEL = { policies: [] }

/** The layer that is shown, and the ways to change what is given of it. */
export interface LayerHeadProps {
  readonly tab: PolicyTab
  /** The policy in the editor. */
  readonly spot: PolicyRef | null
  readonly onChoose: (spot: PolicyRef) => void
  /** Whose request it is, and in which account its resource is; empty where that is not known. */
  readonly principal: string
  readonly resourceAccount: string
  /** What it means that nothing of the layer was pasted. */
  readonly awaited: string
}

/** No policy of a layer is longer, in characters; what is, is read in the background like any other text. */
const LONGEST_FOR_LAYER = 50_000

type EditLayers = (edit: (layers: DraftLayers) => DraftLayers) => void
type TakeIn = (edit: (draft: Draft) => Draft) => void

/** What is known of a layer, and its policies: all that stands above the editor. */
export const LayerHead = memo(function LayerHead(props: LayerHeadProps) {
  const { tab, spot, onChoose, principal, resourceAccount, awaited } = props
  const { edit } = useDraftHold()
  const { takeText, whenLoaded } = useIntake()
  const onEdit: EditLayers = (change) => edit((before) => editLayers(before, change))
  /** Brings policies into the layer: the last of them is shown. */
  const onTake: TakeIn = (take) => {
    let newest: PolicyRef | null = null
    edit((before) => {
      const after = take(before)
      newest = newestSpot(before.layers, after.layers, tab.layer)
      return after
    })
    if (newest !== null) onChoose(newest)
  }
  const { layer } = tab
  const state = useDraftPart(({ layers }) => layers[layer].state)
  const count = useDraftPart(({ layers }) => countPolicies(layers, layer))
  const levels = useDraftPart(({ layers }) => (hasLevels(layer) ? layers[layer].levels.length : null))
  const isEmpty = (levels ?? count) === 0
  const shelf: PolicyContainer = { layer, level: levels === null ? null : Math.max(levels - 1, 0) }
  const takePasted = (text: string, readers?: PolicyReaders) => {
    // What a script prints tells itself where each policy belongs.
    if (text.length > LONGEST_FOR_LAYER || namesLayers(text, layer, readers)) takeText(text)
    else onTake((draft) => takePolicyText(draft, shelf, text, { principal, resourceAccount }, readers))
  }

  return (
    <>
      {/* On a low page the editor has its room: the policies stand beside the switch. */}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <p className="min-w-0 flex-1 basis-64 text-xs text-muted desk:low:hidden">{LAYER_WORDS[layer].about}</p>
        <Segmented
          label={`What is known of this layer: ${tab.name}`}
          value={state}
          options={STATES}
          onChange={(next) => onEdit((all) => setState(all, layer, next))}
        />
        {state === 'given' && !isEmpty && (
          <div
            className={classNames(
              'min-w-0 basis-full',
              levels === null && 'desk:low:-order-1 desk:low:flex-1 desk:low:basis-auto',
            )}
          >
            <Shelves tab={tab} spot={spot} onChoose={onChoose} onEdit={onEdit} onTake={onTake} />
          </div>
        )}
      </div>
      {state !== 'given' && (
        <p className="text-sm">
          {state === 'none' ? LAYER_WORDS[layer].noneMeans : awaited}
          {count > 0 && (
            <span className="text-muted">
              {' '}
              {count === 1 ? 'The policy you pasted is' : `The ${count} policies you pasted are`} kept but not used.
            </span>
          )}
        </p>
      )}
      {(isEmpty || state !== 'given') && count === 0 && (
        <div className="flex flex-col items-start gap-2">
          {state === 'given' && <p className="text-sm">{POLICIES_TEXTS.whichPolicyIsAttached}</p>}
          {state === 'notGiven' && <LayerCommands tab={tab} />}
          <div className="w-full">
            <PasteArea
              key={layer}
              label={`Paste a policy: ${tab.name}`}
              onText={(text) => {
                // A long text is read by the worker, which also tells where each policy belongs.
                const needs = text.length > LONGEST_FOR_LAYER ? null : needsOf(text)
                if (needs === null || !hasNeeds(needs)) takePasted(text)
                else
                  void whenLoaded(async () => {
                    const { loadReaders } = await import('../../state/load-readers')
                    takePasted(text, await loadReaders(needs))
                  })
              }}
            />
          </div>
          <AddPolicy
            label={`Add a policy: ${tab.name}`}
            layer={layer}
            onAdd={(policy) => onTake((draft) => takePolicy(draft, shelf, policy))}
          />
        </div>
      )}
    </>
  )
})

const known = new WeakMap<DraftPolicy, boolean>()

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Is a policy's text no JSON? Read once, for as long as the policy stays as it is. */
function isBroken(policy: DraftPolicy): boolean {
  const is = known.get(policy) ?? !isJson(policy.text)
  known.set(policy, is)
  return is
}

/** A policy as its chip shows it. */
const chipOf = (policy: DraftPolicy): ChipPolicy => ({
  name: policy.name,
  ...(policy.source === undefined ? {} : { source: policy.source }),
  isBroken: isBroken(policy),
})

interface ShownShelves {
  /** The policies by level; those of a layer without levels alone. */
  readonly shelves: readonly (readonly ChipPolicy[])[]
  readonly targets: readonly string[]
}

/** What is shown of a layer's policies: the same object as long as only texts change. */
function shelvesKept(layer: CaseLayer): (draft: Draft) => ShownShelves {
  let last: ShownShelves | undefined
  return ({ layers }) => {
    const levels: readonly Pick<DraftLevel, 'policies' | 'target'>[] = hasLevels(layer)
      ? layers[layer].levels
      : [{ target: '', policies: policiesOn(layers, { layer, level: null }) }]
    last = replaceEqualDeep(last, {
      shelves: levels.map(({ policies }) => policies.map(chipOf)),
      targets: levels.map(({ target }) => target),
    })
    return last
  }
}

interface ShelvesProps extends Pick<LayerHeadProps, 'tab' | 'spot' | 'onChoose'> {
  readonly onEdit: EditLayers
  readonly onTake: TakeIn
}

/** The policies of a layer: one row of them, or a row for each level. */
function Shelves({ tab, spot, onChoose, onEdit, onTake }: ShelvesProps) {
  const { layer } = tab
  const { shelves, targets } = useDraftPart(useMemo(() => shelvesKept(layer), [layer]))
  const result = resultOf(judgedEvaluation(useDiagnosis()), tab)

  const chips = (shelf: PolicyContainer, label: string) => {
    const policies = shelves[shelf.level ?? 0] ?? []
    const isFull = holdsOne(layer) && policies.length > 0
    return (
      <>
        <PolicyChips
          label={label}
          policies={policies}
          chosen={spot !== null && spot.level === shelf.level ? spot.policy : null}
          signOf={(policy) => policySign(result, { ...shelf, policy })}
          onChoose={(policy) => onChoose({ ...shelf, policy })}
          onRename={(policy, name) => onEdit((all) => changePolicy(all, { ...shelf, policy }, { name }))}
          onRemove={(policy) => onEdit((all) => removePolicy(all, { ...shelf, policy }))}
        />
        {!isFull && (
          <AddPolicy
            label={`Add a policy: ${label}`}
            layer={layer}
            onAdd={(policy) => onTake((draft) => takePolicy(draft, shelf, policy))}
          />
        )}
      </>
    )
  }

  if (!hasLevels(layer)) {
    return <div className="flex flex-wrap items-center gap-1">{chips({ layer, level: null }, tab.name)}</div>
  }
  return (
    <LevelTree
      levels={targets.map((target, at) => ({ target, isEmpty: shelves[at]?.length === 0 }))}
      results={result?.levels ?? []}
      shelf={(level) => chips({ layer, level }, targets[level] ?? '')}
      onRename={(at, target) => onEdit((all) => renameLevel(all, layer, at, target))}
      onRemove={(at) => onEdit((all) => removeLevel(all, layer, at))}
      onAdd={(at, target) => onEdit((all) => addLevel(all, layer, at, { ...NEW_LEVEL, target }))}
    />
  )
}

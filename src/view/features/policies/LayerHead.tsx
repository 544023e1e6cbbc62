import type { Draft, DraftLayers, DraftPolicy, LayerState } from '../../../draft/draft'
import { editLayers } from '../../../draft/edit-draft'
import {
  addLevel,
  changePolicy,
  countPolicies,
  policiesOn,
  removeLevel,
  removePolicy,
  renameLevel,
  setState,
} from '../../../draft/edit-layers'
import { hasNeeds, type PolicyReaders } from '../../../policy/policy-readers'
import { Segmented } from '../../ui/Segmented'
import { AddPolicy } from './AddPolicy'
import { policySign, resultOf } from './layer-sign'
import { LevelTree } from './LevelTree'
import { PasteArea } from './PasteArea'
import { PolicyChips } from './PolicyChips'
import type { PolicyTab } from '../../shared/policy-tabs'
import { FetchScript } from './FetchScript'
import { useIntake } from '../../state/intake'
import { namesLayers, needsOf, takePolicy, takePolicyText } from './take-policies'
import { judgedEvaluation } from '../../state/diagnosis'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { newestSpot } from './choose-spot'
import type { PolicyContainer, PolicyRef } from '../../../case/policy-ref'
import { hasLevels, holdsOne } from '../../../iam/layers'

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
}

type EditLayers = (edit: (layers: DraftLayers) => DraftLayers) => void
type TakeIn = (edit: (draft: Draft) => Draft) => void

/** What is known of a layer, and its policies: all that stands above the editor. */
export function LayerHead({ tab, spot, onChoose }: LayerHeadProps) {
  const { draft, edit } = useDraft()
  const { takeText, whenLoaded } = useIntake()
  const request = useDiagnosis().built?.accessCase.request
  const accounts = { principal: request?.principal ?? '', resourceAccount: request?.resourceAccount ?? '' }
  const { layers } = draft
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
  const { state } = layers[layer]
  const count = countPolicies(layers, layer)
  const isEmpty = hasLevels(layer) ? layers[layer].levels.length === 0 : count === 0
  const shelf: PolicyContainer = {
    layer,
    level: hasLevels(layer) ? Math.max(layers[layer].levels.length - 1, 0) : null,
  }
  const takePasted = (text: string, readers?: PolicyReaders) => {
    // What a script prints tells itself where each policy belongs.
    if (namesLayers(text, layer, readers)) takeText(text)
    else onTake((draft) => takePolicyText(draft, shelf, text, accounts, readers))
  }

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 text-xs text-muted">{tab.about}</p>
        <Segmented
          label={`What is known of this layer: ${tab.name}`}
          value={state}
          options={STATES}
          onChange={(next) => onEdit((all) => setState(all, layer, next))}
        />
      </div>
      {state === 'given' && !isEmpty && (
        <Shelves tab={tab} spot={spot} onChoose={onChoose} onEdit={onEdit} onTake={onTake} />
      )}
      {state !== 'given' && (
        <p className="text-sm">
          {state === 'none' ? tab.noneMeans : 'Not given here, so the verdict treats it as unknown.'}
          {count > 0 && (
            <span className="text-muted">
              {' '}
              {count === 1 ? 'The policy' : `The ${count} policies`} typed here {count === 1 ? 'is' : 'are'} kept, and
              not counted.
            </span>
          )}
        </p>
      )}
      {(isEmpty || state !== 'given') && count === 0 && (
        <div className="flex flex-col items-start gap-2">
          {state === 'given' && (
            <p className="text-sm">Which policy is attached? Paste it here, or start from another.</p>
          )}
          {state === 'notGiven' && <FetchScript />}
          <div className="w-full">
            <PasteArea
              key={layer}
              label={`Paste a policy: ${tab.name}`}
              onText={(text) => {
                const needs = needsOf(text)
                if (!hasNeeds(needs)) takePasted(text)
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
}

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

interface ShelvesProps extends LayerHeadProps {
  readonly onEdit: EditLayers
  readonly onTake: TakeIn
}

/** The policies of a layer: one row of them, or a row for each level. */
function Shelves({ tab, spot, onChoose, onEdit, onTake }: ShelvesProps) {
  const { layers } = useDraft().draft
  const result = resultOf(judgedEvaluation(useDiagnosis()), tab)
  const { layer } = tab

  const chips = (shelf: PolicyContainer, label: string) => {
    const policies = policiesOn(layers, shelf)
    const isFull = holdsOne(layer) && policies.length > 0
    return (
      <>
        <PolicyChips
          label={label}
          policies={policies}
          chosen={spot !== null && spot.level === shelf.level ? spot.policy : null}
          signOf={(policy) => policySign(result, { ...shelf, policy })}
          isBroken={isBroken}
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
  const { levels } = layers[layer]
  return (
    <LevelTree
      levels={levels}
      results={result?.levels ?? []}
      shelf={(level) => chips({ layer, level }, levels[level]?.target ?? '')}
      onRename={(at, target) => onEdit((all) => renameLevel(all, layer, at, target))}
      onRemove={(at) => onEdit((all) => removeLevel(all, layer, at))}
      onAdd={(at, target) => onEdit((all) => addLevel(all, layer, at, { ...NEW_LEVEL, target }))}
    />
  )
}

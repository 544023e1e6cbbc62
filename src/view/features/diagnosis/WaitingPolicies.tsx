import { layerThatAwsNames, tabOf } from '../../shared/policy-tabs'
import { useIntake } from '../../state/intake'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useDiagnosis, useFocus } from '../../state/workbench'
import { LINK_IN_CHIP, ROUND_CHIP } from '../../ui/chip'
import { classNames } from '../../ui/class-names'
import { TONE_CHIP } from '../../ui/tone'

/** How many policies wait for their layer; one alone is put into the likeliest with one click. */
export function WaitingPolicies() {
  const { put } = useIntake()
  const { showLayer } = useFocus()
  const waiting = useWaitingPolicies()
  const [only] = waiting
  const claimed = layerThatAwsNames(useDiagnosis().built?.denial ?? null)
  const candidates = only?.policy.candidates ?? []
  const layer = candidates.find((one) => one === claimed) ?? candidates[0]
  if (only === undefined || layer === undefined) return null
  return (
    <span className={classNames(ROUND_CHIP, TONE_CHIP.depends)}>
      {waiting.length === 1 ? '1 policy isn’t used yet' : `${waiting.length} policies aren’t used yet`}
      {waiting.length === 1 && (
        <>
          {' · '}
          <button
            type="button"
            className={LINK_IN_CHIP}
            onClick={() => {
              void put(only, layer)
              showLayer(layer)
            }}
          >
            put into {tabOf(layer).short}
          </button>
        </>
      )}
    </span>
  )
}

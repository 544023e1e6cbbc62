import { Fragment } from 'react'
import { assumedOf } from '../../../draft/paste/apply-found-policy'
import { asItStands } from '../../../draft/paste/place-policies'
import { messageText } from '../../../text/message-text'
import { layerThatAwsNames, tabOf } from '../../shared/policy-tabs'
import { useIntake } from '../../state/intake'
import { useAssumedPolicies, useWaitingPolicies } from '../../state/waiting-policies'
import { useDiagnosis, useDraft, useFocus } from '../../state/workbench'
import { LINK_IN_CHIP, ROUND_CHIP } from '../../ui/chip'
import { classNames } from '../../ui/class-names'
import { JUDGED_TEXTS } from './judged-messages'
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

/** Where is a policy attached that counts in the likeliest layer? One click says so. */
export function AssumedPolicies() {
  const { put } = useIntake()
  const { showLayer } = useFocus()
  const { draft } = useDraft()
  const counted = useAssumedPolicies().flatMap((asked) => {
    const now = asItStands(draft.layers, asked)
    const layer = now === null ? undefined : assumedOf(draft.layers, now)?.ref.layer
    return layer === undefined ? [] : [{ asked, layer }]
  })
  const [only] = counted
  if (only === undefined) return null
  const { asked, layer } = only
  const choices = [layer, ...asked.policy.candidates.filter((one) => one !== layer)]
  return (
    <span className={classNames(ROUND_CHIP, TONE_CHIP.depends)}>
      {messageText(JUDGED_TEXTS.whereIsItAttached, { policy: asked.policy.name, layer: tabOf(layer).short })}
      {choices.map((one) => (
        <Fragment key={one}>
          {' · '}
          <button
            type="button"
            className={LINK_IN_CHIP}
            onClick={() => {
              void put(asked, one)
              showLayer(one)
            }}
          >
            {one === layer ? JUDGED_TEXTS.thatIsRight : tabOf(one).short}
          </button>
        </Fragment>
      ))}
    </span>
  )
}

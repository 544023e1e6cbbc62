import { useCallback, useMemo } from 'react'
import { useCommands } from '../../state/palette-commands'
import type { Answer } from '../../../explanation/answer'
import { assumedLayers, assumeNone, layersToAssume, takeBackNone } from '../../../draft/edit/assume-none'
import type { Draft } from '../../../draft/draft'
import { editLayers, takeBackHoles } from '../../../draft/edit/edit-draft'
import { caseLayerOf } from '../../../iam/layers'
import { useDraftHold, useDraftPart } from '../../state/workbench'
import { LINK_IN_CHIP, ROUND_CHIP } from '../../ui/chip'
import { classNames } from '../../ui/class-names'
import { TONE_CHIP } from '../../ui/tone'

const layersText = (count: number): string => (count === 1 ? '1 layer' : `${count} layers`)

const valuesText = (count: number): string => (count === 1 ? '1 value' : `${count} values`)

const holesOf = ({ holes }: Draft): Draft['holes'] => holes

/** What the user assumes that masks and references stand for, with the way back. */
function AssumedValues() {
  const { edit } = useDraftHold()
  const values = Object.entries(useDraftPart(holesOf) ?? {}).filter(([, value]) => value !== null)
  if (values.length === 0) return null
  return (
    <span
      className={classNames(ROUND_CHIP, TONE_CHIP.depends)}
      title={values.map(([hole, value]) => `${hole} is ${value ?? ''}`).join('\n')}
    >
      {valuesText(values.length)} assumed ·
      <button type="button" className={LINK_IN_CHIP} onClick={() => edit(takeBackHoles)}>
        take back
      </button>
    </span>
  )
}

/** What is taken for granted, with the way back, and how many layers are not given, with the way to assume none there. */
export function TakenForGranted({ answer }: { readonly answer: Answer }) {
  const { edit } = useDraftHold()
  const named = answer.basis === 'proven' || answer.layer === 'none' ? null : caseLayerOf(answer.layer)
  // The layer that is in question is wanted, and not to be assumed away.
  const open = useDraftPart(({ layers }) => layersToAssume(layers).filter((layer) => layer !== named).length)
  const assumed = useDraftPart(({ layers }) => assumedLayers(layers).length)
  const isGiven = useDraftPart(({ layers }) => Object.values(layers).some(({ state }) => state === 'given'))
  const notGiven = answer.notGiven.length
  const assume = useCallback(
    () =>
      edit((before) =>
        editLayers(before, (all) =>
          assumeNone(
            all,
            layersToAssume(all).filter((layer) => layer !== named),
          ),
        ),
      ),
    [edit, named],
  )
  const takeBack = () => edit((before) => editLayers(before, takeBackNone))
  useCommands(
    useMemo(
      () => [
        {
          id: 'assume-none',
          title: 'Assume none in the layers not pasted',
          group: 'Policies',
          run: assume,
        },
      ],
      [assume],
    ),
  )
  return (
    <>
      {isGiven && open > 0 && notGiven > 0 && (
        <span className={classNames(ROUND_CHIP, TONE_CHIP.depends)}>
          {layersText(notGiven)} not given ·
          <button type="button" className={LINK_IN_CHIP} onClick={assume}>
            assume none
          </button>
        </span>
      )}
      {assumed > 0 && (
        <span className={classNames(ROUND_CHIP, TONE_CHIP.unknown)}>
          none attached in {layersText(assumed)} ·
          <button type="button" className={LINK_IN_CHIP} onClick={takeBack}>
            take back
          </button>
        </span>
      )}
      <AssumedValues />
    </>
  )
}

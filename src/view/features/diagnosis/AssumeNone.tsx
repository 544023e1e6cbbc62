import { useCallback, useMemo } from 'react'
import { useCommands } from '../../state/commands'
import type { Answer } from '../../../explanation/answer/answer'
import { assumedLayers, assumeNone, layersToAssume, takeBackNone } from '../../../draft/assume-none'
import { editLayers } from '../../../draft/edit-draft'
import { caseLayerOf } from '../../../iam/layers'
import { useDraft } from '../../state/workbench'
import { classNames } from '../../ui/class-names'
import { TONE_CHIP } from '../../ui/tone'

const chipClass =
  'inline-flex h-6 shrink-0 items-center gap-1 rounded-full border px-2 text-2xs font-medium whitespace-nowrap'
const linkClass = 'inline-flex h-6 items-center underline underline-offset-2'

const layersText = (count: number): string => (count === 1 ? '1 layer' : `${count} layers`)

/** How many layers are not given, with the way to take for granted that nothing is attached there, and back. */
export function AssumeNone({ answer }: { readonly answer: Answer }) {
  const { draft, edit } = useDraft()
  const { layers } = draft
  const named = answer.basis === 'proven' || answer.layer === 'none' ? null : caseLayerOf(answer.layer)
  // The layer that is in question is wanted, and not to be assumed away.
  const open = layersToAssume(layers).filter((layer) => layer !== named)
  const assumed = assumedLayers(layers)
  const isGiven = Object.values(layers).some(({ state }) => state === 'given')
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
          title: 'Assume none in the layers that are not given',
          group: 'Policies',
          run: assume,
        },
      ],
      [assume],
    ),
  )
  return (
    <>
      {isGiven && open.length > 0 && notGiven > 0 && (
        <span className={classNames(chipClass, TONE_CHIP.depends)}>
          {layersText(notGiven)} not given ·
          <button type="button" className={linkClass} onClick={assume}>
            assume none
          </button>
        </span>
      )}
      {assumed.length > 0 && (
        <span className={classNames(chipClass, TONE_CHIP.unknown)}>
          none attached in {layersText(assumed.length)} ·
          <button type="button" className={linkClass} onClick={takeBack}>
            take back
          </button>
        </span>
      )}
    </>
  )
}

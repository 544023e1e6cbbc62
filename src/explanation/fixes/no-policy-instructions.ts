import { SITUATIONS } from '../../facts/situations/situations'
import { hasBlank } from '../../text/blank'
import { message } from '../../text/message'
import type { Answer } from '../answer'
import { noPolicyOf } from '../causes/tell-no-policy'
import type { Instruction } from '../instruction'
import { CHECK_INSTRUCTION } from '../messages/instructions'
import type { NoPolicy } from '../no-policy'
import type { JudgedCase } from '../judged-case'
import { lookBy, showsOnly } from './look-commands'

/** The look that shows whether a situation is it. */
const look = ({ check }: NoPolicy): readonly Instruction[] =>
  check === null ? [] : [lookBy(check, message(CHECK_INSTRUCTION))]

/** Does a command change something here? */
const isChange = ({ commands }: Instruction): boolean =>
  commands.some(({ is, bash }) => is === 'run' && !showsOnly(bash))

/**
 * What to do where no policy decides, and the look that shows whether it is so: it comes before a command that changes what
 * was only likely to be the cause.
 */
export const ofNoPolicy = (told: NoPolicy, { basis }: Answer): readonly Instruction[] => {
  const [first] = told.changes
  const isLookFirst =
    basis === 'likely' && first !== undefined && isChange(first) && told.check !== null && !hasBlank(told.check.bash)
  return isLookFirst ? [...look(told), ...told.changes] : [...told.changes, ...look(told)]
}

/** What to do about an error of which the service leaves open whether a policy decided: the look comes first. */
export function ofOpen(judged: JudgedCase): readonly Instruction[] {
  const id = judged.denial === null ? judged.error?.situation : undefined
  if (id === undefined || SITUATIONS[id].decides !== 'open') return []
  const told = noPolicyOf(judged, id, [])
  return told === null ? [] : [...look(told), ...told.changes]
}

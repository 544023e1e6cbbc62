import type { InstructionCommand } from '../explanation'

const TITLES: Readonly<Record<InstructionCommand['is'], string>> = {
  run: 'Command',
  added: 'Add to the call',
  'left out': 'Leave out of the call',
}

/** Words around what to do that changes no policy. */
export const INSTRUCTION_TEXT = {
  title: 'What to do',
  copy: 'Copy command',
  copyOption: 'Copy option',
  /** What a command of it is, as a short title. */
  commandTitle: ({ is, of }: InstructionCommand): string => (of === null ? TITLES[is] : `${TITLES[is]}: ${of}`),
} as const

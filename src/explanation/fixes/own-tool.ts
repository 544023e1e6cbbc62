import { TOOL_ARGUMENTS, TOOL_SIGNS, type Tool } from '../../facts/keys/tool-arguments'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { join } from '../../text/phrase'
import { readWords } from '../../text/shell-words'
import type { Instruction, InstructionCommand } from '../instruction'
import { inToolsWords } from '../messages/instructions'
import type { JudgedCase } from '../judged-case'
import { takesOptions } from './takes-options'

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

const toolOf = (text: string): Tool | null => TOOL_SIGNS.find(([, signs]) => signs.test(text))?.[0] ?? null

/** A word of a command without the quotes around it. */
const bare = (word: string): string => /^'([^']*)'$/.exec(word)?.[1] ?? word

/** What a tool calls the option of a command, with its value; null: no table says it. */
function argumentOf(tool: Tool, { bash }: InstructionCommand): string | null {
  const [option = '', ...values] = readWords(bash, 0).words.map(bare)
  const form = own(TOOL_ARGUMENTS, option)?.[tool]
  if (form === undefined) return null
  const value = values.join(' ')
  const [, key = '', of = ''] = /\bKey=([^,]+),Value=([^},]*)/.exec(value) ?? /^([^=]+)=(.*)$/.exec(value) ?? []
  return form
    .replace('{value}', () => value)
    .replace('{key}', () => key)
    .replace('{of}', () => of)
}

/** The commands for the very command that the text shows, where several spell an option otherwise. */
const ofShown = (commands: readonly InstructionCommand[], text: string): readonly InstructionCommand[] => {
  const shown = commands.filter(({ of }) => of !== null && text.includes(`${of} `))
  return shown.length === 0
    ? commands
    : commands.filter(({ of, is }) => is !== 'added' || of === null || text.includes(`${of} `))
}

/** A profile names the role that the AWS CLI assumes by itself: an option of the call is none of that. */
const isOfProfile = (text: string, added: readonly InstructionCommand[]): boolean =>
  toolOf(text) === 'profile' &&
  !text.includes('sts assume-role') &&
  added.every((one) => argumentOf('profile', one) !== null)

/** The state of Terraform is kept by its backend, which takes none of the arguments of resources. */
const OF_BACKEND = /\.tfstate\b/

/** An instruction in the words of what made the call: another tool than the AWS CLI spells no option as it does. */
function inOwnTool(instruction: Instruction, text: string): Instruction {
  const commands = ofShown(instruction.commands, text)
  const added = commands.filter(({ is }) => is === 'added')
  const isElsewhere = added.length > 0 && (!takesOptions(text) || isOfProfile(text, added))
  if (!isElsewhere) return { ...instruction, commands }
  const tool = toolOf(text)
  const argument =
    tool === null || OF_BACKEND.test(text) ? undefined : onlyOne(added.flatMap((one) => argumentOf(tool, one) ?? []))
  const { sentence } = instruction
  return {
    ...instruction,
    // Whoever calls can change the call, whatever it is called there.
    isOwn: true,
    sentence: tool === null || argument === undefined ? sentence : join(sentence, ' ', inToolsWords(tool, argument)),
    commands: commands.filter(({ is }) => is !== 'added'),
  }
}

/** Instructions whose options are those of the tool that the text shows to call. */
export const withOwnTool = (
  { accessCase: { error = '' } }: JudgedCase,
  instructions: readonly Instruction[],
): readonly Instruction[] => {
  const text = error.slice(0, MOST_TEXT)
  return instructions.map((one) => (one.commands.some(({ is }) => is === 'added') ? inOwnTool(one, text) : one))
}

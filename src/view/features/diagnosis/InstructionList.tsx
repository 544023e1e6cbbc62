import { ExternalLink } from 'lucide-react'
import type { Instruction } from '../../../explanation/explanation'
import { INSTRUCTION_TEXT } from '../../../explanation/messages/instructions'
import { Sentence } from '../../shared/Sentence'
import { CommandLines } from '../../ui/CommandLines'

/** What to do that changes no policy, with the commands for it. */
export function InstructionList({ instructions }: { readonly instructions: readonly Instruction[] }) {
  if (instructions.length === 0) return null
  return (
    <ol
      aria-label={INSTRUCTION_TEXT.title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3 text-sm"
    >
      {instructions.map(({ sentence, commands, page, isUnconfirmed }, index) => (
        <li key={index} className="flex min-w-0 flex-col gap-2">
          <p className="font-medium">
            <Sentence words={sentence} />
          </p>
          {commands.map((command, at) => (
            <CommandLines key={at} title={INSTRUCTION_TEXT.commandTitle(command)} line={command} />
          ))}
          {page !== null && (
            <p>
              <a
                href={page}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1 rounded-sm text-xs text-accent underline-offset-2 hover:underline"
              >
                <ExternalLink size={11} aria-hidden />
                {INSTRUCTION_TEXT.pageTitle(page, isUnconfirmed === true)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

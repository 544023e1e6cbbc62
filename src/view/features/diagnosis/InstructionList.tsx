import { ExternalLink } from 'lucide-react'
import type { Instruction } from '../../../explanation/instruction'
import { INSTRUCTION_TEXT } from '../../../explanation/messages/instructions'
import type { Phrase } from '../../../text/phrase'
import { sentencesOf } from '../../../text/sentences-of'
import { Sentence } from '../../shared/Sentence'
import { CommandLines } from '../../ui/CommandLines'

/** What to do first, and what is said beside it. */
function Told({ sentence }: { readonly sentence: Phrase }) {
  const [first = sentence, ...rest] = sentencesOf(sentence)
  return (
    <p className="font-medium">
      <Sentence words={first} />
      {rest.map((words, at) => (
        <span key={at} className="font-normal text-muted">
          {' '}
          <Sentence words={words} />
        </span>
      ))}
    </p>
  )
}

/** What to do that changes no policy, with the commands for it: items of the list of fixes. */
export function InstructionItems({ instructions }: { readonly instructions: readonly Instruction[] }) {
  return (
    <>
      {instructions.map(({ kind, sentence, commands, page, isUnconfirmed }, index) => (
        <li
          key={index}
          data-kind={kind ?? 'call'}
          data-opens="nothing"
          className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-surface p-3 text-sm"
        >
          <Told sentence={sentence} />
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
    </>
  )
}

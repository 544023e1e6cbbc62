import { AwsDocs } from '../../ui/AwsDocs'
import { LINK_CLASS } from '../../ui/link-class'
import type { ChecklistItem, NextStep } from '../../../explanation/explanation'
import { PASTE_BACK } from '../../../explanation/messages/steps'
import { CommandLines } from '../../ui/CommandLines'
import { Sentence } from '../../shared/Sentence'
import { Sign } from '../../shared/Sign'
import type { SignName } from '../../shared/sign-shapes'

const CHECK_SIGNS: Readonly<Record<ChecklistItem['state'], { readonly sign: SignName; readonly word: string }>> = {
  done: { sign: 'allows', word: 'Done' },
  blocks: { sign: 'explicitDeny', word: 'Blocks' },
  open: { sign: 'notGiven', word: 'Open' },
  notApplicable: { sign: 'notApplicable', word: 'Not needed' },
}

interface NextStepListProps {
  readonly steps: readonly NextStep[]
  readonly checklist: readonly ChecklistItem[]
}

/** Does a step do more than fetch the policies of a layer? Those commands stand with the layer. */
const isBeyondLayers = ({ needed, settles, code }: NextStep): boolean =>
  !needed || settles.layers.length === 0 || code === 'who-am-i' || code === 'decode-message' || settles.keys.length > 0

/** What to fetch, with the commands that fetch it, and how far the case has come. */
export function NextStepList({ steps, checklist }: NextStepListProps) {
  const needed = steps.filter((step) => step.needed && isBeyondLayers(step))
  const confirming = steps.filter((step) => !step.needed)
  return (
    <div className="flex flex-col gap-5">
      {needed.length > 0 && <Steps title="Get what is missing" steps={needed} />}
      {confirming.length > 0 && <Steps title="To confirm it" steps={confirming} />}
      {checklist.length > 0 && (
        <section aria-label="Checklist">
          <h3 className="eyebrow mb-2">Checklist</h3>
          <ul className="flex flex-col gap-1.5">
            {checklist.map(({ code, state, sentence }) => (
              <li key={code} data-state={state} className="flex items-start gap-2 text-sm">
                <Sign name={CHECK_SIGNS[state].sign} size={13} className="mt-[3px]" />
                <span className="sr-only">{CHECK_SIGNS[state].word}:</span>
                <span className={state === 'notApplicable' ? 'min-w-0 text-muted' : 'min-w-0'}>
                  <Sentence words={sentence} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly NextStep[] }) {
  return (
    <section aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      {steps.some(({ isPasted }) => isPasted) && (
        <p className="mt-0.5 text-xs text-muted">
          {steps.every(({ isPasted }) => isPasted) ? PASTE_BACK.all : PASTE_BACK.some}
        </p>
      )}
      <ol className="mt-2 flex flex-col gap-4">
        {steps.map(({ code, sentence, commands, page }, index) => (
          <li key={`${code}/${index}`} className="flex flex-col gap-1.5 text-sm">
            <p>
              <span className="text-muted">{index + 1}. </span>
              <Sentence words={sentence} />{' '}
              <AwsDocs page={page} className={`${LINK_CLASS} text-xs whitespace-nowrap`} />
            </p>
            {commands.map((line, at) => (
              <CommandLines
                key={at}
                title={commands.length > 1 ? `Command ${at + 1} of ${commands.length}` : 'Command'}
                line={line}
              />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

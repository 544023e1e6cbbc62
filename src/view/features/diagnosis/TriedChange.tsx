import { useMemo } from 'react'
import { addedStatement } from '../../../diagnosis/tried-fix'
import type { FixChange } from '../../../explanation/explanation'
import { fixForms } from '../../../explanation/fixes/fix-forms'
import type { Situation } from '../../../explanation/situation'
import { comparisonFragment } from '../../state/comparison/comparison-link'
import { tabOf } from '../../shared/policy-tabs'
import { DiffLines } from '../../shared/DiffLines'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Name } from '../../ui/Name'
import { useShell } from '../../ui/shell'
import { Forms } from './FixFormTabs'
import { ANSWER_TEXTS } from './answer-messages'

interface TriedProps {
  readonly situation: Situation
  /** The policies that were changed here. */
  readonly changes: readonly FixChange[]
}

/** Shows what the change opens and takes away, on the page that compares. */
async function compare({ before, after, layer }: FixChange) {
  const coder = await import('../../state/link-chunk')
  window.location.hash = comparisonFragment({ before, after, layer }, coder) || '#/compare'
}

const NO_CODES = [] as const

const useForms = ({ situation, changes }: TriedProps) =>
  useMemo(
    () => fixForms(situation, { changes, codes: NO_CODES, statement: addedStatement(changes) }),
    [situation, changes],
  )

/** What was changed here and how it is taken to AWS: nothing of it is there yet. */
export function TriedChange({ situation, changes }: TriedProps) {
  const forms = useForms({ situation, changes })
  return (
    <section
      aria-label={ANSWER_TEXTS.yourChange}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3 text-sm"
    >
      <h3 className="font-medium">{ANSWER_TEXTS.yourChange}</h3>
      <p className="text-xs text-muted">{ANSWER_TEXTS.notInAwsYet}</p>
      <Forms forms={forms} />
      {changes.map((change, index) => (
        <div key={index} className="min-w-0">
          <p className="mb-1 text-xs text-muted">
            <span className="font-medium text-ink">
              <Name text={change.name} isOpenable />
            </span>{' '}
            · {tabOf(change.layer).name}
          </p>
          <DiffLines before={change.before} after={change.after} />
          {change.before !== '' && (
            <Button look="link" size="small" onClick={() => void compare(change)}>
              {ANSWER_TEXTS.compare}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

/** The change as the command that makes it, else as the whole policy; and the way back. */
export function TriedActions({ situation, changes, onUndo }: TriedProps & { readonly onUndo: () => void }) {
  const shell = useShell()
  const { cli, json } = useForms({ situation, changes })
  const isCommand = cli.length > 0
  const text = isCommand ? cli.map((line) => line[shell]).join('\n\n') : json
  return (
    <>
      <CopyButton
        look="primary"
        size="large"
        data-primary
        data-fix="1"
        text={text}
        label={isCommand ? ANSWER_TEXTS.copyCommand : ANSWER_TEXTS.copyPolicy}
      />
      <Button size="large" onClick={onUndo}>
        {ANSWER_TEXTS.undo}
      </Button>
    </>
  )
}

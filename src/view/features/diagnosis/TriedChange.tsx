import { useEffect } from 'react'
import { addedStatement, blanksOf } from '../../../diagnosis/tried-fix'
import type { BuiltHole } from '../../../draft/build/find-case-holes'
import type { Answer } from '../../../explanation/answer'
import type { FixChange } from '../../../explanation/explanation'
import type { FormedFix } from '../../../explanation/fixes/form-facts'
import type { JudgedCase } from '../../../explanation/judged-case'
import { message } from '../../../text/message'
import { join, type Phrase } from '../../../text/phrase'
import { comparisonFragment } from '../../state/comparison/comparison-link'
import { tabOf } from '../../shared/policy-tabs'
import { DiffLines } from '../../shared/DiffLines'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { lazyPart } from '../../ui/lazy-part'
import { Name } from '../../ui/Name'
import { useDiagnosis } from '../../state/workbench'
import { chooseForm, useChosenForm, type Form } from '../../state/chosen-form'
import { copiedForm, Forms, shownForm } from './FixFormTabs'
import { ANSWER_TEXTS } from './answer-messages'
import { BLANK_TEXTS } from './blank-messages'
import { useCopiedCommands, useForms, type NamedForms } from './use-forms'

interface TriedProps {
  readonly judged: JudgedCase
  /** The policies that were changed here. */
  readonly changes: readonly FixChange[]
}

/** Shows what the change opens and takes away, on the page that compares. */
async function compare({ before, after, layer }: FixChange) {
  const coder = await import('../../state/link-chunk')
  window.location.hash = comparisonFragment({ before, after, layer }, coder) || '#/compare'
}

const NO_CODES = [] as const

/** Changes as a fix, once for all places that show them. */
const triedFixes = new WeakMap<TriedProps['changes'], FormedFix>()

function triedFix(changes: TriedProps['changes']): FormedFix {
  const known = triedFixes.get(changes)
  if (known !== undefined) return known
  const fix = { changes, codes: NO_CODES, statement: addedStatement(changes) }
  triedFixes.set(changes, fix)
  return fix
}

const useTriedForms = ({ judged, changes }: TriedProps): NamedForms => useForms(judged, triedFix(changes))

/** What is to be done with the change in the form that is shown, in a sentence. */
function toDo(forms: NamedForms['forms'], chosen: Form | null): string {
  const form = shownForm(forms, chosen)
  if (form === 'cli' && forms.cli.length > 0) return ANSWER_TEXTS.runTheCommand
  if (form !== 'cli' && form !== 'json' && forms[form] !== null) return ANSWER_TEXTS.applyTheCode
  return form !== 'json' && forms.unnamed.length > 0 ? ANSWER_TEXTS.nameThePolicy : ANSWER_TEXTS.changeThePolicy
}

const NO_HOLES: readonly BuiltHole[] = []

/** What is still to be filled in of a change. */
function useBlanks(changes: TriedProps['changes']): readonly BuiltHole[] {
  const holes = useDiagnosis().built?.holes ?? NO_HOLES
  return blanksOf(changes, holes)
}

/** Few changes have a blank. */
const BlankForm = lazyPart(async () => (await import('./BlankForm')).BlankForm)

/** What was changed here and how it is taken to AWS: nothing of it is there yet. */
export function TriedChange({ judged, changes }: TriedProps) {
  const { forms, asked } = useTriedForms({ judged, changes })
  const chosen = useChosenForm()
  const blanks = useBlanks(changes)
  // Another change has other forms.
  useEffect(() => () => chooseForm(null), [])
  return (
    <section
      aria-label={ANSWER_TEXTS.yourChange}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3 text-sm"
    >
      <h3 className="font-medium">{ANSWER_TEXTS.yourChange}</h3>
      {blanks.map((blank) => (
        <BlankForm key={blank.name} changes={changes} blank={blank} />
      ))}
      {blanks.length === 0 && <p className="text-xs text-muted">{toDo(forms, chosen)}</p>}
      <Forms forms={forms} asked={asked} chosen={chosen} choose={chooseForm} isDrawn />
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

/** What the button says that copies the change in a form. */
const COPIES: Readonly<Record<ReturnType<typeof copiedForm>, string>> = {
  json: ANSWER_TEXTS.copyPolicy,
  cli: ANSWER_TEXTS.copyCommand,
  terraform: ANSWER_TEXTS.copyTerraform,
  cdk: ANSWER_TEXTS.copyCdk,
}

function fillIn(onShow: () => void) {
  onShow()
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-blank] input')?.focus())
}

/** What is said of a change that still has a blank; null where it has none. */
export function wordsOfBlank(
  { basis, headline, fact }: Answer,
  { judged, changes }: TriedProps,
  holes: readonly BuiltHole[],
): Pick<Answer, 'headline' | 'fact'> | null {
  const [first] = blanksOf(changes, holes)
  if (first === undefined) return null
  const blank = first.name
  const told = (...parts: readonly Phrase[]) => ({ sentence: join(...parts), evidence: null, line: null })
  if (basis === 'proven')
    return { headline, fact: told(message(BLANK_TEXTS.fillInBefore, { blank }), fact?.sentence ?? []) }
  const { action } = judged.accessCase.request
  return {
    headline: message(BLANK_TEXTS.fillInFirst, { blank }),
    fact: told(message(BLANK_TEXTS.onlyWithIt, { action })),
  }
}

interface TriedActionsProps extends TriedProps {
  readonly onUndo: () => void
  /** Shows where the change is. */
  readonly onShow: () => void
}

/** The change in the chosen form, else as the command that makes it or as the whole policy; and the way back. What has a blank is filled in first. */
export function TriedActions({ judged, changes, onUndo, onShow }: TriedActionsProps) {
  const { forms } = useTriedForms({ judged, changes })
  const hasBlank = useBlanks(changes).length > 0
  const form = copiedForm(forms, useChosenForm())
  const commands = useCopiedCommands(forms)
  const text = form === 'cli' ? commands : (forms[form] ?? '')
  return (
    <>
      {hasBlank ? (
        <Button look="primary" size="large" data-primary data-fix="1" onClick={() => fillIn(onShow)}>
          {BLANK_TEXTS.fillIn}
        </Button>
      ) : (
        // As wide for every form, so that nothing moves when another is chosen.
        <CopyButton
          look="primary"
          size="large"
          className="min-w-43"
          data-primary
          data-fix="1"
          text={text}
          label={COPIES[form]}
        />
      )}
      <Button size="large" className="max-desk:flex-auto" onClick={onUndo}>
        {ANSWER_TEXTS.undo}
      </Button>
    </>
  )
}

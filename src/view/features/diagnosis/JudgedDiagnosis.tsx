import { memo, useCallback, useEffect, useMemo, type ReactNode } from 'react'
import { lazyPart } from '../../ui/lazy-part'
import { PartFailed } from '../../ui/PartFailed'
import { tryLayers } from '../../../draft/edit/edit-draft'
import type { Denial } from '../../../denial/denial'
import type { CombinedChanges } from '../../../explanation/fixes/combine-fixes'
import type { Answer } from '../../../explanation/answer'
import type { Explanation, Fix, FixChange } from '../../../explanation/explanation'
import { useDiagnosis, useDraftHold, useFocus } from '../../state/workbench'
import { useIntake, useNotices } from '../../state/intake'
import { useShownCheck } from '../../state/shown-check'
import { propose } from '../../state/proposal'
import { applyFix, placeOfFix } from '../../../diagnosis/apply-fix'
import { repairInputOf } from '../../../diagnosis/repair-input'
import { DiagnosisView, type DiagnosisTab, type DiagnosisViewProps } from './DiagnosisView'
import { AwaitedFix } from './AwaitedFix'
import { CaseTests } from './CaseTests'
import { DoubtLink } from './DoubtLink'
import { NoPolicyParts } from './NoPolicyParts'
import { ReadingNotice } from './NoVerdict'
import { StepLink } from './StepLink'
import { afterEngine } from '../../state/engine'
import { usePageKind } from '../../state/page-kind'
import { useCommands } from '../../state/palette-commands'
import { PrimaryButton } from './PrimaryButton'
import { usePrimaryCommands } from './use-primary-commands'
import { offerTogether, useTogether } from '../../state/together'
import { useRemedies, type Remedies } from './use-remedies'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { focusLandmark } from '../../ui/landmarks'
import { arePanesBeside } from '../../ui/panes-beside'
import type { Draft, DraftLayers } from '../../../draft/draft'
import { arePoliciesAlone } from '../../../draft/policies-alone'
import { CASE_LAYERS, hasLevels, type CaseLayer } from '../../../iam/layers'

/** It comes with what is said of policies that nobody has placed yet. */
const PoliciesAlone = lazyPart(afterEngine(async () => (await import('./WaitingVerdict')).PoliciesAlone))

const NOTHING_PROPOSED: readonly FixChange[] = []
const NO_DENIALS: readonly Denial[] = []

/** Is what to do first a command that only looks, to be sure before anything is changed? */
const isCheckIn = ({ primary, instructions }: Remedies): boolean =>
  primary.kind === 'copy-command' &&
  instructions.some(
    ({ kind, commands }) => kind === 'check' && commands.some(({ bash }) => bash === primary.command.bash),
  )

/** Is there no more to do than to paste more, which the answer says itself? */
const isUntold = ({ instructions, fixes, message }: Remedies, { basis, decision }: Answer): boolean =>
  basis === 'open' &&
  decision === 'none' &&
  fixes.length === 0 &&
  message === null &&
  instructions.every(({ commands }) => commands.length === 0)

/** Is there anything that the tab could show? */
const hasFixes = ({ instructions, fixes, message }: Remedies, isTogether: boolean): boolean =>
  isTogether || instructions.length + fixes.length > 0 || message !== null

interface JudgedProps {
  readonly explanation: Explanation
  /** What the tab "AWS check" shows. */
  readonly awsCheck: ReactNode
  /** The tab that was chosen, by its id; empty for none. */
  readonly tab: string
  readonly onTab: (tab: string) => void
}

/** What is judged: the answer, and what follows from it. Its code comes with the first answer. */
export const JudgedDiagnosis = memo(function JudgedDiagnosis(props: JudgedProps) {
  const { draft } = useDiagnosis()
  return arePoliciesAlone(draft) ? <PoliciesAlone waiting={<ReadingNotice />} /> : <Judged {...props} />
})

function Judged({ explanation, awsCheck, tab, onTab }: JudgedProps) {
  const diagnosis = useDiagnosis()
  const { built, draft, reading } = diagnosis
  const { get, edit } = useDraftHold()
  const { reveal, showLayer, step, showStep } = useFocus()
  const { tell } = useIntake()
  const notices = useNotices()
  const whole = useShownCheck()?.whole.diagnosis.draft ?? draft
  const denials = reading?.denials ?? null
  const repairInput = useMemo(() => repairInputOf(diagnosis), [diagnosis])
  const { chosen: lookedAt, isShown: isTogether } = useTogether(denials)
  const { remedies, retry } = useRemedies(repairInput, draft, lookedAt)
  const triedChanges = remedies?.triedChanges
  const tried = useMemo(() => triedChanges?.(draft) ?? NOTHING_PROPOSED, [triedChanges, draft])
  const isAllAnswered = draft.chosen === 0 && remedies?.primary.kind === 'copy-policy'
  useEffect(() => {
    offerTogether(isAllAnswered ? denials : null)
    return () => offerTogether(null)
  }, [isAllAnswered, denials])
  const ofAll = isTogether ? (remedies?.combined ?? null) : null
  const kind = usePageKind()
  const isPlain = kind === 'plain'
  const targetOf = useTargets(draft)
  const apply = useCallback(
    (fix: Fix) => {
      const place = placeOfFix(get().layers, fix)
      edit((before) => tryLayers(before, (layers) => applyFix(layers, fix)))
      // Where a policy went is old news then.
      tell(...notices.filter(({ tone }) => tone !== 'allow'))
      if (place && arePanesBeside()) reveal(place)
      else if (place) {
        // In one column the answer is above: that is what has changed for the reader.
        showLayer(place.layer)
        focusLandmark('diagnosis')
      }
    },
    [get, edit, reveal, showLayer, tell, notices],
  )
  const showChange = useCallback(() => onTab('fix'), [onTab])
  const linkTo = useCallback((to: number | null) => <StepLink draft={whole} step={to} />, [whole])
  // What takes a guard away is not drawn into the policy as if it were to be done.
  const least = remedies?.fixes.find((fix) => fix.least && !fix.isSupposed && fix.failed === undefined)
  useEffect(() => {
    propose(least?.changes ?? NOTHING_PROPOSED)
    return () => propose(NOTHING_PROPOSED)
  }, [least])

  const { judged } = diagnosis
  // A change that still leaves the request stopped here has its own next thing to do.
  const { answer } = explanation
  const isTried = judged?.isChanged === true && tried.length > 0 && !/Deny$/.test(answer.decision)
  const blank =
    isTried && remedies ? remedies.wordsOfBlank(answer, { judged, changes: tried }, built?.holes ?? []) : null
  // Without an action there is no request to keep.
  const hasTests = diagnosis.tests.length > 0 || (!isPlain && (built?.accessCase.request.action ?? '') !== '')
  const fixTab = (content: ReactNode): DiagnosisTab => ({ name: 'Fix', content })
  const tabsBefore: DiagnosisTab[] = []
  const tabsAfter: DiagnosisTab[] = []
  if (retry) tabsBefore.push(fixTab(<PartFailed isNotLoaded onRetry={retry} />))
  // Most answers have a fix: its place is kept until it is here.
  else if (repairInput !== null && remedies === null) tabsBefore.push(fixTab(<AwaitedFix />))
  const told = remedies && kind === 'question' ? remedies.besideQuestion(remedies, explanation.answer) : remedies
  const isEmpty = isPlain && !isTogether && remedies !== null && isUntold(remedies, explanation.answer)
  if (told && !isEmpty && (tried.length > 0 || hasFixes(told, isTogether))) {
    const { FixTab, TriedChange } = told
    tabsBefore.push(
      fixTab(
        <div className="flex flex-col gap-3">
          {explanation.answer.noPolicy && <NoPolicyParts noPolicy={explanation.answer.noPolicy} />}
          <FixTab
            remedies={told}
            denials={denials ?? NO_DENIALS}
            isTogether={isTogether}
            targetOf={targetOf}
            onApply={apply}
            tried={tried.length > 0 && <TriedChange judged={told.judged} changes={tried} />}
          />
        </div>,
      ),
    )
  }
  if (!isPlain && told && told.steps.length > 0) {
    const { NextStepList, steps, checklist } = told
    tabsAfter.push({
      name: 'Next steps',
      content: <NextStepList steps={steps} checklist={checklist} />,
    })
  }
  if (!isPlain) tabsAfter.push({ name: 'AWS check', content: awsCheck })

  return (
    <DiagnosisView
      explanation={explanation}
      action={built?.accessCase.request.action ?? ''}
      targetOf={targetOf}
      onReveal={reveal}
      playedAt={step}
      onPlay={showStep}
      linkTo={linkTo}
      onShowLayer={showLayer}
      oneOf={denials && denials.length > 1 ? { chosen: draft.chosen, of: denials.length } : null}
      ofAll={ofAll}
      actions={
        <Actions
          isAsking={kind === 'question'}
          isOpen={(!isPlain || isEmpty) && explanation.answer.decision !== 'allowed'}
          remedies={remedies}
          ofAll={ofAll}
          onApply={apply}
          tried={isTried ? tried : NOTHING_PROPOSED}
          onShowChange={showChange}
        />
      }
      chosen={tab}
      onChosen={onTab}
      tabsBefore={tabsBefore}
      tabsAfter={tabsAfter}
      tests={hasTests ? <CaseTests /> : null}
      isPlain={isPlain}
      isAsking={kind === 'question'}
      repaired={remedies?.fixes[0]?.layer ?? null}
      blank={blank}
      isTried={isTried}
      footer={isPlain && <DoubtLink paste={draft.paste} />}
    />
  )
}

const levelsOf = (layers: DraftLayers, layer: CaseLayer): readonly string[] =>
  hasLevels(layer) ? layers[layer].levels.map(({ target }) => target) : []

/** The names of the levels: the same function as long as they are. */
function useTargets({ layers }: Draft): DiagnosisViewProps['targetOf'] {
  const names = JSON.stringify(CASE_LAYERS.map((layer) => levelsOf(layers, layer)))
  return useMemo(() => {
    const targets = JSON.parse(names) as readonly (readonly string[])[]
    return (layer, level) => (level === null ? null : (targets[CASE_LAYERS.indexOf(layer)]?.[level] ?? null))
  }, [names])
}

interface ActionsProps {
  readonly remedies: Remedies | null
  /** Does one question come first? Then nobody is asked for anything yet. */
  readonly isAsking: boolean
  /** Would more evidence tell more? */
  readonly isOpen: boolean
  /** What is said of all denials of the paste, where they are looked at together. */
  readonly ofAll: CombinedChanges | null
  readonly onApply: (fix: Fix) => void
  /** A change that was made here and is to be taken to AWS. */
  readonly tried: readonly FixChange[]
  readonly onShowChange: () => void
}

/** The one thing to do first, and beside it the message to whoever can do it. */
const Actions = memo(function Actions({
  remedies,
  isAsking,
  isOpen,
  ofAll,
  onApply,
  tried,
  onShowChange,
}: ActionsProps) {
  const { dispatch } = useDraftHold()
  // What is to be done about each of several denials stands with it.
  const own = ofAll && !ofAll.whole ? null : remedies
  const primary = own && (isAsking ? own.shownFirst(own) : own.primary)
  useCommands(usePrimaryCommands(remedies, onApply))
  if (remedies && tried.length > 0) {
    const { TriedActions, judged } = remedies
    return (
      <TriedActions judged={judged} changes={tried} onUndo={() => dispatch({ kind: 'undo' })} onShow={onShowChange} />
    )
  }
  const message = primary?.kind === 'copy-request' || isAsking ? null : ((ofAll?.whole ?? own)?.message ?? null)
  // Where there is nothing to copy or to try, what is missing is to be pasted.
  const hasNothing = isOpen && primary?.kind === 'none' && !message
  return (
    <>
      {primary && (
        <PrimaryButton
          action={primary}
          onApply={onApply}
          fixNumber={remedies?.fixNumber ?? null}
          isCheck={remedies !== null && isCheckIn(remedies)}
        />
      )}
      {message && (
        <CopyButton
          size="large"
          // Where there is nothing else to do first, it is what to do.
          {...(primary?.kind === 'none' ? { look: 'primary' } : { className: 'max-desk:hidden' })}
          text={message.text}
          label="Copy message"
        />
      )}
      <Button
        size="large"
        look={hasNothing ? 'accent' : 'secondary'}
        className={hasNothing ? undefined : 'desk:hidden'}
        onClick={() => focusLandmark('paste')}
      >
        Paste more
      </Button>
    </>
  )
})

import { SHARE_TEXTS } from './messages'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { Download } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { AskedRepair } from '../../../draft/exercise-repair'
import { authorizationIdsIn } from '../../../denial/authorization-ids'
import type { Draft } from '../../../draft/draft'
import { countPolicies } from '../../../draft/edit/edit-layers'
import { READING_ORDER } from '../../../iam/layers'
import { linkSentence, WITHHELD_MESSAGES } from '../../../permalink/link-messages'
import { writeCaseFile } from '../../../permalink/case-file-text'
import { answerOptions, answerText, isSameAnswer } from '../../../permalink/expected-answer'
import { type ExpectedAnswer } from '../../../permalink/deck'
import { shareDraft } from '../../../permalink/permalink'
import { findNames } from '../../../permalink/redaction/find-names'
import { NOTHING_REPLACED, type RedactionChoice } from '../../../permalink/redaction/redact'
import { messageText } from '../../../text/message-text'
import { tabOf } from '../../shared/policy-tabs'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { lazyPart } from '../../ui/lazy-part'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { RepairFields } from './RepairFields'
import { RedactionSection } from './RedactionSection'
import { useAwsNames } from './use-aws-names'
import { useRedaction } from './use-redaction'
import { saveFile } from '../../ui/save-file'
import { CASE_LAYERS, type CaseLayer } from '../../../iam/layers'
import { Shown } from '../../ui/Name'
import { type ShareAs, linkOf, withAsked, withoutAsked, replacerOf, withStandIns } from './share-link'
import { LinkField } from './LinkField'
import { pageAddress } from '../../ui/page-address'

const ReportSection = lazyPart(async () => (await import('./report/ReportSection')).default)

const inLayer = (draft: Draft, layer: CaseLayer): string | null => {
  const count = countPolicies(draft.layers, layer)
  if (draft.layers[layer].state !== 'given' || count === 0) return null
  return `${count} ${count === 1 ? 'policy' : 'policies'} in ${tabOf(layer).name}`
}

/** What the link carries, in words. */
function contents(draft: Draft): readonly string[] {
  const keys = Object.keys(draft.context).length
  const facts = Object.keys(draft.facts).length
  const checks = draft.linked?.length ?? 0
  const lines = [
    draft.title === '' ? null : `The title “${draft.title}”`,
    draft.paste === '' ? null : `The pasted text, ${draft.paste.length.toLocaleString('en')} characters`,
    authorizationIdsIn(draft.paste).length === 0 ? null : SHARE_TEXTS.authorizationId,
    Object.keys(draft.request).length === 0 ? null : 'What you changed in the request',
    keys === 0 ? null : `${keys} ${keys === 1 ? 'context key' : 'context keys'} that you set`,
    ...CASE_LAYERS.map((layer) => inLayer(draft, layer)),
    facts === 0 ? null : `${facts} ${facts === 1 ? 'fact' : 'facts'} that you stated`,
    checks === 0 ? null : `${checks} further ${checks === 1 ? 'check' : 'checks'} of the call, with their policies`,
  ]
  return lines.filter((line) => line !== null)
}

/** Shares the case: shows what the link carries before it is copied, replaces names, and offers the case as a file. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { draft } = useDraft()
  const { built, explanation } = useDiagnosis()
  const [choice, setChoice] = useState<RedactionChoice>(NOTHING_REPLACED)
  const waiting = useWaitingPolicies().length
  const aws = useAwsNames(draft)
  const [as, shareAs] = useState<ShareAs>('case')
  const [prompt, setPrompt] = useState('')
  const promptId = useId()
  const [options, setOptions] = useState<readonly ExpectedAnswer[] | null>(null)
  const [repair, setRepair] = useState<AskedRepair | null>(null)
  const asked = useMemo(
    () => (as === 'exercise' ? withAsked(draft, prompt, repair) : draft),
    [as, draft, prompt, repair],
  )
  const names = useMemo(() => aws && findNames(asked, aws), [asked, aws])
  const { latest: redaction, isPending } = useRedaction(asked, choice, aws)
  const sharedDraft = useMemo(() => (redaction === null ? draft : withoutAsked(redaction.draft)), [redaction, draft])
  const decided = explanation?.decided
  const expected = useMemo(
    () => (decided && decided.decision !== 'none' ? { decision: decided.decision, layer: decided.layer } : null),
    [decided],
  )
  const shared = useMemo(() => {
    const replace = replacerOf(redaction)
    return linkOf(sharedDraft, as, {
      prompt: replace(prompt),
      expected,
      options,
      repair: repair && withStandIns(repair, replace),
    })
  }, [redaction, sharedDraft, as, prompt, expected, options, repair])
  const caseLink = useMemo(() => shareDraft(sharedDraft), [sharedDraft])
  const reportLink = 'problem' in caseLink ? null : pageAddress(caseLink.fragment)
  const lines = contents(sharedDraft)

  return (
    <Dialog open onOpenChange={onClose} title="Share this case" description={SHARE_TEXTS.everythingStandsInThe}>
      <div className="space-y-5">
        <section aria-labelledby="share-carries">
          <h3 id="share-carries" className="eyebrow">
            {lines.length === 0 ? 'The case is still empty' : 'Whoever has the link sees'}
          </h3>
          <ul className="mt-1 list-disc pl-5 text-sm marker:text-faint">
            {lines.map((line) => (
              <li key={line}>
                <Shown text={line} />
              </li>
            ))}
          </ul>
        </section>
        {lines.length > 0 && (
          <RedactionSection
            names={names}
            choice={choice}
            redaction={redaction}
            isPending={isPending}
            onChange={setChoice}
          />
        )}
        {expected !== null && (
          <div>
            <Segmented
              label="Share as"
              value={as}
              options={[
                { value: 'case', label: 'As a case' },
                { value: 'exercise', label: 'As an exercise' },
              ]}
              onChange={shareAs}
            />
            {as === 'exercise' && (
              <div className="mt-2">
                <label htmlFor={promptId} className="text-xs font-medium text-muted">
                  Your question; the verdict stays hidden until someone answers
                </label>
                <textarea
                  id={promptId}
                  rows={2}
                  value={prompt}
                  maxLength={LONGEST.words}
                  onChange={capped(LONGEST.words, ({ target }) => setPrompt(target.value))}
                  className="mt-1 block w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 text-sm"
                />
                <FullNote value={prompt} longest={LONGEST.words} />
                <OptionFields expected={expected} chosen={options} onChange={setOptions} />
                <RepairFields draft={draft} repair={repair} onChange={setRepair} />
              </div>
            )}
          </div>
        )}
        {isPending ? null : 'problem' in shared ? (
          <Notice tone="deny">{linkSentence(shared.problem)}</Notice>
        ) : (
          <>
            {shared.withheld.map((code) => (
              <Notice key={code} tone="depends">
                {WITHHELD_MESSAGES[code]}
              </Notice>
            ))}
            {waiting > 0 && (
              <Notice tone="depends">
                {messageText(SHARE_TEXTS.policiesThatWait, {
                  policies: waiting === 1 ? 'a policy' : `${waiting} policies`,
                })}
              </Notice>
            )}
            {draft.judged !== undefined && as === 'case' && (
              <Notice tone="depends">{SHARE_TEXTS.withYourChange}</Notice>
            )}
            <LinkField link={shared} />
          </>
        )}
        <p className="text-sm">
          <a href="#/learn/link" className="text-accent underline underline-offset-2" onClick={onClose}>
            {SHARE_TEXTS.linkFromATool}
          </a>
        </p>
        {!isPending && <ReportSection draft={sharedDraft} link={reportLink} />}
        {built !== null && !isPending && (
          <div className="border-t border-line pt-4">
            <Button
              icon={<Download size={15} aria-hidden />}
              onClick={() => saveFile('case.json', 'application/json', writeCaseFile(sharedDraft).text)}
            >
              Save as a case file
            </Button>
            <p className="mt-1.5 text-xs text-muted">{SHARE_TEXTS.aJsonFileThat}</p>
          </div>
        )}
      </div>
    </Dialog>
  )
}

interface OptionFieldsProps {
  readonly expected: ExpectedAnswer
  /** Null: those of the layers that are given. */
  readonly chosen: readonly ExpectedAnswer[] | null
  readonly onChange: (chosen: readonly ExpectedAnswer[] | null) => void
}

/** The answers that an exercise offers; the right one is always among them. */
function OptionFields({ expected, chosen, onChange }: OptionFieldsProps) {
  const { evaluation } = useDiagnosis()
  const given = (evaluation?.layers ?? []).filter(({ status }) => status !== 'notApplicable' && status !== 'notGiven')
  const ordinary = answerOptions(
    given.map(({ layer }) => layer),
    expected,
  )
  const isOffered = (option: ExpectedAnswer) => (chosen ?? ordinary).some((one) => isSameAnswer(one, option))
  // Layers that take no part distract: they are offered only where the author wants them.
  const all = answerOptions(READING_ORDER, expected)
  const toggle = (option: ExpectedAnswer) => {
    const offered = all.filter((one) => isOffered(one) !== isSameAnswer(one, option))
    const isOrdinary =
      offered.length === ordinary.length && ordinary.every((one) => offered.some((other) => isSameAnswer(one, other)))
    onChange(isOrdinary ? null : offered)
  }
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-muted hover:text-ink">
        Answers to choose from ({all.filter(isOffered).length})
      </summary>
      <div className="mt-1 space-y-1">
        {all.map((option) => (
          <label key={answerText(option)} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={isOffered(option)}
              disabled={isSameAnswer(option, expected)}
              onChange={() => toggle(option)}
              className="accent-(--accent)"
            />
            {answerText(option)}
          </label>
        ))}
      </div>
    </details>
  )
}

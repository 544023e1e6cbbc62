import { ArrowLeftRight } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { KeptTest } from '../../../case/access-case'
import type { AccessChange, AccessQuestion } from '../../../comparison/comparison'
import { BEYOND_MESSAGES, PROOF_MESSAGES } from '../../../comparison/comparison-messages'
import { listed } from '../../../text/listed'
import { comparisonReport } from '../../../comparison/comparison-report'
import { wholeDifference } from '../../../comparison/whole-difference'
import { describeComparison } from '../../../comparison/describe-comparison'
import { isPolicyText, likelyLayer, policiesOfText, servicesInTexts } from '../../../comparison/policies-of-text'
import { restoreCase } from '../../../draft/file/case-file'
import { CASE_LAYERS, type CaseLayer } from '../../../iam/layers'
import { layOutJson } from '../../../text/lay-out-json'
import { DiffLines } from '../../shared/DiffLines'
import { Sentence } from '../../shared/Sentence'
import { goTo } from '../../state/address'
import { useIntake } from '../../state/intake'
import { tabOf } from '../../shared/policy-tabs'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { inputClass } from '../../ui/Field'
import { PageHeader } from '../../ui/PageHeader'
import { Notice } from '../../ui/Notice'
import { usePage } from '../../ui/use-page'
import { AccessCheckList } from './AccessCheckList'
import { ChangeCard } from './ChangeCard'
import { COMPARE_WORDS } from './compare-words'
import { NothingToCompare } from './NothingToCompare'
import { PolicyBox } from './PolicyBox'
import { SameList } from './SameList'
import { useComparison } from '../../state/comparison/use-comparison'
import { useArrived, useLink } from './use-comparison-link'

const testOf = ({ witness: { request } }: AccessChange, expect: KeptTest['expect']): KeptTest => {
  const { principal, action, resource, resourceAccount, context } = request
  return {
    principal,
    action,
    resource,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(context === undefined || Object.keys(context).length === 0 ? {} : { context }),
    expect,
  }
}

/** Two versions of a policy: what the change opens and takes away, each with a request that proves it. */
export function ComparePage() {
  const { openDraft } = useIntake()
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [chosen, setChosen] = useState<CaseLayer | null>(null)
  const [actions, setActions] = useState('')
  const [resources, setResources] = useState('')
  const id = useId()

  const arrived = useArrived()
  const [taken, setTaken] = useState(arrived)
  if (arrived !== taken) {
    setTaken(arrived)
    if (arrived.texts !== null) {
      setBefore(arrived.texts.before)
      setAfter(arrived.texts.after)
      setChosen(arrived.texts.layer)
      setActions(arrived.texts.notGranted?.actions.join(', ') ?? '')
      setResources(arrived.texts.notGranted?.resources.join(', ') ?? '')
    }
  }

  usePage('Compare')

  const texts = useDeferredValue(useMemo(() => [before, after] as const, [before, after]))
  const [first, second] = texts
  const isAsked = first.trim() !== '' && second.trim() !== ''
  const likely = [first, second].map(likelyLayer).find((one) => one !== 'identity') ?? 'identity'
  const shownLayer = chosen ?? likely
  const isBad =
    isAsked && !isPolicyText(first, shownLayer)
      ? 'before'
      : isAsked && !isPolicyText(second, shownLayer)
        ? 'after'
        : null
  const question = useMemo<AccessQuestion | null>(
    () =>
      isAsked && isBad === null
        ? { before: policiesOfText(first, shownLayer), after: policiesOfText(second, shownLayer), layer: shownLayer }
        : null,
    [first, second, shownLayer, isAsked, isBad],
  )
  const services = useMemo(() => servicesInTexts([first, second]), [first, second])
  const typed = useDeferredValue(useMemo(() => ({ actions, resources }), [actions, resources]))
  const notGranted = useMemo(() => ({ actions: listed(typed.actions), resources: listed(typed.resources) }), [typed])
  const { comparison, checks, state } = useComparison(question, notGranted, services)
  const described = useMemo(() => (comparison === null ? null : describeComparison(comparison)), [comparison])
  const report = useMemo(() => (comparison === null ? '' : comparisonReport(comparison, checks)), [comparison, checks])
  const all = (['opened', 'lost'] as const).flatMap((kind) =>
    comparison === null ? [] : wholeDifference(comparison, kind),
  )
  const isComplete = comparison !== null && all.every((one) => one.isComplete)
  const beyond = [...new Set(all.flatMap((one) => one.beyond))]
  const countOf = (kind: 'new' | 'lost') => described?.changes.filter((one) => one.kind === kind).length ?? 0
  const proof = comparison?.opened.proof ?? comparison?.lost.proof ?? null
  const link = useLink(comparison === null ? null : question, first, second, notGranted)
  const fill = (one: string, other: string) => {
    setBefore(one)
    setAfter(other)
  }
  const open = async (change: AccessChange, isNew: boolean, tests: readonly KeptTest[] = []) => {
    if (question === null) return
    // It evaluates, as the workbench does.
    const { witnessCase } = await import('../../../comparison/witness-case')
    const opened = witnessCase(question, change, isNew)
    const restored = restoreCase(tests.length === 0 ? opened : { ...opened, tests })
    if ('problem' in restored) return
    openDraft(restored.draft)
    goTo('workbench')
  }

  return (
    <div className="flex min-h-dvh flex-col">
      <PageHeader page="Compare" />
      <main className="mx-auto w-full max-w-7xl flex-1 px-4 py-5">
        <div
          role="region"
          aria-label="Comparison"
          aria-live="polite"
          className="flex flex-wrap items-end gap-x-6 gap-y-3"
        >
          <div className="min-w-0 flex-1 basis-80">
            {comparison !== null && described !== null && isBad === null ? (
              <>
                <p className="flex flex-wrap gap-1.5">
                  {countOf('new') > 0 && <Badge tone="depends">{countOf('new')} new</Badge>}
                  {countOf('lost') > 0 && <Badge tone="deny">{countOf('lost')} lost</Badge>}
                  {described.same.length > 0 && <Badge tone="unknown">{described.same.length} the same</Badge>}
                  <Badge tone={isComplete ? 'allow' : 'unknown'}>
                    {isComplete ? COMPARE_WORDS.complete : COMPARE_WORDS.incomplete}
                  </Badge>
                </p>
                <h1 className="mt-1.5 text-2xl font-semibold tracking-tight">
                  <Sentence words={described.headline} />
                </h1>
                {described.outside.map((words, at) => (
                  <p key={at} data-outside className="mt-1 text-sm font-medium text-deny">
                    <Sentence words={words} />
                  </p>
                ))}
              </>
            ) : (
              <>
                <h1 className="text-2xl font-semibold tracking-tight">{COMPARE_WORDS.title}</h1>
                <p className="mt-1 text-sm text-muted">{COMPARE_WORDS.lead}</p>
              </>
            )}
          </div>
          <div className="flex flex-wrap gap-2">
            {comparison !== null && (
              <CopyButton look="primary" size="medium" text={report} label={COMPARE_WORDS.copy} />
            )}
            {link !== '' && <CopyButton size="medium" text={link} label={COMPARE_WORDS.link} />}
            <Button
              icon={<ArrowLeftRight size={15} aria-hidden />}
              disabled={before + after === ''}
              onClick={() => fill(after, before)}
            >
              {COMPARE_WORDS.swap}
            </Button>
          </div>
        </div>
        <div className="mt-5 grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <section aria-label="Policies" className="min-w-0">
            <div className="mb-3 flex items-center gap-2 text-xs">
              <label htmlFor={`${id}-type`} className="font-medium text-muted">
                {COMPARE_WORDS.type}
              </label>
              <select
                id={`${id}-type`}
                value={shownLayer}
                onChange={(event) => setChosen(CASE_LAYERS.find((one) => one === event.target.value) ?? null)}
                className={`${inputClass} w-auto!`}
              >
                {CASE_LAYERS.map((one) => (
                  <option key={one} value={one}>
                    {tabOf(one).name}
                  </option>
                ))}
              </select>
            </div>
            <div className="flex flex-col gap-4 md:flex-row">
              <PolicyBox label={COMPARE_WORDS.before} value={before} onChange={setBefore} />
              <PolicyBox label={COMPARE_WORDS.after} value={after} onChange={setAfter} />
            </div>
            {arrived.isDamaged && before === '' && (
              <div className="mt-3">
                <Notice tone="deny">{COMPARE_WORDS.damaged}</Notice>
              </div>
            )}
            {isBad !== null && (
              <div className="mt-3">
                <Notice tone="deny">
                  {isBad === 'before' ? COMPARE_WORDS.unreadableBefore : COMPARE_WORDS.unreadableAfter}
                </Notice>
              </div>
            )}
            {isAsked && isBad === null && (
              <div className="mt-4">
                <DiffLines before={layOutJson(first)} after={layOutJson(second)} />
              </div>
            )}
            {described !== null && comparison !== null && isBad === null && (
              <SameList same={described.same} unchanged={comparison.same.unchanged} idle={described.idle} />
            )}
          </section>
          <section aria-label={COMPARE_WORDS.changes} className="min-w-0">
            <h2 className="text-sm font-semibold">{COMPARE_WORDS.changes}</h2>
            {before + after === '' && <NothingToCompare onSample={fill} />}
            <p role="status" className="mt-1 min-h-5 text-xs text-muted">
              {state === 'running' && COMPARE_WORDS.running}
              {state === 'failed' && COMPARE_WORDS.failed}
              {state === 'done' && isComplete && proof !== null && PROOF_MESSAGES[proof]}
              {state === 'done' && !isComplete && beyond.map((code) => BEYOND_MESSAGES[code]).join(' ')}
            </p>
            {isAsked && isBad === null && (
              <AccessCheckList
                checks={checks}
                actions={actions}
                resources={resources}
                onActions={setActions}
                onResources={setResources}
                onOpen={(change) => open(change, true)}
              />
            )}
            {described !== null && isBad === null && (
              <ul aria-label="Changes" className="mt-2 grid gap-3">
                {described.changes.map((one, index) => (
                  <ChangeCard
                    key={index}
                    described={one}
                    onOpen={() => open(one.change, one.kind === 'new')}
                    onKeep={(expect) => open(one.change, one.kind === 'new', [testOf(one.change, expect)])}
                  />
                ))}
              </ul>
            )}
          </section>
        </div>
      </main>
    </div>
  )
}

import { LEARN_TEXTS } from './messages'
import { startTransition, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import { setContextKey } from '../../../draft/edit/edit-draft'
import { checkRepair, graded, servicesToCompare, toCompare, type RepairResult } from '../../../lessons/check-repair'
import type { ToRepair } from '../../../lessons/probe-draft'
import { servicesOfPolicy } from '../../../reference/statement-actions'
import { own } from '../../../text/own'
import { parseJson } from '../../../text/parse-json'
import { loadedReference, loadServices } from '../../reference/reference-queries'
import { Sentence } from '../../shared/Sentence'
import type { PolicyEditorHandle } from '../../editor/PolicyEditor'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { compareInWorker } from './compare-in-worker'
import { LessonGates } from './LessonGates'
import { policiesOfDraft } from './policies-of-draft'
import { reasonsOf, type Reason } from './refusal'
import { RepairEditor } from './RepairEditor'
import { repairMessage } from './repair-messages'

interface RepairFormProps {
  readonly task: ToRepair
  readonly hint?: string
  /** The case with a repair that works, which is shown when asked for. */
  readonly solution?: Draft
  readonly onResult: (result: RepairResult, repaired: Draft) => void
}

/** What was said of a repair. */
interface Tried {
  readonly of: Draft
  readonly result: RepairResult
  readonly reasons: readonly Reason[]
}

/** What a repair that lets its request through opens and takes away beside. */
async function compared(task: ToRepair, repaired: Draft): Promise<RepairResult> {
  const question = toCompare(task, repaired)
  const found = await compareInWorker(question, servicesToCompare(question))
  return found === null ? { outcome: 'works', compared: null } : graded(found)
}

/** Tries a repair, and says why it is refused. */
async function tryRepair(task: ToRepair, repaired: Draft): Promise<Tried> {
  const texts = policiesOfDraft(repaired, task.repair.layers).map(({ policy }) => policy.text)
  const services = texts.flatMap((text) => servicesOfPolicy(parseJson(text).root))
  await loadServices(services).catch(() => undefined)
  const first = checkRepair(task, repaired)
  const result = first.outcome === 'works' ? await compared(task, repaired) : first
  return {
    of: repaired,
    result,
    reasons: reasonsOf(result, repaired, task.repair.layers, loadedReference()),
  }
}

/** The policies to repair in editors, and what is said of a repair: why it is refused stands at its line. */
export function RepairForm({ task, hint, solution, onResult }: RepairFormProps) {
  const { draft: given, repair } = task
  const [draft, setDraft] = useState(given)
  const [last, setLast] = useState<Tried | null>(null)
  /** Gone with the next key: it is said of a text. */
  const tried = last?.of === draft ? last : null
  const [isHintShown, showHint] = useState(false)
  const [revealed, reveal] = useState<{ readonly place: NonNullable<Reason['place']>; readonly turn: number } | null>(
    null,
  )
  const [presses, press] = useState(0)
  const [answered, answer] = useState(0)
  const isChecking = answered < presses
  const check = useEffectEvent(() => tryRepair(task, draft))
  const say = useEffectEvent((found: Tried, turn: number) => {
    answer(turn)
    setLast(found)
    onResult(found.result, found.of)
  })
  useEffect(() => {
    if (presses > 0) void check().then((found) => say(found, presses))
  }, [presses])
  const editors = useRef(new Set<Pick<PolicyEditorHandle, 'tell'>>())
  const hold = useCallback((editor: Pick<PolicyEditorHandle, 'tell'>) => {
    const held = editors.current.add(editor)
    return () => void held.delete(editor)
  }, [])
  const onCheck = () => {
    for (const editor of editors.current) editor.tell()
    // In a transition, as typing is: what was typed before the press is tried.
    startTransition(() => press((before) => before + 1))
  }
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (last !== null) said.current?.scrollIntoView({ block: 'nearest' })
  }, [last])
  const telling = tried && 'telling' in tried.result ? tried.result.telling : null
  return (
    <>
      {repair.keys?.map((key) => {
        const edit = own(draft.context, key)
        return (
          <Field
            key={key}
            label={`Context key ${key}`}
            mono
            placeholder="absent"
            value={edit?.state === 'known' ? edit.values.join(', ') : ''}
            onChange={({ target: { value } }) =>
              setDraft((now) =>
                setContextKey(now, key, value === '' ? { state: 'absent' } : { state: 'known', values: [value] }),
              )
            }
          />
        )
      })}
      <ul className="space-y-4 print:hidden">
        {policiesOfDraft(draft, repair.layers).map((shown) => (
          <RepairEditor
            key={JSON.stringify(shown.spot)}
            draft={draft}
            shown={shown}
            telling={telling}
            revealed={
              revealed && JSON.stringify(revealed.place.spot) === JSON.stringify(shown.spot)
                ? { span: revealed.place.span, turn: revealed.turn }
                : null
            }
            onChange={setDraft}
            ref={hold}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={onCheck}>
          Check the repair
        </Button>
        {hint !== undefined && (
          <Button onClick={() => showHint(true)} disabled={isHintShown}>
            Hint
          </Button>
        )}
        {solution && <Button onClick={() => setDraft(solution)}>Show one that works</Button>}
        <Button look="quiet" onClick={() => setDraft(given)}>
          Start again
        </Button>
      </div>
      {isHintShown && <p className="text-sm text-muted">{hint}</p>}
      <div role="status">
        {isChecking && <p className="text-sm text-muted">{LEARN_TEXTS.comparing}</p>}
        {!isChecking && tried && (
          <Said
            tried={tried}
            others={repair.probes.length + (repair.wants?.length ?? 0)}
            onReveal={(place) => reveal({ place, turn: (revealed?.turn ?? 0) + 1 })}
          />
        )}
      </div>
      {tried?.result.outcome === 'works' && <LessonGates draft={draft} />}
    </>
  )
}

interface SaidProps {
  readonly tried: Tried
  readonly others: number
  readonly onReveal: (place: NonNullable<Reason['place']>) => void
}

function Said({ tried: { result, reasons }, others, onReveal }: SaidProps) {
  const { tone, text, items = [] } = repairMessage(result, others)
  const { telling } = { telling: null, ...result }
  return (
    <Notice tone={tone}>
      {text}
      {items.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {items.map((item, index) => (
            <li key={index}>
              <Sentence words={item} />
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <ul aria-label="Reasons" className="mt-2 space-y-1.5">
          {reasons.map(({ words, place }, index) => (
            <li key={index} className="flex flex-wrap items-baseline gap-x-2">
              {place && (
                <Button look="link" size="small" onClick={() => onReveal(place)}>
                  <span>
                    <Name text={place.name} />, line {place.line}
                  </span>
                </Button>
              )}
              <span className="min-w-0 flex-1 basis-96">
                <Sentence words={words} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {telling && (
        <p className="mt-2 text-xs text-muted">
          The marks in the policies are for <Asked draft={telling} />.
        </p>
      )}
    </Notice>
  )
}

function Asked({ draft }: { readonly draft: Draft }) {
  const { action, resource, principal } = buildCase(draft).accessCase.request
  return (
    <>
      <code className="term">{action}</code> on <Name text={resource} /> by <Name text={principal} />
    </>
  )
}

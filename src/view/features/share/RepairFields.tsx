import { SHARE_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { AskedProbe, AskedRepair } from '../../../draft/exercise-repair'
import type { Draft } from '../../../draft/draft'
import { countPolicies } from '../../../draft/edit/edit-layers'
import { layerTitle } from '../../../iam/layer-titles'
import { CASE_LAYERS, type CaseLayer } from '../../../iam/layers'
import { askedTask, policyTexts, whatStaysShut } from '../../../lessons/exercise-task'
import { probeDraft } from '../../../lessons/probe-draft'
import { judge } from '../../../lessons/judge'
import { decodeFragment } from '../../../permalink/permalink'
import { MOST_PROBES } from '../../../permalink/write-exercise-repair'
import { tabOf } from '../../shared/policy-tabs'
import { Button, IconButton } from '../../ui/Button'
import { LONGEST } from '../../ui/capped'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'

const NEW_PROBE: AskedProbe = {
  must: 'stayDenied',
  words: '',
  principal: '',
  action: '',
  resource: '',
  context: {},
}

/** What a request comes to before any repair. */
const NOW = {
  allowed: 'allowed now',
  explicitDeny: 'denied now',
  implicitDeny: 'denied now',
  depends: 'open now',
} as const

const contextText = (context: AskedProbe['context']): string =>
  Object.entries(context)
    .map(([key, value]) => (value === null ? key : `${key}=${value}`))
    .join(' ')

/** Keys as they are written in one line: `aws:SourceIp=192.0.2.7 aws:SecureTransport`; a key alone is absent. */
function readContext(text: string): AskedProbe['context'] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
    }),
  )
}

interface RepairFieldsProps {
  readonly draft: Draft
  /** Null: the exercise asks for none. */
  readonly repair: AskedRepair | null
  readonly onChange: (repair: AskedRepair | null) => void
}

/** The layers that have a policy to change. */
const editable = ({ layers }: Draft): readonly CaseLayer[] =>
  CASE_LAYERS.filter((layer) => layers[layer].state === 'given' && countPolicies(layers, layer) > 0)

/** What an exercise asks to repair, and the requests that tell whether it is. */
export function RepairFields({ draft, repair, onChange }: RepairFieldsProps) {
  const layers = editable(draft)
  if (layers.length === 0) return null
  return (
    <div className="mt-2 text-sm">
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={repair !== null}
          onChange={() => onChange(repair === null ? { task: '', layers, probes: [NEW_PROBE] } : null)}
          className="accent-(--accent)"
        />
        Ask for a repair after the answer
      </label>
      {repair && <Asked draft={draft} repair={repair} onChange={onChange} />}
    </div>
  )
}

function Asked({ draft, repair, onChange }: RepairFieldsProps & { readonly repair: AskedRepair }) {
  const { probes } = repair
  const now = useMemo(() => {
    return probes.map((probe) => {
      const task = askedTask(draft, { ...repair, probes: [probe] })
      const { probes: shut, wants = [] } = task.repair
      return [...shut, ...wants].map((one) => NOW[judge(probeDraft(task.draft, one)).decision])
    })
  }, [draft, repair, probes])
  const shut = useMemo(() => whatStaysShut(askedTask(draft, repair)), [draft, repair])
  const toggle = (layer: CaseLayer) => {
    const next = editable(draft).filter((one) => repair.layers.includes(one) !== (one === layer))
    if (next.length > 0) onChange({ ...repair, layers: next })
  }
  const put = (at: number, change: Partial<AskedProbe>) =>
    onChange({ ...repair, probes: probes.map((probe, index) => (index === at ? { ...probe, ...change } : probe)) })
  return (
    <div className="mt-2 space-y-3 border-l-2 border-line pl-3">
      <Field
        label="The task"
        placeholder={SHARE_TEXTS.letTheRoleWrite}
        value={repair.task}
        onChange={({ target }) => onChange({ ...repair, task: target.value })}
      />
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="text-xs font-medium text-muted">Policies that may be changed</legend>
        {editable(draft).map((layer) => (
          <label key={layer} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={repair.layers.includes(layer)}
              onChange={() => toggle(layer)}
              className="accent-(--accent)"
            />
            {tabOf(layer).name}
          </label>
        ))}
      </fieldset>
      {shut !== null && (
        <div role="status">
          <Notice tone="depends">
            {shut.length === 0
              ? SHARE_TEXTS.whateverIsWrittenIn
              : messageText(SHARE_TEXTS.whateverIsWrittenInThese, {
                  join: shut.map(layerTitle).join(' and '),
                  value: shut.length === 1 ? 'stays' : 'stay',
                })}
          </Notice>
        </div>
      )}
      <p className="text-xs text-muted">{SHARE_TEXTS.requestsThatARepair}</p>
      <ol aria-label="Requests to try" className="space-y-3">
        {probes.map((probe, at) => (
          <li key={at} className="space-y-2 rounded-lg border border-line bg-surface p-2.5">
            <div className="flex flex-wrap items-center gap-2">
              <Segmented
                label={`Request ${at + 1} must`}
                value={probe.must}
                options={[
                  { value: 'stayDenied', label: 'Must stay denied' },
                  { value: 'beAllowed', label: 'Must be allowed' },
                ]}
                onChange={(must) => put(at, { must })}
              />
              <span className="flex-1 text-xs text-muted">{now[at]?.[0]}</span>
              <IconButton
                label={`Remove request ${at + 1}`}
                size="small"
                onClick={() => onChange({ ...repair, probes: probes.toSpliced(at, 1) })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
            <div className="grid gap-2 sm:grid-cols-2">
              <Field
                label="Action"
                mono
                placeholder="s3:DeleteObject"
                value={probe.action}
                onChange={({ target }) => put(at, { action: target.value.trim() })}
              />
              <Field
                label="Resource"
                mono
                placeholder="as in the case"
                value={probe.resource}
                onChange={({ target }) => put(at, { resource: target.value.trim() })}
              />
              <Field
                label="Principal"
                mono
                placeholder="as in the case"
                value={probe.principal}
                onChange={({ target }) => put(at, { principal: target.value.trim() })}
              />
              <Field
                label="Context keys"
                mono
                placeholder="aws:SourceIp=192.0.2.7"
                defaultValue={contextText(probe.context)}
                onChange={({ target }) => put(at, { context: readContext(target.value) })}
              />
            </div>
            <Field
              label="In words, as in “it also allows …”"
              placeholder="deleting uploads"
              value={probe.words}
              onChange={({ target }) => put(at, { words: target.value })}
            />
          </li>
        ))}
      </ol>
      <SolutionField draft={draft} repair={repair} onChange={onChange} />
      {probes.length < MOST_PROBES && (
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...repair, probes: [...probes, NEW_PROBE] })}
        >
          Add a request
        </Button>
      )}
    </div>
  )
}

/** The repair that the author means, as the link of the repaired case. */
function SolutionField({ draft, repair, onChange }: RepairFieldsProps & { readonly repair: AskedRepair }) {
  const [isWrong, setWrong] = useState(false)
  const put = (link: string) => {
    const { solution: _before, ...rest } = repair
    if (link.trim() === '') {
      setWrong(false)
      onChange(rest)
      return
    }
    const opened = decodeFragment(link.trim().slice(Math.max(0, link.trim().indexOf('#'))))
    const solution = 'problem' in opened ? [] : policyTexts(opened.draft)
    const isTaken = solution.length > 0 && solution.length === policyTexts(draft).length
    setWrong(!isTaken)
    onChange(isTaken ? { ...rest, solution } : rest)
  }
  return (
    <div>
      <Field
        label={SHARE_TEXTS.aRepairThatYouMean}
        placeholder="https://…#1/…"
        maxLength={LONGEST.paste}
        onChange={({ target }) => put(target.value)}
      />
      <p role="status" className="mt-1 text-xs text-muted">
        {isWrong
          ? SHARE_TEXTS.notARepairOfThis
          : repair.solution
            ? SHARE_TEXTS.repairsAreHeldAgainst
            : SHARE_TEXTS.withoutARepair}
      </p>
    </div>
  )
}

import { TRAIL_TEXTS } from '../messages'
import { Play } from 'lucide-react'
import { useState } from 'react'
import type { ChangeAsk } from '../../../../trail/asks/answer-change'
import { CHANGED_LAYERS, type ChangedLayer } from '../../../../trail/asks/changed-layers'
import { layerTitle } from '../../../../iam/layer-titles'
import type { AskableLog } from '../../../state/log/ask-log'
import type { AskedLog } from '../../../state/log/ask-messages'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { Segmented } from '../../../ui/Segmented'
import { AskFrame } from './AskFrame'
import { BeyondLog } from './BeyondLog'
import { CallerChoice } from './CallerChoice'
import { ChangeTable } from './ChangeTable'
import { LAYER_HINTS } from './change-messages'
import { useAnswer } from './use-answer'

type Texts = Readonly<Record<'before' | 'after', string>>

const EMPTY: Texts = { before: '', after: '' }

/** What a change of policies would break, by the calls of the log. */
export function ChangePanel() {
  return <AskFrame about={TRAIL_TEXTS.hereTheCallsOf}>{(log, asks) => <Change log={log} asks={asks} />}</AskFrame>
}

function Change({ log, asks }: { readonly log: AskedLog; readonly asks: AskableLog }) {
  const [shown, setShown] = useState<ChangedLayer>('scp')
  const [texts, setTexts] = useState<Partial<Readonly<Record<ChangedLayer, Texts>>>>({})
  const [principal, setPrincipal] = useState<string | null>(null)
  const [resource, setResource] = useState('')
  const [ask, setAsk] = useState<ChangeAsk | null>(null)
  const { answer, state, progress } = useAnswer(ask, asks.change)
  const layers = CHANGED_LAYERS.flatMap((layer) => {
    const { before, after } = texts[layer] ?? EMPTY
    return before.trim() === '' && after.trim() === '' ? [] : [{ layer, before, after }]
  })
  const now = texts[shown] ?? EMPTY
  const write = (change: Partial<Texts>) => setTexts({ ...texts, [shown]: { ...now, ...change } })
  const isFilled = (layer: ChangedLayer) => layers.some((one) => one.layer === layer)
  return (
    <div className="space-y-5">
      <p className="max-w-3xl text-sm text-muted">{TRAIL_TEXTS.pastePoliciesAsThey}</p>
      <div className="space-y-3">
        <Segmented
          label="Layer"
          value={shown}
          options={CHANGED_LAYERS.map((value) => ({
            value,
            label: `${layerTitle(value)}${isFilled(value) ? ' ✓' : ''}`,
          }))}
          onChange={setShown}
          className="max-w-full flex-wrap"
        />
        <p className="text-sm text-muted">{LAYER_HINTS[shown]}</p>
        <div className="grid gap-3 md:grid-cols-2">
          <PolicyText
            label={`${layerTitle(shown)}, before`}
            value={now.before}
            onChange={(before) => write({ before })}
          />
          <PolicyText
            label={`${layerTitle(shown)}, after`}
            value={now.after}
            onChange={(after) => write({ after })}
            onCopy={now.before.trim() === '' ? null : () => write({ after: now.before })}
          />
        </div>
        {(shown === 'identity' || shown === 'boundary') && (
          <CallerChoice
            label="User or role that they belong to"
            callers={log.callers}
            value={principal}
            onChange={setPrincipal}
          />
        )}
        {shown === 'resource' && (
          <Field
            label="ARN of the resource that it belongs to"
            hint={TRAIL_TEXTS.leftEmptyWhereAll}
            mono
            className="max-w-2xl"
            value={resource}
            onChange={({ target }) => setResource(target.value)}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            icon={<Play size={14} aria-hidden />}
            disabled={layers.length === 0}
            onClick={() => setAsk({ layers, principal, resource })}
          >
            Compare
          </Button>
          {ask !== null && state === 'waiting' && (
            <span role="status" className="flex items-center gap-2 text-sm text-muted">
              The calls are asked about
              <progress aria-label="Calls asked about" value={progress} max={1} className="h-1.5 w-40" />
            </span>
          )}
        </div>
      </div>
      {state === 'failed' && ask !== null && <Notice tone="deny">{TRAIL_TEXTS.theCallsCouldNot}</Notice>}
      {answer !== null && state === 'here' && (
        <>
          <ChangeTable answer={answer} />
          <BeyondLog answer={answer} />
        </>
      )}
    </div>
  )
}

interface PolicyTextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Null: there is nothing to begin with. */
  readonly onCopy?: (() => void) | null
}

function PolicyText({ label, value, onChange, onCopy = null }: PolicyTextProps) {
  return (
    <div>
      <div className="mb-1 flex min-h-7 items-center justify-between gap-2">
        <span aria-hidden className="text-xs font-medium text-muted">
          {label}
        </span>
        {onCopy !== null && value === '' && (
          <Button size="small" look="quiet" onClick={onCopy}>
            Begin with the one before
          </Button>
        )}
      </div>
      <textarea
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        spellCheck={false}
        rows={12}
        placeholder="Paste policy documents, or what the AWS CLI prints of them"
        className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-xs text-ink"
      />
    </div>
  )
}

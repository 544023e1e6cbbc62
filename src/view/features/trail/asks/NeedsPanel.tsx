import { TRAIL_TEXTS } from '../messages'
import { messageText } from '../../../../text/message-text'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { NeedsAnswer, NeedsAsk } from '../../../../trail/asks/answer-needs'
import { allowDocumentText, POLICY_FORMS, POLICY_QUOTAS, type PolicyForm } from '../../../../trail/needs/policy-quota'
import { RESOURCE_REACHES, type ResourceReach } from '../../../../trail/needs/resource-reach'
import type { AskableLog } from '../../../state/log/ask-log'
import type { AskedLog } from '../../../state/log/ask-messages'
import { Button } from '../../../ui/Button'
import { CopyButton } from '../../../ui/CopyButton'
import { Name, Shown } from '../../../ui/Name'
import { Notice } from '../../../ui/Notice'
import { saveFile } from '../../../ui/save-file'
import { Segmented } from '../../../ui/Segmented'
import { counted } from '../sizes'
import { AskFrame } from './AskFrame'
import { CallerChoice } from './CallerChoice'
import { useDebounced } from '../../../ui/use-debounced'
import { GrantedTable } from './GrantedTable'
import { FORM_NAMES, needsNotes, proofSentence, REACH_NAMES, someNames } from './needs-messages'
import { useAnswer } from './use-answer'

/** What a user or role needs, from what it did. */
export function NeedsPanel() {
  return <AskFrame about={TRAIL_TEXTS.hereAPolicyIs}>{(log, asks) => <Needs log={log} asks={asks} />}</AskFrame>
}

interface NeedsProps {
  readonly log: AskedLog
  readonly asks: AskableLog
}

function Needs({ log, asks }: NeedsProps) {
  const [principal, setPrincipal] = useState<string | null>(log.callers[0]?.arn ?? null)
  const [withDenied, setWithDenied] = useState(true)
  const [form, setForm] = useState<PolicyForm>('managed')
  const [reach, setReach] = useState<ReadonlyMap<string, ResourceReach>>(new Map())
  const [keys, setKeys] = useState<readonly string[]>([])
  const [present, setPresent] = useState('')
  const settled = useDebounced(present, 'present')
  const ask = useMemo<NeedsAsk>(
    () => ({ principal, withDenied, form, reach: [...reach], keys, present: settled }),
    [principal, withDenied, form, reach, keys, settled],
  )
  const { answer, state } = useAnswer(ask, asks.needs)
  return (
    <div className="grid gap-6 desk:grid-cols-[22rem_minmax(0,1fr)]">
      <div className="space-y-4">
        <CallerChoice label="User or role" callers={log.callers} value={principal} onChange={setPrincipal} />
        <Choice label="Calls that were refused">
          <Segmented
            label="Calls that were refused"
            value={withDenied ? 'with' : 'without'}
            options={[
              { value: 'with', label: 'Allow them too' },
              { value: 'without', label: 'Leave them out' },
            ]}
            onChange={(value) => setWithDenied(value === 'with')}
          />
        </Choice>
        <Choice label="Attached as">
          <Segmented
            label="Attached as"
            value={form}
            options={POLICY_FORMS.map((value) => ({ value, label: FORM_NAMES[value] }))}
            onChange={setForm}
          />
        </Choice>
        {answer !== null && (
          <>
            <Conditions answer={answer} keys={keys} onKeys={setKeys} />
            <Reaches answer={answer} reach={reach} onReach={setReach} />
          </>
        )}
        <label className="block">
          <span className="mb-1 block text-xs font-medium text-muted">The policies that it has, to compare</span>
          <textarea
            value={present}
            onChange={({ target }) => setPresent(target.value)}
            spellCheck={false}
            rows={5}
            placeholder="Paste policy documents, or what the AWS CLI prints of them"
            className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-2 font-mono text-xs text-ink"
          />
        </label>
      </div>
      <div className="min-w-0 space-y-4" aria-busy={state === 'waiting'}>
        {state === 'failed' && <Notice tone="deny">{TRAIL_TEXTS.thisCouldNotBe}</Notice>}
        {answer === null && state === 'waiting' && (
          <p className="py-6 text-sm text-muted">{TRAIL_TEXTS.workingItOut}</p>
        )}
        {answer !== null && <Policy answer={answer} form={form} />}
        {answer !== null && answer.granted !== null && (
          <GrantedTable granted={answer.granted} policies={answer.presentPolicies} />
        )}
      </div>
    </div>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <p aria-hidden className="mb-1 text-xs font-medium text-muted">
        {label}
      </p>
      {children}
    </div>
  )
}

interface ConditionsProps {
  readonly answer: NeedsAnswer
  readonly keys: readonly string[]
  readonly onKeys: (keys: readonly string[]) => void
}

/** Conditions that the calls would pass. */
function Conditions({ answer: { hints }, keys, onKeys }: ConditionsProps) {
  if (hints.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-muted">Conditions that these calls would meet</legend>
      <ul className="space-y-1.5">
        {hints.map(({ key, values, carried, all }) => (
          <li key={key}>
            <label className="flex items-start gap-2 text-sm">
              <input
                type="checkbox"
                className="mt-0.5"
                checked={keys.includes(key)}
                onChange={({ target }) =>
                  onKeys(target.checked ? [...keys, key] : keys.filter((other) => other !== key))
                }
              />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <code className="text-xs">{key}</code>{' '}
                <span className="text-muted">
                  <Shown text={values.map(({ value }) => value).join(', ')} />
                  {carried < all && ` · in ${carried.toLocaleString('en')} of ${all.toLocaleString('en')} calls`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface ReachesProps {
  readonly answer: NeedsAnswer
  readonly reach: ReadonlyMap<string, ResourceReach>
  readonly onReach: (reach: ReadonlyMap<string, ResourceReach>) => void
}

/** How far the resources of each service reach. */
function Reaches({ answer: { services }, reach, onReach }: ReachesProps) {
  const named = services.filter(({ resources }) => resources > 0)
  if (named.length === 0) return null
  return (
    <div>
      <p className="mb-1 text-xs font-medium text-muted">Resources</p>
      <ul className="space-y-1.5">
        {named.map(({ prefix, resources }) => (
          <li key={prefix} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
            <span>
              <code className="text-xs">{prefix}</code>{' '}
              <span className="text-xs text-muted">{counted(resources, 'resource', 'resources')}</span>
            </span>
            <Segmented
              label={`Resources of ${prefix}`}
              value={reach.get(prefix) ?? 'exact'}
              options={RESOURCE_REACHES.map((value) => ({ value, label: REACH_NAMES[value] }))}
              onChange={(value) => onReach(new Map(reach).set(prefix, value))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Policy({ answer, form }: { readonly answer: NeedsAnswer; readonly form: PolicyForm }) {
  const { split, proof, calls } = answer
  const { documents, lengths, fits } = split
  const { characters, policies } = POLICY_QUOTAS[form]
  const isProven =
    proof !== null && proof.missing.length === 0 && proof.extra.length === 0 && proof.extraPairs.length === 0
  if (documents.length === 0) return <Notice tone="unknown">{TRAIL_TEXTS.thereIsNoCall}</Notice>
  return (
    <>
      {proof !== null && <Notice tone={isProven ? 'allow' : 'deny'}>{proofSentence(proof)}</Notice>}
      {!fits && (
        <Notice tone="depends">
          {form === 'managed'
            ? messageText(TRAIL_TEXTS.thisTakesCountManaged, { count: documents.length, policies })
            : messageText(TRAIL_TEXTS.thisHasTolocalestringCharacters, {
                toLocaleString: (lengths[0] ?? 0).toLocaleString('en'),
                characters: characters.toLocaleString('en'),
              })}{' '}
          {proof === null && TRAIL_TEXTS.itIsTooLarge}
          {TRAIL_TEXTS.letResourcesOfA}
        </Notice>
      )}
      <ul className="list-disc space-y-1 pl-5 text-sm text-muted">
        {needsNotes(answer).map((note) => (
          <li key={note} className="[overflow-wrap:anywhere]">
            <Shown text={note} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">From {counted(calls, 'call', 'calls')}.</p>
      {documents.map((document, at) => {
        const text = allowDocumentText(document, 2)
        const name = documents.length === 1 ? 'Policy' : `Policy ${at + 1} of ${documents.length}`
        return (
          <div key={at} className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
            <div className="flex flex-wrap items-center gap-2 border-b border-line px-2.5 py-1">
              <h2 className="min-w-0 flex-1 text-xs text-muted">
                {name}, {(lengths[at] ?? 0).toLocaleString('en')} of {characters.toLocaleString('en')} characters
              </h2>
              <CopyButton text={text} look="quiet" aria-label={`Copy: ${name}`} />
              <Button
                size="small"
                look="quiet"
                icon={<Download size={14} aria-hidden />}
                aria-label={`Save: ${name}`}
                onClick={() => saveFile(`policy-${at + 1}.json`, 'application/json', text)}
              >
                Save
              </Button>
            </div>
            <pre
              tabIndex={0}
              aria-label={name}
              className="max-h-[32rem] overflow-auto px-2.5 py-2 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
            >
              <Shown text={text} />
            </pre>
          </div>
        )
      })}
      {proof !== null && proof.missing.length > 0 && (
        <p className="text-sm">
          Refused: <Name text={someNames(proof.missing.map(({ action }) => action))} />
        </p>
      )}
    </>
  )
}

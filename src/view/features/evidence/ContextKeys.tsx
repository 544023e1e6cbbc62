import { DETAILS_TEXTS } from './details-messages'
import { messageText } from '../../../text/message-text'
import { capped, LONGEST } from '../../ui/capped'
import { FullNote } from '../../ui/FullNote'
import { Plus, X } from 'lucide-react'
import { memo, useId, useMemo, useState, type FormEvent } from 'react'
import type { ContextEdit, Draft } from '../../../draft/draft'
import { setContextKey, setOtherContext } from '../../../draft/edit/edit-draft'
import { Badge } from '../../ui/Badge'
import { Button, IconButton } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { inputClass } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { useFold } from '../../ui/use-fold'
import { useShown } from '../../ui/use-shown'
import { useShownCheck, useWholePart } from '../../state/shown-check'
import { useDiagnosis, useDraftHold, useDraftPart, type DraftHold } from '../../state/workbench'
import { keyRows, type KeyRow } from './key-rows'
import { Name } from '../../ui/Name'

/** So many keys are shown before the reader asks for more. */
const KEYS_AT_FIRST = 30

const STATES = [
  { value: 'known', label: 'known', tone: 'allow' },
  { value: 'absent', label: 'absent', tone: 'unknown' },
  { value: 'unknown', label: 'unknown', tone: 'depends' },
] as const

/** What a person types for a key: several values stand with commas between them. */
const parseValues = (text: string): readonly string[] =>
  text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')

interface KeyItemProps {
  readonly question: KeyRow
  readonly onEdit: (edit: ContextEdit | null) => void
}

function KeyItem({ question, onEdit }: KeyItemProps) {
  const { key, state, values, note, isEdited, offered, decides } = question
  const [typed, setTyped] = useState<string | null>(null)
  const known = state === 'known'
  const rest = offered.filter((value) => !values.includes(value))

  const choose = (next: KeyRow['state']) => {
    setTyped(null)
    const first = offered[0]
    onEdit(
      next === 'known'
        ? { state: next, values: values.length > 0 ? values : first === undefined ? [] : [first] }
        : { state: next },
    )
  }

  return (
    <li className={classNames('border-l-2 py-2.5 pl-3', decides ? 'border-depends-solid' : 'border-transparent')}>
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <code className="term text-sm">
          <Name text={key} isOpenable />
        </code>
        <Segmented
          label={messageText(DETAILS_TEXTS.isKeyInThe, { key })}
          value={state}
          options={STATES}
          onChange={choose}
        />
      </div>
      {known && (
        <input
          aria-label={`Value of ${key}`}
          value={typed ?? values.join(', ')}
          maxLength={LONGEST.value}
          onChange={capped(LONGEST.value, (event) => {
            setTyped(event.target.value)
            onEdit({ state: 'known', values: parseValues(event.target.value) })
          })}
          onBlur={() => setTyped(null)}
          placeholder="a value; several with commas"
          spellCheck={false}
          autoComplete="off"
          className={classNames(inputClass, 'mt-1.5 h-7! font-mono text-xs!')}
        />
      )}
      {known && <FullNote value={typed ?? values.join(', ')} longest={LONGEST.value} />}
      {state !== 'absent' && rest.length > 0 && (
        <div className="mt-1.5 flex flex-wrap items-center gap-1 text-xs text-muted">
          <span>The policies speak of</span>
          {rest.slice(0, 6).map((value) => (
            <button
              key={value}
              type="button"
              aria-label={`Set ${key} to ${value}`}
              onClick={() => onEdit({ state: 'known', values: [value] })}
              className="max-w-full truncate rounded-md border border-line-strong bg-surface px-1.5 font-mono text-2xs text-ink hover:bg-hover"
            >
              <Name text={value} />
            </button>
          ))}
        </div>
      )}
      <p className="mt-1 flex items-center gap-2 text-xs text-muted">
        <span className="min-w-0 flex-1">
          {decides && <span className="font-medium text-depends">The verdict depends on it · </span>}
          {!decides && state === 'unknown' && 'Doesn’t matter here · '}
          {note}
        </span>
        {isEdited && (
          <IconButton
            label={`Take back what you set for ${key}`}
            size="small"
            className="-my-1"
            onClick={() => onEdit(null)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </p>
    </li>
  )
}

function AddKey({ onAdd }: { readonly onAdd: (key: string) => void }) {
  const id = useId()
  const [key, setKey] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key.trim() === '') return
    onAdd(key.trim())
    setKey('')
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      <label htmlFor={id} className="sr-only">
        Add a context key
      </label>
      <input
        id={id}
        value={key}
        maxLength={LONGEST.name}
        onChange={capped(LONGEST.name, (event) => setKey(event.target.value))}
        placeholder="aws:SourceIp"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        className={classNames(inputClass, 'h-7! flex-1 font-mono text-xs!')}
      />
      <Button type="submit" size="small" icon={<Plus size={14} aria-hidden />}>
        Add key
      </Button>
    </form>
  )
}

const contextOf = ({ context }: Draft): Draft['context'] => context
const otherContextOf = ({ otherContext }: Draft): Draft['otherContext'] => otherContext

/** What the request carried: the context keys that matter in this case, each known, absent or unknown. */
export function ContextKeys() {
  const { edit } = useDraftHold()
  const { explanation, built } = useDiagnosis()
  const shown = useShownCheck()?.shown ?? 0
  const own = useWholePart(({ linked }) => linked?.[shown - 1]?.context)
  const context = useDraftPart(contextOf)
  const otherContext = useDraftPart(otherContextOf)
  const asked = explanation?.keys
  const carried = built?.context
  const rows = useMemo(() => keyRows(asked ?? [], carried ?? [], context, own), [asked, carried, context, own])
  return <Keys {...rows} otherContext={otherContext} edit={edit} />
}

interface KeysProps extends ReturnType<typeof keyRows>, Pick<Draft, 'otherContext'>, Pick<DraftHold, 'edit'> {}

const Keys = memo(function Keys({ rows: questions, others, otherContext: value, edit }: KeysProps) {
  const set = (key: string, next: ContextEdit | null) =>
    edit((before) => setContextKey(before, key, next), `key:${key}`)
  const deciding = questions.filter(({ decides }) => decides).length
  const fold = useFold(questions.length > 0)
  const { rows, more } = useShown(questions, KEYS_AT_FIRST)
  const rest = useShown(others)

  return (
    <section aria-label="Request context">
      <details {...fold}>
        <summary className="py-1">
          <h3 className="eyebrow inline">Request context</h3>{' '}
          {questions.length === 0 && <span className="text-xs text-muted">· nothing tests it</span>}
          {deciding > 0 && <Badge tone="depends">{deciding === 1 ? '1 decides' : `${deciding} decide`}</Badge>}
        </summary>
        {questions.length > 0 && (
          <ul className="mt-1 divide-y divide-line">
            {rows.map((question) => (
              <KeyItem key={question.key} question={question} onEdit={(next) => set(question.key, next)} />
            ))}
          </ul>
        )}
        {more}
        {others.length > 0 && (
          <details className="mt-1 text-xs text-muted">
            <summary className="py-1">
              {others.length === 1 ? 'One more key, of which' : `${others.length} more keys, of which`} no policy speaks
            </summary>
            <ul className="space-y-1 pb-1">
              {rest.rows.map(({ key, values, note }) => (
                <li key={key}>
                  <code className="term text-ink">
                    <Name text={key} /> = <Name text={values.join(', ')} />
                  </code>{' '}
                  · {note}
                </li>
              ))}
            </ul>
            {rest.more}
          </details>
        )}
        <div className="mt-2 space-y-2">
          <AddKey onAdd={(key) => set(key, { state: 'known', values: [] })} />
          <div className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
            <span>A key that is not listed here is</span>
            <Segmented
              label="A key that is not listed here is"
              value={value}
              options={[
                { value: 'absent', label: 'absent', tone: 'unknown' },
                { value: 'unknown', label: 'unknown', tone: 'depends' },
              ]}
              onChange={(otherContext) => edit((before) => setOtherContext(before, otherContext))}
            />
          </div>
        </div>
      </details>
    </section>
  )
})

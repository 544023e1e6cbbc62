import { LEARN_TEXTS } from './messages'
import { capped, LONGEST } from '../../ui/capped'
import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import { CAUSES, type ExampleCause } from '../../../lessons/causes'
import type { Example } from '../../../lessons/example'
import { GALLERY } from '../../../lessons/gallery/gallery'
import { CodeInProse } from '../../shared/CodeInProse'
import { Badge } from '../../ui/Badge'
import { inputClass } from '../../ui/Field'
import { useIntake } from '../../state/intake'
import { LearnFrame } from './LearnFrame'

const SERVICES = [...new Set(GALLERY.flatMap(({ services }) => services))].sort()

const holds = ({ title, summary, services, draft, cause }: Example, words: readonly string[]) => {
  const { paste, request, layers } = draft
  const text = [title, summary, ...services, CAUSES[cause], paste, JSON.stringify([request, layers])]
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Cases of real shape by cause and service. */
export function GalleryPage() {
  const { openDraft } = useIntake()
  const [search, setSearch] = useState('')
  const [cause, setCause] = useState('')
  const [service, setService] = useState('')
  const id = useId()
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = GALLERY.filter(
    (example) =>
      (cause === '' || example.cause === cause) &&
      (service === '' || example.services.includes(service)) &&
      holds(example, words),
  )
  return (
    <LearnFrame title="Examples">
      <h1 className="text-2xl font-semibold tracking-tight">Examples</h1>
      <p className="mt-3 text-muted">
        {GALLERY.length} cases of real shape. Each opens in the workbench, where everything can be changed.
      </p>
      <div role="search" aria-label="Examples" className="mt-5 grid gap-3 sm:grid-cols-[1fr_auto_auto]">
        <div className="relative">
          <label htmlFor={`${id}-search`} className="sr-only">
            Search the examples
          </label>
          <Search size={15} aria-hidden className="absolute inset-y-0 left-2.5 my-auto text-faint" />
          <input
            id={`${id}-search`}
            type="search"
            value={search}
            placeholder={LEARN_TEXTS.assumeroleBucketMfa}
            maxLength={LONGEST.name}
            onChange={capped(LONGEST.name, (event) => setSearch(event.target.value))}
            className={`${inputClass} pl-8!`}
          />
        </div>
        <select
          aria-label="Cause"
          value={cause}
          onChange={(event) => setCause(event.target.value)}
          className={inputClass}
        >
          <option value="">Every cause</option>
          {(Object.keys(CAUSES) as ExampleCause[]).map((key) => (
            <option key={key} value={key}>
              {CAUSES[key]}
            </option>
          ))}
        </select>
        <select
          aria-label="Service"
          value={service}
          onChange={(event) => setService(event.target.value)}
          className={inputClass}
        >
          <option value="">Every service</option>
          {SERVICES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <p role="status" className="mt-3 text-sm text-muted">
        {found.length === 0 ? LEARN_TEXTS.noExampleHoldsAll : `${String(found.length)} of ${String(GALLERY.length)}`}
      </p>
      <ul
        aria-label="Examples"
        className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface empty:hidden"
      >
        {found.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              onClick={() => openDraft(example.draft)}
              className="flex w-full items-start gap-x-3 gap-y-1 px-4 py-2.5 text-left max-sm:flex-col-reverse hover:bg-hover focus-visible:outline-offset-[-2px]"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{example.title}</span>
                <span className="block text-sm text-muted">
                  <CodeInProse text={example.summary} />
                </span>
              </span>
              <Badge>{CAUSES[example.cause]}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </LearnFrame>
  )
}

import { EXPLORER_TEXTS } from './messages'
import { splitAction } from '../../../iam/action'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { assumeNone, layersToAssume } from '../../../draft/edit/assume-none'
import { buildCase } from '../../../draft/build/build-case'
import { setRequestField } from '../../../draft/edit/edit-draft'
import { countAnswers, filterRows, rowsToCsv, type SweepFilter } from '../../../explorer/sweep-rows'
import { sweepTargets } from '../../../explorer/sweep-targets'
import { splitArn } from '../../../iam/arn'
import { saveFile } from '../../ui/save-file'
import { QUERY_CLIENT } from '../../reference/query-client'
import { actionsQuery, referenceMetaQuery, servicesQuery, useReference } from '../../reference/reference-queries'
import { Button } from '../../ui/Button'
import { PageHeader } from '../../ui/PageHeader'
import { Notice } from '../../ui/Notice'
import { usePage } from '../../ui/use-page'
import { loadEngine } from '../../state/engine'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { FilterBar } from './FilterBar'
import { RowList } from './RowList'
import { useSweep } from './use-sweep'
import { Name } from '../../ui/Name'
import { NoCase } from './NoCase'

const ALL = '*'
const NO_FILTER: SweepFilter = { text: '', decision: null, layer: null, level: null }

const Arn = ({ text }: { readonly text: string }) => (
  <code className="term">
    <Name text={text} />
  </code>
)

/** All actions of a service, or of all services, for the principal and resource of the case. */
export function ExplorerPage() {
  const { built, draft, reading } = useDiagnosis()
  const { edit } = useDraft()
  const [isAssuming, setAssuming] = useState(true)
  const given = built?.accessCase ?? null
  const accessCase = useMemo(() => {
    if (given === null || reading === null || !isAssuming) return given
    const layers = assumeNone(draft.layers, layersToAssume(draft.layers))
    return buildCase({ ...draft, layers }, reading.denials).accessCase
  }, [given, draft, reading, isAssuming])
  const request = accessCase?.request
  const index = useQuery(actionsQuery, QUERY_CLIENT)
  const list = useQuery(servicesQuery, QUERY_CLIENT)
  const meta = useQuery(referenceMetaQuery, QUERY_CLIENT)
  const [chosen, setChosen] = useState<string | null>(null)
  const [filter, setFilter] = useState(NO_FILTER)

  usePage(EXPLORER_TEXTS.exploreActions)
  useEffect(() => void loadEngine().catch(() => undefined), [])

  const service = chosen ?? splitAction(request?.action ?? '')?.service ?? ALL
  const resource = request?.resource || '*'
  const ofResource = splitArn(resource)?.[2]
  const needed = useMemo(() => [service, ofResource ?? ''], [service, ofResource])
  const reference = useReference(needed)
  const targets = useMemo(() => {
    if (!index.data) return null
    const prefixes = service === ALL ? [...index.data.services.keys()] : [service]
    return sweepTargets(index.data, prefixes, resource, reference.service)
  }, [index.data, service, resource, reference])
  const { rows, state, took, cancel, retry } = useSweep(accessCase, targets)
  const settled = useDeferredValue(filter)
  const shown = useMemo(() => filterRows(rows, settled), [rows, settled])
  const counts = useMemo(() => countAnswers(rows), [rows])

  const ask = (action: string) => {
    edit((draft) => setRequestField(draft, 'action', action))
    window.location.hash = '#/'
  }
  const isReady = accessCase !== null && request?.principal
  return (
    <div className="flex h-dvh flex-col">
      <PageHeader page="Explore" />
      <main className="mx-auto flex min-h-0 w-full max-w-7xl flex-1 flex-col gap-3 px-4 py-5">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{EXPLORER_TEXTS.exploreActions}</h1>
          <p className="mt-1 text-sm [overflow-wrap:anywhere] text-muted">
            {isReady ? (
              <>
                Every action for <Arn text={request.principal} /> on{' '}
                {resource === '*' ? 'any resource' : <Arn text={resource} />}, with the policies and context keys of
                this case.
              </>
            ) : (
              EXPLORER_TEXTS.everyActionForThe
            )}
          </p>
        </div>
        {index.isError && (
          <Notice tone="deny">
            <p>{EXPLORER_TEXTS.theListOfActions}</p>
            <Button size="small" className="mt-2" onClick={() => void index.refetch()}>
              Try again
            </Button>
          </Notice>
        )}
        {!isReady && <NoCase />}
        {isReady && (
          <>
            <FilterBar
              services={list.data ? [...list.data.services.values()] : []}
              service={service}
              onService={setChosen}
              filter={filter}
              onFilter={setFilter}
              counts={counts}
            />
            <div className="flex min-h-8 flex-wrap items-center gap-3 text-xs text-muted">
              <span role="status">
                {state === 'running' && targets
                  ? `Asked ${rows.length.toLocaleString('en')} of ${targets.length.toLocaleString('en')}`
                  : null}
                {state === 'done' && took !== null
                  ? `${shown.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')} actions shown, asked in ${(took / 1000).toFixed(2)} s`
                  : null}
                {state === 'cancelled' && `Stopped after ${rows.length.toLocaleString('en')} actions`}
                {state === 'failed' && EXPLORER_TEXTS.thisBrowserCouldNot}
              </span>
              {state === 'failed' && (
                <Button size="small" onClick={retry}>
                  Try again
                </Button>
              )}
              {state === 'running' && targets && (
                <>
                  <progress
                    aria-label="Actions asked"
                    value={rows.length}
                    max={targets.length}
                    className="h-1.5 w-40"
                  />
                  <Button size="small" onClick={cancel}>
                    Stop
                  </Button>
                </>
              )}
              <span className="flex-1" />
              <label className="flex items-center gap-1.5">
                <input type="checkbox" checked={isAssuming} onChange={(event) => setAssuming(event.target.checked)} />
                Assume none in the layers not pasted
              </label>
              {meta.data && <span>{`Actions as of ${meta.data.actions.date}`}</span>}
              <Button
                size="small"
                icon={<Download size={13} aria-hidden />}
                disabled={shown.length === 0}
                onClick={() => saveFile('actions.csv', 'text/csv', rowsToCsv(shown, resource))}
              >
                Save as CSV
              </Button>
            </div>
            <RowList rows={shown} resource={resource} onAsk={ask} />
          </>
        )}
      </main>
    </div>
  )
}

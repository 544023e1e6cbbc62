import { APP_TEXTS } from './messages'
import { useDeferredValue } from 'react'
import { useOffline } from '../features/offline/offline-state'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { lazyPart } from '../ui/lazy-part'
import { PartFailed } from '../ui/PartFailed'
import { buttonClass } from '../ui/Button'
import type { Place } from '../state/address'
import { usePlace } from '../state/use-address'
import { DialogHost } from './DialogHost'
import { useArrival } from '../state/use-arrival'
import { Workbench } from './Workbench'
import { WorkbenchProvider } from '../state/WorkbenchProvider'

const ComparePage = lazyPart(async () => (await import('../features/compare/ComparePage')).ComparePage)
const ExplorerPage = lazyPart(async () => (await import('../features/explorer/ExplorerPage')).ExplorerPage)
const LearnPage = lazyPart(async () => (await import('../features/learn/LearnPage')).LearnPage)
const TrailPage = lazyPart(async () => (await import('../features/trail/TrailPage')).TrailPage)
const UpdateNotice = lazyPart(async () => (await import('../features/offline/UpdateNotice')).UpdateNotice)

/** Each page's code is loaded when the address first asks for it. */
const PAGES = { compare: ComparePage, learn: LearnPage, explore: ExplorerPage, trail: TrailPage } satisfies Readonly<
  Record<Exclude<Place, 'workbench'>, unknown>
>

/** Stands in the place of a whole page, with the way to the workbench. */
function PageFailed({ isNotLoaded, onRetry }: { readonly isNotLoaded: boolean; readonly onRetry: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <PartFailed isNotLoaded={isNotLoaded} onRetry={onRetry}>
        <a href="#/" className={buttonClass('quiet', 'small')}>
          Workbench
        </a>
      </PartFailed>
    </main>
  )
}

/** Stands in the place of a whole page until its code is here. */
const PAGE_WAITING = (
  <main aria-busy className="late mx-auto max-w-xl px-4 py-16 text-sm text-muted">
    <p role="status">{APP_TEXTS.thisPageIsLoading}</p>
    <a href="#/" className={buttonClass('quiet', 'small')}>
      Workbench
    </a>
  </main>
)

const pageFailed = (retry: () => void, isNotLoaded: boolean) => <PageFailed isNotLoaded={isNotLoaded} onRetry={retry} />

/** The page that the address names, which comes in pieces: a whole page takes long. One that fails lets the others be. */
function Page() {
  useArrival()
  const place = useDeferredValue(usePlace())
  if (place === 'workbench') return <Workbench />
  const Shown = PAGES[place]
  return <Shown key={place} waiting={PAGE_WAITING} failed={pageFailed} />
}

function Update() {
  const { hasUpdate } = useOffline()
  if (!hasUpdate) return null
  // A version that waits can wait on.
  return <UpdateNotice failed={() => null} />
}

/** The app: the workbench, or the page that the fragment names. The draft outlives a visit to another page. */
export function App() {
  return (
    <WorkbenchProvider>
      <ErrorBoundary fallback={pageFailed}>
        <Page />
      </ErrorBoundary>
      <ErrorBoundary>
        <DialogHost />
      </ErrorBoundary>
      <Update />
    </WorkbenchProvider>
  )
}

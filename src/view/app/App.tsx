import { lazy, Suspense } from 'react'
import { useOffline } from '../features/offline/offline-state'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { usePlace, type Place } from '../state/address'
import { DialogHost } from './DialogHost'
import { useArrival } from '../state/use-arrival'
import { Workbench } from './Workbench'
import { WorkbenchProvider } from '../state/WorkbenchProvider'

const ExplorerPage = lazy(async () => ({ default: (await import('../features/explorer/ExplorerPage')).ExplorerPage }))
const LearnPage = lazy(async () => ({ default: (await import('../features/learn/LearnPage')).LearnPage }))
const TrailPage = lazy(async () => ({ default: (await import('../features/trail/TrailPage')).TrailPage }))
const UpdateNotice = lazy(async () => ({ default: (await import('../features/offline/UpdateNotice')).UpdateNotice }))

/** Each page's code is loaded when the address first asks for it. */
const PAGES = { workbench: Workbench, learn: LearnPage, explore: ExplorerPage, trail: TrailPage } satisfies Readonly<
  Record<Place, unknown>
>

function Page() {
  useArrival()
  const Shown = PAGES[usePlace()]
  return (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  )
}

function Update() {
  const { hasUpdate } = useOffline()
  if (!hasUpdate) return null
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <UpdateNotice />
      </Suspense>
    </ErrorBoundary>
  )
}

/** The app: the workbench, or the page that the fragment names. The draft outlives a visit to another page. */
export function App() {
  return (
    <WorkbenchProvider>
      <Page />
      <DialogHost />
      <Update />
    </WorkbenchProvider>
  )
}

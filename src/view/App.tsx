import { lazy, Suspense } from 'react'
import { usePlace } from './workbench/address'
import { DialogHost } from './workbench/DialogHost'
import { useArrival } from './workbench/use-arrival'
import { Workbench } from './workbench/Workbench'
import { WorkbenchProvider } from './workbench/WorkbenchProvider'

const LearnPage = lazy(async () => ({ default: (await import('./learn/LearnPage')).LearnPage }))

function Page() {
  useArrival()
  if (usePlace() === 'workbench') return <Workbench />
  return (
    <Suspense fallback={null}>
      <LearnPage />
    </Suspense>
  )
}

/** The app: the workbench, or the page that the fragment names. The draft outlives a visit to another page. */
export function App() {
  return (
    <WorkbenchProvider>
      <Page />
      <DialogHost />
    </WorkbenchProvider>
  )
}

import { useState, type ReactNode } from 'react'
import { lazyPart } from '../../../ui/lazy-part'
import { Tab, TabList, TabPanel, Tabs } from '../../../ui/Tabs'

const NeedsPanel = lazyPart(async () => (await import('./NeedsPanel')).NeedsPanel)
const ChangePanel = lazyPart(async () => (await import('./ChangePanel')).ChangePanel)
const QueriesPanel = lazyPart(async () => (await import('./QueriesPanel')).QueriesPanel)

interface TrailPartsProps {
  /** What the log is filtered by now. */
  readonly principal: string
  readonly words: string
  /** The denials of the log. */
  readonly children: ReactNode
}

/** The parts of the log view: its denials, and the questions about policies that a log answers. */
export function TrailParts({ principal, words, children }: TrailPartsProps) {
  const [part, setPart] = useState('denials')
  // What was entered in a part stays while another is looked at.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['denials']))
  const open = (value: string) => {
    setPart(value)
    setOpened(new Set([...opened, value]))
  }
  return (
    <Tabs value={part} onValueChange={open} className="space-y-5">
      <TabList aria-label="Parts of the log view">
        <Tab value="denials">Denials</Tab>
        <Tab value="needs">What is needed</Tab>
        <Tab value="change">What would break</Tab>
        <Tab value="queries">Queries</Tab>
      </TabList>
      <TabPanel value="denials" keep className="space-y-4">
        {children}
      </TabPanel>
      <TabPanel value="needs" keep={opened.has('needs')}>
        <NeedsPanel />
      </TabPanel>
      <TabPanel value="change" keep={opened.has('change')}>
        <ChangePanel />
      </TabPanel>
      <TabPanel value="queries" keep={opened.has('queries')}>
        <QueriesPanel principal={principal} words={words} />
      </TabPanel>
    </Tabs>
  )
}

import { Ellipsis, Redo2, Search, Share2, Undo2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { Draft } from '../../draft/draft'
import { setTitle } from '../../draft/edit/edit-draft'
import { Button, buttonClass, IconButton } from '../ui/Button'
import { classNames } from '../ui/class-names'
import { lazyPart } from '../ui/lazy-part'
import { Logo } from '../ui/Logo'
import { PartFailed } from '../ui/PartFailed'
import { ThemeButton } from '../ui/ThemeButton'
import { useNewCase } from './use-new-case'
import { useDialogs } from '../state/dialogs'
import { COMMAND_KEY } from '../state/shortcuts'
import { useDraftHold, useDraftPart, useSteps } from '../state/workbench'

const ExamplesMenu = lazyPart(async () => (await import('../features/examples/ExamplesMenu')).ExamplesMenu)

/** The button stands alone until it is wanted; then the menu's code takes its place, open. */
function Examples() {
  const [wanted, setWanted] = useState(false)
  const button = (
    <Button aria-haspopup="menu" onClick={() => setWanted(true)}>
      Examples
    </Button>
  )
  if (!wanted) return button
  return (
    <ExamplesMenu
      waiting={button}
      failed={(retry, isNotLoaded) => (
        <>
          {button}
          <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} onClose={() => setWanted(false)} />
        </>
      )}
    >
      <Button>Examples</Button>
    </ExamplesMenu>
  )
}

const titleOf = ({ title }: Draft): string => title
const isBoxEmpty = ({ paste }: Draft): boolean => paste === ''

/** The top of the page: what this is, the case's title, and what can be done with the whole of it. */
export const Header = memo(function Header() {
  const { edit, dispatch } = useDraftHold()
  const { canUndo, canRedo } = useSteps()
  const title = useDraftPart(titleOf)
  const isEmpty = useDraftPart(isBoxEmpty)
  const { show } = useDialogs()
  const startAnew = useNewCase()
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
      <a href="#/" className="flex shrink-0 items-center gap-2.5 rounded-md">
        <Logo />
        <h1 className="text-base font-semibold tracking-tight">Why Denied?</h1>
      </a>
      <input
        aria-label="Title of this case"
        value={title}
        placeholder={isEmpty ? '' : 'Name this case'}
        onChange={(event) => edit((before) => setTitle(before, event.target.value), 'title')}
        maxLength={120}
        autoComplete="off"
        className="ml-1 h-7 min-w-0 flex-1 truncate rounded-md border border-transparent bg-transparent px-2 text-sm text-muted hover:border-line focus:border-line-strong focus:text-ink focus-visible:outline-offset-0 max-desk:hidden"
      />
      <div className="flex-1 desk:hidden" />
      <nav aria-label="Page" className="flex items-center gap-1.5 max-desk:gap-1 max-desk:*:px-2">
        <div className="flex items-center max-desk:hidden">
          <IconButton label="Undo" disabled={!canUndo} onClick={() => dispatch({ kind: 'undo' })}>
            <Undo2 size={16} aria-hidden />
          </IconButton>
          <IconButton label="Redo" disabled={!canRedo} onClick={() => dispatch({ kind: 'redo' })}>
            <Redo2 size={16} aria-hidden />
          </IconButton>
          <ThemeButton />
        </div>
        <Button aria-label="New case" onClick={startAnew}>
          New
        </Button>
        <a
          href="#/explore"
          aria-label="Explore actions"
          className={classNames(buttonClass('secondary'), 'max-desk:hidden')}
        >
          Explore
        </a>
        <a href="#/compare" aria-label="Compare" className={classNames(buttonClass('secondary'), 'max-desk:hidden')}>
          Compare
        </a>
        <a href="#/trail" aria-label="Log view" className={classNames(buttonClass('secondary'), 'max-desk:hidden')}>
          Log
        </a>
        <a href="#/learn" aria-label="Learn" className={buttonClass('secondary')}>
          Learn
        </a>
        <div className="max-desk:hidden">
          <Examples />
        </div>
        <Button aria-label="All commands" aria-keyshortcuts="Control+K Meta+K" onClick={() => show('palette')}>
          <Ellipsis size={15} aria-hidden className="desk:hidden" />
          <Search size={15} aria-hidden className="max-desk:hidden" />
          <kbd className="font-sans text-xs text-muted max-desk:hidden">{COMMAND_KEY}K</kbd>
        </Button>
        <Button look="accent" aria-label="Share" icon={<Share2 size={15} aria-hidden />} onClick={() => show('share')}>
          <span className="max-sm:hidden">Share</span>
        </Button>
      </nav>
    </header>
  )
})

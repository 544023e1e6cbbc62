import { useEffect, type ReactNode } from 'react'
import { buttonClass } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { PageHeader } from '../../ui/PageHeader'
import { usePage } from '../../ui/use-page'
import './learn.css'

interface LearnFrameProps {
  /** The title of the browser's tab. */
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of every page to learn on: header, way back, and the page itself. */
export function LearnFrame({ title, wide = false, children }: LearnFrameProps) {
  usePage(title)
  useEffect(() => {
    // Newer browsers give a promise, which is nothing to clean up.
    void window.scrollTo({ top: 0 })
  }, [title])
  return (
    <div className="learn-page min-h-dvh">
      <PageHeader page="Learn">
        <nav aria-label="Learn" className="flex items-center gap-1 text-sm">
          <a href="#/learn" className={buttonClass('quiet')}>
            Course
          </a>
          <a href="#/learn/gallery" className={buttonClass('quiet')}>
            Examples
          </a>
        </nav>
      </PageHeader>
      <main
        className={classNames(
          'mx-auto px-4 py-8 sm:py-10 print:max-w-none print:p-0',
          wide ? 'max-w-[86rem]' : 'max-w-2xl',
        )}
      >
        {children}
      </main>
    </div>
  )
}

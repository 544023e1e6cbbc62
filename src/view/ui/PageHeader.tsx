import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from './Button'
import { classNames } from './class-names'
import { Logo } from './Logo'
import { ThemeButton } from './ThemeButton'

const PAGES = [
  { address: '#/explore', short: 'Explore', name: 'Explore actions' },
  { address: '#/compare', short: 'Compare', name: 'Compare' },
  { address: '#/trail', short: 'Log', name: 'Log view' },
  { address: '#/learn', short: 'Learn', name: 'Learn' },
] as const

interface PageHeaderProps {
  readonly page: (typeof PAGES)[number]['short']
  /** What can be done on this page alone. */
  readonly children?: ReactNode
}

/** The top of every page beside the workbench: the same ways in the same order as there, and the way back. */
export function PageHeader({ page, children }: PageHeaderProps) {
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 print:hidden">
      <a href="#/" className="flex shrink-0 items-center gap-2.5 rounded-md">
        <Logo />
        <span className="text-base font-semibold tracking-tight">Why Denied?</span>
      </a>
      <span className="flex-1" />
      {children}
      <nav aria-label="Pages" className="flex items-center gap-1.5">
        <span className="max-desk:hidden">
          <ThemeButton />
        </span>
        {PAGES.map(({ address, short, name }) => (
          <a
            key={address}
            href={address}
            aria-label={name}
            aria-current={short === page ? 'page' : undefined}
            className={classNames(
              buttonClass('secondary'),
              'max-desk:hidden aria-[current]:border-accent aria-[current]:text-accent',
            )}
          >
            {short}
          </a>
        ))}
        <a href="#/" className={buttonClass('secondary')} aria-label="Workbench">
          <ArrowLeft size={15} aria-hidden />
          <span className="max-sm:hidden">Workbench</span>
        </a>
      </nav>
    </header>
  )
}

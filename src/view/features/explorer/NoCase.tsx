import { buttonClass } from '../../ui/Button'
import { EXPLORER_TEXTS } from './messages'

/** What the page shows before there is a case: the ways to one. */
export const NoCase = () => (
  <div className="flex flex-col items-start gap-4 rounded-xl border border-dashed border-line-strong bg-surface px-6 py-10 sm:items-center sm:text-center">
    <p className="text-base font-semibold">{EXPLORER_TEXTS.noCaseYet}</p>
    <p className="max-w-xl text-sm text-balance text-muted">{EXPLORER_TEXTS.whatItNeeds}</p>
    <div className="flex flex-wrap gap-2 sm:justify-center">
      <a href="#/" className={buttonClass('primary')}>
        {EXPLORER_TEXTS.pasteAnError}
      </a>
      <a href="#/learn/gallery" className={buttonClass('secondary')}>
        {EXPLORER_TEXTS.tryAnExample}
      </a>
    </div>
  </div>
)

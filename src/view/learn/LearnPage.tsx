import { ArrowLeft } from 'lucide-react'
import { useEffect } from 'react'
import { EXAMPLES } from '../../lessons/examples'
import { POLICY_TABS } from '../policies/policy-tabs'
import { buttonClass } from '../ui/Button'
import { Logo } from '../ui/Logo'
import { useIntake } from '../workbench/intake'

const RULES = [
  'Everything starts denied: a request that no policy allows is an implicit deny.',
  'An explicit Deny that matches, in any policy, ends it. No Allow anywhere outweighs it.',
  'Identity-based and resource-based policies grant. All others only limit: what they do not allow is denied, and what they allow is not yet granted.',
  'Within one account a grant on either side is enough. Across accounts both accounts must grant.',
]

/** How AWS decides, policy type by policy type, with cases to try each on. */
export function LearnPage() {
  const { openDraft } = useIntake()
  useEffect(() => {
    document.title = 'Learn · Why Denied?'
    return () => {
      document.title = 'Why Denied?'
    }
  }, [])
  return (
    <div className="min-h-dvh">
      <header className="flex h-13 items-center gap-4 border-b border-line bg-surface px-4">
        <a href="#/" className="flex items-center gap-2.5 rounded-md">
          <Logo />
          <span className="text-base font-semibold tracking-tight">Why Denied?</span>
        </a>
        <span className="flex-1" />
        <a href="#/" className={buttonClass('secondary')}>
          <ArrowLeft size={15} aria-hidden />
          Workbench
        </a>
      </header>
      <main className="mx-auto max-w-2xl px-5 py-10">
        <h1 className="text-2xl font-semibold tracking-tight">How AWS decides</h1>
        <ol className="mt-4 list-decimal space-y-2 pl-5 marker:text-muted">
          {RULES.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
        <h2 className="mt-10 text-lg font-semibold">The seven places a policy can hang</h2>
        <dl className="mt-3 divide-y divide-line">
          {POLICY_TABS.map(({ layer, name, about, noneMeans }) => (
            <div key={layer} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_1fr]">
              <dt className="font-medium">{name}</dt>
              <dd className="text-muted">
                {about} <span className="block text-sm">Nothing attached: {noneMeans}</span>
              </dd>
            </div>
          ))}
        </dl>
        <h2 className="mt-10 text-lg font-semibold">Try it on a case</h2>
        <p className="mt-1 text-muted">Read the error, say which policy type denied, then open the case and see.</p>
        <ul className="mt-3 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {EXAMPLES.map(({ id, title, summary, draft }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => openDraft(draft)}
                className="block w-full px-4 py-2.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
              >
                <span className="block font-medium">{title}</span>
                <span className="block text-sm text-muted">{summary}</span>
              </button>
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}

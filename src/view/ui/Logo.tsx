/** The mark: a gate of two posts with two bars across. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden focusable="false" className="shrink-0">
      <path d="M4 1.75v16.5M16 1.75v16.5" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M4 6.75h12M4 12.75h12" stroke="var(--deny-solid)" strokeWidth="2.5" />
    </svg>
  )
}

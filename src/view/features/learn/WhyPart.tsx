import type { ReactNode } from 'react'

/** A part of the page of a code, under its heading. */
export function WhyPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-2 space-y-3">{children}</div>
    </section>
  )
}

/** What stands over a page while a file is held above it. */
export const DropHere = () => (
  <div
    aria-hidden
    className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-accent-soft/90 text-lg font-semibold text-accent"
  >
    Drop it to read it here
  </div>
)

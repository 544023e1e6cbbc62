/** Says that a field is full: what was longer was cut, see `capped`. */
export function FullNote({ value, longest }: { readonly value: string; readonly longest: number }) {
  if (value.length < longest) return null
  return (
    <p role="status" className="mt-1 text-xs text-muted">
      At most {longest.toLocaleString('en')} characters fit here.
    </p>
  )
}

/** A time as the log writes it, in two parts that break between them. */
export function Time({ value }: { readonly value: string | null }) {
  if (value === null) return <span className="text-faint">–</span>
  return (
    <time dateTime={value} className="text-xs whitespace-nowrap text-muted tabular-nums">
      {value.replace('T', ' ')}
    </time>
  )
}

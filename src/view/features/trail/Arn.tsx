const HEAD = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/

/** A name from AWS; of an ARN the part that tells things apart stands out. */
export function ShortArn({ value }: { readonly value: string }) {
  const head = HEAD.exec(value)?.[0] ?? ''
  return (
    <span className="term text-xs">
      <span className="text-faint">{head}</span>
      {value.slice(head.length)}
    </span>
  )
}

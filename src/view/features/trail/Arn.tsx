import { Breakable } from '../../ui/Breakable'
import { Name } from '../../ui/Name'

const HEAD = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/

/** A name from AWS; of an ARN the part that tells things apart stands out. */
export function ShortArn({ value }: { readonly value: string }) {
  const head = HEAD.exec(value)?.[0] ?? ''
  return (
    <span className="term text-xs">
      <bdi>
        <span className="text-faint">
          <Breakable text={head} />
        </span>
        <wbr />
        <Name text={value.slice(head.length)} />
      </bdi>
    </span>
  )
}

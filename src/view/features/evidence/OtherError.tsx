import { TOPICS } from '../../../denial/topics'
import { Notice } from '../../ui/Notice'

/** An error that is no authorization denial: what it is, and what to do about it. */
export function OtherError({ topic }: { readonly topic: string }) {
  const found = TOPICS.find(({ code }) => code === topic)
  if (found === undefined) return null
  return (
    <Notice tone="depends">
      <p className="font-medium">{found.title}</p>
      <p>{found.whatToDo}</p>
    </Notice>
  )
}

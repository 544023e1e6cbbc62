import { Shown } from '../ui/Name'

/** A name from a policy within a sentence: in quotes, or such that nothing else is written so: ARNs, actions, keys, elements. */
const CODE =
  /"([^"\s]+)"|\barn:(?:[\w:/.*{}$@+=,-]|<[^<>]{1,60}>){0,400}(?:[\w*}]|<[^<>]{1,60}>)|\b[a-z][a-z\d-]*:(?:[A-Z*]|x-)[\w*-]*(?:[/:][\w/:*-]*[\w*])?|\bNot(?:Action|Resource|Principal)\b|\b(?:String|Arn|Numeric|Date|Bool|Null|For(?:Any|All)Value)[A-Z]\w+\b/g

/** A sentence whose names are code, as they are in a policy. */
export function CodeInProse({ text }: { readonly text: string }) {
  let at = 0
  const pieces = [...text.matchAll(CODE)].flatMap((found) => {
    const before = text.slice(at, found.index)
    at = found.index + found[0].length
    return [
      <Shown key={found.index} text={before} />,
      <code key={at} className="term">
        <Shown text={found[1] ?? found[0]} />
      </code>,
    ]
  })
  return (
    <>
      {pieces}
      <Shown text={text.slice(at)} />
    </>
  )
}

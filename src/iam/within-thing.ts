/** The fields of an ARN: behind the fifth stands what kind of thing it is, and which. */
const FIELDS = 5

/** What an ARN has behind a thing of another one’s kind, whichever it is there: `/branches/*` of an app’s branches. */
function behindThing(thing: string, arn: string): string | undefined {
  const [own, theirs] = [thing, arn].map((one) => one.split(/[/:]/)) as [string[], string[]]
  const last = own.length - 1
  const isOfKind = own.slice(FIELDS, last).every((part, at) => part === theirs[FIELDS + at])
  const isOfService = own[2] === theirs[2] && last > FIELDS && theirs.length > own.length
  return isOfService && isOfKind ? arn.slice(theirs.slice(0, own.length).join('/').length) : undefined
}

/** The parts of a thing that are of the kind which an ARN names of a thing like it; undefined: it names none. */
export function partsLike(thing: string, arn: string): string | undefined {
  const behind = behindThing(thing, arn)
  return behind === undefined
    ? undefined
    : `${thing}${behind.slice(0, Math.max(behind.lastIndexOf('/'), behind.lastIndexOf(':')) + 1)}*`
}

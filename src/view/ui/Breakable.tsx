import { Fragment } from 'react'
import { LONGEST_WHOLE, Name, Shown } from './Name'

/** Where a line may end within a name: after a colon or a slash, and before a capital. */
const ENDS = /(?<=[:/])|(?<=[a-z])(?=[A-Z])/

/** A text in a narrow place: its lines end between the parts of names, and within a part only where that alone is too long. */
export const Breakable = ({ text }: { readonly text: string }) =>
  text.split(ENDS).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <Shown text={part} />
    </Fragment>
  ))

/** A name in a narrow place, shortened like any other. */
export const BreakableName = ({ text }: { readonly text: string }) =>
  text.length > LONGEST_WHOLE ? (
    <Name text={text} />
  ) : (
    <bdi>
      <Breakable text={text} />
    </bdi>
  )

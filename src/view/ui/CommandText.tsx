import { Fragment } from 'react'
import { InParts } from './Name'

/** A longer part of a word is broken where the line ends. In characters. */
const LONGEST_PART = 120

/** A word's parts: a document, a query and a list end a line behind their members. */
const MEMBERS = /(?<=[,;])(?=.)/

/** So much further in stands what does not fit a line. In characters. */
const HANGING = 2

const indentOf = (line: string): number => line.length - line.trimStart().length

/** A word: what has hyphens or members breaks between its parts, and within one only where that alone is too long. */
function Word({ text }: { readonly text: string }) {
  const parts = text.split(MEMBERS)
  if (parts.length === 1 && !text.includes('-')) return <InParts text={text} />
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part.length > LONGEST_PART ? (
        <InParts text={part} />
      ) : (
        <span className="inline-block max-w-full indent-0">
          <InParts text={part} />
        </span>
      )}
    </Fragment>
  ))
}

/** A command: each line breaks between its words, and not at the hyphens of an option; what does not fit stands further in than its line. */
export const CommandText = ({ text }: { readonly text: string }) =>
  text.split(/(?<=\n)/).map((line, at) => {
    const hangs = indentOf(line.trimEnd()) + HANGING
    return (
      <span key={at} className="block" style={{ paddingInlineStart: `${hangs}ch`, textIndent: `-${hangs}ch` }}>
        {line.split(/( +|\n)/).map((word, index) => (word.trim() === '' ? word : <Word key={index} text={word} />))}
      </span>
    )
  })

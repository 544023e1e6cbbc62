import { Shown } from './Name'

/** A longer word is broken where the line ends: it is a document, and no option or name. In characters. */
const LONGEST_WORD = 120

/** So much further in stands what does not fit a line. In characters. */
const HANGING = 2

const indentOf = (line: string): number => line.length - line.trimStart().length

/** A command: each line breaks between its words, and not at the hyphens of an option; what does not fit stands further in than its line. */
export const CommandText = ({ text }: { readonly text: string }) =>
  text.split(/(?<=\n)/).map((line, at) => {
    const hangs = indentOf(line.trimEnd()) + HANGING
    return (
      <span key={at} className="block" style={{ paddingInlineStart: `${hangs}ch`, textIndent: `-${hangs}ch` }}>
        {line.split(/( +|\n)/).map((word, index) =>
          word.length > LONGEST_WORD || !word.includes('-') ? (
            <Shown key={index} text={word} />
          ) : (
            <span key={index} className="inline-block max-w-full indent-0">
              <Shown text={word} />
            </span>
          ),
        )}
      </span>
    )
  })

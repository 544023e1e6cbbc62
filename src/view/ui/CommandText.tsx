import { Shown } from './Name'

/** A longer word is broken where the line ends: it is a document, and no option or name. In characters. */
const LONGEST_WORD = 120

/** A command: the lines break between its words, and not at the hyphens of an option. */
export const CommandText = ({ text }: { readonly text: string }) =>
  text.split(/( +|\n)/).map((word, index) =>
    word.length > LONGEST_WORD || !word.includes('-') ? (
      <Shown key={index} text={word} />
    ) : (
      <span key={index} className="inline-block max-w-full indent-0">
        <Shown text={word} />
      </span>
    ),
  )

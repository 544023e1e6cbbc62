const WORD = /"[^"]{0,400}"(?!\S)|(?:<[^<>]{1,80}>|[^\s<])+/g

/**
 * The words of a command as a row writes it: parted by spaces, where a blank in angle brackets belongs to one word. A word that
 * has a space of its own stands in double quotes, and has none inside.
 */
export const wordsOfCommand = (command: string): readonly string[] =>
  (command.match(WORD) ?? []).map((word) => (/^".*"$/s.test(word) ? word.slice(1, -1) : word))

/** A sentence as a text has it; of a longer one its beginning, which says that it goes on. */
export const quoted = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s\S{0,80}$/, '')} …`

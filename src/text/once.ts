/** What is made when it is first asked for, and kept: a table that few texts need costs nothing where none does. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null
  return () => (made ??= { it: make() }).it
}

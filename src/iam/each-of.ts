/** What a list leaves out stands here where it leaves something out, so that the compiler's message names it. */
type NothingMissing<Item, List extends readonly unknown[]> = [Exclude<Item, List[number]>] extends [never]
  ? unknown
  : { readonly missing: Exclude<Item, List[number]> }

/**
 * A list that names every member of a union, in an order of its own: `eachOf<Layer>()([…])` does not compile while one
 * is missing.
 */
export const eachOf =
  <Item>() =>
  <const List extends readonly Item[]>(list: List & NothingMissing<Item, List>): List =>
    list

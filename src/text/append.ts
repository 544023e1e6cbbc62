/** Adds items to a list. A call with as many arguments overflows the stack where there are a hundred thousand. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item)
}

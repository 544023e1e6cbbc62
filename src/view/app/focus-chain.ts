/** An element and what stands around it, from the inside out, without the body. */
export function chainOf(element: Element | null): readonly Element[] {
  const chain: Element[] = []
  for (let each = element; each !== null && each !== document.body; each = each.parentElement) chain.push(each)
  return chain
}

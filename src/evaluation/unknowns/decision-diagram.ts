import type { Decision } from '../evaluation'

/**
 * A decision as a function of groups of unknown things: at each node one group, and for each of its scenarios what
 * follows. Equal parts are one node, and a node whose scenarios all end alike is left out, so that exactly the groups
 * that matter stand in it.
 */
export type Node = Leaf | Branch

/** How it ends. */
export interface Leaf {
  readonly id: number
  readonly group: null
  readonly decision: Decision
}

/** What hangs on a group. */
export interface Branch {
  readonly id: number
  readonly group: number
  /** One for each scenario. */
  readonly children: readonly Node[]
}

/** Makes nodes, each once. */
export interface Nodes {
  readonly outcome: (decision: Decision) => Leaf
  readonly branch: (group: number, children: readonly Node[]) => Node
}

/** A place to make nodes in. */
export function newNodes(): Nodes {
  const made = new Map<string, Node>()
  return {
    outcome: (decision) => {
      const node = (made.get(decision) as Leaf | undefined) ?? { id: made.size, group: null, decision }
      made.set(decision, node)
      return node
    },
    branch: (group, children) => {
      const [first] = children
      if (first !== undefined && children.every((child) => child === first)) return first
      let key = `${group}:`
      for (const { id } of children) key += `${id},`
      const node = made.get(key) ?? { id: made.size, group, children }
      made.set(key, node)
      return node
    },
  }
}

/** All groups that matter. */
export function groupsIn(root: Node): ReadonlySet<number> {
  const groups = new Set<number>()
  const seen = new Set<Node>()
  const visit = (node: Node) => {
    if (seen.has(node) || node.group === null) return
    seen.add(node)
    groups.add(node.group)
    node.children.forEach(visit)
  }
  visit(root)
  return groups
}

/** For each group which of its scenarios are left; all of them where nothing is said of it. */
export type Left = readonly (readonly boolean[] | undefined)[]

/** Asks of a diagram, as often as needed: does every way that is left end in this decision? */
export function endsOf(root: Node): (decision: Decision, left: Left) => boolean {
  // A node is made after those below it, so that its id is the greatest of them. At each, the last question it was seen in.
  const seenIn = new Array<number>(root.id + 1).fill(0)
  let question = 0
  const visit = (node: Node, decision: Decision, left: Left): boolean => {
    if (node.group === null) return node.decision === decision
    if (seenIn[node.id] === question) return true
    seenIn[node.id] = question
    const { children } = node
    const scenarios = left[node.group]
    for (let i = 0; i < children.length; i++) {
      if (scenarios?.[i] !== false && !visit(children[i] as Node, decision, left)) return false
    }
    return true
  }
  return (decision, left) => {
    question++
    return visit(root, decision, left)
  }
}

/** One way through the diagram: the scenario of each group that is met, and -1 for the other groups. */
export type Way = readonly number[]

/**
 * Visits ways to every decision, at most `most` of them; `skip` leaves scenarios out. A way is the visitor's only
 * while it is visited.
 */
export function visitWays(
  root: Node,
  most: number,
  skip: (group: number, scenario: number) => boolean,
  visitor: (decision: Decision, way: Way) => void,
): void {
  let left = most
  const way: number[] = []
  const follow = (node: Node): void => {
    if (node.group === null) {
      if (left-- > 0) visitor(node.decision, way)
      return
    }
    const { group, children } = node
    while (way.length <= group) way.push(-1)
    for (let scenario = 0; scenario < children.length; scenario++) {
      if (left <= 0 || skip(group, scenario)) continue
      way[group] = scenario
      follow(children[scenario] as Node)
    }
    way[group] = -1
  }
  follow(root)
}

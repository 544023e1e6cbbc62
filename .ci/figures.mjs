// How benches tell their figures: each beside its aim.

const shown = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })

/** Prints figures: `{ name, value, unit, most }`, of which each should be at most so much. */
export function printFigures(figures) {
  for (const { name, value, unit, most } of figures) {
    const aimed = `of ${shown(most)}${value <= most ? '' : '  NOT MET'}`
    console.log(`${name.padEnd(60)}${shown(value).padStart(9)} ${unit} ${aimed}`)
  }
}

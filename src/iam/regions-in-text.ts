const REGION =
  /(?<![a-z\d-])(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?!\d)/g

/** The names of Regions that stand in a text, each as often as it does. */
export const regionsIn = (text: string): readonly string[] => text.match(REGION) ?? []

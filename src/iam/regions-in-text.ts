const REGION =
  /(?<![a-z\d-])(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?!\d)/g

const REGION_IN_NAME = new RegExp(REGION.source.replace(String.raw`\d-])`, String.raw`\d])`), 'g')

/** The names of Regions that stand in a text, each as often as it does. */
export const regionsIn = (text: string): readonly string[] => text.match(REGION) ?? []

/** The same where a name has one as its part: the bucket `models-eu-west-1`. */
export const regionsInNames = (text: string): readonly string[] => text.match(REGION_IN_NAME) ?? []

/** What makes a fix worth offering: each is tried, and which one failed is known. */
export type FixStandard = 'can be done' | 'is accepted' | 'works' | 'is least' | 'keeps guards' | 'agrees'

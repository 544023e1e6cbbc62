export declare function findBrowser(): string | undefined
export declare function installBrowser(): string | undefined
export declare const LAUNCH_FLAGS: readonly string[]

const { FUZZ_SEED = '20261124', FUZZ_FACTOR = '1' } = process.env

/** Where chance begins: the same each time, so that what fails once fails again; another one by `FUZZ_SEED`. */
export const seed = Number(FUZZ_SEED)

/** How often something is tried: more often by `FUZZ_FACTOR`, for a night. */
export const runs = (usual: number): number => Math.ceil(usual * Number(FUZZ_FACTOR))

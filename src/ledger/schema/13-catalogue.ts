/** Every catalogue that was in force, so that what an achievement meant at a time can be looked up. */
export const catalogueVersions = `CREATE TABLE catalogue_version (
     row_key TEXT PRIMARY KEY,
     digest TEXT NOT NULL UNIQUE,
     version TEXT NOT NULL,
     text TEXT NOT NULL,
     in_force_from TEXT NOT NULL
   );`

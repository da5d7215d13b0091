/**
 * Partners that issue on behalf of the programme: whose a status list is, who was asked to issue an import, and every
 * mandate that was ever signed. `issuer` is the partner's id; NULL stands for the programme.
 */
export const issuers = `
   ALTER TABLE status_list ADD COLUMN issuer TEXT;
   ALTER TABLE batch ADD COLUMN issuer TEXT;
   CREATE TABLE mandate (
     issuer TEXT NOT NULL,
     digest TEXT NOT NULL,
     signed TEXT NOT NULL,
     created_at TEXT NOT NULL,
     PRIMARY KEY (issuer, digest)
   );`

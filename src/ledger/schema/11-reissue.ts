/** Credentials signed anew, why a version or a copy in a wallet counts no more, and what a restored ledger cannot know. */
export const reissue = `CREATE TABLE reissue (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     credential TEXT NOT NULL REFERENCES credential (id),
     reason TEXT NOT NULL,
     key_id TEXT,
     state TEXT NOT NULL CHECK (state IN ('reserved', 'done', 'void')),
     status_list INTEGER,
     status_index INTEGER,
     unsigned TEXT,
     ordered_at TEXT NOT NULL,
     ordered_by TEXT NOT NULL,
     settled_at TEXT,
     void_reason TEXT,
     UNIQUE (status_list, status_index)
   );
   CREATE INDEX reissue_credential ON reissue (credential, row_key);
   CREATE INDEX reissue_key ON reissue (key_id, state) WHERE key_id IS NOT NULL;
   CREATE UNIQUE INDEX reissue_reserved_once ON reissue (credential) WHERE state = 'reserved';
   CREATE TABLE reissue_run (
     key_id TEXT PRIMARY KEY,
     ordered_at TEXT NOT NULL,
     ordered_by TEXT NOT NULL,
     ended_at TEXT
   );
   CREATE TABLE gap (
     row_key TEXT PRIMARY KEY,
     begins_at TEXT NOT NULL,
     ends_at TEXT NOT NULL,
     noted_at TEXT NOT NULL
   );
   ALTER TABLE superseded ADD COLUMN reason TEXT NOT NULL DEFAULT 'replaced';
   ALTER TABLE bound_credential ADD COLUMN revocation_code TEXT;
   ALTER TABLE status_list ADD COLUMN closed_at TEXT;
   DROP VIEW taken_index;
   CREATE VIEW taken_index AS
     SELECT status_list, status_index FROM credential
     UNION ALL SELECT status_list, status_index FROM superseded
     UNION ALL SELECT status_list, status_index FROM bound_credential
     UNION ALL SELECT status_list, status_index FROM correction WHERE status_list IS NOT NULL
     UNION ALL SELECT status_list, status_index FROM reissue WHERE status_list IS NOT NULL;`

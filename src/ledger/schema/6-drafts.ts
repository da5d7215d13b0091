/**
 * Imports that are looked at before anything is issued, and what can be done about one that is under way. Of earlier
 * batches no credential names its batch: there it is found by way of their lines.
 */
export const drafts = `CREATE TABLE draft (
     id TEXT PRIMARY KEY,
     course TEXT NOT NULL,
     options TEXT NOT NULL,
     file_name TEXT NOT NULL,
     file_hash TEXT NOT NULL,
     file_size INTEGER NOT NULL,
     created_by TEXT NOT NULL,
     created_at TEXT NOT NULL,
     changed_at TEXT NOT NULL,
     batch TEXT UNIQUE REFERENCES batch (id)
   );
   CREATE INDEX draft_created ON draft (created_at);
   CREATE TABLE course_reading (
     course TEXT PRIMARY KEY,
     options TEXT NOT NULL,
     changed_at TEXT NOT NULL
   );
   ALTER TABLE batch ADD COLUMN file_name TEXT;
   ALTER TABLE batch ADD COLUMN held_until TEXT;
   ALTER TABLE batch ADD COLUMN paused_at TEXT;
   ALTER TABLE batch ADD COLUMN undo_at TEXT;
   ALTER TABLE batch ADD COLUMN undone_at TEXT;
   CREATE INDEX batch_created ON batch (created_at, id);
   ALTER TABLE credential ADD COLUMN batch TEXT REFERENCES batch (id);
   ALTER TABLE credential ADD COLUMN undone_at TEXT;
   CREATE INDEX credential_batch ON credential (batch, state, undone_at, issued_at)
     WHERE batch IS NOT NULL;
   DROP INDEX credential_natural_key;
   CREATE UNIQUE INDEX credential_natural_key ON credential (learner, achievement, run)
     WHERE state <> 'void' AND erased_at IS NULL AND undone_at IS NULL;`

/** Finding by name, and what was done to many at once. */
export const acts = `ALTER TABLE learner ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX learner_unfolded ON learner (id) WHERE folded = 0;
   CREATE TABLE name_word (
     word TEXT NOT NULL,
     learner TEXT NOT NULL REFERENCES learner (id),
     PRIMARY KEY (word, learner)
   );
   CREATE INDEX name_word_learner ON name_word (learner, word);
   CREATE INDEX credential_found ON credential (row_key, id, learner, achievement, course, run, state, issued_at,
     revoked_at, corrected_at, erased_at, status_list);
   CREATE TABLE act (
     row_key TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL CHECK (kind IN ('revoke', 'resend', 'correct', 'renew')),
     state TEXT NOT NULL CHECK (state IN ('asked', 'running', 'paused', 'done', 'refused', 'ended')),
     code TEXT,
     note TEXT,
     everybody INTEGER NOT NULL,
     courses TEXT NOT NULL,
     digest TEXT NOT NULL,
     asked_at TEXT NOT NULL,
     asked_by TEXT NOT NULL,
     ends_at TEXT,
     settled_at TEXT,
     settled_by TEXT,
     answer TEXT,
     done_at TEXT
   );
   CREATE INDEX act_open ON act (row_key) WHERE state IN ('asked', 'running', 'paused');
   CREATE TABLE act_item (
     act TEXT NOT NULL REFERENCES act (id),
     ordinal INTEGER NOT NULL,
     credential TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('open', 'begun', 'done', 'failed', 'left-out')),
     code TEXT,
     changes TEXT,
     about TEXT,
     done_at TEXT,
     PRIMARY KEY (act, ordinal)
   );
   CREATE INDEX act_item_state ON act_item (act, state, ordinal);
   CREATE INDEX act_item_credential ON act_item (credential);`

-- A card form that stays open is given one card session after the other.

ALTER TABLE card_sessions
  -- The session the form was opened with: itself, unless it came later.
  ADD COLUMN first_session_id resource_id,
  -- A card was taken from it.
  ADD COLUMN spent boolean NOT NULL DEFAULT false;

UPDATE card_sessions SET first_session_id = session_id;

ALTER TABLE card_sessions
  ALTER COLUMN first_session_id SET NOT NULL,
  ADD FOREIGN KEY (site_id, first_session_id) REFERENCES card_sessions;

CREATE INDEX card_sessions_by_form ON card_sessions (site_id, first_session_id);
